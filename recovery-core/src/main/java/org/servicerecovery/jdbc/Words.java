package org.servicerecovery.jdbc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;

/**
 * Facts and traits by their names, and vocabularies for those that are read. A store does not know the playbooks, so a host's own words
 * are known from what was written. There is one vocabulary that grows with them, so that nearly all that is read shares it: sets of one
 * vocabulary are folded without translation. Safe for many threads.
 */
final class Words {
    private static final Vocabulary STANDARD = new Vocabulary(List.of(), List.of());
    private static final Map<String, Fact> FACTS = byName(Facts.all());
    private static final Map<String, Trait> TRAITS = byName(Traits.all());

    private volatile Vocabulary grown = STANDARD;

    private static <T extends Term> Map<String, T> byName(List<T> terms) {
        return terms.stream().collect(Collectors.toUnmodifiableMap(Term::name, Function.identity()));
    }

    /** The library's fact of that name, or the host's own. */
    static Fact fact(String name) {
        Fact known = FACTS.get(name);
        return known == null ? Fact.named(name) : known;
    }

    /** The library's trait of that name, or the host's own. */
    static Trait trait(String name) {
        Trait known = TRAITS.get(name);
        return known == null ? Trait.named(name) : known;
    }

    /**
     * A vocabulary that has these words: the plain one if they are the library's.
     *
     * @throws InvalidInputException if they are more than a vocabulary can have
     */
    Vocabulary knowing(Collection<Fact> facts, Collection<Trait> traits) {
        List<Fact> hostFacts = facts.stream().filter(fact -> !FACTS.containsKey(fact.name())).toList();
        List<Trait> hostTraits = traits.stream().filter(trait -> !TRAITS.containsKey(trait.name())).toList();
        if (hostFacts.isEmpty() && hostTraits.isEmpty()) {
            return STANDARD;
        }
        Vocabulary now = grown;
        return knows(now, hostFacts, hostTraits) ? now : grow(hostFacts, hostTraits);
    }

    private static boolean knows(Vocabulary words, List<Fact> facts, List<Trait> traits) {
        return words.facts().all().containsAll(facts) && words.traits().all().containsAll(traits);
    }

    private synchronized Vocabulary grow(List<Fact> facts, List<Trait> traits) {
        if (knows(grown, facts, traits)) {
            return grown;
        }
        Set<Fact> allFacts = new LinkedHashSet<>(own(grown.facts().all(), FACTS));
        Set<Trait> allTraits = new LinkedHashSet<>(own(grown.traits().all(), TRAITS));
        allFacts.addAll(facts);
        allTraits.addAll(traits);
        boolean fits = FACTS.size() + allFacts.size() <= Vocabulary.MOST && TRAITS.size() + allTraits.size() <= Vocabulary.MOST;
        // Several playbooks may have more words together than one can have: then it starts anew with these.
        grown = fits ? new Vocabulary(allFacts, allTraits) : new Vocabulary(new LinkedHashSet<>(facts), new LinkedHashSet<>(traits));
        return grown;
    }

    private static <T extends Term> List<T> own(List<T> terms, Map<String, T> standard) {
        return terms.stream().filter(term -> !standard.containsKey(term.name())).toList();
    }
}
