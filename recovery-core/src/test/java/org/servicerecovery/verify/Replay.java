package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Particulars;

/** Takes histories with the kernel. The particulars do not matter: what is judged are the facts and the traits of the path. */
public final class Replay {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private Replay() {
    }

    static void oneSided(OneSided shown, Playbook taker, Playbook refuser) {
        List<PathStep> before = shown.steps().subList(0, shown.steps().size() - 1);
        PathStep last = shown.steps().get(before.size());
        RecoveryCase taken = taken(taker, shown.steps());
        assertEquals(last.to(), taken.state(), shown::toString);
        Decision refused = decide(refuser, taken(refuser, before), last);
        assertEquals(shown.refusedBy(), refused.refusedBy(), shown::toString);
    }

    static void parting(Parting shown, Playbook first, Playbook second) {
        List<PathStep> before = shown.steps().subList(0, shown.steps().size() - 1);
        assertEquals(taken(first, before).state(), taken(second, before).state(), shown::toString);
        assertEquals(Set.copyOf(taken(first, before).facts()), Set.copyOf(taken(second, before).facts()), shown::toString);
        RecoveryCase one = taken(first, shown.steps());
        RecoveryCase other = taken(second, shown.steps());
        assertEquals(shown.first(), one.state(), shown::toString);
        assertEquals(shown.second(), other.state(), shown::toString);
        Set<Fact> onlyFirst = new HashSet<>(one.facts());
        onlyFirst.removeAll(other.facts());
        Set<Fact> onlySecond = new HashSet<>(other.facts());
        onlySecond.removeAll(one.facts());
        assertEquals(shown.onlyFirst(), onlyFirst, shown::toString);
        assertEquals(shown.onlySecond(), onlySecond, shown::toString);
    }

    private static RecoveryCase taken(Playbook playbook, List<PathStep> path) {
        RecoveryCase seen = RecoveryCase.blank("case", playbook.id(), playbook.vocabulary());
        for (PathStep step : path) {
            Decision decision = decide(playbook, seen, step);
            assertTrue(decision.isPermitted(), () -> step + " of " + path + " by " + playbook + ": " + decision);
            seen = ((Permitted) decision).after();
        }
        return seen;
    }

    private static Decision decide(Playbook playbook, RecoveryCase seen, PathStep step) {
        return decide(playbook, seen, step.step(), step.traits(), step.told(), step.takenBack());
    }

    /** Attempts a step with exactly these traits, and facts that come and go with the action. */
    public static Decision decide(Playbook playbook, RecoveryCase seen, Step step, Set<Trait> had, Set<Fact> told, Set<Fact> takenBack) {
        return Kernel.decide(playbook, seen, attempt(playbook, Particulars.of(step), had, told, takenBack, List.of()));
    }

    static Attempt attempt(Playbook playbook, RecoveryAction action, Set<Trait> had, Set<Fact> told, Set<Fact> takenBack, List<Waiver> waivers) {
        var facts = playbook.vocabulary().facts();
        var traits = playbook.vocabulary().traits();
        return new Attempt(Command.does(Actor.agent("anna"), action), action, traits.of(known(traits, had)), traits.none(),
            facts.of(known(facts, told)), facts.of(known(facts, takenBack)), waivers, List.of(), NOW, NOW);
    }

    private static <T extends Term> List<T> known(Vocabulary.Kind<T> words, Set<T> terms) {
        return terms.stream().filter(words.all()::contains).toList();
    }
}
