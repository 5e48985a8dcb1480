package org.servicerecovery.model;

import java.util.Arrays;
import java.util.Set;

/**
 * What people do about a case, in the imperative, and what is reported about the customer, time or the world. The set is
 * closed; the event type of the Spring machine. A step is carried by a {@link RecoveryAction}.
 */
public enum Step {
    // Opening and taking over
    /** Opens a case for a problem that a customer brought (E02). */
    OPEN(Kind.ACT),
    /** Takes over a ticket that is already under way elsewhere; what is known of it is attested. */
    ADOPT(Kind.ACT),
    /** Makes the actor the one named owner (A06). */
    TAKE_OWNERSHIP(Kind.ACT),
    /** The asked receiver does not take the case; the owner stays. */
    DECLINE(Kind.ACT),
    /** A conversation with the customer begins on a live channel. */
    BEGIN_CONTACT(Kind.ACT),
    /** The conversation ends; what was agreed for next is on record (D11, B43). */
    END_CONTACT(Kind.ACT),
    /** The agent attests to be calm and ready before replying (B02). */
    GET_READY(Kind.ACT),
    /** A writable address of the customer is known (B36). */
    RECORD_ADDRESS(Kind.ACT),
    /** The customer can only, or wants for a recorded need to, be served in text (K6). */
    RECORD_NEED(Kind.ACT),
    /** The customer was tried on a channel and not reached (K6). */
    RECORD_ATTEMPT(Kind.ACT),
    /** Puts the case aside for later (A04). */
    PARK(Kind.ACT),
    /** Brings in a higher tier; the owner stays the owner (B27, C22). */
    ESCALATE(Kind.ACT),

    /** Establishes a fact that the host declared. */
    RECORD_FACT(Kind.ACT),

    // What is said to the customer
    /** Words to the customer that are none of the other acts, such as a greeting. */
    REMARK(Kind.SPEECH),
    /** A machine's message. It stops no clock and counts for nothing, and is under the wording rules (B05). */
    SEND_AUTOMATIC_REPLY(Kind.SPEECH),
    /** A person says that the matter is in hand and when more will follow. It stops the response clock only (B33, K8). */
    SEND_HOLDING_RESPONSE(Kind.SPEECH),
    /** The owner tells the customer that he or she will see it through (B28, C05). */
    STATE_OWNERSHIP(Kind.SPEECH),
    /** An apology that the customer receives (A11). */
    APOLOGISE(Kind.SPEECH),
    /** Shows understanding of the upset and the will to help (B07, B12). */
    ACKNOWLEDGE(Kind.SPEECH),
    /** Puts oneself in the customer's place, aloud (C16). */
    EMPATHISE(Kind.SPEECH),
    /** Names the feeling that the customer showed (C15). */
    MIRROR_FEELINGS(Kind.SPEECH),
    /** The customer tells the whole story, once (E08). */
    ASK_TO_RESTATE(Kind.SPEECH),
    /** A question that cannot be answered with yes or no (C17, E11). */
    ASK_OPEN_QUESTION(Kind.SPEECH),
    /** The agent sums up what the customer said (C20). */
    PARAPHRASE(Kind.SPEECH),
    /** An explanation, which is not an excuse (C11). */
    EXPLAIN(Kind.SPEECH),
    /** Tells the customer what cannot be done (B34, K9). */
    TELL_LIMIT(Kind.SPEECH),
    /** A verified solution is offered to the customer (B31). */
    PROPOSE_SOLUTION(Kind.SPEECH),
    /** Tells the customer what happens next, before work starts (E20). */
    EXPLAIN_PLAN(Kind.SPEECH),
    /** Something owed to the customer by a date (B32). */
    MAKE_PROMISE(Kind.SPEECH),
    /** A new date for a promise, before the old one passes (B34). */
    RENEGOTIATE_PROMISE(Kind.SPEECH),
    /** Says again what is promised and by when (B43). */
    RESTATE_PROMISES(Kind.SPEECH),
    /** Bad news about a promise, told at once (B34). */
    TELL_BROKEN_PROMISE(Kind.SPEECH),
    /** Offers a way to reach a person, beside a follow-up that the company owns (B29). */
    GIVE_CONTACT_DETAILS(Kind.SPEECH),
    /** What was agreed, on a durable channel (B36, B39). */
    CONFIRM_IN_WRITING(Kind.SPEECH),
    /** A progress update while the work is under way (E24). */
    TELL_PROGRESS(Kind.SPEECH),
    /** An unexpected gesture, within authority (A25, A26). */
    OFFER_GOODWILL(Kind.SPEECH),
    /** After a reassignment the customer is told. */
    TELL_NEW_OWNER(Kind.SPEECH),
    /** The giver explains the problem to the receiver while the customer listens (E16, E17). */
    INTRODUCE_RECEIVER(Kind.SPEECH),
    /** The question whether the customer is satisfied with the whole handling (A22, C30). */
    ASK_SATISFACTION(Kind.SPEECH),
    /** The second question of the follow-up (C31). */
    ASK_ANYTHING_ELSE(Kind.SPEECH),
    /** Says what the customer means to the company (A24). */
    VALUE_CUSTOMER(Kind.SPEECH),
    /** Thanks for raising the problem (B41, C26). */
    THANK(Kind.SPEECH),

