package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;

/** What is asked of the reachable configurations. */
final class Checks {
    /** Steps that give up on the customer, begin anew or keep the books: no more than letting him down once more, a way to recover him. */
    private static final Set<Step> NO_WAY = EnumSet.of(Step.REPORT_WITHDRAWAL, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED, Step.REOPEN,
        Step.ADOPT, Step.CORRECT, Step.ABSORB);

    private static final int MOST_NODES = 1 << 22;

    private final Playbook playbook;
    private final Moves moves;
    private final Reached reached;
    private final List<Finding> findings = new ArrayList<>();
    private final Happening happening;
    private final Safety safety;

    Checks(Playbook playbook, Moves moves, Reached reached, Safety safety) {
        this.playbook = playbook;
        this.moves = moves;
        this.reached = reached;
        this.happening = new Happening(moves, reached);
        this.safety = safety;
    }

    List<Finding> all() {
        // What is likely to be the cause comes before what follows from it.
        factsAreUsed();
        refusalsHaveCures();
        rowsHappen();
        guardrailsBite();
        findings.addAll(new DeadlineChecks(playbook, moves, happening).findings());
        duplicatesAreAbsorbed();
        recoverable();
        return findings;
    }

    Map<RecoveryState, Double> counts() {
        Map<RecoveryState, Double> counts = new EnumMap<>(RecoveryState.class);
        for (RecoveryState state : RecoveryState.values()) {
            counts.put(state, reached.count(state));
        }
        return counts;
    }

    private void rowsHappen() {
        for (RecoveryState state : RecoveryState.values()) {
            if (reached.in(state) == Diagrams.EMPTY) {
                if (playbook.definition().transitions().stream().anyMatch(row -> row.from() == state && row.step() != Step.MERGE)) {
                    findings.add(new Finding("every-state-happens", "No case can ever be " + state + ". Let a row lead there, or remove its rows.",
                        moves.leadingTo(state), List.of()));
                }
                continue;
            }
            Set<String> taken = moves.from(state).stream().filter(happening::happens).map(move -> move.row().id()).collect(Collectors.toSet());
            for (Transition row : playbook.definition().transitions()) {
                if (row.from() == state && row.step() != Step.MERGE && !taken.contains(row.id())) {
                    findings.add(new Finding("every-row-happens", "The row " + row.id() + " can never be taken: no reachable case meets its"
                        + " condition and its guardrails. Remove it, or let something establish what it asks for.", List.of(row.id()), List.of()));
                }
            }
        }
    }

