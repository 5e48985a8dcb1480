package org.servicerecovery.spi;

import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Transition;

/**
 * Runs what was decided, before it is written: the engine must take the same rows and arrive at the same state.
 * Implementations must be safe for many threads and keep nothing per case.
 */
public interface Engine {
    /**
     * Told, when a desk is built, of each playbook that its cases may be on.
     *
     * @param playbook name, version and fingerprint
     * @param rows     every row, in the order of the playbook
     */
    default void prepare(PlaybookId playbook, List<Transition> rows) {
    }

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
