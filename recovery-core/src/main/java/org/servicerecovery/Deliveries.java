package org.servicerecovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the hooks what was written: after the commit, in order for each case and hook, again until it worked. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);

    private final Map<String, HookLane> lanes = new LinkedHashMap<>();
    private final LongAdder made = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Deliveries(CaseStore store, List<EscalationHook> hooks, Executor executor, InstantSource clock, Duration lease) {
        hooks.forEach(hook -> lanes.put(hook.name(), new HookLane(hook, store, executor, clock, lease, made, failures)));
    }

    /** What must be told of these events, decided before they are written. */
    List<Delivery> of(List<CaseEvent> events) {
        if (lanes.isEmpty()) {
            return List.of();
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (CaseEvent event : events) {
            for (HookLane lane : lanes.values()) {
                if (wants(lane.hook(), event)) {
                    deliveries.add(new Delivery(lane.hook().name(), event));
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

    /** Tells those hooks of a case that something was written for. */
    void tell(List<Delivery> written) {
        written.stream().map(Delivery::hook).distinct()
            .forEach(hook -> lanes.get(hook).tell(Optional.of(written.get(0).event().caseId()), Integer.MAX_VALUE));
    }

    /** Tells every hook what it has not heard yet, of at most so many cases at once. */
    void tellAll(int limit) {
        lanes.values().forEach(lane -> lane.tell(Optional.empty(), limit));
    }

    /** What went wrong with the store itself since this was last asked. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        lanes.values().forEach(lane -> lane.problem().ifPresent(problems::add));
        return problems;
    }

    long made() {
        return made.sum();
    }

    long failures() {
        return failures.sum();
    }
}
