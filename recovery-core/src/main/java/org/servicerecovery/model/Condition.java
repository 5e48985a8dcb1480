package org.servicerecovery.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When a row applies: every term of {@code present} holds and none of {@code absent} does. Facts are judged as they were
 * before the step, traits as they are of the step.
 *
 * @param present what must hold; an immutable set, possibly empty
 * @param absent  what must not hold; an immutable set, possibly empty
 */
public record Condition(Set<Term> present, Set<Term> absent) {
    /** Applies always. */
    public static final Condition ALWAYS = new Condition(Set.of(), Set.of());

    /**
     * @throws InvalidInputException if a part is null or a term is both present and absent
     */
    public Condition {
        present = ordered(Texts.present("What must be present", present));
        absent = ordered(Texts.present("What must be absent", absent));
        for (Term term : present) {
            if (absent.contains(term)) {
                throw new InvalidInputException("The condition asks for " + term.name() + " and for its absence. Remove one.");
            }
        }
    }

    /**
     * This condition, and these present besides.
     *
     * @param terms what must hold too
     * @return a new condition
     */
    public Condition and(Term... terms) {
        return new Condition(joined(present, terms), absent);
    }

    /**
     * This condition, and these absent besides.
     *
     * @param terms what must not hold either
     * @return a new condition
     */
    public Condition without(Term... terms) {
        return new Condition(present, joined(absent, terms));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        present.forEach(term -> parts.add(term.name()));
        absent.forEach(term -> parts.add("not " + term.name()));
        return String.join(", ", parts);
    }

    private static Set<Term> joined(Set<Term> terms, Term... more) {
        Set<Term> all = new LinkedHashSet<>(terms);
        all.addAll(List.of(more));
        return all;
    }

    /** Immutable, in the order given: the order shows in diagrams and in the fingerprint. */
    static <T> Set<T> ordered(Set<T> terms) {
        return switch (terms.size()) {
            case 0 -> Collections.emptySet();
            // Every case and command keeps such a set, and nearly all of them are as small as this.
            case 1 -> Collections.singleton(terms.iterator().next());
            default -> Collections.unmodifiableSet(new LinkedHashSet<>(terms));
        };
    }
}
