package org.servicerecovery.examples.walkthrough;

import static org.servicerecovery.examples.walkthrough.BrokenPlaybook.AT_SIGHT;
import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.verify.Property;

/** What not to do. Each method changes the standard playbook a little, as a host well might, and breaks it. */
final class BrokenPlaybooks {
    private BrokenPlaybooks() {
    }

    static List<BrokenPlaybook> all() {
        return List.of(askedTooEarly(), noIsNotHeard(), vipWithoutCall(), nightTeam(), reopenedWithoutOwner(), secondTimeNever(), waivedEnd(),
            noConfidence(), calmAgain(), rowNeverTaken(), ruleThatSaysNothing(), cheapParcel(), forgottenPromise(), twoRowsAtOnce());
    }

    private static PlaybookBuilder ours() {
        return Playbooks.like(Playbooks.standard(), "ours", "1");
    }

    private static BrokenPlaybook askedTooEarly() {
        PlaybookBuilder made = ours()
            .withoutGuardrail("ask-after-delivery")
            .guardrail(Guardrail.named("ask-in-the-follow-up").watches(ASK_SATISFACTION).in(FOLLOWING_UP).needs(FOLLOWED_UP)
                .because("Who follows up asks.").from("handbook 2"))
            .rows(Row.on(ASK_SATISFACTION).in(DELIVERING).sets(SATISFACTION_ASKED, FIRST_RESPONSE_GIVEN).clears(CUSTOMER_WAITING).rows())
            .replaceRow("DELIVERING/RECORD_DELIVERY")
            .rows(Row.on(RECORD_DELIVERY).in(DELIVERING).goesTo(FOLLOWING_UP).sets(DELIVERED).clears(FOLLOWED_UP, MOOD_READ).rows());
        Property property = new Property("asked-in-the-follow-up", "The question counts as asked although nobody has followed up.", FOLLOWING_UP,
            new Condition(Set.of(SATISFACTION_ASKED), Set.of(FOLLOWED_UP)));
        return new BrokenPlaybook("asked-too-early", property.name(), made, List.of(property),
            "The question whether all is well may be asked on the doorstep already, and the row that records the delivery clears less: whatever"
                + " was asked before stays asked.",
            "a question from before the delivery counts as the one that the follow-up owes",
            "Let RECORD_DELIVERY clear what must be asked and answered anew, as the standard row does, and keep ask-after-delivery.");
    }

    private static BrokenPlaybook noIsNotHeard() {
        PlaybookBuilder made = ours()
            .replaceRow("FOLLOWING_UP/REPORT_ANSWER/no")
            .rows(Row.on(REPORT_ANSWER).in(FOLLOWING_UP).unless(Traits.ANSWER_IS_YES).sets(CUSTOMER_DISSATISFIED).clears(ANSWER_OVERDUE).as("no"));
        Property property = new Property("no-end-against-a-no", "A case ends as recovered although the customer's last answer was no.", RECOVERED,
            new Condition(Set.of(CUSTOMER_DISSATISFIED), Set.of()));
        return new BrokenPlaybook("no-is-not-heard", property.name(), made, List.of(property),
            "When the customer says that it is not well, the case stays FOLLOWING_UP, so that nobody has to start over.",
            "an earlier yes is still believed after the no",
            "Let the answer no lead back to SOLVING and clear CUSTOMER_SATISFIED, as the standard row does. Where an answer can change, the row of"
                + " each answer clears the other one's fact.");
    }

    private static BrokenPlaybook vipWithoutCall() {
        Fact vip = Fact.named("VIP");
        Fact called = Fact.named("MANAGER_CALLED");
        PlaybookBuilder made = ours().declares(vip, called)
            .guardrail(Guardrail.named("manager-calls-vip").watches(ASK_SATISFACTION).when(vip).needs(called)
                .because("A VIP hears from a manager.").from("handbook 5"));
        Property property = new Property("no-vip-without-a-call", "A VIP's case ends as recovered without a manager's call.", RECOVERED,
            new Condition(Set.of(vip), Set.of(called)));
        return new BrokenPlaybook("vip-without-call", property.name(), made, List.of(property),
            "A VIP's case is not recovered without a manager's call, so a guardrail asks for the call before the question whether all is well.",
            "whoever turns out to be a VIP after the question is never called",
            "Let the guardrail watch the step that must not come true without it: watches(CLOSE_AS_RECOVERED).");
    }