    private void recoverable() {
        int[] good = recoverable(moves);
        for (RecoveryState state : EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP)) {
            int dead = moves.sets.without(reached.in(state), good[state.ordinal()]);
            if (dead != Diagrams.EMPTY) {
                List<PathStep> path = safety.way(state, moves.sets.not(good[state.ordinal()]), List.of(), Diagrams.ALL).orElse(List.of());
                List<String> blame = new ArrayList<>(inTheWay(state, moves.sets.nearest(dead, new BitSet())));
                path.stream().skip(Math.max(0, path.size() - 1)).forEach(last -> blame.add(last.row()));
                findings.add(new Finding("recoverable", "A case can come to where the customer can no longer be recovered, in " + state + ".",
                    blame, path));
            }
        }
    }

    /** By state, from where a customer can be recovered. */
    private static int[] recoverable(Moves moves) {
        int[] goal = new int[RecoveryState.values().length];
        goal[RecoveryState.RECOVERED.ordinal()] = Diagrams.ALL;
        List<Move> usable = moves.all().stream().filter(move -> !NO_WAY.contains(move.row().step()) && !Prudence.setback(move)).toList();
        return new Approach(moves, goal, usable, moves.constants(), MOST_NODES).everything();
    }

    /** The guardrails without which the customer could be recovered from there. */
    private List<String> inTheWay(RecoveryState state, BitSet member) {
        return playbook.definition().guardrails().stream().filter(rule -> rule.level() == Level.REFUSE && asksMore(rule, member))
            .map(Guardrail::id).filter(rule -> moves.sets.contains(recoverable(moves.without(rule))[state.ordinal()], member)).toList();
    }

    private boolean asksMore(Guardrail rule, BitSet member) {
        return Stream.concat(rule.needsAll().stream(), rule.needsAny().stream()).anyMatch(term -> term instanceof Fact && !member.get(moves.variable(term)))
            || rule.bars().stream().anyMatch(term -> term instanceof Fact && member.get(moves.variable(term)));
    }

    private void guardrailsBite() {
        for (Guardrail rule : playbook.definition().guardrails()) {
            if (moves.level(rule) == Level.OFF) {
                continue;
            }
            int violable = moves.violable(rule);
            boolean bites = rule.states().stream().anyMatch(state -> moves.sets.and(violable, reached.in(state)) != Diagrams.EMPTY);
            if (!bites && !outside(rule)) {
                findings.add(new Finding("every-guardrail-bites", "The guardrail " + rule.id() + " is never violated by any attempt on any reachable"
                    + " case. It says nothing: remove it, or widen what it watches.", List.of(rule.id()), List.of()));
            }
        }
    }

    /** Guardrails that never refuse alone where a row would take the step. */
    Set<String> implied() {
        Set<String> implied = new TreeSet<>();
        for (Guardrail rule : playbook.definition().guardrails()) {
            if (rule.level() == Level.REFUSE && !decidesAlone(rule)) {
                implied.add(rule.id());
            }
        }
        return implied;
    }

    private boolean decidesAlone(Guardrail rule) {
        int broken = moves.sets.not(moves.obeyed(rule));
        for (RecoveryState state : rule.states()) {
            for (Step step : rule.watches()) {
                int rows = Diagrams.EMPTY;
                for (var row : moves.at(state, step).rows()) {
                    rows = moves.sets.or(rows, moves.condition(row.source().when()));
                }
                int alone = moves.sets.and(moves.sets.and(reached.in(state), rows), broken);
                for (CompiledGuardrail other : moves.at(state, step).refusing()) {
                    if (!other.source().id().equals(rule.id()) && alone != Diagrams.EMPTY) {
                        alone = moves.sets.and(alone, moves.obeyed(other.source()));
                    }
                }
                if (alone != Diagrams.EMPTY) {
                    return true;
                }
            }
        }
        return false;
    }

    private void factsAreUsed() {
        Set<Fact> set = new LinkedHashSet<>();
        Set<Term> read = new LinkedHashSet<>();
        for (Transition row : playbook.definition().transitions()) {
            set.addAll(row.sets());
            set.addAll(Told.by(playbook, row.step()));
            read.addAll(row.when().present());
            read.addAll(row.when().absent());
        }
        for (Guardrail rule : playbook.definition().guardrails()) {
            for (Set<Term> terms : List.of(rule.when().present(), rule.when().absent(), rule.needsAll(), rule.needsAny(), rule.bars())) {
                read.addAll(terms);
            }
        }
        for (Fact fact : playbook.definition().hostFacts()) {
            if (!set.contains(fact) || !read.contains(fact) && !triggers(fact)) {
                findings.add(new Finding("every-fact-is-used", "The fact " + fact + " is " + (set.contains(fact) ? "read by nobody." : "set by nobody.")
                    + " Remove it, or let a row " + (set.contains(fact) ? "or guardrail read" : "set") + " it.", List.of(fact.name()), List.of()));
            }
        }
    }

    private boolean triggers(Fact fact) {
        return playbook.definition().deadlines().stream().anyMatch(deadline -> Stream.of(deadline.startsOn(), deadline.metBy(), deadline.voidedBy())
            .anyMatch(triggers -> triggers.contains(new Trigger.Becomes(fact)) || triggers.contains(new Trigger.Ceases(fact))));
    }

    List<Finding> properties(List<Property> properties) {
        List<Finding> before = List.copyOf(findings);
        for (Property property : properties) {
            int bad = moves.sets.and(reached.in(property.in()), moves.condition(property.never()));
            if (bad != Diagrams.EMPTY) {
                show(property.name(), property.sentence(), property.in(), bad);
            }
        }
        List<Finding> more = new ArrayList<>(findings);
        more.removeAll(before);
        return more;
    }

    /** A refusal can be cured, or says what to do instead: what it needs can be brought about, what it bars can be removed. */
    private void refusalsHaveCures() {
        for (Guardrail rule : playbook.definition().guardrails()) {
            Set<Term> hopeless = new LinkedHashSet<>(rule.needsAll());
            if (rule.needsAny().stream().noneMatch(term -> can(term, true))) {
                hopeless.addAll(rule.needsAny());
            }
            hopeless.removeIf(term -> can(term, true));
            rule.bars().stream().filter(term -> !can(term, false) && !outside(rule)).forEach(hopeless::add);
            if (moves.level(rule) == Level.REFUSE && rule.instead().isEmpty() && !hopeless.isEmpty()) {
                findings.add(new Finding("every-refusal-has-a-cure", "Once " + rule.id() + " refuses, nothing helps: no row that happens changes whether "
                    + Catalogue.phrases(hopeless, " or ") + ". Let a row do so, or name a step to take instead.", List.of(rule.id()), List.of()));
            }
        }
    }

    /** A merged duplicate is outside the search; what it owed must have somewhere to go. */
    private void duplicatesAreAbsorbed() {
        List<String> merging = playbook.definition().transitions().stream().filter(row -> row.step() == Step.MERGE).map(Transition::id).toList();
        for (RecoveryState state : EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP)) {
            if (!merging.isEmpty() && moves.from(state).stream().noneMatch(move -> move.row().step() == Step.ABSORB)) {
                findings.add(new Finding("duty-never-lost", "What a merged duplicate owed cannot be taken over by an original that is " + state
                    + ". Give it a row for ABSORB.", merging, List.of()));
            }
        }
    }

    private boolean can(Term term, boolean holds) {
        return term instanceof Trait || moves.all().stream().anyMatch(move -> happening.changed(move, moves.variable(term), holds) != Diagrams.EMPTY);
    }

    /** A merged duplicate is outside the search, and so is what guards it. */
    private static boolean outside(Guardrail rule) {
        return rule.bars().equals(Set.of(Facts.MERGED));
    }

    private void show(String name, String sentence, RecoveryState state, int shown) {
        List<PathStep> path = safety.way(state, shown, List.of(), Diagrams.ALL).orElse(List.of());
        List<String> blame = path.isEmpty() ? List.of() : List.of(path.get(path.size() - 1).row());
        findings.add(new Finding(name, sentence, blame, path));
    }
}
