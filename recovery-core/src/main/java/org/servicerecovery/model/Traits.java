package org.servicerecovery.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The traits that the library knows; a host may declare more. Who finds each: who acts, how, and what the ledger shows is
 * computed; what words show is read from the text where the desk has a reader of texts, or attested by a person, never assumed.
 */
public final class Traits {
    private static final List<Trait> ALL = new ArrayList<>();
    private static final Set<Trait> DOUBTFUL = new LinkedHashSet<>();

    // Who acts (computed)
    /** The actor is a person, not a bot, macro or system. */
    public static final Trait BY_PERSON = fixed("BY_PERSON");
    /** The actor owns the case. */
    public static final Trait BY_OWNER = fixed("BY_OWNER");
    /** The authority says so. */
    public static final Trait BY_SUPERVISOR = fixed("BY_SUPERVISOR");
    /** The actor is the colleague whom the owner asked. */
    public static final Trait BY_RECEIVER = fixed("BY_RECEIVER");
    /** The actor holds the duty that is met. */
    public static final Trait BY_FOLLOW_UP_HOLDER = fixed("BY_FOLLOW_UP_HOLDER");
    /** The authority says so for this action and amount (A25, B32). */
    public static final Trait WITHIN_AUTHORITY = fixed("WITHIN_AUTHORITY");
    /** Within own capability and authority (B23). */
    public static final Trait FIX_IN_REACH = fixed("FIX_IN_REACH");

    // How it is said (computed from the message)
    /** Not an internal note (A13). */
    public static final Trait RECEIVED = fixed("RECEIVED");
    /** Telephone, face to face, video, chat (D06). */
    public static final Trait TWO_WAY = fixed("TWO_WAY");
    /** Not in text (D07). */
    public static final Trait HEARS_TONE = fixed("HEARS_TONE");
    /** Face to face or video (C13). */
    public static final Trait SEES_BODY = fixed("SEES_BODY");
    /** Can be read again (B39). */
    public static final Trait DURABLE = fixed("DURABLE");
    /** The channel is e-mail (D04). */
    public static final Trait BY_EMAIL = fixed("BY_EMAIL");

    // What else the message does (computed from its acts)
    /** B07. */
    public static final Trait ACKNOWLEDGES = fixed("ACKNOWLEDGES");
    /** B28. */
    public static final Trait STATES_OWNERSHIP = fixed("STATES_OWNERSHIP");
    /** B09. */
    public static final Trait SAYS_EMPATHY = fixed("SAYS_EMPATHY");
    /** Empathy or mirroring (D14). */
    public static final Trait TENDS_FEELINGS = fixed("TENDS_FEELINGS");
    /** K7. */
    public static final Trait SETS_FOLLOW_UP = fixed("SETS_FOLLOW_UP");

