package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Approach.Stride;

/**
 * Knows the shortest way. What is found out about a goal is kept and serves every case: the first question about a far goal
 * may take a second, the next ones some hundred microseconds. Safe for many threads, one at a time.
 *
 * <p>A way never counts on what only another act of the same message would bring: that act is a step of its own, before. Giving
 * up, passing on, and waiting for the customer to be let down once more are used only where nothing else leads there, and nobody
 * is expected to calm down before being tended.
 */
public final class Planner {
    private static final int MOST_PLANNERS = 16;
    private static final int MOST_GOALS = 128;
    private static final int MOST_NODES = 1 << 22;
    private static final Map<String, Planner> PLANNERS = new LinkedHashMap<>(16, 0.75f, true);

    private final Playbook playbook;
    private final Map<String, Moves> moves = new HashMap<>();
    private final Map<String, Constants> known = new HashMap<>();
    private final Map<List<Object>, Approach> approaches = new LinkedHashMap<>(16, 0.75f, true);

    private Planner(Playbook playbook) {
        this.playbook = playbook;
    }

    /**
     * The planner of a playbook; the same one for every playbook of the same fingerprint, as long as it is remembered.
     *
     * @param playbook whose rows
     * @return a planner
     */
    public static Planner of(Playbook playbook) {
        synchronized (PLANNERS) {
            Planner planner = PLANNERS.computeIfAbsent(playbook.id().fingerprint(), key -> new Planner(playbook));
            forgetOldest(PLANNERS, MOST_PLANNERS);
            return planner;
        }
    }

