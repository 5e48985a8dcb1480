package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.ConflictException;
import org.servicerecovery.examples.crm.cases.CaseView;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.NoSuchCaseException;
import org.servicerecovery.examples.crm.cases.StaleCaseException;
import org.servicerecovery.examples.crm.forms.FormException;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a case, and everything that its forms ask for. */
@Controller
class CaseController {
    private final Cases cases;
    private final CasePages pages;
    private final Commands commands;
    private final Whys whys;

    CaseController(Cases cases, CasePages pages, Commands commands, Whys whys) {
        this.cases = cases;
        this.pages = pages;
        this.commands = commands;
        this.whys = whys;
    }

    @GetMapping("/cases/{id}")
    ModelAndView show(Person person, @PathVariable String id, @RequestParam Optional<Step> why, Model model) {
        Optional<Notice> notice = Optional.ofNullable((Notice) model.getAttribute("notice"));
        return page(person, id, Typed.NOTHING, notice, why, HttpStatus.OK);
    }

    /** The reasons of one closed step with what to do first, for the script that shows them when the step is unfolded. */
    @GetMapping("/cases/{id}/why/{step}")
    ModelAndView why(Person person, @PathVariable String id, @PathVariable Step step) {
        CasePage page = pages.of(person, view(person, id), Typed.NOTHING, Optional.empty(), Optional.of(step));
        Deed closed = page.closed(step).orElseThrow(() -> new NoSuchCaseException(id));
        return new ModelAndView("why", Map.of("page", page, "me", person, "deed", closed));
    }

    /** Asked every few seconds by a page that is open, so that it can tell when the case has changed. */
    @GetMapping("/cases/{id}/version")
    ResponseEntity<Map<String, Integer>> version(Person person, @PathVariable String id) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(Map.of("version", cases.version(person, id)));
    }

    @PostMapping("/cases/{id}")
    ModelAndView act(Person person, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Typed typed = Typed.read(sent);
        try {
            Command command = commands.of(person, typed);
            boolean check = "check".equals(sent.getFirst("do"));
            Decision decision = check ? cases.preview(person, id, command) : cases.perform(person, id, typed.version(), command);
            if (!decision.isPermitted()) {
                return page(person, id, typed, Optional.of(refused(person, id, decision, check)), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            List<String> advice = decision.advice().stream().map(Reason::why).distinct().toList();
            if (check) {
                return page(person, id, typed, Optional.of(Notice.of(Notice.Kind.CHECKED, "The rules permit this. Nothing has been sent yet.")
                    .advising(advice)), HttpStatus.OK);
            }
            next.addFlashAttribute("notice", Notice.of(Notice.Kind.DONE, "Done, and on record.").advising(advice));
            return new ModelAndView("redirect:/cases/{id}", Map.of("id", id));
        } catch (FormException e) {
            return page(person, id, typed.with(e.problems()), Optional.of(wrong(typed, e.problems())), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (InvalidInputException e) {
            return page(person, id, typed, Optional.of(wrong(typed, Map.of("", e.getMessage()))), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (StaleCaseException e) {
            return page(person, id, typed, Optional.of(stale(person, id, e)), HttpStatus.CONFLICT);
        } catch (ConflictException e) {
            return page(person, id, typed, Optional.of(Notice.of(Notice.Kind.STALE, "This form was sent before with something else in it."
                + " Nothing was changed now. What you typed is still below: look at the history, and send it again if it is still to be done.")),
                HttpStatus.CONFLICT);
        }
    }

    private Notice refused(Person person, String id, Decision decision, boolean check) {
        String title = (check ? "This would be refused." : "Not done: nothing was changed.") + " What you typed is still below.";
        return Notice.of(Notice.Kind.REFUSED, title).because(whys.of(person, decision.reasons(), pages.places(person, id)));
    }

    private Notice stale(Person person, String id, StaleCaseException e) {
        CaseView view = view(person, id);
        return Notice.of(Notice.Kind.STALE, "This case has changed since you looked at it. Nothing of yours was done, and what you typed"
            + " is still below. Read what happened, and try again if it is still right.").after(pages.since(view, e.seen()));
    }

    /** Each problem leads to its field. */
    private static Notice wrong(Typed typed, Map<String, String> problems) {
        List<Remedy> places = new ArrayList<>();
        problems.forEach((field, problem) -> places.add(
            new Remedy(problem, field.isEmpty() ? "" : "#" + typed.form() + "-" + field.replace('.', '-'))));
        return Notice.of(Notice.Kind.WRONG, "Something is missing or cannot be understood. Nothing was changed.").at(places);
    }

    private CaseView view(Person person, String id) {
        return cases.find(person, id).orElseThrow(() -> new NoSuchCaseException(id));
    }

    private ModelAndView page(Person person, String id, Typed typed, Optional<Notice> notice, HttpStatus status) {
        return page(person, id, typed, notice, Optional.empty(), status);
    }

    private ModelAndView page(Person person, String id, Typed typed, Optional<Notice> notice, Optional<Step> why, HttpStatus status) {
        ModelAndView page = new ModelAndView("case", Map.of("page", pages.of(person, view(person, id), typed, notice, why), "me", person));
        page.setStatus(status);
        return page;
    }
}
