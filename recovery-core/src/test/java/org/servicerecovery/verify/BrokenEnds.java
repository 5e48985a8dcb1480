package org.servicerecovery.verify;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.verify.BrokenVariant.that;

import java.util.List;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbooks.Row;

/** Ways round the follow-up, ends without a question, and whatever else an end may lack. */
final class BrokenEnds {
    private static final String END = "end-implies";
    private static final RecoveryState[] OPEN_STATES = {AWAITING, LISTENING, SOLVING, DELIVERING, FOLLOWING_UP};
    private static final RecoveryState[] OWNED = {LISTENING, SOLVING, DELIVERING, FOLLOWING_UP};

    private BrokenEnds() {
    }

    static List<BrokenVariant> recovered() {
        return List.of(
            that("silence-is-a-yes", "Whoever does not answer the survey in a week counts as satisfied.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-satisfied").watches(CLOSE_AS_RECOVERED).in(OPEN_STATES)
                    .needsAny(CUSTOMER_SATISFIED, ANSWER_OVERDUE).from("our survey")))
                .showing(end -> end.state() == RECOVERED && !end.has(CUSTOMER_SATISFIED)),
            that("no-second-question", "Only the satisfaction is asked about; \"anything else?\" was dropped from the script.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-after-question").watches(CLOSE_AS_RECOVERED).in(OPEN_STATES)
                    .needs(SATISFACTION_ASKED).from("our script"))).showing(end -> end.state() == RECOVERED && !end.has(ANYTHING_ELSE_ASKED)),
            that("question-taken-back", "A yes stays valid when the question turns out never to have been asked and its entry is corrected.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-after-question").watches(CLOSE_AS_RECOVERED).in(OPEN_STATES)
                    .needs(ANYTHING_ELSE_ASKED).from("our script")))
                .showing(end -> end.state() == RECOVERED && end.has(CUSTOMER_SATISFIED) && !end.has(SATISFACTION_ASKED)),
            that("survey-instead-of-follow-up", "The satisfaction survey goes out by itself, and nobody need have followed up.")
                .violates(END, Draft.ofStandard().without("ask-in-the-follow-up").notWatching("end-after-follow-up", CLOSE_AS_RECOVERED))
                .showing(end -> end.state() == RECOVERED && !end.has(FOLLOWED_UP)),
            that("supervisor-spares-the-follow-up", "An escalated case may end without a follow-up, because the supervisor has it anyway.")
                .violates(END, Draft.ofStandard()
                    .rule(Guardrail.named("ask-in-the-follow-up").watches(ASK_SATISFACTION).in(OPEN_STATES).unless(ESCALATED).needs(FOLLOWED_UP)
                        .from("us"))
                    .rule(Guardrail.named("end-after-follow-up").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED).in(OPEN_STATES).unless(ESCALATED)
                        .needs(FOLLOWED_UP).from("us"))).showing(end -> end.state() == RECOVERED && end.has(ESCALATED) && !end.has(FOLLOWED_UP)),
            that("chat-closes-with-open-issues", "The chat team may close a case though the customer raised something that is still open.")
                .violates(END, Draft.ofStandard().level("chat", "end-every-issue", Level.OFF))
                .inTeam("chat").showing(end -> end.state() == RECOVERED && end.has(ISSUE_OPEN) && end.data().team().equals("chat")),
            that("night-need-not-ask", "The night shift is only advised to ask the customer; by day it is a must.")
                .violates(END, Draft.ofStandard().level("night", "end-after-question", Level.ADVISE))
                .inTeam("night").showing(end -> end.state() == RECOVERED && !end.has(ANYTHING_ELSE_ASKED) && end.data().team().equals("night")),
            that("agency-settles-nothing", "An agency may adopt what it likes and close it whatever the customer raised.")
                .violates(END, Draft.ofStandard().level("agency", "adopt-with-authority", Level.OFF).level("agency", "end-every-issue", Level.OFF))
                .inTeam("agency").showing(end -> end.state() == RECOVERED && end.has(ISSUE_OPEN) && end.data().team().equals("agency")),
            that("a-no-beside-the-yes", "A customer who said yes and then no is followed up on, and the yes still stands.")
                .violates(END, Draft.ofStandard().row("FOLLOWING_UP/REPORT_ANSWER/no").goesTo(FOLLOWING_UP).row("FOLLOWING_UP/REPORT_ANSWER/no")
                    .noLongerClears(CUSTOMER_SATISFIED)).showing(end -> end.state() == RECOVERED && end.has(CUSTOMER_DISSATISFIED)),
            that("confidence-only-advised", "Whether the customer trusts us again need not be recorded any more.")
                .violates(END, Draft.ofStandard().level("end-confidence", Level.ADVISE))
                .showing(end -> end.state() == RECOVERED && !end.has(CONFIDENCE_RECORDED)),
            that("helpers-keep-the-promises", "Where other departments help, our open promises are no reason to keep the case open.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-promises").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED,
                    CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED).in(OPEN_STATES).unless(HELPERS_INVOLVED).bars(PROMISE_OPEN, BAD_NEWS_OWED).from("us")))
                .showing(end -> end.state().isEnd() && end.has(HELPERS_INVOLVED) && (end.has(PROMISE_OPEN) || end.has(BAD_NEWS_OWED))),
            that("root-cause-once-is-enough", "A case that was reopened is closed again without looking for the cause anew.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-root-cause").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED,
                    CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED).in(OPEN_STATES).unless(REOPENED).needs(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)
                    .from("us")))
                .showing(end -> end.state().isEnd() && end.has(REOPENED) && !end.has(ROOT_CAUSE_CONSIDERED)));
    }

    static List<BrokenVariant> withoutTheCustomer() {
        return List.of(
            that("two-calls-will-do", "Two calls to the same number are enough to give a customer up as unreachable.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-after-attempts").watches(CLOSE_AS_UNANSWERED).in(OPEN_STATES)
                    .needsAny(THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED).from("us")))
                .showing(end -> end.state() == UNANSWERED && !(end.has(THREE_ATTEMPTS_MADE) && end.has(TWO_CHANNELS_TRIED))),
            that("no-waiting-for-the-answer", "A customer who was not reached need not be given the week to answer.")
                .violates(END, Draft.ofStandard().without("end-after-silence")).showing(end -> end.state() == UNANSWERED && !end.has(ANSWER_OVERDUE)),
            that("thanked-on-the-voice-box", "A thank-you on the voice box is enough for somebody who never answered.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-thanks-in-writing").watches(CLOSE_AS_UNANSWERED).in(OPEN_STATES)
                    .needs(THANKED).from("us"))).showing(end -> end.state() == UNANSWERED && !end.has(THANKED_IN_WRITING)),
            that("silence-to-no-question", "A case ends as unanswered though nobody ever asked or offered the customer anything.")
                .violates(END, Draft.ofStandard().without("end-after-offer"))
                .showing(end -> (end.state() == UNANSWERED || end.state() == UNRECOVERED) && !end.has(DELIVERED) && !end.has(SOLUTION_PROPOSED)
                    && !end.has(SATISFACTION_ASKED) && !end.has(RESTATE_ASKED) && !end.has(OPEN_QUESTIONS_ASKED)),
            that("delivered-and-silent", "Once delivered, a case ends as unanswered without the customer having been asked whether all is well.")
                .violates(END, Draft.ofStandard().notWatching("end-after-question-on-delivery", CLOSE_AS_UNANSWERED))
                .showing(end -> end.state() == UNANSWERED && end.has(DELIVERED) && !end.has(SATISFACTION_ASKED)),
            that("inbox-tidied-up", "What lies in the inbox is closed as withdrawn, whether or not the customer took it back.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-withdrawn").watches(CLOSE_AS_WITHDRAWN).in(OWNED)
                    .needs(WITHDRAWAL_REPORTED).from("us"))).showing(end -> end.state() == WITHDRAWN && !end.has(WITHDRAWAL_REPORTED)),
            that("withdrawn-with-promises", "A withdrawn case is closed and what we promised simply stays on the list.")
                .violates(END, Draft.ofStandard().on(CLOSE_AS_WITHDRAWN).noLongerClears(PROMISE_OPEN))
                .showing(end -> end.state() == WITHDRAWN && end.has(PROMISE_OPEN)),
            that("no-thanks-for-quitters", "Whoever takes the complaint back is not thanked, though we had talked already.")
                .violates(END, Draft.ofStandard().without("end-thanks-if-answered"))
                .showing(end -> end.state() == WITHDRAWN && end.has(FIRST_RESPONSE_GIVEN) && !end.has(THANKED)));
    }

    static List<BrokenVariant> givenUp() {
        return List.of(
            that("proof-spares-the-follow-up", "With a proof that the customer cannot be satisfied, nobody need follow up.")
                .violates(END, Draft.ofStandard().notWatching("end-after-follow-up", CLOSE_AS_UNRECOVERED))
                .showing(end -> end.state() == UNRECOVERED && !end.has(FOLLOWED_UP)),
            that("escalation-taken-back", "A case is given up though the escalation before it was entered by mistake and taken back.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-proof").watches(CLOSE_AS_UNRECOVERED).in(OPEN_STATES)
                    .needs(PROOF_RECORDED, APOLOGY_GIVEN, ACKNOWLEDGED).from("us")))
                .showing(end -> end.state() == UNRECOVERED && !end.has(ESCALATED)),
            that("given-up-without-a-no", "A difficult customer is given up before he has said no to anything.")
                .violates(END, Draft.ofStandard().level("end-dissatisfied", Level.SHADOW))
                .showing(end -> end.state() == UNRECOVERED && !end.has(CUSTOMER_DISSATISFIED)),
            that("the-angry-are-not-thanked", "Who is still angry at the end is not thanked any more.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-thanks")
                    .watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED).in(OPEN_STATES).unless(MOOD_HOT).needs(THANKED).from("us")))
                .showing(end -> end.state().isEnd() && end.has(MOOD_HOT) && !end.has(THANKED)),
            that("referral-drops-the-check-back", "Referring a case tidies up its check-back, as the other ends do.")
                .violates(END, Draft.ofStandard().on(CLOSE_AS_REFERRED).clears(CHECK_BACK_SET))
                .showing(end -> end.state() == REFERRED && !end.has(CHECK_BACK_SET)),
            that("referred-on-the-phone", "It is not recorded any more to whom a case was referred.")
                .violates(END, Draft.ofStandard().rule(Guardrail.named("end-referral").watches(CLOSE_AS_REFERRED).in(OPEN_STATES)
                    .needs(CHECK_BACK_SET).from("us"))).showing(end -> end.state() == REFERRED && !end.has(REFERRAL_RECORDED)),
            that("referred-from-the-inbox", "A case goes to the ombudsman straight from the inbox, before anybody owns it.")
                .violates(END, Draft.ofStandard().notWatching("end-owner", CLOSE_AS_REFERRED).adds(Row.on(RECORD_REFERRAL).in(AWAITING)
                    .sets(REFERRAL_RECORDED).rows()).adds(Row.on(CLOSE_AS_REFERRED).in(AWAITING).goesTo(REFERRED).rows()))
                .whereWaived().showing(end -> end.state() == REFERRED && !end.has(OWNER_NAMED)),
            that("waived-thanks", "A supervisor may waive the thanks.")
                .violates(END, Draft.ofStandard().waivable("end-thanks", Actor.SUPERVISOR))
                .whereWaived().showing(end -> end.state().isEnd() && !end.has(THANKED)),
            that("waived-follow-up", "The follow-up before the question does for the end as well, and a supervisor may waive it.")
                .violates(END, Draft.ofStandard().notWatching("end-after-follow-up", CLOSE_AS_RECOVERED)
                    .waivable("ask-in-the-follow-up", Actor.SUPERVISOR))
                .whereWaived().showing(end -> end.state() == RECOVERED && !end.has(FOLLOWED_UP)),
            that("waived-issues-at-night", "At night the supervisor may waive open issues, because the rule that nobody may waive is off.")
                .violates(END, Draft.ofStandard().level("night", "end-every-issue", Level.OFF)
                    .rule(Guardrail.named("night-issues").watches(CLOSE_AS_RECOVERED).in(OPEN_STATES).bars(ISSUE_OPEN)
                        .waivableBy(Actor.SUPERVISOR).because("Settle what the customer raised first.").from("us")))
                .inTeam("night").whereWaived()
                .showing(end -> end.state() == RECOVERED && end.has(ISSUE_OPEN) && end.data().team().equals("night")));
    }
}
