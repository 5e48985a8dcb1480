package org.servicerecovery.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Backward.Leap;

/**
 * The shortest histories that tell two playbooks apart. First as long as the cases stand alike, which takes one variable a fact.
 * A history on which the cases part and one playbook then allows what the other refuses is at least one step longer than the
 * shortest one on which they part; only where it could still be the shortest, the cases are followed further.
 */
final class Histories {
    private static final int EVERYTHING = Integer.MAX_VALUE;

    private final Playbook first;
    private final Playbook second;
    private final int nodes;
    private final Search alike;
    private final Found parting;
    private Search apart;

    /**
     * What was found.
     *
     * @param both   the moves in whose variables the way is told
     * @param leaps  the way, from the first
     * @param looked how many steps were looked through completely; a way that is no longer than one more is the shortest
     */
    record Found(SideBySide both, Optional<List<Leap>> leaps, int looked) {
        boolean isCertain() {
            return looked >= leaps.map(way -> way.size() - 1).orElse(EVERYTHING);
        }
    }

    /**
     * @param first  one playbook
     * @param second the other
     * @param nodes  how many nodes a search may take
     */
    Histories(Playbook first, Playbook second, int nodes) {
        this.first = first;
        this.second = second;
        this.nodes = nodes;
        alike = new Search(Set.of(), false);
        parting = alike.shortest(SideBySide.PARTED, EVERYTHING);
    }

    /** The shortest history after which the cases stand differently. */
    Found parting() {
        return parting;
    }

    /** The shortest history of which one playbook takes all, and the other all but the last step. */
    Found to(int goal) {
        Found found = alike.shortest(goal, EVERYTHING);
        int parted = parting.leaps().map(List::size).orElse(parting.looked());
        int length = found.leaps().map(List::size).orElse(EVERYTHING);
        if (parted == EVERYTHING || length <= parted + 1) {
            return found;
        }
        if (apart == null) {
            apart = followed();
        }
        Found further = apart.shortest(goal, length - 1);
        return further.leaps().isPresent() || found.leaps().isEmpty() ? further
            : new Found(found.both(), found.leaps(), Math.min(found.looked(), further.looked()));
    }

    /** With variables of their own for the facts, and places for the states, that may differ once the cases have parted. */
    private Search followed() {
        Set<Fact> facts = new LinkedHashSet<>();
        boolean roams = false;
        try {
            boolean grew = true;
            while (grew) {
                SideBySide both = new SideBySide(first, second, facts, roams, new Diagrams(nodes));
                grew = false;
                for (Joint joint : both.everything()) {
                    if (joint.to() == SideBySide.PARTED) {
                        grew = true;
                        facts.addAll(both.differing(joint.one().orElseThrow(), joint.other().orElseThrow()));
                        roams |= joint.one().orElseThrow().to() != joint.other().orElseThrow().to();
                    }
                }
            }
        } catch (Diagrams.TooLarge e) {
            facts.addAll(first.vocabulary().facts().all());
            roams = true;
        }
        return new Search(facts, roams);
    }

    /** One way to look at the two cases, searched for several goals. */
    private final class Search {
        private final Set<Fact> facts;
        private final boolean roams;
        private SideBySide both;
        private Optional<JointReach> all;

        /**
         * @param facts which may differ
         * @param roams whether the states may
         */
        Search(Set<Fact> facts, boolean roams) {
            this.facts = facts;
            this.roams = roams;
        }

        Found shortest(int goal, int most) {
            // In different states nearly everything differs soon, and all that can be reached is much: look near the start first.
            Found near = roams ? near(goal, most) : null;
            if (near != null && (near.leaps().isPresent() || near.looked() >= most)) {
                return near;
            }
            return anywhere(goal, most).orElseGet(() -> near != null ? near : near(goal, most));
        }

        /** Everything that can be reached, then backward from the goal; empty if that is too much. */
        private Optional<Found> anywhere(int goal, int most) {
            try {
                if (all == null) {
                    all = Optional.empty();
                    both = new SideBySide(first, second, facts, roams, new Diagrams(nodes));
                    all = Optional.of(new JointReach(both).completed());
                }
                return all.map(reach -> new Found(both, new Backward(both, reach, goal).shortest(most), EVERYTHING));
            } catch (Diagrams.TooLarge e) {
                return Optional.empty();
            }
        }

        /** Step by step from the start, as far as it goes. */
        private Found near(int goal, int most) {
            int looked = 0;
            try {
                SideBySide near = new SideBySide(first, second, facts, roams, new Diagrams(nodes / 4));
                JointReach reach = new JointReach(near);
                while (looked < most && !reach.isComplete()) {
                    if (reach.canHappenNow(goal)) {
                        return new Found(near, new Backward(near, reach, goal).shortest(looked + 1), looked);
                    }
                    looked++;
                    reach.deepen();
                }
                return new Found(near, Optional.empty(), reach.isComplete() ? EVERYTHING : looked);
            } catch (Diagrams.TooLarge e) {
                return new Found(null, Optional.empty(), looked);
            }
        }
    }
}
