package org.servicerecovery;

import java.time.Duration;
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
    private static final int MOST_RACES = 1_000;
    private static final int MOST_RUNGS_AT_ONCE = 1_000;

    private final Versions versions;
    private final CaseStore store;
    private final CommandLine line;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Duration lease;

    Ticking(Versions versions, CaseStore store, CommandLine line, Deliveries deliveries, InstantSource clock, Duration lease) {
        this.versions = versions;
        this.store = store;
        this.line = line;
        this.deliveries = deliveries;
        this.clock = clock;
        this.lease = lease;
    }

    TickReport tick(int limit) {
        Instant now = clock.instant();
        long made = deliveries.made();
        long failed = deliveries.failures();
        int lapsed = 0;
        List<String> problems = new ArrayList<>();
        List<String> due = store.claimDue(now, now.plus(lease), limit);
        for (String caseId : due) {
            try {
                lapsed += tick(caseId, now);
            } catch (RuntimeException e) {
                // One case that cannot be ticked must not hold up the others: it stays claimed, and is tried again when the claim expires.
                LOG.error("Case {} could not be ticked; it is tried again after {}", caseId, lease, e);
                problems.add("Case " + caseId + " could not be ticked, and is tried again after " + lease + ": " + e.getMessage());
            }
        }
        deliveries.tellAll(limit);
        problems.addAll(deliveries.problems());
        int delivered = (int) (deliveries.made() - made);
        return new TickReport(lapsed, delivered, (int) (deliveries.failures() - failed), problems, due.size() == limit || delivered >= limit);
    }

    private int tick(String caseId, Instant now) {
        int lapsed = 0;
        for (int overtaken = 0; lapsed < MOST_RUNGS_AT_ONCE;) {
            RecoveryCase seen = line.load(caseId);
            Optional<RunningDeadline> next = seen.deadlines().stream().filter(clock -> !clock.next().isAfter(now))
                .min(Comparator.comparing(RunningDeadline::next).thenComparing(RunningDeadline::deadline).thenComparing(RunningDeadline::duty));
            if (next.isEmpty()) {
                if (lapsed == 0) {
                    // Somebody was faster, or met it meanwhile: nothing was appended that would end the claim.
                    store.unclaim(caseId);
                }
                return lapsed;
            }
            if (lapse(seen, next.get())) {
                lapsed++;
            } else if (++overtaken == MOST_RACES) {
                throw new ConflictException("It was changed by others " + MOST_RACES + " times while it was told that " + next.get().deadline()
                    + " fell due.");
            }
        }
        return lapsed;
    }

    /** Whether the rung was reported here and now, on the case as it was seen: what others did meanwhile may have met or moved the clock. */
    private boolean lapse(RecoveryCase seen, RunningDeadline clock) {
        Playbook playbook = versions.of(seen);
        Deadline deadline = playbook.deadline(clock.deadline()).orElseThrow(() -> new IllegalStateException("It has a clock "
            + clock.deadline() + " that the playbook " + playbook.id() + " does not know. Migrate the case."));
        Deadline.Rung rung = deadline.ladder().get(clock.rung());
        Actions.Lapse lapse = new Actions.Lapse(clock.deadline(), clock.duty(), clock.rung(), rung.kind(), rung.audience(), clock.due(),
            deadline.means());
        // Unique for each rung that is reported, and the same on every node that sees the same case: what two report is a repetition.
        String id = InputChecks.LAPSE + clock.deadline() + " " + clock.duty() + " " + clock.rung() + " after " + seen.version();
        Instant occurredAt = clock.next().isBefore(seen.data().openedAt()) ? seen.data().openedAt() : clock.next();
        return line.performAt(seen, Command.does(Actor.SYSTEM, lapse).identified(id).occurred(occurredAt));
    }
}
