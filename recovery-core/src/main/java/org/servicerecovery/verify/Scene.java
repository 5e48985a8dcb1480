package org.servicerecovery.verify;

import java.util.Objects;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/**
 * One attempt of a scenario, and what must come of it. Immutable.
 *
 * @param in        the state in which it is attempted
 * @param step      what is attempted
 * @param traits    everything that is true of the action
 * @param told      facts that come with the action (adopting, absorbing, recording)
 * @param takenBack facts that the action takes back (correcting)
 * @param row       the id of the row that takes it; empty if it is refused
 * @param to        the state afterwards; the same as before if it is refused
 * @param refusedBy ids of every guardrail that refuses it, and {@code not-here} if no row takes it; empty if it is permitted
 */
public record Scene(RecoveryState in, Step step, Set<Trait> traits, Set<Fact> told, Set<Fact> takenBack, String row, RecoveryState to,
                    Set<String> refusedBy) {
    /** Copies the sets. */
    public Scene {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(to, "to");
        traits = Set.copyOf(traits);
        told = Set.copyOf(told);
        takenBack = Set.copyOf(takenBack);
        refusedBy = Set.copyOf(refusedBy);
    }
}
