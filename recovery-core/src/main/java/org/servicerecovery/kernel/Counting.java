package org.servicerecovery.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Span;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.spi.Calendars;

/**
 * How the instants of a clock are counted: when it falls due, when its rungs come, and where it stands after a pause. Elapsed time,
 * by which nearly all clocks count, is added up here without asking any calendar.
 */
final class Counting {
    private static final long NANOS = 1_000_000_000;

    private Counting() {
    }

    static Instant due(Calendars calendars, Deadline deadline, Priority priority, Instant start) {
        Span given = deadline.length(priority);
        return given.unit() == Span.Unit.TIME && deadline.calendar().equals(Deadline.ELAPSED) ? start.plus(given.time())
            : calendars.get(deadline.calendar()).after(start, given);
    }

    /** When as much time has passed after a duty's date as there was before it; the date itself if there was none. */
    static Instant dueAgain(Calendars calendars, Deadline deadline, Instant start, Instant due) {
        BusinessCalendar calendar = calendars.get(deadline.calendar());
        Duration given = calendar.between(start, due);
        return given.isZero() ? due : calendar.after(due, Span.of(given));
    }

    static RunningDeadline clock(Calendars calendars, Deadline deadline, Priority priority, int duty, Instant start, Instant due, int rung) {
        return new RunningDeadline(deadline.id(), duty, start, due, rung, rung(calendars, deadline, priority, rung, start, due));
    }

    /** Stands still from then on, or from its own start if that is later. A rung that had come by then is still reported by a tick. */
    static RunningDeadline paused(RunningDeadline clock, Instant at) {
        Instant since = at.isBefore(clock.start()) ? clock.start() : at;
        return new RunningDeadline(clock.deadline(), clock.duty(), clock.start(), clock.due(), clock.rung(),
            clock.next().isAfter(since) ? Instant.MAX : clock.next(), Optional.of(since));
    }

    /**
     * Goes on with what was left, as if it had started so much later. A rung from before the pause that is still to be reported stays
     * where it was; only that one, for a clock has one next rung.
     */
    static RunningDeadline resumed(Calendars calendars, Deadline deadline, Priority priority, RunningDeadline clock, Instant at) {
        Instant since = clock.pausedAt().orElse(at);
        Optional<BusinessCalendar> calendar = countsBusiness(deadline, priority) ? Optional.of(calendars.get(deadline.calendar())) : Optional.empty();
        Instant start = moved(calendar, clock.start(), since, at);
        Instant due = moved(calendar, clock.due(), since, at);
        Instant next = clock.next().isBefore(Instant.MAX) ? clock.next() : rung(calendars, deadline, priority, clock.rung(), start, due);
        return new RunningDeadline(clock.deadline(), clock.duty(), start, due, clock.rung(), next);
    }

    /** As far from the end of a pause as it was from its beginning. An end that is told to lie before the beginning moves nothing. */
    private static Instant moved(Optional<BusinessCalendar> business, Instant instant, Instant since, Instant until) {
        if (!until.isAfter(since)) {
            return instant;
        }
        if (business.isEmpty()) {
            return instant.plus(Duration.between(since, until));
        }
        BusinessCalendar calendar = business.get();
        // A pause in which nobody would have worked anyway moves nothing.
        if (calendar.between(since, until).isZero()) {
            return instant;
        }
        if (!instant.isAfter(since)) {
            return calendar.before(until, calendar.between(instant, since));
        }
        Duration left = calendar.between(since, instant);
        return left.isZero() ? until : calendar.after(until, Span.of(left));
    }

    private static Instant rung(Calendars calendars, Deadline deadline, Priority priority, int index, Instant start, Instant due) {
        if (index >= deadline.ladder().size()) {
            return Instant.MAX;
        }
        int percent = deadline.ladder().get(index).percent();
        if (percent == 100) {
            return due;
        }
        if (countsBusiness(deadline, priority)) {
            BusinessCalendar calendar = calendars.get(deadline.calendar());
            Duration given = calendar.between(start, due);
            Duration share = Duration.ofSeconds(given.getSeconds() / 100 * percent, nanos(given) * percent);
            // Where no business time lies between, as before a duty's date on a Sunday, there is nothing to take a share of.
            if (!share.isZero()) {
                return calendar.after(start, Span.of(share));
            }
        }
        Duration given = Duration.between(start, due);
        return start.plusSeconds(given.getSeconds() / 100 * percent).plusNanos(nanos(given) * percent);
    }

    /** The hundredth part of what goes beyond whole hundreds of seconds. Divided first, so that no time and no percentage overflows. */
    private static long nanos(Duration given) {
        return (given.getSeconds() % 100 * NANOS + given.getNano()) / 100;
    }

    /** Whether it counts the time in which somebody is there. Days, weeks and months pass whoever is there. */
    private static boolean countsBusiness(Deadline deadline, Priority priority) {
        if (deadline.calendar().equals(Deadline.ELAPSED)) {
            return false;
        }
        Span.Unit unit = deadline.duty().isPresent() ? Span.Unit.TIME : deadline.length(priority).unit();
        return unit == Span.Unit.TIME || unit == Span.Unit.BUSINESS_DAYS;
    }
}
