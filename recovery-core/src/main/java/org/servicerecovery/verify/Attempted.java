package org.servicerecovery.verify;

import java.util.Objects;
import java.util.Set;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/**
 * What was attempted and refused. Immutable.
 *
 * @param step   the step
 * @param traits of the action
 * @param lifted ids of the guardrails that were waived: they ask nothing
 * @param heeded ids of the guardrails that only advise or are recorded, and are to be kept as if they refused
 */
public record Attempted(Step step, Set<Trait> traits, Set<String> lifted, Set<String> heeded) {
    /** Copies the sets. */
    public Attempted {
        Objects.requireNonNull(step, "step");
        traits = Set.copyOf(traits);
        lifted = Set.copyOf(lifted);
        heeded = Set.copyOf(heeded);
    }
}
