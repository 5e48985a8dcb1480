package org.servicerecovery.examples.crm.pages;

import java.util.List;

/**
 * One reason as it is shown.
 *
 * @param about     which steps it is about
 * @param rule       the guardrail's id
 * @param sentence   why
 * @param sources    lines of the rulebook, joined; empty if there are none
 * @param remedies   what to do first or instead, in order
 * @param waivable   whether somebody with the role may lift it for one attempt
 * @param mayWaive   whether that is the person who looks at it
 * @param whoWaives  the names of those who may
 */
public record Why(String about, String rule, String sentence, String sources, List<Remedy> remedies, boolean waivable,
                  boolean mayWaive, String whoWaives) {
    public Why {
        remedies = List.copyOf(remedies);
    }

    Why with(Why same) {
        return new Why(about + ", " + same.about, rule, sentence, sources, remedies, waivable, mayWaive, whoWaives);
    }
}
