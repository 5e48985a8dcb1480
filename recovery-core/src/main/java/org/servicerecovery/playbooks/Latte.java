package org.servicerecovery.playbooks;

import static org.servicerecovery.playbooks.Phase.*;

/**
 * LATTE, of Starbucks: listen, acknowledge, take action, thank, explain.
 */
final class Latte {
    private Latte() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("latte", "1")
            .order("LATTE (Starbucks)", LISTEN, ACKNOWLEDGE, SOLVE.called("take-action"), THANK, EXPLAIN)
            .builder();
    }
}
