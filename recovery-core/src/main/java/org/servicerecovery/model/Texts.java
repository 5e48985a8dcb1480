package org.servicerecovery.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The checks that every text passes before it enters a case. */
final class Texts {
    static final int SHORT = 200;
    static final int LONG = 100_000;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

    private Texts() {
    }

    static String name(String what, String value) {
        if (value == null || !NAME.matcher(value).matches()) {
            throw new InvalidInputException("A " + what + "'s name must be 1 to 60 upper-case letters, digits or underscores, starting"
                + " with a letter, but was " + shown(value) + ". Name it like OWNER_NAMED.");
        }
        return value;
    }

    /** A text that must say something, on one line. */
    static String line(String place, String value) {
        String text = optional(place, value, SHORT);
        if (text.isBlank()) {
            throw new InvalidInputException(place + " must not be blank. Say what it is, in at most " + SHORT + " characters.");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw control(place, text.charAt(i), i);
            }
        }
        return text;
    }

    /** A text that must say something, over as many lines as it takes. */
    static String text(String place, String value) {
        String text = optional(place, value, LONG);
        if (text.isBlank()) {
            throw new InvalidInputException(place + " must not be blank. Say what it is, in at most " + LONG + " characters.");
        }
        return text;
    }

    /** A text that may be empty, but not null. */
    static String optional(String place, String value, int most) {
        if (value == null) {
            throw new InvalidInputException(place + " must not be null. Leave it empty (\"\") where there is nothing to say.");
        }
        if (value.length() > most) {
            throw new InvalidInputException(place + " has " + value.length() + " characters, at most " + most + " are kept."
                + " Shorten it, or keep the whole text where the host keeps its messages.");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                throw control(place, c, i);
            }
        }
        return value;
    }

    static <T> T present(String place, T value) {
        if (value == null) {
            throw new InvalidInputException(place + " must not be null.");
        }
        return Objects.requireNonNull(value);
    }

    /** A list without gaps. */
    static <T> List<T> list(String place, Collection<T> values) {
        for (T value : present(place, values)) {
            present("An entry of " + place.substring(0, 1).toLowerCase(Locale.ROOT) + place.substring(1), value);
        }
        return List.copyOf(values);
    }

    /** A date that can be counted with: the calendar's far end would overflow every ladder. */
    static Instant date(String place, Instant value) {
        if (present(place, value).isAfter(LAST) || value.isBefore(FIRST)) {
            throw new InvalidInputException(place + " must lie between " + FIRST + " and " + LAST + ", but was " + value + ".");
        }
        return value;
    }

    static String shown(String value) {
        return value == null ? "null" : '"' + (value.length() > 80 ? value.substring(0, 80) + "…" : value) + '"';
    }

    private static InvalidInputException control(String place, char c, int at) {
        return new InvalidInputException(place + " has the control character U+" + String.format("%04X", (int) c) + " at position "
            + at + ". Remove it.");
    }
}
