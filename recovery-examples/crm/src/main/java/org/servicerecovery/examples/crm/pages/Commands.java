package org.servicerecovery.examples.crm.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.forms.FormException;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Component;

/** From what was typed to the command that is asked for. */
@Component
class Commands {
    /** What is done in one go comes in this order: what is dated first, then the words. */
    private static final Set<Step> FIRST = EnumSet.of(Step.TAKE_OWNERSHIP, Step.SCHEDULE_FOLLOW_UP);
    private final StepForms forms;
    private final Playbook playbook;

    Commands(StepForms forms, RecoveryDesk desk) {
        this.forms = forms;
        this.playbook = desk.playbook();
    }

    /** Everything that is wrong is told at once, by {@code STEP.field}, or {@code text} and {@code channel}. */
    Command of(Person person, Typed typed) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<RecoveryAction> actions = new ArrayList<>();
        ordered(typed.acts()).forEach(step -> read(step, typed, actions, problems));
        if (typed.acts().isEmpty()) {
            problems.put("", "Say what the message does: tick at least one box, such as “say something else”.");
        }
        Optional<Message> message = message(typed, problems);
        List<Waiver> waivers = waivers(person, typed, problems);
        if (!problems.isEmpty()) {
            throw new FormException(problems);
        }
        return new Command(typed.command(), person.actor(), actions, message, traits(typed), waivers, Optional.empty(), Duration.ZERO);
    }

    private static List<Step> ordered(Set<Step> acts) {
        List<Step> ordered = new ArrayList<>(acts.stream().filter(FIRST::contains).toList());
        acts.stream().filter(step -> !FIRST.contains(step)).forEach(ordered::add);
        return ordered;
    }

    private void read(Step step, Typed typed, List<RecoveryAction> actions, Map<String, String> problems) {
        try {
            actions.add(forms.action(step, typed.of(step)));
        } catch (FormException e) {
            e.problems().forEach((field, problem) -> problems.put(field.isEmpty() ? "" : step + "." + field, problem));
        }
    }

    private static Optional<Message> message(Typed typed, Map<String, String> problems) {
        if (!typed.isIn(Typed.COMPOSER)) {
            return Optional.empty();
        }
        if (typed.text().isBlank()) {
            problems.put("text", "Message: write what you say. Of what was said on the telephone, note the words that matter.");
            return Optional.empty();
        }
        try {
            return Optional.of(new Message(Channel.valueOf(typed.channel()), typed.text().replace("\r\n", "\n")));
        } catch (InvalidInputException e) {
            problems.put("text", e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.put("channel", "Channel: choose one of the list.");
        }
        return Optional.empty();
    }

    /** Only what is vouched for of a step that is taken; the boxes of other steps do not count. */
    private Set<Trait> traits(Typed typed) {
        Set<Trait> traits = new LinkedHashSet<>();
        for (String one : typed.traits()) {
            int dot = one.indexOf('.');
            String of = one.substring(0, Math.max(dot, 0));
            if (of.equals(Typed.ANY) || typed.acts().stream().anyMatch(step -> step.name().equals(of))) {
                traits.add(playbook.vocabulary().traits().byName(one.substring(dot + 1)));
            }
        }
        return traits;
    }

    private static List<Waiver> waivers(Person person, Typed typed, Map<String, String> problems) {
        List<Waiver> waivers = new ArrayList<>();
        typed.waivers().forEach((rule, reason) -> {
            try {
                waivers.add(new Waiver(rule, person.actor(), reason));
            } catch (InvalidInputException e) {
                problems.put("reason." + rule, "Reason for waiving: say in one line why the rule need not hold this time. It stays on record.");
            }
        });
        return waivers;
    }
}