    // What is said inside the company
    /** The giver tells the receiver the whole problem, so that the customer need not repeat it (E16). */
    BRIEF_RECEIVER(Kind.INTERNAL),
    /** Presses, with respect, for what is outside the owner's control (B46, B47). */
    NUDGE(Kind.INTERNAL),
    /** Makes sure that the helpers did their part (C32). */
    FOLLOW_UP_WITH_TEAM(Kind.INTERNAL),

    // Listening
    /** The perceived feeling is what counts (A20). */
    RECORD_FEELING(Kind.ACT),
    /** The narrative, heard attentively (C12). */
    RECORD_STORY(Kind.ACT),
    /** The subject of the complaint is an act or omission of the company (B03). */
    RECORD_FAILURE(Kind.ACT),
    /** Something that still has to be clarified (C19). */
    RAISE_UNCLEAR_POINT(Kind.ACT),
    /** An unclear point is settled (C19). */
    CLARIFY_POINT(Kind.ACT),
    /** The customer agreed that the summary is right; listening is over. */
    CONFIRM_STORY(Kind.ACT),

    // Solving
    /** The intent behind the complaint (B20). */
    RECORD_DESIRED_OUTCOME(Kind.ACT),
    /** The customer's own priority (B21). */
    RECORD_PRIORITY(Kind.ACT),
    /** Exactly one primary concern (B22). */
    DESIGNATE_CONCERN(Kind.ACT),
    /** The agent attests having looked at it with the customer's eyes (B17). */
    TAKE_PERSPECTIVE(Kind.ACT),
    /** What can and what cannot be done here (B30). */
    RECORD_LIMITS(Kind.ACT),
    /** A verdict on what went wrong; not before the story is confirmed (C14). */
    DIAGNOSE(Kind.ACT),
    /** Others help; ownership stays (B26, C22). */
    INVOLVE(Kind.ACT),
    /** A helper is no longer needed; whoever took the contact stays (B45). */
    DISMISS_HELPER(Kind.ACT),
    /** The agreed solution is being carried out (E21). */
    START_WORK(Kind.ACT),

    // Delivering
    /** What was promised is delivered, with evidence (C25, C29). */
    KEEP_PROMISE(Kind.ACT),
    /** One of the issues that the customer raised is settled. */
    RESOLVE_ISSUE(Kind.ACT),
    /** The solution is delivered; now the customer is followed up. */
    RECORD_DELIVERY(Kind.ACT),
    /** The promisor checks what somebody else delivers (B44). */
    CHECK_DELIVERY(Kind.ACT),

