package org.servicerecovery.verify;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.verify.BrokenVariant.that;

import java.time.Duration;
import java.util.List;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbooks.Row;

/** Lost owners and duties, refusals without a cure, and rules, clocks and facts that are there for nothing. */
final class BrokenDuties {
    private static final Fact VIP = Fact.named("VIP");

    private BrokenDuties() {
    }

    static List<BrokenVariant> owners() {
        String lost = "owner-never-lost";
        String reopened = "reopened-with-owner";
        return List.of(
            that("nobody-between-owners", "With a reassignment the old owner is out at once, and the new one is not in yet.")
                .violates(lost, Draft.ofStandard().on(REASSIGN).clears(OWNER_NAMED)).showing(end -> isWorkedOn(end.state()) && !end.has(OWNER_NAMED)),
            that("whoever-picks-up", "Whoever picks up the telephone talks to the customer, and nobody owns the case.")
                .violates(lost, Draft.ofStandard().without("receiver-owns")
                    .adds(Row.on(BEGIN_CONTACT).in(AWAITING).unless(CONTACT_OPEN).goesTo(LISTENING).sets(CONTACT_OPEN).rows()))
                .showing(end -> isWorkedOn(end.state()) && !end.has(OWNER_NAMED)),
            that("answered-and-unowned", "A call that is answered opens a case, but not as anybody's.")
                .violates(lost, Draft.ofStandard().row("AWAITING/OPEN/attended").noLongerSets(OWNER_NAMED))
                .showing(end -> isWorkedOn(end.state()) && !end.has(OWNER_NAMED)),
            that("adopted-without-owner", "A ticket from the old system may go on where it stood, whoever had it.")
                .violates(lost, Draft.ofStandard().standing(LISTENING)).showing(end -> isWorkedOn(end.state()) && !end.has(OWNER_NAMED)),
            that("back-to-the-inbox", "A reopened case goes back to the inbox, for anybody to take.")
                .violates(reopened, Draft.ofStandard().on(REOPEN).goesTo(AWAITING).on(REOPEN).noLongerSets(OWNER_NAMED))
                .showing(end -> !end.state().isEnd() && end.has(REOPENED) && !end.has(OWNER_NAMED)),
            that("reopened-by-nobody", "Reopening a case leaves it to its old owner, even if it never had one.")
                .violates(reopened, Draft.ofStandard().on(REOPEN).noLongerSets(OWNER_NAMED))
                .showing(end -> !end.state().isEnd() && end.has(REOPENED) && !end.has(OWNER_NAMED)));
    }

    private static boolean isWorkedOn(RecoveryState state) {
        return state != AWAITING && !state.isEnd();
    }

    static List<BrokenVariant> duties() {
        String property = "duty-never-lost";
        return List.of(
            that("promises-of-the-past", "With a transfer the giver's promises are forgotten; the receiver makes new ones.")
                .violates(property, Draft.ofStandard().row("SOLVING/TRANSFER/with-promises").clears(PROMISE_OPEN))
                .naming("SOLVING/TRANSFER/with-promises"),
            that("escalated-and-off-the-list", "Once escalated, the agent need not follow up any more.")
                .violates(property, Draft.ofStandard().on(ESCALATE).clears(FOLLOW_UP_SET)).naming("ESCALATE"),
            that("fresh-start-for-the-new-owner", "A reassignment tidies up the check-backs of the old owner.")
                .violates(property, Draft.ofStandard().on(REASSIGN).clears(CHECK_BACK_SET)).naming("REASSIGN"),
            that("helpers-settle-it", "Involving another department settles what the customer raised.")
                .violates(property, Draft.ofStandard().on(INVOLVE).clears(ISSUE_OPEN)).naming("INVOLVE"),
            that("helper-takes-the-check-along", "When a helper is dismissed, nobody checks the delivery any more.")
                .violates(property, Draft.ofStandard().on(DISMISS_HELPER).clears(DELIVERY_CHECK_OPEN)).naming("DISMISS_HELPER"),
            that("nudged-is-told", "Nudging the department takes the bad news off the list, though the customer has not heard it.")
                .violates(property, Draft.ofStandard().on(NUDGE).clears(BAD_NEWS_OWED)).naming("NUDGE"),
            that("declined-and-forgotten", "When the colleague declines, the follow-up is gone with the request.")
                .violates(property, Draft.ofStandard().on(DECLINE).clears(FOLLOW_UP_SET)).naming("DECLINE"),
            that("merged-into-nothing", "A duplicate is merged, but the original takes over nothing of what was owed.")
                .violates(property, Draft.ofStandard().on(ABSORB).leftOut()).naming("MERGE"));
    }

