package org.servicerecovery.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.InvalidInputException;

/**
 * Writes {@link OpeningHours} down. Hours in text are written like {@code 09:00-17:30}, from {@code 00:00} to {@code 24:00}; hours that
 * end at or before they begin end on the next day: {@code 22:00-06:00} is a night shift, {@code 08:00-08:00} has 24 hours. As two times,
 * midnight at the end is the end of the day. Hours add up; what overlaps is open once. All dates must lie between the years 1900 and
 * 9000, and nothing may be null. Not for use by several threads.
 */
public final class OpeningHoursBuilder {
    private static final int LONGEST_CLOSURE = 3_660;

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Hours>> exceptional = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final List<Hours> breaks = new ArrayList<>();
    private final Map<LocalDate, List<Hours>> breaksOn = new HashMap<>();
    private UsedUp usedUp = UsedUp.AT_CLOSING;
    private DayOfReceipt dayOfReceipt = DayOfReceipt.NOT_COUNTED;
    private LastDay lastDay = LastDay.CLOSE_OF_BUSINESS;
    private ClosedEnd closedEnd = ClosedEnd.STAYS;
    private AfterHours afterHours = AfterHours.SAME_DAY;

    OpeningHoursBuilder(String name, ZoneId zone) {
        this.name = Inputs.name(name);
        this.zone = Inputs.present("The zone of calendar " + name, zone);
    }

    /**
     * Opens on a day of the week.
     *
     * @param day   which
     * @param hours when, at least one entry like {@code 09:00-17:30}
     * @return this
     * @throws InvalidInputException if there is no entry, or one is not written like that
     */
    public OpeningHoursBuilder open(DayOfWeek day, String... hours) {
        return add(weekly, present(day), Hours.parse(place("opening hours", day), hours));
    }

    /**
     * Opens on a day of the week.
     *
     * @param day  which
     * @param from the opening time
     * @param to   the closing time, on the next day if it is not after the opening time
     * @return this
     * @throws InvalidInputException if a part is null
     */
    public OpeningHoursBuilder open(DayOfWeek day, LocalTime from, LocalTime to) {
        return add(weekly, present(day), List.of(Hours.of(place("opening hours", day), from, to)));
    }

