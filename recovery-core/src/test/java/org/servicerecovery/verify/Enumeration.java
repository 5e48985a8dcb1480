package org.servicerecovery.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;

/**
 * Every configuration of a small playbook, visited one by one. It reads the records of the definition and what the actions and
 * the desk say of them, and shares nothing with the diagrams or the compiled rows. MERGE is left out, as the proof leaves it out.
 */
final class Enumeration {
    private static final int MOST = 100_000;
    private static final Map<RecoveryState, Trait> STANDS = Map.of(RecoveryState.AWAITING, Traits.STANDS_IN_AWAITING,
        RecoveryState.LISTENING, Traits.STANDS_IN_LISTENING, RecoveryState.SOLVING, Traits.STANDS_IN_SOLVING,
        RecoveryState.DELIVERING, Traits.STANDS_IN_DELIVERING, RecoveryState.FOLLOWING_UP, Traits.STANDS_IN_FOLLOWING_UP);
    private static final Set<Fact> ADOPTED_DUTIES = Set.of(Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET, Facts.CHECK_BACK_SET);
    private static final Set<Fact> ABSORBED = Set.of(Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET, Facts.CHECK_BACK_SET,
        Facts.DELIVERY_CHECK_OPEN, Facts.BAD_NEWS_OWED, Facts.ISSUE_OPEN, Facts.POINT_UNCLEAR);
    private static final Set<Trait> OF_THE_MESSAGE = Set.of(Traits.SAYS_EMPATHY, Traits.TENDS_FEELINGS, Traits.STATES_OWNERSHIP,
        Traits.SETS_FOLLOW_UP);

    private final PlaybookDefinition definition;
    private final String team;
    private final boolean waived;
    private final Set<Fact> used = new LinkedHashSet<>();
    private final Set<Fact> idle = new LinkedHashSet<>();
    private final Set<Trait> read = new LinkedHashSet<>();
    private final List<Set<Trait>> traits;
    private final Map<Configuration, Integer> depths = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /**
     * A state with its facts. Adopting may tell dozens of facts that a small playbook does not know of: nothing reads or changes
     * them, so they are not written out. Once a case is adopted, each of these idle facts may hold or not.
     */
    record Configuration(RecoveryState state, Set<Fact> facts, boolean adopted) {
    }

    /** One step from one configuration to another; whether a single action can do it, without what else a message says. */
    record Edge(Configuration before, Transition row, Configuration after, boolean alone) {
    }

    /** With every waivable guardrail waived, or with none. */
    Enumeration(PlaybookDefinition definition, String team, boolean waived) {
        this.definition = definition;
        this.team = team;
        this.waived = waived;
        Set<Term> terms = mentioned();
        terms.stream().filter(Fact.class::isInstance).forEach(term -> used.add((Fact) term));
        if (takes(Step.ADOPT)) {
            definition.vocabulary().facts().all().stream().filter(fact -> fact.attestable() || ADOPTED_DUTIES.contains(fact))
                .filter(fact -> !used.contains(fact)).forEach(idle::add);
        }
        terms.stream().filter(Trait.class::isInstance).forEach(term -> read.add((Trait) term));
        traits = Plainly.subsets(read);
        search();
    }

    private Set<Term> mentioned() {
        Set<Term> terms = new LinkedHashSet<>(definition.hostFacts());
        for (Transition row : definition.transitions()) {
            Stream.of(row.when().present(), row.when().absent(), row.sets(), row.clears()).forEach(terms::addAll);
        }
        for (Guardrail rule : definition.guardrails()) {
            Stream.of(rule.when().present(), rule.when().absent(), rule.needsAll(), rule.needsAny(), rule.bars()).forEach(terms::addAll);
        }
        for (Deadline deadline : definition.deadlines()) {
            Stream.of(deadline.startsOn(), deadline.metBy(), deadline.voidedBy()).flatMap(Set::stream).forEach(trigger -> {
                if (trigger instanceof Deadline.Trigger.Becomes becomes) {
                    terms.add(becomes.fact());
                } else if (trigger instanceof Deadline.Trigger.Ceases ceases) {
                    terms.add(ceases.fact());
                }
            });
        }
        definition.standing().values().forEach(terms::addAll);
        if (takes(Step.ABSORB)) {
            terms.addAll(ABSORBED);
        }
        return terms;
    }