    // What the ledger and the history show (computed)
    /** Something to be put right (E02). */
    public static final Trait STATES_PROBLEM = fixed("STATES_PROBLEM");
    /** The receiver of the contact (A09). */
    public static final Trait ATTENDED = fixed("ATTENDED");
    /** K11; at an opening, of a mood that is reported with it (A01, D01). */
    public static final Trait MOOD_IS_HOT = fixed("MOOD_IS_HOT");
    /** B14. */
    public static final Trait MOOD_IMPROVED = fixed("MOOD_IMPROVED");
    /** C17. */
    public static final Trait ENOUGH_OPEN_QUESTIONS = fixed("ENOUGH_OPEN_QUESTIONS");
    /** E12. */
    public static final Trait SEPARATE_APOLOGY = fixed("SEPARATE_APOLOGY");
    /** After this action. */
    public static final Trait LAST_ISSUE = fixed("LAST_ISSUE");
    /** After this action. */
    public static final Trait LAST_PROMISE = fixed("LAST_PROMISE");
    /** After this action. */
    public static final Trait LAST_BAD_NEWS = fixed("LAST_BAD_NEWS");
    /** After this action. */
    public static final Trait LAST_FOLLOW_UP = fixed("LAST_FOLLOW_UP");
    /** After this action. */
    public static final Trait LAST_DELIVERY_CHECK = fixed("LAST_DELIVERY_CHECK");
    /** After this action. */
    public static final Trait LAST_CHECK_BACK = fixed("LAST_CHECK_BACK");
    /** After this action. */
    public static final Trait LAST_UNCLEAR_POINT = fixed("LAST_UNCLEAR_POINT");
    /** Too late to renegotiate (B34). */
    public static final Trait PAST_DUE = fixed("PAST_DUE");
    /** B34. */
    public static final Trait NEWS_UNTOLD = fixed("NEWS_UNTOLD");
    /** C29. */
    public static final Trait HAS_EVIDENCE = fixed("HAS_EVIDENCE");
    /** For a reassignment or correction. */
    public static final Trait HAS_REASON = fixed("HAS_REASON");
    /** B40. */
    public static final Trait HAS_SUMMARY = fixed("HAS_SUMMARY");
    /** D10, D11. */
    public static final Trait HELD_BY_EMPLOYEE = fixed("HELD_BY_EMPLOYEE");
    /** Nobody hands over to oneself. */
    public static final Trait RECEIVER_IS_OWNER = fixed("RECEIVER_IS_OWNER");
    /** The one who joined or accepted (E15). */
    public static final Trait RECEIVER_MATCHES = fixed("RECEIVER_MATCHES");
    /** E18, E26. */
    public static final Trait GIVER_HOLDS_FOLLOW_UP = fixed("GIVER_HOLDS_FOLLOW_UP");
    /** E17. */
    public static final Trait LIVE_CONTACT = fixed("LIVE_CONTACT");
    /** B45. */
    public static final Trait TOOK_CONTACT = fixed("TOOK_CONTACT");
    /** A26. */
    public static final Trait ALREADY_PROMISED = fixed("ALREADY_PROMISED");
    /** A26. */
    public static final Trait ASKED_FOR = fixed("ASKED_FOR");
    /** A28. */
    public static final Trait BELOW_APPRECIATION = fixed("BELOW_APPRECIATION");
    /** D15. */
    public static final Trait FEWER_FEELING_ACTS = fixed("FEWER_FEELING_ACTS");
    /** A21. */
    public static final Trait LESS_TIME_ON_FEELINGS = fixed("LESS_TIME_ON_FEELINGS");
    /** There is something that cannot be done (B34). */
    public static final Trait KNOWS_LIMIT = fixed("KNOWS_LIMIT");
    /** The answer (A22). */
    public static final Trait ANSWER_IS_YES = fixed("ANSWER_IS_YES");
    /** K6. */
    public static final Trait THIRD_ATTEMPT = fixed("THIRD_ATTEMPT");
    /** K6. */
    public static final Trait SECOND_CHANNEL = fixed("SECOND_CHANNEL");
    /** A step that opened no duty and named no owner. */
    public static final Trait CORRECTABLE = fixed("CORRECTABLE");
    /** For a merge. */
    public static final Trait SAME_CUSTOMER = fixed("SAME_CUSTOMER");
    /** Adopting and correcting. */
    public static final Trait STANDS_IN_AWAITING = fixed("STANDS_IN_AWAITING");
    /** Adopting and correcting. */
    public static final Trait STANDS_IN_LISTENING = fixed("STANDS_IN_LISTENING");
    /** Adopting and correcting. */
    public static final Trait STANDS_IN_SOLVING = fixed("STANDS_IN_SOLVING");
    /** Adopting and correcting. */
    public static final Trait STANDS_IN_DELIVERING = fixed("STANDS_IN_DELIVERING");
    /** Adopting and correcting. */
    public static final Trait STANDS_IN_FOLLOWING_UP = fixed("STANDS_IN_FOLLOWING_UP");
    /** The deadline's breach (C25). */
    public static final Trait PROMISE_LAPSED = fixed("PROMISE_LAPSED");
    /** The deadline's breach (D12). */
    public static final Trait FOLLOW_UP_LAPSED = fixed("FOLLOW_UP_LAPSED");
    /** The deadline's breach (B51). */
    public static final Trait ANSWER_LAPSED = fixed("ANSWER_LAPSED");

