package org.servicerecovery.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Ledger;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.CompiledDeadline;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/** Which clocks an event starts, meets, moves on and stops. The playbook's deadlines decide; nothing here knows any of them. */
final class Clocks {
    private static final long NANOS = 1_000_000_000;
    private final Playbook playbook;
    private final RecoveryCase before;
    private final CaseEvent event;
    private final RecoveryCase after;
    /** The facts that become true and those that cease to be. */
    private final long b0;
    private final long b1;
    private final long c0;
    private final long c1;
    private final List<RunningDeadline> started = new ArrayList<>(2);
    private final List<RunningDeadline> stopped = new ArrayList<>(2);
    private final List<String> met = new ArrayList<>(2);

    private Clocks(Playbook playbook, RecoveryCase before, CaseEvent event, RecoveryCase after) {
        this.playbook = playbook;
        this.before = before;
        this.event = event;
        this.after = after;
        b0 = after.low() & ~before.low();
        b1 = after.high() & ~before.high();
        c0 = before.low() & ~after.low();
        c1 = before.high() & ~after.high();
    }

    /** The case afterwards is folded from the event without any change of its clocks. */
    static ClockChanges changes(Playbook playbook, CompiledRow row, RecoveryCase before, CaseEvent event, RecoveryCase after) {
        Ledger ledger = after.ledger();
        boolean ends = event.to().isEnd() && !event.from().isEnd() || event.step() == Step.MERGE;
        boolean lapse = event.action() instanceof Actions.Lapse;
        if (ledger == before.ledger() && !ends && !lapse && !touches(row, before, after)) {
            return ClockChanges.NONE;
        }
        Clocks clocks = new Clocks(playbook, before, event, after);
        if (lapse) {
            clocks.moveOn((Actions.Lapse) event.action());
        }
        if (!ends) {
            row.touches().forEach(clocks::ofCase);
        }
        if (ledger != before.ledger() && event.step() != Step.MERGE) {
            clocks.ofDuties(before.ledger().duties(), ledger.duties());
        }
        if (ends) {
            clocks.stopAll(ledger);
        }
        return clocks.started.isEmpty() && clocks.stopped.isEmpty() ? ClockChanges.NONE
            : new ClockChanges(clocks.started, clocks.stopped, clocks.met);
    }

    /** Nine events in ten leave every clock alone: that is seen here, before anything is set up. */
    private static boolean touches(CompiledRow row, RecoveryCase before, RecoveryCase after) {
        long b0 = after.low() & ~before.low();
        long b1 = after.high() & ~before.high();
        long c0 = before.low() & ~after.low();
        long c1 = before.high() & ~after.high();
        for (CompiledDeadline deadline : row.touches()) {
            if (deadline.concerns(b0, b1, c0, c1)
                && (deadline.starts(b0, b1, c0, c1) || running(before, deadline.source().id(), 0) != null)) {
                return true;
            }
        }
        return false;
    }

    static CaseEvent with(CaseEvent event, ClockChanges clocks) {
        return new CaseEvent(event.caseId(), event.sequence(), event.commandId(), event.actor(), event.occurredAt(), event.recordedAt(),
            event.playbook(), event.action(), event.message(), event.spent(), event.row(), event.from(), event.to(), event.sets(),
            event.clears(), event.traits(), event.attested(), event.waivers(), event.advised(), event.shadowed(), clocks);
    }

    private void ofCase(CompiledDeadline touched) {
        Deadline deadline = touched.source();
        RunningDeadline running = running(before, deadline.id(), 0);
        if (running != null && touched.voided(b0, b1, c0, c1)) {
            // What both voids and starts a clock gives the whole time anew.
            if (touched.starts(b0, b1, c0, c1)) {
                restart(deadline);
            } else {
                stopped.add(running);
            }
        } else if (running != null && touched.met(b0, b1, c0, c1)) {
            met.add(deadline.id());
            if (deadline.recurs()) {
                restart(deadline);
            } else {
                stopped.add(running);
            }
        } else if (touched.starts(b0, b1, c0, c1) && !touched.met(b0, b1, c0, c1) && (running == null || !running.next().isBefore(Instant.MAX))) {
            restart(deadline);
        }
    }

