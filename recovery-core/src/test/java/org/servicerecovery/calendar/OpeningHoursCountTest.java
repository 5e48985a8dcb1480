package org.servicerecovery.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.servicerecovery.model.Span;

/** Random calendars where clocks change, against counting minute by minute, and the laws that counting obeys. */
class OpeningHoursCountTest {

    @Property(tries = 300, seed = "20260105")
    void itCountsWhatIsCountedMinuteByMinute(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plan.random(random);
        MinuteByMinute count = new MinuteByMinute(plan);
        UsedUp usedUp = UsedUp.values()[random.nextInt(2)];
        OpeningHours hours = plan.build(usedUp);
        for (int i = 0; i < 20; i++) {
            int start = random.nextInt(MinuteByMinute.MINUTES);
            int end = random.nextInt(MinuteByMinute.MINUTES);
            int minutes = 1 + random.nextInt(random.nextBoolean() ? 200 : 3_000);
            assertEquals(count.isOpen(start), hours.isOpen(count.at(start)), () -> plan + " at " + count.at(start));
            assertEquals(Duration.ofMinutes(count.between(start, end)), hours.between(count.at(start), count.at(end)),
                () -> plan + " from " + count.at(start) + " to " + count.at(end));
            int due = count.after(start, minutes, usedUp);
            if (due >= 0) {
                assertEquals(count.at(due), hours.after(count.at(start), Span.of(Duration.ofMinutes(minutes))),
                    () -> plan + " " + usedUp + ": " + minutes + " minutes after " + count.at(start));
            }
            int begun = count.before(end, minutes - 1);
            if (begun >= 0) {
                assertEquals(count.at(begun), hours.before(count.at(end), Duration.ofMinutes(minutes - 1)),
                    () -> plan + " " + (minutes - 1) + " minutes before " + count.at(end));
            }
        }
    }

    /** Where time is exactly used up at an edge, which random minutes seldom hit. */
    @Property(tries = 80, seed = "20260105")
    void itCountsToEveryOpeningAndClosingTime(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plan.random(random);
        MinuteByMinute count = new MinuteByMinute(plan);
        int start = random.nextInt(MinuteByMinute.MINUTES / 4);
        int end = MinuteByMinute.MINUTES - 1 - random.nextInt(MinuteByMinute.MINUTES / 4);
        for (UsedUp usedUp : UsedUp.values()) {
            OpeningHours hours = plan.build(usedUp);
            for (int edge = start + 1; edge < end; edge++) {
                if (count.isOpen(edge - 1) == count.isOpen(edge)) {
                    continue;
                }
                assertEquals(Duration.ofMinutes(count.between(start, edge)), hours.between(count.at(start), count.at(edge)), plan::toString);
                int done = count.between(start, edge);
                int due = count.after(start, done, usedUp);
                if (done > 0 && due >= 0) {
                    assertEquals(count.at(due), hours.after(count.at(start), Span.of(Duration.ofMinutes(done))), plan::toString);
                }
                int left = count.between(edge, end);
                int begun = count.before(end, left);
                if (begun >= 0) {
                    assertEquals(count.at(begun), hours.before(count.at(end), Duration.ofMinutes(left)), plan::toString);
                }
            }
        }
    }

    /** To the nanosecond, which no count of minutes sees. */
    @Property(tries = 1_000, seed = "20260105")
    void theLawsOfCountingHold(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plan.random(random);
        OpeningHours hours = plan.build(UsedUp.values()[random.nextInt(2)]);
        Instant start = plan.at(random.nextInt(4_000)).plusNanos(random.nextLong(60_000_000_000L));
        Duration one = Duration.ofNanos(1 + random.nextLong(20L * 3_600_000_000_000L));
        Duration other = random.nextBoolean() ? Duration.ofMinutes(1 + random.nextInt(600)) : Duration.ofNanos(1 + random.nextLong(1_000));
        if (plan.weekly().isEmpty() && hours.between(start, start.plus(Duration.ofDays(30))).compareTo(one.plus(other)) <= 0) {
            return;
        }
        Instant due = hours.after(start, Span.of(one));
        assertFalse(due.isBefore(start), plan::toString);
        assertEquals(one, hours.between(start, due), plan::toString);
        assertEquals(hours.after(start, Span.of(one.plus(other))), hours.after(due, Span.of(other)), plan::toString);
        assertFalse(hours.after(start, Span.of(one.plus(other))).isBefore(due), plan::toString);
        assertFalse(hours.after(start.plus(other), Span.of(one)).isBefore(due), plan::toString);
        assertEquals(hours.opensAt(start), hours.before(due, one), plan::toString);
        Instant end = due.plus(other);
        assertEquals(hours.between(start, end), hours.between(start, due).plus(hours.between(due, end)), plan::toString);
        Instant begun = hours.before(due, one);
        assertEquals(due, hours.after(begun, Span.of(one)), plan::toString);
        assertFalse(hours.before(due.plus(other), one).isBefore(begun), plan::toString);
    }

    /** By date: nothing ends before it begins; and by calendar day, later starts end later, and more days end later. */
    @Property(tries = 1_000, seed = "20260105")
    void daysAreCountedInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        Plan plan = Plan.random(random);
        if (plan.weekly().isEmpty()) {
            return;
        }
        LastDay lastDay = LastDay.values()[random.nextInt(3)];
        OpeningHours hours = plan.builder().lastDay(lastDay)
            .dayOfReceipt(lastDay == LastDay.SAME_TIME ? DayOfReceipt.NOT_COUNTED : DayOfReceipt.values()[random.nextInt(2)])
            .closedEnd(ClosedEnd.values()[random.nextInt(2)]).afterHours(AfterHours.values()[random.nextInt(2)]).build();
        Instant start = plan.at(random.nextInt(10_000)).plusNanos(random.nextLong(60_000_000_000L));
        Instant later = start.plusSeconds(random.nextInt(100_000));
        // A clock that is set back over midnight shows dates out of order.
        boolean inOrder = lastDay == LastDay.END_OF_DAY && !plan.zone().getId().equals("America/St_Johns");
        int count = 1 + random.nextInt(5);
        for (Span.Unit unit : List.of(Span.Unit.DAYS, Span.Unit.BUSINESS_DAYS, Span.Unit.WEEKS, Span.Unit.MONTHS)) {
            Instant due = hours.after(start, new Span(unit, Duration.ZERO, count));
            assertFalse(due.isBefore(start), () -> plan + " " + count + " " + unit + " after " + start);
            if (inOrder) {
                assertFalse(hours.after(start, new Span(unit, Duration.ZERO, count + 1)).isBefore(due), () -> plan + " " + unit);
                assertFalse(hours.after(later, new Span(unit, Duration.ZERO, count)).isBefore(due), () -> plan + " " + unit);
            }
        }
    }
}