    boolean takes(Step step) {
        return definition.transitions().stream().anyMatch(row -> row.step() == step);
    }

    private void search() {
        Configuration blank = new Configuration(RecoveryState.AWAITING, Set.of(), false);
        Deque<Configuration> waiting = new ArrayDeque<>(List.of(blank));
        depths.put(blank, 0);
        while (!waiting.isEmpty()) {
            Configuration next = waiting.remove();
            for (Edge edge : from(next)) {
                edges.add(edge);
                if (depths.putIfAbsent(edge.after(), depths.get(next) + 1) == null) {
                    waiting.add(edge.after());
                }
            }
            if (depths.size() > MOST) {
                throw new IllegalStateException(definition.name() + " is not small");
            }
        }
    }

    private List<Edge> from(Configuration at) {
        List<Edge> found = new ArrayList<>();
        for (Transition row : definition.transitions()) {
            if (row.from() != at.state() || row.step() == Step.MERGE) {
                continue;
            }
            List<Set<Trait>> permitting = traits.stream().filter(some -> permits(row, at.facts(), some)).toList();
            if (permitting.isEmpty()) {
                continue;
            }
            for (Set<Fact> told : told(row.step())) {
                for (Set<Fact> back : takenBack(row.step(), at.facts())) {
                    List<Set<Trait>> fitting = permitting.stream().filter(some -> fits(row, at.facts(), told, back, some)).toList();
                    if (!fitting.isEmpty()) {
                        Configuration after = new Configuration(row.to(), after(row, at.facts(), told, back),
                            at.adopted() || row.step() == Step.ADOPT);
                        found.add(new Edge(at, row, after, fitting.stream().anyMatch(some -> some.stream().noneMatch(OF_THE_MESSAGE::contains))));
                    }
                }
            }
        }
        return found;
    }

    /** The row applies, and nothing refuses. */
    private boolean permits(Transition row, Set<Fact> facts, Set<Trait> some) {
        return Plainly.holds(row.when(), facts, some)
            && refusing(row.from(), row.step()).stream().noneMatch(rule -> Plainly.violated(rule, facts, some));
    }

    List<Guardrail> refusing(RecoveryState state, Step step) {
        return definition.guardrails().stream().filter(rule -> rule.watches().contains(step) && rule.states().contains(state))
            .filter(rule -> level(rule) == Level.REFUSE)
            .filter(rule -> !waived || rule.waivableBy().isEmpty()).toList();
    }

    /** The level of a guardrail in this team. */
    Level level(Guardrail rule) {
        return definition.teamLevels().getOrDefault(team, Map.of()).getOrDefault(rule.id(), rule.level());
    }

    /** What may come with one action: a host's facts are recorded one by one, the others come in any company. */
    private List<Set<Fact>> told(Step step) {
        return switch (step) {
            case ADOPT -> Plainly.subsets(used.stream().filter(fact -> fact.attestable() || ADOPTED_DUTIES.contains(fact)).toList());
            case ABSORB -> Plainly.subsets(ABSORBED);
            case RECORD_FACT -> definition.hostFacts().isEmpty() ? List.of(Set.of())
                : definition.hostFacts().stream().<Set<Fact>>map(Set::of).toList();
            default -> List.of(Set.of());
        };
    }

    /** What one correction may take back: whatever correctable entries may have set, as far as it still holds. */
    private List<Set<Fact>> takenBack(Step step, Set<Fact> facts) {
        if (step != Step.CORRECT) {
            return List.of(Set.of());
        }
        Set<Fact> back = new LinkedHashSet<>(definition.hostFacts());
        definition.transitions().stream().filter(row -> row.step().isCorrectable()).forEach(row -> back.addAll(row.sets()));
        back.remove(Facts.FIRST_RESPONSE_GIVEN);
        back.retainAll(facts);
        return Plainly.subsets(back);
    }

