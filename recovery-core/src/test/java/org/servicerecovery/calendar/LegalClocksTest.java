package org.servicerecovery.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Span;

/** The clocks of laws and regulators, as a host writes them down, with dates worked out on a paper calendar. */
class LegalClocksTest {

    private static OpeningHoursBuilder office(String zone, String... holidays) {
        OpeningHoursBuilder builder = OpeningHours.named("office", ZoneId.of(zone)).onWeekdays("09:00-17:00");
        for (String holiday : holidays) {
            builder.holidays(LocalDate.parse(holiday));
        }
        return builder;
    }

    private static Instant at(OpeningHours hours, String wall) {
        return LocalDateTime.parse(wall).atZone(hours.zone()).toInstant();
    }

    private static void due(String expected, OpeningHours hours, String received, Span span) {
        assertEquals(at(hours, expected), hours.after(at(hours, received), span), () -> span + " after " + received);
    }

    /** FCA: the final response within 8 weeks. Tuesday to Tuesday; the clocks change in between. */
    @Test
    void eightWeeks() {
        due("2026-04-28T17:00", office("Europe/London").build(), "2026-03-03T14:10", Span.weeks(8));
        due("2026-04-29T00:00", office("Europe/London").lastDay(LastDay.END_OF_DAY).build(), "2026-03-03T14:10", Span.weeks(8));
        due("2026-04-28T14:10", office("Europe/London").lastDay(LastDay.SAME_TIME).build(), "2026-03-03T14:10", Span.weeks(8));
        assertEquals(Instant.parse("2026-04-28T13:10:00Z"), office("Europe/London").lastDay(LastDay.SAME_TIME).build()
            .after(Instant.parse("2026-03-03T14:10:00Z"), Span.weeks(8)));
    }

    /** FCA: 15 business days, over Easter: March 27, 30, 31, April 1, 2, 7 to 10, 13 to 17, 20. */
    @Test
    void fifteenBusinessDaysOverEaster() {
        OpeningHours london = office("Europe/London", "2026-04-03", "2026-04-06").build();
        due("2026-04-20T17:00", london, "2026-03-26T11:00", Span.businessDays(15));
    }

    /** FCA: by close of the third business day following the day of receipt. Friday, Tuesday, Wednesday: Monday is a bank holiday. */
    @Test
    void closeOfTheThirdBusinessDayFollowingTheDayOfReceipt() {
        OpeningHours london = office("Europe/London", "2026-05-25").build();
        due("2026-05-27T17:00", london, "2026-05-21T00:00", Span.businessDays(3));
        due("2026-05-27T17:00", london, "2026-05-21T16:59", Span.businessDays(3));
        due("2026-05-27T17:00", london, "2026-05-21T23:59", Span.businessDays(3));
        assertEquals(Instant.parse("2026-05-27T16:00:00Z"), london.after(Instant.parse("2026-05-21T10:00:00Z"), Span.businessDays(3)));
        // Received on Saturday: Tuesday, Wednesday, Thursday.
        due("2026-05-28T17:00", london, "2026-05-23T12:00", Span.businessDays(3));
        // Where what comes after hours counts as received on the next business day, Thursday 17:00 is Friday, and Saturday is Tuesday.
        OpeningHours next = office("Europe/London", "2026-05-25").afterHours(AfterHours.NEXT_BUSINESS_DAY).build();
        due("2026-05-27T17:00", next, "2026-05-21T16:59", Span.businessDays(3));
        due("2026-05-28T17:00", next, "2026-05-21T17:00", Span.businessDays(3));
        due("2026-05-29T17:00", next, "2026-05-23T12:00", Span.businessDays(3));
    }

    /** PSD2: 15 business days, 35 in exceptional cases, over Christmas: 8 until Christmas Eve, 4 until New Year's Eve, January 4 to 6. */
    @Test
    void fifteenAndThirtyFiveBusinessDays() {
        OpeningHours berlin = office("Europe/Berlin", "2026-12-25", "2026-12-26", "2027-01-01").build();
        due("2027-01-06T17:00", berlin, "2026-12-14T10:00", Span.businessDays(15));
        due("2027-02-03T17:00", berlin, "2026-12-14T10:00", Span.businessDays(35));
    }

