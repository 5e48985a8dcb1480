package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Span;

/**
 * Clocks that stand still while the customer has the ball, beside those that never do. The ball goes to the customer when an attempt
 * to reach him is recorded, and comes back with his message, or when the clock of his answer falls due.
 */
class PauseClocksTest {
    private static final Duration LONG = Duration.ofDays(60);
    private static final Deadline LEGAL = ladder(whole("legal").within(Duration.ofHours(24)));
    private static final Deadline OPERATIONAL = ladder(whole("operational").within(Duration.ofHours(24)).pausedWhile("answer"));
    private static final Deadline OFFICE = ladder(whole("office-time").by("office").within(Span.of(Duration.ofHours(16))).pausedWhile("answer"));
    private static final Deadline DAYS = ladder(whole("days").by("office").within(Span.days(2)).pausedWhile("answer"));

    private final Play play = OwnClocks.play(LEGAL, OPERATIONAL, OFFICE, DAYS);

    private static Deadline.Builder whole(String id) {
        return Deadline.named(id).startsWhen(Facts.OPENED).metWith(ENDS);
    }

    private static Deadline ladder(Deadline.Builder clock) {
        return clock.at(50, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").at(150, Kind.ESCALATION, "manager").from("house");
    }

    private Play opened() {
        return play.byEmail().does(ANNA, TAKE_OWNERSHIP);
    }

    private Play asked(String time) {
        return until(play, time).does(ANNA, notReached(Channel.PHONE));
    }

    private Play answered(String time) {
        return until(play, time).does(MACRO, contacted(Channel.EMAIL));
    }

    @AfterEach
    void theLogAloneTellsTheSame() {
        OwnClocks.replays(play);
    }

    @Test
    void twoTurnsOfTheCustomerMoveWhatPausesAndNothingElse() {
        opened();
        asked("5 11:00");
        answered("5 15:00");
        asked("5 16:00");
        answered("6 12:00");
        play.after(LONG);
        fell(play, "legal", "5 21:00 WARNING", "6 09:00 BREACH", "6 21:00 ESCALATION");
        // Three hours ran before the second turn ended; nine are left to the warning.
        fell(play, "operational", "6 21:00 WARNING", "7 09:00 BREACH", "7 21:00 ESCALATION");
        // Three hours of business ran; five are left to the warning.
        fell(play, "office-time", "6 17:00 WARNING", "7 17:00 BREACH", "8 17:00 ESCALATION");
        fell(play, "days", "7 09:00 WARNING", "8 09:00 BREACH", "9 09:00 ESCALATION");
    }

    @Test
    void aPausedClockSaysSinceWhen() {
        opened();
        asked("5 11:00");
        var paused = clock(play, "operational");
        assertEquals(List.of(at("5 09:00"), at("6 09:00"), 0, Instant.MAX, Optional.of(at("5 11:00"))),
            List.of(paused.start(), paused.due(), paused.rung(), paused.next(), paused.pausedAt()));
        assertEquals(Optional.empty(), clock(play, "legal").pausedAt());
        assertEquals(Optional.empty(), clock(play, "answer").pausedAt());
        answered("5 12:30");
        var on = clock(play, "operational");
        assertEquals(List.of(at("5 10:30"), at("6 10:30"), 0, at("5 22:30"), Optional.empty()),
            List.of(on.start(), on.due(), on.rung(), on.next(), on.pausedAt()));
    }

    @Test
    void aPauseInWhichTheOfficeIsClosedMovesNothingInBusinessHours() {
        opened();
        asked("5 17:00");
        answered("6 09:00");
        play.after(LONG);
        fell(play, "office-time", "5 17:00 WARNING", "6 17:00 BREACH", "7 17:00 ESCALATION");
        fell(play, "operational", "6 13:00 WARNING", "7 01:00 BREACH", "7 13:00 ESCALATION");
    }

    @Test
    void whatIsOverdueClimbsOnAfterThePause() {
        opened();
        asked("6 21:00");
        answered("8 10:00");
        play.after(LONG);
        // Overdue since nine o'clock on Tuesday, and for the last rung twelve hours were to pass, which had.
        fell(play, "operational", "5 21:00 WARNING", "6 09:00 BREACH", "6 21:00 ESCALATION");
        fell(play, "office-time", "5 17:00 WARNING", "6 17:00 BREACH", "9 10:00 ESCALATION");
    }

    @Test
    void theBallComesBackWhenTheAnswerIsOverdue() {
        opened();
        asked("5 11:00");
        // One late tick tells the same as many: the answer was due on Monday at eleven, and then the clocks went on.
        play.after(LONG);
        fell(play, "answer", "8 23:00 WARNING", "12 11:00 BREACH");
        fell(play, "legal", "5 21:00 WARNING", "6 09:00 BREACH", "6 21:00 ESCALATION");
        fell(play, "operational", "12 21:00 WARNING", "13 09:00 BREACH", "13 21:00 ESCALATION");
        fell(play, "office-time", "12 17:00 WARNING", "13 17:00 BREACH", "14 17:00 ESCALATION");
    }

    @Test
    void askingAnewLeavesTheBallWithTheCustomer() {
        opened();
        asked("5 11:00");
        ClockCase.writes(until(play, "6 11:00"), Channel.EMAIL, ASK_OPEN_QUESTION);
        assertEquals(Optional.of(at("5 11:00")), clock(play, "operational").pausedAt());
        assertEquals(at("13 11:00"), clock(play, "answer").due());
        answered("7 11:00");
        assertEquals(at("8 09:00"), clock(play, "operational").due());
    }

    @Test
    void aRungFromBeforeThePauseIsStillReported() {
        opened().passes(Duration.ofHours(13)).does(ANNA, notReached(Channel.PHONE));
        assertEquals(at("5 21:00"), clock(play, "operational").next());
        assertEquals(Optional.of(at("5 22:00")), clock(play, "operational").pausedAt());
        until(play, "6 10:00");
        fell(play, "operational", "5 21:00 WARNING");
        assertEquals(Instant.MAX, clock(play, "operational").next());
        answered("6 22:00");
        fell(play.after(LONG), "operational", "5 21:00 WARNING", "7 09:00 BREACH", "7 21:00 ESCALATION");
    }

    @Test
    void aRungThatCameAtTheVeryMomentOfThePauseIsReported() {
        opened().passes(Duration.ofHours(12)).does(ANNA, notReached(Channel.PHONE)).after(Duration.ofDays(1));
        fell(play, "operational", "5 21:00 WARNING");
    }

    @Test
    void aRungFromBeforeThePauseIsReportedThoughTheBallIsBackAlready() {
        opened().passes(Duration.ofHours(13)).does(ANNA, notReached(Channel.PHONE));
        play.passes(Duration.ofHours(24)).does(MACRO, contacted(Channel.EMAIL));
        assertEquals(at("5 21:00"), clock(play, "operational").next());
        fell(play.after(LONG), "operational", "5 21:00 WARNING", "7 09:00 BREACH", "7 21:00 ESCALATION");
    }

    @Test
    void severalRungsFromBeforeThePauseAreReportedWhileItLasts() {
        opened().passes(Duration.ofHours(25)).does(ANNA, notReached(Channel.PHONE)).after(Duration.ofDays(1));
        fell(play, "operational", "5 21:00 WARNING", "6 09:00 BREACH");
        answered("7 22:00");
        fell(play.after(LONG), "operational", "5 21:00 WARNING", "6 09:00 BREACH", "8 09:00 ESCALATION");
    }

    @Test
    void whatHappenedAndWasRecordedLaterCountsFromWhenItHappened() {
        opened();
        told(until(play, "5 15:00"), "5 11:00", notReached(Channel.PHONE));
        assertEquals(Optional.of(at("5 11:00")), clock(play, "operational").pausedAt());
        told(until(play, "5 16:00"), "5 13:00", contacted(Channel.EMAIL));
        assertEquals(at("6 11:00"), clock(play, "operational").due());
        // From eleven to one nothing ran: two hours later than without.
        fell(play.after(LONG), "office-time", "6 11:00 WARNING", "7 11:00 BREACH", "8 11:00 ESCALATION");
    }

    @Test
    void anAnswerThatIsToldToLieBeforeTheQuestionMovesNothing() {
        opened();
        asked("5 12:00");
        told(until(play, "5 14:00"), "5 11:00", contacted(Channel.EMAIL));
        play.after(LONG);
        fell(play, "operational", "5 21:00 WARNING", "6 09:00 BREACH", "6 21:00 ESCALATION");
        fell(play, "office-time", "5 17:00 WARNING", "6 17:00 BREACH", "7 17:00 ESCALATION");
    }

    @Test
    void aWarningThatWasGivenStaysGivenThoughTheTurnBeganBefore() {
        opened();
        until(play, "5 22:00");
        told(play, "5 19:00", notReached(Channel.PHONE));
        answered("6 19:00");
        fell(play.after(LONG), "operational", "5 21:00 WARNING", "7 09:00 BREACH", "7 21:00 ESCALATION");
    }

    @Test
    void aMergedDuplicateHasNoClocksAndTheOriginalsGoOn() {
        opened();
        asked("5 11:00");
        play.desk.open("original", Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        play.desk.merge(Play.CASE, "original", ANNA, "merge-1").orThrow();
        assertEquals(List.of(), play.now().deadlines());
        assertTrue(play.desk.find("original").orElseThrow().deadlines().stream().allMatch(clock -> clock.pausedAt().isEmpty()));
    }
}
