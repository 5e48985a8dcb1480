package org.servicerecovery.desk;

import java.util.function.Predicate;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/**
 * A hook of a test.
 *
 * @param name of the hook
 * @param wish which events it wants
 * @param told what it does
 */
record TestHook(String name, Predicate<CaseEvent> wish, Told told) implements EscalationHook {
    /** What a hook does with a delivery. */
    interface Told {
        void of(Delivery delivery) throws Exception;
    }

    @Override
    public boolean wants(CaseEvent event) {
        return wish.test(event);
    }

    @Override
    public void deliver(Delivery delivery) throws Exception {
        told.of(delivery);
    }
}
