package org.servicerecovery.verify;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.servicerecovery.model.RecoveryState;

/**
 * The facts that are the same in every reachable configuration of a state: nobody is solving before the story is confirmed.
 * A search that knows them has less to tell apart. Immutable once made; numbers of facts, no diagrams.
 */
final class Constants {
    private final Map<RecoveryState, BitSet> always = new EnumMap<>(RecoveryState.class);
    private final Map<RecoveryState, BitSet> never = new EnumMap<>(RecoveryState.class);

    /** Of a playbook about which nothing could be proven. */
    static Constants unknown() {
        Constants constants = new Constants();
        for (RecoveryState state : RecoveryState.values()) {
            constants.always.put(state, new BitSet());
            constants.never.put(state, new BitSet());
        }
        return constants;
    }

    static Constants of(Moves moves, Reached reached) {
        Constants constants = new Constants();
        for (RecoveryState state : RecoveryState.values()) {
            int set = reached.in(state);
            if (set != Diagrams.EMPTY) {
                BitSet ones = new BitSet();
                BitSet zeros = new BitSet();
                for (int fact = 0; fact < moves.facts.length(); fact++) {
                    ones.set(fact, moves.sets.without(set, moves.sets.literal(fact, true)) == Diagrams.EMPTY);
                    zeros.set(fact, moves.sets.without(set, moves.sets.literal(fact, false)) == Diagrams.EMPTY);
                }
                constants.always.put(state, ones);
                constants.never.put(state, zeros);
            }
        }
        return constants;
    }

    /** Whether a configuration is not ruled out. */
    boolean agree(RecoveryState state, BitSet member) {
        if (!happens(state)) {
            return false;
        }
        BitSet missing = (BitSet) always(state).clone();
        missing.andNot(member);
        return missing.isEmpty() && !never(state).intersects(member);
    }

    /** Whether any case can stand in a state. */
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
