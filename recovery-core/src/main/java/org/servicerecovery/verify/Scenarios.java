package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Approach.Stride;

/**
 * Scenarios that together take every row, and let every guardrail refuse and not refuse at every state and step that it
 * watches, where the proof says that it can. From wherever a scenario stands it goes the shortest way to the next thing not
 * yet shown; few steps are taken twice, though the whole need not be the shortest there is. Plain data, the same for the same
 * playbook, at the default levels.
 *
 * @param scenarios  what is shown
 * @param impossible what no case can show, one line each: the guardrail or row, and where
 */
public record Scenarios(List<Scenario> scenarios, List<String> impossible) {
    private static final int MOST_NODES = 1 << 22;
    private static final int LONG = 40;

    /** Copies the lists. */
    public Scenarios {
        scenarios = List.copyOf(scenarios);
        impossible = List.copyOf(impossible);
    }

    /**
     * Generates them; it takes some seconds.
     *
     * @param playbook compiled
     * @return the scenarios, and what cannot be shown
     */
    public static Scenarios of(Playbook playbook) {
        return new Generator(playbook).generate();
    }

    /**
     * Something to be shown.
     *
     * @param name what it is
     * @param step attempted
     * @param open the facts and traits of an attempt that shows it
     * @param set  the facts alone
     * @param move the row that it must be permitted by, null if it must be refused
     */
    private record Target(String name, Step step, int open, int set, Move move) {
    }

    private static final class Generator {
        private final Playbook playbook;
        private final Moves moves;
        private final Constants constants;
        private final Reached reached;
        private final Map<RecoveryState, List<Target>> open = new EnumMap<>(RecoveryState.class);
        private final List<String> impossible = new ArrayList<>();
        private final List<Scenario> scenarios = new ArrayList<>();
        private List<Scene> scenes = new ArrayList<>();
        private RecoveryState state;
        private BitSet member;

        Generator(Playbook playbook) {
            this.playbook = playbook;
            moves = new Moves(playbook, "", Set.of(), List.of(), Set.of(), new Diagrams(MOST_NODES));
            constants = moves.constants();
            reached = Reached.fromTheStart(moves);
            for (RecoveryState one : RecoveryState.values()) {
                open.put(one, new ArrayList<>());
                for (Step step : Step.values()) {
                    targets(one, step);
                }
            }
        }

        private void targets(RecoveryState in, Step step) {
            List<Move> rows = moves.from(in).stream().filter(move -> move.row().step() == step).toList();
            rows.forEach(move -> target(in, "row " + move.row().id(), step, move.open(), move));
            boolean opens = step == Step.OPEN || step == Step.ADOPT;
            // Before it was opened there is no case on which anything else could be attempted.
            int possible = moves.condition(in == RecoveryState.AWAITING && !opens ? Condition.ALWAYS.and(Facts.OPENED) : Condition.ALWAYS);
            for (CompiledGuardrail rule : moves.at(in, step).refusing()) {
                String name = rule.source().id() + " at " + in + "/" + step;
                int broken = moves.sets.and(possible, moves.sets.not(moves.obeyed(rule.source())));
                int alone = alone(rule, in, step, broken, rows);
                boolean decides = moves.sets.and(moves.sets.forget(alone, moves.traits), reached.in(in)) != Diagrams.EMPTY;
                target(in, name + " refuses", step, decides ? alone : broken, null);
                int applies = moves.condition(rule.source().when());
                rows.stream().filter(move -> reachable(in, moves.sets.and(move.open(), applies))).findFirst()
                    .ifPresentOrElse(move -> target(in, name + " is kept", step, moves.sets.and(move.open(), applies), move),
                        () -> impossible.add(name + " is kept"));
            }
        }

        private int alone(CompiledGuardrail rule, RecoveryState in, Step step, int broken, List<Move> rows) {
            int alone = rows.stream().map(move -> moves.condition(move.row().when())).reduce(Diagrams.EMPTY, moves.sets::or);
            alone = moves.sets.and(alone, broken);
            for (CompiledGuardrail other : moves.at(in, step).refusing()) {
                alone = other == rule ? alone : moves.sets.and(alone, moves.obeyed(other.source()));
            }
            return alone;
        }

        private boolean reachable(RecoveryState in, int attempts) {
            return moves.sets.and(moves.sets.forget(attempts, moves.traits), reached.in(in)) != Diagrams.EMPTY;
        }

        private void target(RecoveryState in, String name, Step step, int attempts, Move move) {
            if (reachable(in, attempts)) {
                open.get(in).add(new Target(name, step, attempts, moves.sets.forget(attempts, moves.traits), move));
            } else {
                impossible.add(name);
            }
        }

