package org.servicerecovery.spi;

import java.time.Instant;
import java.util.Optional;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;

/**
 * One line of a list of cases. Immutable.
 *
 * @param id         the case
 * @param version    its version
 * @param state      where it stands
 * @param owner      who owns it; empty if nobody does
 * @param customer   whose case it is
 * @param team       whose levels apply; empty for the default levels
 * @param priority   how soon deadlines fall due
 * @param mood       the last reading, if any
 * @param openedAt   when the customer brought it
 * @param recordedAt when the last entry was recorded
 * @param nextDue    when the next rung of any clock comes; {@link Instant#MAX} if none does
 */
public record CaseSummary(String id, int version, RecoveryState state, String owner, String customer, String team, Priority priority,
                          Optional<Mood> mood, Instant openedAt, Instant recordedAt, Instant nextDue) {
    /**
     * The line of a case.
     *
     * @param seen the case
     * @return its summary
     */
    public static CaseSummary of(RecoveryCase seen) {
        return new CaseSummary(seen.id(), seen.version(), seen.state(), seen.data().owner(), seen.data().customer(), seen.data().team(),
            seen.data().priority(), seen.data().mood(), seen.data().openedAt(), seen.recordedAt(), seen.nextDue());
    }
}