    // The follow-up
    /** A named employee and a date for the next contact (D11). */
    SCHEDULE_FOLLOW_UP(Kind.ACT),
    /** The holder of the follow-up makes the contact (D12, E25). */
    FOLLOW_UP(Kind.ACT),
    /** Whether confidence is renewed (E33). */
    RECORD_CONFIDENCE(Kind.ACT),
    /** Whether the customer would recommend the company (E32). */
    RECORD_ADVOCACY(Kind.ACT),
    /** The three things to be saved (A30). */
    RECORD_OUTCOME(Kind.ACT),
    /** A cause that the company should address (B50). */
    RECORD_ROOT_CAUSE(Kind.ACT),
    /** Calls attention to an area needing improvement (B48). */
    NOTE_IMPROVEMENT(Kind.ACT),
    /** What was done wrong in small ways, for coaching (D17). */
    REVIEW_CONDUCT(Kind.ACT),

    // Handing over
    /** The owner asks a colleague to take over (E13). */
    REQUEST_TRANSFER(Kind.ACT),
    /** The receiver joins while customer and giver are present (E15, E17). */
    JOIN(Kind.ACT),
    /** The owner keeps the case after all. */
    CANCEL_TRANSFER(Kind.ACT),
    /** The owner releases the case to the receiver. Plain, it is refused (E14). */
    TRANSFER(Kind.ACT),
    /** A colleague is ready to take the case by reassignment. */
    ACCEPT_CASE(Kind.ACT),
    /** A supervisor gives the case of an owner who cannot act to one who accepted. */
    REASSIGN(Kind.ACT),

    // Ends and what leads to them
    /** Why this customer cannot be satisfied, by someone with authority (B16). */
    RECORD_PROOF(Kind.ACT),
    /** A named employee asks later how the referral went. */
    SCHEDULE_CHECK_BACK(Kind.ACT),
    /** The check-back of a referral is done. */
    CHECK_BACK(Kind.ACT),
    /** To whom the case goes. */
    RECORD_REFERRAL(Kind.ACT),
    /** Open promises go with the referral. */
    HAND_OVER_PROMISES(Kind.ACT),
    /** The customer is won back. */
    CLOSE_AS_RECOVERED(Kind.ACT),
    /** Nothing more can be done, with proof (B15). */
    CLOSE_AS_UNRECOVERED(Kind.ACT),
    /** Asked and not answered. */
    CLOSE_AS_UNANSWERED(Kind.ACT),
    /** The customer took the complaint back. */
    CLOSE_AS_WITHDRAWN(Kind.ACT),
    /** Somebody outside has it. */
    CLOSE_AS_REFERRED(Kind.ACT),
    /** The customer is not content after all, or a promise broke. */
    REOPEN(Kind.ACT),

    // Housekeeping
    /** A later entry takes back what an earlier one set; nothing is erased. */
    CORRECT(Kind.ACT),
    /** This case is a duplicate; its duties move to the original. */
    MERGE(Kind.ACT),
    /** The original receives what a duplicate owed. */
    ABSORB(Kind.ACT),
    /** The case goes on under another playbook. No playbook judges it, and none has a row for it. */
    MIGRATE(Kind.ACT),

    // What the customer, time or the world did
    /** The customer wrote, called or came. */
    REPORT_CONTACT(Kind.REPORT),
    /** How the customer feels now (B14, D13, B52). */
    REPORT_MOOD(Kind.REPORT),
    /** One more thing to be put right. */
    REPORT_ISSUE(Kind.REPORT),
    /** A request of the customer (A26). */
    REPORT_REQUEST(Kind.REPORT),
    /** The customer has the floor (E09). */
    REPORT_FLOOR_TAKEN(Kind.REPORT),
    /** The customer's turn is over (E09). */
    REPORT_FLOOR_GIVEN(Kind.REPORT),
    /** The customer's part in finding the solution (C21). */
    REPORT_CONTRIBUTION(Kind.REPORT),
    /** The customer accepts the proposed solution (B35, C24). */
    REPORT_AGREEMENT(Kind.REPORT),
    /** The customer does not accept it. */
    REPORT_REJECTION(Kind.REPORT),
    /** The answer to the question whether all is well (A22). */
    REPORT_ANSWER(Kind.REPORT),
    /** A promise has become infeasible (B34). */
    REPORT_PROMISE_IN_DOUBT(Kind.REPORT),
    /** The customer no longer wants it. */
    REPORT_PROMISE_RELEASED(Kind.REPORT),
    /** The customer's own word. */
    REPORT_WITHDRAWAL(Kind.REPORT),
    /** After an end: the customer is not content after all. */
    REPORT_RENEWAL(Kind.REPORT),
    /** Time passed a rung of a deadline's ladder. */
    REPORT_LAPSE(Kind.REPORT);

