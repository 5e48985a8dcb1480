package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Moves.Move;

/** What is asked of the reachable configurations. */
final class Checks {
    /** Steps that give up on the customer, begin anew or keep the books: none of them is a way to recover him. */
    private static final Set<Step> NO_WAY = EnumSet.of(Step.REPORT_WITHDRAWAL, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED, Step.REOPEN,
        Step.ADOPT, Step.CORRECT, Step.ABSORB);

    private static final int MOST_NODES = 1 << 22;

    private final Playbook playbook;
    private final Moves moves;
    private final Reached reached;
    private final List<Finding> findings = new ArrayList<>();
    private final Constants constants;

    Checks(Playbook playbook, Moves moves, Reached reached) {
        this.playbook = playbook;
        this.moves = moves;
        this.reached = reached;
        this.constants = Constants.of(moves, reached);
    }

    List<Finding> all() {
        safety();
        rowsHappen();
        recoverable();
        deadlinesCanBeMet();
        guardrailsBite();
        factsAreUsed();
        return findings;
    }

    /** What must hold even when everything that can be waived is waived. */
    List<Finding> safety() {
        ownerStays();
        endsImply();
        return findings;
    }

    Map<RecoveryState, Double> counts() {
        Map<RecoveryState, Double> counts = new EnumMap<>(RecoveryState.class);
        for (RecoveryState state : RecoveryState.values()) {
            counts.put(state, reached.count(state));
        }
        return counts;
    }

    private void ownerStays() {
        int unowned = moves.condition(new Condition(Set.of(), Set.of(Facts.OWNER_NAMED)));
        for (RecoveryState state : EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP)) {
            if (moves.sets.and(reached.in(state), unowned) != Diagrams.EMPTY) {
                show("owner-never-lost", "A case can be " + state + " while nobody owns it.", state, unowned);
            }
        }
    }

    private void endsImply() {
        for (EndsTable.Cell cell : EndsTable.cells()) {
            int good = Diagrams.EMPTY;
            for (Condition condition : cell.anyOf()) {
                good = moves.sets.or(good, moves.condition(condition));
            }
            int bad = moves.sets.without(moves.condition(cell.when()), good);
            List<Move> entries = new ArrayList<>();
            for (Move move : moves.into(cell.end())) {
                if (!move.row().from().isEnd() && moves.sets.and(moves.image(move, reached.in(move.row().from())), bad) != Diagrams.EMPTY) {
                    entries.add(move);
                }
            }
            if (!entries.isEmpty()) {
                findings.add(new Finding("end-implies", "A case can end as " + cell.end() + " without what the table of ends asks for under \""
                    + cell.column() + "\": " + cell.anyOf().stream().map(Condition::toString).toList() + ".",
                    entries.stream().map(move -> move.row().id()).toList(), way(cell.end(), bad)));
            }
        }
    }

    private void rowsHappen() {
        for (RecoveryState state : RecoveryState.values()) {
            if (reached.in(state) == Diagrams.EMPTY) {
                if (!moves.from(state).isEmpty()) {
                    findings.add(new Finding("every-state-happens", "No case can ever be " + state + ". Let a row lead there, or remove its rows.",
                        moves.leadingTo(state), List.of()));
                }
                continue;
            }
            for (Move move : moves.from(state)) {
                if (moves.sets.and(reached.in(state), move.permitted()) == Diagrams.EMPTY) {
                    findings.add(new Finding("every-row-happens", "The row " + move.row().id() + " can never be taken: no reachable case meets its"
                        + " condition and its guardrails. Remove it, or let something establish what it asks for.", List.of(move.row().id()), List.of()));
                }
            }
        }
    }

    private void recoverable() {
        int[] goal = new int[RecoveryState.values().length];
        goal[RecoveryState.RECOVERED.ordinal()] = Diagrams.ALL;
        List<Move> usable = moves.all().stream().filter(move -> !NO_WAY.contains(move.row().step())).toList();
        int[] good = new Approach(moves, goal, usable, constants, MOST_NODES).everything();
        for (RecoveryState state : EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP)) {
            if (moves.sets.without(reached.in(state), good[state.ordinal()]) != Diagrams.EMPTY) {
                show("recoverable", "A case can come to where the customer can no longer be recovered, in " + state + ".", state,
                    moves.sets.not(good[state.ordinal()]));
            }
        }
    }

    private void deadlinesCanBeMet() {
        for (Deadline deadline : playbook.definition().deadlines()) {
            if (deadline.duty().isPresent()) {
                continue;
            }
            boolean starts = false;
            boolean met = false;
            for (RecoveryState state : RecoveryState.values()) {
                for (Move move : moves.from(state)) {
                    boolean happens = moves.sets.and(reached.in(state), move.permitted()) != Diagrams.EMPTY;
                    starts |= happens && fires(deadline.startsOn(), move);
                    met |= happens && fires(deadline.metBy(), move);
                }
            }
            if (!starts || !met) {
                findings.add(new Finding("deadline-can-be-met", "The deadline " + deadline.id() + (starts ? " can start but never be met." : " can never start.")
                    + " Let a row that happens " + (starts ? "meet" : "start") + " it, or remove it.", List.of(deadline.id()), List.of()));
            }
        }
    }

    private boolean fires(Set<Trigger> triggers, Move move) {
        return triggers.stream().anyMatch(trigger -> trigger instanceof Trigger.Taken taken && taken.step() == move.row().step()
            || trigger instanceof Trigger.Becomes becomes && (move.ones().get(moves.variable(becomes.fact())) || move.adds().get(moves.variable(becomes.fact())))
            || trigger instanceof Trigger.Ceases ceases && (move.zeros().get(moves.variable(ceases.fact())) || move.drops().get(moves.variable(ceases.fact()))));
    }

    private void guardrailsBite() {
        for (Guardrail rule : playbook.definition().guardrails()) {
            if (rule.level() == Level.OFF) {
                continue;
            }
            int violable = moves.violable(rule);
            boolean bites = rule.states().stream().anyMatch(state -> moves.sets.and(violable, reached.in(state)) != Diagrams.EMPTY);
            // A merged duplicate is outside the search, and so is what guards it.
            boolean outside = rule.bars().equals(Set.of(Facts.MERGED));
            if (!bites && !outside) {
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
        return playbook.definition().deadlines().stream().anyMatch(deadline -> deadline.startsOn().contains(new Trigger.Becomes(fact))
            || deadline.metBy().contains(new Trigger.Becomes(fact)) || deadline.metBy().contains(new Trigger.Ceases(fact)));
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

    private void show(String name, String sentence, RecoveryState state, int shown) {
        List<PathStep> path = way(state, shown);
        List<String> blame = path.isEmpty() ? List.of() : List.of(path.get(path.size() - 1).row());
        String last = path.isEmpty() ? "" : " The last step of the shortest way there is to " + Catalogue.phrase(path.get(path.size() - 1).step()) + ".";
        findings.add(new Finding(name, sentence + last, blame, path));
    }

    /** The shortest history from the blank case into a configuration of the set. */
    private List<PathStep> way(RecoveryState state, int shown) {
        int[] goal = new int[RecoveryState.values().length];
        goal[state.ordinal()] = shown;
        Approach approach = new Approach(moves, goal, moves.all(), constants, MOST_NODES);
        return approach.walk(RecoveryState.AWAITING, new BitSet(), (one, other) -> 0).orElse(List.of()).stream().map(moves::step).toList();
    }
}