    // What a person attests, or a text shows: good
    /** B02. */
    public static final Trait AGENT_CALM = trait("AGENT_CALM");
    /** C12, E10. */
    public static final Trait ATTENTIVE = trait("ATTENTIVE");
    /** C13. */
    public static final Trait OPEN_BODY_LANGUAGE = trait("OPEN_BODY_LANGUAGE");
    /** C18. */
    public static final Trait FACTS_COMPLETE = trait("FACTS_COMPLETE");
    /** B31. */
    public static final Trait VERIFIED = trait("VERIFIED");
    /** B32. */
    public static final Trait FEASIBLE = trait("FEASIBLE");
    /** D01. */
    public static final Trait COMPLAINS = trait("COMPLAINS");
    /** A13, E05, K2: a form of apologise, apology or sorry. */
    public static final Trait APOLOGY_WORDS = trait("APOLOGY_WORDS");
    /** A13, K2: a form of apologise or apology; sorry is not enough. */
    public static final Trait WORD_APOLOGISE = trait("WORD_APOLOGISE");
    /** A14, K2. */
    public static final Trait FIRST_PERSON = trait("FIRST_PERSON");
    /** A14, C08. */
    public static final Trait NAMES_PROBLEM = trait("NAMES_PROBLEM");
    /** A14. */
    public static final Trait UNCONDITIONAL = trait("UNCONDITIONAL");
    /** B12. */
    public static final Trait SHOWS_UNDERSTANDING = trait("SHOWS_UNDERSTANDING");
    /** B12, C03. */
    public static final Trait COMMITS_TO_HELP = trait("COMMITS_TO_HELP");
    /** C15. */
    public static final Trait NAMES_FEELING = trait("NAMES_FEELING");
    /** C17. */
    public static final Trait OPEN_ENDED = trait("OPEN_ENDED");
    /** C20. */
    public static final Trait OWN_WORDS = trait("OWN_WORDS");
    /** B19. */
    public static final Trait ADDRESSES_ISSUE = trait("ADDRESSES_ISSUE");
    /** E16. */
    public static final Trait EXPLAINS_PROBLEM = trait("EXPLAINS_PROBLEM");
    /** B39. */
    public static final Trait RESTATES_AGREEMENT = trait("RESTATES_AGREEMENT");
    /** B38. */
    public static final Trait RESTATES_RESOLVED = trait("RESTATES_RESOLVED");
    /** A27. */
    public static final Trait EXPRESSES_APPRECIATION = trait("EXPRESSES_APPRECIATION");
    /** A23. */
    public static final Trait ADDRESSES_BY_NAME = trait("ADDRESSES_BY_NAME");
    /** A23. */
    public static final Trait ASKS_ABOUT_WHOLE = trait("ASKS_ABOUT_WHOLE");
    /** C26. */
    public static final Trait THANKS_FOR_RAISING = trait("THANKS_FOR_RAISING");
    /** B42. */
    public static final Trait MENTIONS_SECOND_CHANCE = trait("MENTIONS_SECOND_CHANCE");

