package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * The order of a procedure, and what follows from it.
 *
 * @param procedure its name
 * @param source    where the order is from
 * @param phases    first to last, possibly none
 */
record Order(String procedure, String source, List<Phase> phases) {
    /** What shows that the case goes to another end than recovery. */
    private static final Fact[] OTHER_ENDS = {WITHDRAWAL_REPORTED, ANSWER_OVERDUE, PROOF_RECORDED, REFERRAL_RECORDED};

    Order {
        Set<String> names = new LinkedHashSet<>();
        for (Phase phase : phases) {
            if (!names.add(phase.name())) {
                throw new InvalidInputException("The phase " + phase.name() + " is in the order of " + procedure + " twice. Give one another name,"
                    + " with called(…).");
            }
            if (phase.done().isEmpty()) {
                throw new InvalidInputException("Nothing shows when the phase " + phase.name() + " of " + procedure + " is done. Say which facts do,"
                    + " with doneWhen(…).");
            }
        }
        if (!phases.isEmpty() && phases.stream().noneMatch(phase -> phase.takenBy().contains(Step.PROPOSE_SOLUTION))) {
            throw new InvalidInputException("In the order of " + procedure + " nothing is solved, so that a case could be past what it has to wait for."
                + " Put Phase.SOLVE where a solution belongs, with called(…) if it has another name there.");
        }
    }

    /** Where the customer confirms the story and no phase says when, all that comes before solving comes before that. */
    Order confirmingTheStory() {
        boolean said = phases.stream().anyMatch(phase -> phase.takenBy().contains(Step.CONFIRM_STORY));
        return said ? this : new Order(procedure, source, phases.stream().map(phase -> phase.takenBy().contains(Step.PROPOSE_SOLUTION)
            ? phase.takenBy(Stream.concat(Stream.of(Step.CONFIRM_STORY), phase.takenBy().stream()).toArray(Step[]::new)) : phase).toList());
    }

    /** One rule for each phase that waits, and one so that none is skipped. */
    List<Guardrail> guardrails() {
        List<Guardrail> rules = new ArrayList<>();
        Set<Fact> before = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (Phase phase : phases) {
            String called = phase.name().replace('-', ' ');
            if (!before.isEmpty() && !phase.takenBy().isEmpty()) {
                rules.add(Guardrail.named(phase.name() + "-in-order").watches(phase.takenBy()).in(phase.states().toArray(RecoveryState[]::new))
                    .needs(before.toArray(Fact[]::new)).unless(phase.anyEnd() ? OTHER_ENDS : new Fact[0])
                    .because("The order of " + procedure + " is to " + String.join(", then to ", names) + ", and only then to " + called + ".")
                    .from(Stream.concat(Stream.of(source), phase.sources().stream()).distinct().toArray(String[]::new)));
            }
            before.addAll(phase.done());
            names.add(called);
        }
        if (!phases.isEmpty()) {
            rules.add(Guardrail.named("no-step-skipped").watches(Step.CLOSE_AS_RECOVERED).in(Row.OPEN.toArray(RecoveryState[]::new))
                .needs(before.toArray(Fact[]::new))
                .because("Of the order of " + procedure + " no step is skipped: to " + String.join(", to ", names) + ".").from(source));
        }
        return rules;
    }

    /** What comes after solving and is owed anew with a new solution; not what is owed once, whatever the end. */
    Fact[] afterSolving() {
        Set<Fact> after = new LinkedHashSet<>();
        boolean solved = false;
        for (Phase phase : phases) {
            if (solved && !phase.anyEnd()) {
                after.addAll(phase.done());
            }
            solved |= phase.takenBy().contains(Step.PROPOSE_SOLUTION);
        }
        return after.toArray(Fact[]::new);
    }

    /** What makes a second apology one: in an order that has it, all that comes before it there (E12). */
    Set<Fact> beforeTheSecondApology() {
        Set<Fact> before = new LinkedHashSet<>();
        for (Phase phase : phases) {
            if (phase.done().contains(APOLOGISED_AGAIN)) {
                before.remove(APOLOGY_GIVEN);
                return before;
            }
            before.addAll(phase.done());
        }
        return Set.of(ACKNOWLEDGED);
    }
}
