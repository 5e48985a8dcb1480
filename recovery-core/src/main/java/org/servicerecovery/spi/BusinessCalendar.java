package org.servicerecovery.spi;

import java.time.Duration;
import java.time.Instant;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Span;

/**
 * Counts the time that a deadline gives. Implementations are pure: the same question always has the same answer, whatever the time
 * is and wherever the program runs; and they are immutable or at least safe for many threads. What they answer is written into the
 * log, so that a calendar that is changed later moves no clock that runs.
 */
public interface BusinessCalendar {
    /**
     * The name by which deadlines refer to it.
     *
     * @return one line, unique on the desk
     */
    String name();

    /**
     * When a span that began then is over.
     *
     * @param start the beginning; it need not be in business hours
     * @param span  how long
     * @return the due instant, not before {@code start}
     */
    Instant after(Instant start, Span span);

    /**
     * The latest instant from which so much business time passes until the end: where a clock would have started, had it never paused.
     *
     * @param end  the end; it need not be in business hours
     * @param time how much business time, not negative
     * @return not after {@code end}
     */
    Instant before(Instant end, Duration time);

    /**
     * How much business time lies between two instants.
     *
     * @param start the earlier
     * @param end   the later; what is not later than {@code start} gives {@link Duration#ZERO}
     * @return never negative
     */
    Duration between(Instant start, Instant end);

    /**
     * Plain elapsed time, by which deadlines count that name no other calendar. It is always open; days, weeks and months are counted
     * in UTC and end at the time of day at which they began, and every day is a business day.
     *
     * @return a calendar called {@value Deadline#ELAPSED}
     */
    static BusinessCalendar elapsed() {
        return ElapsedTime.INSTANCE;
    }
}
