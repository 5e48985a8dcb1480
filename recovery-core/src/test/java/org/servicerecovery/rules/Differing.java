package org.servicerecovery.rules;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/**
 * Which rules another playbook shares with {@code standard}, and which are its own: a rule is shared if it is the same but for steps that
 * the other playbook does not have at all. Every rule is one or the other.
 */
final class Differing {
    private static final PlaybookDefinition STANDARD = Playbooks.standard().definition();

    private Differing() {
    }

    /** Every shipped playbook but {@code standard}. */
    static Stream<String> others() {
        return Playbooks.names().stream().filter(name -> !name.equals("standard"));
    }

    static List<Guardrail> own(Playbook other) {
        Set<Guardrail> shared = new HashSet<>(shared(other));
        return other.definition().guardrails().stream().filter(rule -> !shared.contains(rule)).toList();
    }

    static List<Guardrail> shared(Playbook other) {
        Set<Guardrail> there = new HashSet<>();
        Set<Step> taken = steps(other);
        for (Guardrail rule : STANDARD.guardrails()) {
            Set<Step> left = EnumSet.copyOf(rule.watches());
            left.retainAll(taken);
            if (!left.isEmpty()) {
                there.add(rule.watching(left));
            }
        }
        return other.definition().guardrails().stream().filter(there::contains).toList();
    }

    /** What can be done at all, in whatever state. */
    static Set<Step> steps(Playbook playbook) {
        Set<Step> taken = EnumSet.noneOf(Step.class);
        playbook.definition().transitions().forEach(row -> taken.add(row.step()));
        return taken;
    }
}
