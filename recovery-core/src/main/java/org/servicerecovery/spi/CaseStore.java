package org.servicerecovery.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/**
 * Keeps cases: an append-only log of events with a snapshot beside it. (case, sequence) is unique, and that is the lock.
 * Implementations must be safe for many threads.
 */
public interface CaseStore {
    /**
     * The snapshot of a case.
     *
     * @param caseId which
     * @return empty if the case does not exist
     */
    Optional<RecoveryCase> load(String caseId);

    /**
     * Every event of a case, in order.
     *
     * @param caseId which
     * @return empty if the case does not exist
     */
    List<CaseEvent> history(String caseId);

    /**
     * Writes one command's outcome in one go: either everything of it is kept, or nothing.
     *
     * @param before     the version that the command was decided on
     * @param events     what happened, with the next sequences
     * @param after      the snapshot afterwards; its {@link RecoveryCase#nextDue()} is the index of what falls due
     * @param deliveries what hooks must be told of it
     * @return false if the case has another version by now, and then nothing was written
     */
    boolean append(int before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries);

    /**
     * The cases with a clock whose next rung has come. The cost must follow what is due, not what is open.
     *
     * @param now   the present
     * @param limit at most how many
     * @return ids, the most overdue first
     */
    List<String> due(Instant now, int limit);

    /**
     * The events of one command, if it was accepted before.
     *
     * @param caseId    of which case
     * @param commandId of which command
     * @return in order; empty if the case has no such command
     */
    List<CaseEvent> command(String caseId, String commandId);

    /**
     * The deliveries of a case that have not been made, also those that wait for a later attempt.
     *
     * @param caseId which
     * @return in the order in which they were written
     */
    List<Delivery> undelivered(String caseId);

    /**
     * The cases with deliveries that have not been made.
     *
     * @param now   deliveries that wait for a later attempt do not count, nor do those that come after them at the same hook
     * @param limit at most how many
     * @return ids, the oldest delivery first
     */
    List<String> casesToTell(Instant now, int limit);

    /**
     * A delivery was made.
     *
     * @param delivery which
     */
    void delivered(Delivery delivery);

    /**
     * A delivery failed and is to be tried again.
     *
     * @param delivery which
     * @param again    not before then
     */
    void failed(Delivery delivery, Instant again);

    /**
     * Every case.
     *
     * @return ids, sorted
     */
    List<String> ids();
}
