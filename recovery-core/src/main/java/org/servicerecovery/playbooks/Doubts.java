package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Traits.*;

import java.util.List;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;

/** Words that may be out of place, though nobody is sure enough to refuse them: whoever wrote them is asked to read them once more. */
final class Doubts {
    private Doubts() {
    }

    static List<Guardrail> guardrails() {
        return List.of(
            doubt("perhaps-personal", MAY_TAKE_PERSONALLY, "This may sound hurt. The anger is about what the company did.", "B01"),
            doubt("perhaps-uninvolved", MAY_PLEAD_UNINVOLVED, "This may sound like having nothing to do with it.", "A07"),
            doubt("perhaps-split", MAY_SPLIT_OWNERSHIP, "This may sound as if a part of it were somebody else's.", "A08"),
            doubt("perhaps-blame", MAY_SHIFT_BLAME, "This may sound like blame on others.", "A10", "C06"),
            doubt("perhaps-an-excuse", MAY_MAKE_EXCUSE, "This may sound like an excuse.", "C11"),
            doubt("perhaps-talking-down", MAY_TALK_DOWN, "This may make the customer feel stupid, or not be understood.", "B18"),
            doubt("perhaps-negative", MAY_BE_NEGATIVE, "This may stress what cannot be done.", "C04", "C23"),
            doubt("perhaps-overpromising", MAY_OVERPROMISE, "This may promise more than can be kept, or without a date.", "B08", "B32"),
            doubt("perhaps-call-us-back", MAY_PUSH_FOLLOW_UP, "This may leave the follow-up to the customer.", "D09"),
            doubt("perhaps-discourteous", MAY_BE_DISCOURTEOUS, "This may sound discourteous.", "C27", "B47", "E22"),
            Guardrail.named("perhaps-an-empty-apology").watches(Step.APOLOGISE).bars(MAY_APOLOGISE_EMPTILY).advises()
                .because("This apology may sound empty: a phrase, or one with an if.")
                .from("A12", "A14"));
    }

    private static Guardrail doubt(String id, Trait trait, String because, String... sources) {
        return Guardrail.named(id).watches(Floor.SPEECH).bars(trait).advises().because(because).from(sources);
    }
}
