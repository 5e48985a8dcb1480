package org.servicerecovery.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Span;
import org.servicerecovery.spi.BusinessCalendar;

/**
 * A calendar of opening hours in one time zone: hours for each day of the week, holidays, exceptional openings, breaks and night
 * shifts. Immutable, and safe for many threads. It counts exactly, to the nanosecond, and rounds nothing: what a calendar that keeps
 * minutes says is the same minute.
 *
 * <pre>{@code
 * OpeningHours office = OpeningHours.named("office", ZoneId.of("Europe/Berlin"))
 *     .onWeekdays("09:00-17:00")
 *     .open(DayOfWeek.SATURDAY, "10:00-12:00", "13:00-15:30")
 *     .breaks("12:00-12:30")
 *     .holidays(LocalDate.of(2026, 12, 25))
 *     .open(LocalDate.of(2026, 12, 24), "09:00-12:00")
 *     .build();
 * }</pre>
 *
 * <p>What holds always:
 * <ul>
 * <li>Hours are what the wall clock of the zone shows. An opening or closing time is the first instant at which that clock shows this
 * time or a later one: of a time that comes twice, because the clock is set back, the first; for a time that is skipped, because the
 * clock is set forward, the moment of the change. So a shift from 00:00 to 08:00 has 7 hours in the night in which the clock springs
 * forward and 9 in the night in which it falls back, and hours that touch never overlap and leave no gap.</li>
 * <li>Opening hours belong to the day on which they begin. A night shift, such as 22:00-06:00, is that of the evening: a holiday on the
 * evening's date cancels it to its end, a holiday on the morning's date does not touch it. Hours of two days that overlap are open
 * once.</li>
 * <li>Breaks belong to the clock: it is closed whenever the clock shows a time in a break, whichever day the hours belong to, in
 * exceptional openings, too.</li>
 * <li>An exceptional opening replaces all hours that would begin on its date, and wins over a holiday.</li>
 * <li>A business day is a date on which opening hours begin, of which something is left after breaks and changes of the clock.</li>
 * <li>The instant of opening is open, that of closing is not.</li>
 * <li>A span of time begins to run at the next opening if it begins while closed.</li>
 * <li>Days, weeks and months are counted by date in the zone. No span ends before it begins: one whose only day is the day of receipt,
 * and which begins after its close of business, ends with that calendar day.</li>
 * </ul>
 *
 * <p>What rules differ in is chosen with the builder, and described there: {@link UsedUp}, {@link DayOfReceipt}, {@link LastDay},
 * {@link ClosedEnd} and {@link AfterHours}. Unless told otherwise, three business days end at the close of business of the third
 * business day following the day of receipt, and four hours that are used up at a closing time end at that closing time.
 *
 * <p>All instants given must lie between the years 1900 and 9000, and nothing is looked for further than a thousand years away; beyond
 * the last exceptional opening of a calendar without weekly hours nothing is looked for at all. Each question takes time in proportion
 * to the days between beginning and end: about a microsecond each in this century, some more in later ones.
 */
public final class OpeningHours implements BusinessCalendar {
    /** What is longer than this is not even looked for. */
    private static final Duration LONGEST = Duration.ofDays(365_250);

    private final String name;
    private final ZoneId zone;
    private final OpenDays days;
    private final DayCount count;
    private final UsedUp usedUp;

    OpeningHours(String name, ZoneId zone, OpenDays days, Conventions conventions) {
        this.name = name;
        this.zone = zone;
        this.days = days;
        this.count = new DayCount(name, days, conventions);
        this.usedUp = conventions.usedUp();
    }

