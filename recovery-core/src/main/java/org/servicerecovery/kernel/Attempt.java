package org.servicerecovery.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.spi.Calendars;

/**
 * One action that has been assessed and is ready to be judged.
 *
 * @param command    the command that it belongs to
 * @param action     the action
 * @param traits     everything that is true of it, assessed and attested
 * @param attested   those that were attested
 * @param shown      those that the words show
 * @param tells      facts that come with the action and not from a row (adopting, absorbing)
 * @param takesBack  facts that the action takes back (correcting)
 * @param waivers    the waivers whose author has the authority
 * @param unentitled the waivers whose author has not
 * @param occurredAt when it happened
 * @param now        when it is recorded
 * @param calendars  by which the deadlines count that it starts or moves
 */
public record Attempt(Command command, RecoveryAction action, Terms<Trait> traits, Terms<Trait> attested, Terms<Trait> shown,
                      Terms<Fact> tells, Terms<Fact> takesBack, List<Waiver> waivers, List<Waiver> unentitled, Instant occurredAt, Instant now,
                      Calendars calendars) {
    /** Refuses nulls. */
    public Attempt {
        Objects.requireNonNull(command);
        Objects.requireNonNull(action);
        Objects.requireNonNull(traits);
        Objects.requireNonNull(attested);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(tells);
        Objects.requireNonNull(takesBack);
        waivers = List.copyOf(waivers);
        unentitled = List.copyOf(unentitled);
        Objects.requireNonNull(occurredAt);
        Objects.requireNonNull(now);
        Objects.requireNonNull(calendars);
    }

    /**
     * One whose deadlines count elapsed time, and whose words nobody has read.
     *
     * @param command    the command that it belongs to
     * @param action     the action
     * @param traits     everything that is true of it, assessed and attested
     * @param attested   those that were attested
     * @param tells      facts that come with the action and not from a row
     * @param takesBack  facts that the action takes back
     * @param waivers    the waivers whose author has the authority
     * @param unentitled the waivers whose author has not
     * @param occurredAt when it happened
     * @param now        when it is recorded
     */
    public Attempt(Command command, RecoveryAction action, Terms<Trait> traits, Terms<Trait> attested, Terms<Fact> tells, Terms<Fact> takesBack,
                   List<Waiver> waivers, List<Waiver> unentitled, Instant occurredAt, Instant now) {
        this(command, action, traits, attested, attested.none(), tells, takesBack, waivers, unentitled, occurredAt, now, Calendars.ELAPSED);
    }

    boolean waives(String guardrail) {
        for (Waiver waiver : waivers) {
            if (waiver.guardrail().equals(guardrail)) {
                return true;
            }
        }
        return false;
    }
}
