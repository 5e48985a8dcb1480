package org.servicerecovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Assessor;

/** Finds guardrails that only ever bar, or apply by, traits that no assessor can find. */
final class Toothless {
    private Toothless() {
    }

    static List<String> guardrails(Playbook playbook, List<Assessor> assessors) {
        Set<Trait> found = new HashSet<>();
        assessors.forEach(assessor -> found.addAll(assessor.finds()));
        return playbook.definition().guardrails().stream().filter(rule -> rule.level() != Level.OFF && silent(rule, found))
            .map(Guardrail::id).toList();
    }

    private static boolean silent(Guardrail rule, Set<Trait> found) {
        boolean neverApplies = rule.when().present().stream().anyMatch(term -> unseen(term, found));
        boolean onlyBars = rule.needsAll().isEmpty() && rule.needsAny().isEmpty();
        return neverApplies || onlyBars && rule.bars().stream().allMatch(term -> unseen(term, found));
    }

    private static boolean unseen(Term term, Set<Trait> found) {
        return term instanceof Trait trait && !found.contains(trait);
    }
}
