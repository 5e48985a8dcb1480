package org.servicerecovery.kernel;

import java.util.List;
import org.servicerecovery.model.Step;

/**
 * An event of a case that another playbook would not have permitted as it was done, or would have taken elsewhere. Immutable.
 *
 * @param sequence of the event
 * @param step     that was taken
 * @param rules    the ids of the guardrails that refuse, after {@value Reason#NOT_HERE} if the procedure has no such step there or then, or
 *                 {@value #ELSEWHERE} if it leads to another state; at least one
 * @param why      why the first of them objects, in one sentence
 */
public record Objection(int sequence, Step step, List<String> rules, String why) {
    /** The rule of an event that the other playbook would have taken to another state. */
    public static final String ELSEWHERE = "elsewhere";

    /** Copies the list. */
    public Objection {
        rules = List.copyOf(rules);
    }

    @Override
    public String toString() {
        return "event " + sequence + ", " + step + ", objected to by " + String.join(", ", rules) + ": " + why;
    }
}
