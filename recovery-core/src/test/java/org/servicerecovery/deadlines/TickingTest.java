package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;

/** What ticks do with many clocks at once: order, repetition, and a log that tells all of it again. */
class TickingTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    @Test
    void aMonthWithoutTicksIsCaughtUpInTheOrderInWhichThingsFellDue() {
        DutyClocks.promised(play).passes(Duration.ofDays(30)).ticks();
        // The bad news began to be owed only when the tick found the promise broken, and is caught up in the same tick.
        assertEquals(List.of("acknowledgement BREACH supervisor", "promise-due WARNING holder", "recovery WARNING owner",
            "promise-due BREACH supervisor", "recovery BREACH supervisor", "bad-news BREACH supervisor", "promise-due ESCALATION manager",
            "recovery ESCALATION manager"), play.rungs());
        List<Instant> times = play.heard.stream().map(CaseEvent::occurredAt).toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(play.heard.stream().allMatch(event -> event.recordedAt().equals(play.instant())));
    }

    @Test
    void catchingUpAtOnceAndTickingEveryHourTellTheSame() {
        Play hourly = DutyClocks.promised(Play.standard());
        for (int hour = 0; hour < 24 * 30; hour++) {
            hourly.after(Duration.ofHours(1));
        }
        Play once = DutyClocks.promised(Play.standard()).after(Duration.ofDays(30));
        assertEquals(hourly.rungs(), once.rungs());
        assertEquals(hourly.heard.stream().map(CaseEvent::occurredAt).toList(), once.heard.stream().map(CaseEvent::occurredAt).toList());
        assertEquals(hourly.now().facts(), once.now().facts());
        assertEquals(hourly.now().deadlines(), once.now().deadlines());
    }

    @Test
    void twoTicksReportOnce() {
        play.byEmail().after(Duration.ofHours(3));
        int version = play.now().version();
        List<String> rungs = play.rungs();
        var report = play.desk.tick();
        assertEquals(0, report.lapsed());
        assertEquals(version, play.now().version());
        assertEquals(rungs, play.rungs());
    }

    @Test
    void aTickOnTimeReportsWhatIsDueAtThatVeryMoment() {
        play.byEmail().after(Duration.ofHours(1));
        fell(play, "first-response", START, "PT45M WARNING team", "PT1H BREACH supervisor");
    }

    @Test
    void severalPromisesHaveClocksOfTheirOwn() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(10))), promise("the money", play.in(Duration.ofDays(5))));
        List<Duty> promises = play.now().ledger().open(Duty.Kind.PROMISE);
        play.does(ANNA, discharge(KEEP_PROMISE, promises.get(0).id(), "receipt 17"));
        assertTrue(play.has(Facts.PROMISE_OPEN));
        fell(play.after(Duration.ofDays(6)), "promise-due", START, "PT96H WARNING holder", "PT120H BREACH supervisor");
        assertEquals(Duty.Status.UNTOLD, play.now().ledger().duty(promises.get(1).id()).orElseThrow().status());
    }

    @Test
    void everyBrokenPromiseIsToldBeforeTheBadNewsIsOver() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(WEEK)), promise("the money", play.in(WEEK))).after(WEEK);
        List<Duty> promises = play.now().ledger().open(Duty.Kind.PROMISE);
        play.says(ANNA, Channel.PHONE, discharge(TELL_BROKEN_PROMISE, promises.get(0).id(), ""));
        assertTrue(play.has(Facts.BAD_NEWS_OWED), "one is told, the other not");
        play.says(ANNA, Channel.PHONE, discharge(TELL_BROKEN_PROMISE, promises.get(1).id(), ""));
        assertFalse(play.has(Facts.BAD_NEWS_OWED));
    }

    @ParameterizedTest
    @EnumSource(names = {"RECOVERED", "UNANSWERED", "UNRECOVERED", "WITHDRAWN", "REFERRED"})
    void clocksStopAtAnEndButForAReferralsCheckBack(RecoveryState end) {
        switch (end) {
            case RECOVERED -> play.recovered();
            case UNANSWERED -> play.unanswered();
            case UNRECOVERED -> play.unrecovered();
            case WITHDRAWN -> play.withdrawn();
            default -> play.referred();
        }
        assertEquals(end == RecoveryState.REFERRED ? List.of("check-back-due") : List.of(), play.clocks());
        int heard = play.heard.size();
        play.after(Duration.ofDays(365));
        assertEquals(heard + (end == RecoveryState.REFERRED ? 2 : 0), play.heard.size());
        assertEquals(end, play.state());
    }

    @Test
    void aMergedDuplicateHasNoClocks() {
        play.byEmail();
        play.desk.open("original", Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        play.desk.merge(Play.CASE, "original", ANNA, "merge-1").orThrow();
        assertEquals(List.of(), play.clocks());
        play.after(WEEK);
        assertTrue(play.heard.stream().noneMatch(event -> event.caseId().equals(Play.CASE)));
        assertTrue(play.heard.stream().anyMatch(event -> event.caseId().equals("original")));
    }

    @Test
    void anAdoptedPromiseThatIsOverdueIsReportedAtTheNextTick() {
        Adopted.adopted(play, "anna", Set.of(Facts.OWNER_NAMED), new Duties.TakeOn(MAKE_PROMISE, "", "a new parcel", START.minus(WEEK)));
        play.ticks();
        assertTrue(play.rungs("promise-due").contains("BREACH supervisor"), () -> "heard " + play.rungs());
        assertTrue(play.has(Facts.BAD_NEWS_OWED));
    }

    @Test
    void theLogAloneGivesTheSameSnapshotAndTheSameClocks() {
        DutyClocks.promisedAndTransferred(play).after(Duration.ofDays(30));
        same(play.now(), play.replayed());
        Play reopened = Play.standard().unanswered().reopened().after(Duration.ofDays(2));
        same(reopened.now(), reopened.replayed());
    }

    @Test
    void aLimitOfCasesLeavesTheRestForTheNextTick() {
        for (int i = 0; i < 5; i++) {
            play.desk.open("c" + i, Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        }
        play.passes(Duration.ofMinutes(50));
        assertTrue(play.desk.tick(3).more());
        assertEquals(3, play.rungs().size());
        assertFalse(play.desk.tick(3).more());
        assertEquals(5, play.rungs().size());
    }

    private static void same(RecoveryCase lived, RecoveryCase replayed) {
        assertEquals(lived.state(), replayed.state());
        assertEquals(lived.facts(), replayed.facts());
        assertEquals(lived.version(), replayed.version());
        assertEquals(lived.data(), replayed.data());
        assertEquals(lived.ledger(), replayed.ledger());
        assertEquals(new HashSet<>(lived.deadlines()), new HashSet<>(replayed.deadlines()));
        assertEquals(lived.nextDue(), replayed.nextDue());
        assertEquals(lived.recordedAt(), replayed.recordedAt());
        assertEquals(List.of(lived.feelingActs(), lived.fixActs(), lived.feelingSeconds(), lived.fixSeconds()),
            List.of(replayed.feelingActs(), replayed.fixActs(), replayed.feelingSeconds(), replayed.fixSeconds()));
    }
}
