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
final class Conversation {
    private static final RecoveryState[] OPEN_STATES = Row.OPEN.toArray(RecoveryState[]::new);

    private Conversation() {
    }

    static List<Guardrail> guardrails() {
        return Stream.of(owning(), contacts(), wording(), Doubts.guardrails()).flatMap(List::stream).toList();
    }

    private static List<Guardrail> owning() {
        return List.of(
            Guardrail.named("problem-brought").watches(OPEN).needs(STATES_PROBLEM)
                .because("A case begins with a problem that a customer brought.")
                .from("E02", "A01", "D01", "every desk: opening"),
            Guardrail.named("owner-first").watches(HUMAN_SPEECH).needs(OWNER_NAMED)
                .because("Somebody owns the case before anybody speaks for the company.")
                .from("A06", "B24", "C02", "A02", "C01"),
            Guardrail.named("receiver-owns").watches(BEGIN_CONTACT).needs(OWNER_NAMED)
                .because("Whoever takes the contact takes the case, even if the problem began elsewhere.")
                .from("A09", "B04"),
            Guardrail.named("owner-is-a-person").watches(TAKE_OWNERSHIP, ACCEPT_CASE, JOIN).needs(BY_PERSON)
                .because("A case is owned by a person, not by a machine.")
                .from("A06", "A09"),
            Guardrail.named("owner-keeps-both-tracks").watches(INVOLVE).bars(SPLITS_OWNERSHIP)
                .because("The owner keeps the fix and the feelings; helpers take on tasks, not the customer.")
                .from("A08"),
            Guardrail.named("ownership-commits").watches(STATE_OWNERSHIP).needs(COMMITS_TO_HELP)
                .because("To own a problem is to commit to helping.")
                .from("C03"),
            Guardrail.named("ownership-stated-with-helpers").watches(INVOLVE).needsAny(OWNERSHIP_STATED, STATES_OWNERSHIP)
                .because("When others are involved, the customer hears that the owner stays responsible.")
                .from("B28"),
            Guardrail.named("machines-do-not-count").watches(HUMAN_SPEECH).needs(BY_PERSON).instead(SEND_AUTOMATIC_REPLY)
                .because("A machine's message answers nobody, and a machine cannot mean an apology.")
                .from("B05", "A03"),
            Guardrail.named("no-back-burner").watches(PARK).needs(FIRST_RESPONSE_GIVEN).bars(MOOD_HOT)
                .because("An unanswered or upset customer is not put aside.")
                .from("A04"),
            Guardrail.named("parked-beside-a-date").watches(PARK).needs(FOLLOW_UP_SET)
                .because("What is put aside needs a named employee and a date, or it is left to the customer.")
                .from("D10"),
            Guardrail.named("contact-details-beside-follow-up").watches(GIVE_CONTACT_DETAILS).needsAny(FOLLOW_UP_SET, SETS_FOLLOW_UP)
                .because("Contact details are a help beside a follow-up that the company owns, not instead of one.")
                .from("B29", "D10", "K7"),
            Guardrail.named("stakeholders-stay").watches(DISMISS_HELPER).bars(TOOK_CONTACT)
                .because("Whoever took a contact of the customer has a stake until it is resolved.")
                .from("B45"));
    }

