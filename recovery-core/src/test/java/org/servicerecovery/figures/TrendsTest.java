package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.after;
import static org.servicerecovery.model.RecoveryAction.note;
import static org.servicerecovery.model.Step.RECORD_ROOT_CAUSE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;

/** Being told when a root cause has become a trend. */
class TrendsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<Trend> told = new ArrayList<>();
    private final FiguresCollector collector = RecoveryFigures.collector();

    /** A case in which the cause was recorded that many days after the start; the day is in its id. */
    private static List<CaseEvent> on(int day, String cause) {
        return on(day, cause, cause + " " + day);
    }

    private static List<CaseEvent> on(int day, String cause, String id) {
        Play play = after(Duration.ofDays(day)).byPhone().does(ANNA, note(RECORD_ROOT_CAUSE, cause));
        return Stories.of(play, id, "customer of " + id);
    }

    private void add(String cause, int... days) {
        for (int day : days) {
            collector.add(on(day, cause));
        }
    }

    private static Instant day(int day) {
        return Play.START.plus(Duration.ofDays(day));
    }

    @Test
    @Covers(bites = "B49")
    @DisplayName("B49: a cause that reaches the threshold within the window is told once")
    void reached() {
        collector.trendAt(3, WEEK, told::add);
        add("late", 0, 1);
        assertEquals(List.of(), told);
        add("late", 7);
        assertEquals(List.of(new Trend("late", WEEK, List.of("late 0", "late 1", "late 7"), day(0), day(7))), told, "a week is a week");
        collector.add(on(7, "late", "the same day"));
        assertEquals(1, told.size(), "four, and never below three since");
        assertEquals(told, collector.figures().rootCauses().trends());
    }

    @Test
    @Covers(passes = "B49")
    @DisplayName("B49: a cause that stays below the threshold, however often over the years, is no trend")
    void notReached() {
        collector.trendAt(3, WEEK, told::add);
        add("late", 0, 7, 8, 15, 16, 23, 24);
        add("wrong", 0, 1);
        Play twice = after(WEEK).byPhone().does(ANNA, note(RECORD_ROOT_CAUSE, "wrong"), note(RECORD_ROOT_CAUSE, "WRONG"));
        collector.add(Stories.of(twice, "twice", "c"));
        add("none found", 0, 1, 2, 3);
        assertEquals(List.of("wrong 0", "wrong 1", "twice"), told.get(0).caseIds(), "two entries of one case are one case");
        assertEquals(1, told.size());
    }

    @Test
    @DisplayName("B49: it is told again when it comes back after it was below the threshold")
    void crossedAgain() {
        collector.trendAt(3, WEEK, told::add);
        add("late", 0, 1, 2, 3);
        assertEquals(1, told.size());
        add("late", 30, 31);
        assertEquals(1, told.size());
        add("late", 32, 33);
        assertEquals(2, told.size());
        assertEquals(List.of("late 30", "late 31", "late 32"), told.get(1).caseIds());
        add("late", 40);
        assertEquals(2, told.size(), "day 33 and day 40 are two");
    }

    @Test
    @DisplayName("B49: what was taken back makes no trend, nor does a duplicate")
    void takenBack() {
        collector.trendAt(1, WEEK, told::add);
        Play play = Stories.takingBack(Stories.play().byPhone().does(ANNA, note(RECORD_ROOT_CAUSE, "late")), RECORD_ROOT_CAUSE);
        collector.add(Stories.of(play, "a", "a"));
        collector.add(Stories.of(Stories.merged(), "b", "b"));
        assertEquals(List.of(), told);
    }

    @Test
    void severalThresholdsAreWatchedEachByItself() {
        List<Trend> five = new ArrayList<>();
        collector.trendAt(2, WEEK, told::add);
        collector.trendAt(5, WEEK, five::add);
        add("late", 0, 1, 2, 3, 4);
        assertEquals(List.of("late 0", "late 1"), told.get(0).caseIds());
        assertEquals(5, five.get(0).caseIds().size());
        assertEquals(1, told.size());
        assertEquals(2, collector.figures().rootCauses().trends().size());
    }

    @Test
    void outOfOrderWhatLiesInTheWindowOfTheNewestCountsAndWhatIsOlderIsRankedOnly() {
        collector.trendAt(3, WEEK, told::add);
        add("late", 10, 2, 4);
        assertEquals(List.of(), told, "day 2 is more than a week before day 10");
        add("late", 5);
        assertEquals(List.of("late 4", "late 5", "late 10"), told.get(0).caseIds());
        assertEquals(4, collector.figures().rootCauses().ranked().get(0).cases());
        add("wrong", 10, 9, 2);
        assertEquals(1, told.size());
    }

    @Test
    void whatTheCallbackThrowsLosesNeitherFiguresNorTheOtherCallbacks() {
        IllegalStateException broken = new IllegalStateException("the pager is broken");
        collector.trendAt(2, WEEK, trend -> {
            throw broken;
        });
        collector.trendAt(2, WEEK, told::add);
        add("late", 0, 1, 2);
        assertEquals(1, told.size());
        assertEquals(told.get(0), collector.untold().get(0).trend());
        assertSame(broken, collector.untold().get(0).problem());
        RecoveryFigures figures = collector.figures();
        assertEquals(3, figures.cases());
        assertEquals(3, figures.rootCauses().ranked().get(0).cases());
        assertEquals(1, figures.rootCauses().untold());
        assertEquals(3, figures.times().firstResponse().measured());
        assertTrue(figures.report().contains("trends that nobody could be told of: 1"), figures::report);
    }

    @Test
    void anErrorIsThrownOnWhenEverythingHasBeenCounted() {
        collector.trendAt(1, WEEK, trend -> {
            throw new AssertionError("stop");
        });
        assertThrows(AssertionError.class, () -> add("late", 0));
        assertEquals(1, collector.figures().rootCauses().ranked().get(0).cases());
        assertEquals(1, collector.figures().repeats().repeaters().of());
    }

    @Test
    void theCallbackMayAskForTheFiguresWhichHaveTheCaseInThem() {
        List<Long> cases = new ArrayList<>();
        collector.trendAt(2, WEEK, trend -> cases.add(collector.figures().rootCauses().ranked().get(0).cases()));
        add("late", 0, 1);
        assertEquals(List.of(2L), cases);
    }

    @Test
    void aThresholdThatCannotBeReachedOrAWindowOfNothingIsRefused() {
        for (Runnable wrong : Stream.<Runnable>of(() -> collector.trendAt(0, WEEK, told::add),
            () -> collector.trendAt(1, Duration.ZERO, told::add), () -> collector.trendAt(1, WEEK.negated(), told::add),
            () -> collector.trendAt(1, null, told::add),
            () -> collector.trendAt(1, WEEK, null)).toList()) {
            assertThrows(InvalidInputException.class, wrong::run);
        }
        add("late", 0);
        assertEquals(List.of(), collector.figures().rootCauses().trends());
    }
}
