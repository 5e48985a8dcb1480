package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/** Whoever takes a case acts on it, whoever is asked to take it comes, and the customer hears of a new owner. */
final class OwnerClocks {
    private static final Duration LONG = Duration.ofDays(30);
    private static final String ACTION = "action-after-ownership";
    private static final String JOINS = "receiver-joins";

    private OwnerClocks() {
    }

    static List<ClockCase> cases() {
        return List.of(
            new ClockCase(ACTION, "C03", "falls due when an owner only takes the case", playbook ->
                fell(Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP).after(LONG), ACTION, START, "PT1H BREACH supervisor")),
            new ClockCase(ACTION, "C03", "is not met by notes and plans", playbook -> {
                Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP, RECORD_STORY, RECORD_ADDRESS);
                fell(play.does(ANNA, followUp("anna", "call", play.in(LONG))).after(LONG), ACTION, START, "PT1H BREACH supervisor");
            }),
            new ClockCase(ACTION, "C03", "is met by anything said to the customer", OwnerClocks::metByWords),
            new ClockCase(ACTION, "C03", "is met by calling, and by trying to", playbook -> {
                silent(Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, beginContact(Channel.PHONE)).after(LONG), ACTION);
                silent(Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, notReached(Channel.PHONE)).after(LONG), ACTION);
            }),
            new ClockCase(ACTION, "C03", "is met by telling of a new owner, and by a proposal", playbook -> {
                Play told = reassigned(Play.on(playbook).byPhone());
                told.says(BEN, Channel.PHONE, TELL_NEW_OWNER);
                silent(told.after(LONG), ACTION);
                Play proposed = Play.on(playbook).byPhone().listened().proposed();
                reassigned(proposed).says(BEN, Channel.PHONE, PROPOSE_SOLUTION);
                silent(proposed.after(LONG), ACTION);
            }),
            new ClockCase(ACTION, "E18", "runs for the new owner after a warm transfer", playbook -> {
                Play play = transferred(introduced(Play.on(playbook)));
                var since = play.instant();
                fell(play.after(LONG), ACTION, since, "PT1H BREACH supervisor");
            }),
            new ClockCase(ACTION, "every desk: reassign", "runs for the new owner after a reassignment", playbook -> {
                Play play = reassigned(Play.on(playbook).byPhone().passes(Duration.ofHours(3)));
                var since = play.instant();
                fell(play.after(LONG), ACTION, since, "PT1H BREACH supervisor");
            }),
            new ClockCase(ACTION, "ends: reopening", "runs for whoever reopens a case", playbook -> {
                Play play = Play.on(playbook).withdrawn().reopened();
                fell(play.after(LONG), ACTION, START, "PT1H BREACH supervisor");
            }),
            new ClockCase("tell-new-owner", "every desk: reassign", "falls due when the customer is not told", playbook -> {
                Play play = reassigned(Play.on(playbook).byPhone()).says(BEN, Channel.PHONE, REMARK);
                fell(play.after(LONG), "tell-new-owner", START, "PT8H BREACH supervisor");
            }),
            new ClockCase("tell-new-owner", "every desk: reassign", "is met by telling", playbook -> {
                Play play = reassigned(Play.on(playbook).byPhone()).says(BEN, Channel.PHONE, TELL_NEW_OWNER);
                assertFalse(play.has(Facts.NEW_OWNER_UNTOLD));
                silent(play.after(LONG), "tell-new-owner");
            }),
            new ClockCase(JOINS, "E15", "falls due when the receiver never joins, and the owner stays", playbook -> {
                Play play = requested(Play.on(playbook)).after(LONG);
                fell(play, JOINS, START, "PT10M BREACH owner", "PT30M ESCALATION supervisor");
                assertEquals("anna", play.now().data().owner());
                assertTrue(play.has(Facts.TRANSFER_REQUESTED));
            }),
            new ClockCase(JOINS, "E15", "is met when the receiver joins", playbook ->
                silent(requested(Play.on(playbook)).does(ANNA, BRIEF_RECEIVER).does(BEN, JOIN).after(LONG), JOINS)),
            new ClockCase(JOINS, "E15", "is void when the receiver declines or the giver keeps the case", playbook -> {
                silent(requested(Play.on(playbook)).does(BEN, DECLINE).after(LONG), JOINS);
                silent(requested(Play.on(playbook)).does(ANNA, CANCEL_TRANSFER).after(LONG), JOINS);
            }),
            new ClockCase(JOINS, "every desk: reassign", "is void when the case goes to somebody by reassignment", playbook ->
                silent(reassigned(requested(Play.on(playbook))).after(LONG), JOINS)));
    }

    private static void metByWords(Playbook playbook) {
        Consumer<Step> meets = step -> {
            Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP);
            silent(writes(play, Channel.EMAIL, step).after(LONG), ACTION);
        };
        List.of(REMARK, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS, SEND_HOLDING_RESPONSE, TELL_PROGRESS)
            .forEach(meets);
    }

    /** Anna has asked Ben to take over, in the call. */
    private static Play requested(Play play) {
        play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE);
        return play.does(ANNA, requestTransfer("ben"));
    }

    private static Play introduced(Play play) {
        requested(play).does(ANNA, BRIEF_RECEIVER).does(BEN, JOIN).says(ANNA, Channel.PHONE, INTRODUCE_RECEIVER);
        return play.does(ANNA, followUp("anna", "see whether all is well", play.in(Duration.ofDays(20))));
    }

    private static Play transferred(Play play) {
        return play.does(ANNA, transfer("ben"));
    }

    private static Play reassigned(Play play) {
        return play.does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
    }
}
