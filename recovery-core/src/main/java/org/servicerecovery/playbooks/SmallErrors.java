package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.Traits.*;

import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Step;

/**
 * The small errors (source D): no order, but four things that look right and spoil a recovery: an e-mail back to an angry one, the
 * follow-up left to the customer, a fix without feelings, and nobody who looks back at it. A playbook, and what
 * {@link PlaybookBuilder#avoidingSmallErrors()} adds to any other.
 */
final class SmallErrors {
    private static final String SOURCE = "D";

    private SmallErrors() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("small-errors", "1").says(SOURCE).rules(talkWhileHot(), feelingsWithSolution(),
                Guardrail.named("upset-or-complaining").watches(Step.OPEN).needsAny(MOOD_IS_HOT, COMPLAINS)
                    .because("Recovery begins with a customer who is upset or complains.")
                    .from("D01", "K11"))
            .builder();
    }

    /** Adds every rule and clock of this source to another playbook, watching the steps that it has; but not who may open a case. */
    static void strengthen(PlaybookBuilder other) {
        Stream<Guardrail> shared = Library.guardrails().stream().filter(rule -> !rule.id().equals(feelingsWithSolution().id()));
        List<Guardrail> rules = Stream.concat(shared, Stream.of(feelingsWithSolution(), talkWhileHot()))
            .filter(rule -> isMine(rule.sources()) && !rule.watches().contains(Step.OPEN)).toList();
        PlaybookBuilder.watching(rules, other.taken()).forEach(other::atLeast);
        Library.deadlines().stream().filter(clock -> isMine(clock.sources())).forEach(other::atLeast);
    }

    /** An apology and an acknowledgement show as well that somebody cares. */
    private static Guardrail feelingsWithSolution() {
        return Guardrail.named("feelings-with-solution").watches(Step.PROPOSE_SOLUTION)
            .needsAny(FEELINGS_TENDED, TENDS_FEELINGS, APOLOGY_GIVEN, ACKNOWLEDGED)
            .because("The right fix without a word of feeling leaves the customer upset.")
            .from("D14", "D16", "K5");
    }

    private static Guardrail talkWhileHot() {
        return Guardrail.named("talk-while-hot").watches(Floor.without(Floor.HUMAN_SPEECH, Step.CONFIRM_IN_WRITING)).when(MOOD_HOT)
            .unless(TEXT_CHANNEL_OPEN).needs(TWO_WAY, HEARS_TONE).instead(Step.BEGIN_CONTACT)
            .because("An upset customer wants to talk to somebody, not to be written to.")
            .from("D06", "D07", "K6");
    }

    private static boolean isMine(List<String> sources) {
        return sources.stream().anyMatch(row -> row.matches(SOURCE + "[0-9]{2}"));
    }
}