        Scenarios generate() {
            while (open.values().stream().anyMatch(targets -> !targets.isEmpty())) {
                state = RecoveryState.AWAITING;
                member = new BitSet();
                scenes = new ArrayList<>();
                boolean more = true;
                while (more && scenes.stream().filter(scene -> scene.refusedBy().isEmpty()).count() < LONG) {
                    refusals();
                    more = onward();
                }
                refusals();
                scenarios.add(new Scenario(name(), scenes));
            }
            return new Scenarios(scenarios, impossible);
        }

        private String name() {
            List<Scene> taken = scenes.stream().filter(scene -> scene.refusedBy().isEmpty()).toList();
            return scenarios.size() + 1 + ": " + Catalogue.phrase(taken.get(0).step()) + ", " + taken.size() + " steps to "
                + Catalogue.phrase(taken.get(taken.size() - 1).step()) + " (" + state + "), " + (scenes.size() - taken.size()) + " refusals";
        }

        /** Everything that is refused here and was not shown yet. */
        private void refusals() {
            for (Target target : List.copyOf(open.get(state))) {
                if (target.move() == null && moves.sets.contains(target.set(), member)) {
                    Set<Trait> traits = traits(target);
                    scenes.add(new Scene(state, target.step(), traits, Set.of(), Set.of(), "", state, refusedBy(target.step(), traits)));
                    open.get(state).remove(target);
                }
            }
        }

        private Set<String> refusedBy(Step step, Set<Trait> action) {
            Cell cell = moves.at(state, step);
            Terms<Trait> traits = playbook.vocabulary().traits().of(action);
            long[] bits = Arrays.copyOf(member.toLongArray(), 2);
            Set<String> rules = new LinkedHashSet<>();
            if (cell.row(bits[0], bits[1], traits.low(), traits.high()) == null) {
                rules.add("not-here");
            }
            cell.refusing().stream().filter(rule -> rule.violated(bits[0], bits[1], traits.low(), traits.high()))
                .forEach(rule -> rules.add(rule.source().id()));
            return rules;
        }

        /** The shortest way to the nearest thing that is not shown yet; false if there is none from here. */
        private boolean onward() {
            List<Target> here = open.get(state).stream().filter(target -> target.move() != null && moves.sets.contains(target.set(), member))
                .sorted(Comparator.comparing((Target target) -> target.move().row().to().isEnd() ? 2 : target.move().leads() ? 1 : 0)).toList();
            if (!here.isEmpty()) {
                take(here.get(0));
                return true;
            }
            return nextStates().anyMatch(in -> List.copyOf(open.get(in)).stream().anyMatch(target -> approached(in, target)));
        }

        /** From here on, and at last round again by reopening. */
        private Stream<RecoveryState> nextStates() {
            int count = RecoveryState.values().length;
            return IntStream.range(0, count).mapToObj(i -> RecoveryState.values()[(state.ordinal() + i) % count]);
        }

        private boolean approached(RecoveryState in, Target target) {
            int[] goal = new int[RecoveryState.values().length];
            goal[in.ordinal()] = target.set();
            List<Stride> way = new Approach(moves, goal, moves.all(), constants, MOST_NODES).walk(state, member, (one, other) -> 0).orElse(List.of());
            for (Stride stride : way) {
                PathStep step = moves.step(stride);
                taken(stride.move(), step.traits(), step.told(), step.takenBack(), stride.after());
                refusals();
            }
            return !way.isEmpty();
        }

        private void take(Target target) {
            BitSet told = moves.sets.nearest(moves.told(moves.sets, target.move(), target.move().standing(), member), member);
            PathStep step = moves.step(new Stride(target.move(), member, told, List.of()));
            taken(target.move(), traits(target), step.told(), step.takenBack(), target.move().after(told));
        }

        private Set<Trait> traits(Target target) {
            return moves.named(moves.sets.nearest(moves.sets.below(target.open(), member, moves.traits.nextSetBit(0)), new BitSet()));
        }

        private void taken(Move move, Set<Trait> traits, Set<Fact> told, Set<Fact> takenBack, BitSet after) {
            scenes.add(new Scene(state, move.row().step(), traits, told, takenBack, move.row().id(), move.row().to(), Set.of()));
            BitSet attempt = moves.bits(traits);
            attempt.or(member);
            open.get(state).removeIf(target -> target.move() == move && moves.sets.contains(target.open(), attempt));
            state = move.row().to();
            member = after;
        }
    }
}
