package org.servicerecovery.examples.walkthrough;

import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/** Stands for the place where an audience of deadlines and escalations reads; a real host would send mail or page somebody. */
final class Inbox implements EscalationHook {
    private final String audience;
    private final Teller teller;

    Inbox(String audience, Teller teller) {
        this.audience = audience;
        this.teller = teller;
    }

    @Override
    public String name() {
        return audience;
    }

    @Override
    public boolean wants(CaseEvent event) {
        return event.action() instanceof Actions.Lapse lapse ? lapse.audience().equals(audience)
            : event.step() == Step.ESCALATE && audience.equals("supervisor");
    }

    @Override
    public void deliver(Delivery delivery) {
        teller.heard(audience);
    }
}
