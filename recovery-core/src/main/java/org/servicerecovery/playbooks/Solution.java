package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;

/** The story, the solution, the promises, and what is owed before the end. */
final class Solution {
    private Solution() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(listening(), solving(), promising(), finishing()).flatMap(List::stream).toList();
    }

    private static List<Guardrail> listening() {
        return List.of(
            Guardrail.named("asked-to-restate").watches(CONFIRM_STORY).needsAny(RESTATE_ASKED, HANDED_OVER).waivableBy(Actor.SUPERVISOR)
                .because("Ask the customer to tell it; telling it is half of the relief.")
                .from("E08"),
            Guardrail.named("ask-once").watches(ASK_TO_RESTATE).bars(RESTATE_ASKED, HANDED_OVER)
                .because("Nobody makes the customer tell it twice.")
                .from("E16", "E08", "K12"),
            Guardrail.named("story-heard").watches(CONFIRM_STORY).needs(STORY_RECORDED)
                .because("The customer's story is not on record.")
                .from("C12", "E10"),
            Guardrail.named("heard-attentively").watches(RECORD_STORY).needs(ATTENTIVE)
                .because("A story is worth writing down only when it was listened to.")
                .from("C12", "E10"),
            Guardrail.named("open-questions").watches(CONFIRM_STORY).needs(OPEN_QUESTIONS_ASKED).waivableBy(Actor.SUPERVISOR)
                .because("Open questions bring out what the customer did not say by himself.")
                .from("C17", "E11"),
            Guardrail.named("question-is-open").watches(ASK_OPEN_QUESTION).needs(OPEN_ENDED)
                .because("A question that takes yes or no opens nothing.")
                .from("C17", "E11"),
            Guardrail.named("nothing-unclear").watches(CONFIRM_STORY).bars(POINT_UNCLEAR)
                .because("Something is still unclear.")
                .from("C19"),
            Guardrail.named("story-paraphrased").watches(CONFIRM_STORY).needs(PARAPHRASED)
                .because("Sum it up, so that the customer can say whether it is right.")
                .from("C20"),
            Guardrail.named("in-own-words").watches(PARAPHRASE).needs(OWN_WORDS)
                .because("Repeating the customer's words shows hearing, not understanding.")
                .from("C20"),
            Guardrail.named("failure-named").watches(CONFIRM_STORY).needs(FAILURE_NAMED)
                .because("What the company did, or failed to do, has to be named.")
                .from("B03"),
            Guardrail.named("facts-complete").watches(CONFIRM_STORY).needs(FACTS_COMPLETE).advises()
                .because("Not everything that will be needed is known yet.")
                .from("C18"),
            Guardrail.named("no-jumping-to-conclusions").watches(PROPOSE_SOLUTION, DIAGNOSE).in(AWAITING, LISTENING).needs(STORY_CONFIRMED)
                .instead(CONFIRM_STORY)
                .because("No verdict and no solution before the story is confirmed.")
                .from("C14"));
    }

    private static List<Guardrail> solving() {
        return List.of(
            Guardrail.named("desired-outcome-known").watches(PROPOSE_SOLUTION).needs(DESIRED_OUTCOME_KNOWN).waivableBy(Actor.SUPERVISOR)
                .because("What does the customer want?")
                .from("B20"),
            Guardrail.named("priority-known").watches(PROPOSE_SOLUTION).needs(PRIORITY_KNOWN).waivableBy(Actor.SUPERVISOR)
                .because("What matters most to the customer?")
                .from("B21"),
            Guardrail.named("primary-concern-named").watches(PROPOSE_SOLUTION).needs(CONCERN_DESIGNATED).waivableBy(Actor.SUPERVISOR)
                .because("Behind many words there is mostly one concern: name it.")
                .from("B22"),
            Guardrail.named("solution-addresses-issue").watches(PROPOSE_SOLUTION).needs(ADDRESSES_ISSUE)
                .because("A solution answers what the customer complained about.")
                .from("B19"),
            Guardrail.named("solution-verified").watches(PROPOSE_SOLUTION).needs(VERIFIED).instead(SEND_HOLDING_RESPONSE)
                .because("Nothing is proposed before somebody has checked that it is right.")
                .from("B31", "B33", "K8"),
            Guardrail.named("solved-together").watches(START_WORK).needs(CUSTOMER_CONTRIBUTED).waivableBy(Actor.SUPERVISOR)
                .because("A solution is found with the customer, not for him.")
                .from("C21"),
            Guardrail.named("solution-agreed").watches(START_WORK).needs(SOLUTION_AGREED)
                .because("The customer has not agreed.")
                .from("B35", "C24"),
            Guardrail.named("solution-recorded").watches(START_WORK).needs(SOLUTION_PROPOSED)
                .because("Work begins on a solution that was offered to the customer, not before there is one.")
                .from("A15", "every desk: solution"),
            Guardrail.named("plan-explained").watches(START_WORK).needs(PLAN_EXPLAINED).waivableBy(Actor.SUPERVISOR)
                .because("The customer should know what happens before it does.")
                .from("E20"),
            Guardrail.named("confirm-while-hot").watches(START_WORK).when(MOOD_HOT).needs(AGREEMENT_CONFIRMED).advises()
                .because("An upset customer easily hears something else: confirm in writing before starting.")
                .from("B37"),
            Guardrail.named("confirmed-on-a-durable-channel").watches(CONFIRM_IN_WRITING).needs(DURABLE, RESTATES_AGREEMENT)
                .because("What was agreed is restated where it can be read again.")
                .from("B39", "B36", "K6"),
            Guardrail.named("confirmation-lists-what-is-resolved").watches(CONFIRM_IN_WRITING).needs(RESTATES_RESOLVED)
                .because("The confirmation lists what is resolved.")
                .from("B38"));
    }

    private static List<Guardrail> promising() {
        return List.of(
            Guardrail.named("promise-within-authority").watches(MAKE_PROMISE, RENEGOTIATE_PROMISE).needs(WITHIN_AUTHORITY)
                .waivableBy(Actor.SUPERVISOR)
                .because("It is not yours to promise.")
                .from("B32", "B08", "B25"),
            Guardrail.named("promise-feasible").watches(MAKE_PROMISE, RENEGOTIATE_PROMISE).needs(FEASIBLE)
                .because("Promise only what can be done by then.")
                .from("B32", "B25"),
            Guardrail.named("limits-before-promise").watches(MAKE_PROMISE).needs(LIMITS_RECORDED)
                .because("Find out what cannot be done before promising anything.")
                .from("B30"),
            Guardrail.named("bad-news-before-promise").watches(MAKE_PROMISE, PROPOSE_SOLUTION).bars(LIMIT_UNTOLD)
                .because("The customer hears a known limit before any promise or proposal.")
                .from("B34", "K9"),
            Guardrail.named("bad-news-at-once").watches(MAKE_PROMISE, PROPOSE_SOLUTION, RECORD_DELIVERY, END_CONTACT).bars(BAD_NEWS_OWED)
                .because("A promise broke, and the customer does not know.")
                .from("B34"),
            Guardrail.named("promise-kept-with-evidence").watches(KEEP_PROMISE).needs(HAS_EVIDENCE)
                .because("How can one tell that it was delivered?")
                .from("C29", "C25"),
            Guardrail.named("tell-before-keeping-late").watches(KEEP_PROMISE).bars(NEWS_UNTOLD).instead(TELL_BROKEN_PROMISE)
                .because("Late is late: tell the customer first.")
                .from("B34"),
            Guardrail.named("renegotiate-in-time").watches(RENEGOTIATE_PROMISE).bars(PAST_DUE).instead(TELL_BROKEN_PROMISE)
                .because("A promise is renegotiated before it is due, not after.")
                .from("C25", "B34"),
            Guardrail.named("goodwill-within-authority").watches(OFFER_GOODWILL).needs(WITHIN_AUTHORITY).waivableBy(Actor.SUPERVISOR)
                .because("It is not yours to give.")
                .from("A25", "K13"),
            Guardrail.named("goodwill-unexpected").watches(OFFER_GOODWILL).bars(ALREADY_PROMISED, ASKED_FOR)
                .because("What was promised or asked for surprises nobody.")
                .from("A26"),
            Guardrail.named("goodwill-says-appreciated").watches(OFFER_GOODWILL).needs(EXPRESSES_APPRECIATION).advises()
                .because("A gesture says that the customer is appreciated.")
                .from("A27"),
            Guardrail.named("goodwill-worth-it").watches(OFFER_GOODWILL).bars(BELOW_APPRECIATION).advises()
                .because("In this business the gesture is too small to be felt.")
                .from("A28", "A29"));
    }

    private static List<Guardrail> finishing() {
        RecoveryState[] open = Row.OPEN.toArray(RecoveryState[]::new);
        return List.of(
            Guardrail.named("ask-after-delivery").watches(ASK_SATISFACTION, ASK_ANYTHING_ELSE)
                .in(AWAITING, LISTENING, SOLVING, DELIVERING).needs(DELIVERED)
                .because("The customer can judge only what was delivered.")
                .from("C30", "A15", "C31"),
            Guardrail.named("ask-in-the-follow-up").watches(ASK_SATISFACTION).in(open).needs(FOLLOWED_UP)
                .because("The question belongs to the follow-up.")
                .from("E27", "E25", "C30"),
            Guardrail.named("customer-valued").watches(CLOSE_AS_RECOVERED).in(open).needs(VALUED).waivableBy(Actor.SUPERVISOR)
                .because("The customer has to hear that he is valued.")
                .from("A24"),
            Guardrail.named("agreement-confirmed").watches(CLOSE_AS_RECOVERED).in(open).when(WRITABLE_ADDRESS).needs(AGREEMENT_CONFIRMED)
                .because("What was agreed was never put in writing.")
                .from("B36", "B39"),
            Guardrail.named("team-followed-up").watches(CLOSE_AS_RECOVERED).in(open).when(HELPERS_INVOLVED).needs(TEAM_FOLLOWED_UP)
                .waivableBy(Actor.SUPERVISOR)
                .because("See to it that the helpers did their part.")
                .from("C32"),
            Guardrail.named("delivery-checked").watches(CLOSE_AS_RECOVERED).in(open).bars(DELIVERY_CHECK_OPEN)
                .because("Whoever promised makes sure that it was delivered, whoever delivers it.")
                .from("B44"),
            Guardrail.named("conduct-reviewed")
                .watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_REFERRED).in(open)
                .needs(CONDUCT_REVIEWED).waivableBy(Actor.SUPERVISOR)
                .because("Small mistakes are found by looking for them.")
                .from("D17"),
            Guardrail.named("outcome-recorded").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).needs(OUTCOME_RECORDED).advises()
                .because("Was the account saved, the relationship, the business?")
                .from("A30"),
            Guardrail.named("loyalty-recorded").watches(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).needs(ADVOCACY_RECORDED).advises()
                .because("Would this customer recommend us now?")
                .from("E32"));
    }
}