    // What a person attests, or a text shows: against it
    /** A12. */
    public static final Trait CLICHE = trait("CLICHE");
    /** A14. */
    public static final Trait BOILERPLATE = trait("BOILERPLATE");
    /** A07. */
    public static final Trait PLEADS_UNINVOLVED = trait("PLEADS_UNINVOLVED");
    /** A08. */
    public static final Trait SPLITS_OWNERSHIP = trait("SPLITS_OWNERSHIP");
    /** A10, C06. */
    public static final Trait SHIFTS_BLAME = trait("SHIFTS_BLAME");
    /** B01. */
    public static final Trait TAKES_PERSONALLY = trait("TAKES_PERSONALLY");
    /** C04. */
    public static final Trait NEGATIVE_TONE = trait("NEGATIVE_TONE");
    /** C23. */
    public static final Trait NEGATIVE_PHRASE = trait("NEGATIVE_PHRASE");
    /** C11. */
    public static final Trait MAKES_EXCUSE = trait("MAKES_EXCUSE");
    /** B18. */
    public static final Trait SAYS_OBVIOUS = trait("SAYS_OBVIOUS");
    /** B18. */
    public static final Trait UNEXPLAINED_JARGON = trait("UNEXPLAINED_JARGON");
    /** B08, B32. */
    public static final Trait OVERPROMISES = trait("OVERPROMISES");
    /** B32, D11. */
    public static final Trait PROMISES_WITHOUT_DATE = trait("PROMISES_WITHOUT_DATE");
    /** D09. */
    public static final Trait PUSHES_FOLLOW_UP = trait("PUSHES_FOLLOW_UP");
    /** C27, B47. */
    public static final Trait DISCOURTEOUS = trait("DISCOURTEOUS");
    /** E22. */
    public static final Trait WRONG_ATTITUDE = trait("WRONG_ATTITUDE");

    /** A14: the apology hangs on an if, or on how the customer feels, or nobody did what it regrets. */
    public static final Trait CONDITIONAL = trait("CONDITIONAL");

    // What a text may show: read by advice and by nothing that refuses
    /** B01. */
    public static final Trait MAY_TAKE_PERSONALLY = doubtful("MAY_TAKE_PERSONALLY");
    /** A07. */
    public static final Trait MAY_PLEAD_UNINVOLVED = doubtful("MAY_PLEAD_UNINVOLVED");
    /** A08. */
    public static final Trait MAY_SPLIT_OWNERSHIP = doubtful("MAY_SPLIT_OWNERSHIP");
    /** A10, C06. */
    public static final Trait MAY_SHIFT_BLAME = doubtful("MAY_SHIFT_BLAME");
    /** A12, A14. */
    public static final Trait MAY_APOLOGISE_EMPTILY = doubtful("MAY_APOLOGISE_EMPTILY");
    /** C11. */
    public static final Trait MAY_MAKE_EXCUSE = doubtful("MAY_MAKE_EXCUSE");
    /** B18. */
    public static final Trait MAY_TALK_DOWN = doubtful("MAY_TALK_DOWN");
    /** C04, C23. */
    public static final Trait MAY_BE_NEGATIVE = doubtful("MAY_BE_NEGATIVE");
    /** B08, B32. */
    public static final Trait MAY_OVERPROMISE = doubtful("MAY_OVERPROMISE");
    /** D09. */
    public static final Trait MAY_PUSH_FOLLOW_UP = doubtful("MAY_PUSH_FOLLOW_UP");
    /** C27, B47, E22. */
    public static final Trait MAY_BE_DISCOURTEOUS = doubtful("MAY_BE_DISCOURTEOUS");

    private Traits() {
    }

    /**
     * Every standard trait, in the order of its bit.
     *
     * @return an immutable list
     */
    public static List<Trait> all() {
        return List.copyOf(ALL);
    }

    private static Trait trait(String name) {
        return add(new Trait(name, true, ALL.size()));
    }

    /**
     * What a text may show, though nobody is sure enough to refuse it: only advice reads these.
     *
     * @return an immutable set
     */
    public static Set<Trait> doubtful() {
        return Set.copyOf(DOUBTFUL);
    }

    private static Trait doubtful(String name) {
        Trait trait = fixed(name);
        DOUBTFUL.add(trait);
        return trait;
    }

    /** One that nobody can attest. */
    private static Trait fixed(String name) {
        return add(new Trait(name, false, ALL.size()));
    }

    private static Trait add(Trait trait) {
        ALL.add(trait);
        return trait;
    }
}
