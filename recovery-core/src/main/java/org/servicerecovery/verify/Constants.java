package org.servicerecovery.verify;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.servicerecovery.model.RecoveryState;

/**
 * The facts that are the same in whatever way a case came to a state: nobody is solving before the story is confirmed. A
 * search that knows them has less to tell apart. Found by following every fact as yes, no or either through all moves, which
 * takes a few milliseconds and may miss some, but never claims one wrongly. Numbers of facts, no diagrams.
 */
final class Constants {
    private final Moves moves;
    private final Map<RecoveryState, BitSet> always = new EnumMap<>(RecoveryState.class);
    private final Map<RecoveryState, BitSet> never = new EnumMap<>(RecoveryState.class);

    private Constants(Moves moves) {
        this.moves = moves;
        always.put(RecoveryState.AWAITING, new BitSet());
        never.put(RecoveryState.AWAITING, (BitSet) moves.facts.clone());
    }

    static Constants of(Moves moves) {
        Constants constants = new Constants(moves);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Move move : moves.all()) {
                changed |= constants.happens(move.row().from()) && constants.follow(move);
            }
        }
        return constants;
    }

    /** What is known after a move is what is known before it, what its permission tells, and what it does. */
    private boolean follow(Move move) {
        RecoveryState from = move.row().from();
        int permitted = moves.sets.given(move.permitted(), always.get(from), never.get(from));
        if (permitted == Diagrams.EMPTY) {
            return false;
        }
        BitSet ones = (BitSet) always.get(from).clone();
        BitSet zeros = (BitSet) never.get(from).clone();
        tell(permitted, ones, zeros);
        ones.andNot(move.drops());
        zeros.andNot(move.adds());
        tell(moves.sets.given(move.standing(), ones, zeros), ones, zeros);
        ones.andNot(move.zeros());
        ones.or(move.ones());
        zeros.andNot(move.ones());
        zeros.or(move.zeros());
        return join(move.row().to(), ones, zeros);
    }

    private void tell(int set, BitSet ones, BitSet zeros) {
        BitSet support = moves.sets.support(set);
        for (int fact = support.nextSetBit(0); fact >= 0; fact = support.nextSetBit(fact + 1)) {
            if (moves.sets.without(set, moves.sets.literal(fact, true)) == Diagrams.EMPTY) {
                ones.set(fact);
            } else if (moves.sets.without(set, moves.sets.literal(fact, false)) == Diagrams.EMPTY) {
                zeros.set(fact);
            }
        }
    }

    private boolean join(RecoveryState state, BitSet ones, BitSet zeros) {
        if (!happens(state)) {
            always.put(state, ones);
            never.put(state, zeros);
            return true;
        }
        int known = always.get(state).cardinality() + never.get(state).cardinality();
        always.get(state).and(ones);
        never.get(state).and(zeros);
        return known != always.get(state).cardinality() + never.get(state).cardinality();
    }

    /** Whether a configuration is not ruled out. */
    boolean agree(RecoveryState state, BitSet member) {
        if (!happens(state)) {
            return false;
        }
        BitSet missing = (BitSet) always.get(state).clone();
        missing.andNot(member);
        return missing.isEmpty() && !never.get(state).intersects(member);
    }

    /** Whether any case may stand in a state. */
    boolean happens(RecoveryState state) {
        return always.containsKey(state);
    }

    /** The facts that hold in a state whatever happened; only of a state that happens. */
    BitSet always(RecoveryState state) {
        return always.get(state);
    }

    /** The facts that never hold in a state; only of a state that happens. */
    BitSet never(RecoveryState state) {
        return never.get(state);
    }
}
