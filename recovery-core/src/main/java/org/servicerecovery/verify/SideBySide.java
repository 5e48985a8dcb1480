package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Joint.Change;

/**
 * Two playbooks that are given the same actions. A place is a state of the first with a state of the second, or one of three
 * goals: only the first takes the step, only the second does, or both do and the cases stand differently from then on.
 * <p>
 * As long as the cases stand alike, a fact that both know needs one variable, and this is enough to find where the playbooks
 * first differ. To see what happens after that, the facts that may differ get a variable for each. A fact that one playbook does
 * not know passes that one by.
 */
final class SideBySide {
    private static final RecoveryState[] STATES = RecoveryState.values();
    static final int ONLY_FIRST = STATES.length * STATES.length;
    static final int ONLY_SECOND = ONLY_FIRST + 1;
    static final int PARTED = ONLY_SECOND + 1;
    static final int PLACES = PARTED + 1;
    static final int START = 0;
    /** Where adopting and correcting lead is found by each playbook's own standing, so the two may say different things of one action. */
    private static final Set<Trait> OWN = Set.of(Traits.STANDS_IN_AWAITING, Traits.STANDS_IN_LISTENING, Traits.STANDS_IN_SOLVING,
        Traits.STANDS_IN_DELIVERING, Traits.STANDS_IN_FOLLOWING_UP);

    final Diagrams sets;
    final Playbook first;
    final Playbook second;
    final Moves one;
    final Moves other;
    private final Set<Fact> apart;
    private final boolean roams;
    private final List<Fact> facts;
    private final Set<Fact> shared;
    private final List<Trait> traits;
    private final Map<Term, Integer> index = new HashMap<>();
    private final Map<Integer, List<Joint>> from = new HashMap<>();
    private final BitSet allTraits = new BitSet();

    /**
     * @param first  one playbook
     * @param second the other
     * @param apart  facts that may hold of one case and not of the other; where another one would, the cases have parted
     * @param roams  whether the cases may be in different states; if not, they have parted there
     * @param sets   the diagrams in which everything is made
     */
    SideBySide(Playbook first, Playbook second, Set<Fact> apart, boolean roams, Diagrams sets) {
        this.first = first;
        this.second = second;
        this.apart = Set.copyOf(apart);
        this.roams = roams;
        this.sets = sets;
        facts = union(first.vocabulary().facts().all(), second.vocabulary().facts().all());
        shared = new HashSet<>(first.vocabulary().facts().all());
        shared.retainAll(second.vocabulary().facts().all());
        traits = union(first.vocabulary().traits().all(), second.vocabulary().traits().all());
        facts.forEach(fact -> index.put(fact, 2 * index.size()));
        traits.forEach(trait -> index.put(trait, 2 * index.size()));
        allTraits.set(2 * facts.size(), 2 * index.size());
        one = new Moves(first, sets, index::get);
        other = new Moves(second, sets, this::seconds);
    }