    private static BrokenPlaybook nightTeam() {
        PlaybookBuilder made = ours().level("night", "apology-before-solving", Level.SHADOW);
        Property property = new Property("apology-before-solving", "A case is being solved before anybody has apologised.", SOLVING,
            new Condition(Set.of(), Set.of(APOLOGY_GIVEN)));
        return new BrokenPlaybook("night-team", property.name(), made, List.of(property),
            "For the night team apology-before-solving is only recorded (SHADOW), until the team has been trained.",
            "one team's level opens a way round the apology on which later steps rely",
            "Lower what no later step relies on. What a state stands for, such as an apology before SOLVING, refuses in every team.");
    }

    private static BrokenPlaybook reopenedWithoutOwner() {
        PlaybookBuilder made = ours()
            .replaceRow("WITHDRAWN/REOPEN/first")
            .rows(Row.on(REOPEN).in(WITHDRAWN).unless(REOPENED).goesTo(LISTENING).sets(REOPENED)
                .clears(WITHDRAWAL_REPORTED, COMPLAINT_RENEWED, FOLLOW_UP_SET).as("first"));
        return new BrokenPlaybook("reopened-without-owner", "owner-never-lost", made, List.of(),
            "A withdrawn case that is taken up again goes to LISTENING; who takes it is to be seen there. The row does not set OWNER_NAMED, because"
                + " a case has an owner anyway.",
            "a case that was withdrawn before anybody took it comes back to nobody",
            "Let every row that leads to LISTENING set OWNER_NAMED, unless it already holds wherever the row begins.");
    }

    private static BrokenPlaybook secondTimeNever() {
        PlaybookBuilder made = ours()
            .guardrail(Guardrail.named("second-time-escalated").watches(CLOSE_AS_RECOVERED).bars(REOPENED)
                .because("What comes back is not closed again by an agent.").from("handbook 8"));
        return new BrokenPlaybook("second-time-never", "recoverable", made, List.of(),
            "A case that was reopened is not to be closed by an agent again, so a guardrail bars REOPENED.",
            "nobody at all can recover a customer who came back: REOPENED stays for good",
            "Bar only facts that can cease. Here, say who may close such a case: when(REOPENED).needs(BY_SUPERVISOR).");
    }

    private static BrokenPlaybook waivedEnd() {
        PlaybookBuilder made = ours()
            .replaceRow("FOLLOWING_UP/END_CONTACT")
            .rows(Row.on(END_CONTACT).in(FOLLOWING_UP).when(CONTACT_OPEN).unless(CUSTOMER_SATISFIED).clears(CONTACT_OPEN, AGENT_READY).as("only"))
            .rows(Row.on(END_CONTACT).in(FOLLOWING_UP).when(CONTACT_OPEN, CUSTOMER_SATISFIED).goesTo(RECOVERED)
                .clears(CONTACT_OPEN, AGENT_READY).as("and-the-case"))
            .guardrail(Guardrail.named("all-done-when-hanging-up").watches(END_CONTACT).in(FOLLOWING_UP).when(CUSTOMER_SATISFIED)
                .needs(FOLLOWED_UP, SATISFACTION_ASKED, ANYTHING_ELSE_ASKED, CONFIDENCE_RECORDED, THANKED, ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)
                .bars(ISSUE_OPEN, PROMISE_OPEN, BAD_NEWS_OWED).waivableBy(Actor.SUPERVISOR)
                .because("Who hangs up on a content customer closes the case.").from("handbook 9"));
        return new BrokenPlaybook("waived-end", "end-implies", made, List.of(),
            "Hanging up on a content customer ends the case as well, if everything is done by then; a supervisor may waive that for once.",
            "one waiver, and the case has ended without what the table of ends asks for",
            "Let the steps CLOSE_AS_… end cases: the floor watches them, and nobody can waive it. A way of one's own to an end has no such floor.");
    }

    private static BrokenPlaybook noConfidence() {
        PlaybookBuilder made = ours().replaceRow("FOLLOWING_UP/RECORD_CONFIDENCE");
        return new BrokenPlaybook("no-confidence", "every-state-happens", made, List.of(),
            "Nobody ever filled in the field \"confidence\", so the row that records it was taken out.",
            "no case is ever recovered: its end asks for a fact that nobody can set",
            "Before a row is taken out, look for who reads what it sets. What the floor asks for needs a row in every playbook.");
    }

    private static BrokenPlaybook calmAgain() {
        PlaybookBuilder made = ours()
            .deadlines(List.of(Deadline.named("calm-again").startsWhen(RECOVERY_MOOD).metWhenNoLonger(RECOVERY_MOOD).within(Duration.ofHours(2))
                .at(100, Kind.BREACH, "supervisor").from("handbook 3")));
        return new BrokenPlaybook("calm-again", "deadline-can-be-met", made, List.of(),
            "An upset customer is to be calm again within two hours, so a deadline runs as long as RECOVERY_MOOD holds.",
            "its clock never stops: RECOVERY_MOOD means \"was upset at some time\"",
            "Take the fact that comes and goes: startsWhen(MOOD_HOT).metWhenNoLonger(MOOD_HOT).");
    }

