package org.servicerecovery.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.testing.RecoveryFixture;

/** Some action for each step. What matters to a rule is in the traits; these only have to be well-formed. */
public final class Particulars {
    private static final java.time.Instant DUE = RecoveryFixture.START.plus(RecoveryFixture.DUE);

    private Particulars() {
    }

    public static RecoveryAction of(Step step) {
        return switch (step) {
            case OPEN -> new Actions.Open(RecoveryFixture.CUSTOMER, "a problem", Channel.PHONE, Priority.NORMAL, "");
            case ADOPT -> new Actions.Adopt(RecoveryFixture.CUSTOMER, "a problem", Channel.PHONE, Priority.NORMAL, "", "", Set.of(), List.of());
            case BEGIN_CONTACT -> RecoveryAction.beginContact(Channel.PHONE);
            case END_CONTACT -> RecoveryAction.endContact("what was said");
            case REPORT_CONTACT -> RecoveryAction.contacted(Channel.PHONE);
            case REPORT_MOOD -> RecoveryAction.mood(Mood.CALM);
            case REPORT_ANSWER -> RecoveryAction.answered(true, "");
            case RECORD_ATTEMPT -> RecoveryAction.notReached(Channel.PHONE);
            case RECORD_FACT -> RecoveryAction.established(Fact.named("ORDER_FOUND"), "");
            case RECORD_LIMITS -> RecoveryAction.limits("what can be done", false);
            case REPORT_ISSUE -> RecoveryAction.issue("another thing");
            case RAISE_UNCLEAR_POINT -> RecoveryAction.unclear("a point");
            case RESOLVE_ISSUE -> RecoveryAction.resolve(1, "");
            case CLARIFY_POINT -> RecoveryAction.clarify(1, "");
            case MAKE_PROMISE -> RecoveryAction.promise("a call", DUE);
            case SCHEDULE_FOLLOW_UP -> RecoveryAction.followUp("", "a call", DUE);
            case SCHEDULE_CHECK_BACK -> RecoveryAction.checkBack("", "a call", DUE);
            case KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT,
                REPORT_PROMISE_RELEASED -> RecoveryAction.discharge(step, 1, "");
            case RENEGOTIATE_PROMISE -> RecoveryAction.renegotiate(1, DUE, "");
            case OFFER_GOODWILL -> RecoveryAction.goodwill("a voucher", BigDecimal.TEN);
            case REQUEST_TRANSFER -> RecoveryAction.requestTransfer(RecoveryFixture.RECEIVER.id());
            case TRANSFER -> RecoveryAction.transfer(RecoveryFixture.RECEIVER.id());
            case REASSIGN -> RecoveryAction.reassign(RecoveryFixture.RECEIVER.id(), "ill");
            case INVOLVE -> RecoveryAction.involve("helper", "a task");
            case DISMISS_HELPER -> RecoveryAction.dismiss("helper");
            case REOPEN -> RecoveryAction.reopen("");
            case CORRECT -> RecoveryAction.correct(1, "mistyped");
            case MERGE -> new HandOvers.Merge(RecoveryFixture.ORIGINAL);
            case ABSORB -> new Duties.Absorb("duplicate", List.of(), List.of());
            case REPORT_LAPSE -> new Actions.Lapse("some-deadline", 0, 0, Deadline.Rung.Kind.BREACH, "owner", DUE, Optional.empty());
            default -> new Act(step, "a note");
        };
    }
}
