package org.servicerecovery.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The facts that the library knows; a host may declare more. Facts about the ledger mean "any open".
 * Codes such as {@code A06} name a line of the rulebook that this library was written from: A the six steps, B the ten steps,
 * C the seven steps, D the small errors, E the seven strategies; K a conflict between them that the standard playbook settles.
 * A {@code fixed} fact has to happen here; any other may be attested when a case is adopted from elsewhere.
 */
public final class Facts {
    private static final List<Fact> ALL = new ArrayList<>();

    // Opening, owner, contact
    /** The case exists. */
    public static final Fact OPENED = fixed("OPENED");
    /** There is exactly one named owner (A06). */
    public static final Fact OWNER_NAMED = fact("OWNER_NAMED");
    /** The owner said so to the customer (B28, C05). */
    public static final Fact OWNERSHIP_STATED = fact("OWNERSHIP_STATED");
    /** A person has answered; a machine's message is none (A03). */
    public static final Fact FIRST_RESPONSE_GIVEN = fact("FIRST_RESPONSE_GIVEN");
    /** The customer's last message is unanswered (A05). */
    public static final Fact CUSTOMER_WAITING = fact("CUSTOMER_WAITING");
    /** How the customer last got in touch (D04). */
    public static final Fact CAME_BY_EMAIL = fact("CAME_BY_EMAIL");
    /** A durable channel reaches the customer (B36). */
    public static final Fact WRITABLE_ADDRESS = fact("WRITABLE_ADDRESS");
    /** A live conversation has begun and not ended. */
    public static final Fact CONTACT_OPEN = fixed("CONTACT_OPEN");
    /** The customer's turn is open (E09). */
    public static final Fact CUSTOMER_HAS_FLOOR = fixed("CUSTOMER_HAS_FLOOR");
    /** Attested for this contact (B02). */
    public static final Fact AGENT_READY = fixed("AGENT_READY");
    /** A recorded need or three failed attempts (K6). */
    public static final Fact TEXT_CHANNEL_OPEN = fact("TEXT_CHANNEL_OPEN");
    /** Failed attempts to reach the customer. */
    public static final Fact THREE_ATTEMPTS_MADE = fixed("THREE_ATTEMPTS_MADE");
    /** Failed attempts on different channels. */
    public static final Fact TWO_CHANNELS_TRIED = fixed("TWO_CHANNELS_TRIED");
    /** A higher tier knows. */
    public static final Fact ESCALATED = fact("ESCALATED");

    // Feelings
    /** The last reading is at or above the threshold (K11). */
    public static final Fact MOOD_HOT = fact("MOOD_HOT");
    /** A reading was at or above the threshold. */
    public static final Fact RECOVERY_MOOD = fact("RECOVERY_MOOD");
    /** Since the contact began, the acknowledgement, the proposal or the delivery (B14, D13). */
    public static final Fact MOOD_READ = fixed("MOOD_READ");
    /** While listening: the last reading was heated and no better than the one before, and nobody has tended the feelings since (B14). */
    public static final Fact NO_RELIEF = fact("NO_RELIEF");
    /** What the customer feels (A20). */
    public static final Fact FEELING_RECORDED = fact("FEELING_RECORDED");
    /** A proper apology was received (A11). */
    public static final Fact APOLOGY_GIVEN = fact("APOLOGY_GIVEN");
    /** After the acknowledgement (E12). */
    public static final Fact APOLOGISED_AGAIN = fact("APOLOGISED_AGAIN");
    /** Understanding and will to help were shown (B07). */
    public static final Fact ACKNOWLEDGED = fact("ACKNOWLEDGED");
    /** Empathy or mirroring, not yet outdated by a reading that shows no relief (A18, D14). */
    public static final Fact FEELINGS_TENDED = fact("FEELINGS_TENDED");
    /** The feeling was named (C15). */
    public static final Fact FEELINGS_MIRRORED = fact("FEELINGS_MIRRORED");

