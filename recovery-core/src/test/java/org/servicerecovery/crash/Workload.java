package org.servicerecovery.crash;

import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.EscalationHook;

/**
 * What the processes that are killed do all day. A command follows from its id and the time at which it was sent, so that whoever reads
 * their notes can make the same command again. The playbook is tiny and permits all of it: the proof of a real one would take longer than
 * most of these processes live.
 */
final class Workload {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    /** A claim of a process that was killed is in the way for a dozen commands. */
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration PULSE = Duration.ofMinutes(20);
    static final List<Integer> FOLLOW_UP_RUNGS = List.of(90, 100, 150);
    static final List<Integer> PULSE_RUNGS = List.of(80, 100);

    private Workload() {
    }

    static Playbook playbook() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(OPEN).in(RecoveryState.AWAITING).unless(Facts.OPENED).sets(Facts.OPENED).rows());
        rows.addAll(Row.on(TAKE_OWNERSHIP).in(RecoveryState.AWAITING).rows());
        rows.addAll(Row.on(REMARK).in(RecoveryState.AWAITING).rows());
        rows.addAll(Row.on(ESCALATE).in(RecoveryState.AWAITING).sets(Facts.ESCALATED).rows());
        rows.addAll(Row.on(SCHEDULE_FOLLOW_UP).in(RecoveryState.AWAITING).rows());
        rows.addAll(Row.on(REPORT_LAPSE).in(RecoveryState.AWAITING).rows());
        // Neither clock can be met here: what they had to report follows from when they started.
        Deadline pulse = Deadline.named("pulse").startsWhen(Facts.OPENED).metWith(NUDGE).recurring().within(PULSE)
            .at(PULSE_RUNGS.get(0), Kind.WARNING, "team").at(PULSE_RUNGS.get(1), Kind.BREACH, "supervisor").from("test");
        Deadline followUp = Deadline.named("follow-up-due").forEach(Duty.Kind.FOLLOW_UP).at(FOLLOW_UP_RUNGS.get(0), Kind.WARNING, "holder")
            .at(FOLLOW_UP_RUNGS.get(1), Kind.BREACH, "supervisor").at(FOLLOW_UP_RUNGS.get(2), Kind.ESCALATION, "manager").from("test");
        return Playbook.build(new PlaybookDefinition("crash", "1", List.of(), List.of(), Settings.STANDARD, rows, List.of(), List.of(pulse, followUp),
            Map.of(), Map.of()), playbook -> List.of());
    }

    static RecoveryDesk desk(Playbook playbook, CaseStore store, InstantSource clock, EscalationHook... hooks) {
        DeskBuilder builder = RecoveryDesk.builder(playbook).store(store).clock(clock).claimsLast(LEASE);
        for (EscalationHook hook : hooks) {
            builder.hook(hook);
        }
        return builder.build();
    }

    static boolean isOpening(String id) {
        return id.startsWith("open-");
    }

    static Command command(String id, Instant sent) {
        return (isOpening(id) ? opening() : working(new Random(id.hashCode()), sent)).identified(id);
    }

    private static Command opening() {
        return Command.does(Actor.macro("macro"), new Actions.Open("customer-7", "the parcel never came", Channel.EMAIL, Priority.NORMAL, ""));
    }

    /** One to five actions: what is written in the middle of one must not be seen without the rest. */
    private static Command working(Random random, Instant sent) {
        RecoveryAction[] actions = new RecoveryAction[1 + random.nextInt(5)];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = switch (random.nextInt(6)) {
                case 0 -> RecoveryAction.followUp("anna", "call back", sent.plusSeconds(60 + random.nextInt(240)));
                case 1 -> act(ESCALATE);
                case 2 -> act(TAKE_OWNERSHIP);
                default -> act(REMARK);
            };
        }
        return Command.does(Actor.agent("anna"), actions);
    }

    private static RecoveryAction act(Step step) {
        return Act.needsNote(step) ? RecoveryAction.note(step, "noted: " + step) : RecoveryAction.of(step);
    }
}
