package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.OwnClocks.ENDS;
import static org.servicerecovery.deadlines.OwnClocks.at;
import static org.servicerecovery.deadlines.OwnClocks.clock;
import static org.servicerecovery.deadlines.OwnClocks.fell;
import static org.servicerecovery.deadlines.OwnClocks.told;
import static org.servicerecovery.deadlines.OwnClocks.until;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseSnapshot;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Span;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Loaded;

/** What starts, starts again, is met, or survives the end in the customer's turn. */
class StartsInPausesTest {
    private static final Duration LONG = Duration.ofDays(60);
    private static final Deadline OPERATIONAL = ladder(whole("operational").within(Duration.ofHours(24)).pausedWhile("answer"));

    private static Deadline.Builder whole(String id) {
        return Deadline.named(id).startsWhen(Facts.OPENED).metWith(ENDS);
    }

    private static Deadline ladder(Deadline.Builder clock) {
        return clock.at(50, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").at(150, Kind.ESCALATION, "manager").from("house");
    }

    @Test
    void aClockCannotPauseBeforeItStarted() {
        Play late = OwnClocks.play(ladder(Deadline.named("drafting").startsWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).within(Duration.ofHours(24))
            .pausedWhile("answer")));
        until(late.byEmail().does(ANNA, TAKE_OWNERSHIP), "5 12:00").does(ANNA, RECORD_STORY);
        told(until(late, "5 14:00"), "5 11:00", notReached(Channel.PHONE));
        assertEquals(Optional.of(at("5 12:00")), clock(late, "drafting").pausedAt());
        until(late, "5 15:00").does(MACRO, contacted(Channel.EMAIL));
        assertEquals(at("6 15:00"), clock(late, "drafting").due());
        OwnClocks.replays(late);
    }

