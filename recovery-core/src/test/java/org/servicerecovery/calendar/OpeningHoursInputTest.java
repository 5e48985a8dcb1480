package org.servicerecovery.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Span;

/** What makes no calendar is refused with one message, and no question runs for ever. */
class OpeningHoursInputTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static OpeningHoursBuilder builder() {
        return OpeningHours.named("office", ZoneOffset.UTC);
    }

    private static void refused(String message, Executable executable) {
        InvalidInputException error = assertThrows(InvalidInputException.class, executable);
        assertTrue(error.getMessage().contains(message), error::getMessage);
        assertTrue(error.getMessage().endsWith("."), error::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "9:00-17:00", "09:00", "09:00-", "09:00 - 17:00", "09:00–17:00", "24:00-06:00", "09:00-24:01",
        "09:60-10:00", "09:00-25:00", "09:00-17:00,18:00-19:00", "٠٩:00-17:00"})
    void hoursInTextMustBeWrittenAsTold(String text) {
        refused("calendar office on MONDAY must be written like 09:00-17:30", () -> builder().open(DayOfWeek.MONDAY, text));
        refused("\"" + text + "\"", () -> builder().open(LocalDate.of(2026, 1, 5), "09:00-10:00", text));
        refused("the breaks of calendar office on every day", () -> builder().breaks(text));
    }

    @Test
    void aLongTextIsNotRepeatedInFull() {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> builder().onWeekdays("x".repeat(100_000)));
        assertTrue(error.getMessage().length() < 400, error::getMessage);
    }

    @Test
    void hoursMustBeGiven() {
        refused("None of the opening hours of calendar office on MONDAY is given", () -> builder().onWeekdays());
        refused("None of the opening hours of calendar office on 2026-01-05 is given", () -> builder().open(LocalDate.of(2026, 1, 5)));
        refused("None of the breaks of calendar office on every day is given", () -> builder().breaks());
    }

    @Test
    void nothingMayBeNull() {
        LocalTime noon = LocalTime.NOON;
        LocalDate date = LocalDate.of(2026, 1, 5);
        OpeningHours office = builder().onWeekdays("09:00-17:00").build();
        for (Executable one : List.<Executable>of(() -> OpeningHours.named(null, ZoneOffset.UTC), () -> OpeningHours.named("office", null),
            () -> builder().open((DayOfWeek) null, "09:00-17:00"), () -> builder().open(DayOfWeek.MONDAY, (String) null),
            () -> builder().open(DayOfWeek.MONDAY, (String[]) null), () -> builder().open(DayOfWeek.MONDAY, null, noon),
            () -> builder().open(DayOfWeek.MONDAY, noon, null), () -> builder().open((LocalDate) null, "09:00-17:00"),
            () -> builder().open(date, null, noon), () -> builder().open(date, noon, null), () -> builder().breaks(null, noon),
            () -> builder().breaks((LocalDate) null, "12:00-13:00"), () -> builder().breaks((String) null),
            () -> builder().holidays((LocalDate) null), () -> builder().holidays((LocalDate[]) null),
            () -> builder().holidays((Collection<LocalDate>) null),
            () -> builder().holidays(Arrays.asList(date, null)), () -> builder().closed(null, date), () -> builder().closed(date, null),
            () -> builder().usedUp(null), () -> builder().dayOfReceipt(null), () -> builder().lastDay(null), () -> builder().closedEnd(null),
            () -> builder().afterHours(null), () -> office.after(null, Span.days(1)), () -> office.after(START, null),
            () -> office.before(null, Duration.ZERO), () -> office.before(START, null), () -> office.between(null, START),
            () -> office.between(START, null), () -> office.isOpen(null), () -> office.opensAt(null))) {
            refused("must not be null", one);
        }
    }

    @Test
    void aNameIsOneLineAndNotThatOfElapsedTime() {
        refused("not be blank", () -> OpeningHours.named(" ", ZoneOffset.UTC));
        refused("1 to 200 characters", () -> OpeningHours.named("x".repeat(201), ZoneOffset.UTC));
        refused("U+000A at position 1", () -> OpeningHours.named("a\nb", ZoneOffset.UTC));
        refused("plain elapsed time", () -> OpeningHours.named("elapsed", ZoneOffset.UTC));
    }

    @Test
    void aCalendarThatIsNeverOpenIsRefused() {
        refused("Calendar office is never open", () -> builder().holidays(LocalDate.of(2026, 1, 1)).breaks("12:00-13:00").build());
        OpeningHoursBuilder builder = builder();
        assertThrows(InvalidInputException.class, () -> builder.open(DayOfWeek.MONDAY, "nine to five"));
        refused("Calendar office is never open", builder::build);
    }

    @Test
    void oneDayMustNotBeOverWhenItBegins() {
        refused("Let it end at CLOSE_OF_BUSINESS or END_OF_DAY",
            () -> builder().onWeekdays("09:00-17:00").dayOfReceipt(DayOfReceipt.COUNTED).lastDay(LastDay.SAME_TIME).build());
    }

    @Test
    void datesMustLieInReach() {
        for (LocalDate date : new LocalDate[] {LocalDate.MIN, LocalDate.MAX, LocalDate.of(1899, 12, 31), LocalDate.of(9000, 1, 2)}) {
            refused("must lie between 1900-01-01 and 9000-01-01", () -> builder().holidays(date));
            refused("must lie between 1900-01-01 and 9000-01-01", () -> builder().open(date, "09:00-17:00"));
            refused("must lie between 1900-01-01 and 9000-01-01", () -> builder().breaks(date, "09:00-17:00"));
            refused("must lie between 1900-01-01 and 9000-01-01", () -> builder().closed(date, date));
        }
        refused("0 to 3660 days after it begins", () -> builder().closed(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)));
        refused("0 to 3660 days after it begins", () -> builder().closed(LocalDate.of(2026, 1, 2), LocalDate.of(2126, 1, 1)));
    }

    @Test
    void instantsMustLieInReach() {
        OpeningHours office = OpeningHours.named("office", ZoneId.of("Asia/Kathmandu")).onWeekdays("09:00-17:00").build();
        for (Instant far : new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("1899-12-31T23:59:59Z"), Instant.parse("9000-01-01T00:00:01Z")}) {
            for (Executable one : List.<Executable>of(() -> office.after(far, Span.of(Duration.ofHours(1))), () -> office.after(far, Span.months(1)),
                () -> office.before(far, Duration.ZERO), () -> office.between(START, far), () -> office.between(far, START),
                () -> office.isOpen(far), () -> office.opensAt(far))) {
                refused("must lie between 1900-01-01T00:00:00Z and 9000-01-01T00:00:00Z, but was " + far, one);
            }
        }
        refused("must not be negative", () -> office.before(START, Duration.ofNanos(-1)));
    }

    @Test
    void whatStandsAtTheEdgeIsAnswered() {
        OpeningHours always = OpeningHours.named("always", ZoneId.of("Pacific/Kiritimati")).everyDay("00:00-24:00").build();
        Instant last = Instant.parse("9000-01-01T00:00:00Z");
        Instant first = Instant.parse("1900-01-01T00:00:00Z");
        assertEquals(last.plusSeconds(3_600), always.after(last, Span.of(Duration.ofHours(1))));
        assertEquals(first.minusSeconds(3_600), always.before(first, Duration.ofHours(1)));
        for (Span span : new Span[] {Span.months(10_000), Span.weeks(10_000), Span.days(10_000), Span.businessDays(10_000)}) {
            assertTrue(always.after(last, span).isAfter(last));
        }
    }

    @Test
    void aQuestionThatHasNoAnswerIsRefusedSoon() {
        OpeningHours past = builder().open(LocalDate.of(2025, 12, 31), "09:00-12:00").build();
        OpeningHours cut = builder().onWeekdays("12:00-12:30").breaks("11:00-13:00").build();
        OpeningHours office = builder().onWeekdays("09:00-17:00").build();
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        assertTimeout(Duration.ofSeconds(60), () -> {
            refused("is not open for PT1H after 2026-01-05T09:00:00Z", () -> past.after(START, Span.of(Duration.ofHours(1))));
            refused("has only 0 business days after 2026-01-05", () -> past.after(START, Span.businessDays(1)));
            refused("does not open any more after 2026-01-05T09:00:00Z", () -> past.opensAt(START));
            refused("was not open for PT3H1S before 2026-01-05T09:00:00Z", () -> past.before(START, Duration.ofHours(3).plusSeconds(1)));
            assertEquals(Instant.parse("2025-12-31T09:00:00Z"), past.before(START, Duration.ofHours(3)));
            refused("is not open for PT1H", () -> cut.after(START, Span.of(Duration.ofHours(1))));
            refused("has only 0 business days", () -> cut.after(START, Span.businessDays(1)));
            refused("was not open for PT1H", () -> cut.before(START, Duration.ofHours(1)));
            assertEquals(START, cut.before(START, Duration.ZERO));
            refused("is not open for", () -> office.after(START, Span.of(endless)));
            refused("was not open for", () -> office.before(START, endless));
            refused("is not open for", () -> office.after(START, Span.of(Duration.ofDays(365_250))));
        });
    }

    @Test
    void whatTheBuilderIsToldLaterDoesNotChangeACalendar() {
        OpeningHoursBuilder builder = builder().onWeekdays("09:00-17:00");
        OpeningHours office = builder.build();
        builder.holidays(LocalDate.of(2026, 1, 5)).open(DayOfWeek.MONDAY, "17:00-20:00").breaks("10:00-11:00")
            .breaks(LocalDate.of(2026, 1, 5), "11:00-12:00").open(LocalDate.of(2026, 1, 6), "09:00-10:00");
        assertEquals(Duration.ofHours(16), office.between(START, START.plus(Duration.ofDays(2))));
    }
}
