package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.RecoveryState;

/**
 * The moves that can matter on a shortest way to a goal (its cone of influence). Left out are moves that touch nothing which
 * the goal or another such move reads, and moves that only make things worse: they stay in the state and change facts only in
 * the direction that nothing asks for. Whatever can be done afterwards could be done without them.
 */
final class Cone {
    private final Moves moves;
    private final int[] goal;

    private Cone(Moves moves, int[] goal) {
        this.moves = moves;
        this.goal = goal;
    }

    static List<Move> of(Moves moves, int[] goal, Collection<Move> usable) {
        Cone cone = new Cone(moves, goal);
        List<Move> kept = cone.related(cone.leadingOn(usable));
        while (kept.removeIf(cone.worsening(kept)::contains)) {
            kept = cone.related(kept);
        }
        return kept;
    }

    /** Between states from which a state of the goal can be reached. */
    private List<Move> leadingOn(Collection<Move> usable) {
        Set<RecoveryState> states = EnumSet.noneOf(RecoveryState.class);
        for (RecoveryState state : RecoveryState.values()) {
            if (goal[state.ordinal()] != Diagrams.EMPTY) {
                states.add(state);
            }
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Move move : usable) {
                grew |= states.contains(move.row().to()) && states.add(move.row().from());
            }
        }
        return usable.stream().filter(move -> states.contains(move.row().to())).toList();
    }

    private List<Move> related(List<Move> among) {
        BitSet relevant = new BitSet();
        for (int set : goal) {
            relevant.or(moves.sets.support(set));
        }
        List<Move> rest = new ArrayList<>(among);
        boolean grew = true;
        while (grew) {
            List<Move> more = rest.stream().filter(move -> move.leads() || touches(move, relevant)).toList();
            more.forEach(move -> relevant.or(needs(move).read()));
            grew = rest.removeAll(more);
        }
        List<Move> kept = new ArrayList<>(among);
        kept.removeAll(rest);
        return kept;
    }

    private static boolean touches(Move move, BitSet facts) {
        return move.ones().intersects(facts) || move.zeros().intersects(facts) || move.adds().intersects(facts) || move.drops().intersects(facts);
    }

    private Set<Move> worsening(List<Move> kept) {
        BitSet wanted = new BitSet();
        BitSet unwanted = new BitSet();
        for (int set : goal) {
            Needs needs = needs(set);
            wanted.or(needs.wanted());
            unwanted.or(needs.unwanted());
        }
        for (Move move : kept) {
            wanted.or(needs(move).wanted());
            unwanted.or(needs(move).unwanted());
        }
        Set<Move> worsening = new HashSet<>();
        for (Move move : kept) {
            boolean helps = move.leads() || move.ones().intersects(wanted) || move.adds().intersects(wanted)
                || move.zeros().intersects(unwanted) || move.drops().intersects(unwanted);
            if (!helps) {
                worsening.add(move);
            }
        }
        return worsening;
    }

    /**
     * What being in a set asks of the facts.
     *
     * @param read     the facts that matter
     * @param wanted   those that let more in when they hold
     * @param unwanted those that let more in when they do not hold
     */
    record Needs(BitSet read, BitSet wanted, BitSet unwanted) {
    }

    /** The same for every goal, so it is kept with the moves. */
    private Needs needs(Move move) {
        return moves.needs.computeIfAbsent(move, key -> {
            Needs permitted = needs(move.permitted());
            Needs standing = needs(move.standing());
            permitted.read().or(standing.read());
            permitted.wanted().or(standing.wanted());
            permitted.unwanted().or(standing.unwanted());
            return permitted;
        });
    }

    private Needs needs(int set) {
        Needs needs = new Needs(moves.sets.support(set), new BitSet(), new BitSet());
        for (int fact = needs.read().nextSetBit(0); fact >= 0; fact = needs.read().nextSetBit(fact + 1)) {
            BitSet one = new BitSet();
            one.set(fact);
            int with = moves.sets.given(set, one, new BitSet());
            int without = moves.sets.given(set, new BitSet(), one);
            needs.wanted().set(fact, moves.sets.without(with, without) != Diagrams.EMPTY);
            needs.unwanted().set(fact, moves.sets.without(without, with) != Diagrams.EMPTY);
        }
        return needs;
    }
}
