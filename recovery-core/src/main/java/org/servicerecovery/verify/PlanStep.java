package org.servicerecovery.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/**
 * One step of a plan.
 *
 * @param in           where it is taken
 * @param step         what is to be done, or to be hoped for: a report is what the customer does
 * @param to           the state afterwards
 * @param row          the id of the row that takes it
 * @param traits       what the action must have, the fewest that will do; who may do it is among them
 * @param facts        facts of the host's own that the action records, for {@link Step#RECORD_FACT}
 * @param times        how often it must be done, 1 or more: three open promises are kept one by one
 * @param alternatives steps that would do in its place, with a plan no longer; not those that the plan takes later anyway
 */
public record PlanStep(RecoveryState in, Step step, RecoveryState to, String row, Set<Trait> traits, Set<Fact> facts, int times,
                       List<Step> alternatives) {
    /**
     * Copies the collections.
     *
     * @throws InvalidInputException if times is less than 1
     */
    public PlanStep {
        traits = Set.copyOf(traits);
        facts = Set.copyOf(facts);
        alternatives = List.copyOf(alternatives);
        if (times < 1) {
            throw new InvalidInputException("A step of a plan is taken at least once, not " + times + " times.");
        }
    }

    @Override
    public String toString() {
        String what = facts.isEmpty() ? "" : ": " + facts.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
        String manner = Catalogue.manner(traits);
        String with = manner.isEmpty() ? "" : " (" + manner + ")";
        String often = times == 1 ? "" : ", " + times + " times";
        String or = alternatives.isEmpty() ? "" : ", or " + alternatives.stream().map(Catalogue::phrase).collect(Collectors.joining(", or "));
        // What is hoped for is told by the row: that the mood is calm, and not only that it is read.
        String[] parts = row.split("/", 3);
        String hoped = step.isReport() && parts.length == 3 ? " (" + parts[2].replace('-', ' ') + ")" : "";
        return Catalogue.phrase(step) + hoped + what + with + often + or;
    }
}
