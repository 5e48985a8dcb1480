package org.servicerecovery.examples.crm.forms;

import java.util.List;

/** One thing to be filled in. The choices are empty unless the kind is one of those that are chosen from. */
public record Field(String name, String label, Kind kind, boolean required, List<Choice> choices) {
    /** What sort of entry it takes. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** As many lines as it takes. */
        LONG_TEXT,
        /** A date and time: ISO 8601 with an offset, or as clocks show it here. */
        DATE_TIME,
        /** The id of somebody who works here. */
        PERSON,
        /** One of the choices. */
        CHOICE,
        /** A number. */
        NUMBER,
        /** yes or no. */
        YES_NO,
        /** The number of a promise, follow-up, delivery check or check-back. */
        DUTY,
        /** The number of an issue or unclear point. */
        ISSUE,
        /** The number of an entry of the history. */
        ENTRY,
        /** The name of a fact that the company has declared. */
        FACT
    }

    public Field {
        choices = List.copyOf(choices);
    }

    static Field of(String name, String label, Kind kind) {
        return new Field(name, label, kind, true, List.of());
    }

    Field optional() {
        return new Field(name, label, kind, false, choices);
    }

    Field from(List<Choice> some) {
        return new Field(name, label, kind, required, some);
    }
}
