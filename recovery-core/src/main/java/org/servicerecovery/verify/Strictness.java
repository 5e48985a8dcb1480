package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.GuardrailChange.Kind;

/**
 * Which guardrails ask for more or less. Two rules are compared at every step in every state by the sets of facts and traits with
 * which they are violated. Only steps that both playbooks have count: a rule is not weaker because a step is gone.
 */
final class Strictness {
    private final PlaybookDefinition first;
    private final PlaybookDefinition second;
    private final Set<Step> steps;
    private final Diagrams sets = new Diagrams(1 << 20);
    private final Map<Term, Integer> variables = new HashMap<>();
    private final Moves rules;

    Strictness(Playbook first, Playbook second) {
        this.first = first.definition();
        this.second = second.definition();
        steps = taken(this.first);
        steps.retainAll(taken(this.second));
        rules = new Moves(first, sets, this::variable);
    }

    private int variable(Term term) {
        return variables.computeIfAbsent(term, key -> variables.size());
    }

    private static Set<Step> taken(PlaybookDefinition definition) {
        Set<Step> taken = EnumSet.noneOf(Step.class);
        definition.transitions().stream().map(Transition::step).forEach(taken::add);
        return taken;
    }

    /** What changed, in the order of the first playbook and then of the second. */
    List<GuardrailChange> changes() {
        Map<String, Guardrail> then = new LinkedHashMap<>();
        second.guardrails().forEach(rule -> then.put(rule.id(), rule));
        List<GuardrailChange> changes = new ArrayList<>();
        for (Guardrail rule : first.guardrails()) {
            Guardrail now = then.remove(rule.id());
            if (now == null) {
                changes.add(new GuardrailChange(rule.id(), Kind.REMOVED, why(rule), List.of()));
            } else {
                add(changes, rule, now);
            }
        }
        then.values().forEach(rule -> changes.add(new GuardrailChange(rule.id(), Kind.ADDED, why(rule), List.of())));
        return changes;
    }

    private void add(List<GuardrailChange> changes, Guardrail before, Guardrail now) {
        boolean weaker = now.waivableBy().isPresent() && !before.waivableBy().equals(now.waivableBy());
        boolean stronger = before.waivableBy().isPresent() && !before.waivableBy().equals(now.waivableBy());
        for (Level level : EnumSet.range(Level.REFUSE, Level.SHADOW)) {
            weaker |= goesBeyond(before, now, level);
            stronger |= goesBeyond(now, before, level);
        }
        if (weaker || stronger) {
            Kind kind = weaker && stronger ? Kind.OTHER : weaker ? Kind.WEAKER : Kind.STRONGER;
            changes.add(new GuardrailChange(now.id(), kind, why(now), details(before, now)));
        }
    }

    /** Whether one speaks up, at least as loudly as the level says, where the other does not. */
    private boolean goesBeyond(Guardrail one, Guardrail other, Level level) {
        if (one.level().compareTo(level) > 0) {
            return false;
        }
        Set<Step> watched = new HashSet<>(one.watches());
        watched.retainAll(steps);
        int violated = sets.not(rules.obeyed(one));
        if (watched.isEmpty() || violated == Diagrams.EMPTY) {
            return false;
        }
        boolean everywhere = other.watches().containsAll(watched) && other.states().containsAll(one.states());
        if (other.level().compareTo(level) > 0 || !everywhere) {
            return true;
        }
        return sets.and(violated, rules.obeyed(other)) != Diagrams.EMPTY;
    }

    private List<String> details(Guardrail before, Guardrail now) {
        List<String> details = new ArrayList<>();
        if (before.level() != now.level()) {
            details.add(says(before.level()) + ", now " + says(now.level()));
        }
        if (!before.waivableBy().equals(now.waivableBy())) {
            details.add("can be waived by " + before.waivableBy().orElse("nobody") + ", now by " + now.waivableBy().orElse("nobody"));
        }
        Set<Step> was = new LinkedHashSet<>(before.watches());
        Set<Step> is = new LinkedHashSet<>(now.watches());
        was.retainAll(steps);
        is.retainAll(steps);
        changed(details, "watches", was.stream().map(Catalogue::phrase).toList(), is.stream().map(Catalogue::phrase).toList());
        changed(details, "speaks up in", before.states().stream().map(Enum::name).toList(), now.states().stream().map(Enum::name).toList());
        changed(details, "applies only when", phrases(before.when().present()), phrases(now.when().present()));
        changed(details, "applies unless", phrases(before.when().absent()), phrases(now.when().absent()));
        changed(details, "needs", phrases(before.needsAll()), phrases(now.needsAll()));
        changed(details, "is content with", phrases(before.needsAny()), phrases(now.needsAny()));
        changed(details, "bars", phrases(before.bars()), phrases(now.bars()));
        return details;
    }

    private static void changed(List<String> details, String what, List<String> before, List<String> now) {
        now.stream().filter(one -> !before.contains(one)).forEach(one -> details.add("now " + what + ": " + one));
        before.stream().filter(one -> !now.contains(one)).forEach(one -> details.add("no longer " + what + ": " + one));
    }

    private static List<String> phrases(Collection<Term> terms) {
        return terms.stream().map(Catalogue::phrase).toList();
    }

    private static String why(Guardrail rule) {
        return rule.why().replace("the original {original}", "the original");
    }

    static String says(Level level) {
        return switch (level) {
            case REFUSE -> "refuses";
            case ADVISE -> "advises";
            case SHADOW -> "is only recorded";
            case OFF -> "is off";
        };
    }
}
