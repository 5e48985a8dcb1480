package org.servicerecovery.spi;

import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/**
 * Runs what was decided, before it is written: the engine must take the same rows and arrive at the same state.
 * Implementations must be safe for many threads and keep nothing per case.
 */
public interface Engine {
    /**
     * Takes the decided rows.
     *
     * @param before  the case as it stood
     * @param decided the events about to be written, in order
     * @param after   the case as it will stand
     * @throws RuntimeException if the engine took another way; nothing is written then
     */
    void walk(RecoveryCase before, List<CaseEvent> decided, RecoveryCase after);

    /**
     * The playbook's own rows are the engine: nothing is left to do.
     *
     * @return an engine that agrees with every decision
     */
    static Engine direct() {
        return (before, decided, after) -> {
        };
    }
}
