package org.servicerecovery.verify;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbooks.Row;

/** Playbooks of a few rows, sound and broken, each made to exercise something that a proof can get wrong. */
final class SmallPlaybooks {
    private static final Fact VIP_CALLED = Fact.named("VIP_CALLED");
    private static final Fact REFUND_PAID = Fact.named("REFUND_PAID");
    private static final Fact PARCEL_SENT = Fact.named("PARCEL_SENT");
    private static final Fact[] NONE = {};
    private static final List<Transition> OPENING = Row.on(OPEN).in(AWAITING).unless(OPENED).goesTo(LISTENING).sets(OPENED, OWNER_NAMED).rows();

    private SmallPlaybooks() {
    }

    static List<SmallPlaybook> all() {
        return Stream.of(sound(), broken(), guarded(), ended(), told(), hosts(), passed(), cured()).flatMap(List::stream).toList();
    }

    /** An end that has whatever the table of ends asks for, but for what is lacking. */
    private static Row won(RecoveryState from, Fact... lacking) {
        List<Fact> facts = new ArrayList<>(List.of(OWNER_NAMED, FOLLOWED_UP, SATISFACTION_ASKED, ANYTHING_ELSE_ASKED, CUSTOMER_SATISFIED,
            CONFIDENCE_RECORDED, THANKED, ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED));
        facts.removeAll(List.of(lacking));
        return Row.on(CLOSE_AS_RECOVERED).in(from).goesTo(RECOVERED).sets(facts.toArray(NONE)).clears(ISSUE_OPEN, PROMISE_OPEN, BAD_NEWS_OWED);
    }

    private static Condition lacks(Term... terms) {
        return new Condition(Set.of(), Set.of(terms));
    }

    private static Condition has(Term... terms) {
        return Condition.ALWAYS.and(terms);
    }

    static Deadline clock(Deadline.Builder builder) {
        return builder.within(Duration.ofHours(1)).at(100, Kind.BREACH, "owner").from("test");
    }

