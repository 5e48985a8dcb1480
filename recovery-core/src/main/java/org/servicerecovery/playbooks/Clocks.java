package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.Priority.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.List;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;

/**
 * The clocks of the sources, each written once. The lengths are this library's; a host sets its own. All count elapsed time and none
 * pauses: they tell how long the customer waits, and the customer waits at night as well. A host's own time for its own work may pause,
 * with {@code pausedWhile("answer")}.
 */
final class Clocks {
    private Clocks() {
    }

    static List<Deadline> deadlines() {
        return List.of(
            Deadline.named("first-response").startsWhen(OPENED).metWhen(FIRST_RESPONSE_GIVEN)
                .within(LOW, Duration.ofHours(4)).within(NORMAL, Duration.ofHours(1)).within(HIGH, Duration.ofMinutes(30))
                .within(URGENT, Duration.ofMinutes(15)).at(75, Kind.WARNING, "team").at(100, Kind.BREACH, "supervisor")
                .at(200, Kind.ESCALATION, "manager").from("A03", "E23", "every desk: unattended"),
            Deadline.named("acknowledgement").startsWhen(OPENED).metWhen(ACKNOWLEDGED).within(Duration.ofHours(8))
                .at(100, Kind.BREACH, "supervisor").from("B07"),
            Deadline.named("recovery").startsWhen(OPENED).startsWith(REOPEN).metWith(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED,
                CLOSE_AS_WITHDRAWN, CLOSE_AS_REFERRED)
                .within(LOW, Duration.ofDays(14)).within(NORMAL, Duration.ofDays(10)).within(HIGH, Duration.ofDays(5))
                .within(URGENT, Duration.ofDays(2)).at(80, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor")
                .at(150, Kind.ESCALATION, "manager").from("B06", "E23"),
            Deadline.named("customer-waiting").startsWhen(CUSTOMER_WAITING).metWhenNoLonger(CUSTOMER_WAITING).within(Duration.ofHours(4))
                .at(100, Kind.BREACH, "owner").at(200, Kind.ESCALATION, "supervisor").at(400, Kind.ESCALATION, "manager").from("A05", "E23"),
            Deadline.named("action-after-ownership").startsWith(TAKE_OWNERSHIP, TRANSFER, REASSIGN, REOPEN)
                .metWith(REMARK, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS, SEND_HOLDING_RESPONSE, TELL_NEW_OWNER,
                    BEGIN_CONTACT, RECORD_ATTEMPT, PROPOSE_SOLUTION, TELL_PROGRESS)
                .within(Duration.ofHours(1)).at(100, Kind.BREACH, "supervisor").from("C03"),
            Deadline.named("follow-up-due").forEach(Duty.Kind.FOLLOW_UP).at(90, Kind.WARNING, "holder").at(100, Kind.BREACH, "supervisor")
                .at(150, Kind.ESCALATION, "manager").meaning(FOLLOW_UP_LAPSED).from("D12", "E26", "every desk: contact"),
            Deadline.named("promise-due").forEach(Duty.Kind.PROMISE).at(80, Kind.WARNING, "holder").at(100, Kind.BREACH, "supervisor")
                .at(150, Kind.ESCALATION, "manager").meaning(PROMISE_LAPSED).from("C25", "B44", "every desk: contact"),
            Deadline.named("delivery-check-due").forEach(Duty.Kind.DELIVERY_CHECK).at(100, Kind.BREACH, "holder")
                .at(150, Kind.ESCALATION, "supervisor").from("B44"),
            Deadline.named("bad-news").startsWhen(BAD_NEWS_OWED).metWhenNoLonger(BAD_NEWS_OWED).within(Duration.ofHours(4))
                .at(100, Kind.BREACH, "supervisor").from("B34"),
            Deadline.named("written-confirmation").startsWhen(SOLUTION_AGREED).metWhen(AGREEMENT_CONFIRMED)
                .voidedWith(PROPOSE_SOLUTION, REPORT_REJECTION).within(Duration.ofDays(1)).at(100, Kind.BREACH, "owner").from("B36"),
            Deadline.named("work-starts").startsWhen(SOLUTION_AGREED).metWith(START_WORK, ADOPT).voidedWith(PROPOSE_SOLUTION, REPORT_REJECTION)
                .within(Duration.ofHours(8)).at(100, Kind.BREACH, "owner").from("E21", "E23"),
            Deadline.named("progress").startsWith(START_WORK).metWith(TELL_PROGRESS).voidedWith(RECORD_DELIVERY, REPORT_REJECTION).recurring()
                .within(Duration.ofDays(2)).at(80, Kind.WARNING, "owner").at(100, Kind.BREACH, "supervisor").from("E24", "E23"),
            Deadline.named("nudge").startsWith(INVOLVE).metWith(NUDGE).voidedWith(RECORD_DELIVERY, FOLLOW_UP_WITH_TEAM).recurring()
                .within(Duration.ofDays(1)).at(100, Kind.BREACH, "owner").from("B46"),
            Deadline.named("receiver-joins").startsWhen(TRANSFER_REQUESTED).metWhen(RECEIVER_JOINED)
                .voidedWith(CANCEL_TRANSFER, DECLINE, REASSIGN).within(Duration.ofMinutes(10)).at(100, Kind.BREACH, "owner")
                .at(300, Kind.ESCALATION, "supervisor").from("E15"),
            Deadline.named("answer").startsWith(ASK_SATISFACTION, PROPOSE_SOLUTION, ASK_TO_RESTATE, ASK_OPEN_QUESTION, RECORD_ATTEMPT)
                .metWith(REPORT_ANSWER, REPORT_AGREEMENT, REPORT_REJECTION, REPORT_CONTACT, BEGIN_CONTACT, CONFIRM_STORY)
                // Whoever is asked anew has the whole time anew.
                .voidedWith(ASK_SATISFACTION, PROPOSE_SOLUTION, ASK_TO_RESTATE, ASK_OPEN_QUESTION)
                .within(Duration.ofDays(7)).at(50, Kind.WARNING, "owner").at(100, Kind.BREACH, "owner")
                .meaning(ANSWER_LAPSED).from("B51", "ends: answer"));
    }
}
