package org.servicerecovery.examples.crm.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RunningDeadline;

/** One case of the queue. */
public record QueueLine(RecoveryCase recoveryCase, Instant now) {
    /** The clocks that have run out, the oldest first. */
    public List<RunningDeadline> late() {
        return running(recoveryCase).stream().filter(clock -> !clock.due().isAfter(now)).toList();
    }

    /** The clock that runs out next. */
    public Optional<RunningDeadline> next() {
        return ahead().stream().findFirst();
    }

    /** The clocks that have time left, the most urgent first. */
    public List<RunningDeadline> ahead() {
        return running(recoveryCase).stream().filter(clock -> clock.due().isAfter(now)).toList();
    }

    /** Those that are not paused, in the order in which they run out. */
    static List<RunningDeadline> running(RecoveryCase seen) {
        return seen.deadlines().stream().filter(clock -> clock.pausedAt().isEmpty()).sorted(Comparator.comparing(RunningDeadline::due)).toList();
    }
}
