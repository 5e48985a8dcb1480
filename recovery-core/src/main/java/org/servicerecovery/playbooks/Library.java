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
