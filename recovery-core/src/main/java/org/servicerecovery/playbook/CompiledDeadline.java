package org.servicerecovery.playbook;

import java.util.HashSet;
import java.util.Set;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Vocabulary;

/** A deadline ready to be judged; for the kernel. Hosts see {@link Deadline}. Immutable. */
public final class CompiledDeadline {
    private final Deadline source;
    private final CompiledTrigger starts;
    private final CompiledTrigger met;
    private final CompiledTrigger voided;
    private final CompiledTrigger any;

    CompiledDeadline(Deadline source, Step step, Vocabulary words) {
        this.source = source;
        starts = new CompiledTrigger(source.startsOn(), step, words);
        met = new CompiledTrigger(source.metBy(), step, words);
        voided = new CompiledTrigger(source.voidedBy(), step, words);
        Set<Trigger> all = new HashSet<>(source.startsOn());
        all.addAll(source.metBy());
        all.addAll(source.voidedBy());
        any = new CompiledTrigger(all, step, words);
    }

    /**
     * The deadline as it was written.
     *
     * @return never null
     */
    public Deadline source() {
        return source;
    }

    /**
     * Whether what changes starts, meets or voids it.
     *
     * @param b0 facts that were not and now are, bits 0 to 63
     * @param b1 the same, bits 64 to 127
     * @param c0 facts that were and are no longer, bits 0 to 63
     * @param c1 the same, bits 64 to 127
     * @return true if any of its triggers fires
     */
    public boolean concerns(long b0, long b1, long c0, long c1) {
        return any.fires(b0, b1, c0, c1);
    }

    /**
     * Whether what changes starts it.
     *
     * @param b0 facts that were not and now are, bits 0 to 63
     * @param b1 the same, bits 64 to 127
     * @param c0 facts that were and are no longer, bits 0 to 63
     * @param c1 the same, bits 64 to 127
     * @return true if any of its triggers fires
     */
    public boolean starts(long b0, long b1, long c0, long c1) {
        return starts.fires(b0, b1, c0, c1);
    }

    /**
     * Whether what changes meets it.
     *
     * @param b0 facts that were not and now are, bits 0 to 63
     * @param b1 the same, bits 64 to 127
     * @param c0 facts that were and are no longer, bits 0 to 63
     * @param c1 the same, bits 64 to 127
     * @return true if any of its triggers fires
     */
    public boolean met(long b0, long b1, long c0, long c1) {
        return met.fires(b0, b1, c0, c1);
    }

    /**
     * Whether what changes ends it without meeting it.
     *
     * @param b0 facts that were not and now are, bits 0 to 63
     * @param b1 the same, bits 64 to 127
     * @param c0 facts that were and are no longer, bits 0 to 63
     * @param c1 the same, bits 64 to 127
     * @return true if any of its triggers fires
     */
    public boolean voided(long b0, long b1, long c0, long c1) {
        return voided.fires(b0, b1, c0, c1);
    }

    /** Triggers on one step as masks: whether the step itself fires is known when the playbook is built. */
    private static final class CompiledTrigger {
        private final boolean always;
        private long becomes0;
        private long becomes1;
        private long ceases0;
        private long ceases1;

        CompiledTrigger(Set<Trigger> triggers, Step step, Vocabulary words) {
            boolean taken = false;
            for (Trigger trigger : triggers) {
                if (trigger instanceof Trigger.Becomes becomes) {
                    becomes0 |= low(words, becomes.fact());
                    becomes1 |= high(words, becomes.fact());
                } else if (trigger instanceof Trigger.Ceases ceases) {
                    ceases0 |= low(words, ceases.fact());
                    ceases1 |= high(words, ceases.fact());
                } else if (trigger instanceof Trigger.Taken one) {
                    taken |= one.step() == step;
                }
            }
            always = taken;
        }

        boolean fires(long b0, long b1, long c0, long c1) {
            return always || (becomes0 & b0 | becomes1 & b1 | ceases0 & c0 | ceases1 & c1) != 0;
        }

        private static long low(Vocabulary words, Fact fact) {
            int bit = words.facts().bit(fact);
            return bit < 64 ? 1L << bit : 0;
        }

        private static long high(Vocabulary words, Fact fact) {
            int bit = words.facts().bit(fact);
            return bit < 64 ? 0 : 1L << bit;
        }
    }
}
