package org.servicerecovery.kernel;

import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;

/**
 * The answer to a command. A refusal is a value; {@link #orThrow()} is for those who prefer an exception. Immutable.
 */
public sealed interface Decision permits Permitted, Refused, Repeated {
    /**
     * Whether it was done, now or when the same command came before.
     *
     * @return false for a refusal only
     */
    boolean isPermitted();

    /**
     * Why it was refused: every rule that was broken, of every action of the command.
     *
     * @return empty unless refused
     */
    List<Reason> reasons();

    /**
     * What makes it permitted: the fewest steps to take first, in order, and what the refused step itself must have or lack
     * then. If nothing makes it permitted any more, what to do instead. Worked out when it is called, by
     * {@link org.servicerecovery.verify.Planner}; of a command of several actions, for each that was refused.
     *
     * @return empty unless refused
     */
    default List<Cure> cures() {
        return List.of();
    }

    /**
     * What the actor should hear although it was done.
     *
     * @return one for each violated guardrail that advises
     */
    List<Reason> advice();

    /**
     * What happened.
     *
     * @return empty if refused
     */
    List<CaseEvent> events();

    /**
     * The ids of the guardrails that refused, for comparing and counting.
     *
     * @return in the order of the reasons, each once; empty unless refused
     */
    default List<String> refusedBy() {
        return reasons().stream().map(Reason::rule).distinct().toList();
    }

    /**
     * The event of the last action.
     *
     * @return empty if refused
     */
    default Optional<CaseEvent> lastEvent() {
        return events().isEmpty() ? Optional.empty() : Optional.of(events().get(events().size() - 1));
    }

    /**
     * This decision, unless it is a refusal.
     *
     * @return this
     * @throws RefusedException with every reason, if refused
     */
    default Decision orThrow() {
        if (!isPermitted()) {
            throw new RefusedException(reasons());
        }
        return this;
    }
}
