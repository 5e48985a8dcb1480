package org.servicerecovery.playbooks;

import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Guardrail;

/**
 * Every rule and every clock that comes from a row of the rulebook and does not depend on the order of things, each written
 * once, by theme. A procedure takes those of its sources.
 */
final class Library {
    private Library() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(Conversation.guardrails(), Feelings.guardrails(), Solution.guardrails(), HandOver.guardrails())
            .flatMap(List::stream).toList();
    }

    /** Where all of them are from, and the floor and what every desk needs. */
    static Stream<String> sources() {
        Stream<List<String>> rules = Stream.of(guardrails(), Floor.guardrails(), EveryDesk.guardrails()).flatMap(List::stream).map(Guardrail::sources);
        Stream<List<String>> clocks = Stream.of(deadlines(), EveryDesk.deadlines()).flatMap(List::stream).map(Deadline::sources);
        return Stream.concat(rules, clocks).flatMap(List::stream);
    }

    /** Whether one rule, at the same level, refuses whatever another does, as far as their terms show it. */
    static boolean asksNoLess(Guardrail one, Guardrail other) {
        boolean any = other.needsAny().isEmpty() || !one.needsAny().isEmpty() && other.needsAny().containsAll(one.needsAny());
        return one.watches().containsAll(other.watches()) && one.states().containsAll(other.states()) && one.when().equals(other.when())
            && one.needsAll().containsAll(other.needsAll()) && one.bars().containsAll(other.bars()) && any
            && (one.waivableBy().isEmpty() || one.waivableBy().equals(other.waivableBy()));
    }

    static List<Deadline> deadlines() {
        return Clocks.deadlines();
    }
}