    private static BrokenPlaybook rowNeverTaken() {
        PlaybookBuilder made = ours()
            .replaceRow("LISTENING/STATE_OWNERSHIP")
            .rows(Row.on(STATE_OWNERSHIP).in(LISTENING).unless(COMPLAINT_RENEWED).sets(OWNERSHIP_STATED, FIRST_RESPONSE_GIVEN)
                .clears(CUSTOMER_WAITING).as("first-time"))
            .rows(Row.on(STATE_OWNERSHIP).in(LISTENING).when(COMPLAINT_RENEWED).sets(OWNERSHIP_STATED, FIRST_RESPONSE_GIVEN, ESCALATED)
                .clears(CUSTOMER_WAITING).as("came-back"));
        return new BrokenPlaybook("row-never-taken", "every-row-happens", made, List.of(),
            "Whoever takes a complaint that came back escalates it in the same breath: a row of its own, when COMPLAINT_RENEWED.",
            "nothing is escalated: reopening clears what the row asks for",
            "Look at what the rows before clear. The fact that stays is REOPENED.");
    }

    private static BrokenPlaybook ruleThatSaysNothing() {
        PlaybookBuilder made = ours()
            .guardrail(Guardrail.named("story-before-the-end").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).needs(STORY_CONFIRMED)
                .because("Nobody is recovered who was not listened to.").from("handbook 1"));
        return new BrokenPlaybook("rule-that-says-nothing", "every-guardrail-bites", made, List.of(),
            "To be on the safe side, a guardrail asks once more for the confirmed story before a case ends as recovered.",
            "no case comes that far without it, so its readers are misled",
            "Leave it out: the rows imply it. If it was meant for another moment, watch the step of that moment.");
    }

    private static BrokenPlaybook cheapParcel() {
        Fact cheap = Fact.named("CHEAP_PARCEL");
        PlaybookBuilder made = ours().declares(cheap)
            .guardrail(Guardrail.named("end-after-follow-up").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED).unless(cheap).needs(FOLLOWED_UP)
                .because("A follow-up is made, unless the parcel was cheap.").from("handbook 7"));
        return new BrokenPlaybook("cheap-parcel", AT_SIGHT, made, List.of(),
            "Nobody is to be called about a cheap parcel, so end-after-follow-up was rewritten: it does not apply when CHEAP_PARCEL.",
            "the floor under every playbook has a hole",
            "Leave the floor as it is, and make the follow-up cheap instead: an e-mail from its holder will do.");
    }

    private static BrokenPlaybook forgottenPromise() {
        PlaybookBuilder made = ours()
            .replaceRow("DELIVERING/TRANSFER/with-promises")
            .rows(Row.on(TRANSFER).in(DELIVERING).when(PROMISE_OPEN).sets(HANDED_OVER).clears(PROMISE_OPEN, TRANSFER_REQUESTED, RECEIVER_BRIEFED,
                RECEIVER_JOINED, RECEIVER_INTRODUCED, AGENT_READY).as("with-promises"));
        return new BrokenPlaybook("forgotten-promise", AT_SIGHT, made, List.of(),
            "Whoever takes over a case starts without the promises of the one before: the row of the transfer clears PROMISE_OPEN.",
            "what the customer was promised is forgotten when the case changes hands",
            "A promise lasts until it is kept or released. Keep the standard row: the promises stay, and the giver checks that they are kept.");
    }

    private static BrokenPlaybook twoRowsAtOnce() {
        Fact stopped = Fact.named("PAYMENT_STOPPED");
        Trait stops = Trait.named("STOPS_PAYMENT");
        PlaybookBuilder made = ours().declares(stopped).declares(stops)
            .rows(Row.on(DIAGNOSE).in(SOLVING).when(stops).sets(stopped).as("stopping-payment"))
            .guardrail(Guardrail.named("payment-stopped-first").watches(START_WORK).needs(stopped)
                .because("While the money still goes out, nothing is solved.").from("handbook 4.2"));
        return new BrokenPlaybook("two-rows-at-once", AT_SIGHT, made, List.of(),
            "A diagnosis that stops the payment sets a fact of the host's own, by one more row beside the one that is there.",
            "two rows apply to one action, and nothing says which of them is taken",
            "Split the row that is there: replaceRow(\"SOLVING/DIAGNOSE\"), then one row when(STOPS_PAYMENT) and one unless(STOPS_PAYMENT).");
    }
}
