package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/** Where a refused step would be permitted, when most of its traits stay as they are and some may yield. */
final class Gate {
    private final Playbook playbook;
    private final Moves moves;
    private final RecoveryCase from;
    private final Attempted attempted;

    Gate(Playbook playbook, Moves moves, RecoveryCase from, Attempted attempted) {
        this.playbook = playbook;
        this.moves = moves;
        this.from = from;
        this.attempted = attempted;
    }

    /** The traits that may be asked for in another way, the fewest first: of what refuses here, of all rules, and all. */
    List<Set<Trait>> yielding() {
        Cell here = moves.at(from.state(), attempted.step());
        Terms<Trait> traits = playbook.vocabulary().traits().of(attempted.traits());
        Set<Term> refusing = new LinkedHashSet<>();
        rules(here).stream().filter(rule -> rule.violated(from.low(), from.high(), traits.low(), traits.high()))
            .forEach(rule -> refusing.addAll(asked(rule.source())));
        if (here.row(from.low(), from.high(), traits.low(), traits.high()) == null) {
            refusing.addAll(rows());
        }
        Set<Term> all = rows();
        for (RecoveryState state : RecoveryState.values()) {
            rules(moves.at(state, attempted.step())).forEach(rule -> all.addAll(asked(rule.source())));
        }
        Set<Term> every = new LinkedHashSet<>(all);
        for (RecoveryState state : RecoveryState.values()) {
            for (CompiledGuardrail rule : rules(moves.at(state, attempted.step()))) {
                every.addAll(rule.source().when().present());
                every.addAll(rule.source().when().absent());
            }
        }
        return List.of(traits(refusing), traits(all), traits(every));
    }

    private static Set<Term> asked(Guardrail rule) {
        Set<Term> asked = new LinkedHashSet<>(rule.needsAll());
        asked.addAll(rule.needsAny());
        asked.addAll(rule.bars());
        return asked;
    }

    private Set<Term> rows() {
        Set<Term> terms = new LinkedHashSet<>();
        for (RecoveryState state : RecoveryState.values()) {
            for (CompiledRow row : moves.at(state, attempted.step()).rows()) {
                terms.addAll(row.source().when().present());
                terms.addAll(row.source().when().absent());
            }
        }
        return terms;
    }

    private static Set<Trait> traits(Collection<Term> terms) {
        return terms.stream().filter(Trait.class::isInstance).map(Trait.class::cast).filter(trait -> !Prudence.GIVEN.contains(trait))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<CompiledGuardrail> rules(Cell cell) {
        List<CompiledGuardrail> rules = new ArrayList<>(cell.refusing());
        rules.addAll(cell.telling().stream().filter(rule -> attempted.heeded().contains(rule.source().id())).toList());
        rules.removeIf(rule -> attempted.lifted().contains(rule.source().id()));
        return rules;
    }

    /** By state, the facts with which the step would be permitted. */
    int[] goal(Set<Trait> yielding) {
        int[] goal = new int[RecoveryState.values().length];
        for (RecoveryState state : RecoveryState.values()) {
            goal[state.ordinal()] = moves.sets.forget(open(state, yielding), moves.traits);
        }
        return goal;
    }

    /** The facts and yielding traits with which the step would be permitted in a state. */
    private int open(RecoveryState state, Set<Trait> yielding) {
        Cell cell = moves.at(state, attempted.step());
        int open = Diagrams.EMPTY;
        for (CompiledRow row : cell.rows()) {
            open = moves.sets.or(open, moves.condition(row.source().when()));
        }
        for (CompiledGuardrail rule : rules(cell)) {
            open = moves.sets.and(open, moves.obeyed(rule.source()));
        }
        // What the attempt has, it has; what it lacks because the case lacks it takes steps to come by.
        open = moves.sets.and(open, moves.pinned(attempted.step(), pin -> !pin.value && !attempted.traits().contains(pin.trait)));
        if (attempted.traits().contains(Traits.NEWS_UNTOLD)) {
            open = moves.sets.and(open, moves.obeyed(Prudence.NEWS_FIRST));
        }
        BitSet ones = moves.bits(attempted.traits());
        BitSet zeros = (BitSet) moves.traits.clone();
        zeros.andNot(ones);
        BitSet free = moves.bits(yielding);
        ones.andNot(free);
        zeros.andNot(free);
        return moves.sets.given(open, ones, zeros);
    }

    /** What the step itself must have and lack, once the steps before it were taken. */
    Preparation preparation(Set<Trait> yielding, RecoveryState state, BitSet member, List<PlanStep> steps) {
        BitSet had = moves.bits(attempted.traits());
        BitSet has = moves.sets.nearest(moves.sets.below(open(state, yielding), member, moves.traits.nextSetBit(0)), had);
        BitSet with = (BitSet) has.clone();
        with.andNot(had);
        BitSet without = (BitSet) had.clone();
        without.andNot(has);
        return new Preparation(steps, moves.named(with), moves.named(without));
    }
}
