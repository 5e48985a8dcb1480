package org.servicerecovery.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.CompiledCondition.TermMask;

/** A guardrail ready to be judged. For the kernel and the proof; hosts see {@link Guardrail}. Immutable. */
public final class CompiledGuardrail {
    private final Guardrail source;
    private final CompiledCondition when;
    private final TermMask all;
    private final TermMask any;
    private final TermMask bars;

    CompiledGuardrail(Guardrail source, Vocabulary words) {
        this.source = source;
        when = new CompiledCondition(source.when(), words);
        all = new TermMask(source.needsAll(), words);
        any = new TermMask(source.needsAny(), words);
        bars = new TermMask(source.bars(), words);
    }

    /**
     * The rule as it was written.
     *
     * @return never null
     */
    public Guardrail source() {
        return source;
    }

    /**
     * Whether an attempt breaks the rule.
     *
     * @param f0 facts, bits 0 to 63
     * @param f1 facts, bits 64 to 127
     * @param t0 traits, bits 0 to 63
     * @param t1 traits, bits 64 to 127
     * @return true if it applies and something is missing or barred
     */
    public boolean violated(long f0, long f1, long t0, long t1) {
        return when.holds(f0, f1, t0, t1)
            && (!all.allIn(f0, f1, t0, t1) || !bars.noneIn(f0, f1, t0, t1) || !any.isEmpty() && any.noneIn(f0, f1, t0, t1));
    }

    /**
     * What an attempt that breaks the rule lacks.
     *
     * @param facts  of the case
     * @param traits of the attempt
     * @return all the missing terms of which every one is needed
     */
    public List<Term> missing(Set<Fact> facts, Set<Trait> traits) {
        return source.needsAll().stream().filter(term -> !holds(term, facts, traits)).toList();
    }

    /**
     * The alternatives of which an attempt that breaks the rule has none.
     *
     * @param facts  of the case
     * @param traits of the attempt
     * @return the terms of which one would do; empty if one holds or none is needed
     */
    public List<Term> missingAnyOf(Set<Fact> facts, Set<Trait> traits) {
        return source.needsAny().stream().anyMatch(term -> holds(term, facts, traits)) ? List.of() : List.copyOf(source.needsAny());
    }

    /**
     * What an attempt that breaks the rule has and must not have.
     *
     * @param facts  of the case
     * @param traits of the attempt
     * @return the barred terms that hold
     */
    public List<Term> barred(Set<Fact> facts, Set<Trait> traits) {
        return source.bars().stream().filter(term -> holds(term, facts, traits)).toList();
    }

    /** What can be decided at once for all the rules without a condition. */
    static Combined combine(Collection<CompiledGuardrail> rules) {
        TermMask all = TermMask.none();
        TermMask bars = TermMask.none();
        List<CompiledGuardrail> rest = new ArrayList<>();
        for (CompiledGuardrail rule : rules) {
            if (rule.when.isAlways()) {
                all = all.or(rule.all);
                bars = bars.or(rule.bars);
            }
            if (!rule.when.isAlways() || !rule.any.isEmpty()) {
                rest.add(rule);
            }
        }
        return new Combined(all, bars, rest.toArray(CompiledGuardrail[]::new));
    }

    private static boolean holds(Term term, Set<Fact> facts, Set<Trait> traits) {
        return facts.contains(term) || traits.contains(term);
    }

    /** Many rules as one test, and those that must be looked at one by one. */
    record Combined(TermMask all, TermMask bars, CompiledGuardrail[] rest) {
        boolean anyViolated(long f0, long f1, long t0, long t1) {
            if (!all.allIn(f0, f1, t0, t1) || !bars.noneIn(f0, f1, t0, t1)) {
                return true;
            }
            for (CompiledGuardrail rule : rest) {
                if (rule.violated(f0, f1, t0, t1)) {
                    return true;
                }
            }
            return false;
        }
    }
}
