package org.servicerecovery.verify;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;

/** Where a case stands that was adopted or corrected: in the furthest state whose facts are there, and those of all before it. */
final class Standing {
    private static final Map<RecoveryState, Trait> TRAITS = new EnumMap<>(Map.of(RecoveryState.AWAITING, Traits.STANDS_IN_AWAITING,
        RecoveryState.LISTENING, Traits.STANDS_IN_LISTENING, RecoveryState.SOLVING, Traits.STANDS_IN_SOLVING,
        RecoveryState.DELIVERING, Traits.STANDS_IN_DELIVERING, RecoveryState.FOLLOWING_UP, Traits.STANDS_IN_FOLLOWING_UP));
    static final Set<RecoveryState> STATES = TRAITS.keySet();

    private final Moves moves;
    private final Map<RecoveryState, Set<Fact>> needs;

    /**
     * @param moves in whose diagrams
     * @param needs what each state asks for besides the states before it
     */
    Standing(Moves moves, Map<RecoveryState, Set<Fact>> needs) {
        this.moves = moves;
        this.needs = needs;
    }

    /** The desk finds exactly one of these traits true when a case is adopted or corrected. */
    int trait(RecoveryState at) {
        int all = Diagrams.ALL;
        for (Map.Entry<RecoveryState, Trait> trait : TRAITS.entrySet()) {
            all = moves.sets.and(all, moves.sets.literal(moves.variable(trait.getValue()), trait.getKey() == at));
        }
        return all;
    }

    /** The facts with which a row is taken, wherever the case then stands. */
    int facts(Transition row) {
        return STATES.stream().filter(at -> moves.sets.and(moves.condition(row.when()), trait(at)) != Diagrams.EMPTY)
            .map(at -> facts(row, at)).reduce(Diagrams.EMPTY, moves.sets::or);
    }

    /** The facts with which a case then stands in a state; a correction never leads onward. */
    int facts(Transition row, RecoveryState at) {
        boolean onward = row.step() == Step.ADOPT || row.from().isEnd();
        int here = Diagrams.EMPTY;
        int holds = Diagrams.ALL;
        RecoveryState furthest = RecoveryState.AWAITING;
        for (Map.Entry<RecoveryState, Set<Fact>> entry : needs.entrySet()) {
            int further = moves.sets.and(holds, moves.condition(new Condition(Set.copyOf(entry.getValue()), Set.of())));
            if (at == (onward || furthest.compareTo(row.from()) < 0 ? furthest : row.from())) {
                here = moves.sets.or(here, moves.sets.without(holds, further));
            }
            holds = further;
            furthest = entry.getKey();
        }
        return at == (onward || furthest.compareTo(row.from()) < 0 ? furthest : row.from()) ? moves.sets.or(here, holds) : here;
    }
}
