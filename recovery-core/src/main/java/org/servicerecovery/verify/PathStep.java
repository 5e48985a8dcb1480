package org.servicerecovery.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param waived    ids of the guardrails that somebody entitled waives for it
 */
public record PathStep(RecoveryState from, Step step, RecoveryState to, String row, Set<Trait> traits, Set<Fact> told,
                       Set<Fact> takenBack, List<String> waived) {
    /** Copies the collections. */
    public PathStep {
        traits = Set.copyOf(traits);
        told = Set.copyOf(told);
        takenBack = Set.copyOf(takenBack);
        waived = List.copyOf(waived);
    }

    @Override
    public String toString() {
        String manner = Catalogue.manner(traits);
        String with = manner.isEmpty() ? "" : " (" + manner + ")";
        String knowing = told.isEmpty() ? "" : ", knowing: " + told.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
        String without = takenBack.isEmpty() ? "" : ", taking back: "
            + takenBack.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
        return Catalogue.phrase(step) + with + knowing + without + (waived.isEmpty() ? "" : ", waiving " + String.join(", ", waived));
    }
}
