package org.servicerecovery.kernel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/**
 * What a screen needs to draw one button: whether a step can be taken now.
 *
 * @param step       the step
 * @param status     open, open if the action has or lacks some traits, or closed
 * @param conditions what the action must and must not have; all of them; empty unless the status is IF
 * @param ways       the traits by which rows are told apart: one of them must fit; empty if any action fits
 * @param reasons    why it is closed; empty otherwise
 */
public record Offer(Step step, Status status, List<Requirement> conditions, List<Way> ways, List<Reason> reasons) {
    /** Whether a step can be taken. */
    public enum Status {
        /** Whatever the particulars. */
        OPEN,
        /** Depending on the particulars. */
        IF,
        /** Not now. */
        CLOSED
    }

    /**
     * What one guardrail asks of the action. It asks nothing of an action that does not have all of {@code when} or has one of
     * {@code unless}.
     *
     * @param rule     the guardrail's id
     * @param when     traits that the action must have for the rule to apply
     * @param unless   traits that the action must not have for the rule to apply
     * @param needs    traits that it must all have
     * @param needsAny traits of which it must have one, unless empty
     * @param bars     traits that it must not have
     * @param never    true if no particulars help once the rule applies
     */
    public record Requirement(String rule, Set<Trait> when, Set<Trait> unless, Set<Trait> needs, Set<Trait> needsAny,
                              Set<Trait> bars, boolean never) {
        /** Copies the sets. */
        public Requirement {
            when = Set.copyOf(when);
            unless = Set.copyOf(unless);
            needs = Set.copyOf(needs);
            needsAny = Set.copyOf(needsAny);
            bars = Set.copyOf(bars);
        }

        boolean met(Set<Trait> traits) {
            if (!traits.containsAll(when) || unless.stream().anyMatch(traits::contains)) {
                return true;
            }
            return !never && traits.containsAll(needs) && bars.stream().noneMatch(traits::contains)
                && (needsAny.isEmpty() || needsAny.stream().anyMatch(traits::contains));
        }
    }

    /**
     * The traits of one row.
     *
     * @param with    traits that the action must have
     * @param without traits that it must not have
     */
    public record Way(Set<Trait> with, Set<Trait> without) {
        /** Copies the sets. */
        public Way {
            with = Set.copyOf(with);
            without = Set.copyOf(without);
        }

        boolean fits(Set<Trait> traits) {
            return traits.containsAll(with) && without.stream().noneMatch(traits::contains);
        }
    }

    /** Copies the lists. */
    public Offer {
        conditions = List.copyOf(conditions);
        ways = List.copyOf(ways);
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether an action with these traits would be permitted, without waivers.
     *
     * @param traits of the action
     * @return true if so
     */
    public boolean permits(Set<Trait> traits) {
        return status != Status.CLOSED && conditions.stream().allMatch(condition -> condition.met(traits))
            && (ways.isEmpty() || ways.stream().anyMatch(way -> way.fits(traits)));
    }

    @Override
    public String toString() {
        return switch (status) {
            case OPEN -> Catalogue.phrase(step);
            case IF -> Catalogue.phrase(step) + " if " + conditions.stream().map(Offer::told).collect(Collectors.joining("; "));
            case CLOSED -> Catalogue.phrase(step) + " (closed: " + reasons.stream().map(Reason::rule).collect(Collectors.joining(", ")) + ")";
        };
    }

    private static String told(Requirement condition) {
        String needs = phrases(condition.needs(), ", ");
        String any = phrases(condition.needsAny(), " or ");
        String bars = condition.bars().isEmpty() ? "" : "not " + phrases(condition.bars(), ", not ");
        String asked = condition.never() ? "never" : List.of(needs, any, bars).stream().filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
        String when = phrases(condition.when(), ", ");
        String unless = condition.unless().isEmpty() ? "" : "not " + phrases(condition.unless(), ", not ");
        String applies = List.of(when, unless).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return applies.isEmpty() ? asked : "when " + applies + ": " + asked;
    }

    /** Sorted, so that the same offer reads the same in every run. */
    private static String phrases(Set<Trait> traits, String join) {
        return traits.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(join));
    }
}
