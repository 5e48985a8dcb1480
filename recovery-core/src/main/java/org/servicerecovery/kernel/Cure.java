package org.servicerecovery.kernel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.verify.PlanStep;

/**
 * Something that removes a reason. Cures of kind FIRST are taken in the order in which they are given.
 *
 * @param kind   how
 * @param step   the step to take first or instead; for WITH and WITHOUT the refused step itself
 * @param traits what the step must, or for WITHOUT must not, have; the fewest that do
 * @param facts  facts of the host's own that the step is to record, for {@link Step#RECORD_FACT}
 * @param times  how often the step must be taken, 1 or more
 * @param or     steps that would do in its place and take no longer
 */
public record Cure(Kind kind, Step step, Set<Trait> traits, Set<Fact> facts, int times, List<Step> or) {
    /** How a cure works. */
    public enum Kind {
        /** Take another step first. */
        FIRST,
        /** Do it again, with these traits. */
        WITH,
        /** Do it again, without these traits. */
        WITHOUT,
        /** Take another step instead. */
        INSTEAD
    }

    /** Copies the collections. */
    public Cure {
        traits = Set.copyOf(traits);
        facts = Set.copyOf(facts);
        or = List.copyOf(or);
    }

    static Cure first(PlanStep step) {
        return new Cure(Kind.FIRST, step.step(), step.traits(), step.facts(), step.times(), step.alternatives());
    }

    static Cure instead(PlanStep step) {
        return new Cure(Kind.INSTEAD, step.step(), step.traits(), step.facts(), step.times(), step.alternatives());
    }

    @Override
    public String toString() {
        String exactly = traits.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
        String manner = Catalogue.manner(traits);
        String what = facts.isEmpty() ? "" : ": " + facts.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
        String with = manner.isEmpty() ? "" : ", " + manner;
        String often = times == 1 ? "" : ", " + times + " times";
        String instead = or.isEmpty() ? "" : " (or " + or.stream().map(Catalogue::phrase).collect(Collectors.joining(", or ")) + ")";
        return switch (kind) {
            case FIRST -> (step.isReport() ? "wait, and " : "first: ") + Catalogue.phrase(step) + what + with + often + instead;
            case INSTEAD -> "instead: " + Catalogue.phrase(step) + with;
            case WITH -> "do it " + exactly;
            case WITHOUT -> "do it, but not " + exactly;
        };
    }
}