    private static <K> void forgetOldest(Map<K, ?> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /**
     * The shortest way to a recovered customer.
     *
     * @param recoveryCase from here
     * @return the plan
     */
    public Plan plan(RecoveryCase recoveryCase) {
        return plan(recoveryCase, RecoveryState.RECOVERED);
    }

    /**
     * The shortest way to a state.
     *
     * @param recoveryCase from here
     * @param state        to there
     * @return the plan
     */
    public Plan plan(RecoveryCase recoveryCase, RecoveryState state) {
        return plan(recoveryCase, EnumSet.of(state), Condition.ALWAYS);
    }

    /**
     * The shortest way to facts, in whatever state.
     *
     * @param recoveryCase from here
     * @param facts        what is to hold, all at once
     * @return the plan
     */
    public Plan plan(RecoveryCase recoveryCase, Fact... facts) {
        return plan(recoveryCase, EnumSet.allOf(RecoveryState.class), Condition.ALWAYS.and(facts));
    }

    private synchronized Plan plan(RecoveryCase from, Set<RecoveryState> states, Condition facts) {
        return within(() -> searched(from, states, facts), new Plan(Plan.Outcome.UNDECIDED, List.of()));
    }

    /** Whatever many questions left behind is forgotten before one is given up. */
    private <T> T within(Supplier<T> search, T undecided) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return search.get();
            } catch (Diagrams.TooLarge e) {
                moves.clear();
                approaches.clear();
            }
        }
        return undecided;
    }

    private Plan searched(RecoveryCase from, Set<RecoveryState> states, Condition facts) {
        for (Manner manner : Manner.values()) {
            Moves here = moves(from, manner);
            int wanted = here.condition(facts);
            if (states.contains(from.state()) && here.sets.contains(wanted, here.member(from))) {
                return new Plan(Plan.Outcome.THERE, List.of());
            }
            int[] goal = new int[RecoveryState.values().length];
            states.forEach(state -> goal[state.ordinal()] = wanted);
            Optional<List<Stride>> way = way(here, from, goal, new Usable(manner, Prudence.BOOKKEEPING,
                !states.equals(EnumSet.of(RecoveryState.RECOVERED))));
            if (way.isPresent()) {
                return new Plan(Plan.Outcome.FOUND, steps(here, from, way.get()));
            }
        }
        return new Plan(from.state().isEnd() ? Plan.Outcome.ENDED : Plan.Outcome.LOST, List.of());
    }

    /**
     * What to do first so that a refused step is permitted, and what the step itself must have or lack then. The traits of the
     * attempt stay as they are, but for those that a broken rule asks for or bars. From an end, reopening may be the first step.
     *
     * @param from      the case on which it was refused
     * @param attempted what was attempted
     * @return empty if nothing makes it permitted on this case any more, or the search grew beyond its bounds
     */
    public synchronized Optional<Preparation> preparation(RecoveryCase from, Attempted attempted) {
        return within(() -> prepared(from, attempted), Optional.empty());
    }

    private Optional<Preparation> prepared(RecoveryCase from, Attempted attempted) {
        Set<Step> without = EnumSet.copyOf(Prudence.BOOKKEEPING);
        if (from.state().isEnd()) {
            without.remove(Step.REOPEN);
        }
        without.add(attempted.step());
        for (Manner manner : Manner.values()) {
            Moves here = moves(from, manner);
            Gate gate = new Gate(playbook, here, from, attempted);
            for (Set<Trait> yielding : gate.yielding()) {
                Optional<List<Stride>> way = way(here, from, gate.goal(yielding), new Usable(manner, without, true));
                if (way.isPresent()) {
                    List<Stride> strides = way.get();
                    Stride last = strides.isEmpty() ? null : strides.get(strides.size() - 1);
                    return Optional.of(gate.preparation(yielding, last == null ? from.state() : last.move().row().to(),
                        last == null ? here.member(from) : last.after(), steps(here, from, strides)));
                }
            }
        }
        return Optional.empty();
    }

    /** How a way is looked for: first a proper one, and if there is none, any. */
    private enum Manner {
        PROPER,
        ANY
    }

    /**
     * Which moves a way may take.
     *
     * @param manner   how it is looked for
     * @param without  steps that are no part of it
     * @param setbacks whether, at last, it may count on the customer being let down once more
     */
    private record Usable(Manner manner, Set<Step> without, boolean setbacks) {
        boolean permits(Move move) {
            return !without.contains(move.row().step()) && (manner == Manner.ANY || !Prudence.LAST_RESORTS.contains(move.row().step()))
                && (manner == Manner.ANY && setbacks || !Prudence.setback(move));
        }
    }

    /** Equal sets have equal numbers: attempts that differ in many traits often wait for the same, and go on from what was found out. */
    private Optional<List<Stride>> way(Moves here, RecoveryCase from, int[] goal, Usable usable) {
        Constants constants = known.computeIfAbsent(team(from), this::constants);
        if (!constants.agree(from.state(), here.member(from))) {
            return Optional.empty();
        }
        Approach approach = approaches.computeIfAbsent(List.of(here, Arrays.stream(goal).boxed().toList(), usable), unseen ->
            new Approach(here, goal, here.all().stream().filter(usable::permits).toList(), constants, MOST_NODES));
        forgetOldest(approaches, MOST_GOALS);
        return approach.walk(from.state(), here.member(from), preference(approach));
    }

    /** What the next state waits for comes first, what can be done only here before what can wait, else as a conversation goes. */
    private static Comparator<Move> preference(Approach approach) {
        return Comparator.comparing((Move move) -> move.leads() ? 1 : approach.leadsOn(move) ? 0 : 2)
            .thenComparing(move -> move.row().step()).thenComparing(move -> move.row().when().present().size());
    }

    private List<PlanStep> steps(Moves here, RecoveryCase from, List<Stride> way) {
        List<PlanStep> steps = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Move move = way.get(i).move();
            Set<Step> others = new LinkedHashSet<>();
            way.get(i).alike().forEach(other -> others.add(other.row().step()));
            way.subList(i, way.size()).forEach(later -> others.remove(later.move().row().step()));
            Set<Trait> traits = here.traits(move, way.get(i).before());
            steps.add(new PlanStep(move.row().from(), move.row().step(), move.row().to(), move.row().id(), traits,
                move.recorded(), Ahead.times(playbook.settings(), from, traits), List.copyOf(others)));
        }
        return steps;
    }

    private Moves moves(RecoveryCase from, Manner manner) {
        return moves.computeIfAbsent(team(from) + manner, key ->
            new Moves(playbook, team(from), Set.of(), Prudence.rules(manner == Manner.ANY), EnumSet.allOf(Pin.class), new Diagrams(MOST_NODES)));
    }

    /** Of all that may come true, waivers used or not. */
    private Constants constants(String team) {
        return Moves.waived(playbook, team, new Diagrams(MOST_NODES)).constants();
    }

    private String team(RecoveryCase from) {
        return playbook.definition().teamLevels().containsKey(from.data().team()) ? from.data().team() : "";
    }
}
