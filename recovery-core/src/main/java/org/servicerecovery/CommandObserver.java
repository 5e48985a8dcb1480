package org.servicerecovery;

import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Command;

/**
 * Looks on while a desk decides commands: for metrics, traces and logs. It stands around every command that is opened, adopted, performed,
 * merged or migrated with, and around those by which a tick reports what fell due; not around previews, offers and plans. A merge is two
 * commands, one inside the other: what marks the duplicate, and what has the original take over.
 *
 * <p>It is called on the thread of the command, before and after, and the command waits for it. What it throws is logged, and neither changes
 * nor hides the outcome. Implementations must be safe for many threads. Of several, the one that was given to the desk first begins first
 * and ends last, so that each may hold something open meanwhile.
 */
@FunctionalInterface
public interface CommandObserver {
    /**
     * A command has come, and nothing was looked at yet.
     *
     * @param caseId  as the caller gave it; there may be no such case
     * @param command what is to be done
     * @return is told how it ends; never null
     */
    Watch begun(String caseId, Command command);

    /** Is told how one command ended: exactly one of its methods is called, once, on the thread on which the command began. */
    interface Watch {
        /**
         * It was decided; unless refused, it is written. In a transaction of the host's that is not over: whether it stays written is for the
         * host to say.
         *
         * @param decision what the caller gets
         */
        void decided(Decision decision);

        /**
         * It could not be decided or written: nothing of it was written.
         *
         * @param thrown what the caller gets
         */
        void failed(Throwable thrown);

        /** A tick was overtaken: the case changed while it was decided, nothing was written, and the tick looks at the case again. */
        default void overtaken() {
            // of no interest to most
        }
    }
}