    private static List<Guardrail> contacts() {
        return List.of(
            Guardrail.named("said-to-the-customer").watches(SPEECH).needs(RECEIVED)
                .because("It counts only in a message that the customer receives.")
                .from("A13", "every desk: words"),
            Guardrail.named("live-talk-is-a-contact").watches(HUMAN_SPEECH).in(OPEN_STATES).when(TWO_WAY).needs(CONTACT_OPEN)
                .because("A live conversation is a contact, with a beginning and a proper end.")
                .from("D11", "B52", "every desk: contact"),
            Guardrail.named("next-step-beside-writing").watches(HUMAN_SPEECH).in(OPEN_STATES).when(RECEIVED).unless(TWO_WAY)
                .needsAny(FOLLOW_UP_SET, SETS_FOLLOW_UP, CUSTOMER_SATISFIED, WITHDRAWAL_REPORTED, FOLLOWED_UP)
                .because("Beside every written message stands a named employee and a date for what comes next.")
                .from("D11", "D10"),
            Guardrail.named("next-step-before-parting").watches(END_CONTACT)
                .needsAny(FOLLOW_UP_SET, CUSTOMER_SATISFIED, WITHDRAWAL_REPORTED, PROOF_RECORDED, CHECK_BACK_SET)
                .because("Before parting, the next step has a named employee and a date.")
                .from("D11", "D10", "every desk: contact"),
            Guardrail.named("employee-holds-follow-up").watches(SCHEDULE_FOLLOW_UP, SCHEDULE_CHECK_BACK).needs(HELD_BY_EMPLOYEE)
                .because("The follow-up is the company's, so an employee holds it, not the customer.")
                .from("D11", "D10"),
            Guardrail.named("follow-up-by-its-holder").watches(FOLLOW_UP).needs(BY_FOLLOW_UP_HOLDER)
                .because("Whoever holds the follow-up makes it.")
                .from("D12", "E26", "ends: follow-up contact"),
            Guardrail.named("promises-restated").watches(END_CONTACT).when(PROMISE_OPEN).needs(PROMISES_RESTATED)
                .because("Before parting, the customer hears again what is promised and by when.")
                .from("B43", "every desk: contact"),
            Guardrail.named("contact-on-record").watches(END_CONTACT).needs(HAS_SUMMARY)
                .because("What was said is put on record.")
                .from("B40"),
            Guardrail.named("mood-read-in-contact").watches(END_CONTACT).needs(MOOD_READ).advises()
                .because("How the customer feels at the end of the contact was not read.")
                .from("B52", "every desk: contact"),
            Guardrail.named("open-body-language").watches(END_CONTACT).when(SEES_BODY).needs(OPEN_BODY_LANGUAGE)
                .waivableBy(Actor.SUPERVISOR)
                .because("Where the customer sees you, your posture speaks too.")
                .from("C13"),
            Guardrail.named("let-them-finish").watches(PROPOSE_SOLUTION, DIAGNOSE, EXPLAIN, EXPLAIN_PLAN, MAKE_PROMISE, OFFER_GOODWILL,
                REQUEST_TRANSFER, INTRODUCE_RECEIVER, TRANSFER)
                .bars(CUSTOMER_HAS_FLOOR)
                .because("The customer is still speaking: let him finish.")
                .from("E09"));
    }

    private static List<Guardrail> wording() {
        Set<Step> refusals = EnumSet.copyOf(SPEECH);
        refusals.add(DECLINE);
        return List.of(
            Guardrail.named("nothing-personal").watches(SPEECH).bars(TAKES_PERSONALLY)
                .because("The anger is about what the company did; it is not about you.")
                .from("B01"),
            Guardrail.named("no-pleading-new").watches(refusals).bars(PLEADS_UNINVOLVED)
                .because("That somebody is new, was away or knows nothing of it does not matter to the customer.")
                .from("A07", "B04"),
            Guardrail.named("no-blame").watches(SPEECH).bars(SHIFTS_BLAME)
                .because("Blame on others helps no customer.")
                .from("A10", "C06"),
            Guardrail.named("no-excuses").watches(SPEECH).bars(MAKES_EXCUSE)
                .because("An explanation helps, an excuse does not.")
                .from("C11"),
            Guardrail.named("plain-words").watches(SPEECH).bars(SAYS_OBVIOUS, UNEXPLAINED_JARGON)
                .because("The customer does not know our trade: no jargon unexplained, nothing called self-evident.")
                .from("B18"),
            Guardrail.named("no-negative-phrases").watches(SPEECH).bars(NEGATIVE_PHRASE)
                .because("Say what can be done, not what cannot.")
                .from("C23", "K9"),
            Guardrail.named("no-overpromising").watches(SPEECH).bars(OVERPROMISES)
                .because("Nothing is promised that may not be kept.")
                .from("B08", "B25", "B32"),
            Guardrail.named("promises-have-a-date").watches(SPEECH).bars(PROMISES_WITHOUT_DATE).instead(MAKE_PROMISE)
                .because("A promise without a date is a hope; make it a promise with one.")
                .from("B32", "D11"),
            Guardrail.named("never-call-us-back").watches(SPEECH).bars(PUSHES_FOLLOW_UP).instead(SCHEDULE_FOLLOW_UP)
                .because("The follow-up is not the customer's task.")
                .from("D09", "D10"),
            Guardrail.named("question-by-name").watches(ASK_SATISFACTION).needs(ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE).advises()
                .because("The question is best put by name, and about everything that was done.")
                .from("A23"),
            Guardrail.named("thanks-for-raising").watches(THANK).needs(THANKS_FOR_RAISING)
                .because("The thanks are for having brought it up.")
                .from("C26"),
            Guardrail.named("thanks-for-second-chance").watches(THANK).needs(MENTIONS_SECOND_CHANCE).advises()
                .because("Most who are disappointed just leave; this customer stayed to tell us, and that deserves a word.")
                .from("B42"));
    }
}
