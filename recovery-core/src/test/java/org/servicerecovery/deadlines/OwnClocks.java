package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The standard playbook with clocks of a host's own, and what tests ask about them. */
final class OwnClocks {
    /** Whatever ends a case. */
    static final Step[] ENDS = {Step.CLOSE_AS_RECOVERED, Step.CLOSE_AS_UNRECOVERED, Step.CLOSE_AS_UNANSWERED, Step.CLOSE_AS_WITHDRAWN,
        Step.CLOSE_AS_REFERRED};

    private OwnClocks() {
    }

    /** Checked like any playbook, but not proven, which deadlines hardly need and which takes time. */
    static Playbook playbook(Deadline... clocks) {
        return Playbook.build(Playbooks.like(Playbooks.standard(), "own", "1").deadlines(List.of(clocks)).definition(), playbook -> List.of());
    }

    static Play play(Deadline... clocks) {
        return Play.on(playbook(clocks));
    }

    /** Time passes until then, and the desk ticks. */
    static Play until(Play play, String time) {
        return play.after(Duration.between(play.instant(), at(time)));
    }

    /** Every rung of the deadline that the hook heard of, with the instant at which it came. */
    static void fell(Play play, String deadline, String... rungs) {
        assertEquals(List.of(rungs), ClockCase.heard(play, deadline).map(event -> told(event.occurredAt()) + " "
            + ((Actions.Lapse) event.action()).kind()).toList(), deadline);
    }

    static RunningDeadline clock(Play play, String deadline) {
        return play.now().deadlines().stream().filter(clock -> clock.deadline().equals(deadline)).findFirst()
            .orElseThrow(() -> new AssertionError("There runs no " + deadline + " but " + play.now().deadlines()));
    }

    /** Told to have happened at another time than now. */
    static Play told(Play play, String time, RecoveryAction action) {
        decided(play, time, action).orThrow();
        return play;
    }

    static Decision decided(Play play, String time, RecoveryAction action) {
        return play.attempt(Command.does(Play.ANNA, action).attesting(Play.GOOD).occurred(at(time)));
    }

    /** In January 2026, whose fifth is the Monday at nine on which every play begins: "Tue 6 13:00" without the name of the day. */
    static Instant at(String time) {
        String[] parts = time.split(" ");
        int day = Integer.parseInt(parts[0]);
        return Instant.parse("2026-01-01T" + parts[1] + ":00Z").plus(Duration.ofDays(day - 1L));
    }

    private static String told(Instant instant) {
        Duration since = Duration.between(Instant.parse("2026-01-01T00:00:00Z"), instant);
        String seconds = since.toSecondsPart() == 0 ? "" : String.format(":%02d", since.toSecondsPart());
        return (since.toDays() + 1) + String.format(" %02d:%02d", since.toHoursPart(), since.toMinutesPart()) + seconds;
    }

    /**
     * The log alone gives what the store keeps; and every report of a rung names the instant and the due instant that the log gave
     * before it.
     *
     * @param lived by version, the clocks that were seen when the case had that version
     */
    static void replays(Play play, Map<Integer, List<RunningDeadline>> lived) {
        RecoveryCase folded = RecoveryCase.blank(Play.CASE, play.desk.playbook().id(), play.desk.playbook().vocabulary());
        for (CaseEvent event : play.desk.history(Play.CASE)) {
            if (event.action() instanceof Actions.Lapse lapse) {
                RunningDeadline clock = folded.deadlines().stream().filter(one -> one.is(lapse.deadline(), lapse.duty())).findFirst().orElseThrow();
                assertEquals(List.of(clock.rung(), clock.next(), clock.due()), List.of(lapse.rung(), event.occurredAt(), lapse.due()));
            }
            folded = folded.after(event);
            assertEquals(lived.getOrDefault(folded.version(), folded.deadlines()), folded.deadlines());
        }
        assertEquals(play.now().deadlines(), folded.deadlines());
        assertEquals(play.now().nextDue(), folded.nextDue());
    }

    static void replays(Play play) {
        replays(play, Map.of());
    }
}
