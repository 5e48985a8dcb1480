package org.servicerecovery.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a {@link RecoveryCase} knows, as plain data: what a store writes down and makes a case of again. Two cases whose
 * snapshots are equal answer alike. Immutable, and safe for many threads.
 *
 * @param id             the host's identifier, one line, at most 200 characters
 * @param playbook       the playbook that judged the last event
 * @param state          where the recovery stands
 * @param facts          what is established, in any vocabulary
 * @param version        the sequence of the last event, 0 for a blank case
 * @param recordedAt     when that was recorded, {@link Instant#MIN} for a blank case
 * @param data           who and what it is about
 * @param ledger         what is owed and what is to be settled
 * @param deadlines      the clocks that run
 * @param feelingActs    how many emotion acts there were, 0 to 32,767
 * @param fixActs        how many acts on the fix there were, 0 to 32,767
 * @param feelingSeconds working time on the feelings, in seconds
 * @param fixSeconds     working time on the fix, in seconds
 * @param timed          the last command that told its time; empty if none did
 */
public record CaseSnapshot(String id, PlaybookId playbook, RecoveryState state, Terms<Fact> facts, int version, Instant recordedAt,
                           CaseData data, Ledger ledger, List<RunningDeadline> deadlines, int feelingActs, int fixActs, int feelingSeconds,
                           int fixSeconds, Optional<Timed> timed) {

    /**
     * A command that told its time, and in which sums that is by now. It counts once for the feelings and once for the fix, however
     * many acts it has. Immutable.
     *
     * @param command  the command's id
     * @param feelings whether its time is among the {@link CaseSnapshot#feelingSeconds()}
     * @param fix      whether its time is among the {@link CaseSnapshot#fixSeconds()}
     */
    public record Timed(String command, boolean feelings, boolean fix) {
        /**
         * @throws InvalidInputException if the command's id is null
         */
        public Timed {
            Texts.present("The id of the command that told its time", command);
        }
    }

    /**
     * @throws InvalidInputException if a part is null, the id is blank, too long or has control characters, the version is negative, or
     *                               a number of acts is out of range
     */
    public CaseSnapshot {
        Texts.line("The case's id", id);
        Texts.present("The playbook", playbook);
        Texts.present("The state", state);
        Texts.present("The facts", facts);
        Texts.present("When the last event was recorded", recordedAt);
        Texts.present("The case's data", data);
        Texts.present("The ledger", ledger);
        deadlines = Texts.list("The running deadlines", deadlines);
        Texts.present("The command that told its time", timed);
        if (version < 0) {
            throw new InvalidInputException("The version of case " + id + " must not be negative, but was " + version + ".");
        }
        acts("emotion acts", id, feelingActs);
        acts("acts on the fix", id, fixActs);
    }

    private static void acts(String what, String id, int number) {
        if (number < 0 || number > Short.MAX_VALUE) {
            throw new InvalidInputException("The number of " + what + " of case " + id + " must be 0 to " + Short.MAX_VALUE + ", but was "
                + number + ".");
        }
    }
}
