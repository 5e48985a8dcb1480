package org.servicerecovery.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.InvalidInputException;

/** The checks that everything passes before it enters a calendar. */
final class Inputs {
    private static final int LONGEST_NAME = 200;
    /** The same years as in a case. What is counted from them stays far from the end of what Java can count. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(9000, 1, 1);

    private Inputs() {
    }

    static <T> T present(String place, T value) {
        if (value == null) {
            throw new InvalidInputException(place + " must not be null.");
        }
        return value;
    }

    static String name(String name) {
        if (present("The name of a calendar", name).isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInputException("The name of a calendar must have 1 to " + LONGEST_NAME + " characters and not be blank, but had "
                + name.length() + ". Name it like office-hours.");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                throw new InvalidInputException("The name of a calendar has the control character U+" + String.format("%04X", (int) name.charAt(i))
                    + " at position " + i + ". Remove it.");
            }
        }
        if (name.equals(Deadline.ELAPSED)) {
            throw new InvalidInputException("A calendar must not be called " + Deadline.ELAPSED + ": that is plain elapsed time. Name it otherwise.");
        }
        return name;
    }

    static Instant instant(String place, Instant value) {
        if (present(place, value).isBefore(FIRST) || value.isAfter(LAST)) {
            throw new InvalidInputException(place + " must lie between " + FIRST + " and " + LAST + ", but was " + value + ".");
        }
        return value;
    }

    static LocalDate date(String place, LocalDate value) {
        if (present(place, value).isBefore(FIRST_DATE) || value.isAfter(LAST_DATE)) {
            throw new InvalidInputException(place + " must lie between " + FIRST_DATE + " and " + LAST_DATE + ", but was " + value + ".");
        }
        return value;
    }
}
