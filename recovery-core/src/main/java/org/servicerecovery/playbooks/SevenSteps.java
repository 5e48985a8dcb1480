package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.playbooks.Phase.*;

import java.math.BigDecimal;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;

/**
 * The seven steps (source C): take ownership, apologise, listen, identify and clarify, solve, end on a positive note, follow up.
 */
final class SevenSteps {
    private SevenSteps() {
    }

    static PlaybookBuilder builder() {
        return Procedure.named("seven-steps", "1").says("C").confirmsTheStory()
            .order("C01", OWN.takenBy(Step.STATE_OWNERSHIP).doneWhen(OWNER_NAMED, OWNERSHIP_STATED), APOLOGISE.from("C02", "C05"),
                LISTEN.takenBy(Step.RECORD_STORY, Step.EMPATHISE, Step.MIRROR_FEELINGS).doneWhen(STORY_RECORDED, FEELINGS_TENDED).from("C07"),
                Phase.named("clarify").takenBy(Step.ASK_OPEN_QUESTION, Step.CLARIFY_POINT, Step.PARAPHRASE, Step.CONFIRM_STORY)
                    .doneWhen(STORY_CONFIRMED).from("C12", "C16"),
                SOLVE.doneWhen(SOLUTION_AGREED).from("C14"),
                THANK.called("end-positively").from("C26"),
                VERIFY.called("follow-up").takenBy(Step.FOLLOW_UP, Step.ASK_SATISFACTION, Step.ASK_ANYTHING_ELSE).in(RecoveryState.FOLLOWING_UP)
                    .from("C30"))
            // Questions, in the plural (C17).
            .builder().settings(new Settings(Mood.UPSET, 2, 3, BigDecimal.ZERO));
    }
}
