package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.servicerecovery.model.RecoveryState;

/**
 * Backward from a goal: from which configurations it is at most so many moves away. Only what can matter for this goal is
 * looked at ({@link Cone}), so that the layers stay small where forward layers explode. Not for use by several threads.
 */
final class Approach {
    private static final int FIRST_COMPACTION = 1 << 18;
    /** A goal further away is asked first whether it can be reached at all. */
    private static final int NEAR = 8;
    private static final BitSet NOTHING = new BitSet();

    private final Moves moves;
    private final int most;
    private final Constants constants;
    private Diagrams sets;
    private final Map<RecoveryState, List<Leap>> leaps = new EnumMap<>(RecoveryState.class);
    private final Map<RecoveryState, BitSet> exits = new EnumMap<>(RecoveryState.class);
    private final BitSet matters = new BitSet();
    private final List<int[]> within = new ArrayList<>();
    private boolean complete;
    /** From where the goal can be reached at all, once that was asked. */
    private int[] all;
    private int compaction = FIRST_COMPACTION;

    /** A move with its sets in the diagrams of this search, and what is known of the facts before and after it. */
    private static final class Leap {
        private final Move move;
        private final BitSet ones;
        private final BitSet zeros;
        private int permitted;
        private int standing;

        Leap(Move move, Constants constants) {
            this.move = move;
            ones = with(move.ones(), constants.always(move.row().from()), move);
            zeros = with(move.zeros(), constants.never(move.row().from()), move);
        }

        /** What a plain move does not touch is after it as it was before. */
        private static BitSet with(BitSet effect, BitSet constant, Move move) {
            BitSet all = new BitSet();
            if (move.plain()) {
                all.or(constant);
                all.andNot(move.touched());
            }
            all.or(effect);
            return all;
        }
    }

    /**
     * One move of a way.
     *
     * @param move    the move
     * @param before  the facts before it
     * @param between the facts once some came or went with the action, and before the row does its part
     * @param alike   every move that would do in its place, this one included
     */
    record Stride(Move move, BitSet before, BitSet between, List<Move> alike) {
        BitSet after() {
            return move.after(between);
        }
    }

    /**
     * @param moves     where goal and moves come from
     * @param goal      by state, the configurations that are wanted, in the diagrams of the moves
     * @param usable    the moves that count
     * @param constants what is known of each state
     * @param most      how many nodes at the most
     */
    Approach(Moves moves, int[] goal, Collection<Move> usable, Constants constants, int most) {
        this.moves = moves;
        this.most = most;
        sets = new Diagrams(most);
        this.constants = constants;
        IntMap done = new IntMap();
        int[] first = new int[goal.length];
        for (RecoveryState state : RecoveryState.values()) {
            leaps.put(state, new ArrayList<>());
            if (constants.happens(state)) {
                first[state.ordinal()] = known(state, sets.copied(moves.sets, goal[state.ordinal()], done));
            }
        }
        for (int set : first) {
            matters.or(sets.support(set));
        }
        within.add(first);
        List<Move> happening = usable.stream().filter(move -> constants.happens(move.row().from()) && constants.happens(move.row().to())).toList();
        for (Move move : Cone.of(moves, goal, happening)) {
            Leap leap = new Leap(move, constants);
            leap.permitted = known(move.row().from(), sets.copied(moves.sets, move.permitted(), done));
            leap.standing = sets.copied(moves.sets, move.standing(), done);
            leaps.get(move.row().from()).add(leap);
            matters.or(sets.support(leap.permitted));
            if (move.leads()) {
                exits.computeIfAbsent(move.row().from(), key -> new BitSet()).or(sets.support(leap.permitted));
            }
        }
    }

    /** What remains to be asked in a state. */
    private int known(RecoveryState state, int set) {
        return sets.given(set, constants.always(state), constants.never(state));
    }

    /** How many moves away the goal is; empty if it cannot be reached. */
    OptionalInt distance(RecoveryState state, BitSet member) {
        for (int far = 0; far < within.size() || !lost(state, member) && deepen(); far++) {
            if (sets.contains(within.get(far)[state.ordinal()], member)) {
                return OptionalInt.of(far);
            }
        }
        return OptionalInt.empty();
    }

    /** Layers tell only in the end that nothing leads there; without distances it is seen at once. */
    private boolean lost(RecoveryState state, BitSet member) {
        if (within.size() == NEAR && all == null) {
            all = saturated();
        }
        return all != null && !sets.contains(all[state.ordinal()], member);
    }

    /** Whether the goal can be reached from any member of a set, given in the diagrams of the moves. */
    boolean reaches(RecoveryState state, int set) {
        for (int far = 0; far < within.size() || deepen(); far++) {
            if (sets.and(within.get(far)[state.ordinal()], sets.copied(moves.sets, set, new IntMap())) != Diagrams.EMPTY) {
                return true;
            }
        }
        return false;
    }

    /** By state, everything from which the goal can be reached at all, in the diagrams of the moves; distances are not asked for. */
    int[] everything() {
        int[] saturated = saturated();
        int[] everything = new int[saturated.length];
        IntMap copies = new IntMap();
        for (int i = 0; i < saturated.length; i++) {
            everything[i] = moves.sets.copied(sets, saturated[i], copies);
        }
        return everything;
    }

