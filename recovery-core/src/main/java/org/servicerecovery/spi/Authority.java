package org.servicerecovery.spi;

import java.math.BigDecimal;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;

/**
 * Who may what, up to how much. Implementations must be safe for many threads.
 */
public interface Authority {
    /**
     * Whether an action is within the actor's authority: a promise, a gesture, an adoption (A25, B32).
     *
     * @param actor        who acts
     * @param action       what is attempted
     * @param recoveryCase on which case
     * @return true if so
     */
    boolean permits(Actor actor, RecoveryAction action, RecoveryCase recoveryCase);

    /**
     * Whether the actor has a role, such as {@link Actor#SUPERVISOR}.
     *
     * @param actor who
     * @param role  which
     * @return true if so
     */
    default boolean has(Actor actor, String role) {
        return actor.roles().contains(role);
    }

    /**
     * Whether the owner could fix this alone, so that the case need not be passed on (B23).
     *
     * @param actor        the owner
     * @param recoveryCase the case
     * @return false unless the host knows better
     */
    default boolean fixInReach(Actor actor, RecoveryCase recoveryCase) {
        return false;
    }

    /**
     * The stock authority: persons may promise, and give gestures up to a limit; supervisors without limit; machines nothing.
     *
     * @param limit the most that an agent may give, in the host's currency, not negative
     * @return an authority
     */
    static Authority upTo(BigDecimal limit) {
        return (actor, action, recoveryCase) -> {
            if (actor.kind() != Actor.Kind.PERSON) {
                return false;
            }
            return !(action instanceof Duties.Goodwill gesture) || actor.roles().contains(Actor.SUPERVISOR)
                || gesture.amount().compareTo(limit) <= 0;
        };
    }
}
