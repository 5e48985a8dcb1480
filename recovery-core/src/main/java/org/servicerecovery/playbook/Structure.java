package org.servicerecovery.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Vocabulary;

/** What can be seen wrong in a table without searching it: names, doubles, overlaps, ends that leak. */
final class Structure {
    private final PlaybookDefinition definition;
    private final List<String> problems = new ArrayList<>();
    private Vocabulary words;

    private Structure(PlaybookDefinition definition) {
        this.definition = definition;
    }

    /** Every problem, as a sentence that names the place and the remedy. */
    static List<String> problems(PlaybookDefinition definition) {
        Structure structure = new Structure(definition);
        try {
            structure.words = definition.vocabulary();
        } catch (InvalidInputException e) {
            return List.of(e.getMessage());
        }
        structure.doubles();
        structure.declared();
        structure.overlaps();
        structure.ends();
        structure.guardrails();
        structure.dutyClocks();
        structure.pauses();
        structure.teams();
        return structure.problems;
    }

    private void doubles() {
        once("row", definition.transitions().stream().map(Transition::id).toList());
        once("guardrail", definition.guardrails().stream().map(Guardrail::id).toList());
        once("deadline", definition.deadlines().stream().map(Deadline::id).toList());
    }

    private void once(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                problems.add("The " + what + " " + id + " is there twice. Rename or remove one.");
            }
        }
    }

    private void declared() {
        for (Transition row : definition.transitions()) {
            known("Row " + row.id(), row.when());
            known("Row " + row.id(), row.sets());
            known("Row " + row.id(), row.clears());
        }
        for (Guardrail rule : definition.guardrails()) {
            String place = "Guardrail " + rule.id();
            known(place, rule.when());
            known(place, rule.needsAll());
            known(place, rule.needsAny());
            known(place, rule.bars());
        }
        for (Deadline deadline : definition.deadlines()) {
            for (Set<Deadline.Trigger> triggers : List.of(deadline.startsOn(), deadline.metBy(), deadline.voidedBy())) {
                for (Deadline.Trigger trigger : triggers) {
                    if (trigger instanceof Deadline.Trigger.Becomes becomes) {
                        known("Deadline " + deadline.id(), Set.of(becomes.fact()));
                    } else if (trigger instanceof Deadline.Trigger.Ceases ceases) {
                        known("Deadline " + deadline.id(), Set.of(ceases.fact()));
                    }
                }
            }
            deadline.means().ifPresent(trait -> known("Deadline " + deadline.id(), Set.of(trait)));
        }
    }

    private void known(String place, Condition condition) {
        known(place, condition.present());
        known(place, condition.absent());
    }

    private void known(String place, Collection<? extends Term> terms) {
        for (Term term : terms) {
            try {
                if (term instanceof Fact fact) {
                    words.facts().bit(fact);
                } else if (term instanceof Trait trait) {
                    words.traits().bit(trait);
                }
            } catch (InvalidInputException e) {
                problems.add(place + ": " + e.getMessage());
            }
        }
    }

    /** Rows of one state and step must exclude each other: two conditions do if one asks for what the other forbids. */
    private void overlaps() {
        Map<String, List<Transition>> byCell = new HashMap<>();
        for (Transition row : definition.transitions()) {
            List<Transition> others = byCell.computeIfAbsent(row.from() + "/" + row.step(), key -> new ArrayList<>());
            for (Transition other : others) {
                if (!exclude(row.when(), other.when())) {
                    problems.add("Rows " + other.id() + " and " + row.id() + " can both apply to " + row.step() + " in " + row.from()
                        + ". Give one a condition that the other forbids.");
                }
            }
            others.add(row);
        }
    }

    private static boolean exclude(Condition one, Condition other) {
        return one.present().stream().anyMatch(other.absent()::contains) || other.present().stream().anyMatch(one.absent()::contains);
    }

    private void ends() {
        for (Transition row : definition.transitions()) {
            if (row.step() == Step.MIGRATE) {
                problems.add("Row " + row.id() + " takes MIGRATE, which no playbook judges: it leads from one to another. Remove the row.");
            }
            if (row.from().isEnd() && row.to() != row.from() && row.step() != Step.REOPEN) {
                problems.add("Row " + row.id() + " leaves the end " + row.from() + ". Only REOPEN may.");
            }
            if (row.to().isEnd() && row.from() != row.to() && row.step().isReport()) {
                problems.add("Row " + row.id() + " lets a report end the case. Let the report set a fact, and a step of staff end it.");
            }
        }
    }

    private void guardrails() {
        Set<Step> taken = new HashSet<>();
        definition.transitions().forEach(row -> taken.add(row.step()));
        for (Guardrail rule : definition.guardrails()) {
            if (rule.why().isBlank()) {
                problems.add("Guardrail " + rule.id() + " has no sentence that says why. Give it one, with because(…).");
            }
            for (Step step : rule.watches()) {
                if (!taken.contains(step)) {
                    problems.add("Guardrail " + rule.id() + " watches " + step + ", which no row of this playbook takes. Add a row, or do not"
                        + " watch it.");
                }
                // A merged duplicate takes nothing any more, not even reports: they belong to the original.
                if (step.isReport() && !rule.bars().equals(Set.of(Facts.MERGED))) {
                    problems.add("Guardrail " + rule.id() + " watches " + step + ", but what the customer, time or the world did is never"
                        + " refused. Watch the step of staff that it leads to.");
                }
            }
            doubtful(rule);
            rule.instead().filter(step -> !taken.contains(step)).ifPresent(step -> problems.add("Guardrail " + rule.id() + " names " + step
                + " as the step to take instead, but no row takes it. Add a row or name another."));
        }
    }

    /** What a text only may show refuses nothing, for any team. */
    private void doubtful(Guardrail rule) {
        boolean refuses = rule.level() == Level.REFUSE
            || definition.teamLevels().values().stream().anyMatch(levels -> levels.get(rule.id()) == Level.REFUSE);
        Stream.of(rule.when().present(), rule.when().absent(), rule.needsAll(), rule.needsAny(), rule.bars()).flatMap(Set::stream)
            .filter(term -> refuses && term instanceof Trait trait && Traits.doubtful().contains(trait)).findFirst()
            .ifPresent(term -> problems.add("Guardrail " + rule.id() + " refuses by " + term + ", of which no reader of texts is sure. Let it advise."));
    }

    private void dutyClocks() {
        Set<Duty.Kind> seen = new HashSet<>();
        for (Deadline deadline : definition.deadlines()) {
            deadline.duty().filter(kind -> !seen.add(kind)).ifPresent(kind -> problems.add("Deadline " + deadline.id()
                + " is the second one for duties of kind " + kind + ". Put both ladders into one."));
        }
    }

    /** What tells that the customer has the ball is a plain clock of the case: only then is it clear when the ball comes back. */
    private void pauses() {
        Map<String, Deadline> clocks = new HashMap<>();
        definition.deadlines().forEach(deadline -> clocks.put(deadline.id(), deadline));
        for (Deadline deadline : definition.deadlines()) {
            deadline.pausedWhile().ifPresent(id -> {
                Deadline ball = clocks.get(id);
                String wrong = ball == null ? "which this playbook does not have" : ball == deadline ? "which is itself"
                    : ball.pausedWhile().isPresent() ? "which pauses itself" : ball.duty().isPresent() ? "which is for duties"
                    : ball.recurs() ? "which recurs, so that the ball would never come back" : "";
                if (!wrong.isEmpty()) {
                    problems.add("Deadline " + deadline.id() + " pauses while " + id + " runs, " + wrong + ". Name the deadline of the case by which"
                        + " the customer is to answer.");
                }
            });
        }
    }

    private void teams() {
        Set<String> ids = new HashSet<>();
        definition.guardrails().forEach(rule -> ids.add(rule.id()));
        definition.teamLevels().forEach((team, levels) -> levels.keySet().stream().filter(id -> !ids.contains(id)).forEach(id ->
            problems.add("Team " + team + " sets the level of guardrail " + id + ", which this playbook does not have. Check the id.")));
        definition.standing().keySet().stream().filter(RecoveryState::isEnd).forEach(state ->
            problems.add("The standing names the end " + state + ". Only open states can be fallen back to."));
    }
}
