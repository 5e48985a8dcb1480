package org.servicerecovery.spring.boot;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many cases stand in each state. Counted once for a while, however many registries ask for however many states. */
final class CaseMeters implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryAutoConfiguration.class);

    private final CaseStore store;
    private final long keptNanos;
    /** Guarded by this, as are the next two. Null: the last count failed. */
    private Map<RecoveryState, Long> counted;
    private boolean asked;
    private long countedAt;

    CaseMeters(CaseStore store, Duration kept) {
        this.store = store;
        this.keptNanos = kept.toNanos();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RecoveryState state : RecoveryState.values()) {
            Gauge.builder("recovery.cases", this, meters -> meters.count(state, registry.config().clock()))
                .description("Cases that are not archived").tag("state", state.name()).register(registry);
        }
    }

    /** Not a number if the store cannot be asked. */
    private synchronized double count(RecoveryState state, Clock clock) {
        long now = clock.monotonicTime();
        if (!asked || now - countedAt >= keptNanos) {
            asked = true;
            countedAt = now;
            counted = counted();
        }
        return counted == null ? Double.NaN : counted.getOrDefault(state, 0L);
    }

    private Map<RecoveryState, Long> counted() {
        try {
            Map<RecoveryState, Long> counts = new EnumMap<>(RecoveryState.class);
            store.counts().forEach(count -> counts.merge(count.state(), count.cases(), Long::sum));
            return counts;
        } catch (RuntimeException e) {
            LOG.warn("The cases could not be counted; recovery.cases has no value until the next count", e);
            return null;
        }
    }
}
