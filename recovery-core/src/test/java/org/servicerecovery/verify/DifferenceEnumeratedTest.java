package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/** Small playbooks by chance, compared once with diagrams and once by looking at every pair of cases there is. */
class DifferenceEnumeratedTest {
    private static final List<RecoveryState> STATES = List.of(RecoveryState.AWAITING, RecoveryState.LISTENING, RecoveryState.SOLVING);
    private static final List<Step> STEPS = List.of(Step.REMARK, Step.PARK, Step.EXPLAIN, Step.GET_READY, Step.CORRECT, Step.RECORD_FACT);
    private static final Fact OURS = Fact.named("OURS");
    private static final Fact YOURS = Fact.named("YOURS");
    private static final List<Fact> FACTS = List.of(Facts.OPENED, Facts.OWNER_NAMED, Facts.PLAN_EXPLAINED, Facts.DELIVERED);
    private static final List<Trait> TRAITS = List.of(Traits.BY_OWNER, Traits.DURABLE);
    private static final int PLAYBOOKS = 300;

    /** A case under each of two playbooks. */
    private record Pair(RecoveryState one, Set<Fact> ones, RecoveryState other, Set<Fact> others) {
    }

    @Test
    void verdictsAndLengthsAreThoseOfPlainEnumeration() {
        Set<String> kinds = new TreeSet<>();
        for (int seed = 0; seed < PLAYBOOKS; seed++) {
            Random random = new Random(seed);
            PlaybookDefinition definition = definition(random);
            Playbook one = built(definition);
            Playbook other = built(random.nextInt(4) == 0 ? definition(random) : edited(definition, random));
            Playbook first = random.nextBoolean() ? one : other;
            Playbook second = first == one ? other : one;
            List<Integer> expected = enumerated(first, second);
            Difference difference = Difference.between(first, second);
            int number = seed;
            assertEquals(List.of(), difference.undecided());
            assertEquals(expected, List.of(length(difference.allowedOnlyByFirst().map(OneSided::steps)),
                length(difference.allowedOnlyBySecond().map(OneSided::steps)), length(difference.partsWays().map(Parting::steps))),
                () -> "seed " + number + "\n" + difference.report());
            difference.allowedOnlyByFirst().ifPresent(shown -> Replay.oneSided(shown, first, second));
            difference.allowedOnlyBySecond().ifPresent(shown -> Replay.oneSided(shown, second, first));
            kinds.add((expected.get(0) > 0 ? "first " : "") + (expected.get(1) > 0 ? "second " : "") + (expected.get(2) > 0
                ? expected.get(0) > expected.get(2) + 1 || expected.get(1) > expected.get(2) + 1 ? "long after parting" : "parting" : ""));
        }
        assertTrue(kinds.containsAll(Set.of("", "first ", "second ", "parting", "first second parting", "first long after parting")),
            () -> "too tame: " + kinds);
    }

    private static int length(Optional<List<PathStep>> steps) {
        return steps.map(List::size).orElse(0);
    }

    private static Playbook built(PlaybookDefinition definition) {
        return Playbook.build(definition, playbook -> List.of());
    }

    // By chance

    private static PlaybookDefinition definition(Random random) {
        List<Fact> own = random.nextBoolean() ? List.of() : List.of(random.nextBoolean() ? OURS : YOURS);
        List<Transition> rows = new ArrayList<>();
        for (RecoveryState state : STATES) {
            for (Step step : STEPS) {
                if (random.nextInt(3) > 0) {
                    Condition one = condition(random, own);
                    if (random.nextBoolean()) {
                        Term apart = term(random, own);
                        Condition rest = new Condition(without(one.present(), apart), without(one.absent(), apart));
                        rows.add(row(random, state, step, "with", rest.and(apart)));
                        rows.add(row(random, state, step, "without", rest.without(apart)));
                    } else {
                        rows.add(row(random, state, step, "only", one));
                    }
                }
            }
        }
        Set<Step> taken = new LinkedHashSet<>();
        rows.forEach(row -> taken.add(row.step()));
        List<Guardrail> rules = new ArrayList<>();
        for (Step step : taken) {
            rules.add(Guardrail.named("rule-" + step.ordinal()).watches(step).in(any(random, STATES), any(random, STATES)).bars(term(random, own))
                .because("So it is.").from("chance"));
        }
        return new PlaybookDefinition("chance", "1", own, List.of(), Settings.STANDARD, rows, rules, List.of(), Map.of(), Map.of());
    }

    /** One row or one guardrail is different. */
    private static PlaybookDefinition edited(PlaybookDefinition definition, Random random) {
        List<Transition> rows = new ArrayList<>(definition.transitions());
        List<Guardrail> rules = new ArrayList<>(definition.guardrails());
        if (random.nextBoolean()) {
            int at = random.nextInt(rows.size());
            Transition row = rows.get(at);
            rows.set(at, row(random, row.from(), row.step(), "edited", row.when()));
        } else {
            int at = random.nextInt(rules.size());
            rules.set(at, rules.get(at).at(random.nextBoolean() ? Level.ADVISE : Level.OFF));
        }
        return new PlaybookDefinition("edited", "1", definition.hostFacts(), List.of(), Settings.STANDARD, rows, rules, List.of(), Map.of(),
            Map.of());
    }

