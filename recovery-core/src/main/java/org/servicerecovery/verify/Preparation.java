package org.servicerecovery.verify;

import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Trait;

/**
 * What makes a refused step permitted. Immutable.
 *
 * @param steps   to be taken first, in order; the fewest that do
 * @param with    traits that the step itself must then have and did not
 * @param without traits that the step itself had and must then not have
 */
public record Preparation(List<PlanStep> steps, Set<Trait> with, Set<Trait> without) {
    /** Copies the collections. */
    public Preparation {
        steps = List.copyOf(steps);
        with = Set.copyOf(with);
        without = Set.copyOf(without);
    }
}