    @Test
    void whatStartsInTheCustomersTurnStandsStillAtOnce() {
        Play late = OwnClocks.play(ladder(Deadline.named("drafting").startsWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).by("office")
            .within(Span.of(Duration.ofHours(8))).pausedWhile("answer")), ladder(Deadline.named("retry").startsWith(RECORD_ATTEMPT)
            .metWith(BEGIN_CONTACT).within(Duration.ofHours(2)).pausedWhile("answer")));
        late.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, notReached(Channel.PHONE));
        until(late, "5 12:00").does(ANNA, RECORD_STORY);
        assertEquals(List.of(Optional.of(at("5 09:00")), Optional.of(at("5 12:00"))),
            List.of(clock(late, "retry").pausedAt(), clock(late, "drafting").pausedAt()));
        until(late, "6 15:00").does(MACRO, contacted(Channel.EMAIL)).after(LONG);
        fell(late, "drafting", "7 11:00 WARNING", "7 15:00 BREACH", "8 11:00 ESCALATION");
        fell(late, "retry", "6 16:00 WARNING", "6 17:00 BREACH", "6 18:00 ESCALATION");
        OwnClocks.replays(late);
    }

    @Test
    void aPausedClockThatRunsIsNotStartedAnew() {
        Play twice = OwnClocks.play(ladder(Deadline.named("drafting").startsWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).within(Duration.ofHours(24))
            .pausedWhile("answer")));
        twice.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, RECORD_STORY);
        until(twice, "5 11:00").does(ANNA, notReached(Channel.PHONE));
        until(twice, "5 13:00").does(ANNA, RECORD_STORY);
        assertEquals(at("5 09:00"), clock(twice, "drafting").start());
        assertEquals(Optional.of(at("5 11:00")), clock(twice, "drafting").pausedAt());
    }

    @Test
    void aPausedClockIsMetAndEndedLikeAnyOther() {
        Play met = OwnClocks.play(ladder(Deadline.named("drafting").startsWith(TAKE_OWNERSHIP).metWith(RECORD_STORY).voidedWith(RECORD_FAILURE)
            .within(Duration.ofHours(1)).pausedWhile("answer")));
        met.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, notReached(Channel.PHONE)).does(ANNA, RECORD_STORY);
        assertTrue(met.desk.history(Play.CASE).get(met.now().version() - 1).clocks().met().contains("drafting"));
        met.does(MACRO, contacted(Channel.EMAIL)).after(LONG);
        silent(met, "drafting");
        OwnClocks.replays(met);
    }

    @Test
    void updatesThatPauseGiveTheWholeTimeAnew() {
        Play updates = OwnClocks.play(ladder(Deadline.named("updates").startsWith(TAKE_OWNERSHIP).metWith(RECORD_STORY).voidedWith(RECORD_DELIVERY)
            .recurring().within(Duration.ofHours(8)).pausedWhile("answer")));
        updates.byEmail().does(ANNA, TAKE_OWNERSHIP).passes(Duration.ofHours(2)).does(ANNA, notReached(Channel.PHONE));
        // Met in the customer's turn it begins anew, and stands still from then on.
        updates.passes(Duration.ofHours(1)).does(ANNA, RECORD_STORY);
        assertEquals(Optional.of(at("5 12:00")), clock(updates, "updates").pausedAt());
        until(updates, "6 09:00").does(MACRO, contacted(Channel.EMAIL));
        until(updates, "7 03:00");
        fell(updates, "updates", "6 13:00 WARNING", "6 17:00 BREACH", "6 21:00 ESCALATION", "6 21:00 WARNING", "7 01:00 BREACH");
        OwnClocks.replays(updates);
    }

    @Test
    void aLateTickStartsWhatRecursWhereItWouldHaveStartedAndStandsStillAsBefore() {
        Play late = OwnClocks.play(Deadline.named("updates").startsWith(TAKE_OWNERSHIP).metWith(RECORD_STORY).voidedWith(RECORD_DELIVERY)
            .recurring().within(Duration.ofHours(8)).pausedWhile("answer").at(100, Kind.BREACH, "owner").from("house"));
        late.byEmail().does(ANNA, TAKE_OWNERSHIP).passes(Duration.ofHours(18)).does(ANNA, notReached(Channel.PHONE)).after(Duration.ofDays(1));
        fell(late, "updates", "5 17:00 BREACH", "6 01:00 BREACH");
        assertEquals(Optional.of(at("6 03:00")), clock(late, "updates").pausedAt());
        late.does(MACRO, contacted(Channel.EMAIL)).after(Duration.ofHours(7));
        fell(late, "updates", "5 17:00 BREACH", "6 01:00 BREACH", "7 09:00 BREACH");
        OwnClocks.replays(late);
    }

    @Test
    void theEndGivesTheBallBackAndWhatSurvivesGoesOn() {
        Play ended = OwnClocks.play(ladder(Deadline.named("archive").startsWhen(Facts.OPENED).metWith(REOPEN).within(Duration.ofDays(10))
            .pausedWhile("answer").survivingTheEnd()), OPERATIONAL);
        ended.byEmail().does(ANNA, TAKE_OWNERSHIP).after(Duration.ofDays(1)).does(ANNA, notReached(Channel.PHONE));
        ended.passes(Duration.ofDays(2)).does(ANNA, REPORT_WITHDRAWAL).says(ANNA, Channel.EMAIL, THANK).reviewed().does(ANNA, CLOSE_AS_WITHDRAWN);
        assertEquals(List.of("archive"), ended.clocks());
        // A day before the customer's turn, and nine after it.
        fell(ended.after(LONG), "archive", "12 09:00 WARNING", "17 09:00 BREACH", "22 09:00 ESCALATION");
        // Its warning and its breach came before the customer's turn, and its third rung never, for the case had ended.
        fell(ended, "operational", "5 21:00 WARNING", "6 09:00 BREACH");
        OwnClocks.replays(ended);
    }

    @Test
    void underAPlaybookThatPausesNoLongerAPausedClockGoesOn() {
        Play paused = OwnClocks.play(OPERATIONAL);
        paused.byEmail().does(ANNA, TAKE_OWNERSHIP).passes(Duration.ofHours(2)).does(ANNA, notReached(Channel.PHONE)).passes(Duration.ofHours(3));
        Playbook firm = OwnClocks.playbook(ladder(whole("operational").within(Duration.ofHours(24))));
        // The case as it would be if it had been migrated.
        CaseSnapshot seen = paused.now().snapshot();
        CaseSnapshot moved = new CaseSnapshot(seen.id(), firm.id(), seen.state(), seen.facts(), seen.version(), seen.recordedAt(), seen.data(),
            seen.ledger(), seen.deadlines(), seen.feelingActs(), seen.fixActs(), seen.feelingSeconds(), seen.fixSeconds(), seen.timed());
        Play later = Play.on(firm, new InMemoryCaseStore(), desk -> desk.clock(paused.clock));
        later.store.append(Loaded.none(RecoveryCase.blank(Play.CASE, firm.id(), firm.vocabulary())), paused.desk.history(Play.CASE),
            RecoveryCase.restored(moved, firm.vocabulary()), List.of());
        later.does(MACRO, contacted(Channel.EMAIL));
        assertEquals(List.of(at("6 12:00"), Optional.empty()), List.of(clock(later, "operational").due(), clock(later, "operational").pausedAt()));
    }

    @Test
    void reopenedTheClocksOfTheCaseBeginAnew() {
        Play reopened = OwnClocks.play(ladder(Deadline.named("operational").startsWhen(Facts.OPENED).startsWith(REOPEN).metWith(ENDS)
            .within(Duration.ofHours(24)).pausedWhile("answer")));
        reopened.withdrawn().after(Duration.ofDays(1));
        reopened.reopened().does(ANNA, notReached(Channel.PHONE)).passes(Duration.ofHours(5)).does(MACRO, contacted(Channel.EMAIL));
        fell(reopened.after(LONG), "operational", "7 02:00 WARNING", "7 14:00 BREACH", "8 02:00 ESCALATION");
        OwnClocks.replays(reopened);
    }
}
