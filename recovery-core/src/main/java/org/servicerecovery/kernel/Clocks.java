package org.servicerecovery.kernel;

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
import org.servicerecovery.spi.Calendars;

/** Which clocks an event starts, meets, moves on and stops. The playbook's deadlines decide; nothing here knows any of them. */
final class Clocks {
    private final Playbook playbook;
    private final Calendars calendars;
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

    private Clocks(Playbook playbook, Calendars calendars, RecoveryCase before, CaseEvent event, RecoveryCase after) {
        this.playbook = playbook;
        this.calendars = calendars;
        this.before = before;
        this.event = event;
        this.after = after;
        b0 = after.low() & ~before.low();
        b1 = after.high() & ~before.high();
        c0 = before.low() & ~after.low();
        c1 = before.high() & ~after.high();
    }

    /** The case afterwards is folded from the event without any change of its clocks. */
    static ClockChanges changes(Playbook playbook, Calendars calendars, CompiledRow row, RecoveryCase before, CaseEvent event,
                                RecoveryCase after) {
        Ledger ledger = after.ledger();
        boolean ends = event.to().isEnd() && !event.from().isEnd() || event.step() == Step.MERGE;
        boolean lapse = event.action() instanceof Actions.Lapse;
        if (ledger == before.ledger() && !ends && !lapse && !touches(row, before, after)) {
            return ClockChanges.NONE;
        }
        Clocks clocks = new Clocks(playbook, calendars, before, event, after);
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
        if (playbook.pauses() || anyPaused(before)) {
            clocks.turns();
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
            event.clears(), event.traits(), event.attested(), event.shown(), event.waivers(), event.advised(), event.shadowed(), clocks);
    }

    private void ofCase(CompiledDeadline touched) {
        Deadline deadline = touched.source();
        RunningDeadline running = running(before, deadline.id(), 0);
        if (running != null && touched.voided(b0, b1, c0, c1)) {
            // What both voids and starts a clock gives the whole time anew.
            if (touched.starts(b0, b1, c0, c1)) {
                restart(deadline);
            } else {
                stop(running);
            }
        } else if (running != null && touched.met(b0, b1, c0, c1)) {
            met.add(deadline.id());
            if (deadline.recurs()) {
                restart(deadline);
            } else {
                stop(running);
            }
        } else if (touched.starts(b0, b1, c0, c1) && !touched.met(b0, b1, c0, c1)
            && (running == null || running.rung() >= deadline.ladder().size())) {
            restart(deadline);
        }
    }

    /** The opening event itself names the priority that its clocks count by. */
    private void restart(Deadline deadline) {
        start(deadline, 0, event.occurredAt(), Counting.due(calendars, deadline, after.data().priority(), event.occurredAt()));
    }

    /** A clock that reached a rung waits for the next one; past its last rung, a recurring one starts again. */
    private void moveOn(Actions.Lapse lapse) {
        RunningDeadline clock = running(before, lapse.deadline(), lapse.duty());
        Optional<Deadline> deadline = playbook.deadline(lapse.deadline());
        if (clock == null || deadline.isEmpty()) {
            return;
        }
        int next = lapse.rung() + 1;
        RunningDeadline moved = next >= deadline.get().ladder().size() && deadline.get().recurs() ? again(deadline.get(), clock)
            : clock(deadline.get(), clock.duty(), clock.start(), clock.due(), next);
        // What was reported of a paused clock came before the pause, and the customer has the ball as before.
        started.add(clock.pausedAt().isPresent() ? Counting.paused(moved, clock.pausedAt().get()) : moved);
    }

    /** The whole time anew from the old due instant, by the calendar, and not what elapsed the last time. A duty without any time has no second. */
    private RunningDeadline again(Deadline deadline, RunningDeadline clock) {
        Instant due = clock.duty() == 0 ? Counting.due(calendars, deadline, after.data().priority(), clock.due())
            : Counting.dueAgain(calendars, deadline, clock.start(), clock.due());
        return clock(deadline, clock.duty(), clock.due(), due, due.isAfter(clock.due()) ? 0 : deadline.ladder().size());
    }

    /**
     * The customer's turn begins or ends with this event: the clocks that wait for it stand still from when it occurred, or go on from
     * then. What was started in the customer's turn stands still at once.
     */
    private void turns() {
        for (int i = 0; i < started.size(); i++) {
            started.set(i, turned(started.get(i)));
        }
        for (RunningDeadline clock : before.deadlines()) {
            if (now(clock.deadline(), clock.duty()) == clock) {
                RunningDeadline turned = turned(clock);
                if (turned != clock) {
                    started.add(turned);
                }
            }
        }
    }

    private RunningDeadline turned(RunningDeadline clock) {
        Optional<Deadline> deadline = playbook.deadline(clock.deadline());
        // A clock with nothing more to report has no time left that a pause could save.
        if (deadline.isEmpty() || clock.duty() != 0 || clock.pausedAt().isEmpty() && clock.rung() >= deadline.get().ladder().size()) {
            return clock;
        }
        boolean waits = deadline.get().pausedWhile().flatMap(playbook::deadline).filter(this::isWithTheCustomer).isPresent();
        if (waits == clock.pausedAt().isPresent()) {
            return clock;
        }
        return waits ? Counting.paused(clock, event.occurredAt())
            : Counting.resumed(calendars, deadline.get(), after.data().priority(), clock, event.occurredAt());
    }

    /** The customer has the ball while that clock runs, until its breach is reported: from then on it is the company's turn again. */
    private boolean isWithTheCustomer(Deadline answer) {
        RunningDeadline clock = now(answer.id(), 0);
        return clock != null && answer.ladder().stream().skip(clock.rung()).anyMatch(rung -> rung.kind() == Deadline.Rung.Kind.BREACH);
    }

    private static boolean anyPaused(RecoveryCase before) {
        List<RunningDeadline> clocks = before.deadlines();
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).pausedAt().isPresent()) {
                return true;
            }
        }
        return false;
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

    /** The report of a rung moves a clock on, and may itself meet, end or restart it: the last word counts. */
    private void start(Deadline deadline, int duty, Instant start, Instant due) {
        remove(started, deadline.id(), duty);
        started.add(clock(deadline, duty, start, due, 0));
    }

    private void stop(RunningDeadline clock) {
        remove(started, clock.deadline(), clock.duty());
        stopped.add(clock);
    }

    private RunningDeadline clock(Deadline deadline, int duty, Instant start, Instant due, int rung) {
        return Counting.clock(calendars, deadline, after.data().priority(), duty, start, due, rung);
    }

    /** The clock as this event leaves it so far. */
    private RunningDeadline now(String deadline, int duty) {
        RunningDeadline moved = find(started, deadline, duty);
        return moved != null ? moved : find(stopped, deadline, duty) != null ? null : running(before, deadline, duty);
    }

    private static RunningDeadline running(RecoveryCase before, String deadline, int duty) {
        return find(before.deadlines(), deadline, duty);
    }

    private static RunningDeadline find(List<RunningDeadline> clocks, String deadline, int duty) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).is(deadline, duty)) {
                return clocks.get(i);
            }
        }
        return null;
    }

    private static void remove(List<RunningDeadline> clocks, String deadline, int duty) {
        RunningDeadline there = find(clocks, deadline, duty);
        if (there != null) {
            clocks.remove(there);
        }
    }
}
