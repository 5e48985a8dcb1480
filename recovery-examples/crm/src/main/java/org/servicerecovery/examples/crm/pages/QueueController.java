package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.servicerecovery.ConflictException;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.QueueFilter;
import org.servicerecovery.examples.crm.forms.Choice;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue, and the form that opens a case. */
@Controller
class QueueController {
    private static final int PAGE = 25;
    private final Cases cases;
    private final People people;

    QueueController(Cases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    /** One of the queue's filters, with how many cases it leaves. */
    public record Tab(String name, String label, long count, boolean chosen) {
    }

    @GetMapping("/")
    String queue(Person person, @RequestParam(defaultValue = "all") String filter, @RequestParam Optional<String> after, Model model) {
        QueueFilter chosen = Arrays.stream(QueueFilter.values()).filter(one -> one.name().equalsIgnoreCase(filter)).findFirst()
            .orElse(QueueFilter.ALL);
        List<Tab> tabs = new ArrayList<>();
        for (QueueFilter one : QueueFilter.values()) {
            tabs.add(new Tab(one.name().toLowerCase(Locale.ROOT), label(one), cases.count(person, one), one == chosen));
        }
        model.addAttribute("me", person).addAttribute("tabs", tabs).addAttribute("filter", chosen.name().toLowerCase(Locale.ROOT))
            .addAttribute("first", after.isEmpty()).addAttribute("queue", cases.queue(person, chosen, after, PAGE));
        return "queue";
    }

    private static String label(QueueFilter filter) {
        return switch (filter) {
            case ALL -> "All";
            case MINE -> "Mine";
            case UNOWNED -> "Nobody’s";
            case LATE -> "Late";
        };
    }

    @GetMapping("/cases/new")
    ModelAndView form(Person person) {
        return form(person, Map.of(), Map.of(), List.of(), HttpStatus.OK);
    }

    private ModelAndView form(Person person, Map<String, String> typed, Map<String, String> problems, List<String> refusals, HttpStatus status) {
        ModelAndView page = new ModelAndView("new-case", new LinkedHashMap<>(Map.of("me", person, "typed", typed, "problems", problems,
            "refusals", refusals, "command", UUID.randomUUID().toString())));
        page.addObject("channels", Arrays.stream(Channel.values()).map(one -> new Choice(one.name(), Labels.of(one))).toList());
        page.addObject("priorities", Arrays.stream(Priority.values()).map(one -> new Choice(one.name(), Labels.of(one))).toList());
        page.addObject("moods", Arrays.stream(Mood.values()).map(one -> new Choice(one.name(), Labels.of(one))).toList());
        page.addObject("teams", people.all().stream().map(Person::team).filter(team -> !team.isEmpty()).distinct().toList());
        page.setStatus(status);
        return page;
    }

    @PostMapping("/cases")
    ModelAndView open(Person person, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Map<String, String> problems = new LinkedHashMap<>();
        needed(sent, "customer", "Customer: say who it is.", problems);
        needed(sent, "problem", "Problem: say what the customer brought.", problems);
        try {
            Command command = problems.isEmpty() ? command(person, sent) : null;
            if (command != null) {
                String id = cases.idFor(person, command.id());
                Decision decision = cases.open(person, id, command);
                if (decision.isPermitted()) {
                    // What waits for another team is none of this person's business any more.
                    boolean visible = cases.find(person, id).isPresent();
                    next.addFlashAttribute("notice", Notice.of(Notice.Kind.DONE, visible ? "The case is open."
                        : "The case is open, and waits for the team " + sent.get("team") + "."));
                    return new ModelAndView(visible ? "redirect:/cases/" + id : "redirect:/");
                }
                return form(person, sent, Map.of(), decision.reasons().stream().map(Reason::why).toList(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        } catch (InvalidInputException | ConflictException e) {
            problems.put("", e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.put("", "Channel, priority or mood: choose one of the lists.");
        }
        return form(person, sent, problems, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void needed(Map<String, String> sent, String name, String problem, Map<String, String> problems) {
        if (sent.getOrDefault(name, "").isBlank()) {
            problems.put(name, problem);
        }
    }

    private static Command command(Person person, Map<String, String> sent) {
        List<RecoveryAction> actions = new ArrayList<>();
        String problem = sent.get("problem").replace("\r\n", "\n").strip();
        actions.add(new Actions.Open(sent.get("customer").strip(), problem, Channel.valueOf(sent.getOrDefault("channel", "")),
            Priority.valueOf(sent.getOrDefault("priority", "")), sent.getOrDefault("team", "")));
        actions.add(RecoveryAction.issue(problem));
        if (!sent.getOrDefault("mood", "").isEmpty()) {
            actions.add(RecoveryAction.mood(Mood.valueOf(sent.get("mood"))));
        }
        return Command.does(person.actor(), actions.toArray(RecoveryAction[]::new)).identified(sent.getOrDefault("command", ""));
    }
}
