package org.servicerecovery.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;

/**
 * Something that removes a reason.
 *
 * @param kind   how
 * @param step   the step to take first or instead; for WITH and WITHOUT the refused step itself
 * @param in     the states in which the step can be taken; empty if that is here
 * @param traits what the step must, or for WITHOUT must not, have
 * @param forFact the fact or facts that taking the step first brings about or removes; empty for the other kinds
 */
public record Cure(Kind kind, Step step, List<RecoveryState> in, List<Trait> traits, List<Term> forFact) {
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

    /** Copies the lists. */
    public Cure {
        in = List.copyOf(in);
        traits = List.copyOf(traits);
        forFact = List.copyOf(forFact);
    }

    @Override
    public String toString() {
        String with = traits.isEmpty() ? "" : ", " + Catalogue.phrases(traits, ", ");
        String where = in.isEmpty() ? "" : " (when " + in.stream().map(Enum::name).collect(Collectors.joining(" or ")) + ")";
        return switch (kind) {
            case FIRST -> (step.isReport() ? "wait, and " : "first: ") + Catalogue.phrase(step) + with + where;
            case INSTEAD -> "instead: " + Catalogue.phrase(step) + with + where;
            case WITH -> "do it " + Catalogue.phrases(traits, ", ");
            case WITHOUT -> "do it, but not " + Catalogue.phrases(traits, ", ");
        };
    }
}
