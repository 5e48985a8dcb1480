package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;

/** Conditions and guardrails judged term by term, straight from their records: what the masks and diagrams are compared with. */
final class Plainly {
    private Plainly() {
    }

    static boolean violated(Guardrail rule, Set<Fact> facts, Set<Trait> some) {
        return holds(rule.when(), facts, some) && (!rule.needsAll().stream().allMatch(term -> holds(term, facts, some))
            || rule.bars().stream().anyMatch(term -> holds(term, facts, some))
            || !rule.needsAny().isEmpty() && rule.needsAny().stream().noneMatch(term -> holds(term, facts, some)));
    }

    static boolean holds(Condition condition, Set<Fact> facts, Set<Trait> some) {
        return condition.present().stream().allMatch(term -> holds(term, facts, some))
            && condition.absent().stream().noneMatch(term -> holds(term, facts, some));
    }

    private static boolean holds(Term term, Set<Fact> facts, Set<Trait> some) {
        return term instanceof Fact ? facts.contains(term) : some.contains(term);
    }

    static <T> List<Set<T>> subsets(Iterable<T> items) {
        List<Set<T>> subsets = new ArrayList<>(List.of(Set.of()));
        for (T item : items) {
            for (Set<T> some : List.copyOf(subsets)) {
                Set<T> more = new HashSet<>(some);
                more.add(item);
                subsets.add(more);
            }
        }
        return subsets;
    }
}
