package org.servicerecovery.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Ledger;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/** Which clocks an event starts, meets, moves on and stops. The playbook's deadlines decide; nothing here knows any of them. */
final class Clocks {
    private final Playbook playbook;
    private final RecoveryCase before;
    private final CaseEvent event;
    private final List<RunningDeadline> started = new ArrayList<>();
    private final List<RunningDeadline> stopped = new ArrayList<>();
    private final List<String> met = new ArrayList<>();

    private Clocks(Playbook playbook, RecoveryCase before, CaseEvent event) {
        this.playbook = playbook;
        this.before = before;
        this.event = event;
    }

    static ClockChanges changes(Playbook playbook, CompiledRow row, RecoveryCase before, CaseEvent event, Ledger ledger) {
        boolean ends = event.to().isEnd() && !event.from().isEnd() || event.step() == Step.MERGE;
        boolean lapse = event.action() instanceof Actions.Lapse;
        // What is told or taken back beside the row can start and stop clocks that the row does not touch.
        boolean beside = event.sets() != row.sets() || event.clears() != row.clears();
        if (row.touches().isEmpty() && ledger == before.ledger() && !ends && !lapse && !beside) {
            return ClockChanges.NONE;
        }
        Clocks clocks = new Clocks(playbook, before, event);
        if (lapse) {
            clocks.moveOn((Actions.Lapse) event.action());
        }
        if (!ends) {
            (beside ? playbook.definition().deadlines() : row.touches()).forEach(clocks::ofCase);
        }
        if (ledger != before.ledger() && event.step() != Step.MERGE) {
            clocks.ofDuties(ledger);
        }
        if (ends) {
            clocks.stopAll(ledger);
        }
        return clocks.started.isEmpty() && clocks.stopped.isEmpty() ? ClockChanges.NONE
            : new ClockChanges(clocks.started, clocks.stopped, clocks.met);
    }

    static CaseEvent with(CaseEvent event, ClockChanges clocks) {
        return new CaseEvent(event.caseId(), event.sequence(), event.commandId(), event.actor(), event.occurredAt(), event.recordedAt(),
            event.playbook(), event.action(), event.message(), event.spent(), event.row(), event.from(), event.to(), event.sets(),
            event.clears(), event.traits(), event.attested(), event.waivers(), event.advised(), event.shadowed(), clocks);
    }

    private void ofCase(Deadline deadline) {
        Optional<RunningDeadline> running = running(deadline.id(), 0);
        boolean starts = fires(deadline.startsOn());
        boolean meets = running.isPresent() && fires(deadline.metBy());
        if (running.isPresent() && fires(deadline.voidedBy())) {
            if (starts) {
                start(deadline, 0, event.occurredAt(), event.occurredAt().plus(length(deadline)));
            } else {
                stopped.add(running.get());
            }
        } else if (meets) {
            met.add(deadline.id());
            if (deadline.recurs()) {
                start(deadline, 0, event.occurredAt(), event.occurredAt().plus(deadline.length(before.data().priority())));
            } else {
                stopped.add(running.get());
            }
        } else if (starts && running.filter(clock -> clock.next().isBefore(Instant.MAX)).isEmpty() && !fires(deadline.metBy())) {
            start(deadline, 0, event.occurredAt(), event.occurredAt().plus(length(deadline)));
        }
    }

    /** The opening event itself names the priority that its clocks count by. */
    private Duration length(Deadline deadline) {
        return deadline.length(event.action().revise(before.data(), event).priority());
    }

    private boolean fires(Set<Trigger> triggers) {
        for (Trigger trigger : triggers) {
            if (trigger instanceof Trigger.Taken taken && taken.step() == event.step()
                || trigger instanceof Trigger.Becomes becomes && event.sets().contains(becomes.fact()) && !before.has(becomes.fact())
                || trigger instanceof Trigger.Ceases ceases && event.clears().contains(ceases.fact()) && before.has(ceases.fact())) {
                return true;
            }
        }
        return false;
    }

    /** A clock that reached a rung waits for the next one; past its last rung, a recurring one starts again. */
    private void moveOn(Actions.Lapse lapse) {
        Optional<RunningDeadline> running = running(lapse.deadline(), lapse.duty());
        Optional<Deadline> deadline = playbook.deadline(lapse.deadline());
        if (running.isEmpty() || deadline.isEmpty()) {
            return;
        }
        RunningDeadline clock = running.get();
        int next = lapse.rung() + 1;
        if (next >= deadline.get().ladder().size() && deadline.get().recurs()) {
            start(deadline.get(), clock.duty(), clock.due(), clock.due().plus(Duration.between(clock.start(), clock.due())));
        } else {
            started.add(new RunningDeadline(clock.deadline(), clock.duty(), clock.start(), clock.due(), next,
                rung(deadline.get(), next, clock.start(), clock.due())));
        }
    }

    /** A duty's clock starts when the duty is taken on, moves with its date, and stops when it is no longer owed. */
    private void ofDuties(Ledger after) {
        for (Duty duty : after.duties()) {
            Optional<Deadline> deadline = playbook.deadline(duty.kind());
            if (deadline.isEmpty()) {
                continue;
            }
            Optional<RunningDeadline> running = running(deadline.get().id(), duty.id());
            if (running.isPresent() && !duty.status().isOpen()) {
                stopped.add(running.get());
                if (duty.status() == Duty.Status.MET) {
                    met.add(deadline.get().id());
                }
            } else if (duty.status().isOpen() && (running.isEmpty() ? before.ledger().duty(duty.id()).isEmpty()
                : !running.get().due().equals(duty.due()))) {
                start(deadline.get(), duty.id(), duty.start(), duty.due());
            }
        }
    }

    private void stopAll(Ledger after) {
        started.clear();
        for (RunningDeadline clock : before.deadlines()) {
            boolean survives = event.step() != Step.MERGE && playbook.deadline(clock.deadline()).filter(Deadline::survivesEnd).isPresent()
                && (clock.duty() == 0 || after.duty(clock.duty()).filter(duty -> duty.status().isOpen()).isPresent());
            if (!survives && stopped.stream().noneMatch(gone -> gone.is(clock.deadline(), clock.duty()))) {
                stopped.add(clock);
                if (playbook.deadline(clock.deadline()).filter(this::isMetByTheStep).isPresent()) {
                    met.add(clock.deadline());
                }
            }
        }
    }

    private boolean isMetByTheStep(Deadline deadline) {
        return deadline.metBy().contains(new Trigger.Taken(event.step()));
    }

    private void start(Deadline deadline, int duty, Instant start, Instant due) {
        started.add(new RunningDeadline(deadline.id(), duty, start, due, 0, rung(deadline, 0, start, due)));
    }

    private static Instant rung(Deadline deadline, int index, Instant start, Instant due) {
        if (index >= deadline.ladder().size()) {
            return Instant.MAX;
        }
        int percent = deadline.ladder().get(index).percent();
        // Divided first, so that neither a long time nor a high percentage overflows; the due instant itself stays exact.
        return percent == 100 ? due : start.plus(Duration.between(start, due).dividedBy(100).multipliedBy(percent));
    }

    private Optional<RunningDeadline> running(String deadline, int duty) {
        for (RunningDeadline clock : before.deadlines()) {
            if (clock.is(deadline, duty)) {
                return Optional.of(clock);
            }
        }
        return Optional.empty();
    }
}
