package org.servicerecovery.playbooks;

import static org.servicerecovery.playbooks.Phase.*;

/**
 * BLAST, of Yum!: believe, listen, apologise, satisfy, thank.
 */
final class Blast {
    private Blast() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("blast", "1")
            .order("BLAST (Yum!)", ACKNOWLEDGE.called("believe"), LISTEN, APOLOGISE, SOLVE.called("satisfy"), THANK)
            .builder();
    }
}
