package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/** The customer's turn: silence is concluded only after a week, and is never satisfaction (B51). */
final class AnswerClocks {
    private static final String ANSWER = "answer";
    private static final Duration LONG = Duration.ofDays(30);
    private static final String[] WEEK = {"PT84H WARNING owner", "PT168H BREACH owner"};

    private AnswerClocks() {
    }

    static List<ClockCase> cases() {
        return List.of(
            new ClockCase(ANSWER, "B51", "silence after a question on satisfaction is overdue after a week", playbook -> {
                Play play = asked(Play.on(playbook)).after(Duration.ofDays(6));
                assertFalse(play.has(Facts.ANSWER_OVERDUE));
                play.after(Duration.ofDays(1));
                assertTrue(play.has(Facts.ANSWER_OVERDUE));
                assertFalse(play.has(Facts.CUSTOMER_SATISFIED));
                fell(play.after(LONG), ANSWER, START, WEEK);
            }),
            new ClockCase(ANSWER, "ends: answer", "runs from a proposal, a question in writing and a failed attempt", AnswerClocks::starts),
            new ClockCase(ANSWER, "ends: answer", "is met by whatever the customer says", AnswerClocks::met),
            new ClockCase(ANSWER, "ends: answer", "is met when the customer is reached or the story is settled", playbook -> {
                silent(asked(Play.on(playbook)).does(ANNA, endContact("asked")).does(ANNA, beginContact(Channel.PHONE)).after(LONG), ANSWER);
                silent(Play.on(playbook).byPhone().listened().after(LONG), ANSWER);
            }),
            new ClockCase(ANSWER, "B51", "another question gives the whole time anew", AnswerClocks::askedAnew),
            new ClockCase(ANSWER, "B51", "a question after silence has its own week", playbook -> {
                Play play = asked(Play.on(playbook)).after(Duration.ofDays(10)).says(ANNA, Channel.PHONE, ASK_SATISFACTION);
                assertFalse(play.has(Facts.ANSWER_OVERDUE), "what was silence then is none now");
                play.after(LONG);
                assertTrue(play.has(Facts.ANSWER_OVERDUE));
                fell(play, ANSWER, START, WEEK[0], WEEK[1], "PT324H WARNING owner", "PT408H BREACH owner");
            }));
    }

    /** Delivered, called, and asked; the call goes on, so that nothing but the answer is missing. */
    private static Play asked(Play play) {
        play.byPhone().listened().solved().delivered().askedAgain();
        return play.does(ANNA, followUp("anna", "ask once more", play.in(Duration.ofDays(60))));
    }

    private static void starts(Playbook playbook) {
        fell(Play.on(playbook).byPhone().listened().proposed().after(LONG), ANSWER, START, WEEK);
        for (Step question : List.of(ASK_TO_RESTATE, ASK_OPEN_QUESTION)) {
            Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP);
            fell(writes(play, Channel.EMAIL, question).after(LONG), ANSWER, START, WEEK);
        }
        fell(Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, notReached(Channel.PHONE)).after(LONG), ANSWER, START, WEEK);
    }

    private static void met(Playbook playbook) {
        List<UnaryOperator<Play>> answers = List.of(play -> play.does(ANNA, answered(true, "yes")), play -> play.does(ANNA, REPORT_AGREEMENT),
            play -> play.does(ANNA, REPORT_REJECTION), play -> play.does(MACRO, contacted(Channel.EMAIL)));
        for (UnaryOperator<Play> answer : answers) {
            silent(answer.apply(asked(Play.on(playbook))).after(LONG), ANSWER);
        }
    }

    private static void askedAnew(Playbook playbook) {
        Duration six = Duration.ofDays(6);
        String[] anew = {"PT84H WARNING owner", "PT228H WARNING owner", "PT312H BREACH owner"};
        fell(asked(Play.on(playbook)).passes(six).ticks().says(ANNA, Channel.PHONE, ASK_SATISFACTION).after(LONG), ANSWER, START, anew);
        fell(Play.on(playbook).byPhone().listened().proposed().passes(six).ticks().says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION)
            .after(LONG), ANSWER, START, anew);
        fell(asked(Play.on(playbook)).passes(six).ticks().says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION).after(LONG), ANSWER, START, anew);
        Play restate = Play.on(playbook).byPhone().says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION).passes(six).ticks();
        fell(restate.says(ANNA, Channel.PHONE, ASK_TO_RESTATE).after(LONG), ANSWER, START, anew);
    }
}
