package org.servicerecovery.playbooks;

import static org.servicerecovery.playbooks.Phase.*;

/**
 * LAST: listen, apologise, solve, thank.
 */
final class Last {
    private Last() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("last", "1")
            .order("LAST", LISTEN, APOLOGISE, SOLVE, THANK)
            .builder();
    }
}
