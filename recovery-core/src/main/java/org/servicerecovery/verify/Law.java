package org.servicerecovery.verify;

import java.util.List;

/**
 * A statement about a playbook's own table that is true of every playbook, whoever wrote it. Checked when a playbook is built;
 * nobody can waive one.
 */
public enum Law {
    /** No row and no rule reads fault, intent, liability or the kind of problem. */
    BLIND_TO_FAULT("A19", "C08", "E06", "E30"),
    /** No row takes the owner away, and no help, escalation or hand-over touches a duty. */
    OWNER_IS_NEVER_LOST("B27"),
    /** The table of ends refuses, as it is, in every team: no end goes round the follow-up, and every end is courteous. */
    FLOOR_IS_WHOLE("E28", "C28"),
    /** Whoever speaks, to whomever, in whatever state: the words are judged. */
    WORDS_ARE_JUDGED("B05", "B47", "C04", "C27", "E22"),
    /** A machine's message is under the wording rules, and brings nothing about. */
    MACHINES_COUNT_FOR_NOTHING("A03", "B05"),
    /** Where an apology or feelings are asked for, nobody can waive them. */
    APOLOGY_IS_NOT_WAIVED("E05", "E06", "A18"),
    /** What happened is never refused: every report has a row in every state. */
    REPORTS_ARE_TAKEN("every desk: reports"),
    /** A delivery and a reopening forget the question, its answer and the follow-up. */
    DELIVERY_IS_A_NEW_TURN("C30", "D13", "E25"),
    /** What somebody takes on sets the fact by which rules see it. */
    DUTIES_ARE_SEEN("C29", "C33", "D10"),
    /** What leads a case onward, or ends it, asks for the same whatever the channel. */
    SAME_ON_EVERY_CHANNEL("E01"),
    /** Nothing but the conclusion that nobody answers needs time to have passed: quick and slow ways have the same steps. */
    NOBODY_HAS_TO_WAIT("E29"),
    /** There is no one rule for all: a playbook is data with a name and a version, and each decision says which one spoke. */
    NAMED_AND_VERSIONED("D02");

    private final List<String> rows;

    Law(String... rows) {
        this.rows = List.of(rows);
    }

    /**
     * Where the law comes from.
     *
     * @return rows of the rulebook, at least one
     */
    public List<String> rows() {
        return rows;
    }

    /** The rows in brackets, for the end of a sentence. */
    String cited() {
        return "(" + String.join(", ", rows) + ")";
    }
}
