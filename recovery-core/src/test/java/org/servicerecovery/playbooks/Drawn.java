package org.servicerecovery.playbooks;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Particulars;

/**
 * A situation drawn at random, and a step attempted in it. Whether any history leads there does not matter to what is compared, but most of
 * what a playbook asks for is usually there, so that permission is no rarity.
 *
 * @param state where the case stands
 * @param step what is attempted
 * @param facts what is established
 * @param traits what is true of the attempt
 */
record Drawn(RecoveryState state, Step step, Set<Fact> facts, Set<Trait> traits) {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Actor ANNA = Actor.agent("anna");
    private static final Map<Step, Command> COMMANDS = new EnumMap<>(Step.class);

    /** A situation of one of a playbook's steps in a state in which it has rows, or, seldom, in any. */
    static Drawn from(Playbook playbook, List<Step> steps, Random random) {
        Step step = any(steps, random);
        List<RecoveryState> places = random.nextInt(20) == 0 ? List.of(RecoveryState.values()) : List.copyOf(playbook.statesOf(step));
        RecoveryState state = any(places, random);
        Cell cell = playbook.cell("", state, step);
        Set<Term> terms = new LinkedHashSet<>();
        double slip = random.nextInt(4) * 0.05;
        for (CompiledGuardrail rule : Stream.concat(cell.refusing().stream(), cell.telling().stream()).toList()) {
            some(terms, rule.source().needsAll(), 1 - slip, random);
            if (!rule.source().needsAny().isEmpty() && random.nextDouble() > slip) {
                terms.add(any(List.copyOf(rule.source().needsAny()), random));
            }
            some(terms, rule.source().when().present(), 0.3, random);
            some(terms, rule.source().when().absent(), 0.1, random);
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            terms.removeAll(rule.source().bars());
            some(terms, rule.source().bars(), slip, random);
        }
        for (CompiledGuardrail rule : cell.telling()) {
            some(terms, rule.source().bars(), 0.2, random);
        }
        if (!cell.rows().isEmpty()) {
            CompiledRow row = any(cell.rows(), random);
            terms.addAll(row.source().when().present());
            terms.removeAll(row.source().when().absent());
        }
        some(terms, playbook.vocabulary().facts().all(), 0.03, random);
        some(terms, playbook.vocabulary().traits().all(), 0.03, random);
        return new Drawn(state, step, of(terms, Fact.class), of(terms, Trait.class));
    }

    static <T> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static void some(Set<Term> all, Iterable<? extends Term> more, double share, Random random) {
        for (Term term : more) {
            if (random.nextDouble() < share) {
                all.add(term);
            }
        }
    }

    private static <T extends Term> Set<T> of(Set<Term> terms, Class<T> kind) {
        Set<T> some = new LinkedHashSet<>();
        terms.stream().filter(kind::isInstance).map(kind::cast).forEach(some::add);
        return some;
    }

    /** What a playbook decides, on the kernel and with exactly these traits. */
    Decision judgedBy(Playbook playbook) {
        Vocabulary words = playbook.vocabulary();
        Terms<Fact> given = words.facts().of(step == Step.OPEN || step == Step.ADOPT ? facts : opened());
        RecoveryCase blank = RecoveryCase.blank("case", playbook.id(), words);
        RecoveryCase seen = blank.after(new CaseEvent("case", 1, "given", ANNA, NOW, NOW, playbook.id(), Particulars.of(Step.PARK),
            Optional.empty(), Duration.ZERO, "given", blank.state(), state, given, words.facts().none(), words.traits().none(),
            words.traits().none(), List.of(), List.of(), List.of(), ClockChanges.NONE));
        Command command = COMMANDS.computeIfAbsent(step, unseen -> Command.does(ANNA, Particulars.of(step)));
        return Kernel.decide(playbook, seen, new Attempt(command, command.actions().get(0), words.traits().of(traits),
            words.traits().none(), words.facts().none(), words.facts().none(), List.of(), List.of(), NOW, NOW));
    }

    private Set<Fact> opened() {
        Set<Fact> all = new LinkedHashSet<>(facts);
        all.add(Facts.OPENED);
        return all;
    }
}