    private static Transition row(Random random, RecoveryState from, Step step, String variant, Condition when) {
        Set<Fact> sets = new LinkedHashSet<>();
        Set<Fact> clears = new LinkedHashSet<>();
        for (Fact fact : FACTS) {
            int chance = random.nextInt(10);
            if (chance < 2) {
                sets.add(fact);
            } else if (chance == 2) {
                clears.add(fact);
            }
        }
        RecoveryState to = random.nextInt(3) > 0 ? from : any(random, STATES);
        return new Transition(from + "/" + step + "/" + variant, from, step, when, to, sets, clears);
    }

    private static Condition condition(Random random, List<Fact> own) {
        Condition condition = Condition.ALWAYS;
        if (random.nextInt(3) == 0) {
            condition = condition.and(term(random, own));
        }
        if (random.nextInt(3) == 0) {
            Term absent = term(random, own);
            condition = condition.present().contains(absent) ? condition : condition.without(absent);
        }
        return condition;
    }

    private static Term term(Random random, List<Fact> own) {
        List<Term> terms = new ArrayList<>(FACTS);
        terms.addAll(TRAITS);
        terms.addAll(own);
        return any(random, terms);
    }

    private static Set<Term> without(Set<Term> terms, Term one) {
        Set<Term> rest = new LinkedHashSet<>(terms);
        rest.remove(one);
        return rest;
    }

    private static <T> T any(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    // One by one

    /** How long the shortest history is that only the first takes, only the second, or both and part; 0 for none. */
    private static List<Integer> enumerated(Playbook first, Playbook second) {
        int[] found = new int[3];
        Pair start = new Pair(STATES.get(0), Set.of(), STATES.get(0), Set.of());
        Map<Pair, Integer> depth = new HashMap<>(Map.of(start, 0));
        Deque<Pair> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Pair pair = open.remove();
            int steps = depth.get(pair) + 1;
            for (Step step : STEPS) {
                for (Set<Trait> traits : subsets(TRAITS)) {
                    Optional<Transition> one = taken(first, pair.one(), pair.ones(), step, traits);
                    Optional<Transition> other = taken(second, pair.other(), pair.others(), step, traits);
                    if (one.isPresent() != other.isPresent()) {
                        int kind = one.isPresent() ? 0 : 1;
                        found[kind] = found[kind] == 0 ? steps : found[kind];
                    } else if (one.isPresent()) {
                        for (Pair next : after(first, second, pair, one.get(), other.get())) {
                            boolean parted = parted(first, second, next) && !parted(first, second, pair);
                            found[2] = parted && found[2] == 0 ? steps : found[2];
                            if (depth.putIfAbsent(next, steps) == null) {
                                open.add(next);
                            }
                        }
                    }
                }
            }
        }
        return List.of(found[0], found[1], found[2]);
    }

    private static boolean parted(Playbook first, Playbook second, Pair pair) {
        Set<Fact> ones = new HashSet<>(pair.ones());
        Set<Fact> others = new HashSet<>(pair.others());
        ones.retainAll(second.vocabulary().facts().all());
        others.retainAll(first.vocabulary().facts().all());
        return pair.one() != pair.other() || !ones.equals(others);
    }

    private static Optional<Transition> taken(Playbook playbook, RecoveryState state, Set<Fact> facts, Step step, Set<Trait> traits) {
        long f0 = playbook.vocabulary().facts().of(facts).low();
        long f1 = playbook.vocabulary().facts().of(facts).high();
        long t0 = playbook.vocabulary().traits().of(traits).low();
        long t1 = playbook.vocabulary().traits().of(traits).high();
        var cell = playbook.cell("", state, step);
        var row = cell.row(f0, f1, t0, t1);
        return row == null || cell.refuses(f0, f1, t0, t1) ? Optional.empty() : Optional.of(row.source());
    }

    /** The action chooses the facts; what one case cannot have on record is taken back only where it does not hold anyway. */
    private static List<Pair> after(Playbook first, Playbook second, Pair pair, Transition one, Transition other) {
        Set<Fact> comes = new LinkedHashSet<>(Told.by(first, one.step()));
        comes.addAll(Told.by(second, one.step()));
        Set<Fact> backOnes = Told.takenBack(first, one.step());
        Set<Fact> backOthers = Told.takenBack(second, one.step());
        Set<Fact> goes = new LinkedHashSet<>(backOnes);
        goes.addAll(backOthers);
        goes.removeIf(fact -> pair.ones().contains(fact) && !backOnes.contains(fact) || pair.others().contains(fact) && !backOthers.contains(fact));
        List<Pair> after = new ArrayList<>();
        for (Set<Fact> told : subsets(comes)) {
            for (Set<Fact> back : subsets(goes)) {
                after.add(new Pair(one.to(), facts(first, pair.ones(), told, back, one), other.to(),
                    facts(second, pair.others(), told, back, other)));
            }
        }
        return after;
    }

    private static Set<Fact> facts(Playbook playbook, Set<Fact> before, Set<Fact> told, Set<Fact> back, Transition row) {
        Set<Fact> facts = new HashSet<>(before);
        facts.addAll(told);
        facts.removeAll(back);
        facts.retainAll(playbook.vocabulary().facts().all());
        facts.removeAll(row.clears());
        facts.addAll(row.sets());
        return facts;
    }

    private static <T> List<Set<T>> subsets(Collection<T> items) {
        List<Set<T>> subsets = new ArrayList<>(List.of(Set.of()));
        for (T item : items) {
            for (Set<T> subset : List.copyOf(subsets)) {
                Set<T> more = new HashSet<>(subset);
                more.add(item);
                subsets.add(more);
            }
        }
        return subsets;
    }
}