    /** Of adopting and correcting, the desk itself finds out where the case stands: the furthest state whose facts are there. */
    private boolean fits(Transition row, Set<Fact> facts, Set<Fact> told, Set<Fact> back, Set<Trait> some) {
        if (row.step() != Step.ADOPT && row.step() != Step.CORRECT) {
            return true;
        }
        Set<Fact> left = new HashSet<>(facts);
        left.removeAll(back);
        left.addAll(told);
        RecoveryState furthest = RecoveryState.AWAITING;
        for (Map.Entry<RecoveryState, Set<Fact>> needs : definition.standing().entrySet()) {
            if (!left.containsAll(needs.getValue())) {
                break;
            }
            furthest = needs.getKey();
        }
        boolean further = row.step() == Step.CORRECT && !row.from().isEnd() && furthest.compareTo(row.from()) > 0;
        Trait stands = STANDS.get(further ? row.from() : furthest);
        return STANDS.values().stream().filter(read::contains).allMatch(trait -> some.contains(trait) == trait.equals(stands));
    }

    private static Set<Fact> after(Transition row, Set<Fact> facts, Set<Fact> told, Set<Fact> back) {
        Set<Fact> after = new HashSet<>(facts);
        after.removeAll(back);
        after.removeAll(row.clears());
        after.addAll(told);
        after.addAll(row.sets());
        return after;
    }

    /** The facts after a step that the proof shows, or null if it cannot be taken there. It shows only facts that are news. */
    Set<Fact> taken(RecoveryState state, Set<Fact> facts, PathStep step) {
        Transition row = definition.transitions().stream().filter(one -> one.id().equals(step.row())).findFirst().orElseThrow();
        Set<Fact> known = new HashSet<>(step.told());
        known.removeAll(idle);
        boolean possible = row.from() == state && row.step() == step.step() && row.to() == step.to() && permits(row, facts, step.traits())
            && fits(row, facts, known, step.takenBack(), step.traits()) && facts.containsAll(step.takenBack())
            && told(row.step()).stream().anyMatch(told -> told.containsAll(known) && told.stream().allMatch(fact -> known.contains(fact)
            || facts.contains(fact)));
        return possible ? after(row, facts, step.told(), step.takenBack()) : null;
    }

    /** Every set of facts that the configuration stands for, as far as the given terms can tell them apart. */
    List<Set<Fact>> worlds(Configuration at, Stream<? extends Term> read) {
        Set<Fact> open = new LinkedHashSet<>();
        read.filter(idle::contains).forEach(term -> open.add((Fact) term));
        if (!at.adopted() || open.isEmpty()) {
            return List.of(at.facts());
        }
        return Plainly.subsets(open).stream().map(more -> {
            Set<Fact> world = new HashSet<>(at.facts());
            world.addAll(more);
            return world;
        }).toList();
    }

    /** The fewest steps from the blank case to one of these; empty if none is reached. */
    OptionalInt depth(Predicate<Configuration> wanted) {
        return depths.entrySet().stream().filter(entry -> wanted.test(entry.getKey())).mapToInt(Map.Entry::getValue).min();
    }

    /** How many sets of facts a case can have in the state. */
    double count(RecoveryState state) {
        double count = 0;
        for (Configuration at : depths.keySet()) {
            if (at.state() == state && at.adopted()) {
                count += Math.pow(2, idle.size());
            } else if (at.state() == state && !depths.containsKey(new Configuration(state, at.facts(), true))) {
                count++;
            }
        }
        return count;
    }

    PlaybookDefinition definition() {
        return definition;
    }

    int depth(Configuration at) {
        return depths.get(at);
    }

    Set<Configuration> reached() {
        return depths.keySet();
    }

    List<Edge> edges() {
        return edges;
    }

    /** Every choice that an action has of the traits that the playbook reads. */
    List<Set<Trait>> traits() {
        return traits;
    }

}
