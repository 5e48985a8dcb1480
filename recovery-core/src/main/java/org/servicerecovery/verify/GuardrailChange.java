package org.servicerecovery.verify;

import java.util.List;

/**
 * What became of a guardrail from one playbook to another. Whether it is weaker is decided by what it refuses, advises against and
 * records, and by who may waive it, not by how it is written.
 *
 * @param guardrail its id
 * @param kind      whether the second playbook's asks for more or less
 * @param why       the sentence of the rule, the second playbook's unless only the first has it
 * @param details   what is different, each a few words; empty for one that was added or removed
 */
public record GuardrailChange(String guardrail, Kind kind, String why, List<String> details) {
    /** Whether the second playbook's guardrail asks for more or less. */
    public enum Kind {
        /** Only the second playbook has it. */
        ADDED,
        /** Only the first playbook has it. */
        REMOVED,
        /** It lets through more than before, and nothing less. */
        WEAKER,
        /** It lets through less than before, and nothing more. */
        STRONGER,
        /** It lets through some things more and others less. */
        OTHER
    }

    /** Copies the details. */
    public GuardrailChange {
        details = List.copyOf(details);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Telling.wrapped("  " + guardrail + ": " + why));
        details.forEach(detail -> text.append('\n').append(Telling.wrapped("     " + detail)));
        return text.toString();
    }
}
