package org.servicerecovery.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Span;

/** Spans of time, worked out by hand. January 5, 2026 is a Monday. */
class OpeningHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static OpeningHoursBuilder berlin() {
        return OpeningHours.named("office", BERLIN);
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }

    private static Instant after(OpeningHours hours, String wall, Duration time) {
        return hours.after(berlin(wall), Span.of(time));
    }

    private static Duration between(OpeningHours hours, String start, String end) {
        return hours.between(berlin(start), berlin(end));
    }

    @Test
    void itKnowsItsNameAndZone() {
        OpeningHours office = berlin().onWeekdays("09:00-17:00").build();
        assertEquals("office", office.name());
        assertEquals(BERLIN, office.zone());
        assertEquals("office (Europe/Berlin)", office.toString());
    }

    @Test
    void timeRunsWhileItIsOpenOnly() {
        OpeningHours office = berlin().onWeekdays("09:00-17:00").build();
        // Friday 15:00: two hours are left, the other two are Monday's first.
        assertEquals(berlin("2026-01-12T11:00"), after(office, "2026-01-09T15:00", Duration.ofHours(4)));
        // It begins before opening, after closing, on a Saturday.
        assertEquals(berlin("2026-01-05T10:00"), after(office, "2026-01-05T07:30", Duration.ofHours(1)));
        assertEquals(berlin("2026-01-06T10:00"), after(office, "2026-01-05T17:00", Duration.ofHours(1)));
        assertEquals(berlin("2026-01-12T10:00"), after(office, "2026-01-10T12:00", Duration.ofHours(1)));
        assertEquals(Duration.ofHours(40), between(office, "2026-01-05T00:00", "2026-01-12T00:00"));
        assertEquals(Duration.ofMinutes(90), between(office, "2026-01-09T16:00", "2026-01-12T09:30"));
        assertEquals(Duration.ZERO, between(office, "2026-01-12T09:30", "2026-01-09T16:00"));
        assertEquals(berlin("2026-01-09T15:00"), office.before(berlin("2026-01-12T11:00"), Duration.ofHours(4)));
    }

    @Test
    void whatIsUsedUpAtClosingTimeIsOverThenOrAtTheNextOpening() {
        OpeningHoursBuilder builder = berlin().onWeekdays("09:00-17:00").breaks("12:00-12:30");
        OpeningHours closing = builder.build();
        OpeningHours opening = builder.usedUp(UsedUp.AT_NEXT_OPENING).build();
        assertEquals(berlin("2026-01-09T17:00"), after(closing, "2026-01-09T15:00", Duration.ofHours(2)));
        assertEquals(berlin("2026-01-12T09:00"), after(opening, "2026-01-09T15:00", Duration.ofHours(2)));
        assertEquals(berlin("2026-01-05T12:00"), after(closing, "2026-01-05T09:00", Duration.ofHours(3)));
        assertEquals(berlin("2026-01-05T12:30"), after(opening, "2026-01-05T09:00", Duration.ofHours(3)));
        // The way back leads to the opening time under both.
        assertEquals(berlin("2026-01-12T09:00"), closing.before(berlin("2026-01-12T11:00"), Duration.ofHours(2)));
        assertEquals(berlin("2026-01-12T09:00"), opening.before(berlin("2026-01-12T11:00"), Duration.ofHours(2)));
        // It never opens again.
        OpeningHours once = berlin().open(LocalDate.of(2026, 1, 5), "09:00-11:00").usedUp(UsedUp.AT_NEXT_OPENING).build();
        assertEquals(berlin("2026-01-05T11:00"), after(once, "2026-01-05T08:00", Duration.ofHours(2)));
    }

    @Test
    void theWayBackOfNoTimeIsTheEndOrTheClosingBeforeIt() {
        OpeningHours office = berlin().onWeekdays("09:00-17:00").build();
        assertEquals(berlin("2026-01-05T10:00"), office.before(berlin("2026-01-05T10:00"), Duration.ZERO));
        assertEquals(berlin("2026-01-05T17:00"), office.before(berlin("2026-01-05T17:00"), Duration.ZERO));
        assertEquals(berlin("2026-01-09T17:00"), office.before(berlin("2026-01-11T12:00"), Duration.ZERO));
        assertEquals(berlin("2026-01-09T17:00"), office.before(berlin("2026-01-12T09:00"), Duration.ZERO));
        OpeningHours later = berlin().open(LocalDate.of(2026, 2, 1), "09:00-17:00").build();
        assertEquals(berlin("2026-01-11T12:00"), later.before(berlin("2026-01-11T12:00"), Duration.ZERO));
    }

    @Test
    void itTellsWhetherAndWhenItIsOpen() {
        OpeningHours office = berlin().onWeekdays("09:00-17:00").build();
        assertTrue(office.isOpen(berlin("2026-01-05T09:00")));
        assertFalse(office.isOpen(berlin("2026-01-05T08:59:59.999999999")));
        assertTrue(office.isOpen(berlin("2026-01-05T16:59:59.999999999")));
        assertFalse(office.isOpen(berlin("2026-01-05T17:00")));
        assertEquals(berlin("2026-01-05T09:00:00.5"), office.opensAt(berlin("2026-01-05T09:00:00.5")));
        assertEquals(berlin("2026-01-06T09:00"), office.opensAt(berlin("2026-01-05T17:00")));
        assertEquals(berlin("2026-01-12T09:00"), office.opensAt(berlin("2026-01-10T17:00")));
    }

    @Test
    void aDayMayHaveSeveralIntervalsAndBreaks() {
        OpeningHours office = berlin().open(DayOfWeek.MONDAY, "09:00-12:00", "13:00-17:30")
            .open(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))
            .breaks(LocalTime.of(15, 0), LocalTime.of(15, 15)).breaks(LocalDate.of(2026, 1, 6), "09:00-10:00").build();
        // Monday: 3 h, and 4 h 30 min less a quarter of an hour. Tuesday: 8 h less a quarter of an hour, less the meeting.
        assertEquals(Duration.ofMinutes(435), between(office, "2026-01-05T00:00", "2026-01-06T00:00"));
        assertEquals(Duration.ofMinutes(405), between(office, "2026-01-06T00:00", "2026-01-07T00:00"));
        assertEquals(Duration.ofMinutes(465), between(office, "2026-01-13T00:00", "2026-01-14T00:00"));
        assertEquals(berlin("2026-01-05T15:30"), after(office, "2026-01-05T11:30", Duration.ofMinutes(165)));
    }

    @Test
    void hoursThatOverlapAreOpenOnce() {
        OpeningHours office = berlin().open(DayOfWeek.MONDAY, "09:00-14:00", "13:00-17:00", "17:00-18:00", "20:00-04:00")
            .open(DayOfWeek.TUESDAY, "03:00-05:00").usedUp(UsedUp.AT_NEXT_OPENING).build();
        assertEquals(Duration.ofHours(9 + 4), between(office, "2026-01-05T00:00", "2026-01-06T00:00"));
        assertEquals(Duration.ofHours(5), between(office, "2026-01-06T00:00", "2026-01-07T00:00"));
        // Where hours touch there is no closing time.
        assertEquals(berlin("2026-01-05T17:00"), after(office, "2026-01-05T09:00", Duration.ofHours(8)));
    }

    @Test
    void aHolidayClosesAndAnExceptionalOpeningWins() {
        OpeningHours office = berlin().onWeekdays("09:00-17:00").holidays(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25))
            .closed(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 31)).open(LocalDate.of(2026, 12, 24), "09:00-12:00")
            .open(LocalDate.of(2026, 12, 27), LocalTime.of(10, 0), LocalTime.of(11, 0)).build();
        // Wednesday from 16:00: 1 h; Thursday 3 h; Sunday, exceptionally, 1 h; Friday, January 1, from 9.
        assertEquals(berlin("2027-01-01T10:00"), after(office, "2026-12-23T16:00", Duration.ofHours(6)));
        assertEquals(berlin("2026-12-27T11:00"), after(office, "2026-12-23T16:00", Duration.ofHours(5)));
    }

    /** In Auckland the holiday is over before it begins in Honolulu. */
    @Test
    void aHolidayIsADateInTheZone() {
        LocalDate date = LocalDate.of(2026, 1, 6);
        OpeningHours auckland = OpeningHours.named("auckland", ZoneId.of("Pacific/Auckland")).everyDay("00:00-24:00").holidays(date).build();
        OpeningHours honolulu = OpeningHours.named("honolulu", ZoneId.of("Pacific/Honolulu")).everyDay("00:00-24:00").holidays(date).build();
        Instant auckBegins = Instant.parse("2026-01-05T11:00:00Z");
        Instant honoBegins = Instant.parse("2026-01-06T10:00:00Z");
        assertEquals(auckBegins.plus(Duration.ofHours(24)), auckland.opensAt(auckBegins));
        assertTrue(auckland.isOpen(auckBegins.minusNanos(1)));
        assertEquals(honoBegins.plus(Duration.ofHours(24)), honolulu.opensAt(honoBegins));
        assertTrue(honolulu.isOpen(honoBegins.minusNanos(1)));
    }

    @Test
    void aNightShiftBelongsToItsEvening() {
        OpeningHoursBuilder builder = berlin().onWeekdays("22:00-06:00").breaks("23:45-00:15", "02:00-02:30");
        OpeningHours nights = builder.build();
        // Monday evening 2 h less a quarter of an hour, Tuesday morning 6 h less a quarter and half an hour.
        assertEquals(Duration.ofMinutes(105), between(nights, "2026-01-05T12:00", "2026-01-06T00:00"));
        assertEquals(Duration.ofMinutes(420), between(nights, "2026-01-05T12:00", "2026-01-06T12:00"));
        assertFalse(nights.isOpen(berlin("2026-01-05T03:00")), "Sunday has no night shift");
        assertTrue(nights.isOpen(berlin("2026-01-10T05:59")), "that of Friday ends on Saturday");
        assertFalse(nights.isOpen(berlin("2026-01-10T22:00")));
        OpeningHours tuesdayOff = builder.holidays(LocalDate.of(2026, 1, 6)).build();
        assertTrue(tuesdayOff.isOpen(berlin("2026-01-06T05:59")), "Monday's runs to its end");
        assertFalse(tuesdayOff.isOpen(berlin("2026-01-06T22:00")));
        assertFalse(tuesdayOff.isOpen(berlin("2026-01-07T05:59")), "Tuesday's is cancelled to its end");
        assertTrue(tuesdayOff.isOpen(berlin("2026-01-07T22:00")));
    }

    @Test
    void theClockSpringsForward() {
        // Berlin, Sunday March 29, 2026: 02:00 becomes 03:00.
        OpeningHours mornings = berlin().everyDay("00:00-08:00").build();
        assertEquals(Duration.ofHours(8), between(mornings, "2026-03-28T00:00", "2026-03-29T00:00"));
        assertEquals(Duration.ofHours(7), between(mornings, "2026-03-29T00:00", "2026-03-30T00:00"));
        assertEquals(Instant.parse("2026-03-29T06:00:00Z"), after(mornings, "2026-03-29T00:00", Duration.ofHours(7)));
        assertEquals(Instant.parse("2026-03-29T02:00:00Z"), after(mornings, "2026-03-29T01:00", Duration.ofHours(2)));
        OpeningHours night = berlin().open(DayOfWeek.SATURDAY, "22:00-06:00").build();
        assertEquals(Duration.ofHours(7), between(night, "2026-03-28T12:00", "2026-03-29T12:00"));
        // 02:30 does not come: it opens, or closes, at 03:00.
        OpeningHours late = berlin().open(DayOfWeek.SUNDAY, "02:30-05:00").build();
        assertEquals(Instant.parse("2026-03-29T01:00:00Z"), late.opensAt(berlin("2026-03-29T00:00")));
        assertEquals(Duration.ofHours(2), between(late, "2026-03-29T00:00", "2026-03-30T00:00"));
        OpeningHours gone = berlin().open(DayOfWeek.SUNDAY, "02:00-03:00").build();
        assertEquals(Duration.ZERO, between(gone, "2026-03-29T00:00", "2026-03-30T00:00"));
        assertEquals(berlin("2026-04-05T02:00"), gone.opensAt(berlin("2026-03-29T00:00")));
    }

    @Test
    void theClockFallsBack() {
        // Berlin, Sunday October 25, 2026: 03:00 becomes 02:00.
        OpeningHours mornings = berlin().everyDay("00:00-08:00").build();
        assertEquals(Duration.ofHours(9), between(mornings, "2026-10-25T00:00", "2026-10-26T00:00"));
        assertEquals(Instant.parse("2026-10-25T07:00:00Z"), after(mornings, "2026-10-25T00:00", Duration.ofHours(9)));
        OpeningHours night = berlin().open(DayOfWeek.SATURDAY, "22:00-06:00").build();
        assertEquals(Duration.ofHours(9), between(night, "2026-10-24T12:00", "2026-10-25T12:00"));
        // 02:30 comes at 00:30 UTC and at 01:30 UTC: it opens, or closes, at the first.
        OpeningHours late = berlin().open(DayOfWeek.SUNDAY, "02:30-05:00").build();
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), late.opensAt(berlin("2026-10-25T00:00")));
        assertEquals(Duration.ofMinutes(210), between(late, "2026-10-25T00:00", "2026-10-26T00:00"));
        OpeningHours early = berlin().open(DayOfWeek.SUNDAY, "00:00-02:30").build();
        assertEquals(Duration.ofMinutes(150), between(early, "2026-10-25T00:00", "2026-10-26T00:00"));
    }

    /** St. John's, October 29, 2006: at 00:01 on Sunday (02:31 UTC) it was 23:01 on Saturday again. */
    @Test
    void theClockFallsBackOverMidnight() {
        OpeningHoursBuilder builder = OpeningHours.named("sundays", ZoneId.of("America/St_Johns")).open(DayOfWeek.SUNDAY, "00:00-08:00");
        OpeningHours sundays = builder.build();
        Instant opens = Instant.parse("2006-10-29T02:30:00Z");
        Instant saturdayAgain = Instant.parse("2006-10-29T03:00:00Z");
        Instant closes = Instant.parse("2006-10-29T11:30:00Z");
        assertEquals(opens, sundays.opensAt(opens.minusSeconds(3_600)));
        assertTrue(sundays.isOpen(saturdayAgain));
        assertEquals(Duration.ofMinutes(30), sundays.between(opens.minusSeconds(3_600), saturdayAgain));
        assertEquals(opens, sundays.before(saturdayAgain, Duration.ofMinutes(30)));
        assertEquals(closes, sundays.after(saturdayAgain, Span.of(Duration.ofMinutes(510))));
        // Saturday was over when Sunday began for the first time: a span that begins on the second Saturday is over at once.
        OpeningHours counted = builder.dayOfReceipt(DayOfReceipt.COUNTED).lastDay(LastDay.END_OF_DAY).build();
        assertEquals(saturdayAgain, counted.after(saturdayAgain, Span.days(1)));
    }

    @Test
    void theLastExceptionalOpeningMayRunIntoTheNextDay() {
        OpeningHours once = berlin().open(LocalDate.of(2026, 1, 5), "22:00-06:00").build();
        assertEquals(berlin("2026-01-06T06:00"), after(once, "2026-01-05T23:00", Duration.ofHours(7)));
        assertEquals(berlin("2026-01-05T23:00"), once.before(berlin("2026-01-07T12:00"), Duration.ofHours(7)));
    }

    @Test
    void roundTheClockIsElapsedTime() {
        for (OpeningHours always : new OpeningHours[] {berlin().everyDay("00:00-24:00").build(), berlin().everyDay("08:00-08:00").build(),
            berlin().everyDay("00:00-12:00", "12:00-00:00").usedUp(UsedUp.AT_NEXT_OPENING).build()}) {
            Instant start = Instant.parse("2026-03-20T07:11:12.000000013Z");
            for (Duration time : new Duration[] {Duration.ofNanos(1), Duration.ofHours(100), Duration.ofHours(10_000)}) {
                assertEquals(start.plus(time), always.after(start, Span.of(time)));
                assertEquals(start.minus(time), always.before(start, time));
                assertEquals(time, always.between(start, start.plus(time)));
            }
        }
    }

    @Test
    void longSpansTakeNoTimeToCount() {
        OpeningHours office = berlin().onWeekdays("09:00-12:00", "13:00-18:00").breaks("15:00-15:15").build();
        Instant start = berlin("2026-01-05T09:00");
        assertTimeout(Duration.ofSeconds(30), () -> {
            Instant due = office.after(start, Span.of(Duration.ofHours(10_000)));
            assertEquals(Duration.ofHours(10_000), office.between(start, due));
            assertEquals(start, office.before(due, Duration.ofHours(10_000)));
            // Five in seven: 2,000 weeks, to a Monday.
            assertEquals(berlin("2064-05-05T18:00"), office.after(start, Span.businessDays(10_000)));
            assertEquals(berlin("2053-05-23T18:00"), office.after(start, Span.days(10_000)));
            assertTrue(office.between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z")).toHours() > 600_000);
        });
    }
}
