package org.servicerecovery.playbook;

import java.util.Collection;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;

/** A {@link Condition} as eight masks: a few AND operations decide it. */
final class CompiledCondition {
    final TermMask present;
    final TermMask absent;

    CompiledCondition(Condition condition, Vocabulary words) {
        present = new TermMask(condition.present(), words);
        absent = new TermMask(condition.absent(), words);
    }

    boolean holds(long f0, long f1, long t0, long t1) {
        return present.allIn(f0, f1, t0, t1) && absent.noneIn(f0, f1, t0, t1);
    }

    boolean isAlways() {
        return present.isEmpty() && absent.isEmpty();
    }

    /** A set of facts and traits as four longs. Most are empty, and that is asked first. */
    static final class TermMask {
        final long f0;
        final long f1;
        final long t0;
        final long t1;
        private final boolean empty;

        TermMask(Collection<Term> terms, Vocabulary words) {
            this(words.facts().of(terms.stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList()),
                words.traits().of(terms.stream().filter(Trait.class::isInstance).map(Trait.class::cast).toList()));
        }

        private TermMask(Terms<Fact> facts, Terms<Trait> traits) {
            this(facts.low(), facts.high(), traits.low(), traits.high());
        }

        private TermMask(long f0, long f1, long t0, long t1) {
            this.f0 = f0;
            this.f1 = f1;
            this.t0 = t0;
            this.t1 = t1;
            this.empty = (f0 | f1 | t0 | t1) == 0;
        }

        static TermMask none() {
            return new TermMask(0, 0, 0, 0);
        }

        TermMask or(TermMask other) {
            return new TermMask(f0 | other.f0, f1 | other.f1, t0 | other.t0, t1 | other.t1);
        }

        boolean allIn(long a0, long a1, long b0, long b1) {
            return empty || (f0 & ~a0 | f1 & ~a1 | t0 & ~b0 | t1 & ~b1) == 0;
        }

        boolean noneIn(long a0, long a1, long b0, long b1) {
            return empty || (f0 & a0 | f1 & a1 | t0 & b0 | t1 & b1) == 0;
        }

        boolean isEmpty() {
            return empty;
        }
    }
}
