package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;

/**
 * One team's playbook as moves between sets of configurations. A configuration is a state with its facts; traits are whatever
 * an action may have, so a move is permitted where some traits permit it. The rows and guardrails are the ones that the
 * kernel evaluates.
 */
final class Moves {
    private static final int TRAITS = Vocabulary.MOST;

    final Diagrams sets;
    final BitSet facts = new BitSet();
    private final BitSet traits = new BitSet();
    private final Playbook playbook;
    private final String team;
    private final Set<String> ignored;
    private final Map<RecoveryState, List<Move>> from = new EnumMap<>(RecoveryState.class);

    /**
     * A row as a move.
     *
     * @param row       as it was written
     * @param permitted the facts with which some action takes the row
     * @param touched   the facts whose value the row determines
     * @param effect    their values afterwards
     * @param adds      facts that may come with the action (adopting, absorbing)
     * @param drops     facts that the action may take back (correcting)
     * @param standing  what must hold of the facts that come or go with the action
     */
    record Move(Transition row, int permitted, BitSet touched, int effect, BitSet adds, BitSet drops, int standing) {
        /** Whether the row's effects are all of its effects. */
        boolean plain() {
            return adds.isEmpty() && drops.isEmpty();
        }
    }

    /**
     * @param playbook the rows
     * @param team     whose levels
     * @param ignored  guardrails that do not refuse: waived by somebody entitled
     * @param sets     the diagrams in which the moves are made
     */
    Moves(Playbook playbook, String team, Set<String> ignored, Diagrams sets) {
        this.playbook = playbook;
        this.team = team;
        this.ignored = ignored;
        this.sets = sets;
        facts.set(0, playbook.vocabulary().facts().all().size());
        traits.set(TRAITS, TRAITS + playbook.vocabulary().traits().all().size());
        for (RecoveryState state : RecoveryState.values()) {
            List<Move> moves = new ArrayList<>();
            for (Step step : Step.values()) {
                // A merged duplicate is left out: it takes nothing any more, and the original goes on (rulebook).
                if (step != Step.MERGE) {
                    moves.addAll(cell(state, step));
                }
            }
            from.put(state, moves);
        }
    }

    List<Move> from(RecoveryState state) {
        return from.get(state);
    }

    /** The rows that lead into a state from another one. */
    List<String> leadingTo(RecoveryState state) {
        return playbook.definition().transitions().stream().filter(row -> row.to() == state && row.from() != state).map(Transition::id).toList();
    }

    Cell at(RecoveryState state, Step step) {
        return playbook.cell(team, state, step);
    }

    private List<Move> cell(RecoveryState state, Step step) {
        Cell cell = at(state, step);
        List<Move> moves = new ArrayList<>();
        if (cell.rows().isEmpty()) {
            return moves;
        }
        int free = Diagrams.ALL;
        for (CompiledGuardrail rule : cell.refusing()) {
            if (!ignored.contains(rule.source().id())) {
                free = sets.and(free, obeyed(rule.source()));
            }
        }
        for (CompiledRow compiled : cell.rows()) {
            Transition row = compiled.source();
            BitSet touched = new BitSet();
            int effect = Diagrams.ALL;
            for (Fact fact : row.sets()) {
                touched.set(variable(fact));
                effect = sets.and(effect, sets.literal(variable(fact), true));
            }
            for (Fact fact : row.clears()) {
                touched.set(variable(fact));
                effect = sets.and(effect, sets.literal(variable(fact), false));
            }
            int permitted = sets.forget(sets.and(free, condition(row.when())), traits);
            moves.add(new Move(row, permitted, touched, effect, bits(Told.by(playbook, step)), bits(Told.takenBack(playbook, step)),
                standing(row)));
        }
        return moves;
    }

    /** Where adopting or correcting lands follows from the facts that remain: these and not those of a further state. */
    private int standing(Transition row) {
        if (row.step() != Step.ADOPT && row.step() != Step.CORRECT) {
            return Diagrams.ALL;
        }
        int here = Diagrams.ALL;
        int further = Diagrams.ALL;
        for (Map.Entry<RecoveryState, Set<Fact>> entry : playbook.definition().standing().entrySet()) {
            int needs = condition(new Condition(Set.copyOf(entry.getValue()), Set.of()));
            if (entry.getKey().ordinal() <= row.to().ordinal()) {
                here = sets.and(here, needs);
            } else if (entry.getKey().ordinal() == row.to().ordinal() + 1) {
                further = needs;
            }
        }
        boolean mayGoFurther = further != Diagrams.ALL && (row.step() == Step.ADOPT || row.to() != row.from());
        return mayGoFurther ? sets.without(here, further) : here;
    }

