package org.servicerecovery.playbooks;

import static org.servicerecovery.playbooks.Phase.*;

/**
 * HEARD, of the Disney Institute: hear, empathise, apologise, resolve, diagnose.
 */
final class Heard {
    private Heard() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("heard", "1")
            .order("HEARD (Disney Institute)", LISTEN.called("hear"), EMPATHISE, APOLOGISE, SOLVE.called("resolve"), DIAGNOSE)
            .builder();
    }
}
