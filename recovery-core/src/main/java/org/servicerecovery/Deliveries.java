package org.servicerecovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the hooks what was written: after the write, in order for each case and hook, again until it worked. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final CaseStore store;
    private final Map<String, EscalationHook> hooks;
    private final Executor executor;
    private final InstantSource clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final LongAdder made = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Deliveries(CaseStore store, List<EscalationHook> hooks, Executor executor, InstantSource clock) {
        this.store = store;
        this.hooks = hooks.stream().collect(Collectors.toMap(EscalationHook::name, hook -> hook));
        this.executor = executor;
        this.clock = clock;
    }

    /** What must be told of these events, decided before they are written. */
    List<Delivery> of(List<CaseEvent> events) {
        if (hooks.isEmpty()) {
            return List.of();
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (CaseEvent event : events) {
            for (EscalationHook hook : hooks.values()) {
                if (wants(hook, event)) {
                    deliveries.add(new Delivery(hook.name(), event, 0, Instant.MIN));
                }
            }
        }
        return deliveries;
    }

    /** A hook that cannot say whether it wants to know is told: it must not hold up what is done about a case. */
    private boolean wants(EscalationHook hook, CaseEvent event) {
        try {
            return hook.wants(event);
        } catch (RuntimeException e) {
            failures.increment();
            LOG.warn("Hook {} could not say whether it wants to know of event {} of case {}; it is told", hook.name(), event.sequence(),
                event.caseId(), e);
            return true;
        }
    }

    void tell(String caseId) {
        try {
            executor.execute(() -> deliver(caseId));
        } catch (RuntimeException e) {
            // The command is written: what went wrong afterwards must not look as if it were not. A tick tells again.
            failures.increment();
            LOG.warn("The hooks could not be told of case {}; they are told at the next tick", caseId, e);
        }
    }

    long made() {
        return made.sum();
    }

    long failures() {
        return failures.sum();
    }

    /** One thread at a time for each case keeps the order; whoever comes meanwhile leaves its deliveries to that one. */
    void deliver(String caseId) {
        boolean again = true;
        while (again && busy.add(caseId)) {
            Set<String> stuck = new HashSet<>();
            try {
                List<Delivery> waiting = open(caseId, stuck);
                while (!waiting.isEmpty()) {
                    waiting.forEach(delivery -> one(delivery, stuck));
                    waiting = open(caseId, stuck);
                }
            } finally {
                busy.remove(caseId);
            }
            // Something may have been written after the last look and before this case was free again.
            again = !open(caseId, stuck).isEmpty();
        }
    }

    private List<Delivery> open(String caseId, Set<String> stuck) {
        Instant now = clock.instant();
        List<Delivery> open = new ArrayList<>();
        for (Delivery delivery : store.undelivered(caseId)) {
            // What waits for a later attempt holds up what comes after it at the same hook, so that the order is kept.
            if (delivery.notBefore().isAfter(now)) {
                stuck.add(delivery.hook());
            }
            if (!stuck.contains(delivery.hook()) && hooks.containsKey(delivery.hook())) {
                open.add(delivery);
            }
        }
        return open;
    }

    private void one(Delivery delivery, Set<String> stuck) {
        if (stuck.contains(delivery.hook())) {
            return;
        }
        try {
            hooks.get(delivery.hook()).deliver(delivery);
            store.delivered(delivery);
            made.increment();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            stuck.add(delivery.hook());
            failures.increment();
            Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(delivery.attempts(), MOST_DOUBLINGS)));
            store.failed(delivery, next);
            LOG.warn("Hook {} failed on {} (attempt {}); it is told again at a tick after {}", delivery.hook(), delivery.key(),
                delivery.attempts() + 1, next, e);
        }
    }
}
