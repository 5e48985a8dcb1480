package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way to a goal, found from the goal backward. Forward, everything that can be said and told in any order makes the
 * sets grow two and a half times with every step; backward, only what the goal still needs is in them. A set holds what is within
 * so many steps, not at exactly so many: fewer distinctions, smaller sets.
 */
final class Backward {
    private final SideBySide both;
    private final Diagrams sets;
    private final List<Joint> moves = new ArrayList<>();
    private final int[] care = new int[SideBySide.PLACES];
    private final List<int[]> within = new ArrayList<>();

    /**
     * One action on the way.
     *
     * @param joint   what is done
     * @param before  the facts before
     * @param halfway the facts once those have come and gone that the action tells
     */
    record Leap(Joint joint, BitSet before, BitSet halfway) {
    }

    /**
     * @param both  the moves
     * @param reach what can be reached: no way leads outside
     * @param goal  one of the goals
     */
    Backward(SideBySide both, JointReach reach, int goal) {
        this.both = both;
        this.sets = both.sets;
        for (int place = 0; place < SideBySide.ONLY_FIRST; place++) {
            if (reach.at(place) != Diagrams.EMPTY) {
                both.from(place).stream().filter(reach::canHappen).forEach(moves::add);
                care[place] = reach.isComplete() ? constants(reach.at(place)) : reach.at(place);
            }
        }
        int[] last = new int[SideBySide.PLACES];
        last[goal] = Diagrams.ALL;
        within.add(last);
    }

    /** Of a large set, only the facts that are the same all over it: they keep the layers small and cost nothing. */
    private int constants(int reached) {
        int constants = Diagrams.ALL;
        BitSet facts = both.facts();
        for (int var = facts.length() - 1; var >= 0; var = facts.previousSetBit(var - 1)) {
            for (boolean value : new boolean[] {true, false}) {
                int literal = sets.literal(var, value);
                if (sets.without(reached, literal) == Diagrams.EMPTY) {
                    constants = sets.and(literal, constants);
                }
            }
        }
        return constants;
    }

    /**
     * The shortest way.
     *
     * @param most how many steps at the most
     * @return empty if there is none within so many
     */
    Optional<List<Leap>> shortest(int most) {
        BitSet blank = new BitSet();
        boolean grew = true;
        for (int steps = 1; steps <= most && grew; steps++) {
            grew = deepen();
            if (sets.contains(within.get(steps)[SideBySide.START], blank)) {
                return Optional.of(walk(steps));
            }
        }
        return Optional.empty();
    }

    private boolean deepen() {
        int[] before = within.get(within.size() - 1);
        int[] more = before.clone();
        boolean grew = false;
        for (Joint joint : moves) {
            // Where nothing was added last time, nothing is added now.
            boolean fresh = within.size() == 1 || before[joint.to()] != within.get(within.size() - 2)[joint.to()];
            if (fresh && before[joint.to()] != Diagrams.EMPTY) {
                int from = sets.and(joint.preimage(sets, before[joint.to()]), care[joint.from()]);
                more[joint.from()] = sets.or(more[joint.from()], from);
            }
        }
        for (int place = 0; place < more.length; place++) {
            grew |= more[place] != before[place];
        }
        within.add(more);
        return grew;
    }

    private List<Leap> walk(int steps) {
        List<Leap> way = new ArrayList<>();
        int place = SideBySide.START;
        BitSet member = new BitSet();
        for (int left = steps - 1; left >= 0; left--) {
            Leap leap = leap(place, member, within.get(left));
            way.add(leap);
            place = leap.joint().to();
            member = leap.joint().after(leap.halfway());
        }
        return way;
    }

    private Leap leap(int place, BitSet member, int[] towards) {
        int exactly = both.exactly(member);
        for (Joint joint : moves) {
            if (joint.from() == place && towards[joint.to()] != Diagrams.EMPTY) {
                int half = sets.and(joint.halfway(sets, exactly), sets.given(towards[joint.to()], joint.up(), joint.down()));
                if (half != Diagrams.EMPTY) {
                    return new Leap(joint, member, sets.nearest(half, new BitSet()));
                }
            }
        }
        throw new IllegalStateException("The layers lead nowhere from " + member);
    }
}