    /** Ireland: 5 business days to acknowledge, 20 between updates, 40 to resolve; the last Monday of October is a holiday. */
    @Test
    void fiveTwentyAndFortyBusinessDays() {
        OpeningHours dublin = office("Europe/Dublin", "2026-10-26").build();
        due("2026-11-02T17:00", dublin, "2026-10-23T16:00", Span.businessDays(5));
        due("2026-11-23T17:00", dublin, "2026-10-23T16:00", Span.businessDays(20));
        due("2026-12-21T17:00", dublin, "2026-10-23T16:00", Span.businessDays(40));
    }

    /** USA: 60 calendar days: 16 in January, 28 in February, 16 in March, to the end of the day. */
    @Test
    void sixtyCalendarDays() {
        OpeningHours newYork = office("America/New_York").lastDay(LastDay.END_OF_DAY).build();
        due("2026-03-17T00:00", newYork, "2026-01-15T18:30", Span.days(60));
        assertEquals(Instant.parse("2026-03-17T04:00:00Z"), newYork.after(Instant.parse("2026-01-15T23:30:00Z"), Span.days(60)));
    }

    /** Canada: 56 days. June 2 and 28 is June 30, and 28 is July 28. */
    @Test
    void fiftySixDays() {
        due("2026-07-28T17:00", office("America/Toronto").build(), "2026-06-02T09:00", Span.days(56));
    }

    /** Two months: February has no 31st, and its 28th is a Saturday. */
    @Test
    void twoMonths() {
        due("2026-03-01T00:00", office("Europe/Berlin").build(), "2025-12-31T10:00", Span.months(2));
        due("2026-03-02T17:00", office("Europe/Berlin").closedEnd(ClosedEnd.NEXT_BUSINESS_DAY).build(), "2025-12-31T10:00", Span.months(2));
        due("2026-02-28T10:00", office("Europe/Berlin").lastDay(LastDay.SAME_TIME).build(), "2025-12-31T10:00", Span.months(2));
        due("2026-03-02T10:00", office("Europe/Berlin").lastDay(LastDay.SAME_TIME).closedEnd(ClosedEnd.NEXT_BUSINESS_DAY).build(),
            "2025-12-31T10:00", Span.months(2));
        due("2026-05-05T17:00", office("Europe/Berlin").build(), "2026-03-05T10:00", Span.months(2));
    }

    /** Days that end on a holiday: five from Sunday, December 20. */
    @Test
    void calendarDaysThatEndOnAHoliday() {
        due("2026-12-26T00:00", office("Europe/Berlin", "2026-12-25").build(), "2026-12-20T10:00", Span.days(5));
        due("2026-12-28T17:00", office("Europe/Berlin", "2026-12-25").closedEnd(ClosedEnd.NEXT_BUSINESS_DAY).build(), "2026-12-20T10:00",
            Span.days(5));
    }

    /** The day of receipt is the first: Tuesday is one, Wednesday two. A Saturday is no business day, but a day. */
    @Test
    void theDayOfReceiptCounts() {
        OpeningHours counted = office("Europe/Berlin").dayOfReceipt(DayOfReceipt.COUNTED).build();
        due("2026-01-06T17:00", counted, "2026-01-06T10:00", Span.businessDays(1));
        due("2026-01-07T17:00", counted, "2026-01-06T10:00", Span.businessDays(2));
        due("2026-01-12T17:00", counted, "2026-01-10T10:00", Span.businessDays(1));
        due("2026-01-11T00:00", counted, "2026-01-10T10:00", Span.days(1));
        due("2026-01-06T17:00", counted, "2026-01-05T10:00", Span.days(2));
        due("2026-01-13T17:00", counted, "2026-01-06T10:00", Span.weeks(1));
        // Received at or after the close of its only day: the evening is left, or it counts as received on the next business day.
        due("2026-01-07T00:00", counted, "2026-01-06T17:00", Span.businessDays(1));
        due("2026-01-07T00:00", counted, "2026-01-06T20:00", Span.days(1));
        OpeningHours next = office("Europe/Berlin").dayOfReceipt(DayOfReceipt.COUNTED).afterHours(AfterHours.NEXT_BUSINESS_DAY).build();
        due("2026-01-07T17:00", next, "2026-01-06T20:00", Span.businessDays(1));
        due("2026-01-12T17:00", next, "2026-01-09T20:00", Span.businessDays(1));
    }

