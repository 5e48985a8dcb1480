package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.model.Step;

/**
 * The shortest permitted way from a case to a goal, or why there is none. Immutable.
 *
 * @param outcome whether there is a way
 * @param steps   in order; empty unless there is one
 */
public record Plan(Outcome outcome, List<PlanStep> steps) {
    /** What became of the question. */
    public enum Outcome {
        /** Here is the way. */
        FOUND,
        /** The case is there already. */
        THERE,
        /** The case has ended elsewhere; only reopening leads on. */
        ENDED,
        /** There is no way any more. */
        LOST,
        /** The search grew beyond its bounds. */
        UNDECIDED
    }

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * How many steps it takes, each repeated as often as it must be.
     *
     * @return 0 unless there is a way
     */
    public int length() {
        return steps.stream().mapToInt(PlanStep::times).sum();
    }

    /**
     * The steps, grouped by what a person does in one go: a contact from its beginning, or from now on, to its end, and what
     * lies between contacts.
     *
     * @return at least one step in each group
     */
    public List<List<PlanStep>> contacts() {
        List<List<PlanStep>> groups = new ArrayList<>();
        List<PlanStep> group = new ArrayList<>();
        for (PlanStep step : steps) {
            if (step.step() == Step.BEGIN_CONTACT && !group.isEmpty()) {
                groups.add(List.copyOf(group));
                group.clear();
            }
            group.add(step);
            if (step.step() == Step.END_CONTACT) {
                groups.add(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    @Override
    public String toString() {
        return switch (outcome) {
            case FOUND -> steps.stream().map(PlanStep::toString).collect(Collectors.joining("; "));
            case THERE -> "nothing is left to do";
            case ENDED -> "the case has ended; only reopening it leads on";
            case LOST -> "no permitted way leads there any more";
            case UNDECIDED -> "the search for a way grew beyond its bounds";
        };
    }
}
