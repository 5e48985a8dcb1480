package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;

import org.servicerecovery.model.Guardrail;

/**
 * The standard procedure: everything that the five sources demand of a single case, with their conflicts settled as the
 * rulebook's table K1–K14 says. The rules are in {@link Conversation}, {@link Feelings}, {@link Solution} and {@link HandOver},
 * the clocks in {@link Clocks}, the rows in {@link RecoveryRows}; here is only the order.
 */
final class StandardPlaybook {
    private StandardPlaybook() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("standard", "1").says("A", "B", "C", "D", "E").confirmsTheStory().handsOver().rules(order()).builder()
            .standing(SOLVING, APOLOGY_GIVEN, ACKNOWLEDGED, STORY_RECORDED, PARAPHRASED, STORY_CONFIRMED)
            .standing(DELIVERING, SOLUTION_PROPOSED, SOLUTION_AGREED, PLAN_EXPLAINED, WORK_STARTED);
    }

    /** Apology, acknowledgement and feelings in any order, all before the story is confirmed; a second apology is advised (K1, K3–K5). */
    private static Guardrail[] order() {
        return new Guardrail[] {
            Guardrail.named("ownership-stated").watches(CONFIRM_STORY).needs(OWNERSHIP_STATED)
                .because("The customer has to have heard who takes care of it.")
                .from("C05", "C03"),
            Guardrail.named("apology-before-solving").watches(CONFIRM_STORY).needs(APOLOGY_GIVEN)
                .because("There has been no apology yet, and none is owed less because of whose fault it was.")
                .from("A11", "C07", "E04", "E05", "E06", "B10", "A02", "C01", "E03", "E19", "K1"),
            Guardrail.named("acknowledged-before-solving").watches(CONFIRM_STORY).needs(ACKNOWLEDGED)
                .because("The customer looks for a sign that somebody understands before anything else.")
                .from("B07", "E07", "E03", "E19", "K4"),
            Guardrail.named("feelings-before-solving").watches(CONFIRM_STORY).needs(FEELINGS_TENDED)
                .because("Feelings are the heart of it: tend them before solving.")
                .from("C16", "A18", "B14"),
            Guardrail.named("second-apology").watches(PROPOSE_SOLUTION, TRANSFER).needs(APOLOGISED_AGAIN).advises()
                .because("A second apology, apart from the first, shows that the story was heard.")
                .from("E12", "E03", "E19", "K3"),
            Guardrail.named("hand-over-after-apology").watches(REQUEST_TRANSFER).needs(APOLOGY_GIVEN, ACKNOWLEDGED)
                .because("Hand over after the apology and the acknowledgement, not instead of them.")
                .from("E13", "E03")};
    }
}
