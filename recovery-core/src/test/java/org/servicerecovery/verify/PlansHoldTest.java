package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.verify.Sample.told;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * A plan holds what it says: each of its steps is permitted, after the last one the goal is reached, and nothing else that is
 * permitted gets there sooner.
 */
class PlansHoldTest {
    private static final long SEED = 20260105;
    private static final int OF_EACH_STATE = 10_000;
    private static final Goal RECOVERED = new Goal(RecoveryState.RECOVERED);
    /** What a plan never counts on. */
    private static final Set<Step> BOOKKEEPING = EnumSet.of(Step.CORRECT, Step.ADOPT, Step.ABSORB, Step.MERGE, Step.REOPEN);
    private static final Planner PLANNER = Planner.of(Sample.STANDARD);

    private final Sample sample = new Sample(SEED);

    /** A state, or some facts in whatever state. */
    private record Goal(RecoveryState state, Fact... facts) {
        Plan plan(RecoveryCase seen) {
            return state != null ? PLANNER.plan(seen, state) : PLANNER.plan(seen, facts);
        }

        boolean reached(RecoveryCase seen) {
            return state != null ? seen.state() == state : List.of(facts).stream().allMatch(seen::has);
        }
    }

    private static List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (RecoveryState state : RecoveryState.values()) {
            goals.add(new Goal(state));
        }
        for (Fact fact : List.of(Facts.APOLOGY_GIVEN, Facts.SOLUTION_PROPOSED, Facts.AGREEMENT_CONFIRMED, Facts.PROMISE_OPEN, Facts.BAD_NEWS_OWED,
            Facts.DELIVERY_CHECK_OPEN, Facts.HANDED_OVER, Facts.FOLLOWED_UP, Facts.CUSTOMER_SATISFIED, Facts.PROOF_RECORDED,
            Facts.THREE_ATTEMPTS_MADE, Facts.THANKED_IN_WRITING)) {
            goals.add(new Goal(null, fact));
        }
        goals.add(new Goal(null, Facts.SOLUTION_AGREED, Facts.HANDED_OVER));
        return goals;
    }

    @Test
    void followedStepByStepAPlanIsPermittedAndLeadsToARecoveredCustomer() {
        for (RecoveryCase seen : sample.ofEach(OF_EACH_STATE)) {
            Plan plan = PLANNER.plan(seen);
            Plan.Outcome expected = seen.state() == RecoveryState.RECOVERED ? Plan.Outcome.THERE
                : seen.state().isEnd() ? Plan.Outcome.ENDED : Plan.Outcome.FOUND;
            assertEquals(expected, plan.outcome(), () -> told(seen));
            if (expected == Plan.Outcome.FOUND) {
                assertEquals(RecoveryState.RECOVERED, followed(seen, plan).state(), () -> told(seen));
            }
        }
    }

    @Test
    void plansToOtherGoalsHoldToo() {
        List<RecoveryCase> situations = sample.ofEach(200);
        for (Goal goal : goals()) {
            for (RecoveryCase seen : situations) {
                Plan plan = goal.plan(seen);
                switch (plan.outcome()) {
                    case FOUND -> assertTrue(goal.reached(followed(seen, plan)), () -> told(seen) + ": " + plan);
                    case THERE -> assertTrue(goal.reached(seen), () -> told(seen));
                    case ENDED -> assertTrue(seen.state().isEnd() && !goal.reached(seen), () -> told(seen));
                    // Only a correction leads back to where a case awaits somebody or where somebody listens.
                    default -> assertTrue(goal.state() != null && goal.state().compareTo(RecoveryState.LISTENING) <= 0
                        && seen.state().compareTo(goal.state()) > 0, () -> told(seen) + ": " + goal + " " + plan);
                }
            }
        }
    }

    /** Every step is permitted, takes the row that the plan names, and lands where it says. */
    private static RecoveryCase followed(RecoveryCase from, Plan plan) {
        RecoveryCase seen = from;
        int taken = 0;
        for (PlanStep step : plan.steps()) {
            assertEquals(step.in(), seen.state(), () -> told(from) + ": " + plan);
            for (int time = 1; time < step.times(); time++) {
                seen = Sample.after(seen, step.step(), Sample.early(step.traits()), step.facts())
                    .orElseThrow(() -> new AssertionError(told(from) + ": " + step));
            }
            Decision decision = Sample.decide(seen, step.step(), step.traits(), step.facts());
            assertTrue(decision.isPermitted(), () -> told(from) + ": " + step + " " + decision);
            assertEquals(step.row(), decision.events().get(0).row(), () -> told(from) + ": " + plan);
            seen = ((Permitted) decision).after();
            assertEquals(step.to(), seen.state(), () -> told(from) + ": " + plan);
            taken += step.times();
        }
        assertEquals(plan.length(), taken);
        return seen;
    }

    @Test
    void withEveryStepThePlanIsOneStepShorter() {
        getsShorter(RECOVERED, sample.ofEach(500));
        List<RecoveryCase> few = sample.ofEach(10);
        goals().forEach(goal -> getsShorter(goal, few));
    }

    private static void getsShorter(Goal goal, List<RecoveryCase> situations) {
        for (RecoveryCase from : situations) {
            Plan first = goal.plan(from);
            RecoveryCase seen = from;
            for (int left = first.steps().size(); left > 0; left--) {
                Plan plan = goal.plan(seen);
                int now = left;
                assertEquals(now, plan.steps().size(), () -> told(from) + "\nwas " + first + "\nand with " + now + " steps left is " + plan);
                PlanStep step = plan.steps().get(0);
                seen = Sample.standing(Sample.after(seen, step.step(), step.traits(), step.facts()).orElseThrow());
            }
            assertTrue(first.outcome() != Plan.Outcome.FOUND || goal.reached(seen), () -> told(from) + ": " + first);
        }
    }

    @Test
    void noMoveSavesMoreThanItself() {
        savesNoMore(RECOVERED, sample.ofEach(50));
        List<RecoveryCase> few = sample.ofEach(5);
        goals().forEach(goal -> savesNoMore(goal, few));
    }

    /** Every row of every step that plans use, with the traits that take it. */
    private void savesNoMore(Goal goal, List<RecoveryCase> situations) {
        for (RecoveryCase from : situations) {
            Plan plan = goal.plan(from);
            boolean nowhere = plan.outcome() == Plan.Outcome.LOST || plan.outcome() == Plan.Outcome.ENDED;
            for (Move move : sample.moves.from(from.state())) {
                Optional<RecoveryCase> after = BOOKKEEPING.contains(move.row().step()) || goal.reached(from) ? Optional.empty() : taken(from, move);
                after.ifPresent(seen -> {
                    Plan rest = goal.plan(seen);
                    boolean leads = goal.reached(seen) || rest.outcome() == Plan.Outcome.FOUND;
                    assertTrue(nowhere ? !leads : !leads || rest.steps().size() >= plan.steps().size() - 1 || lastResort(move),
                        () -> told(from) + ": " + plan + "\nbut after " + move.row().id() + " " + rest);
                });
            }
        }
    }

    /** A plan is longer rather than to give up, pass the case on, wait, let the customer down again, or count on calm that nobody earned. */
    private static boolean lastResort(Move move) {
        return Prudence.LAST_RESORTS.contains(move.row().step()) || Prudence.setback(move)
            || move.row().step() == Step.REPORT_MOOD && move.row().clears().contains(Facts.MOOD_HOT);
    }

    private Optional<RecoveryCase> taken(RecoveryCase from, Move move) {
        return sample.moves.sets.contains(move.permitted(), Sample.facts(from))
            ? Sample.after(from, move.row().step(), sample.moves.traits(move, Sample.facts(from)), Set.of()).map(Sample::standing) : Optional.empty();
    }

    @Test
    void whatAStepNamesAsItsAlternativeIsAsGood() {
        int named = 0;
        for (RecoveryCase from : sample.ofEach(400)) {
            Plan plan = PLANNER.plan(from);
            RecoveryCase seen = from;
            for (int i = 0; i < plan.steps().size(); i++) {
                PlanStep step = plan.steps().get(i);
                int rest = plan.steps().size() - i - 1;
                List<PlanStep> later = plan.steps().subList(i, plan.steps().size());
                for (Step other : step.alternatives()) {
                    RecoveryCase here = seen;
                    assertFalse(later.stream().anyMatch(one -> one.step() == other), () -> told(from) + ": " + other + " is taken anyway in " + plan);
                    assertTrue(sample.moves.from(here.state()).stream().filter(move -> move.row().step() == other).map(move -> taken(here, move))
                        .flatMap(Optional::stream).anyMatch(after -> PLANNER.plan(after).steps().size() == rest),
                        () -> told(here) + ": " + other + " for " + step);
                    named++;
                }
                seen = Sample.after(seen, step.step(), step.traits(), step.facts()).orElseThrow();
            }
        }
        assertTrue(named > 1_000, "only " + named + " alternatives were named");
    }
}
