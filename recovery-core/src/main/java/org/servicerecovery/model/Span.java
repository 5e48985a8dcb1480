package org.servicerecovery.model;

import java.time.Duration;

/**
 * How long a {@link Deadline} gives: a stretch of time, or a number of days, weeks or months. What it comes to depends on the
 * calendar by which the deadline counts: with plain elapsed time an hour is an hour, with business hours it is an hour in which
 * somebody is there. Immutable.
 *
 * @param unit  what is counted
 * @param time  the stretch of time; {@link Duration#ZERO} unless the unit is {@link Unit#TIME}
 * @param count how many days, weeks or months, 1 to 10,000; 0 if the unit is {@link Unit#TIME}
 */
public record Span(Unit unit, Duration time, int count) {
    private static final int MOST = 10_000;

    /** What is counted. */
    public enum Unit {
        /** Time: elapsed, or in which the calendar is open. */
        TIME,
        /** Every day of the calendar. */
        DAYS,
        /** Days on which the calendar is open. */
        BUSINESS_DAYS,
        /** Seven days each. */
        WEEKS,
        /** Months: to the same day of a later month, or its last day if it has no such day. */
        MONTHS
    }

    /**
     * @throws InvalidInputException if a part is null, the time is not positive, or the number is outside 1 to 10,000
     */
    public Span {
        Texts.present("The unit of a span", unit);
        Texts.present("The time of a span", time);
        if (unit == Unit.TIME && (time.isNegative() || time.isZero() || count != 0)) {
            throw new InvalidInputException("A span of time must be positive and have no number beside it, but was " + time + " and " + count + ".");
        }
        if (unit != Unit.TIME && (count < 1 || count > MOST || !time.isZero())) {
            throw new InvalidInputException("A span of " + unit + " must be 1 to " + MOST + " of them and have no time beside it, but was " + count
                + " and " + time + ".");
        }
    }

    /**
     * A stretch of time.
     *
     * @param time positive
     * @return the span
     * @throws InvalidInputException if it is not positive
     */
    public static Span of(Duration time) {
        return new Span(Unit.TIME, time, 0);
    }

    /**
     * Calendar days.
     *
     * @param count 1 to 10,000
     * @return the span
     */
    public static Span days(int count) {
        return new Span(Unit.DAYS, Duration.ZERO, count);
    }

    /**
     * Days on which the calendar is open.
     *
     * @param count 1 to 10,000
     * @return the span
     */
    public static Span businessDays(int count) {
        return new Span(Unit.BUSINESS_DAYS, Duration.ZERO, count);
    }

    /**
     * Weeks.
     *
     * @param count 1 to 10,000
     * @return the span
     */
    public static Span weeks(int count) {
        return new Span(Unit.WEEKS, Duration.ZERO, count);
    }

    /**
     * Months.
     *
     * @param count 1 to 10,000
     * @return the span
     */
    public static Span months(int count) {
        return new Span(Unit.MONTHS, Duration.ZERO, count);
    }

    @Override
    public String toString() {
        return unit == Unit.TIME ? time.toString() : count + " " + unit;
    }
}
