package org.servicerecovery.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Span;

/** The calendars of a desk, by name; plain elapsed time is always among them. Immutable, and safe for many threads. */
public final class Calendars {
    /** Plain elapsed time and no other. */
    public static final Calendars ELAPSED = new Calendars(Map.of());

    private final Map<String, BusinessCalendar> byName;

    private Calendars(Map<String, BusinessCalendar> byName) {
        this.byName = byName;
    }

    /**
     * These and one more.
     *
     * @param calendar the host's
     * @return new calendars
     * @throws InvalidInputException if it has no name, that of another one, or that of elapsed time
     */
    public Calendars with(BusinessCalendar calendar) {
        String name = Objects.requireNonNull(calendar, "calendar").name();
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("A calendar must have a name, by which deadlines refer to it, but " + calendar + " has none.");
        }
        if (name.equals(Deadline.ELAPSED)) {
            throw new InvalidInputException("No calendar can be called " + name + ": that is plain elapsed time, by which deadlines count that"
                + " name no other. Give it another name, and let the deadlines count by that.");
        }
        if (byName.containsKey(name)) {
            throw new InvalidInputException("There are two calendars called " + name + ". Deadlines refer to them by the name: rename one.");
        }
        Map<String, BusinessCalendar> more = new TreeMap<>(byName);
        more.put(name, new Checked(name, calendar));
        return new Calendars(more);
    }

    /**
     * The names by which deadlines can refer to them.
     *
     * @return in the order of the alphabet, {@value Deadline#ELAPSED} among them
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.add(Deadline.ELAPSED);
        return names;
    }

    /**
     * A calendar by its name. What it answers is checked: an answer that a calendar must not give throws.
     *
     * @param name of a host's calendar, or {@value Deadline#ELAPSED}
     * @return never null
     * @throws InvalidInputException if there is none of that name
     */
    public BusinessCalendar get(String name) {
        BusinessCalendar calendar = name.equals(Deadline.ELAPSED) ? BusinessCalendar.elapsed() : byName.get(name);
        if (calendar == null) {
            throw new InvalidInputException("There is no calendar " + name + ", by which a deadline counts. There are: " + String.join(", ", names())
                + ". Give the desk a calendar of that name.");
        }
        return calendar;
    }

    /** Instants go into the log for good: an impossible one is refused before it is written. */
    private record Checked(String name, BusinessCalendar calendar) implements BusinessCalendar {
        @Override
        public Instant after(Instant start, Span span) {
            Instant after = calendar.after(start, span);
            return checked(after, after != null && !after.isBefore(start), span + " after " + start);
        }

        @Override
        public Instant before(Instant end, Duration time) {
            Instant before = calendar.before(end, time);
            return checked(before, before != null && !before.isAfter(end), time + " before " + end);
        }

        @Override
        public Duration between(Instant start, Instant end) {
            Duration between = calendar.between(start, end);
            return checked(between, between != null && !between.isNegative(), "between " + start + " and " + end);
        }

        private <T> T checked(T answer, boolean possible, String question) {
            if (!possible) {
                throw new IllegalStateException("The calendar " + name + " says that " + question + " is " + answer + ", which cannot be. Mend the"
                    + " calendar; nothing was written.");
            }
            return answer;
        }
    }
}