    private static List<SmallPlaybook> sound() {
        Fact[] links = {STORY_RECORDED, FAILURE_NAMED, PARAPHRASED, DESIRED_OUTCOME_KNOWN, PRIORITY_KNOWN, CONCERN_DESIGNATED, PERSPECTIVE_TAKEN,
            LIMITS_RECORDED, CUSTOMER_CONTRIBUTED, PLAN_EXPLAINED, AGREEMENT_CONFIRMED, VALUED};
        Step[] forging = {RECORD_STORY, RECORD_FAILURE, PARAPHRASE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE,
            RECORD_LIMITS, REPORT_CONTRIBUTION, EXPLAIN_PLAN, CONFIRM_IN_WRITING, VALUE_CUSTOMER};
        SmallPlaybook chain = new SmallPlaybook("long-chain", "twelve steps, each of which needs the one before it").rows(OPENING)
            .rows(won(LISTENING).when(links[11])).never(new Property("twelve-deep", "It takes every step.", LISTENING, has(links[11])))
            .never(new Property("not-six-without-five", "It cannot happen.", LISTENING, has(links[6]).without(links[5])));
        SmallPlaybook diamond = new SmallPlaybook("diamond", "six steps in any order, which all lead to the same").rows(OPENING)
            .rows(won(LISTENING).when(Arrays.copyOf(links, 6)))
            .never(new Property("three-without-one", "It happens at once.", LISTENING, has(links[3], links[4]).without(links[1])));
        for (int i = 0; i < links.length; i++) {
            Row link = Row.on(forging[i]).in(LISTENING).sets(links[i]);
            chain.rows(i == 0 ? link : link.when(links[i - 1]));
            if (i < 6) {
                diamond.rows(Row.on(forging[i]).in(LISTENING).sets(links[i]));
            }
        }
        return List.of(chain, diamond,
            new SmallPlaybook("straight", "one way without a choice").rows(OPENING).rows(won(LISTENING)),
            new SmallPlaybook("chosen-by-traits", "rows that a trait chooses, absent facts and traits")
                .rows(Row.on(OPEN).in(AWAITING).when(ATTENDED).unless(OPENED).goesTo(LISTENING).sets(OPENED, OWNER_NAMED).as("attended"))
                .rows(Row.on(OPEN).in(AWAITING).unless(OPENED, ATTENDED).sets(OPENED, CUSTOMER_WAITING).as("unattended"))
                .rows(Row.on(TAKE_OWNERSHIP).in(AWAITING).goesTo(LISTENING).sets(OWNER_NAMED))
                .rows(Row.on(APOLOGISE).in(LISTENING).when(APOLOGY_WORDS).unless(CLICHE).sets(APOLOGY_GIVEN).clears(CUSTOMER_WAITING).as("proper"))
                .rows(Row.on(APOLOGISE).in(LISTENING).when(CLICHE).unless(CUSTOMER_WAITING).as("worn"))
                .rows(won(LISTENING).when(APOLOGY_GIVEN).unless(CUSTOMER_WAITING))
                .never(new Property("waiting", "Somebody waits.", LISTENING, has(CUSTOMER_WAITING)))
                .never(new Property("waiting-after-all", "It cannot happen.", LISTENING, has(CUSTOMER_WAITING, APOLOGY_GIVEN))),
            new SmallPlaybook("loop", "a way round and round that starts anew").rows(OPENING)
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).goesTo(SOLVING).sets(STORY_CONFIRMED))
                .rows(Row.on(PROPOSE_SOLUTION).in(SOLVING).sets(SOLUTION_PROPOSED))
                .rows(Row.on(REPORT_AGREEMENT).in(SOLVING).when(SOLUTION_PROPOSED).goesTo(DELIVERING).sets(SOLUTION_AGREED))
                .rows(Row.on(REPORT_REJECTION).in(DELIVERING).goesTo(SOLVING).sets(ISSUE_OPEN).clears(SOLUTION_PROPOSED, SOLUTION_AGREED))
                .rows(Row.on(RECORD_DELIVERY).in(DELIVERING).when(SOLUTION_AGREED).goesTo(FOLLOWING_UP).sets(DELIVERED))
                .rows(Row.on(REPORT_CONTACT).in(FOLLOWING_UP).goesTo(LISTENING).clears(DELIVERED, SOLUTION_AGREED, STORY_CONFIRMED))
                .rows(won(FOLLOWING_UP))
                .never(new Property("second-round", "It takes a rejection.", FOLLOWING_UP, has(ISSUE_OPEN)))
                .never(new Property("heard-again", "It takes a whole round.", LISTENING, has(SOLUTION_PROPOSED, ISSUE_OPEN))));
    }

    private static List<SmallPlaybook> broken() {
        return List.of(
            new SmallPlaybook("never-there", "a state that is never reached, and rows that are never taken").rows(OPENING).rows(won(LISTENING))
                .rows(Row.on(START_WORK).in(LISTENING).when(SOLUTION_AGREED).goesTo(DELIVERING))
                .rows(Row.on(KEEP_PROMISE).in(DELIVERING, SOLVING)).rows(Row.on(ESCALATE).in(LISTENING).goesTo(FOLLOWING_UP).sets(ESCALATED))
                .rows(won(FOLLOWING_UP)).rows(Row.on(PARK).in(FOLLOWING_UP).unless(ESCALATED)),
            new SmallPlaybook("never-permitted", "a state that is never reached, in which nothing could be done either").rows(OPENING)
                .rows(won(LISTENING)).rows(Row.on(KEEP_PROMISE).in(LISTENING, DELIVERING).when(BY_OWNER))
                .rule("never-by-owners", rule -> rule.watches(KEEP_PROMISE).bars(BY_OWNER)),
            new SmallPlaybook("dead-end", "a step after which nobody can be recovered").rows(OPENING)
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).goesTo(SOLVING)).rows(Row.on(TELL_LIMIT).in(SOLVING).sets(LIMIT_UNTOLD))
                .rows(Row.on(DIAGNOSE).in(SOLVING).goesTo(DELIVERING).sets(PERSPECTIVE_TAKEN))
                .rows(Row.on(TELL_PROGRESS).in(DELIVERING).unless(PERSPECTIVE_TAKEN).clears(LIMIT_UNTOLD))
                .rows(won(DELIVERING)).rule("nothing-untold", rule -> rule.watches(CLOSE_AS_RECOVERED).bars(LIMIT_UNTOLD)),
            new SmallPlaybook("withdrawn-only", "a way to recover that needs what only a withdrawal brings").rows(OPENING)
                .rows(Row.on(REPORT_WITHDRAWAL).in(LISTENING).sets(WITHDRAWAL_REPORTED))
                .rows(Row.on(CLOSE_AS_WITHDRAWN).in(LISTENING).goesTo(WITHDRAWN)).rows(won(LISTENING).when(WITHDRAWAL_REPORTED)),
            new SmallPlaybook("owner-lost", "an owner who is lost on the third step").rows(OPENING)
                .rows(Row.on(REQUEST_TRANSFER).in(LISTENING).sets(TRANSFER_REQUESTED))
                .rows(Row.on(TRANSFER).in(LISTENING).when(TRANSFER_REQUESTED).goesTo(SOLVING).clears(OWNER_NAMED, TRANSFER_REQUESTED))
                .rows(Row.on(TAKE_OWNERSHIP).in(SOLVING).unless(OWNER_NAMED).goesTo(LISTENING).sets(OWNER_NAMED)).rows(won(LISTENING)),
            new SmallPlaybook("reopened", "an end that is left again, which recovers nobody").rows(OPENING).rows(won(LISTENING).unless(REOPENED))
                .rows(Row.on(REPORT_RENEWAL).in(RECOVERED, UNANSWERED).sets(COMPLAINT_RENEWED))
                .rows(Row.on(REOPEN).in(RECOVERED).when(COMPLAINT_RENEWED).goesTo(LISTENING).sets(REOPENED).clears(COMPLAINT_RENEWED))
                .rows(Row.on(REOPEN).in(UNANSWERED).when(COMPLAINT_RENEWED).goesTo(LISTENING))
                .rows(Row.on(CLOSE_AS_UNANSWERED).in(LISTENING).goesTo(UNANSWERED)),
            new SmallPlaybook("merged", "duplicates, which are left out of the search").rows(OPENING).rows(won(LISTENING))
                .rows(Row.on(MERGE).in(LISTENING, RECOVERED).unless(MERGED).sets(MERGED).clears(OWNER_NAMED))
                .rule("duplicates-rest", rule -> rule.watches(CLOSE_AS_RECOVERED, MERGE).bars(MERGED))
                .rule("merged-by-owners", rule -> rule.watches(MERGE).needs(BY_OWNER)),
            new SmallPlaybook("clocks", "deadlines that never start, are never met, or both happen").rows(OPENING).rows(won(LISTENING))
                .rows(Row.on(APOLOGISE).in(LISTENING).sets(APOLOGY_GIVEN)).rows(Row.on(THANK).in(LISTENING).when(DELIVERED))
                .clocks(clock(Deadline.named("fine").startsWhen(OPENED).metWhen(APOLOGY_GIVEN)),
                    clock(Deadline.named("never-starts").startsWith(THANK).metWith(APOLOGISE)),
                    clock(Deadline.named("never-met").startsWith(OPEN).metWhenNoLonger(OWNER_NAMED).metWith(THANK))));
    }

    private static List<SmallPlaybook> guarded() {
        List<Transition> feelings = new ArrayList<>(Row.on(REPORT_MOOD).in(LISTENING).when(MOOD_IS_HOT).sets(MOOD_HOT).as("hot"));
        feelings.addAll(Row.on(REPORT_MOOD).in(LISTENING).unless(MOOD_IS_HOT).clears(MOOD_HOT).as("calm"));
        feelings.addAll(Row.on(APOLOGISE).in(LISTENING).sets(APOLOGY_GIVEN).rows());
        feelings.addAll(Row.on(EMPATHISE).in(LISTENING).sets(FEELINGS_TENDED).rows());
        return List.of(
            new SmallPlaybook("guarded", "guardrails that need all, need any, bar, and apply only at times").rows(OPENING).rows(feelings)
                .rows(Row.on(PARK).in(LISTENING).sets(VALUED)).rows(won(LISTENING))
                .rule("all", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(FEELINGS_TENDED, APOLOGY_GIVEN))
                .rule("any", rule -> rule.watches(EMPATHISE).needsAny(APOLOGY_GIVEN, SAYS_EMPATHY))
                .rule("none", rule -> rule.watches(CLOSE_AS_RECOVERED).bars(MOOD_HOT, DISCOURTEOUS))
                .rule("at-times", rule -> rule.watches(PARK).when(MOOD_HOT).unless(FEELINGS_TENDED).needs(BY_SUPERVISOR).bars(VALUED))
                .never(new Property("parked-hot", "A hot case is parked.", LISTENING, has(VALUED, MOOD_HOT).without(APOLOGY_GIVEN))),
            new SmallPlaybook("says-nothing", "guardrails that never bite, never decide alone, or are off").rows(OPENING).rows(feelings)
                .rows(won(LISTENING)).rows(Row.on(THANK).in(LISTENING).when(APOLOGY_GIVEN).sets(VALUED))
                .rule("never-bites", rule -> rule.watches(CLOSE_AS_RECOVERED).in(LISTENING, SOLVING).needs(OWNER_NAMED))
                .rule("advice-never-bites", rule -> rule.watches(CLOSE_AS_RECOVERED).bars(DELIVERED).advises())
                .rule("wide", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(APOLOGY_GIVEN, FEELINGS_TENDED))
                .rule("narrow", rule -> rule.watches(CLOSE_AS_RECOVERED).when(MOOD_HOT).needs(APOLOGY_GIVEN))
                .rule("alone-by-a-trait", rule -> rule.watches(CLOSE_AS_RECOVERED).when(MOOD_HOT).needsAny(APOLOGY_GIVEN, BY_SUPERVISOR)
                    .bars(HAS_REASON))
                .rule("where-no-row-is", rule -> rule.watches(THANK).needs(APOLOGY_GIVEN))
                .rule("only-where-no-row-goes", rule -> rule.watches(THANK).in(AWAITING).needs(OPENED))
                .rule("off", Level.OFF, rule -> rule.watches(THANK).bars(VALUED)),
            new SmallPlaybook("waivable", "guardrails on whose waiver the owner is lost and an end lacks its thanks").rows(OPENING)
                .rows(won(LISTENING, THANKED)).rows(Row.on(THANK).in(LISTENING).sets(THANKED))
                .rows(Row.on(TRANSFER).in(LISTENING).sets(HANDED_OVER).clears(OWNER_NAMED))
                .rule("thanks-first", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(THANKED).waivableBy("supervisor"))
                .rule("no-plain-transfer", rule -> rule.watches(TRANSFER).needs(RECEIVER_JOINED).waivableBy("supervisor")),
            new SmallPlaybook("nights", "teams that lower one guardrail and raise another").rows(OPENING).rows(feelings)
                .rows(won(LISTENING, THANKED).when(FEELINGS_TENDED)).rows(Row.on(THANK).in(LISTENING).sets(THANKED))
                .rule("thanks-first", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(THANKED))
                .rule("calm-only", Level.SHADOW, rule -> rule.watches(EMPATHISE).bars(OPENED))
                .rule("apologies-are-advised", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(APOLOGY_GIVEN).advises())
                .level("night", "thanks-first", Level.ADVISE).level("strict", "calm-only", Level.REFUSE)
                .level("strict", "apologies-are-advised", Level.REFUSE)
                .never(new Property("unapologetic", "Nobody apologised.", RECOVERED, lacks(APOLOGY_GIVEN))));
    }

    private static List<SmallPlaybook> ended() {
        return List.of(
            new SmallPlaybook("ends-badly", "ends without what the table of ends asks for, by several ways").rows(OPENING)
                .rows(Row.on(SEND_HOLDING_RESPONSE).in(LISTENING).sets(FIRST_RESPONSE_GIVEN))
                .rows(Row.on(MAKE_PROMISE).in(LISTENING).when(FIRST_RESPONSE_GIVEN).sets(PROMISE_OPEN))
                .rows(Row.on(REPORT_WITHDRAWAL).in(LISTENING).sets(WITHDRAWAL_REPORTED)).rows(Row.on(THANK).in(LISTENING).sets(THANKED))
                .rows(Row.on(CLOSE_AS_WITHDRAWN).in(LISTENING).when(WITHDRAWAL_REPORTED).goesTo(WITHDRAWN))
                .rows(won(LISTENING, THANKED).unless(FIRST_RESPONSE_GIVEN).as("quick"))
                .rows(won(LISTENING, FOLLOWED_UP, CONFIDENCE_RECORDED).when(FIRST_RESPONSE_GIVEN).as("slow")),
            new SmallPlaybook("ends-by-halves", "cells of the table of ends that ask for alternatives").rows(OPENING).rows(won(LISTENING))
                .rows(Row.on(ASK_TO_RESTATE).in(LISTENING).sets(RESTATE_ASKED)).rows(Row.on(RECORD_DELIVERY).in(LISTENING).sets(DELIVERED))
                .rows(Row.on(ASK_SATISFACTION).in(LISTENING).when(DELIVERED, RESTATE_ASKED).sets(SATISFACTION_ASKED))
                .rows(Row.on(CLOSE_AS_UNANSWERED).in(LISTENING).goesTo(UNANSWERED).sets(THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED, ANSWER_OVERDUE,
                    THANKED_IN_WRITING, ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED))
                .rows(Row.on(CLOSE_AS_UNRECOVERED).in(LISTENING).unless(DELIVERED).goesTo(UNRECOVERED)
                    .sets(FOLLOWED_UP, CUSTOMER_DISSATISFIED, THANKED, PROOF_RECORDED, APOLOGY_GIVEN, ACKNOWLEDGED, ESCALATED, ROOT_CAUSE_CONSIDERED,
                    IMPROVEMENT_NOTED))
                .rule("asked-if-delivered", rule -> rule.watches(CLOSE_AS_UNANSWERED).when(DELIVERED).needsAny(SATISFACTION_ASKED, BY_SUPERVISOR)));
    }

    private static List<SmallPlaybook> told() {
        return List.of(
            new SmallPlaybook("adopted", "tickets from elsewhere, with facts that no row knows of").rows(OPENING).rows(won(SOLVING))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_AWAITING).unless(OPENED).sets(OPENED).as("awaiting"))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_LISTENING).unless(OPENED, STANDS_IN_AWAITING).goesTo(LISTENING).sets(OPENED)
                    .as("in-listening"))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_SOLVING).unless(OPENED, STANDS_IN_AWAITING, STANDS_IN_LISTENING).goesTo(SOLVING)
                    .sets(OPENED).as("in-solving"))
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).goesTo(SOLVING).sets(STORY_CONFIRMED))
                .rows(Row.on(CLOSE_AS_REFERRED).in(SOLVING).goesTo(REFERRED)
                    .sets(REFERRAL_RECORDED, ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED, THANKED))
                .standing(LISTENING, OWNER_NAMED).standing(SOLVING, STORY_CONFIRMED)
                .never(new Property("hot", "It comes with the ticket.", SOLVING, has(MOOD_HOT).without(VALUED)))
                .never(new Property("promised", "It comes with the ticket.", LISTENING, has(PROMISE_OPEN, FOLLOW_UP_SET)))
                .never(new Property("floor-taken", "It cannot be attested.", LISTENING, has(CUSTOMER_HAS_FLOOR)))
                .never(new Property("beyond", "It would stand further.", LISTENING, has(STORY_CONFIRMED))),
            new SmallPlaybook("adopted-unasked", "tickets from elsewhere that a row takes wherever they stand").rows(won(LISTENING))
                .rows(Row.on(ADOPT).in(AWAITING).unless(OPENED).goesTo(LISTENING).sets(OPENED)).standing(LISTENING, OWNER_NAMED),
            new SmallPlaybook("adopted-and-taken-over", "a ticket without an owner, whose owner is named with the adoption").rows(won(LISTENING))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_AWAITING).unless(OPENED).goesTo(LISTENING).sets(OPENED, OWNER_NAMED))
                .standing(LISTENING, OWNER_NAMED).never(new Property("valued", "It comes with the ticket.", LISTENING, has(VALUED))),
            new SmallPlaybook("adopted-as-ended", "tickets that are over, with or without what an end asks for, or of which just that is taken back")
                .rows(Row.on(OPEN).in(AWAITING).unless(OPENED).sets(OPENED)).rows(Row.on(EXPLAIN).in(AWAITING).sets(WITHDRAWAL_REPORTED))
                .rows(Row.on(TAKE_OWNERSHIP).in(AWAITING).goesTo(LISTENING).sets(OWNER_NAMED)).rows(won(LISTENING))
                .rows(Row.on(ADOPT).in(AWAITING).unless(OPENED).goesTo(WITHDRAWN).sets(OPENED))
                .rows(Row.on(CORRECT).in(AWAITING).when(STANDS_IN_AWAITING, WITHDRAWAL_REPORTED).goesTo(WITHDRAWN)),
            new SmallPlaybook("adopted-with-a-gap", "a standing that leaves a state out").rows(OPENING).rows(won(LISTENING)).rows(won(DELIVERING))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_LISTENING).unless(OPENED).goesTo(LISTENING).sets(OPENED).as("in-listening"))
                .rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_DELIVERING).unless(OPENED, STANDS_IN_LISTENING).goesTo(DELIVERING).sets(OPENED)
                    .as("in-delivering"))
                .standing(LISTENING, OWNER_NAMED).standing(DELIVERING, SOLUTION_AGREED)
                .never(new Property("agreed", "It would stand further.", LISTENING, has(SOLUTION_AGREED))),
            new SmallPlaybook("corrected", "entries taken back, from where a case falls back to where it then stands").rows(OPENING)
                .rows(won(SOLVING))
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).when(STORY_RECORDED).goesTo(SOLVING).sets(STORY_CONFIRMED))
                .rows(Row.on(RECORD_STORY).in(LISTENING).sets(STORY_RECORDED)).rows(Row.on(PROPOSE_SOLUTION).in(SOLVING).sets(SOLUTION_PROPOSED))
                .rows(Row.on(CORRECT).in(LISTENING, SOLVING).when(STANDS_IN_LISTENING).unless(STANDS_IN_SOLVING, STANDS_IN_AWAITING).goesTo(LISTENING)
                    .clears(SOLUTION_PROPOSED).as("to-listening"))
                .rows(Row.on(CORRECT).in(SOLVING).when(STANDS_IN_SOLVING).unless(STANDS_IN_AWAITING).as("to-solving"))
                .rows(Row.on(CORRECT).in(SOLVING).when(STANDS_IN_AWAITING).goesTo(AWAITING).as("to-awaiting"))
                .standing(LISTENING, OWNER_NAMED).standing(SOLVING, STORY_CONFIRMED)
                .never(new Property("unheard", "The story was taken back.", SOLVING, has(SOLUTION_PROPOSED).without(STORY_RECORDED)))
                .never(new Property("proposed-early", "It was taken back.", LISTENING, has(SOLUTION_PROPOSED))),
            new SmallPlaybook("absorbed", "what a duplicate owed comes over").rows(OPENING).rows(won(LISTENING).unless(POINT_UNCLEAR))
                .rows(Row.on(ABSORB).in(LISTENING)).rows(Row.on(KEEP_PROMISE).in(LISTENING).when(PROMISE_OPEN).clears(PROMISE_OPEN))
                .rows(Row.on(CLARIFY_POINT).in(LISTENING).when(POINT_UNCLEAR).unless(BAD_NEWS_OWED).clears(POINT_UNCLEAR))
                .never(new Property("three-at-once", "They come together.", LISTENING, has(PROMISE_OPEN, ISSUE_OPEN, CHECK_BACK_SET))));
    }

    private static List<SmallPlaybook> hosts() {
        return List.of(
            new SmallPlaybook("hosts", "facts of a host's own, recorded one by one, that an end needs").declares(VIP_CALLED, REFUND_PAID, PARCEL_SENT)
                .rows(OPENING).rows(Row.on(RECORD_FACT).in(LISTENING)).rows(won(LISTENING).when(VIP_CALLED))
                .rule("refunds-are-paid-or-parcels-sent", rule -> rule.watches(CLOSE_AS_RECOVERED).needsAny(REFUND_PAID, PARCEL_SENT))
                .clocks(clock(Deadline.named("refund-due").startsWhen(VIP_CALLED).metWhen(REFUND_PAID)))
                .never(new Property("all-three", "They come one by one.", LISTENING, has(VIP_CALLED, REFUND_PAID, PARCEL_SENT)))
                .never(new Property("refund-without-call", "Nobody called.", LISTENING, has(REFUND_PAID).without(VIP_CALLED))),
            new SmallPlaybook("one-of-the-hosts", "after one fact of the host's no other is recorded").declares(VIP_CALLED, REFUND_PAID)
                .rows(OPENING).rows(Row.on(RECORD_FACT).in(LISTENING)).rows(won(LISTENING))
                .rule("one-is-enough", rule -> rule.watches(RECORD_FACT).bars(VIP_CALLED, REFUND_PAID))
                .never(new Property("both", "It cannot happen.", LISTENING, has(VIP_CALLED, REFUND_PAID))),
            new SmallPlaybook("idle-words", "facts of a host's own that nobody sets or nobody reads").declares(VIP_CALLED, REFUND_PAID, PARCEL_SENT)
                .rows(OPENING).rows(won(LISTENING)).rows(Row.on(ESCALATE).in(LISTENING).unless(VIP_CALLED).sets(REFUND_PAID))
                .rows(Row.on(PARK).in(LISTENING).when(VIP_CALLED)));
    }

    private static List<SmallPlaybook> passed() {
        return List.of(
            new SmallPlaybook("nobody-takes-it-up", "cases that are reopened with their owner, without one, and by chance").rows(OPENING)
                .rows(won(LISTENING)).rows(Row.on(CLOSE_AS_WITHDRAWN).in(AWAITING).goesTo(WITHDRAWN).sets(WITHDRAWAL_REPORTED))
                .rows(Row.on(CLOSE_AS_REFERRED).in(LISTENING).goesTo(REFERRED).sets(CHECK_BACK_SET))
                .rows(Row.on(REOPEN).in(RECOVERED).goesTo(LISTENING)).rows(Row.on(REOPEN).in(REFERRED).goesTo(AWAITING).clears(OWNER_NAMED, OPENED))
                .rows(Row.on(REOPEN).in(WITHDRAWN).when(BY_SUPERVISOR).goesTo(SOLVING).sets(OWNER_NAMED).as("taken"))
                .rows(Row.on(REOPEN).in(WITHDRAWN).unless(BY_SUPERVISOR).goesTo(SOLVING).as("left"))
                .rows(Row.on(CONFIRM_STORY).in(SOLVING).goesTo(LISTENING)),
            new SmallPlaybook("passed-on", "what is owed, dropped on the way to the next person").rows(OPENING)
                .rows(won(LISTENING)).rows(won(SOLVING)).rows(Row.on(MAKE_PROMISE).in(LISTENING).sets(PROMISE_OPEN))
                .rows(Row.on(SCHEDULE_FOLLOW_UP).in(LISTENING).when(PROMISE_OPEN).unless(LIMIT_UNTOLD).sets(FOLLOW_UP_SET))
                .rows(Row.on(TRANSFER).in(LISTENING).when(BY_OWNER).goesTo(SOLVING).clears(FOLLOW_UP_SET).as("by-the-owner"))
                .rows(Row.on(TRANSFER).in(LISTENING).unless(BY_OWNER).when(PROMISE_OPEN).goesTo(SOLVING).clears(FOLLOW_UP_SET, PROMISE_OPEN)
                    .as("by-another"))
                .rows(Row.on(ESCALATE).in(SOLVING).sets(ESCALATED).clears(PROMISE_OPEN))
                .rows(Row.on(REASSIGN).in(LISTENING, SOLVING).clears(ISSUE_OPEN))
                .rows(Row.on(PARK).in(LISTENING).sets(LIMIT_UNTOLD).clears(PROMISE_OPEN))
                .rule("no-debts", rule -> rule.watches(ESCALATE).bars(PROMISE_OPEN, FOLLOW_UP_SET).waivableBy("supervisor")),
            new SmallPlaybook("long-way-round", "what a transfer or a report would do at once, and patience does in the end").rows(OPENING)
                .rows(Row.on(REQUEST_TRANSFER).in(LISTENING).sets(TRANSFER_REQUESTED)).rows(won(SOLVING))
                .rows(Row.on(TRANSFER).in(LISTENING).goesTo(SOLVING)).rows(Row.on(RECORD_STORY).in(LISTENING).sets(STORY_RECORDED))
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).when(STORY_RECORDED).unless(TRANSFER_REQUESTED).goesTo(SOLVING)),
            new SmallPlaybook("waived-beside", "a mistake that one row makes anyway and another only with a waiver").rows(OPENING)
                .rows(Row.on(THANK).in(LISTENING).sets(THANKED)).rows(Row.on(PARK).in(LISTENING).when(THANKED).goesTo(SOLVING))
                .rows(won(LISTENING, THANKED).as("anyway")).rows(won(SOLVING, THANKED).as("waived")).rows(Row.on(EXPLAIN).in(SOLVING).clears(THANKED))
                .rule("stays-thanked", rule -> rule.watches(EXPLAIN).bars(OPENED).waivableBy("supervisor")));
    }

    private static List<SmallPlaybook> cured() {
        return List.of(
            new SmallPlaybook("hopeless", "refusals that nothing cures, by what they need and by what they bar").rows(OPENING)
                .rows(won(LISTENING)).rows(Row.on(THANK).in(LISTENING).sets(THANKED)).rows(Row.on(APOLOGISE).in(LISTENING).unless(VALUED))
                .rows(Row.on(PARK).in(LISTENING).sets(LIMIT_UNTOLD)).rows(Row.on(TELL_LIMIT).in(LISTENING).clears(LIMIT_UNTOLD))
                .rows(Row.on(EXPLAIN).in(LISTENING).unless(LIMIT_UNTOLD).clears(DELIVERED)).rows(Row.on(REPORT_MOOD).in(LISTENING).sets(ISSUE_OPEN))
                .rule("thanked", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(THANKED, BY_OWNER).bars(LIMIT_UNTOLD, CLICHE))
                .rule("valued", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(THANKED, VALUED))
                .rule("valued-or-else", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(VALUED).instead(THANK))
                .rule("valued-or-thanked", rule -> rule.watches(CLOSE_AS_RECOVERED).needsAny(VALUED, THANKED))
                .rule("valued-or-delivered", rule -> rule.watches(CLOSE_AS_RECOVERED).when(LIMIT_UNTOLD).needsAny(VALUED, DELIVERED))
                .rule("never-after-an-issue", rule -> rule.watches(CLOSE_AS_RECOVERED).bars(ISSUE_OPEN))
                .rule("cleared-where-it-never-is", rule -> rule.watches(CLOSE_AS_RECOVERED).bars(DELIVERED))
                .rule("only-advice", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(VALUED).advises())
                .level("strict", "only-advice", Level.REFUSE).level("lax", "valued", Level.ADVISE),
            new SmallPlaybook("cured", "refusals of which each can be cured, if only in another state").rows(OPENING).rows(won(SOLVING))
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).goesTo(SOLVING)).rows(Row.on(THANK).in(LISTENING).sets(THANKED))
                .rows(Row.on(REPORT_CONTACT).in(SOLVING).goesTo(LISTENING).sets(ISSUE_OPEN))
                .rows(Row.on(RESOLVE_ISSUE).in(LISTENING).clears(ISSUE_OPEN))
                .rule("thanked-and-resolved", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(THANKED).bars(ISSUE_OPEN)),
            new SmallPlaybook("adopted-where-it-stands", "a need that an adopted ticket could bring, if it did not stand elsewhere then")
                .rows(OPENING).rows(won(LISTENING)).rows(Row.on(ADOPT).in(AWAITING).when(STANDS_IN_AWAITING).unless(OPENED).sets(OPENED))
                .rows(Row.on(TAKE_OWNERSHIP).in(AWAITING).goesTo(LISTENING).sets(OWNER_NAMED)).standing(LISTENING, VALUED)
                .rule("valued", rule -> rule.watches(CLOSE_AS_RECOVERED).needs(VALUED)),
            new SmallPlaybook("clocks-in-order", "deadlines that are met too early, at once, again, or only after reopening").declares(PARCEL_SENT)
                .rows(OPENING).rows(won(SOLVING)).rows(Row.on(RECORD_FACT).in(LISTENING))
                .rows(Row.on(CONFIRM_STORY).in(LISTENING).when(PARCEL_SENT).goesTo(SOLVING).sets(STORY_CONFIRMED, OWNER_NAMED))
                .rows(Row.on(THANK).in(SOLVING).sets(VALUED)).rows(Row.on(APOLOGISE).in(LISTENING).clears(VALUED))
                .rows(Row.on(REOPEN).in(RECOVERED).goesTo(LISTENING).sets(REOPENED).clears(THANKED))
                .clocks(clock(Deadline.named("too-early").startsWith(CONFIRM_STORY).metWith(OPEN)),
                    clock(Deadline.named("only-at-once").startsWith(OPEN).metWhen(OWNER_NAMED)),
                    clock(Deadline.named("at-once-and-again").startsWhen(STORY_CONFIRMED).metWith(CONFIRM_STORY)),
                    clock(Deadline.named("after-reopening").startsWhen(STORY_CONFIRMED).metWhen(REOPENED)),
                    clock(Deadline.named("valued-no-longer").startsWhen(VALUED).metWhenNoLonger(VALUED)),
                    clock(Deadline.named("told").startsWhen(PARCEL_SENT).metWhen(PARCEL_SENT)),
                    clock(Deadline.named("no-delivery").startsWhen(PARCEL_SENT).metWhen(DELIVERED))));
    }
}
