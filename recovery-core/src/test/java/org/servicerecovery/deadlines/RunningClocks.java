package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;

/** What holds for every clock of a case: its length, and that it stops when the case ends. */
final class RunningClocks {
    private static final Duration LONG = Duration.ofDays(30);
    /** From Monday morning, when every play begins. */
    private static final Duration FRIDAY_EVENING = Duration.ofHours(4 * 24 + 11);

    /**
     * How to make one run.
     *
     * @param deadline which
     * @param row      of the rulebook
     * @param gives    how long, whatever the priority; zero where that depends on it
     * @param normal   how long a case of normal priority has
     * @param way      there
     */
    private record Running(String deadline, String row, Duration gives, Duration normal, UnaryOperator<Play> way) {
        Running(String deadline, String row, Duration gives, UnaryOperator<Play> way) {
            this(deadline, row, gives, gives, way);
        }
    }

    private static final List<Running> ALL = List.of(
        new Running("first-response", "A03", Duration.ZERO, Duration.ofHours(1), Play::byEmail),
        new Running("recovery", "B06", Duration.ZERO, Duration.ofDays(10), Play::byPhone),
        new Running("acknowledgement", "B07", Duration.ofHours(8), Play::byEmail),
        new Running("customer-waiting", "A05", Duration.ofHours(4), Play::byEmail),
        new Running("action-after-ownership", "C03", Duration.ofHours(1), RunningClocks::taken),
        new Running("bad-news", "B34", Duration.ofHours(4), RunningClocks::inDoubt),
        new Running("tell-new-owner", "every desk: reassign", Duration.ofHours(8),
            play -> play.byPhone().does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"))),
        new Running("written-confirmation", "B36", Duration.ofDays(1), SolutionClocks::agreed),
        new Running("work-starts", "E21", Duration.ofHours(8), SolutionClocks::agreed),
        new Running("progress", "E24", Duration.ofDays(2), SolutionClocks::working),
        new Running("nudge", "B46", Duration.ofDays(1),
            play -> play.byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP).does(ANNA, involve("tom", "find it"))),
        new Running("receiver-joins", "E15", Duration.ofMinutes(10),
            play -> play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben"))),
        new Running("answer", "B51", Duration.ofDays(7), play -> writes(taken(play), Channel.EMAIL, ASK_OPEN_QUESTION)));

    private RunningClocks() {
    }

    static List<ClockCase> cases() {
        List<ClockCase> cases = new ArrayList<>();
        for (Running one : ALL) {
            cases.add(new ClockCase(one.deadline(), one.row(), "stops at the end of the case", playbook -> stops(playbook, one)));
            cases.add(new ClockCase(one.deadline(), one.row(), "counts the night and the weekend", playbook -> gives(playbook, one, Priority.NORMAL,
                FRIDAY_EVENING, play -> play)));
            if (!one.deadline().equals("answer")) {
                cases.add(new ClockCase(one.deadline(), one.row(), "does not pause while the customer has the ball", playbook ->
                    gives(playbook, one, Priority.NORMAL, Duration.ZERO, play -> waitsForTheCustomer(play, one.deadline()))));
            }
            if (!one.gives().isZero()) {
                cases.add(new ClockCase(one.deadline(), one.row(), "gives every priority " + one.gives(), playbook -> gives(playbook, one)));
            }
        }
        Running again = new Running("taken-up-again", "A05", Duration.ofHours(4), play -> play.withdrawn().does(MACRO, REPORT_RENEWAL));
        cases.add(new ClockCase("taken-up-again", "A05", "gives every priority PT4H", playbook -> gives(playbook, again)));
        cases.add(new ClockCase("taken-up-again", "A05", "counts the night and the weekend", playbook ->
            gives(playbook, again, Priority.NORMAL, FRIDAY_EVENING, play -> play)));
        return cases;
    }

    /** What starts the clock of the customer's answer and meets no other. */
    private static Play waitsForTheCustomer(Play play, String running) {
        if (play.now().data().owner().isEmpty()) {
            play.does(ANNA, TAKE_OWNERSHIP);
        }
        if (running.equals("action-after-ownership")) {
            writes(play, Channel.EMAIL, ASK_OPEN_QUESTION);
        } else {
            play.does(ANNA, notReached(Channel.PHONE));
        }
        assertTrue(play.clocks().contains("answer"), "the customer has the ball");
        return play;
    }

    private static void gives(Playbook playbook, Running one) {
        for (Priority priority : Priority.values()) {
            gives(playbook, one, priority, Duration.ZERO, play -> play);
        }
    }

    private static void gives(Playbook playbook, Running one, Priority priority, Duration later, UnaryOperator<Play> then) {
        Play play = one.way().apply(Play.on(playbook).of(priority).passes(later));
        var since = play.instant();
        var breach = ClockCase.heard(then.apply(play).after(LONG), one.deadline())
            .filter(event -> ((Actions.Lapse) event.action()).kind() == Deadline.Rung.Kind.BREACH).findFirst().orElseThrow();
        assertEquals(since.plus(one.normal()), breach.occurredAt(), () -> one.deadline() + " of a case of priority " + priority);
    }

    private static void stops(Playbook playbook, Running one) {
        Play play = one.way().apply(Play.on(playbook));
        assertTrue(play.clocks().contains(one.deadline()), () -> "runs: " + play.clocks());
        withdrawn(play);
        assertEquals(RecoveryState.WITHDRAWN, play.state());
        silent(play.after(LONG), one.deadline());
        assertEquals(List.of(), play.clocks());
    }

    /** The customer takes the complaint back, from wherever the case stands. */
    private static void withdrawn(Play play) {
        play.does(MACRO, REPORT_WITHDRAWAL);
        if (play.has(Facts.FIRST_RESPONSE_GIVEN)) {
            play.says(ANNA, Channel.EMAIL, THANK).reviewed();
        }
        if (play.has(Facts.CONTACT_OPEN)) {
            play.does(ANNA, endContact("taken back"));
        }
        play.does(ANNA, CLOSE_AS_WITHDRAWN);
    }

    private static Play taken(Play play) {
        return play.byEmail().does(ANNA, TAKE_OWNERSHIP);
    }

    /** Promised in writing, so that no call is open whose end the bad news would bar. */
    private static Play inDoubt(Play play) {
        taken(play).does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.EMAIL, promise("a new parcel", play.in(LONG)), followUp("anna", "call", play.in(LONG)));
        return play.does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, play.open(Duty.Kind.PROMISE).id(), "sold out"));
    }
}
