package org.servicerecovery.verify;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.Particulars;

/**
 * Situations drawn from everything that can be reached in the standard playbook: evenly within each state, because nearly all
 * of them are in LISTENING. A situation is a state with its facts; the case that stands there owes nothing by its ledger.
 */
final class Sample {
    static final Playbook STANDARD = Playbooks.standard();
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Actor ANNA = Actor.agent("anna");
    /** Traits by which a step is the last of several. */
    private static final Set<Trait> COUNTED = Set.of(Traits.THIRD_ATTEMPT, Traits.ENOUGH_OPEN_QUESTIONS);
    private static final Map<Step, Command> COMMANDS = new HashMap<>();

    final Moves moves = new Moves(STANDARD, "", Set.of(), List.of(), Set.of(), new Diagrams(1 << 22));
    private final Reached reached = Reached.fromTheStart(moves);
    private final Map<Long, BigInteger> counts = new HashMap<>();
    private final Random random;

    Sample(long seed) {
        random = new Random(seed);
    }

    /** So many situations of each state, or all where there are fewer. */
    List<RecoveryCase> ofEach(int most) {
        List<RecoveryCase> drawn = new ArrayList<>();
        for (RecoveryState state : RecoveryState.values()) {
            drawn.addAll(of(state, most));
        }
        return drawn;
    }

    List<RecoveryCase> of(RecoveryState state, int most) {
        BigInteger all = count(state);
        boolean few = all.bitLength() < 32 && all.longValue() <= most;
        List<RecoveryCase> drawn = new ArrayList<>();
        for (int i = 0; i < (few ? all.intValue() : most); i++) {
            drawn.add(standing(state, member(reached.in(state), few ? BigInteger.valueOf(i) : below(all))));
        }
        return drawn;
    }

    /** How many situations of a state can be reached. */
    BigInteger count(RecoveryState state) {
        return count(reached.in(state), 0);
    }

    private BigInteger below(BigInteger bound) {
        BigInteger drawn = new BigInteger(bound.bitLength(), random);
        return drawn.compareTo(bound) < 0 ? drawn : below(bound);
    }

    /** How many assignments of this fact and the later ones a diagram has that asks for no earlier one. */
    private BigInteger count(int set, int fact) {
        if (set == Diagrams.EMPTY || fact == moves.facts.length()) {
            return set == Diagrams.EMPTY ? BigInteger.ZERO : BigInteger.ONE;
        }
        long key = (long) set << 8 | fact;
        BigInteger known = counts.get(key);
        if (known == null) {
            known = count(branch(set, fact, false), fact + 1).add(count(branch(set, fact, true), fact + 1));
            counts.put(key, known);
        }
        return known;
    }

    private int branch(int set, int fact, boolean holds) {
        BitSet member = new BitSet();
        member.set(fact, holds);
        return moves.sets.below(set, member, fact + 1);
    }

    /** The members of a set have an order; this is the one at that place. */
    private BitSet member(int set, BigInteger place) {
        BitSet member = new BitSet();
        BigInteger rest = place;
        int at = set;
        for (int fact = 0; fact < moves.facts.length(); fact++) {
            int without = branch(at, fact, false);
            BigInteger fewer = count(without, fact + 1);
            boolean holds = rest.compareTo(fewer) >= 0;
            rest = holds ? rest.subtract(fewer) : rest;
            member.set(fact, holds);
            at = holds ? branch(at, fact, true) : without;
        }
        return member;
    }

    static RecoveryCase standing(RecoveryState state, BitSet facts) {
        long[] bits = new long[2];
        System.arraycopy(facts.toLongArray(), 0, bits, 0, facts.toLongArray().length);
        return standing(state, bits[0], bits[1]);
    }

    /** The same facts in the same state, and nothing in ledger or data that speaks for or against it. */
    static RecoveryCase standing(RecoveryCase seen) {
        return standing(seen.state(), seen.low(), seen.high());
    }

    private static RecoveryCase standing(RecoveryState state, long low, long high) {
        Vocabulary words = STANDARD.vocabulary();
        RecoveryCase blank = RecoveryCase.blank("case", STANDARD.id(), words);
        CaseEvent event = new CaseEvent("case", 1, "given", ANNA, NOW, NOW, STANDARD.id(), Particulars.of(Step.PARK), Optional.empty(), Duration.ZERO,
            "given", blank.state(), state, words.facts().ofBits(low, high), words.facts().none(), words.traits().none(), words.traits().none(),
            List.of(), List.of(), List.of(), ClockChanges.NONE);
        return blank.after(event);
    }

    static BitSet facts(RecoveryCase seen) {
        return BitSet.valueOf(new long[] {seen.low(), seen.high()});
    }

    /** What the kernel says to a step with exactly these traits; what is particular about the action does not matter. */
    static Decision decide(RecoveryCase seen, Step step, Collection<Trait> traits, Collection<Fact> told) {
        Vocabulary words = STANDARD.vocabulary();
        Command command = COMMANDS.computeIfAbsent(step, unseen -> Command.does(ANNA, Particulars.of(step)));
        return Kernel.decide(STANDARD, seen, new Attempt(command, command.actions().get(0), words.traits().of(traits), words.traits().none(),
            words.facts().of(told), words.facts().none(), List.of(), List.of(), NOW, NOW));
    }

    /** The case after a step, or empty if it is refused. */
    static Optional<RecoveryCase> after(RecoveryCase seen, Step step, Collection<Trait> traits, Collection<Fact> told) {
        return decide(seen, step, traits, told) instanceof Permitted permitted ? Optional.of(permitted.after()) : Optional.empty();
    }

    /** The case after a step was taken so often, the last time with all of its traits; empty if it is ever refused. */
    static Optional<RecoveryCase> after(RecoveryCase seen, Step step, Set<Trait> traits, Set<Fact> told, int times) {
        Optional<RecoveryCase> after = Optional.of(seen);
        for (int time = 1; time < times; time++) {
            after = after.flatMap(now -> after(now, step, early(traits), told));
        }
        return after.flatMap(now -> after(now, step, traits, told));
    }

    /** The traits of a step that is not yet the last of several. */
    static Set<Trait> early(Set<Trait> traits) {
        Set<Trait> early = new LinkedHashSet<>(traits);
        early.removeAll(COUNTED);
        return early;
    }

    static String told(RecoveryCase seen) {
        return seen.state() + " " + seen.facts();
    }
}