    static List<BrokenVariant> cures() {
        String property = "every-refusal-has-a-cure";
        return List.of(
            that("goodwill-for-advocates", "Goodwill is for customers who recommend us, and nobody can record that any more.")
                .violates(property, Draft.ofStandard().on(RECORD_ADVOCACY).leftOut().without("loyalty-recorded")
                    .rule(Guardrail.named("goodwill-for-advocates").watches(OFFER_GOODWILL).needs(ADVOCACY_RECORDED)
                        .because("Ask first whether the customer would recommend us.").from("us"))).naming("goodwill-for-advocates"),
            that("never-again-goodwill", "Once reopened, a case gets no goodwill any more, and nothing says what to do instead.")
                .violates(property, Draft.ofStandard().rule(Guardrail.named("no-goodwill-twice").watches(OFFER_GOODWILL).bars(REOPENED)
                    .because("Goodwill was offered the first time.").from("us"))).naming("no-goodwill-twice"));
    }

    static List<BrokenVariant> forNothing() {
        return List.of(
            that("manager-clock-never-met", "A manager has a day to accept an escalated case, but that a case is accepted is not noted.")
                .violates("deadline-can-be-met", Draft.ofStandard().on(ACCEPT_CASE).noLongerSets(RECEIVER_ACCEPTED)
                    .adds(Deadline.named("manager-accepts").startsWhen(ESCALATED).metWhen(RECEIVER_ACCEPTED).within(Duration.ofDays(1))
                        .at(100, Kind.BREACH, "director").from("us"))).naming("manager-accepts"),
            that("joined-but-not-noted", "The receiver has ten minutes to join, but joining is not noted.")
                .violates("deadline-can-be-met", Draft.ofStandard().on(JOIN).noLongerSets(RECEIVER_JOINED)).naming("receiver-joins"),
            that("silent-reassignment-clock", "The clock for telling the customer of the new owner is never started.")
                .violates("deadline-can-be-met", Draft.ofStandard().on(REASSIGN).noLongerSets(NEW_OWNER_UNTOLD).on(TELL_NEW_OWNER).leftOut())
                .naming("tell-new-owner"),
            that("conclusions-too-late", "Jumping to conclusions is forbidden only where the story is confirmed anyway.")
                .violates("every-guardrail-bites", Draft.ofStandard().rule(Guardrail.named("no-jumping-to-conclusions")
                    .watches(PROPOSE_SOLUTION, DIAGNOSE).in(SOLVING).needs(STORY_CONFIRMED).instead(CONFIRM_STORY).from("C14")))
                .naming("no-jumping-to-conclusions"),
            that("gift-after-delivery", "A gift is to wait for the delivery, and the rule looks only at delivered cases.")
                .violates("every-guardrail-bites", Draft.ofStandard().rule(Guardrail.named("gift-after-delivery").watches(OFFER_GOODWILL)
                    .in(FOLLOWING_UP).needs(DELIVERED).because("First deliver, then give.").from("us"))).naming("gift-after-delivery"),
            that("nobody-sees-the-floor-taken", "Let them finish, says a rule, but nobody notes that the customer is speaking.")
                .violates("every-guardrail-bites", Draft.ofStandard().on(REPORT_FLOOR_TAKEN).noLongerSets(CUSTOMER_HAS_FLOOR))
                .naming("let-them-finish"),
            that("vip-for-nothing", "Who is a VIP is recorded, and nothing is done differently.")
                .violates("every-fact-is-used", Draft.ofStandard().declares(VIP)).naming("VIP"),
            that("vip-by-hearsay", "A VIP's case needs an escalation, but nobody can record who is one.")
                .violates("every-fact-is-used", Draft.ofStandard().declares(VIP).on(RECORD_FACT).leftOut().on(ADOPT).leftOut()
                    .rule(Guardrail.named("vips-are-escalated").watches(START_WORK).when(VIP).needs(ESCALATED).because("Escalate VIPs.").from("us")))
                .naming("VIP"));
    }
}
