package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * One of the steps of which a procedure's own order consists, such as the A for <em>apologise</em> in HEARD: with which steps of
 * the case it is taken, and by which facts one sees that it was. {@link Procedure#order} puts them in a row. Immutable.
 *
 * @param name       what the procedure calls it, a verb in lower case, such as {@code apologise}; unique in the order
 * @param takenBy    the steps that wait until every earlier phase is done; empty if none waits
 * @param states     where those steps belong to the phase
 * @param done       the facts that all hold when it is done, at least one
 * @param anyEnd     whether it is owed at other ends than {@code RECOVERED} as well, and then may come before earlier phases
 * @param sources    where it is from, besides the source of the whole order
 */
public record Phase(String name, Set<Step> takenBy, Set<RecoveryState> states, Set<Fact> done, boolean anyEnd, List<String> sources) {
    /** Somebody owns the case. */
    public static final Phase OWN = named("own").doneWhen(OWNER_NAMED);
    /** The customer tells, somebody listens. */
    public static final Phase LISTEN = named("listen").takenBy(Step.RECORD_STORY).doneWhen(STORY_RECORDED);
    /** Understanding and the will to help are shown. */
    public static final Phase ACKNOWLEDGE = named("acknowledge").takenBy(Step.ACKNOWLEDGE).doneWhen(ACKNOWLEDGED);
    /** The customer's feelings are shared. */
    public static final Phase EMPATHISE = named("empathise").takenBy(Step.EMPATHISE, Step.MIRROR_FEELINGS).doneWhen(FEELINGS_TENDED);
    /** The customer receives an apology. */
    public static final Phase APOLOGISE = named("apologise").takenBy(Step.APOLOGISE).doneWhen(APOLOGY_GIVEN);
    /** A solution is proposed and carried out. */
    public static final Phase SOLVE = named("solve").takenBy(Step.PROPOSE_SOLUTION, Step.EXPLAIN_PLAN, Step.START_WORK)
        .doneWhen(WORK_STARTED);
    /** The customer is told why it happened. */
    public static final Phase EXPLAIN = named("explain").takenBy(Step.EXPLAIN).doneWhen(EXPLANATION_GIVEN);
    /** The customer is thanked. */
    public static final Phase THANK = named("thank").takenBy(Step.THANK).doneWhen(THANKED).atAnyEnd();
    /** What caused it is looked for, so that it does not come again. */
    public static final Phase DIAGNOSE = named("diagnose").takenBy(Step.RECORD_ROOT_CAUSE).doneWhen(ROOT_CAUSE_CONSIDERED).atAnyEnd();
    /** Whoever can do better is told. */
    public static final Phase NOTIFY = named("notify").takenBy(Step.NOTE_IMPROVEMENT).doneWhen(IMPROVEMENT_NOTED).atAnyEnd();
    /** The customer is asked whether all is well. */
    public static final Phase VERIFY = named("verify").takenBy(Step.ASK_SATISFACTION, Step.ASK_ANYTHING_ELSE)
        .doneWhen(SATISFACTION_ASKED, ANYTHING_ELSE_ASKED);

    /**
     * @throws InvalidInputException if the name is not lower-case words joined by hyphens, or a part is null or has a null in it
     */
    public Phase {
        if (name == null || !name.matches("[a-z][a-z-]{0,29}")) {
            throw new InvalidInputException("A phase's name must be 1 to 30 lower-case letters or hyphens, but was " + name + ". Name it like apologise.");
        }
        takenBy = ordered("the steps", name, takenBy);
        states = ordered("the states", name, states);
        done = ordered("the facts", name, done);
        sources = List.copyOf(ordered("the sources", name, sources));
    }

    private static <T> List<T> list(String name, T[] items) {
        if (items == null) {
            throw new InvalidInputException("Of the phase " + name + " a list is null. Leave it out instead.");
        }
        return Arrays.asList(items);
    }

    /** In the order in which it was written, so that the same phase reads the same everywhere. */
    private static <T> Set<T> ordered(String what, String name, Collection<T> items) {
        if (items == null || items.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInputException("Of the phase " + name + " " + what + " must not be null. Leave them out instead.");
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    /**
     * Starts a phase.
     *
     * @param name a verb in lower case
     * @return one without steps and facts
     */
    public static Phase named(String name) {
        return new Phase(name, Set.of(), EnumSet.allOf(RecoveryState.class), Set.of(), false, List.of());
    }

    /**
     * The same under another name.
     *
     * @param other what the procedure calls it
     * @return a new phase
     */
    public Phase called(String other) {
        return new Phase(other, takenBy, states, done, anyEnd, sources);
    }

    /**
     * The same, taken by these steps.
     *
     * @param steps that wait until every earlier phase is done
     * @return a new phase
     */
    public Phase takenBy(Step... steps) {
        return new Phase(name, ordered("the steps", name, list(name, steps)), states, done, anyEnd, sources);
    }

    /**
     * The same, but its steps belong to it, and wait, only in these states.
     *
     * @param only at least one
     * @return a new phase
     */
    public Phase in(RecoveryState... only) {
        return new Phase(name, takenBy, ordered("the states", name, list(name, only)), done, anyEnd, sources);
    }

    /**
     * The same, done when these facts hold.
     *
     * @param facts at least one
     * @return a new phase
     */
    public Phase doneWhen(Fact... facts) {
        return new Phase(name, takenBy, states, ordered("the facts", name, list(name, facts)), anyEnd, sources);
    }

    /**
     * The same, owed at other ends as well: once the customer withdrew or did not answer, or proof or a referral is on record, it
     * no longer waits for earlier phases.
     *
     * @return a new phase
     */
    public Phase atAnyEnd() {
        return new Phase(name, takenBy, states, done, true, sources);
    }

    /**
     * The same, with further sources.
     *
     * @param rows of the rulebook, or references of one's own
     * @return a new phase
     */
    public Phase from(String... rows) {
        return new Phase(name, takenBy, states, done, anyEnd, List.copyOf(ordered("the sources", name, list(name, rows))));
    }
}
