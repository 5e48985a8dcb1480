package org.servicerecovery.spi;

import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;

/**
 * Is told after the write, from what was written, at least once and in order for each case. What it throws is logged,
 * counted and tried again at a later tick; it harms nothing else. It runs on the caller's thread or on the executor that
 * the host gave to the desk: isolation from a hook that hangs needs the latter, with more threads than hooks that may hang.
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
     * After how many failed attempts a delivery is a dead letter, which holds up the later ones of its case at this hook until a person
     * releases or discards it. Attempts are made after waits that double from 30 seconds to about eight and a half hours.
     *
     * @return 1 or more; by default 20, which takes about three and a half days
     */
    default int mostAttempts() {
        return 20;
    }

    /**
     * Tells. One delivery at a time on each node; a claim expires, so that another node goes on with what hangs here.
     *
     * @param delivery what happened
     * @throws Exception if it could not be told; it will be tried again
     */
    void deliver(Delivery delivery) throws Exception;
}
