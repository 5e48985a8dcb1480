package org.servicerecovery.verify;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/** What can be reached of two playbooks that are given the same actions: all of it, or what lies within some steps. */
final class JointReach {
    private final SideBySide both;
    private final int[] reached = new int[SideBySide.PLACES];
    private int[] latest = new int[SideBySide.PLACES];
    private boolean complete;

    /** Nothing has happened yet. */
    JointReach(SideBySide both) {
        this.both = both;
        reached[SideBySide.START] = both.exactly(new BitSet());
        latest[SideBySide.START] = reached[SideBySide.START];
    }

    int at(int place) {
        return reached[place];
    }

    /** Whether it is everything, however many steps it takes. */
    boolean isComplete() {
        return complete;
    }

    boolean canHappen(Joint joint) {
        return joint.halfway(both.sets, reached[joint.from()]) != Diagrams.EMPTY;
    }

    /** Whether a goal is one step away from what was reached last. */
    boolean canHappenNow(int goal) {
        for (int place = 0; place < SideBySide.ONLY_FIRST; place++) {
            if (latest[place] != Diagrams.EMPTY) {
                for (Joint joint : both.from(place)) {
                    if (joint.to() == goal && joint.halfway(both.sets, latest[place]) != Diagrams.EMPTY) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** One step further. */
    void deepen() {
        int[] next = new int[SideBySide.PLACES];
        for (int place = 0; place < SideBySide.ONLY_FIRST; place++) {
            if (latest[place] != Diagrams.EMPTY) {
                for (Joint joint : both.from(place)) {
                    if (joint.to() < SideBySide.ONLY_FIRST) {
                        next[joint.to()] = both.sets.or(next[joint.to()], joint.image(both.sets, latest[place]));
                    }
                }
            }
        }
        complete = true;
        for (int place = 0; place < SideBySide.ONLY_FIRST; place++) {
            next[place] = both.sets.without(next[place], reached[place]);
            reached[place] = both.sets.or(reached[place], next[place]);
            complete &= next[place] == Diagrams.EMPTY;
        }
        latest = next;
    }

    /** All the way, each place saturated before the next, as for one playbook. */
    JointReach completed() {
        Map<Joint, Integer> done = new IdentityHashMap<>();
        boolean any = true;
        while (any) {
            any = false;
            for (int place = 0; place < SideBySide.ONLY_FIRST; place++) {
                any |= reached[place] != Diagrams.EMPTY && saturate(place, done);
            }
        }
        complete = true;
        return this;
    }

    private boolean saturate(int place, Map<Joint, Integer> done) {
        boolean any = false;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Joint joint : both.from(place)) {
                int before = reached[place];
                if (joint.to() < SideBySide.ONLY_FIRST && !Integer.valueOf(before).equals(done.put(joint, before))) {
                    int union = both.sets.or(reached[joint.to()], joint.image(both.sets, before));
                    boolean more = union != reached[joint.to()];
                    reached[joint.to()] = union;
                    any |= more;
                    grew |= more && joint.to() == place;
                }
            }
        }
        return any;
    }
}
