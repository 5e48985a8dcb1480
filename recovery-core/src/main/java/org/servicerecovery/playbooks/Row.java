package org.servicerecovery.playbooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;

/**
 * Writes rows as one readable sentence, for several states at once:
 * {@code Row.on(APOLOGISE).in(LISTENING, SOLVING).unless(APOLOGY_GIVEN).sets(APOLOGY_GIVEN).as("first")}.
 * Not for use by several threads.
 */
public final class Row {
    /** The states in which a case is open and has an owner. */
    static final Set<RecoveryState> OWNED = EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP);
    /** The states in which a case is open. */
    static final Set<RecoveryState> OPEN = EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP);
    /** The ends. */
    static final Set<RecoveryState> ENDS = EnumSet.range(RecoveryState.RECOVERED, RecoveryState.REFERRED);

    private final Step step;
    private Set<RecoveryState> from = OWNED;
    private RecoveryState to;
    private Condition when = Condition.ALWAYS;
    private final Set<Fact> sets = new LinkedHashSet<>();
    private final Set<Fact> clears = new LinkedHashSet<>();

    private Row(Step step) {
        this.step = step;
    }

    /**
     * Starts rows for a step, in every open state that has an owner, until told otherwise.
     *
     * @param step what is done
     * @return a builder
     */
    public static Row on(Step step) {
        return new Row(step);
    }

    /**
     * In these states.
     *
     * @param states at least one
     * @return this
     */
    public Row in(RecoveryState... states) {
        from = new LinkedHashSet<>(List.of(states));
        return this;
    }

    /** The same so far, to go on differently. */
    Row copy() {
        Row copy = new Row(step);
        copy.from = from;
        copy.to = to;
        copy.when = when;
        copy.sets.addAll(sets);
        copy.clears.addAll(clears);
        return copy;
    }

    Row in(Set<RecoveryState> states) {
        from = states;
        return this;
    }

    /**
     * When all of these hold.
     *
     * @param terms facts of the case, traits of the action
     * @return this
     */
    public Row when(Term... terms) {
        when = when.and(terms);
        return this;
    }

    /**
     * When none of these holds.
     *
     * @param terms facts of the case, traits of the action
     * @return this
     */
    public Row unless(Term... terms) {
        when = when.without(terms);
        return this;
    }

    /**
     * The case goes to another state.
     *
     * @param state which
     * @return this
     */
    public Row goesTo(RecoveryState state) {
        to = state;
        return this;
    }

    /**
     * These hold afterwards.
     *
     * @param facts which
     * @return this
     */
    public Row sets(Fact... facts) {
        sets.addAll(List.of(facts));
        return this;
    }

    /**
     * These no longer hold afterwards.
     *
     * @param facts which
     * @return this
     */
    public Row clears(Fact... facts) {
        clears.addAll(Arrays.asList(facts));
        return this;
    }

    /**
     * The only rows of the step in these states.
     *
     * @return one for each state
     */
    public List<Transition> rows() {
        return as("");
    }

    /**
     * Rows beside others of the step in these states.
     *
     * @param variant tells them apart, lower-case words joined by hyphens
     * @return one for each state
     */
    public List<Transition> as(String variant) {
        List<Transition> rows = new ArrayList<>();
        for (RecoveryState state : from) {
            String id = state + "/" + step + (variant.isEmpty() ? "" : "/" + variant);
            // Before OPEN or ADOPT there is no case: nothing else can happen to it.
            Condition condition = state == RecoveryState.AWAITING && step != Step.OPEN && step != Step.ADOPT ? when.and(Facts.OPENED) : when;
            rows.add(new Transition(id, state, step, condition, to == null ? state : to, sets, clears));
        }
        return rows;
    }
}
