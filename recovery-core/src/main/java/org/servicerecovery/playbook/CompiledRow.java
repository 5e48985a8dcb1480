package org.servicerecovery.playbook;

import java.util.List;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Vocabulary;

/**
 * A row ready to be taken. Its effects are constants, so which clocks it may start or stop is known when the playbook is
 * built. For the kernel and the proof; hosts see {@link Transition}. Immutable.
 */
public final class CompiledRow {
    private final Transition source;
    private final CompiledCondition when;
    private final Terms<Fact> sets;
    private final Terms<Fact> clears;
    private final List<CompiledDeadline> touches;

    CompiledRow(Transition source, Vocabulary words, List<Deadline> touches) {
        this.source = source;
        this.when = new CompiledCondition(source.when(), words);
        this.sets = words.facts().of(source.sets());
        this.clears = words.facts().of(source.clears());
        this.touches = touches.stream().map(deadline -> new CompiledDeadline(deadline, source.step(), words)).toList();
    }

    /**
     * The row as it was written.
     *
     * @return never null
     */
    public Transition source() {
        return source;
    }

    /**
     * Whether the row is the one for an attempt.
     *
     * @param f0 facts, bits 0 to 63
     * @param f1 facts, bits 64 to 127
     * @param t0 traits, bits 0 to 63
     * @param t1 traits, bits 64 to 127
     * @return true if its condition holds
     */
    public boolean applies(long f0, long f1, long t0, long t1) {
        return when.holds(f0, f1, t0, t1);
    }

    /**
     * The facts that it sets.
     *
     * @return always the same instance
     */
    public Terms<Fact> sets() {
        return sets;
    }

    /**
     * The facts that it clears.
     *
     * @return always the same instance
     */
    public Terms<Fact> clears() {
        return clears;
    }

    /**
     * The deadlines that it may start, meet or void.
     *
     * @return often empty
     */
    public List<CompiledDeadline> touches() {
        return touches;
    }

    /**
     * The facts after it was taken, bits 0 to 63.
     *
     * @param f0 before
     * @return afterwards
     */
    public long low(long f0) {
        return f0 & ~clears.low() | sets.low();
    }

    /**
     * The facts after it was taken, bits 64 to 127.
     *
     * @param f1 before
     * @return afterwards
     */
    public long high(long f1) {
        return f1 & ~clears.high() | sets.high();
    }
}
