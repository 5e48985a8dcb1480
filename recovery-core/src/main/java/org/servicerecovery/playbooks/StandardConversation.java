package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;
import static org.servicerecovery.playbooks.Floor.HUMAN_SPEECH;
import static org.servicerecovery.playbooks.Floor.SPEECH;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** Who speaks, how a contact begins and ends, who owns what comes next, and which words are out of place. */
final class StandardConversation {
    private static final RecoveryState[] OPEN_STATES = Row.OPEN.toArray(RecoveryState[]::new);

    private StandardConversation() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(owning(), contacts(), wording()).flatMap(List::stream).toList();
    }

    private static List<Guardrail> owning() {
        return List.of(
            Guardrail.named("problem-brought").watches(OPEN).needs(STATES_PROBLEM).from("E02", "A01", "D01"),
            Guardrail.named("owner-first").watches(HUMAN_SPEECH).needs(OWNER_NAMED).from("A06", "B24", "C02", "A02", "C01"),
            Guardrail.named("receiver-owns").watches(BEGIN_CONTACT).needs(OWNER_NAMED).from("A09", "B04"),
            Guardrail.named("owner-is-a-person").watches(TAKE_OWNERSHIP, ACCEPT_CASE, JOIN).needs(BY_PERSON).from("A06", "A09"),
            Guardrail.named("owner-keeps-both-tracks").watches(INVOLVE).bars(SPLITS_OWNERSHIP).from("A08"),
            Guardrail.named("ownership-commits").watches(STATE_OWNERSHIP).needs(COMMITS_TO_HELP).from("C03"),
            Guardrail.named("ownership-stated").watches(CONFIRM_STORY).needs(OWNERSHIP_STATED).from("C05", "C03"),
            Guardrail.named("ownership-stated-with-helpers").watches(INVOLVE).needsAny(OWNERSHIP_STATED, STATES_OWNERSHIP).from("B28"),
            Guardrail.named("machines-do-not-count").watches(HUMAN_SPEECH).needs(BY_PERSON).instead(SEND_AUTOMATIC_REPLY)
                .from("B05", "A03"),
            Guardrail.named("no-back-burner").watches(PARK).needs(FIRST_RESPONSE_GIVEN).bars(MOOD_HOT).from("A04"),
            Guardrail.named("parked-beside-a-date").watches(PARK).needs(FOLLOW_UP_SET).from("D10"),
            Guardrail.named("contact-details-beside-follow-up").watches(GIVE_CONTACT_DETAILS).needsAny(FOLLOW_UP_SET, SETS_FOLLOW_UP)
                .from("B29", "D10", "K7"),
            Guardrail.named("stakeholders-stay").watches(DISMISS_HELPER).bars(TOOK_CONTACT).from("B45"));
    }

    private static List<Guardrail> contacts() {
        return List.of(
            Guardrail.named("said-to-the-customer").watches(SPEECH).needs(RECEIVED).from("A13"),
            Guardrail.named("live-talk-is-a-contact").watches(HUMAN_SPEECH).in(OPEN_STATES).when(TWO_WAY).needs(CONTACT_OPEN)
                .from("D11", "B52"),
            Guardrail.named("next-step-beside-writing").watches(HUMAN_SPEECH).in(OPEN_STATES).when(RECEIVED).unless(TWO_WAY)
                .needsAny(FOLLOW_UP_SET, SETS_FOLLOW_UP, CUSTOMER_SATISFIED, WITHDRAWAL_REPORTED, FOLLOWED_UP).from("D11", "D10"),
            Guardrail.named("next-step-before-parting").watches(END_CONTACT)
                .needsAny(FOLLOW_UP_SET, CUSTOMER_SATISFIED, WITHDRAWAL_REPORTED, PROOF_RECORDED, CHECK_BACK_SET).from("D11", "D10"),
            Guardrail.named("employee-holds-follow-up").watches(SCHEDULE_FOLLOW_UP, SCHEDULE_CHECK_BACK).needs(HELD_BY_EMPLOYEE)
                .from("D11", "D10"),
            Guardrail.named("follow-up-by-its-holder").watches(FOLLOW_UP).needs(BY_FOLLOW_UP_HOLDER).from("D12", "E26"),
            Guardrail.named("promises-restated").watches(END_CONTACT).when(PROMISE_OPEN).needs(PROMISES_RESTATED).from("B43"),
            Guardrail.named("contact-on-record").watches(END_CONTACT).needs(HAS_SUMMARY).from("B40"),
            Guardrail.named("mood-read-in-contact").watches(END_CONTACT).needs(MOOD_READ).advises().from("B52"),
            Guardrail.named("open-body-language").watches(END_CONTACT).when(SEES_BODY).needs(OPEN_BODY_LANGUAGE)
                .waivableBy(Actor.SUPERVISOR).from("C13"),
            Guardrail.named("let-them-finish").watches(PROPOSE_SOLUTION, DIAGNOSE, EXPLAIN, EXPLAIN_PLAN, MAKE_PROMISE, OFFER_GOODWILL,
                REQUEST_TRANSFER, INTRODUCE_RECEIVER, TRANSFER)
                .bars(CUSTOMER_HAS_FLOOR).from("E09"));
    }

    private static List<Guardrail> wording() {
        Set<Step> refusals = EnumSet.copyOf(SPEECH);
        refusals.add(DECLINE);
        return List.of(
            Guardrail.named("nothing-personal").watches(SPEECH).bars(TAKES_PERSONALLY).from("B01"),
            Guardrail.named("no-pleading-new").watches(refusals).bars(PLEADS_UNINVOLVED).from("A07", "B04"),
            Guardrail.named("no-blame").watches(SPEECH).bars(SHIFTS_BLAME).from("A10", "C06"),
            Guardrail.named("no-excuses").watches(SPEECH).bars(MAKES_EXCUSE).from("C11"),
            Guardrail.named("plain-words").watches(SPEECH).bars(SAYS_OBVIOUS, UNEXPLAINED_JARGON).from("B18"),
            Guardrail.named("no-negative-phrases").watches(SPEECH).bars(NEGATIVE_PHRASE).from("C23", "K9"),
            Guardrail.named("no-overpromising").watches(SPEECH).bars(OVERPROMISES).from("B08", "B25", "B32"),
            Guardrail.named("promises-have-a-date").watches(SPEECH).bars(PROMISES_WITHOUT_DATE).instead(MAKE_PROMISE).from("B32", "D11"),
            Guardrail.named("never-call-us-back").watches(SPEECH).bars(PUSHES_FOLLOW_UP).instead(SCHEDULE_FOLLOW_UP).from("D09", "D10"),
            Guardrail.named("question-by-name").watches(ASK_SATISFACTION).needs(ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE).advises().from("A23"),
            Guardrail.named("thanks-for-raising").watches(THANK).needs(THANKS_FOR_RAISING).from("C26"),
            Guardrail.named("thanks-for-second-chance").watches(THANK).needs(MENTIONS_SECOND_CHANCE).advises().from("B42"));
    }
}
