package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.playbooks.Phase.ACKNOWLEDGE;
import static org.servicerecovery.playbooks.Phase.SOLVE;

import java.util.EnumSet;
import java.util.Set;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/**
 * The ten steps (source B): acknowledge at once, begin repairing, understand, fix it or see that it is fixed, agree, confirm in
 * writing, thank, learn. An apology is advised, not required (K1).
 */
final class TenSteps {
    private TenSteps() {
    }

    static PlaybookBuilder builder() {
        Set<Step> words = EnumSet.copyOf(Floor.HUMAN_SPEECH);
        words.removeAll(Set.of(Step.ACKNOWLEDGE, Step.SEND_HOLDING_RESPONSE));
        return Procedure.named("ten-steps", "1").says("B").handsOver()
            .order("B07", ACKNOWLEDGE, SOLVE)
            .rules(
                // A holding response may go out before: it stops the clock and says nothing yet (B33).
                Guardrail.named("acknowledged-at-once").watches(words).needsAny(ACKNOWLEDGED, Traits.ACKNOWLEDGES)
                    .because("The first thing that the customer looks for is that somebody sees his position.")
                    .from("B07"),
                Guardrail.named("apology-before-solving").watches(Step.PROPOSE_SOLUTION).needs(APOLOGY_GIVEN).advises()
                    .because("An apology is not demanded here, but one that is meant does good.").from("B10", "K1"),
                Guardrail.named("no-relief-means-back").watches(Step.PROPOSE_SOLUTION).in(RecoveryState.LISTENING).bars(NO_RELIEF)
                    .because("The customer shows no relief; tend to the feelings before going on to the fix.")
                    .from("B14"),
                Guardrail.named("accepted-by-the-one-asked").watches(Step.ACCEPT_CASE).when(TRANSFER_REQUESTED).needs(Traits.BY_RECEIVER)
                    .because("It is the colleague who was asked who accepts, nobody in his stead.")
                    .from("B23", "B27"),
                // Whoever cannot fix it stays answerable for the answer: the customer knows it, and so does whoever takes the fix over.
                Guardrail.named("passed-on-after-asking").watches(Step.TRANSFER)
                    .needs(ACKNOWLEDGED, OWNERSHIP_STATED, TRANSFER_REQUESTED, RECEIVER_ACCEPTED)
                    .because("A case is passed on to a colleague who was asked and accepted, and by someone who told the customer to see"
                        + " it through.")
                    .from("B07", "B23", "B27", "B28"))
            .builder();
    }
}
