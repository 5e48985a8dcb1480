package org.servicerecovery.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/**
 * Keeps cases: an append-only log of events with a snapshot beside it. (case, sequence) is unique, and that is the lock.
 * Implementations must be safe for many threads, and for many processes if several share the data. Whoever writes one runs
 * {@code CaseStoreContract} of {@code org.servicerecovery.testing} over it.
 *
 * <p>Claims: of everything that waits to be done by whoever comes first — a case with a clock that has come, a delivery that has not
 * been made — one caller gets it at a time. A claim ends when the work is written, is given back, or has expired: then another goes on.
 * What is claimed is therefore done at least once, and who does it must be able to see a repetition.
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
     * The one read of a command: the snapshot, and what the command did if it was accepted before.
     *
     * @param caseId    which case
     * @param commandId which command
     * @return empty if the case does not exist
     */
    Optional<Loaded> load(String caseId, String commandId);

    /**
     * Every event of a case, in order.
     *
     * @param caseId which
     * @return empty if the case does not exist
     */
    List<CaseEvent> history(String caseId);

    /**
     * Writes one command's outcome in one go: either everything of it is kept, or nothing. A claim of the case ends with it.
     *
     * @param before     what the command was decided on, as it was loaded; {@link Loaded#none} for a case that is to be begun
     * @param events     what happened, with the next sequences, all of one command
     * @param after      the snapshot afterwards; its {@link RecoveryCase#nextDue()} is the index of what falls due
     * @param deliveries what hooks must be told of it
     * @return false if the case has another version by now, and then nothing was written
     */
    boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries);

    /**
     * Runs work once what this thread appended is committed: at once, where the store commits by itself; after the host's commit, where
     * the store takes part in a transaction that can tell; never after a rollback, and not at all where nobody can tell it of the commit
     * (the next tick does the work then).
     *
     * @param work what is to be done; it throws nothing
     */
    default void afterCommit(Runnable work) {
        work.run();
    }

    /**
     * Claims cases with a clock whose next rung has come. The cost must follow what is due, not what is open.
     *
     * @param now   the present; what is claimed until later is left out
     * @param until when the claim expires, after {@code now}
     * @param limit at most how many
     * @return ids, the most overdue first
     */
    List<String> claimDue(Instant now, Instant until, int limit);

    /**
     * Gives back a case that was claimed and not appended to: it is due by its snapshot again. Does nothing if there is no claim.
     *
     * @param caseId which
     */
    void unclaim(String caseId);

    /**
     * Claims deliveries for one hook: of each case the oldest that has not been made, unless it waits for a later attempt, is a dead
     * letter, or is claimed. So the order is kept, for each case and hook.
     *
     * @param hook   the hook's name
     * @param caseId of which case; empty for all
     * @param now    the present
     * @param until  when the claim expires, after {@code now}
     * @param limit  at most how many
     * @return at most one for each case, those that wait longest first
     */
    List<Delivery> claimDeliveries(String hook, Optional<String> caseId, Instant now, Instant until, int limit);

    /**
     * A delivery was made, or is given up by a person. Does nothing if it was made before.
     *
     * @param delivery which
     */
    void delivered(Delivery delivery);

    /**
     * A delivery failed. Does nothing if it was made meanwhile.
     *
     * @param failed the delivery after the failure, as {@link Delivery#again} and {@link Delivery#released} give it
     */
    void retry(Delivery failed);

    /**
     * The deliveries that are not tried any more until a person releases them.
     *
     * @param limit at most how many
     * @return by case, sequence and hook
     */
    List<Delivery> deadLetters(int limit);

    /**
     * The deliveries that have been waiting since before then, without claiming them: neither made nor dead letters. Those that wait behind
     * a dead letter are among them, and those for hooks that no desk has any more. The cost may follow what waits.
     *
     * @param since only of events that were recorded earlier, to the microsecond
     * @param limit at most how many
     * @return those that wait longest first, then by case, sequence and hook
     */
    List<Delivery> waiting(Instant since, int limit);

    /**
     * Lists cases.
     *
     * @param query which
     * @return in the order asked for
     */
    List<CaseSummary> find(CaseQuery query);

    /**
     * The histories of the cases that a query finds, on all its pages, fetched one by one as the stream is consumed.
     *
     * @param query which
     * @return each the events of one case, in order; the cases in the order asked for
     */
    default Stream<List<CaseEvent>> histories(CaseQuery query) {
        CaseQuery pages = query.atMost(CaseQuery.MOST);
        return Stream.iterate(find(pages), page -> !page.isEmpty(), page -> find(pages.after(page.get(page.size() - 1))))
            .flatMap(List::stream).map(line -> history(line.id()));
    }

    /**
     * How many cases there are, by state and owner. Those in an archive do not count.
     *
     * @return by state, then by owner; nothing that would be 0
     */
    List<CaseCount> counts();
}