    /**
     * Starts a calendar that is never open.
     *
     * @param name the name by which deadlines refer to it: one line of 1 to 200 characters, not {@value Deadline#ELAPSED}
     * @param zone the zone whose wall clock the hours are given in
     * @return a builder
     * @throws InvalidInputException if the name is not like that, or a part is null
     */
    public static OpeningHoursBuilder named(String name, ZoneId zone) {
        return new OpeningHoursBuilder(name, zone);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * The zone whose wall clock the hours are given in.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Whether it is open.
     *
     * @param instant when, between the years 1900 and 9000
     * @return true if so; at the instant of opening it is, at that of closing it is not
     * @throws InvalidInputException if the instant is null or outside these years
     */
    public boolean isOpen(Instant instant) {
        Inputs.instant("The instant to look at in calendar " + name, instant);
        LocalDate date = days.dateOf(instant);
        // A clock that is set back over midnight shows a date again that has begun to be over.
        for (LocalDate day = date.minusDays(1); !day.isAfter(date.plusDays(1)); day = day.plusDays(1)) {
            for (Stretch open : days.on(day)) {
                if (!instant.isBefore(open.from()) && instant.isBefore(open.to())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * When a clock of business time that is started then begins to run.
     *
     * @param instant when, between the years 1900 and 9000
     * @return the instant itself if it is open, otherwise the next opening
     * @throws InvalidInputException if the instant is null or outside these years, or it does not open any more
     */
    public Instant opensAt(Instant instant) {
        return timeAfter(Inputs.instant("The instant to look at in calendar " + name, instant), Duration.ZERO);
    }

    /**
     * When a span that began then is over.
     *
     * @param start the beginning, between the years 1900 and 9000; it need not be in business hours
     * @param span  how long
     * @return the due instant, not before {@code start}
     * @throws InvalidInputException if a part is null, the beginning is outside these years, or the calendar is not open for so long, or
     *                               on so many days, within a thousand years
     */
    @Override
    public Instant after(Instant start, Span span) {
        Inputs.instant("The beginning of a span in calendar " + name, start);
        if (Inputs.present("The span in calendar " + name, span).unit() == Span.Unit.TIME) {
            return timeAfter(start, span.time());
        }
        return count.after(start, span);
    }

    /** The way forward. No time at all leads to the next opening, because a clock stands still until then. */
    private Instant timeAfter(Instant start, Duration time) {
        Duration left = time;
        Instant closing = null;
        LocalDate date = days.dateOf(start).minusDays(1);
        LocalDate far = time.compareTo(LONGEST) > 0 ? LocalDate.MIN : days.lastFrom(date);
        for (LocalDate day = date; !day.isAfter(far); day = day.plusDays(1)) {
            for (Stretch open : days.on(day)) {
                Instant from = later(open.from(), start);
                if (!from.isBefore(open.to())) {
                    continue;
                }
                if (closing != null) {
                    return from;
                }
                Duration here = Duration.between(from, open.to());
                int compared = left.compareTo(here);
                if (compared < 0 || compared == 0 && usedUp == UsedUp.AT_CLOSING) {
                    return from.plus(left);
                }
                left = left.minus(here);
                closing = left.isZero() ? open.to() : null;
            }
        }
        if (closing != null) {
            return closing;
        }
        throw time.isZero() ? neverOpen("does not open any more after " + start) : neverOpen("is not open for " + time + " after " + start);
    }

    /**
     * The latest instant from which so much business time passes until the end: where a clock would have started, had it never paused.
     * So it is the opening time, not the closing time before it, if the time is exactly used up there. The way back of a clock that has
     * used no time yet ends at the end itself, or, if it was closed just before, at the last closing time: that clock could not run
     * since. If it was never open before, it ends at the end itself, too.
     *
     * @param end  the end, between the years 1900 and 9000; it need not be in business hours
     * @param time how much business time, not negative
     * @return not after {@code end}
     * @throws InvalidInputException if a part is null, the end is outside these years, the time is negative, or the calendar was not open
     *                               for so long within the thousand years before
     */
    @Override
    public Instant before(Instant end, Duration time) {
        Inputs.instant("The end of a span in calendar " + name, end);
        if (Inputs.present("The time before " + end + " in calendar " + name, time).isNegative()) {
            throw new InvalidInputException("The time before " + end + " in calendar " + name + " must not be negative, but was " + time + ".");
        }
        Duration left = time;
        LocalDate date = days.dateOf(end).plusDays(1);
        LocalDate far = time.compareTo(LONGEST) > 0 ? LocalDate.MAX : days.firstFrom(date);
        for (LocalDate day = date; !day.isBefore(far); day = day.minusDays(1)) {
            List<Stretch> stretches = days.on(day);
            for (int i = stretches.size() - 1; i >= 0; i--) {
                Stretch open = stretches.get(i);
                Instant to = open.to().isAfter(end) ? end : open.to();
                if (!open.from().isBefore(to)) {
                    continue;
                }
                Duration here = Duration.between(open.from(), to);
                if (left.compareTo(here) <= 0) {
                    return to.minus(left);
                }
                left = left.minus(here);
            }
        }
        if (time.isZero()) {
            return end;
        }
        throw neverOpen("was not open for " + time + " before " + end);
    }

    /**
     * How much business time lies between two instants.
     *
     * @param start the earlier, between the years 1900 and 9000
     * @param end   the later, between the years 1900 and 9000; what is not later than {@code start} gives {@link Duration#ZERO}
     * @return never negative
     * @throws InvalidInputException if an instant is null or outside these years
     */
    @Override
    public Duration between(Instant start, Instant end) {
        Inputs.instant("The beginning of a span in calendar " + name, start);
        Inputs.instant("The end of a span in calendar " + name, end);
        Duration sum = Duration.ZERO;
        if (!start.isBefore(end)) {
            return sum;
        }
        LocalDate far = days.dateOf(end).plusDays(1);
        for (LocalDate day = days.dateOf(start).minusDays(1); !day.isAfter(far); day = day.plusDays(1)) {
            for (Stretch open : days.on(day)) {
                Instant from = later(open.from(), start);
                Instant to = open.to().isAfter(end) ? end : open.to();
                if (from.isBefore(to)) {
                    sum = sum.plus(Duration.between(from, to));
                }
            }
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private InvalidInputException neverOpen(String what) {
        return new InvalidInputException("Calendar " + name + " " + what + ", as far as a thousand years away. Ask for less, or give it weekly"
            + " opening hours or exceptional openings that reach further.");
    }

    @Override
    public String toString() {
        return name + " (" + zone + ")";
    }
}
