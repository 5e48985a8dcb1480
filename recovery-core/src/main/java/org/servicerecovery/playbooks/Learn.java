package org.servicerecovery.playbooks;

import static org.servicerecovery.playbooks.Phase.*;

/**
 * LEARN, of Marriott: listen, empathise, apologise, respond, notify.
 */
final class Learn {
    private Learn() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("learn", "1")
            .order("LEARN (Marriott)", LISTEN, EMPATHISE, APOLOGISE, SOLVE.called("respond"), NOTIFY)
            .builder();
    }
}
