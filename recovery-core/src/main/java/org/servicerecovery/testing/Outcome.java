package org.servicerecovery.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;

/** What came of it. Every expectation that fails throws an {@link AssertionError} with the history and all reasons. */
public final class Outcome {
    private final RecoveryFixture fixture;
    private final Decision decision;

    Outcome(RecoveryFixture fixture, Decision decision) {
        this.fixture = fixture;
        this.decision = decision;
    }

    /**
     * It is permitted.
     *
     * @return this
     * @throws AssertionError if refused
     */
    public Outcome thenPermitted() {
        return check(decision().isPermitted(), "Expected it to be permitted.");
    }

    /**
     * It is refused by these rules, and perhaps by others.
     *
     * @param rules ids of guardrails, or {@link Reason#NOT_HERE}
     * @return this
     * @throws AssertionError if permitted, or not refused by all of them
     */
    public Outcome thenRefusedBy(String... rules) {
        return check(!decision().isPermitted() && decision().refusedBy().containsAll(List.of(rules)),
            "Expected it to be refused by " + List.of(rules) + ", but it was refused by " + decision().refusedBy() + ".");
    }

    /**
     * It is refused by exactly these rules.
     *
     * @param rules ids of guardrails, or {@link Reason#NOT_HERE}
     * @return this
     * @throws AssertionError if permitted, or refused by others or fewer
     */
    public Outcome thenRefusedByExactly(String... rules) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(rules));
        Set<String> found = new TreeSet<>(decision().refusedBy());
        return check(!decision().isPermitted() && wanted.equals(found),
            "Expected it to be refused by exactly " + wanted + ", but it was refused by " + found + ".");
    }

    /**
     * It is permitted, and exactly these rules advise.
     *
     * @param rules ids of guardrails
     * @return this
     * @throws AssertionError if refused, or advised otherwise
     */
    public Outcome thenAdvisedByExactly(String... rules) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(rules));
        Set<String> found = new TreeSet<>(decision().advice().stream().map(Reason::rule).toList());
        return check(decision().isPermitted() && wanted.equals(found),
            "Expected it to be permitted with exactly the advice of " + wanted + ", but the advice was of " + found + ".");
    }

    /**
     * The case stands there now.
     *
     * @param state where
     * @return this
     * @throws AssertionError if it stands elsewhere
     */
    public Outcome thenState(RecoveryState state) {
        return check(now().state() == state, "Expected the case to stand in " + state + ".");
    }

    /**
     * The case has this fact now.
     *
     * @param fact which
     * @return this
     * @throws AssertionError if it has not
     */
    public Outcome thenHas(Fact fact) {
        return check(now().has(fact), "Expected the case to have " + fact + ".");
    }

    /**
     * A deadline fell due, and the hook heard of it.
     *
     * @param deadline the deadline's id
     * @return this
     * @throws AssertionError if the hook did not hear of it
     */
    public Outcome thenFellDue(String deadline) {
        return check(heard(deadline).isPresent(), "Expected the deadline " + deadline + " to fall due.");
    }

    /**
     * No rung of the deadline was reached.
     *
     * @param deadline the deadline's id
     * @return this
     * @throws AssertionError if the hook heard of it
     */
    public Outcome thenNotDue(String deadline) {
        return check(heard(deadline).isEmpty(), "Expected the deadline " + deadline + " not to be reached.");
    }

    /**
     * The case was escalated, and the hook heard of it.
     *
     * @return this
     * @throws AssertionError if not
     */
    public Outcome thenEscalated() {
        return check(now().has(Facts.ESCALATED) && fixture.heard().stream().anyMatch(event -> event.sets().contains(Facts.ESCALATED)),
            "Expected the case to be escalated, and the hook to hear of it.");
    }

    /**
     * The decision itself, for whatever this class has no words for.
     *
     * @return never null
     * @throws AssertionError if nothing was attempted
     */
    public Decision decision() {
        if (decision == null) {
            throw new AssertionError("Time passed, and nothing was attempted that could be permitted or refused.");
        }
        return decision;
    }

    private RecoveryCase now() {
        return fixture.desk().find(RecoveryFixture.CASE).orElseThrow(() -> new AssertionError("There is no case."));
    }

    private Optional<Actions.Lapse> heard(String deadline) {
        return fixture.heard().stream().map(event -> event.action()).filter(Actions.Lapse.class::isInstance).map(Actions.Lapse.class::cast)
            .filter(lapse -> lapse.deadline().equals(deadline)).findFirst();
    }

    private Outcome check(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message + '\n' + fixture.told(decision));
        }
        return this;
    }
}
