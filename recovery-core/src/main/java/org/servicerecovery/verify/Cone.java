package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.verify.Moves.Move;

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
            more.forEach(move -> relevant.or(reads(move)));
            grew = rest.removeAll(more);
        }
        List<Move> kept = new ArrayList<>(among);
        kept.removeAll(rest);
        return kept;
    }

    private static boolean touches(Move move, BitSet facts) {
        return move.ones().intersects(facts) || move.zeros().intersects(facts) || move.adds().intersects(facts) || move.drops().intersects(facts);
    }

    private BitSet reads(Move move) {
        BitSet reads = moves.sets.support(move.permitted());
        reads.or(moves.sets.support(move.standing()));
        return reads;
    }

    private Set<Move> worsening(List<Move> kept) {
        BitSet wanted = new BitSet();
        BitSet unwanted = new BitSet();
        for (int set : goal) {
            polarity(set, wanted, unwanted);
        }
        for (Move move : kept) {
            polarity(move.permitted(), wanted, unwanted);
            polarity(move.standing(), wanted, unwanted);
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

    private void polarity(int set, BitSet wanted, BitSet unwanted) {
        BitSet support = moves.sets.support(set);
        for (int fact = support.nextSetBit(0); fact >= 0; fact = support.nextSetBit(fact + 1)) {
            BitSet one = BitSet.valueOf(fact < 64 ? new long[] {1L << fact} : new long[] {0, 1L << fact - 64});
            int with = moves.sets.given(set, one, new BitSet());
            int without = moves.sets.given(set, new BitSet(), one);
            if (moves.sets.without(with, without) != Diagrams.EMPTY) {
                wanted.set(fact);
            }
            if (moves.sets.without(without, with) != Diagrams.EMPTY) {
                unwanted.set(fact);
            }
        }
    }
}
