package org.servicerecovery.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.playbook.Playbook;

/**
 * A rule as a slip of the pen would leave it.
 *
 * @param name   the rule, and what is different
 * @param rule   as it should be
 * @param wrong  as it is now, or empty if it is gone
 * @param steps  at which the difference can show
 * @param states in which the difference can show
 */
record Mutant(String name, Guardrail rule, Optional<Guardrail> wrong, Set<Step> steps, Set<RecoveryState> states) {

    /** Every way in which one part of the rule could be lost. Whatever would leave nothing of it is its deletion. */
    static List<Mutant> of(Guardrail rule) {
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant(rule.id() + " deleted", rule, Optional.empty(), rule.watches(), rule.states()));
        Level lower = rule.level() == Level.REFUSE ? Level.ADVISE : Level.SHADOW;
        mutants.add(changed(rule, "lowered to " + lower, rule.at(lower)));
        if (rule.watches().size() > 1) {
            for (Step step : rule.watches()) {
                mutants.add(new Mutant(rule.id() + " without step " + step, rule, Optional.of(with(rule, less(rule.watches(), step), rule.states())),
                    EnumSet.of(step), rule.states()));
            }
        }
        if (rule.states().size() > 1 && rule.states().size() < RecoveryState.values().length) {
            for (RecoveryState state : rule.states()) {
                mutants.add(new Mutant(rule.id() + " without state " + state, rule, Optional.of(with(rule, rule.watches(), less(rule.states(), state))),
                    rule.watches(), EnumSet.of(state)));
            }
        }
        mutants.addAll(needingLess(rule));
        for (Term term : rule.when().present()) {
            mutants.add(changed(rule, "without when " + term.name(), when(rule, new Condition(less(rule.when().present(), term), rule.when().absent()))));
        }
        for (Term term : rule.when().absent()) {
            mutants.add(changed(rule, "without unless " + term.name(), when(rule, new Condition(rule.when().present(), less(rule.when().absent(), term)))));
        }
        return mutants;
    }

    private static List<Mutant> needingLess(Guardrail rule) {
        List<Mutant> mutants = new ArrayList<>();
        int parts = rule.needsAll().size() + (rule.needsAny().isEmpty() ? 0 : 1) + rule.bars().size();
        for (Term term : rule.needsAll()) {
            if (parts > 1) {
                mutants.add(changed(rule, "without need " + term.name(), needing(rule, less(rule.needsAll(), term), rule.needsAny(), rule.bars())));
            }
        }
        for (Term term : rule.bars()) {
            if (parts > 1) {
                mutants.add(changed(rule, "without bar " + term.name(), needing(rule, rule.needsAll(), rule.needsAny(), less(rule.bars(), term))));
            }
        }
        if (!rule.needsAny().isEmpty() && parts > 1) {
            mutants.add(changed(rule, "without its alternatives", needing(rule, rule.needsAll(), Set.of(), rule.bars())));
        }
        if (rule.needsAny().size() > 1) {
            for (Term term : rule.needsAny()) {
                mutants.add(changed(rule, "without alternative " + term.name(), needing(rule, rule.needsAll(), less(rule.needsAny(), term), rule.bars())));
            }
        }
        return mutants;
    }

    private static Mutant changed(Guardrail rule, String what, Guardrail wrong) {
        return new Mutant(rule.id() + " " + what, rule, Optional.of(wrong), rule.watches(), rule.states());
    }

    private static <T> Set<T> less(Set<T> all, T one) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.remove(one);
        return rest;
    }

    private static Guardrail with(Guardrail rule, Set<Step> steps, Set<RecoveryState> states) {
        return new Guardrail(rule.id(), steps, states, rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(),
            rule.waivableBy(), rule.instead(), rule.why(), rule.sources());
    }

    private static Guardrail when(Guardrail rule, Condition when) {
        return new Guardrail(rule.id(), rule.watches(), rule.states(), when, rule.needsAll(), rule.needsAny(), rule.bars(), rule.level(),
            rule.waivableBy(), rule.instead(), rule.why(), rule.sources());
    }

    private static Guardrail needing(Guardrail rule, Set<Term> all, Set<Term> any, Set<Term> bars) {
        return new Guardrail(rule.id(), rule.watches(), rule.states(), rule.when(), all, any, bars, rule.level(), rule.waivableBy(),
            rule.instead(), rule.why(), rule.sources());
    }

    /** The playbook with this slip in it. Laws are not asked: some forbid the slip, and the cases must notice it without them. */
    Playbook in(PlaybookDefinition whole) {
        List<Guardrail> rules = new ArrayList<>();
        for (Guardrail one : whole.guardrails()) {
            if (!one.id().equals(rule.id())) {
                rules.add(one);
            } else {
                wrong.ifPresent(rules::add);
            }
        }
        return Playbook.build(new PlaybookDefinition(whole.name(), whole.version(), whole.hostFacts(), whole.hostTraits(), whole.settings(),
            whole.transitions(), rules, whole.deadlines(), whole.teamLevels(), whole.standing()), playbook -> List.of());
    }

    /** Whether a case could come out differently. */
    boolean concerns(RuleCase one) {
        return steps.contains(one.step()) && states.contains(one.situation().state());
    }
}
