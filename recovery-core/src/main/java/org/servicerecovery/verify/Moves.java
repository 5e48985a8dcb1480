package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryCase;
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
    /** What each move asks of the facts, once somebody wanted to know. */
    final Map<Move, Cone.Needs> needs = new HashMap<>();
    private final Playbook playbook;
    private final String team;
    private final Set<String> ignored;
    private final ToIntFunction<Term> variables;
    private final List<Guardrail> more;
    private final Set<Pin> pins;
    private Constants constants;
    private final Map<RecoveryState, List<Move>> from = new EnumMap<>(RecoveryState.class);

    /**
     * @param playbook the rows
     * @param team     whose levels
     * @param ignored  guardrails that do not refuse: waived by somebody entitled
     * @param more     further rules, kept by whoever moves here
     * @param pins     what a case may decide
     * @param sets     the diagrams in which the moves are made
     */
    Moves(Playbook playbook, String team, Set<String> ignored, List<Guardrail> more, Set<Pin> pins, Diagrams sets) {
        this(playbook, team, ignored, more, pins, sets, term -> term instanceof Fact fact ? playbook.vocabulary().facts().bit(fact)
            : TRAITS + playbook.vocabulary().traits().bit((Trait) term));
    }

    /** As if everything that can be waived were waived. */
    static Moves waived(Playbook playbook, String team, Diagrams sets) {
        Set<String> waivable = playbook.definition().guardrails().stream().filter(rule -> rule.waivableBy().isPresent())
            .map(Guardrail::id).collect(Collectors.toSet());
        return new Moves(playbook, team, waivable, List.of(), Set.of(), sets);
    }

    /** With other variables, for two playbooks in the same diagrams: they share what both know of an action. */
    Moves(Playbook playbook, Diagrams sets, ToIntFunction<Term> variables) {
        this(playbook, "", Set.of(), List.of(), Set.of(), sets, variables);
    }

    private Moves(Playbook playbook, String team, Set<String> ignored, List<Guardrail> more, Set<Pin> pins, Diagrams sets,
                  ToIntFunction<Term> variables) {
        this.playbook = playbook;
        this.team = team;
        this.ignored = ignored;
        this.sets = sets;
        this.variables = variables;
        this.more = more;
        int words = playbook.vocabulary().facts().all().size();
        // In the rare playbook with so many facts that no room is left, plans know a little less.
        this.pins = words + Pin.values().length <= TRAITS ? pins : Set.of();
        playbook.vocabulary().facts().all().forEach(fact -> facts.set(variable(fact)));
        this.pins.forEach(pin -> facts.set(variable(pin)));
        playbook.vocabulary().traits().all().forEach(trait -> traits.set(variable(trait)));
    }

    /** The same without one more guardrail. */
    Moves without(String rule) {
        Set<String> without = new LinkedHashSet<>(ignored);
        without.add(rule);
        return new Moves(playbook, team, without, more, pins, sets);
    }

    /** What is the same however a case came to a state. */
    Constants constants() {
        if (constants == null) {
            constants = Constants.of(this);
        }
        return constants;
    }

    /** Made when first asked for: who evaluates single rows needs none. */
    List<Move> from(RecoveryState state) {
        if (!from.containsKey(state)) {
            List<Move> moves = new ArrayList<>();
            for (Step step : Step.values()) {
                // A merged duplicate is left out: it takes nothing any more, and the original goes on (rulebook).
                if (step != Step.MERGE) {
                    moves.addAll(cell(state, step));
                }
            }
            from.put(state, moves);
        }
        return from.get(state);
    }

    List<Move> all() {
        return Stream.of(RecoveryState.values()).flatMap(state -> from(state).stream()).toList();
    }

    /** The rows that lead into a state from another one. */
    List<String> leadingTo(RecoveryState state) {
        return playbook.definition().transitions().stream().filter(row -> row.to() == state && row.from() != state).map(Transition::id).toList();
    }

    Cell at(RecoveryState state, Step step) {
        return playbook.cell(team, state, step);
    }

    /** What the guardrail does in this team. */
    Level level(Guardrail rule) {
        return playbook.definition().teamLevels().getOrDefault(team, Map.of()).getOrDefault(rule.id(), rule.level());
    }

    private List<Move> cell(RecoveryState state, Step step) {
        Cell cell = at(state, step);
        List<Move> moves = new ArrayList<>();
        if (cell.rows().isEmpty()) {
            return moves;
        }
        int free = free(state, step);
        for (CompiledRow compiled : cell.rows()) {
            Transition row = compiled.source();
            int open = sets.and(sets.and(free, pinned(step, pin -> true)), condition(row.when()));
            if (step == Step.ADOPT || step == Step.CORRECT) {
                Standing standing = new Standing(this, playbook.definition().standing());
                Standing.STATES.forEach(at -> moves.add(move(row, sets.and(open, standing.trait(at)), Set.of(), standing.facts(row, at))));
            } else if (step == Step.RECORD_FACT && !playbook.definition().hostFacts().isEmpty()) {
                // One action records one fact.
                playbook.definition().hostFacts().forEach(fact -> moves.add(move(row, open, Set.of(fact), Diagrams.ALL)));
            } else {
                moves.add(move(row, open, Set.of(), Diagrams.ALL));
            }
        }
        moves.removeIf(move -> move.open() == Diagrams.EMPTY || move.standing() == Diagrams.EMPTY);
        return moves;
    }

    private Move move(Transition row, int open, Set<Fact> recorded, int standing) {
        BitSet ones = bits(row.sets());
        ones.or(bits(recorded));
        BitSet zeros = bits(row.clears());
        zeros.andNot(ones);
        pins.stream().filter(pin -> pin.endsWith(row.step())).forEach(pin -> zeros.set(variable(pin)));
        return new Move(row, open, sets.forget(open, traits), ones, zeros, recorded, bits(recorded.isEmpty() ? Told.by(playbook, row.step()) : Set.of()),
            bits(Told.takenBack(playbook, row.step())), standing);
    }

    private int variable(Pin pin) {
        return playbook.vocabulary().facts().all().size() + pin.ordinal();
    }

    /** What can be true of an action while pins hold. */
    int pinned(Step step, Predicate<Pin> which) {
        int all = Diagrams.ALL;
        for (Pin pin : pins) {
            if (pin.decides(step) && which.test(pin)) {
                all = sets.and(all, sets.or(sets.literal(variable(pin), false), sets.literal(variable(pin.trait), pin.value)));
            }
        }
        return all;
    }

    /** Where a case stands: its facts, and what it decides beside them. */
    BitSet member(RecoveryCase seen) {
        BitSet member = BitSet.valueOf(new long[] {seen.low(), seen.high()});
        pins.stream().filter(pin -> pin.holds(seen)).forEach(pin -> member.set(variable(pin)));
        return member;
    }

    /** The facts and traits with which no guardrail refuses. */
    int free(RecoveryState state, Step step) {
        int free = Diagrams.ALL;
        for (CompiledGuardrail rule : at(state, step).refusing()) {
            if (!ignored.contains(rule.source().id())) {
                free = sets.and(free, obeyed(rule.source()));
            }
        }
        for (Guardrail rule : more) {
            free = rule.watches().contains(step) ? sets.and(free, obeyed(rule)) : free;
        }
        return free;
    }

    /** The facts with which adopting or correcting takes a row, wherever the case then stands. */
    int standing(Transition row) {
        return row.step() == Step.ADOPT || row.step() == Step.CORRECT ? new Standing(this, playbook.definition().standing()).facts(row) : Diagrams.ALL;
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
        return variables.applyAsInt(term);
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

    /** From where a move can lead into the set. */
    int preimage(Move move, int after) {
        int before = sets.given(after, move.ones(), move.zeros());
        if (!move.plain()) {
            before = sets.lowered(sets.raised(sets.and(before, move.standing()), move.drops()), move.adds());
        }
        return sets.and(before, move.permitted());
    }

    /** Whether a move can make a fact come, or go. */
    boolean touches(Move move, int fact, boolean holds) {
        return holds ? move.ones().get(fact) || move.adds().get(fact) : move.zeros().get(fact) || move.drops().get(fact);
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

    /** What the facts can be once some came and went with the action, and before the row does its part. */
    int told(Diagrams in, Move move, int standing, BitSet member) {
        return in.and(in.lowered(in.raised(exactly(in, member), move.adds()), move.drops()), standing);
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

    /** A move of a way, in words. */
    PathStep step(Stride stride) {
        Move move = stride.move();
        BitSet came = (BitSet) stride.between().clone();
        came.andNot(stride.before());
        Set<Fact> told = facts(came);
        told.addAll(move.recorded());
        BitSet went = (BitSet) stride.before().clone();
        went.andNot(stride.between());
        Set<Trait> traits = traits(move, stride.before());
        return new PathStep(move.row().from(), move.row().step(), move.row().to(), move.row().id(), traits, told, facts(went),
            waived(move, stride.before(), traits));
    }

    /** What would refuse it, were it not waived. */
    private List<String> waived(Move move, BitSet before, Set<Trait> traits) {
        BitSet attempt = bits(traits);
        attempt.or(before);
        return at(move.row().from(), move.row().step()).refusing().stream().map(CompiledGuardrail::source)
            .filter(rule -> !sets.contains(obeyed(rule), attempt)).map(Guardrail::id).toList();
    }

    Set<Fact> facts(BitSet bits) {
        return bits.stream().mapToObj(bit -> playbook.vocabulary().facts().all().get(bit)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