    /** Who speaks to whom, and whether the step can be refused at all. */
    public enum Kind {
        /** Staff does something without words to the customer. */
        ACT,
        /** Words that the customer receives. */
        SPEECH,
        /** Words to colleagues. */
        INTERNAL,
        /** Something that happened. Never refused; it may create duties. */
        REPORT
    }

    private static final Set<String> FINAL = Set.of("OPEN", "ADOPT", "TAKE_OWNERSHIP", "BEGIN_CONTACT", "END_CONTACT", "MAKE_PROMISE",
        "RENEGOTIATE_PROMISE", "TELL_BROKEN_PROMISE", "KEEP_PROMISE", "SCHEDULE_FOLLOW_UP", "FOLLOW_UP", "CHECK_DELIVERY",
        "SCHEDULE_CHECK_BACK", "CHECK_BACK", "HAND_OVER_PROMISES", "RAISE_UNCLEAR_POINT", "CLARIFY_POINT", "RESOLVE_ISSUE",
        "REQUEST_TRANSFER", "JOIN", "CANCEL_TRANSFER", "DECLINE", "TRANSFER", "ACCEPT_CASE", "REASSIGN", "CLOSE_AS_RECOVERED",
        "CLOSE_AS_UNRECOVERED", "CLOSE_AS_UNANSWERED", "CLOSE_AS_WITHDRAWN", "CLOSE_AS_REFERRED", "REOPEN", "CORRECT", "MERGE", "ABSORB",
        "MIGRATE");

    private final Kind kind;

    Step(Kind kind) {
        this.kind = kind;
    }

    /**
     * The steps that playbooks judge: those that rows may take and guardrails may watch. A migration leads from one playbook to
     * another, so neither has a say in it.
     *
     * @return all but {@link #MIGRATE}, in order, in a new array
     */
    public static Step[] judged() {
        return Arrays.stream(values()).filter(step -> step != MIGRATE).toArray(Step[]::new);
    }

    /**
     * What sort of step this is.
     *
     * @return never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether the customer receives the words of this step (B05).
     *
     * @return true for speech
     */
    public boolean isSpeech() {
        return kind == Kind.SPEECH;
    }

    /**
     * Whether this step reports what happened, which is never refused.
     *
     * @return true for reports
     */
    public boolean isReport() {
        return kind == Kind.REPORT;
    }

    /**
     * Whether an entry of this step can be taken back. What opened the case, named an owner, opened or closed a duty, ended a
     * case, or reports what happened cannot.
     *
     * @return true if a correction may name it
     */
    public boolean isCorrectable() {
        return kind != Kind.REPORT && !FINAL.contains(name());
    }

    /**
     * Whether facts come or go with an action of this step besides those of its row: what is attested, brought over, recorded
     * for the host, or taken back.
     *
     * @return true for four steps
     */
    public boolean tellsFacts() {
        return this == ADOPT || this == ABSORB || this == RECORD_FACT || this == CORRECT;
    }

    /**
     * Whether this step is an emotion act: counted for the balance of feelings and fix (D15).
     *
     * @return true for the four emotion acts
     */
    public boolean tendsFeelings() {
        return this == APOLOGISE || this == ACKNOWLEDGE || this == EMPATHISE || this == MIRROR_FEELINGS;
    }

    /**
     * Whether this step works on the fix: counted for the balance of feelings and fix (D15).
     *
     * @return true for solution acts
     */
    public boolean worksOnFix() {
        return this == DIAGNOSE || this == PROPOSE_SOLUTION || this == EXPLAIN_PLAN || this == START_WORK || this == RECORD_DELIVERY;
    }
}
