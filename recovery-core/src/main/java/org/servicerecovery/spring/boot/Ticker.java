package org.servicerecovery.spring.boot;

import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Ticks every desk. One that fails is tried again at the next time, and holds up no other. */
final class Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryAutoConfiguration.class);
    /** The thread is the host's, who has other work for it. */
    private static final int MOST_AT_ONCE = 10;

    private final ObjectProvider<RecoveryDesk> desks;
    private final int limit;

    Ticker(ObjectProvider<RecoveryDesk> desks, int limit) {
        this.desks = desks;
        this.limit = limit;
    }

    void tick() {
        desks.orderedStream().forEach(this::tick);
    }

    private void tick(RecoveryDesk desk) {
        try {
            boolean more = true;
            for (int i = 0; i < MOST_AT_ONCE && more; i++) {
                TickReport report = desk.tick(limit);
                LOG.debug("Ticked: {}", report);
                more = report.more();
            }
        } catch (RuntimeException e) {
            LOG.error("The desk could not be ticked; it is tried again next time", e);
        }
    }
}