    // Story
    /** Once is enough (E08, K12). */
    public static final Fact RESTATE_ASKED = fact("RESTATE_ASKED");
    /** As many as the settings say (C17, E11). */
    public static final Fact OPEN_QUESTIONS_ASKED = fact("OPEN_QUESTIONS_ASKED");
    /** The customer's narrative (C12). */
    public static final Fact STORY_RECORDED = fact("STORY_RECORDED");
    /** What the complaint is about (B03). */
    public static final Fact FAILURE_NAMED = fact("FAILURE_NAMED");
    /** At least one (C19). */
    public static final Fact POINT_UNCLEAR = fact("POINT_UNCLEAR");
    /** The paraphrase (C20). */
    public static final Fact PARAPHRASED = fact("PARAPHRASED");
    /** Why it happened, without excuses (C11). */
    public static final Fact EXPLANATION_GIVEN = fact("EXPLANATION_GIVEN");
    /** Listening is complete. */
    public static final Fact STORY_CONFIRMED = fact("STORY_CONFIRMED");

    // Solution
    /** The intent (B20). */
    public static final Fact DESIRED_OUTCOME_KNOWN = fact("DESIRED_OUTCOME_KNOWN");
    /** The priority (B21). */
    public static final Fact PRIORITY_KNOWN = fact("PRIORITY_KNOWN");
    /** The primary concern (B22). */
    public static final Fact CONCERN_DESIGNATED = fact("CONCERN_DESIGNATED");
    /** Attested (B17). */
    public static final Fact PERSPECTIVE_TAKEN = fact("PERSPECTIVE_TAKEN");
    /** What can and cannot be done (B30). */
    public static final Fact LIMITS_RECORDED = fact("LIMITS_RECORDED");
    /** Bad news that is still owed (B34). */
    public static final Fact LIMIT_UNTOLD = fact("LIMIT_UNTOLD");
    /** Not a unilateral solution (C21). */
    public static final Fact CUSTOMER_CONTRIBUTED = fact("CUSTOMER_CONTRIBUTED");
    /** A verified one (A15, B31). */
    public static final Fact SOLUTION_PROPOSED = fact("SOLUTION_PROPOSED");
    /** A bilateral agreement (B35, C24). */
    public static final Fact SOLUTION_AGREED = fact("SOLUTION_AGREED");
    /** On a durable channel (B36, B39). */
    public static final Fact AGREEMENT_CONFIRMED = fact("AGREEMENT_CONFIRMED");
    /** Where nobody confirms a story: a solution was offered, so listening is over. */
    public static final Fact SOLVING_BEGUN = fact("SOLVING_BEGUN");
    /** The plan (E20). */
    public static final Fact PLAN_EXPLAINED = fact("PLAN_EXPLAINED");
    /** The solution is being carried out (E21). */
    public static final Fact WORK_STARTED = fact("WORK_STARTED");
    /** Nothing is followed up before (C30). */
    public static final Fact DELIVERED = fact("DELIVERED");
    /** Others help (B26). */
    public static final Fact HELPERS_INVOLVED = fact("HELPERS_INVOLVED");
    /** Internally (C32). */
    public static final Fact TEAM_FOLLOWED_UP = fact("TEAM_FOLLOWED_UP");

    // The ledger, as "any open"
    /** At least one. */
    public static final Fact ISSUE_OPEN = fixed("ISSUE_OPEN");
    /** At least one. */
    public static final Fact PROMISE_OPEN = fixed("PROMISE_OPEN");
    /** At least one (B34). */
    public static final Fact BAD_NEWS_OWED = fixed("BAD_NEWS_OWED");
    /** At least one (D11). */
    public static final Fact FOLLOW_UP_SET = fixed("FOLLOW_UP_SET");
    /** At least one (B44). */
    public static final Fact DELIVERY_CHECK_OPEN = fixed("DELIVERY_CHECK_OPEN");
    /** At least one. */
    public static final Fact CHECK_BACK_SET = fixed("CHECK_BACK_SET");
    /** Since the contact began and the last promise was made (B43). */
    public static final Fact PROMISES_RESTATED = fixed("PROMISES_RESTATED");

