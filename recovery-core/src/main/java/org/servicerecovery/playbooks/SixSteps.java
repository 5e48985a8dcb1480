package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.playbooks.Phase.*;

import java.math.BigDecimal;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/**
 * The six steps (source A): respond rapidly, take ownership, apologise, solve the problem, manage the feelings, verify. Only
 * customers who are beyond irate enter; the word is <em>apologise</em>; the feelings come after the fix (K1, K2, K5, K11).
 */
final class SixSteps {
    private SixSteps() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("six-steps", "1").says("A")
            .order("A02", OWN, APOLOGISE,
                SOLVE.doneWhen(SOLUTION_PROPOSED).from("A11"),
                EMPATHISE.called("manage-feelings").from("A15", "A18"),
                VERIFY.from("A17", "A15"))
            .leavesOut("still-upset-means-back", "apology-in-words")
            .rules(
                Guardrail.named("recovery-mood-to-enter").watches(Step.OPEN).needs(Traits.MOOD_IS_HOT)
                    .because("Recovery is for customers who are beyond irate; ordinary service stays outside.")
                    .from("A01", "K11"),
                Guardrail.named("the-word-apologise").watches(Step.APOLOGISE).needs(Traits.WORD_APOLOGISE)
                    .because("The customer has to hear the word itself; sorry alone is not it.")
                    .from("A13", "K2"),
                // Whoever is here is in recovery, and stays so until the end.
                Guardrail.named("no-back-burner").watches(Step.PARK).needs(FIRST_RESPONSE_GIVEN).bars(RECOVERY_MOOD, MOOD_HOT)
                    .instead(Step.SCHEDULE_FOLLOW_UP)
                    .because("Whoever is in recovery is not put aside; give the next step a date instead.")
                    .from("A04"),
                Guardrail.named("feeling-as-the-customer-puts-it").watches(Step.EMPATHISE, Step.MIRROR_FEELINGS).when(RECOVERY_MOOD)
                    .needs(FEELING_RECORDED)
                    .because("What counts is the feeling as the customer puts it; know it before you manage it.")
                    .from("A20"))
            .builder().settings(new Settings(Mood.BEYOND_IRATE, 1, 3, BigDecimal.ZERO));
    }
}
