package org.servicerecovery.verify;

import java.util.Set;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/**
 * One step of a shortest way: what is done where, and what the action must have for it.
 *
 * @param from      the state before
 * @param step      what is done
 * @param to        the state afterwards
 * @param row       the id of the row that is taken
 * @param traits    traits that the action has
 * @param told      facts that come with the action (adopting, absorbing)
 * @param takenBack facts that the action takes back (correcting)
 */
public record PathStep(RecoveryState from, Step step, RecoveryState to, String row, Set<Trait> traits, Set<Fact> told,
                       Set<Fact> takenBack) {
    /** Copies the sets. */
    public PathStep {
        traits = Set.copyOf(traits);
        told = Set.copyOf(told);
        takenBack = Set.copyOf(takenBack);
    }

    @Override
    public String toString() {
        String manner = Catalogue.manner(traits);
        String with = manner.isEmpty() ? "" : " (" + manner + ")";
        return Catalogue.phrase(step) + with;
    }
}
