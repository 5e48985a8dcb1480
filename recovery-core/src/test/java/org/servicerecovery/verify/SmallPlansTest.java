package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Enumeration.Configuration;
import org.servicerecovery.verify.Enumeration.Edge;

/** From every configuration of every small playbook, a plan is as short as enumeration says, and leads where it says. */
class SmallPlansTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final int MOST = 2_000;
    /** No plan keeps the books or begins anew. */
    private static final Set<Step> NO_PLAN = EnumSet.of(Step.CORRECT, Step.ADOPT, Step.ABSORB, Step.MERGE, Step.REOPEN);
    /** What gives up, passes on, declares unreachable or waits is planned only where nothing else leads there, however long that is. */
    private static final Set<Step> LAST_RESORTS = EnumSet.of(Step.REPORT_WITHDRAWAL, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED,
        Step.CLOSE_AS_UNANSWERED, Step.CLOSE_AS_UNRECOVERED, Step.REASSIGN, Step.TRANSFER, Step.HAND_OVER_PROMISES, Step.RECORD_NEED,
        Step.RECORD_ATTEMPT, Step.REPORT_LAPSE, Step.REPORT_PROMISE_RELEASED);

    static Stream<SmallPlaybook> playbooks() {
        return SmallPlaybooksTest.playbooks();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void thePlanIsTheShortestWayThatEnumerationFinds(SmallPlaybook small) {
        Enumeration all = new Enumeration(small.definition(), "", false);
        Playbook playbook = small.compiled();
        checked(all, playbook, false, at -> at.state() == RecoveryState.RECOVERED, Planner::plan);
        for (RecoveryState state : EnumSet.complementOf(EnumSet.of(RecoveryState.RECOVERED))) {
            checked(all, playbook, true, at -> at.state() == state, (planner, from) -> planner.plan(from, state));
        }
        List<Fact> facts = small.definition().transitions().stream().flatMap(row -> row.sets().stream()).distinct().toList();
        for (int i = 0; i < facts.size(); i++) {
            Fact one = facts.get(i);
            Fact other = facts.get(facts.size() - 1 - i);
            checked(all, playbook, true, at -> at.facts().contains(one), (planner, from) -> planner.plan(from, one));
            checked(all, playbook, true, at -> at.facts().contains(one) && at.facts().contains(other), (planner, from) -> planner.plan(from, one, other));
        }
    }

    /** A customer is not recovered by being let down once more; other goals may need it. */
    private static void checked(Enumeration all, Playbook playbook, boolean setbacks, Predicate<Configuration> goal,
                                BiFunction<Planner, RecoveryCase, Plan> planned) {
        Planner planner = Planner.of(playbook);
        Map<Configuration, Integer> distances = distances(all, goal, edge -> usable(edge) && !LAST_RESORTS.contains(edge.row().step())
            && !Expected.setback(edge.row()));
        Map<Configuration, Integer> atLast = distances(all, goal, edge -> usable(edge) && (setbacks || !Expected.setback(edge.row())));
        all.reached().stream().limit(MOST).forEach(from -> {
            Plan plan = planned.apply(planner, standing(playbook, from));
            Integer distance = distances.getOrDefault(from, atLast.get(from));
            assertEquals(outcome(from, distance), plan.outcome(), () -> playbook + " from " + from);
            assertEquals(distance == null ? 0 : distance, plan.steps().size(), () -> playbook + " from " + from + ": " + plan);
            assertTrue(distance == null || goal.test(followed(all, plan, from)), () -> playbook + " from " + from + ": " + plan);
        });
    }

    /** Whether one action does it, of a kind that may be planned; what else its message would say is a step of its own. */
    private static boolean usable(Edge edge) {
        return edge.alone() && !NO_PLAN.contains(edge.row().step());
    }

    private static Plan.Outcome outcome(Configuration from, Integer distance) {
        if (distance == null) {
            return from.state().isEnd() ? Plan.Outcome.ENDED : Plan.Outcome.LOST;
        }
        return distance == 0 ? Plan.Outcome.THERE : Plan.Outcome.FOUND;
    }

    /** The fewest usable steps to a goal, from wherever there is a way. */
    private static Map<Configuration, Integer> distances(Enumeration all, Predicate<Configuration> goal, Predicate<Edge> usable) {
        Map<Configuration, List<Edge>> back = all.edges().stream().filter(usable).collect(Collectors.groupingBy(Edge::after));
        Map<Configuration, Integer> distances = new HashMap<>();
        all.reached().stream().filter(goal).forEach(at -> distances.put(at, 0));
        Deque<Configuration> waiting = new ArrayDeque<>(distances.keySet());
        while (!waiting.isEmpty()) {
            Configuration next = waiting.remove();
            for (Edge edge : back.getOrDefault(next, List.of())) {
                if (distances.putIfAbsent(edge.before(), distances.get(next) + 1) == null) {
                    waiting.add(edge.before());
                }
            }
        }
        return distances;
    }

    /** Where the plan leads, with the traits and the host's facts that it names. */
    private static Configuration followed(Enumeration all, Plan plan, Configuration from) {
        RecoveryState state = from.state();
        Set<Fact> facts = from.facts();
        for (PlanStep step : plan.steps()) {
            facts = all.taken(state, facts, new PathStep(step.in(), step.step(), step.to(), step.row(), step.traits(), step.facts(), Set.of(),
                List.of()));
            assertNotNull(facts, () -> step + " cannot be taken: " + plan);
            state = step.to();
        }
        return new Configuration(state, facts, from.adopted());
    }

    /** A case that stands there; how it came there does not matter to a plan. */
    private static RecoveryCase standing(Playbook playbook, Configuration at) {
        Vocabulary words = playbook.vocabulary();
        RecoveryCase blank = RecoveryCase.blank("case", playbook.id(), words);
        return blank.after(new CaseEvent("case", 1, "command", Actor.agent("anna"), NOW, NOW, playbook.id(), RecoveryAction.of(Step.PARK),
            Optional.empty(), Duration.ZERO, "row", blank.state(), at.state(), words.facts().of(at.facts()), words.facts().none(),
            words.traits().none(), words.traits().none(), List.of(), List.of(), List.of(), CaseEvent.ClockChanges.NONE));
    }
}
