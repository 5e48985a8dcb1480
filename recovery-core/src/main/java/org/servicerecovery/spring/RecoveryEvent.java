package org.servicerecovery.spring;

import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.spi.Delivery;

/**
 * What {@link ApplicationEventHook} publishes to the Spring application: something that happened on a case and is written. Immutable.
 *
 * @param delivery what happened, with the key by which a listener recognises a repetition
 */
public record RecoveryEvent(Delivery delivery) {
    /**
     * @throws InvalidInputException if the delivery is null
     */
    public RecoveryEvent {
        if (delivery == null) {
            throw new InvalidInputException("The delivery of a recovery event must not be null.");
        }
    }

    /**
     * What happened.
     *
     * @return what was written
     */
    public CaseEvent event() {
        return delivery.event();
    }
}
