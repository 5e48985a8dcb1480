package org.servicerecovery.testing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;

/**
 * The plainest situation in which a step is permitted, read off the table.
 *
 * @param state  where
 * @param facts  of the case
 * @param traits of the action
 */
record Readiness(RecoveryState state, Set<Fact> facts, Set<Trait> traits) {

    static Readiness of(Playbook playbook, Step step) {
        Transition row = playbook.definition().transitions().stream().filter(one -> one.step() == step).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The playbook " + playbook.id() + " has no step " + step + "."));
        Readiness ready = new Readiness(row.from(), new LinkedHashSet<>(), new LinkedHashSet<>());
        row.when().present().forEach(ready::add);
        for (CompiledGuardrail compiled : playbook.cell("", row.from(), step).refusing()) {
            Guardrail rule = compiled.source();
            if (rule.when().present().stream().allMatch(ready::holds)) {
                rule.needsAll().forEach(ready::add);
                if (rule.needsAny().stream().noneMatch(ready::holds)) {
                    rule.needsAny().stream().findFirst().ifPresent(ready::add);
                }
            }
        }
        return ready;
    }

    private void add(Term term) {
        if (term instanceof Fact fact) {
            facts.add(fact);
        } else if (term instanceof Trait trait) {
            traits.add(trait);
        }
    }

    private boolean holds(Term term) {
        return facts.contains(term) || traits.contains(term);
    }
}