    /** The opening event itself names the priority that its clocks count by. */
    private void restart(Deadline deadline) {
        start(deadline, 0, event.occurredAt(), event.occurredAt().plus(deadline.length(after.data().priority())));
    }

    /** A clock that reached a rung waits for the next one; past its last rung, a recurring one starts again. */
    private void moveOn(Actions.Lapse lapse) {
        RunningDeadline clock = running(before, lapse.deadline(), lapse.duty());
        Optional<Deadline> deadline = playbook.deadline(lapse.deadline());
        if (clock == null || deadline.isEmpty()) {
            return;
        }
        int next = lapse.rung() + 1;
        if (next >= deadline.get().ladder().size() && deadline.get().recurs()) {
            start(deadline.get(), clock.duty(), clock.due(), clock.due().plus(Duration.between(clock.start(), clock.due())));
        } else {
            started.add(new RunningDeadline(clock.deadline(), clock.duty(), clock.start(), clock.due(), next,
                rung(deadline.get(), next, clock.start(), clock.due())));
        }
    }

    /** A duty's clock starts when the duty is taken on, moves with its date, and stops when it is no longer owed. */
    private void ofDuties(List<Duty> was, List<Duty> is) {
        for (int i = 0; i < is.size(); i++) {
            Duty duty = is.get(i);
            // A ledger only grows: what stands unchanged in its old place has its clock already.
            if (i < was.size() && was.get(i) == duty) {
                continue;
            }
            Optional<Deadline> deadline = playbook.deadline(duty.kind());
            if (deadline.isPresent()) {
                ofDuty(deadline.get(), duty);
            }
        }
    }

    private void ofDuty(Deadline deadline, Duty duty) {
        RunningDeadline running = running(before, deadline.id(), duty.id());
        if (running != null && !duty.status().isOpen()) {
            stopped.add(running);
            if (duty.status() == Duty.Status.MET) {
                met.add(deadline.id());
            }
        } else if (duty.status().isOpen() && (running == null ? before.ledger().duty(duty.id()).isEmpty()
            : !running.due().equals(duty.due()))) {
            start(deadline, duty.id(), duty.start(), duty.due());
        }
    }

    private void stopAll(Ledger left) {
        started.clear();
        for (RunningDeadline clock : before.deadlines()) {
            boolean survives = event.step() != Step.MERGE && playbook.deadline(clock.deadline()).filter(Deadline::survivesEnd).isPresent()
                && (clock.duty() == 0 || left.duty(clock.duty()).filter(duty -> duty.status().isOpen()).isPresent());
            if (!survives && stopped.stream().noneMatch(gone -> gone.is(clock.deadline(), clock.duty()))) {
                stopped.add(clock);
                if (playbook.deadline(clock.deadline()).filter(this::isMetByTheStep).isPresent()) {
                    met.add(clock.deadline());
                }
            }
        }
    }

    private boolean isMetByTheStep(Deadline deadline) {
        return deadline.metBy().contains(new Deadline.Trigger.Taken(event.step()));
    }

    private void start(Deadline deadline, int duty, Instant start, Instant due) {
        started.add(new RunningDeadline(deadline.id(), duty, start, due, 0, rung(deadline, 0, start, due)));
    }

    private static Instant rung(Deadline deadline, int index, Instant start, Instant due) {
        if (index >= deadline.ladder().size()) {
            return Instant.MAX;
        }
        int percent = deadline.ladder().get(index).percent();
        if (percent == 100) {
            return due;
        }
        // Divided first, so that neither a long time nor a high percentage overflows. Duration would do it with BigDecimals.
        Duration given = Duration.between(start, due);
        long nanos = (given.getSeconds() % 100 * NANOS + given.getNano()) / 100;
        return start.plusSeconds(given.getSeconds() / 100 * percent).plusNanos(nanos * percent);
    }

    private static RunningDeadline running(RecoveryCase before, String deadline, int duty) {
        List<RunningDeadline> clocks = before.deadlines();
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).is(deadline, duty)) {
                return clocks.get(i);
            }
        }
        return null;
    }
}
