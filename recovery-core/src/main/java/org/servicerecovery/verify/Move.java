package org.servicerecovery.verify;

import java.util.BitSet;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Transition;

/**
 * A row as a move between sets of configurations.
 *
 * @param row       as it was written
 * @param open      the facts and traits with which an action takes the row
 * @param permitted the facts with which some action takes the row
 * @param ones      the facts that hold afterwards
 * @param zeros     the facts that do not hold afterwards
 * @param recorded  the host's fact that the action records, if any; one of those that hold afterwards
 * @param adds      facts that may come with the action (adopting, absorbing)
 * @param drops     facts that the action may take back (correcting)
 * @param standing  the facts, with those that came and without those that went, with which the case stands where the row leads
 */
record Move(Transition row, int open, int permitted, BitSet ones, BitSet zeros, Set<Fact> recorded, BitSet adds, BitSet drops,
            int standing) {
    /** Whether the row's effects, and a fact that is recorded, are all of its effects. */
    boolean plain() {
        return adds.isEmpty() && drops.isEmpty();
    }

    /** Whether the case stands elsewhere afterwards. */
    boolean leads() {
        return row.to() != row.from();
    }

    /** There is one move for each row. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    BitSet touched() {
        BitSet touched = (BitSet) ones.clone();
        touched.or(zeros);
        return touched;
    }

    /** The facts after the row did its part. */
    BitSet after(BitSet between) {
        BitSet after = (BitSet) between.clone();
        after.andNot(zeros);
        after.or(ones);
        return after;
    }
}
