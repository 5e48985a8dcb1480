package org.servicerecovery.model;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * An immutable set of facts or traits, kept as two {@code long}s inside one {@link Vocabulary}. Equal to any set with the
 * same members, whatever vocabulary that has. Safe for use by many threads.
 *
 * @param <T> {@link Fact} or {@link Trait}
 */
public final class Terms<T extends Term> extends AbstractSet<T> {
    private final Vocabulary.Kind<T> kind;
    private final long low;
    private final long high;

    Terms(Vocabulary.Kind<T> kind, long low, long high) {
        this.kind = kind;
        this.low = low;
        this.high = high;
    }

    /**
     * Bits 0 to 63, in the order of the vocabulary. For row evaluation only; never store it.
     *
     * @return the bits
     */
    public long low() {
        return low;
    }

    /**
     * Bits 64 to 127.
     *
     * @return the bits
     */
    public long high() {
        return high;
    }

    /**
     * The same members, in another vocabulary.
     *
     * @param target where the members must be declared
     * @return this set if it is at home there, otherwise a translated one
     * @throws InvalidInputException if a member is not declared there
     */
    public Terms<T> in(Vocabulary.Kind<T> target) {
        return target == kind ? this : target.of(this);
    }

    /**
     * No members, in the same vocabulary.
     *
     * @return an empty set
     */
    public Terms<T> none() {
        return kind.none();
    }

    @Override
    public boolean contains(Object term) {
        int bit = kind.bitOrMinusOne(term);
        return bit >= 0 && ((bit < 64 ? low >>> bit : high >>> bit) & 1) != 0;
    }

    @Override
    public boolean isEmpty() {
        return (low | high) == 0;
    }

    @Override
    public int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private long restLow = low;
            private long restHigh = high;

            @Override
            public boolean hasNext() {
                return (restLow | restHigh) != 0;
            }

            @Override
            public T next() {
                if (restLow != 0) {
                    int bit = Long.numberOfTrailingZeros(restLow);
                    restLow &= restLow - 1;
                    return kind.at(bit);
                }
                if (restHigh != 0) {
                    int bit = Long.numberOfTrailingZeros(restHigh);
                    restHigh &= restHigh - 1;
                    return kind.at(64 + bit);
                }
                throw new NoSuchElementException();
            }
        };
    }
}