    /** Moved into the opening hours of the last day, if it is one. */
    @Test
    void theSameTimeOfDay() {
        OpeningHours same = office("Europe/Berlin").breaks("12:00-13:00").lastDay(LastDay.SAME_TIME).build();
        due("2026-01-07T10:15", same, "2026-01-05T10:15", Span.businessDays(2));
        due("2026-01-07T09:00", same, "2026-01-05T07:00", Span.businessDays(2));
        due("2026-01-07T17:00", same, "2026-01-05T19:00", Span.businessDays(2));
        due("2026-01-07T13:00", same, "2026-01-05T12:30", Span.days(2));
        due("2026-01-10T19:00", same, "2026-01-05T19:00", Span.days(5));
        OpeningHours next = office("Europe/Berlin").lastDay(LastDay.SAME_TIME).afterHours(AfterHours.NEXT_BUSINESS_DAY).build();
        due("2026-01-08T09:00", next, "2026-01-05T19:00", Span.businessDays(2));
        // Not there on March 29, and twice on October 25: the first instant at which the clock shows it or more.
        OpeningHours always = OpeningHours.named("always", ZoneId.of("Europe/Berlin")).everyDay("00:00-24:00").lastDay(LastDay.SAME_TIME).build();
        assertEquals(Instant.parse("2026-03-29T01:00:00Z"), always.after(at(always, "2026-03-28T02:30"), Span.days(1)));
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), always.after(at(always, "2026-10-24T02:30"), Span.days(1)));
    }

    /** Close of business is where the hours that begin on the day end, and days are those of the wall clock. */
    @Test
    void nightShifts() {
        OpeningHours nights = OpeningHours.named("nights", ZoneId.of("Europe/Berlin")).onWeekdays("22:00-06:00").build();
        due("2026-01-08T06:00", nights, "2026-01-06T02:00", Span.businessDays(1));
        due("2026-01-10T06:00", nights, "2026-01-05T02:00", Span.businessDays(4));
        // A break at its end ends it, although that lies on the next day.
        OpeningHours early = OpeningHours.named("nights", ZoneId.of("Europe/Berlin")).onWeekdays("22:00-06:00").breaks("05:00-06:30").build();
        due("2026-01-08T05:00", early, "2026-01-06T02:00", Span.businessDays(1));
        // On Saturday at 02:00 Friday's shift is at work; at 07:00 nobody is until Monday.
        OpeningHours next = OpeningHours.named("nights", ZoneId.of("Europe/Berlin")).onWeekdays("22:00-06:00").lastDay(LastDay.END_OF_DAY)
            .afterHours(AfterHours.NEXT_BUSINESS_DAY).build();
        due("2026-01-12T00:00", next, "2026-01-10T02:00", Span.days(1));
        due("2026-01-14T00:00", next, "2026-01-10T07:00", Span.days(1));
        due("2026-01-13T00:00", next, "2026-01-10T02:00", Span.businessDays(1));
        due("2026-01-14T00:00", next, "2026-01-10T07:00", Span.businessDays(1));
    }

    /** Samoa had no December 30, 2011: it is no business day, though a Friday. */
    @Test
    void aDateThatNeverWas() {
        OpeningHours apia = office("Pacific/Apia").build();
        due("2012-01-02T17:00", apia, "2011-12-29T10:00", Span.businessDays(1));
    }
}
