package org.servicerecovery.kernel;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;

/**
 * One reason of a refusal, or one piece of advice: which rule, why, where it comes from, what is missing or in the way, and
 * what to do first. Immutable; the cures are worked out when they are read.
 */
public final class Reason {
    /** The rule of a reason of kind {@link Kind#NOT_HERE}. */
    public static final String NOT_HERE = "not-here";
    /** The rule of a reason of kind {@link Kind#WAIVER}. */
    public static final String WAIVER = "waiver";

    private final Kind kind;
    private final String rule;
    private final Step step;
    private final String why;
    private final List<String> sources;
    private final Lacks lacks;
    private final Supplier<List<Cure>> cures;
    private final PlaybookId playbook;

    /** What sort of reason it is. */
    public enum Kind {
        /** A guardrail is violated. */
        RULE,
        /** The procedure has no such step in this state, or not now. */
        NOT_HERE,
        /** The attempt asks for a waiver that cannot be had. */
        WAIVER
    }

    /** What is missing or in the way. */
    record Lacks(List<Term> missing, List<Term> missingAnyOf, List<Term> barred) {
        static final Lacks NOTHING = new Lacks(List.of(), List.of(), List.of());

        Lacks {
            missing = List.copyOf(missing);
            missingAnyOf = List.copyOf(missingAnyOf);
            barred = List.copyOf(barred);
        }
    }

    Reason(Kind kind, String rule, Step step, String why, List<String> sources, Lacks lacks, Supplier<List<Cure>> cures, PlaybookId playbook) {
        this.kind = kind;
        this.rule = rule;
        this.step = step;
        this.why = why;
        this.sources = List.copyOf(sources);
        this.lacks = lacks;
        this.cures = cures;
        this.playbook = playbook;
    }

    /**
     * A broken rule, no such step here, or a waiver that does not hold.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The guardrail's id.
     *
     * @return {@value #NOT_HERE} or {@value #WAIVER} for the other kinds
     */
    public String rule() {
        return rule;
    }

    /**
     * The step that was attempted.
     *
     * @return never null
     */
    public Step step() {
        return step;
    }

    /**
     * Why, in one sentence.
     *
     * @return never blank
     */
    public String why() {
        return why;
    }

    /**
     * Where the rule comes from.
     *
     * @return rows of the rulebook; empty for the other kinds
     */
    public List<String> sources() {
        return sources;
    }

    /**
     * Facts and traits that are all needed and do not hold.
     *
     * @return possibly empty
     */
    public List<Term> missing() {
        return lacks.missing();
    }

    /**
     * Facts and traits of which one is needed and none holds.
     *
     * @return possibly empty
     */
    public List<Term> missingAnyOf() {
        return lacks.missingAnyOf();
    }

    /**
     * Facts and traits that hold and must not.
     *
     * @return possibly empty
     */
    public List<Term> barred() {
        return lacks.barred();
    }

    /**
     * What removes this reason: what to do instead, if the rule names it; then the part of the shortest way to a permitted
     * attempt that this reason asks for, in order. If nothing removes it any more, what the case goes on with instead. Worked
     * out when it is called, by {@link org.servicerecovery.verify.Planner}.
     *
     * @return empty if nothing removes it, and the case has ended
     */
    public List<Cure> cures() {
        return cures.get();
    }

    /**
     * Which playbook spoke (K14).
     *
     * @return never null
     */
    public PlaybookId playbook() {
        return playbook;
    }

    /** Equal if the same rule of the same playbook misses or bars the same; what cures it follows from that and the case. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Reason reason && kind == reason.kind && rule.equals(reason.rule) && step == reason.step && why.equals(reason.why)
            && lacks.equals(reason.lacks) && playbook.equals(reason.playbook);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, rule, step, why, lacks, playbook);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rule).append(" refuses ").append(step).append(": ").append(why);
        if (!sources.isEmpty()) {
            text.append(' ').append(sources);
        }
        cures().forEach(cure -> text.append("\n    ").append(cure));
        return text.toString();
    }
}
