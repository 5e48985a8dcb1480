package org.servicerecovery.verify;

import java.util.List;

/**
 * A history that one of two playbooks takes entirely, while the other takes all but its last step. Nobody waives anything in it.
 *
 * @param steps     from the first; states and rows are those of the playbook that takes it, and of its traits and facts each
 *                  playbook sees those that it knows
 * @param refusedBy the other's guardrails that refuse the last step, in its order; {@value #NOT_HERE} comes first if it has no row
 *                  for the step there
 */
public record OneSided(List<PathStep> steps, List<String> refusedBy) {
    /** Stands among the guardrails where no row takes the step. */
    public static final String NOT_HERE = "not-here";

    /** Copies the lists. */
    public OneSided {
        steps = List.copyOf(steps);
        refusedBy = List.copyOf(refusedBy);
    }

    @Override
    public String toString() {
        List<String> rules = refusedBy.stream().filter(id -> !id.equals(NOT_HERE)).toList();
        String here = rules.size() < refusedBy.size() ? "\n     the other has no row for it there" : "";
        String by = rules.isEmpty() ? "" : "\n" + Telling.wrapped("     the other refuses it by " + String.join(", ", rules));
        return Telling.numbered(steps) + here + by;
    }
}
