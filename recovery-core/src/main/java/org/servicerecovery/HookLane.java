package org.servicerecovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one hook. On one node a hook is told one thing at a time: one that hangs holds one thread and no other hook, and whoever
 * comes meanwhile leaves its case to the one that is under way.
 */
final class HookLane {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_WAITING = 10_000;
    /** Few, so that a slow hook is through with them before the claim expires. */
    private static final int MOST_AT_ONCE = 10;
    private static final int LONGEST_PROBLEM = 1_000;

    private final EscalationHook hook;
    private final CaseStore store;
    private final Executor executor;
    private final InstantSource clock;
    private final Duration lease;
    private final LongAdder made;
    private final LongAdder failures;
    /** Whom to tell of; a tick comes to what does not fit, because the store has it. */
    private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<String> problem = new AtomicReference<>();

    /** One case or all, and how many cases at once. */
    private record Errand(Optional<String> caseId, int limit) {
    }

    HookLane(EscalationHook hook, CaseStore store, Executor executor, InstantSource clock, Duration lease, LongAdder made, LongAdder failures) {
        this.hook = hook;
        this.store = store;
        this.executor = executor;
        this.clock = clock;
        this.lease = lease;
        this.made = made;
        this.failures = failures;
    }

    EscalationHook hook() {
        return hook;
    }

    /** What went wrong with the store since this was last asked. */
    Optional<String> problem() {
        return Optional.ofNullable(problem.getAndSet(null));
    }

    void tell(Optional<String> caseId, int limit) {
        // A hook that hangs must not fill the memory with what waits for it.
        if (!busy.get() || errands.size() < MOST_WAITING) {
            errands.add(new Errand(caseId, limit));
        }
        try {
            executor.execute(this::run);
        } catch (RuntimeException e) {
            // The command is written: what went wrong afterwards must not look as if it were not. A tick tells again.
            errands.clear();
            failures.increment();
            LOG.warn("Hook {} could not be told; it is told at the next tick", hook.name(), e);
        }
    }

    private void run() {
        // Something may be added after the last look and before the lane is free again: hence the second look.
        while (!errands.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                for (Errand errand = errands.poll(); errand != null; errand = errands.poll()) {
                    deliver(errand);
                }
            } finally {
                busy.set(false);
            }
        }
    }

    private void deliver(Errand errand) {
        try {
            int told = 0;
            List<Delivery> claimed = claim(errand);
            while (!claimed.isEmpty()) {
                claimed.forEach(this::one);
                told += claimed.size();
                claimed = told < errand.limit() ? claim(errand) : List.of();
            }
        } catch (RuntimeException e) {
            // The claims expire, and then somebody tells again.
            problem.set("Hook " + hook.name() + " could not be told, because of the store: " + e.getMessage());
            LOG.warn("What hook {} has not heard could not be fetched or marked; it is told again after {}", hook.name(), lease, e);
        }
    }

    private List<Delivery> claim(Errand errand) {
        Instant now = clock.instant();
        return store.claimDeliveries(hook.name(), errand.caseId(), now, now.plus(lease), Math.min(errand.limit(), MOST_AT_ONCE));
    }

    private void one(Delivery delivery) {
        try {
            hook.deliver(delivery);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            failed(delivery, e);
            return;
        }
        store.delivered(delivery);
        made.increment();
    }

    private void failed(Delivery delivery, Throwable e) {
        failures.increment();
        int attempts = delivery.attempts() + 1;
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        boolean dead = attempts >= hook.mostAttempts();
        Instant next = dead ? Instant.MAX : clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(delivery.attempts(), MOST_DOUBLINGS)));
        String why = e.toString();
        store.retry(delivery.again(next, why.substring(0, Math.min(LONGEST_PROBLEM, why.length()))));
        if (dead) {
            LOG.error("Hook {} failed on {} for the last time (attempt {}): it is a dead letter until somebody releases or discards it",
                hook.name(), delivery.key(), attempts, e);
        } else {
            LOG.warn("Hook {} failed on {} (attempt {}); it is told again at a tick after {}", hook.name(), delivery.key(), attempts, next, e);
        }
    }
}