    private int[] saturated() {
        int[] everything = within.get(within.size() - 1).clone();
        Map<Leap, Integer> done = new IdentityHashMap<>();
        boolean any = true;
        while (any) {
            any = false;
            for (int i = everything.length - 1; i >= 0; i--) {
                any |= saturated(RecoveryState.values()[i], everything, done);
            }
        }
        return everything;
    }

    private boolean saturated(RecoveryState state, int[] everything, Map<Leap, Integer> done) {
        boolean any = false;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Leap leap : leaps.get(state)) {
                int target = everything[leap.move.row().to().ordinal()];
                if (!Integer.valueOf(target).equals(done.put(leap, target))) {
                    int more = sets.or(everything[state.ordinal()], preimage(leap, target));
                    grew |= more != everything[state.ordinal()];
                    everything[state.ordinal()] = more;
                }
            }
            any |= grew;
        }
        return any;
    }

    /**
     * A shortest way.
     *
     * @param from       the state it begins in
     * @param start      the facts it begins with
     * @param preference which of several moves that lead equally near is taken
     * @return empty if the goal cannot be reached
     */
    Optional<List<Stride>> walk(RecoveryState from, BitSet start, Comparator<Move> preference) {
        OptionalInt distance = distance(from, start);
        if (distance.isEmpty()) {
            return Optional.empty();
        }
        List<Stride> way = new ArrayList<>();
        RecoveryState state = from;
        BitSet member = start;
        for (int far = distance.getAsInt(); far > 0; far--) {
            int[] target = within.get(far - 1);
            Map<Move, BitSet> nearer = new LinkedHashMap<>();
            for (Leap leap : leaps.get(state)) {
                BitSet between = sets.contains(leap.permitted, member) ? between(leap, member, target) : null;
                if (between != null) {
                    nearer.put(leap.move, between);
                }
            }
            Move chosen = nearer.keySet().stream().min(preference).orElseThrow();
            BitSet before = member;
            way.add(new Stride(chosen, before, nearer.get(chosen), nearer.keySet().stream().filter(other -> alike(chosen, other, before)).toList()));
            member = chosen.after(nearer.get(chosen));
            state = chosen.row().to();
        }
        return Optional.of(way);
    }

    /** Whether two moves bring about the same of what matters here: one can stand for the other. */
    private boolean alike(Move one, Move other, BitSet before) {
        BitSet changed = one.after(before);
        changed.xor(before);
        BitSet also = other.after(before);
        also.xor(before);
        changed.and(also);
        changed.and(matters);
        return !changed.isEmpty() || one.row().to() == other.row().to() && one.leads() && other.leads();
    }

    /** Whether a move changes something that a move to another state asks for. */
    boolean leadsOn(Move move) {
        return exits.getOrDefault(move.row().from(), NOTHING).intersects(move.touched());
    }

    /** What the facts are once some came or went with the action, so that the move leads nearer; null if it does not. */
    private BitSet between(Leap leap, BitSet member, int[] target) {
        int wanted = target[leap.move.row().to().ordinal()];
        if (leap.move.plain()) {
            return sets.contains(wanted, leap.move.after(member)) ? member : null;
        }
        int chosen = sets.and(moves.told(sets, leap.move, leap.standing, member), sets.given(wanted, leap.move.ones(), leap.move.zeros()));
        return chosen == Diagrams.EMPTY ? null : sets.nearest(chosen, member);
    }

    private boolean deepen() {
        if (complete) {
            return false;
        }
        int[] last = within.get(within.size() - 1);
        int[] before = within.size() > 1 ? within.get(within.size() - 2) : new int[last.length];
        int[] next = last.clone();
        for (RecoveryState state : RecoveryState.values()) {
            int more = next[state.ordinal()];
            for (Leap leap : leaps.get(state)) {
                int to = leap.move.row().to().ordinal();
                if (last[to] != before[to]) {
                    more = sets.or(more, preimage(leap, last[to]));
                }
            }
            next[state.ordinal()] = more;
        }
        complete = Arrays.equals(next, last);
        if (!complete) {
            within.add(next);
        }
        if (sets.size() > compaction || complete) {
            compact();
        }
        return !complete;
    }

    private int preimage(Leap leap, int target) {
        int before = sets.given(target, leap.ones, leap.zeros);
        if (!leap.move.plain()) {
            before = sets.lowered(sets.raised(sets.and(before, leap.standing), leap.move.drops()), leap.move.adds());
            before = known(leap.move.row().from(), before);
        }
        return sets.and(before, leap.permitted);
    }

    /** Nine nodes in ten are in no layer: what was needed on the way goes. */
    private void compact() {
        Diagrams fresh = new Diagrams(most);
        IntMap done = new IntMap();
        within.replaceAll(layer -> copied(fresh, layer, done));
        all = all == null ? null : copied(fresh, all, done);
        for (List<Leap> all : leaps.values()) {
            for (Leap leap : all) {
                leap.permitted = fresh.copied(sets, leap.permitted, done);
                leap.standing = fresh.copied(sets, leap.standing, done);
            }
        }
        sets = fresh;
        compaction = Math.max(FIRST_COMPACTION, fresh.size() * 4);
    }

    private int[] copied(Diagrams fresh, int[] layer, IntMap done) {
        int[] copy = new int[layer.length];
        for (int i = 0; i < layer.length; i++) {
            copy[i] = fresh.copied(sets, layer[i], done);
        }
        return copy;
    }
}