    // Handing over
    /** A receiver is named (E13). */
    public static final Fact TRANSFER_REQUESTED = fixed("TRANSFER_REQUESTED");
    /** By the giver (E16). */
    public static final Fact RECEIVER_BRIEFED = fixed("RECEIVER_BRIEFED");
    /** Customer, giver and receiver are present (E15, E17). */
    public static final Fact RECEIVER_JOINED = fixed("RECEIVER_JOINED");
    /** The giver explained the problem (E16, E17). */
    public static final Fact RECEIVER_INTRODUCED = fixed("RECEIVER_INTRODUCED");
    /** The customer is not made to repeat the story (E16, K12). */
    public static final Fact HANDED_OVER = fixed("HANDED_OVER");
    /** For a reassignment. */
    public static final Fact RECEIVER_ACCEPTED = fixed("RECEIVER_ACCEPTED");
    /** After a reassignment. */
    public static final Fact NEW_OWNER_UNTOLD = fixed("NEW_OWNER_UNTOLD");

    // The question and the ends
    /** After delivery, for a recovery (E25). */
    public static final Fact FOLLOWED_UP = fixed("FOLLOWED_UP");
    /** The question (A22). */
    public static final Fact SATISFACTION_ASKED = fixed("SATISFACTION_ASKED");
    /** The second question (C31). */
    public static final Fact ANYTHING_ELSE_ASKED = fixed("ANYTHING_ELSE_ASKED");
    /** The answer (A22). */
    public static final Fact CUSTOMER_SATISFIED = fixed("CUSTOMER_SATISFIED");
    /** The answer. */
    public static final Fact CUSTOMER_DISSATISFIED = fixed("CUSTOMER_DISSATISFIED");
    /** Silence, which is not satisfaction (B51). */
    public static final Fact ANSWER_OVERDUE = fixed("ANSWER_OVERDUE");
    /** The statement (A24). */
    public static final Fact VALUED = fact("VALUED");
    /** For raising the problem (B41, C26). */
    public static final Fact THANKED = fact("THANKED");
    /** On a durable channel. */
    public static final Fact THANKED_IN_WRITING = fact("THANKED_IN_WRITING");
    /** Renewed or not (E33). */
    public static final Fact CONFIDENCE_RECORDED = fixed("CONFIDENCE_RECORDED");
    /** Advocacy (E32). */
    public static final Fact ADVOCACY_RECORDED = fixed("ADVOCACY_RECORDED");
    /** Three dimensions (A30). */
    public static final Fact OUTCOME_RECORDED = fixed("OUTCOME_RECORDED");
    /** A cause or "none found" (B50). */
    public static final Fact ROOT_CAUSE_CONSIDERED = fact("ROOT_CAUSE_CONSIDERED");
    /** A note (B48). */
    public static final Fact IMPROVEMENT_NOTED = fact("IMPROVEMENT_NOTED");
    /** For coaching (D17). */
    public static final Fact CONDUCT_REVIEWED = fixed("CONDUCT_REVIEWED");
    /** By someone with authority (B16). */
    public static final Fact PROOF_RECORDED = fixed("PROOF_RECORDED");
    /** To whom, and what was said. */
    public static final Fact REFERRAL_RECORDED = fixed("REFERRAL_RECORDED");
    /** The customer's own word. */
    public static final Fact WITHDRAWAL_REPORTED = fixed("WITHDRAWAL_REPORTED");
    /** After an end. */
    public static final Fact COMPLAINT_RENEWED = fixed("COMPLAINT_RENEWED");
    /** At least once. */
    public static final Fact REOPENED = fixed("REOPENED");
    /** This one is the duplicate. */
    public static final Fact MERGED = fixed("MERGED");

    private Facts() {
    }

    /**
     * Every standard fact, in the order of its bit.
     *
     * @return an immutable list
     */
    public static List<Fact> all() {
        return List.copyOf(ALL);
    }

    private static Fact fact(String name) {
        return add(new Fact(name, true, ALL.size()));
    }

    /** One that nobody can attest. */
    private static Fact fixed(String name) {
        return add(new Fact(name, false, ALL.size()));
    }

    private static Fact add(Fact fact) {
        ALL.add(fact);
        return fact;
    }
}
