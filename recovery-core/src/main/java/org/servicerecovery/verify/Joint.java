package org.servicerecovery.verify;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Transition;

/**
 * One action on two playbooks at once: a row of each, or a row of one that the other refuses.
 *
 * @param from      the place before, see {@link SideBySide}
 * @param to        the place afterwards
 * @param one       the first playbook's row, empty if it refuses
 * @param other     the second playbook's row, empty if it refuses
 * @param action    facts and traits with which it happens
 * @param permitted the facts with which some action makes it happen
 * @param told      facts that may come or go with the action, each at its choice
 * @param standing  what must hold once they have
 * @param up        the facts that hold afterwards
 * @param down      the facts that no longer hold afterwards
 */
record Joint(int from, int to, Optional<Transition> one, Optional<Transition> other, int action, int permitted, List<Change> told,
             int standing, BitSet up, BitSet down) {
    /**
     * A fact that may come or go with the action, in both playbooks at once.
     *
     * @param fact   which
     * @param comes  true if it comes, false if it goes
     * @param vars   its variables
     * @param when   what must hold for it
     * @param effect the variables' values afterwards
     */
    record Change(Fact fact, boolean comes, BitSet vars, int when, int effect) {
    }

    /** What may hold when the facts have come and gone, and the row has not yet had its effect. */
    int halfway(Diagrams sets, int before) {
        int half = sets.and(before, permitted);
        for (Change change : told) {
            if (half != Diagrams.EMPTY) {
                int chosen = sets.forget(sets.and(half, change.when()), change.vars());
                half = sets.or(half, sets.and(chosen, change.effect()));
            }
        }
        return sets.and(half, standing);
    }

    int image(Diagrams sets, int before) {
        int half = halfway(sets, before);
        if (half == Diagrams.EMPTY) {
            return half;
        }
        BitSet touched = (BitSet) up.clone();
        touched.or(down);
        int effect = Diagrams.ALL;
        for (int var = touched.length() - 1; var >= 0; var = touched.previousSetBit(var - 1)) {
            effect = sets.and(sets.literal(var, up.get(var)), effect);
        }
        return sets.and(sets.forget(half, touched), effect);
    }

    /** From where it can lead into the set. */
    int preimage(Diagrams sets, int after) {
        int before = sets.and(sets.given(after, up, down), standing);
        for (Change change : told) {
            int chosen = sets.forget(sets.and(before, change.effect()), change.vars());
            before = sets.or(before, sets.and(chosen, change.when()));
        }
        return sets.and(before, permitted);
    }

    BitSet after(BitSet halfway) {
        BitSet after = (BitSet) halfway.clone();
        after.andNot(down);
        after.or(up);
        return after;
    }
}
