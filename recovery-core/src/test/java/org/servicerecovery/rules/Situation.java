package org.servicerecovery.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Table.Entry;
import org.servicerecovery.testing.RecoveryFixture;

/** Where a case stands, what is established about it, and what is true of the action that is attempted. */
record Situation(RecoveryState state, Set<Fact> facts, Set<Trait> traits) {

    /**
     * The same but for some words: {@code +FACT}, {@code -TRAIT}.
     *
     * @param strict whether adding what is there, or removing what is not, is a mistake
     */
    Situation changed(Entry entry, List<String> changes, boolean strict) {
        Situation result = new Situation(state, new LinkedHashSet<>(facts), new LinkedHashSet<>(traits));
        for (String change : changes) {
            if (!change.startsWith("+") && !change.startsWith("-")) {
                throw entry.wrong("a change begins with + or -, but found " + change + ".");
            }
            boolean adds = change.startsWith("+");
            Term term = entry.term(change.substring(1));
            if (!result.change(term, adds) && strict) {
                throw entry.wrong(change + " changes nothing: the situation has " + (adds ? "it already." : "it not."));
            }
        }
        return result;
    }

    private boolean change(Term term, boolean adds) {
        if (term instanceof Fact fact) {
            return adds ? facts.add(fact) : facts.remove(fact);
        }
        Trait trait = (Trait) term;
        return adds ? traits.add(trait) : traits.remove(trait);
    }

    /** What a playbook decides about the step, on the kernel and with exactly these traits. */
    Decision attempt(Playbook playbook, Step step) {
        return RecoveryFixture.on(playbook).givenCase(state, facts.toArray(Fact[]::new))
            .without(facts.contains(Facts.OPENED) ? new Fact[0] : new Fact[] {Facts.OPENED})
            .whenAttempted(Particulars.of(step), traits).decision();
    }
}