    private BitSet bits(Set<Fact> told) {
        BitSet bits = new BitSet();
        told.forEach(fact -> bits.set(variable(fact)));
        return bits;
    }

    int variable(Term term) {
        return term instanceof Fact fact ? playbook.vocabulary().facts().bit(fact)
            : TRAITS + playbook.vocabulary().traits().bit((Trait) term);
    }

    int condition(Condition condition) {
        int all = Diagrams.ALL;
        for (Term term : condition.present()) {
            all = sets.and(all, sets.literal(variable(term), true));
        }
        for (Term term : condition.absent()) {
            all = sets.and(all, sets.literal(variable(term), false));
        }
        return all;
    }

    /** Everything, facts and traits, with which the guardrail is not violated. */
    int obeyed(Guardrail rule) {
        int good = condition(new Condition(rule.needsAll(), rule.bars()));
        if (!rule.needsAny().isEmpty()) {
            int any = Diagrams.EMPTY;
            for (Term term : rule.needsAny()) {
                any = sets.or(any, sets.literal(variable(term), true));
            }
            good = sets.and(good, any);
        }
        return sets.or(good, sets.not(condition(rule.when())));
    }

    /** The facts with which some traits make the guardrail refuse. */
    int violable(Guardrail rule) {
        return sets.forget(sets.not(obeyed(rule)), traits);
    }

    /** The case about which nothing is known yet. */
    int blank() {
        int blank = Diagrams.ALL;
        for (int fact = facts.length() - 1; fact >= 0; fact--) {
            blank = sets.and(sets.literal(fact, false), blank);
        }
        return blank;
    }

    int image(Move move, int before) {
        int after = sets.and(before, move.permitted());
        if (after == Diagrams.EMPTY) {
            return after;
        }
        for (int fact = move.adds().nextSetBit(0); fact >= 0; fact = move.adds().nextSetBit(fact + 1)) {
            after = sets.or(after, sets.and(sets.forget(after, one(fact)), sets.literal(fact, true)));
        }
        for (int fact = move.drops().nextSetBit(0); fact >= 0; fact = move.drops().nextSetBit(fact + 1)) {
            after = sets.or(after, sets.and(sets.forget(after, one(fact)), sets.literal(fact, false)));
        }
        return sets.and(sets.forget(sets.and(after, move.standing()), move.touched()), move.effect());
    }

    /** From where a move can lead into the set. */
    int preimage(Move move, int after) {
        int before = sets.forget(sets.and(after, move.effect()), move.touched());
        if (!move.plain()) {
            before = sets.and(before, move.standing());
            for (int fact = move.adds().nextSetBit(0); fact >= 0; fact = move.adds().nextSetBit(fact + 1)) {
                before = sets.or(before, sets.forget(sets.and(before, sets.literal(fact, true)), one(fact)));
            }
            for (int fact = move.drops().nextSetBit(0); fact >= 0; fact = move.drops().nextSetBit(fact + 1)) {
                before = sets.or(before, sets.forget(sets.and(before, sets.literal(fact, false)), one(fact)));
            }
        }
        return sets.and(before, move.permitted());
    }

    /** The facts after a plain move. */
    BitSet after(Move move, BitSet member) {
        BitSet after = (BitSet) member.clone();
        move.row().clears().forEach(fact -> after.clear(variable(fact)));
        move.row().sets().forEach(fact -> after.set(variable(fact)));
        return after;
    }

    /** Traits with which an action takes the row on a case with these facts; the fewest that do. */
    Set<Trait> traits(Move move, BitSet member) {
        int free = condition(move.row().when());
        for (CompiledGuardrail rule : at(move.row().from(), move.row().step()).refusing()) {
            if (!ignored.contains(rule.source().id())) {
                free = sets.and(free, obeyed(rule.source()));
            }
        }
        BitSet chosen = sets.any(sets.and(free, exactly(member)));
        return chosen.stream().filter(bit -> bit >= TRAITS).mapToObj(bit -> playbook.vocabulary().traits().all().get(bit - TRAITS))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The one configuration with exactly these facts. */
    int exactly(BitSet member) {
        int all = Diagrams.ALL;
        for (int fact = facts.length() - 1; fact >= 0; fact--) {
            all = sets.and(sets.literal(fact, member.get(fact)), all);
        }
        return all;
    }

    Set<Fact> facts(BitSet bits) {
        return bits.stream().mapToObj(bit -> playbook.vocabulary().facts().all().get(bit)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static BitSet one(int bit) {
        BitSet bits = new BitSet();
        bits.set(bit);
        return bits;
    }
}
