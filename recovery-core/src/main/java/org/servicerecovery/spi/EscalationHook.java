package org.servicerecovery.spi;

import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;

/**
 * Is told after the write, from what was written, at least once and in order for each case. What it throws is logged,
 * counted and tried again at a later tick; it harms nothing else. It runs on the caller's thread or on the executor that
 * the host gave to the desk: isolation from a hook that hangs needs the latter.
 */
public interface EscalationHook {
    /**
     * The stable name, part of the delivery key.
     *
     * @return one line, unique on the desk
     */
    String name();

    /**
     * Which events it is told of. Asked before the write.
     *
     * @param event about to be written
     * @return by default: whatever fell due, and every escalation
     */
    default boolean wants(CaseEvent event) {
        return event.step() == Step.REPORT_LAPSE || event.sets().contains(Facts.ESCALATED);
    }

    /**
     * Tells.
     *
     * @param delivery what happened
     * @throws Exception if it could not be told; it will be tried again
     */
    void deliver(Delivery delivery) throws Exception;
}
