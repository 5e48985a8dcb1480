package org.servicerecovery.kernel;

import java.util.List;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;

/**
 * One reason of a refusal, or one piece of advice: which rule, why, where it comes from, what is missing or in the way, and
 * what to do first.
 *
 * @param kind         a broken rule, no such step here, or a waiver that does not hold
 * @param rule         the guardrail's id; {@value #NOT_HERE} or {@value #WAIVER} for the other kinds
 * @param step         the step that was attempted
 * @param why          one sentence
 * @param sources      where the rule comes from
 * @param missing      facts and traits that are all needed and do not hold
 * @param missingAnyOf facts and traits of which one is needed and none holds
 * @param barred       facts and traits that hold and must not
 * @param cures        what to do first, or instead
 * @param playbook     which playbook spoke (K14)
 */
public record Reason(Kind kind, String rule, Step step, String why, List<String> sources, List<Term> missing,
                     List<Term> missingAnyOf, List<Term> barred, List<Cure> cures, PlaybookId playbook) {
    /** The rule of a reason of kind {@link Kind#NOT_HERE}. */
    public static final String NOT_HERE = "not-here";
    /** The rule of a reason of kind {@link Kind#WAIVER}. */
    public static final String WAIVER = "waiver";

    /** What sort of reason it is. */
    public enum Kind {
        /** A guardrail is violated. */
        RULE,
        /** The procedure has no such step in this state, or not now. */
        NOT_HERE,
        /** The attempt asks for a waiver that cannot be had. */
        WAIVER
    }

    /** Copies the lists. */
    public Reason {
        sources = List.copyOf(sources);
        missing = List.copyOf(missing);
        missingAnyOf = List.copyOf(missingAnyOf);
        barred = List.copyOf(barred);
        cures = List.copyOf(cures);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rule).append(" refuses ").append(step).append(": ").append(why);
        if (!sources.isEmpty()) {
            text.append(' ').append(sources);
        }
        cures.forEach(cure -> text.append("\n    ").append(cure));
        return text.toString();
    }
}
