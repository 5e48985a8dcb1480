package org.servicerecovery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.CaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what fell due, in the order in which it did, as ordinary commands of the system actor. */
final class Ticking {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);
    private static final int MOST_RUNGS_AT_ONCE = 1_000;

    private final Playbook playbook;
    private final CaseStore store;
    private final CommandLine line;
    private final Deliveries deliveries;
    private final InstantSource clock;

    Ticking(Playbook playbook, CaseStore store, CommandLine line, Deliveries deliveries, InstantSource clock) {
        this.playbook = playbook;
        this.store = store;
        this.line = line;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    TickReport tick(int limit) {
        Instant now = clock.instant();
        long made = deliveries.made();
        long failed = deliveries.failures();
        int lapsed = 0;
        List<String> problems = new ArrayList<>();
        List<String> due = store.due(now, limit);
        for (String caseId : due) {
            try {
                lapsed += tick(caseId, now);
            } catch (RuntimeException e) {
                // One case that cannot be ticked must not hold up the others; it stays due and is tried at the next tick.
                LOG.error("Case {} could not be ticked", caseId, e);
                problems.add("Case " + caseId + " could not be ticked: " + e.getMessage());
            }
        }
        List<String> untold = store.casesToTell(now, limit);
        untold.forEach(deliveries::tell);
        return new TickReport(lapsed, (int) (deliveries.made() - made), (int) (deliveries.failures() - failed), problems,
            due.size() == limit || untold.size() == limit);
    }

    private int tick(String caseId, Instant now) {
        int lapsed = 0;
        while (lapsed < MOST_RUNGS_AT_ONCE) {
            RecoveryCase seen = line.load(caseId);
            Optional<RunningDeadline> next = seen.deadlines().stream().filter(clock -> !clock.next().isAfter(now))
                .min(Comparator.comparing(RunningDeadline::next).thenComparing(RunningDeadline::deadline).thenComparing(RunningDeadline::duty));
            if (next.isEmpty()) {
                return lapsed;
            }
            RunningDeadline clock = next.get();
            Deadline deadline = playbook.deadline(clock.deadline()).orElseThrow(() -> new IllegalStateException("It has a clock "
                + clock.deadline() + " that the playbook " + playbook.id() + " does not know. Migrate the case."));
            Deadline.Rung rung = deadline.ladder().get(clock.rung());
            Actions.Lapse lapse = new Actions.Lapse(clock.deadline(), clock.duty(), clock.rung(), rung.kind(), rung.audience(), clock.due(),
                deadline.means());
            // The id makes a second node's, or a second tick's, report of the same rung a repetition.
            String id = "lapse " + clock.deadline() + " " + clock.duty() + " " + clock.rung() + " " + clock.due();
            Instant occurredAt = clock.next().isBefore(seen.data().openedAt()) ? seen.data().openedAt() : clock.next();
            line.perform(caseId, Command.does(Actor.SYSTEM, lapse).identified(id).occurred(occurredAt), CommandLine.ANY_VERSION);
            lapsed++;
        }
        return lapsed;
    }
}
