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
import org.servicerecovery.verify.Approach.Stride;

/**
 * One team's playbook as moves between sets of configurations. A configuration is a state with its facts; traits are whatever
 * an action may have, so a move is permitted where some traits permit it. The rows and guardrails are the ones that the
 * kernel evaluates.
 */
final class Moves {
    private static final int TRAITS = Vocabulary.MOST;

    final Diagrams sets;
    final BitSet facts = new BitSet();
    final BitSet traits = new BitSet();
    private final Playbook playbook;
    private final String team;
    private final Set<String> ignored;
    private final int absent;
    private final Map<RecoveryState, List<Move>> from = new EnumMap<>(RecoveryState.class);

    /**
     * A row as a move.
     *
     * @param row       as it was written
     * @param open      the facts and traits with which an action takes the row
     * @param permitted the facts with which some action takes the row
     * @param ones      the facts that hold afterwards
     * @param zeros     the facts that do not hold afterwards
     * @param adds      facts that may come with the action (adopting, absorbing)
     * @param drops     facts that the action may take back (correcting)
     * @param standing  what must hold of the facts that come or go with the action
     */
    record Move(Transition row, int open, int permitted, BitSet ones, BitSet zeros, BitSet adds, BitSet drops, int standing) {
        /** Whether the row's effects are all of its effects. */
        boolean plain() {
            return adds.isEmpty() && drops.isEmpty();
        }

        /** Whether the case stands elsewhere afterwards. */
        boolean leads() {
            return row.to() != row.from();
        }

        /** There is one move for each row. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        BitSet touched() {
            BitSet touched = (BitSet) ones.clone();
            touched.or(zeros);
            return touched;
        }
    }

    /**
     * @param playbook the rows
     * @param team     whose levels
     * @param ignored  guardrails that do not refuse: waived by somebody entitled
     * @param absent   traits that no action has
     * @param sets     the diagrams in which the moves are made
     */
    Moves(Playbook playbook, String team, Set<String> ignored, Set<Trait> absent, Diagrams sets) {
        this.playbook = playbook;
        this.team = team;
        this.ignored = ignored;
        this.sets = sets;
        this.absent = condition(new Condition(Set.of(), Set.copyOf(absent)));
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

    List<Move> all() {
        return from.values().stream().flatMap(List::stream).toList();
    }

    List<Move> into(RecoveryState state) {
        return all().stream().filter(move -> move.row().to() == state).toList();
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
            int open = sets.and(sets.and(free, absent), condition(row.when()));
            moves.add(new Move(row, open, sets.forget(open, traits), bits(row.sets()), bits(row.clears()), bits(Told.by(playbook, step)),
                bits(Told.takenBack(playbook, step)), standing(row)));
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

    BitSet bits(Set<? extends Term> terms) {
        BitSet bits = new BitSet();
        terms.forEach(term -> bits.set(variable(term)));
        return bits;
    }

    /** The fact or trait that a variable stands for. */
    static Term term(Playbook playbook, int variable) {
        return variable < TRAITS ? playbook.vocabulary().facts().all().get(variable) : playbook.vocabulary().traits().all().get(variable - TRAITS);
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
        return exactly(sets, new BitSet());
    }

    int image(Move move, int before) {
        int after = sets.and(before, move.permitted());
        if (after == Diagrams.EMPTY) {
            return after;
        }
        if (!move.plain()) {
            after = sets.and(sets.lowered(sets.raised(after, move.adds()), move.drops()), move.standing());
        }
        return sets.and(sets.forget(after, move.touched()), effect(move));
    }

    private int effect(Move move) {
        int effect = Diagrams.ALL;
        for (int fact = facts.length() - 1; fact >= 0; fact--) {
            if (move.ones().get(fact) || move.zeros().get(fact)) {
                effect = sets.and(sets.literal(fact, move.ones().get(fact)), effect);
            }
        }
        return effect;
    }

    /** The facts after a plain move. */
    static BitSet after(Move move, BitSet member) {
        BitSet after = (BitSet) member.clone();
        after.andNot(move.zeros());
        after.or(move.ones());
        return after;
    }

    /** Traits with which an action takes the row on a case with these facts; the fewest that do. */
    Set<Trait> traits(Move move, BitSet member) {
        return named(sets.nearest(sets.below(move.open(), member, TRAITS), new BitSet()));
    }

    Set<Trait> named(BitSet chosen) {
        return chosen.stream().filter(bit -> bit >= TRAITS).mapToObj(bit -> playbook.vocabulary().traits().all().get(bit - TRAITS))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The one configuration with exactly these facts. */
    int exactly(Diagrams in, BitSet member) {
        int all = Diagrams.ALL;
        for (int fact = facts.length() - 1; fact >= 0; fact--) {
            all = in.and(in.literal(fact, member.get(fact)), all);
        }
        return all;
    }

    /** The facts that come with the action. */
    Set<Fact> told(Stride stride) {
        BitSet told = (BitSet) stride.after().clone();
        told.andNot(stride.before());
        told.and(stride.move().adds());
        return facts(told);
    }

    /** A move of a way, in words. */
    PathStep step(Stride stride) {
        Move move = stride.move();
        BitSet taken = (BitSet) stride.before().clone();
        taken.andNot(stride.after());
        taken.and(move.drops());
        return new PathStep(move.row().from(), move.row().step(), move.row().to(), move.row().id(), traits(move, stride.before()),
            told(stride), facts(taken));
    }

    Set<Fact> facts(BitSet bits) {
        return bits.stream().mapToObj(bit -> playbook.vocabulary().facts().all().get(bit)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