    private static <T> List<T> union(List<T> some, List<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private int seconds(Term term) {
        boolean same = term instanceof Fact ? shared.contains(term) && !apart.contains(term) : !OWN.contains(term);
        return index.get(term) + (same ? 0 : 1);
    }

    static int place(RecoveryState first, RecoveryState second) {
        return first.ordinal() * STATES.length + second.ordinal();
    }

    static RecoveryState first(int place) {
        return STATES[place / STATES.length];
    }

    static RecoveryState second(int place) {
        return STATES[place % STATES.length];
    }

    /** Everything that can happen at a place. */
    List<Joint> from(int place) {
        List<Joint> known = from.get(place);
        if (known == null) {
            known = new ArrayList<>();
            for (Step step : Step.values()) {
                // A merged duplicate is left out, as in the proof.
                if (place < ONLY_FIRST && step != Step.MERGE) {
                    add(known, place, step);
                }
            }
            from.put(place, known);
        }
        return known;
    }

    /** Everything that can happen wherever any of it leads, whatever the facts. */
    List<Joint> everything() {
        List<Joint> all = new ArrayList<>();
        List<Integer> places = new ArrayList<>(List.of(START));
        for (int i = 0; i < places.size(); i++) {
            for (Joint joint : from(places.get(i))) {
                all.add(joint);
                if (!places.contains(joint.to())) {
                    places.add(joint.to());
                }
            }
        }
        return all;
    }

    private void add(List<Joint> joints, int place, Step step) {
        Map<Transition, Integer> ones = taking(one, first(place), step);
        Map<Transition, Integer> others = taking(other, second(place), step);
        int refusedByFirst = refusing(one, ones);
        int refusedBySecond = refusing(other, others);
        List<Change> told = told(step);
        ones.forEach((row, taken) -> {
            add(joints, joint(place, ONLY_FIRST, row, null, sets.and(taken, refusedBySecond), told, one.standing(row)));
            others.forEach((more, takenToo) -> both(joints, place, row, more, sets.and(taken, takenToo), told));
        });
        others.forEach((row, taken) ->
            add(joints, joint(place, ONLY_SECOND, null, row, sets.and(taken, refusedByFirst), told, other.standing(row))));
    }

    private void both(List<Joint> joints, int place, Transition row, Transition more, int action, List<Change> told) {
        int standing = sets.and(one.standing(row), other.standing(more));
        int agree = roams || row.to() == more.to() ? agreeing(row, more) : Diagrams.EMPTY;
        add(joints, joint(place, place(row.to(), more.to()), row, more, action, told, sets.and(standing, agree)));
        add(joints, joint(place, PARTED, row, more, action, told, sets.without(standing, agree)));
    }

    /** By row: the facts and traits with which it is taken and nothing refuses. */
    private Map<Transition, Integer> taking(Moves moves, RecoveryState state, Step step) {
        Map<Transition, Integer> taking = new LinkedHashMap<>();
        List<CompiledRow> rows = moves.at(state, step).rows();
        int free = rows.isEmpty() ? Diagrams.EMPTY : moves.free(state, step);
        rows.forEach(row -> taking.put(row.source(), sets.and(free, moves.condition(row.source().when()))));
        return taking;
    }

    /** The facts and traits with which no row is taken, wherever the playbook's own standing would lead. */
    private int refusing(Moves moves, Map<Transition, Integer> taking) {
        int taken = Diagrams.EMPTY;
        for (int set : taking.values()) {
            taken = sets.or(taken, set);
        }
        return sets.not(sets.forget(taken, own(moves)));
    }

    /** The traits that each playbook finds by its own standing. */
    BitSet own(Moves moves) {
        BitSet own = new BitSet();
        OWN.forEach(trait -> own.set(moves.variable(trait)));
        return own;
    }

    /** The traits that either playbook knows. */
    List<Trait> traits() {
        return traits;
    }

    private static void add(List<Joint> joints, Joint joint) {
        if (joint.permitted() != Diagrams.EMPTY && joint.standing() != Diagrams.EMPTY) {
            joints.add(joint);
        }
    }

    private Joint joint(int place, int to, Transition row, Transition more, int action, List<Change> told, int standing) {
        BitSet up = new BitSet();
        BitSet down = new BitSet();
        if (to < ONLY_FIRST) {
            row.sets().forEach(fact -> up.set(one.variable(fact)));
            row.clears().forEach(fact -> down.set(one.variable(fact)));
            more.sets().forEach(fact -> up.set(other.variable(fact)));
            more.clears().forEach(fact -> down.set(other.variable(fact)));
        }
        int now = told.isEmpty() ? sets.and(action, standing) : action;
        return new Joint(place, to, Optional.ofNullable(row), Optional.ofNullable(more), now, sets.forget(now, allTraits), told,
            told.isEmpty() ? Diagrams.ALL : standing, up, down);
    }

    /** Where both rows leave every fact alike that may not differ. */
    private int agreeing(Transition row, Transition more) {
        int agree = Diagrams.ALL;
        for (Fact fact : differing(row, more)) {
            boolean holds = row.sets().contains(fact) || more.sets().contains(fact);
            boolean ceases = row.clears().contains(fact) || more.clears().contains(fact);
            agree = holds && ceases ? Diagrams.EMPTY : sets.and(agree, sets.literal(one.variable(fact), holds));
        }
        return agree;
    }

    /** The facts of which two rows make different things, though they may not differ. */
    Set<Fact> differing(Transition row, Transition more) {
        Set<Fact> differing = new LinkedHashSet<>(shared);
        differing.removeAll(apart);
        differing.removeIf(fact -> row.sets().contains(fact) == more.sets().contains(fact)
            && row.clears().contains(fact) == more.clears().contains(fact));
        return differing;
    }

    /** The action chooses what it tells, so both hear the same; what one cannot have on record, it cannot take back. */
    private List<Change> told(Step step) {
        List<Change> told = new ArrayList<>();
        Set<Fact> ones = Told.by(first, step);
        Set<Fact> others = Told.by(second, step);
        Set<Fact> backOnes = Told.takenBack(first, step);
        Set<Fact> backOthers = Told.takenBack(second, step);
        for (Fact fact : facts) {
            if (ones.contains(fact) || others.contains(fact)) {
                told.add(change(fact, true, ones.contains(fact), others.contains(fact), Diagrams.ALL));
            }
            boolean back = backOnes.contains(fact);
            boolean backToo = backOthers.contains(fact);
            if (back && backToo || (back || backToo) && !shared.contains(fact)) {
                told.add(change(fact, false, back, backToo, Diagrams.ALL));
            } else if ((back || backToo) && apart.contains(fact)) {
                told.add(change(fact, false, back, backToo, sets.literal((back ? other : one).variable(fact), false)));
            }
        }
        return told;
    }

    private Change change(Fact fact, boolean comes, boolean inFirst, boolean inSecond, int when) {
        BitSet vars = new BitSet();
        int effect = Diagrams.ALL;
        if (inFirst) {
            vars.set(one.variable(fact));
        }
        if (inSecond) {
            vars.set(other.variable(fact));
        }
        for (int var = vars.length() - 1; var >= 0; var = vars.previousSetBit(var - 1)) {
            effect = sets.and(effect, sets.literal(var, comes));
        }
        return new Change(fact, comes, vars, when, effect);
    }

    /** The variables of the facts, of either side. */
    BitSet facts() {
        BitSet known = (BitSet) one.facts.clone();
        known.or(other.facts);
        return known;
    }

    /** The one configuration with exactly these facts. */
    int exactly(BitSet member) {
        int all = Diagrams.ALL;
        BitSet known = facts();
        for (int var = known.length() - 1; var >= 0; var = known.previousSetBit(var - 1)) {
            all = sets.and(sets.literal(var, member.get(var)), all);
        }
        return all;
    }
}