    /**
     * Opens from Monday to Friday.
     *
     * @param hours when, at least one entry like {@code 09:00-17:30}
     * @return this
     * @throws InvalidInputException if there is no entry, or one is not written like that
     */
    public OpeningHoursBuilder onWeekdays(String... hours) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                open(day, hours);
            }
        }
        return this;
    }

    /**
     * Opens on all seven days of the week. Round the clock is {@code everyDay("00:00-24:00")}.
     *
     * @param hours when, at least one entry like {@code 09:00-17:30}
     * @return this
     * @throws InvalidInputException if there is no entry, or one is not written like that
     */
    public OpeningHoursBuilder everyDay(String... hours) {
        for (DayOfWeek day : DayOfWeek.values()) {
            open(day, hours);
        }
        return this;
    }

    /**
     * Opens exceptionally: instead of the hours that would begin on that date, and even if it is a holiday.
     *
     * @param date  when, between the years 1900 and 9000
     * @param hours the hours of that date, at least one entry like {@code 09:00-17:30}
     * @return this
     * @throws InvalidInputException if there is no entry, one is not written like that, or the date is outside these years
     */
    public OpeningHoursBuilder open(LocalDate date, String... hours) {
        return add(exceptional, date("An exceptional opening", date), Hours.parse(place("opening hours", date), hours));
    }

    /**
     * Opens exceptionally: instead of the hours that would begin on that date, and even if it is a holiday.
     *
     * @param date when, between the years 1900 and 9000
     * @param from the opening time
     * @param to   the closing time, on the next day if it is not after the opening time
     * @return this
     * @throws InvalidInputException if a part is null, or the date is outside these years
     */
    public OpeningHoursBuilder open(LocalDate date, LocalTime from, LocalTime to) {
        return add(exceptional, date("An exceptional opening", date), List.of(Hours.of(place("opening hours", date), from, to)));
    }

    /**
     * Closes whenever the clock shows these times, on every date, whichever day the opening hours belong to.
     *
     * @param hours when, at least one entry like {@code 12:00-12:30}
     * @return this
     * @throws InvalidInputException if there is no entry, or one is not written like that
     */
    public OpeningHoursBuilder breaks(String... hours) {
        breaks.addAll(Hours.parse(place("breaks", "every day"), hours));
        return this;
    }

    /**
     * Closes whenever the clock shows these times, on every date, whichever day the opening hours belong to.
     *
     * @param from the beginning
     * @param to   the end, on the next day if it is not after the beginning
     * @return this
     * @throws InvalidInputException if a part is null
     */
    public OpeningHoursBuilder breaks(LocalTime from, LocalTime to) {
        breaks.add(Hours.of(place("breaks", "every day"), from, to));
        return this;
    }

    /**
     * Closes while the clock shows these times on one date, for a meeting of the staff, say.
     *
     * @param date  when, between the years 1900 and 9000
     * @param hours at least one entry like {@code 12:00-12:30}
     * @return this
     * @throws InvalidInputException if there is no entry, one is not written like that, or the date is outside these years
     */
    public OpeningHoursBuilder breaks(LocalDate date, String... hours) {
        return add(breaksOn, date("A break", date), Hours.parse(place("breaks", date), hours));
    }

    /**
     * Opens no hours on these dates, unless exceptionally. A night shift of the evening before runs to its end.
     *
     * @param dates any number, between the years 1900 and 9000
     * @return this
     * @throws InvalidInputException if a date is null or outside these years
     */
    public OpeningHoursBuilder holidays(LocalDate... dates) {
        return holidays(Arrays.asList(Inputs.present("The list of holidays of calendar " + name, dates)));
    }

    /**
     * Opens no hours on these dates, unless exceptionally. A night shift of the evening before runs to its end.
     *
     * @param dates any number, between the years 1900 and 9000
     * @return this
     * @throws InvalidInputException if a date is null or outside these years
     */
    public OpeningHoursBuilder holidays(Collection<LocalDate> dates) {
        Set<LocalDate> checked = new HashSet<>();
        for (LocalDate date : Inputs.present("The list of holidays of calendar " + name, dates)) {
            checked.add(date("A holiday", date));
        }
        holidays.addAll(checked);
        return this;
    }

    /**
     * Opens no hours on all dates of a holiday, unless exceptionally.
     *
     * @param first the first date
     * @param last  the last date, closed too; not before the first, and at most 3,660 days after it
     * @return this
     * @throws InvalidInputException if a date is null or not between the years 1900 and 9000, or they are not in order or too far apart
     */
    public OpeningHoursBuilder closed(LocalDate first, LocalDate last) {
        long length = ChronoUnit.DAYS.between(date("The first day of a closure", first), date("The last day of a closure", last));
        if (length < 0 || length > LONGEST_CLOSURE) {
            throw new InvalidInputException("A closure of calendar " + name + " must end 0 to " + LONGEST_CLOSURE
                + " days after it begins, but was from " + first + " to " + last + ".");
        }
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            holidays.add(date);
        }
        return this;
    }

    /**
     * When a span of time is over that is exactly used up at a closing time; {@link UsedUp#AT_CLOSING} unless told otherwise.
     *
     * @param convention which
     * @return this
     * @throws InvalidInputException if it is null
     */
    public OpeningHoursBuilder usedUp(UsedUp convention) {
        usedUp = present(convention);
        return this;
    }

    /**
     * Whether the day of receipt is the first of the days; {@link DayOfReceipt#NOT_COUNTED} unless told otherwise.
     *
     * @param convention which
     * @return this
     * @throws InvalidInputException if it is null
     */
    public OpeningHoursBuilder dayOfReceipt(DayOfReceipt convention) {
        dayOfReceipt = present(convention);
        return this;
    }

    /**
     * When days, weeks and months end on their last day; {@link LastDay#CLOSE_OF_BUSINESS} unless told otherwise.
     *
     * @param convention which
     * @return this
     * @throws InvalidInputException if it is null
     */
    public OpeningHoursBuilder lastDay(LastDay convention) {
        lastDay = present(convention);
        return this;
    }

    /**
     * What happens if days, weeks or months end on a day that is no business day; {@link ClosedEnd#STAYS} unless told otherwise.
     *
     * @param convention which
     * @return this
     * @throws InvalidInputException if it is null
     */
    public OpeningHoursBuilder closedEnd(ClosedEnd convention) {
        closedEnd = present(convention);
        return this;
    }

    /**
     * On which day it counts as received what comes after hours; {@link AfterHours#SAME_DAY} unless told otherwise.
     *
     * @param convention which
     * @return this
     * @throws InvalidInputException if it is null
     */
    public OpeningHoursBuilder afterHours(AfterHours convention) {
        afterHours = present(convention);
        return this;
    }

    /**
     * Ends the sentence.
     *
     * @return the calendar; what is told to this builder later does not change it
     * @throws InvalidInputException if it has neither weekly hours nor an exceptional opening, or counts the day of receipt but ends at
     *                               the same time of day, so that a span of one day would be over when it begins
     */
    public OpeningHours build() {
        if (weekly.isEmpty() && exceptional.isEmpty()) {
            throw new InvalidInputException("Calendar " + name + " is never open. Give it opening hours: onWeekdays(\"09:00-17:00\"), or"
                + " everyDay(\"00:00-24:00\") for round the clock.");
        }
        if (dayOfReceipt == DayOfReceipt.COUNTED && lastDay == LastDay.SAME_TIME) {
            throw new InvalidInputException("Calendar " + name + " counts the day of receipt and ends at the same time of day, so that one day would"
                + " be over when it begins. Let it end at CLOSE_OF_BUSINESS or END_OF_DAY, or let the day of receipt be NOT_COUNTED.");
        }
        OpenDays days = new OpenDays(zone, weekly, exceptional, holidays, breaks, breaksOn);
        return new OpeningHours(name, zone, days, new Conventions(usedUp, dayOfReceipt, lastDay, closedEnd, afterHours));
    }

    /** Takes hours that have been checked: an error before has changed nothing. */
    private <K> OpeningHoursBuilder add(Map<K, List<Hours>> days, K day, List<Hours> hours) {
        days.computeIfAbsent(day, key -> new ArrayList<>()).addAll(hours);
        return this;
    }

    private LocalDate date(String what, LocalDate date) {
        return Inputs.date(what + " of calendar " + name, date);
    }

    private DayOfWeek present(DayOfWeek day) {
        return Inputs.present("A day of the week of calendar " + name, day);
    }

    private <T extends Enum<T>> T present(T convention) {
        return Inputs.present("A convention of calendar " + name, convention);
    }

    private String place(String what, Object when) {
        return "the " + what + " of calendar " + name + " on " + when;
    }
}
