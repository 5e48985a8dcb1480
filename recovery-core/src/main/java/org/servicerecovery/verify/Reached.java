package org.servicerecovery.verify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.verify.Moves.Move;

/** The configurations that can be reached, and those from which something can still be reached. */
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

    /** Forward from what is reached already, with moves that are permitted more often. */
    Reached with(Moves more) {
        Reached reached = new Reached(more);
        reached.sets.putAll(sets);
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

    /**
     * Backward: the reachable configurations from which a goal can be reached.
     *
     * @param goal    by state, the configurations that are wanted
     * @param without steps that do not count
     */
    Reached towards(Map<RecoveryState, Integer> goal, Set<Step> without) {
        Reached good = new Reached(moves);
        goal.forEach((state, set) -> good.sets.put(state, moves.sets.and(set, in(state))));
        Map<Move, Integer> done = new HashMap<>();
        boolean any = true;
        while (any) {
            any = false;
            for (int i = RecoveryState.values().length - 1; i >= 0; i--) {
                RecoveryState state = RecoveryState.values()[i];
                boolean grew = true;
                while (grew) {
                    grew = false;
                    for (Move move : moves.from(state)) {
                        int after = good.in(move.row().to());
                        if (move.plain() && !without.contains(move.row().step()) && !Integer.valueOf(after).equals(done.put(move, after))) {
                            grew |= good.add(state, moves.sets.and(in(state), moves.preimage(move, after)));
                        }
                    }
                    any |= grew;
                }
            }
        }
        return good;
    }
}
