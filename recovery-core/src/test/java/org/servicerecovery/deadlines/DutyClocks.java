package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;

/** Whatever is owed by a date has a clock of its own, from the day it is taken on until it is no longer owed. */
final class DutyClocks {
    private static final Duration LONG = Duration.ofDays(40);
    private static final Duration TEN = Duration.ofDays(10);

    private DutyClocks() {
    }

    static List<ClockCase> cases() {
        return List.of(
            new ClockCase("follow-up-due", "D12, every desk: contact", "missed, it warns the holder, escalates and climbs", playbook -> {
                Play play = Play.on(playbook).byPhone();
                play.does(ANNA, followUp("anna", "call", play.in(TEN))).after(Duration.ofDays(9));
                assertFalse(play.has(Facts.ESCALATED), "a warning escalates nothing");
                play.after(Duration.ofDays(1));
                assertTrue(play.has(Facts.ESCALATED));
                fell(play.after(LONG), "follow-up-due", START, "PT216H WARNING holder", "PT240H BREACH supervisor",
                    "PT360H ESCALATION manager");
                assertEquals("anna", play.now().data().owner());
            }),
            new ClockCase("follow-up-due", "E26", "is met by its holder, even after the case went to somebody else", playbook -> {
                Play play = promisedAndTransferred(Play.on(playbook));
                play.does(ANNA, discharge(FOLLOW_UP, play.open(Duty.Kind.FOLLOW_UP).id(), "called"));
                silent(play.after(LONG), "follow-up-due");
            }),
            new ClockCase("follow-up-due", "E26", "runs on after the case went to somebody else", playbook -> {
                Play play = promisedAndTransferred(Play.on(playbook)).after(LONG);
                fell(play, "follow-up-due", START, "PT216H WARNING holder", "PT240H BREACH supervisor", "PT360H ESCALATION manager");
                assertEquals("anna", play.now().ledger().duties().stream().filter(duty -> duty.kind() == Duty.Kind.FOLLOW_UP).findFirst()
                    .orElseThrow().holder());
            }),
            new ClockCase("promise-due", "C25, every desk: contact", "broken, bad news is owed at once", playbook -> {
                Play play = promised(Play.on(playbook)).after(Duration.ofDays(8));
                assertFalse(play.has(Facts.BAD_NEWS_OWED));
                play.after(Duration.ofDays(2));
                assertTrue(play.has(Facts.BAD_NEWS_OWED));
                assertEquals(Duty.Status.UNTOLD, play.open(Duty.Kind.PROMISE).status());
                fell(play.after(LONG), "promise-due", START, "PT192H WARNING holder", "PT240H BREACH supervisor",
                    "PT360H ESCALATION manager");
            }),
            new ClockCase("promise-due", "B44", "is met by keeping it, with evidence", playbook -> {
                Play play = promised(Play.on(playbook));
                play.does(ANNA, discharge(KEEP_PROMISE, play.open(Duty.Kind.PROMISE).id(), "receipt 17"));
                silent(play.after(LONG), "promise-due");
                assertFalse(play.has(Facts.PROMISE_OPEN));
            }),
            new ClockCase("promise-due", "B34", "moves with a new date that was agreed in time", playbook -> {
                Play play = promised(Play.on(playbook)).passes(Duration.ofDays(5));
                play.says(ANNA, Channel.PHONE, renegotiate(play.open(Duty.Kind.PROMISE).id(), START.plus(Duration.ofDays(20)), ""));
                fell(play.after(LONG), "promise-due", START, "PT384H WARNING holder", "PT480H BREACH supervisor",
                    "PT720H ESCALATION manager");
            }),
            new ClockCase("promise-due", "C25", "ends when the customer releases it", playbook -> {
                Play play = promised(Play.on(playbook));
                play.does(ANNA, discharge(REPORT_PROMISE_RELEASED, play.open(Duty.Kind.PROMISE).id(), "never mind"));
                silent(play.after(LONG), "promise-due");
            }),
            new ClockCase("delivery-check-due", "B44", "runs for the giver by the last date that was promised", playbook -> {
                Play play = promisedAndTransferred(Play.on(playbook)).after(LONG);
                fell(play, "delivery-check-due", START, "PT240H BREACH holder", "PT360H ESCALATION supervisor");
                assertEquals("anna", play.open(Duty.Kind.DELIVERY_CHECK).holder());
            }),
            new ClockCase("delivery-check-due", "B44", "is met by the check", playbook -> {
                Play play = promisedAndTransferred(Play.on(playbook));
                play.does(ANNA, discharge(CHECK_DELIVERY, play.open(Duty.Kind.DELIVERY_CHECK).id(), "it came"));
                silent(play.after(LONG), "delivery-check-due");
            }),
            new ClockCase("bad-news", "B34", "falls due when a promise is in doubt and the customer is not told", playbook -> {
                Play play = promised(Play.on(playbook));
                play.does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, play.open(Duty.Kind.PROMISE).id(), "sold out")).after(Duration.ofDays(1));
                fell(play, "bad-news", START, "PT4H BREACH supervisor");
            }),
            new ClockCase("bad-news", "B34", "runs from the moment at which a promise broke", playbook ->
                fell(promised(Play.on(playbook)).after(LONG), "bad-news", START, "PT244H BREACH supervisor")),
            new ClockCase("bad-news", "B34", "is met by telling", playbook -> {
                Play play = promised(Play.on(playbook));
                int promise = play.open(Duty.Kind.PROMISE).id();
                play.does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, promise, "sold out"));
                play.says(ANNA, Channel.PHONE, discharge(TELL_BROKEN_PROMISE, promise, ""));
                silent(play.after(Duration.ofDays(5)), "bad-news");
            }),
            new ClockCase("check-back-due", "ends: follow-up contact", "runs on after the case was referred", playbook ->
                fell(Play.on(playbook).referred().after(Duration.ofDays(60)), "check-back-due", START, "PT720H BREACH holder",
                    "PT1080H ESCALATION supervisor")),
            new ClockCase("check-back-due", "ends: follow-up contact", "is met by checking back", playbook -> {
                Play play = Play.on(playbook).referred();
                play.does(BEN, discharge(CHECK_BACK, play.open(Duty.Kind.CHECK_BACK).id(), "they settled it"));
                silent(play.after(Duration.ofDays(60)), "check-back-due");
            }));
    }

    /** In Anna's call, something is promised in ten days. */
    static Play promised(Play play) {
        return play.promised(TEN);
    }

    static Play promisedAndTransferred(Play play) {
        return play.promised(TEN).transferred(TEN);
    }
}
