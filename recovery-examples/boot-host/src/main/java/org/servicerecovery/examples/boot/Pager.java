package org.servicerecovery.examples.boot;

import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whoever is on duty of what fell due; in this example, the log. */
// [hook]
@Component
public class Pager implements EscalationHook {
    private static final Logger LOG = LoggerFactory.getLogger(Pager.class);

    @Override
    public String name() {
        return "pager";
    }

    @Override
    public void deliver(Delivery delivery) {
        LOG.info("{}: {}", delivery.key(), delivery.event().action());
    }
}
// [/hook]
