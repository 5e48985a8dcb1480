package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.deadlines.OwnClocks.ENDS;
import static org.servicerecovery.deadlines.OwnClocks.at;
import static org.servicerecovery.deadlines.OwnClocks.fell;
import static org.servicerecovery.deadlines.OwnClocks.play;
import static org.servicerecovery.deadlines.OwnClocks.until;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Span;

/** Deadlines by business hours and days, calendar days, weeks and months; the office is open from Monday to Friday, nine to five. */
class CalendarClocksTest {
    private static final Duration LONG = Duration.ofDays(60);

    private static Deadline.Builder whole(String id) {
        return Deadline.named(id).startsWhen(Facts.OPENED).metWith(ENDS);
    }

    private static Deadline.Builder climbing(Deadline.Builder clock) {
        return clock.at(50, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").at(150, Kind.ESCALATION, "manager")
            .at(200, Kind.ESCALATION, "director");
    }

    @Test
    void aLadderInBusinessHoursCountsTheTimeInWhichSomebodyIsThere() {
        Play play = play(climbing(whole("resolution").by("office").within(Span.of(Duration.ofHours(8)))).from("house"));
        play.passes(Duration.ofHours(4)).byEmail();
        fell(play.after(LONG), "resolution", "5 17:00 WARNING", "6 13:00 BREACH", "6 17:00 ESCALATION", "7 13:00 ESCALATION");
        OwnClocks.replays(play);
    }

    @Test
    void whatStartsAtTheWeekendCountsFromMonday() {
        Play play = play(climbing(whole("resolution").by("office").within(Span.of(Duration.ofHours(4)))).from("house"));
        play.passes(Duration.between(play.instant(), at("10 12:00"))).byEmail();
        fell(play.after(LONG), "resolution", "12 11:00 WARNING", "12 13:00 BREACH", "12 15:00 ESCALATION", "12 17:00 ESCALATION");
    }

    @Test
    void eachPriorityHasItsOwnSpan() {
        Deadline.Builder clock = whole("resolution").by("office").within(Span.businessDays(3)).within(Priority.HIGH, Span.days(2))
            .within(Priority.URGENT, Span.of(Duration.ofHours(2)));
        Deadline deadline = clock.at(100, Kind.BREACH, "supervisor").from("house");
        fell(play(deadline).of(Priority.NORMAL).byEmail().after(LONG), "resolution", "8 17:00 BREACH");
        fell(play(deadline).of(Priority.HIGH).byEmail().after(LONG), "resolution", "7 09:00 BREACH");
        fell(play(deadline).of(Priority.URGENT).byEmail().after(LONG), "resolution", "5 11:00 BREACH");
    }

    @Test
    void rungsOfBusinessDaysAreSharesOfBusinessTime() {
        // Monday nine to Wednesday five are 24 hours of business, to the Friday before the second weekend 72.
        Play play = play(climbing(whole("three").by("office").within(Span.businessDays(2))).from("house"),
            climbing(whole("nine").by("office").within(Span.businessDays(8))).from("house")).byEmail().after(LONG);
        fell(play, "three", "6 13:00 WARNING", "7 17:00 BREACH", "9 13:00 ESCALATION", "12 17:00 ESCALATION");
        fell(play, "nine", "9 13:00 WARNING", "15 17:00 BREACH", "22 13:00 ESCALATION", "28 17:00 ESCALATION");
    }

    @Test
    void rungsOfDaysWeeksAndMonthsAreSharesOfElapsedTime() {
        Play play = play(climbing(whole("days").by("office").within(Span.days(4))).from("house"),
            climbing(whole("weeks").within(Span.weeks(2))).from("house"), climbing(whole("months").within(Span.months(1))).from("house"));
        play.byEmail().after(Duration.ofDays(80));
        fell(play, "days", "7 09:00 WARNING", "9 09:00 BREACH", "11 09:00 ESCALATION", "13 09:00 ESCALATION");
        fell(play, "weeks", "12 09:00 WARNING", "19 09:00 BREACH", "26 09:00 ESCALATION", "33 09:00 ESCALATION");
        // The fifth of February is the 36th day since New Year.
        fell(play, "months", "20 21:00 WARNING", "36 09:00 BREACH", "51 21:00 ESCALATION", "67 09:00 ESCALATION");
    }

    @Test
    void aHoldingAnswerDischargesTheFirstDeadlineAndTheFinalOneBoth() {
        Deadline either = whole("answer-or-holding").metWith(SEND_HOLDING_RESPONSE, PROPOSE_SOLUTION).by("office").within(Span.businessDays(15))
            .at(100, Kind.BREACH, "supervisor").from("house");
        Deadline last = whole("final-answer").metWith(PROPOSE_SOLUTION).by("office").within(Span.businessDays(35))
            .at(100, Kind.BREACH, "supervisor").from("house");
        Play neither = play(either, last).byEmail().after(LONG);
        fell(neither, "answer-or-holding", "26 17:00 BREACH");
        fell(neither, "final-answer", "54 17:00 BREACH");

        Play holding = play(either, last).byEmail().does(ANNA, TAKE_OWNERSHIP).passes(Duration.ofDays(18));
        writes(holding, Channel.EMAIL, SEND_HOLDING_RESPONSE).after(LONG);
        silent(holding, "answer-or-holding");
        fell(holding, "final-answer", "54 17:00 BREACH");

        Play answered = play(either, last).byPhone().listened().proposed().after(LONG);
        silent(answered, "answer-or-holding");
        silent(answered, "final-answer");
    }

    @Test
    void redressIsDueSoLongAfterTheAgreement() {
        Deadline redress = Deadline.named("redress").startsWhen(Facts.SOLUTION_AGREED).metWith(RECORD_DELIVERY).voidedWith(REPORT_REJECTION)
            .within(Span.days(28)).at(50, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").from("house");
        Deadline check = Deadline.named("asked").startsWith(RECORD_DELIVERY).metWith(ASK_SATISFACTION).by("office")
            .within(Span.businessDays(5)).at(100, Kind.BREACH, "owner").from("house");
        Play play = play(redress, check).byPhone().listened().passes(Duration.ofHours(49)).proposed().agreed();
        fell(play.after(Duration.ofDays(20)), "redress", "21 10:00 WARNING");
        play.does(ANNA, START_WORK, RECORD_DELIVERY).after(LONG);
        fell(play, "redress", "21 10:00 WARNING");
        fell(play, "asked", "34 17:00 BREACH");
    }

    @Test
    void updatesComeRoundByTheCalendarAndNotByWhatElapsedTheLastTime() {
        Deadline updates = Deadline.named("updates").startsWith(START_WORK).metWith(TELL_PROGRESS).voidedWith(RECORD_DELIVERY).recurring()
            .by("office").within(Span.of(Duration.ofHours(12))).at(75, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").from("house");
        Play play = SolutionClocks.working(play(updates));
        fell(until(play, "8 10:00"), "updates", "6 10:00 WARNING", "6 13:00 BREACH", "7 14:00 WARNING", "7 17:00 BREACH");
        play.says(ANNA, Channel.PHONE, TELL_PROGRESS);
        int heard = play.rungs("updates").size();
        until(play, "13 12:00");
        fell(play, "updates", "6 10:00 WARNING", "6 13:00 BREACH", "7 14:00 WARNING", "7 17:00 BREACH", "9 11:00 WARNING", "9 14:00 BREACH",
            "12 15:00 WARNING", "13 10:00 BREACH");
        assertEquals(4, heard);
        OwnClocks.replays(play);
    }

    @Test
    void whatRecursMonthlyRecursMonthly() {
        Deadline monthly = Deadline.named("monthly").startsWith(START_WORK).metWith(TELL_PROGRESS).voidedWith(RECORD_DELIVERY).recurring()
            .within(Span.months(1)).at(100, Kind.BREACH, "owner").from("house");
        // The fifth of February, March and April are the days 36, 64 and 95 of the year.
        fell(SolutionClocks.working(play(monthly)).after(Duration.ofDays(100)), "monthly", "36 09:00 BREACH", "64 09:00 BREACH", "95 09:00 BREACH");
    }

    @Test
    void theLadderOfADutyIsInBusinessHoursAndItsDateIsWhatWasPromised() {
        Deadline promises = Deadline.named("promise-due").forEach(Duty.Kind.PROMISE).by("office").at(50, Kind.WARNING, "holder")
            .at(100, Kind.BREACH, "supervisor").at(150, Kind.ESCALATION, "manager").from("house");
        // From Monday nine to Saturday noon there are forty hours of business.
        Play play = play(promises).promised(Duration.between(Play.START, at("10 12:00"))).after(LONG);
        fell(play, "promise-due", "7 13:00 WARNING", "10 12:00 BREACH", "14 13:00 ESCALATION");
        // From Saturday to Sunday there are none: the share is one of elapsed time.
        Play weekend = play(promises);
        weekend.passes(Duration.between(Play.START, at("10 12:00"))).promised(Duration.ofDays(1)).after(LONG);
        fell(weekend, "promise-due", "11 00:00 WARNING", "11 12:00 BREACH", "12 00:00 ESCALATION");
    }

    @Test
    void aDutyThatRecursComesRoundByTheCalendar() {
        Deadline calls = Deadline.named("follow-up-due").forEach(Duty.Kind.FOLLOW_UP).by("office").recurring().at(100, Kind.BREACH, "holder")
            .from("house");
        Play play = play(calls).byPhone();
        play.does(ANNA, followUp("anna", "call", at("6 13:00")));
        fell(until(play, "12 12:00"), "follow-up-due", "6 13:00 BREACH", "7 17:00 BREACH", "9 13:00 BREACH");
    }

    @Test
    void aClockThatStartsAnewIsReportedAnewThoughItIsDueWhenTheOldOneWas() {
        Deadline drafting = Deadline.named("drafting").startsWith(RECORD_STORY).voidedWith(RECORD_STORY).metWith(PROPOSE_SOLUTION).by("office")
            .within(Span.businessDays(1)).at(25, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").from("house");
        Play play = play(drafting).byPhone().does(ANNA, RECORD_STORY);
        until(play, "5 15:00").does(ANNA, RECORD_STORY);
        fell(play.after(LONG), "drafting", "5 13:00 WARNING", "6 09:30 WARNING", "6 17:00 BREACH");
        OwnClocks.replays(play);
    }

    @Test
    void aLadderWithoutEndOverflowsNothing() {
        Deadline endless = whole("endless").by("office").within(Span.of(Duration.ofHours(1))).at(1, Kind.WARNING, "owner")
            .at(100, Kind.BREACH, "owner").at(100_000, Kind.ESCALATION, "manager").from("house");
        Deadline ages = whole("ages").within(Duration.ofDays(366_000)).at(100, Kind.BREACH, "owner").at(100_000, Kind.ESCALATION, "manager")
            .from("house");
        Deadline months = whole("months").within(Span.months(10_000)).at(1, Kind.WARNING, "owner").at(100, Kind.BREACH, "owner")
            .at(100_000, Kind.ESCALATION, "manager").from("house");
        Play play = play(endless, ages, months).byEmail().after(Duration.ofDays(400_000));
        fell(play, "endless", "5 09:00:36 WARNING", "5 10:00 BREACH", "177 17:00 ESCALATION");
        assertEquals(1, play.rungs("ages").size());
        assertEquals(2, play.rungs("months").size());
    }
}
