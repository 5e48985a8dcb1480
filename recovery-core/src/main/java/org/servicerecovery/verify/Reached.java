package org.servicerecovery.verify;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.servicerecovery.model.RecoveryState;

/** The configurations that can be reached. */
final class Reached {
    private final Moves moves;
    private final Map<RecoveryState, Integer> sets = new EnumMap<>(RecoveryState.class);

    private Reached(Moves moves) {
        this.moves = moves;
        for (RecoveryState state : RecoveryState.values()) {
            sets.put(state, Diagrams.EMPTY);
        }
    }

    int in(RecoveryState state) {
        return sets.get(state);
    }

    double count(RecoveryState state) {
        return moves.sets.count(in(state), moves.facts);
    }

    /** Forward from the blank case, each state saturated before the next: far fewer images than round by round. */
    static Reached fromTheStart(Moves moves) {
        Reached reached = new Reached(moves);
        reached.sets.put(RecoveryState.AWAITING, moves.blank());
        return reached.completed();
    }

    private Reached completed() {
        Map<Move, Integer> done = new IdentityHashMap<>();
        boolean any = true;
        while (any) {
            any = false;
            for (RecoveryState state : RecoveryState.values()) {
                any |= saturate(state, done);
            }
        }
        return this;
    }

    private boolean saturate(RecoveryState state, Map<Move, Integer> done) {
        boolean any = false;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Move move : moves.from(state)) {
                int before = in(state);
                if (!Integer.valueOf(before).equals(done.put(move, before))) {
                    boolean more = add(move.row().to(), moves.image(move, before));
                    any |= more;
                    grew |= more && move.row().to() == state;
                }
            }
        }
        return any;
    }

    private boolean add(RecoveryState state, int more) {
        int union = moves.sets.or(in(state), more);
        boolean grew = union != in(state);
        sets.put(state, union);
        return grew;
    }
}
