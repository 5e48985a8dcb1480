package org.servicerecovery.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/** What a plan keeps to beyond the playbook's rules, so that it can be followed: written as guardrails, of planners only. */
final class Prudence {
    /** Keeping the books, and beginning anew, gets nobody anywhere. */
    static final Set<Step> BOOKKEEPING = EnumSet.of(Step.CORRECT, Step.ADOPT, Step.ABSORB, Step.MERGE, Step.REOPEN);
    /** Giving up, passing on, being let off, declaring the customer unreachable, waiting for time to pass: where nothing else leads there. */
    static final Set<Step> LAST_RESORTS = EnumSet.of(Step.REPORT_WITHDRAWAL, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED,
        Step.CLOSE_AS_UNANSWERED, Step.CLOSE_AS_UNRECOVERED, Step.RECORD_PROOF, Step.RECORD_REFERRAL, Step.REASSIGN, Step.TRANSFER, Step.HAND_OVER_PROMISES, Step.RECORD_NEED,
        Step.RECORD_ATTEMPT, Step.REPORT_LAPSE, Step.REPORT_PROMISE_RELEASED);
    /** What the case decides: no actor can do the step without. */
    static final Set<Trait> GIVEN = Set.of(Traits.PAST_DUE, Traits.FIX_IN_REACH);

    /** Another act of the same message is a step of its own, before; nothing counts on it. */
    private static final Guardrail ONE_BY_ONE = Guardrail.named("one-by-one").watches(Step.judged())
        .bars(Traits.SAYS_EMPATHY, Traits.TENDS_FEELINGS, Traits.STATES_OWNERSHIP, Traits.SETS_FOLLOW_UP).because("Plans take one step at a time.")
        .from("plan");
    /** A promise whose breaking was not told yet can be kept once it was: as long as bad news is owed, that is not so. */
    static final Guardrail NEWS_FIRST = Guardrail.named("news-first").watches(Step.KEEP_PROMISE).when(Facts.BAD_NEWS_OWED)
        .needs(Traits.NEWS_UNTOLD).because("Bad news is told before the promise is kept.").from("plan");
    /** Nobody calms down for nothing. */
    private static final Guardrail CALM_IS_EARNED = Guardrail.named("calm-is-earned").watches(Step.REPORT_MOOD).when(Facts.MOOD_HOT)
        .unless(Traits.MOOD_IS_HOT).needs(Facts.APOLOGY_GIVEN, Facts.FEELINGS_TENDED).because("A heated customer is tended before a plan counts on calm.")
        .from("plan");

    private Prudence() {
    }

    /** The customer is let down once more: it may happen, and nobody plans it. */
    static boolean setback(Move move) {
        return move.row().step().isReport() && move.row().to().compareTo(move.row().from()) < 0;
    }

    /** The rules that a plan keeps; the last one only as long as something else leads there. */
    static List<Guardrail> rules(boolean hopeful) {
        return hopeful ? List.of(ONE_BY_ONE) : List.of(ONE_BY_ONE, CALM_IS_EARNED);
    }
}
