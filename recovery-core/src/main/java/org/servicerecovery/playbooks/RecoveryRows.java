package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;

/**
 * What can be done in which state, and what it brings about: the rows that every shipped procedure shares. They permit; what a
 * source demands of them is in its guardrails. What differs from one procedure to another is a parameter of its own.
 */
final class RecoveryRows {
    private static final RecoveryState[] BEYOND = {SOLVING, DELIVERING, FOLLOWING_UP};

    private RecoveryRows() {
    }

    /** Words from a person to the customer answer him, whatever else they do. */
    private static Row says(Step step, Fact... more) {
        return Row.on(step).sets(FIRST_RESPONSE_GIVEN).sets(more).clears(CUSTOMER_WAITING);
    }

    /** What every procedure has. */
    static List<Transition> shared() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(listening());
        rows.addAll(understanding());
        rows.addAll(delivering());
        rows.addAll(followingUp());
        rows.addAll(anytime());
        return rows;
    }

    /** Where nothing is solved before the customer confirmed the story. */
    static List<Transition> confirmingTheStory() {
        return Row.on(CONFIRM_STORY).in(LISTENING).goesTo(SOLVING).sets(STORY_CONFIRMED).rows();
    }

    /** Where it is the first proposal that leads from listening to solving. */
    static List<Transition> solvingAtOnce(Fact... anew) {
        List<Transition> rows = new ArrayList<>(proposing(anew).sets(SOLVING_BEGUN).in(LISTENING).goesTo(SOLVING).rows());
        rows.addAll(Row.on(DIAGNOSE).in(LISTENING).rows());
        return rows;
    }

    /** A second apology counts in another message than the first, once all of this holds (E12). */
    static List<Transition> apologisingAgain(List<Fact> before) {
        List<Transition> rows = new ArrayList<>();
        Row again = says(APOLOGISE).in(LISTENING).when(APOLOGY_GIVEN);
        for (Fact fact : before) {
            rows.addAll(again.copy().unless(fact).as("before-" + fact.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            again.when(fact);
        }
        rows.addAll(again.copy().unless(SEPARATE_APOLOGY).as("same-message"));
        rows.addAll(again.copy().when(SEPARATE_APOLOGY).sets(APOLOGISED_AGAIN).as("again"));
        return rows;
    }

    /** Where a case leaves listening only with an apology, later ones add nothing but their number. */
    static List<Transition> apologisedBefore() {
        List<Transition> rows = new ArrayList<>(says(APOLOGISE).in(BEYOND).unless(SEPARATE_APOLOGY).as("same-message"));
        rows.addAll(says(APOLOGISE, APOLOGISED_AGAIN).in(BEYOND).when(SEPARATE_APOLOGY).as("again"));
        return rows;
    }

    /** Where the apology may come late. */
    static List<Transition> apologisingLate() {
        List<Transition> rows = new ArrayList<>(says(APOLOGISE, APOLOGY_GIVEN).in(BEYOND).unless(APOLOGY_GIVEN).as("first"));
        rows.addAll(says(APOLOGISE).in(BEYOND).when(APOLOGY_GIVEN).unless(SEPARATE_APOLOGY).as("same-message"));
        rows.addAll(says(APOLOGISE, APOLOGISED_AGAIN).in(BEYOND).when(APOLOGY_GIVEN, SEPARATE_APOLOGY).as("again"));
        return rows;
    }

    /** Where a case leaves listening only acknowledged. */
    static List<Transition> acknowledgedBefore() {
        return says(ACKNOWLEDGE).in(BEYOND).rows();
    }

    /** Where the acknowledgement may come late. */
    static List<Transition> acknowledgingLate() {
        return says(ACKNOWLEDGE, ACKNOWLEDGED).in(BEYOND).rows();
    }

    /** A new solution is a new turn: what belongs to the one before is forgotten, and what the order puts after it is owed anew. */
    static List<Transition> solving(Fact... anew) {
        return proposing(anew).in(SOLVING).rows();
    }

    private static Row proposing(Fact... anew) {
        return says(PROPOSE_SOLUTION, SOLUTION_PROPOSED).clears(SOLUTION_AGREED, AGREEMENT_CONFIRMED, PLAN_EXPLAINED, MOOD_READ).clears(anew);
    }

    private static List<Transition> listening() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(says(APOLOGISE, APOLOGY_GIVEN).in(LISTENING).unless(APOLOGY_GIVEN).as("first"));
        rows.addAll(says(ACKNOWLEDGE, ACKNOWLEDGED).in(LISTENING).unless(ACKNOWLEDGED).clears(MOOD_READ).as("first"));
        rows.addAll(says(ACKNOWLEDGE).in(LISTENING).when(ACKNOWLEDGED).as("again"));
        rows.addAll(says(EMPATHISE, FEELINGS_TENDED).clears(NO_RELIEF).rows());
        rows.addAll(says(MIRROR_FEELINGS, FEELINGS_TENDED, FEELINGS_MIRRORED).clears(NO_RELIEF).rows());
        rows.addAll(says(STATE_OWNERSHIP, OWNERSHIP_STATED).rows());
        rows.addAll(says(ASK_TO_RESTATE, RESTATE_ASKED).in(LISTENING).rows());
        rows.addAll(says(ASK_OPEN_QUESTION, OPEN_QUESTIONS_ASKED).in(LISTENING).when(ENOUGH_OPEN_QUESTIONS).as("enough"));
        rows.addAll(says(ASK_OPEN_QUESTION).in(LISTENING).unless(ENOUGH_OPEN_QUESTIONS).as("not-yet-enough"));
        rows.addAll(says(ASK_OPEN_QUESTION).in(BEYOND).rows());
        rows.addAll(says(PARAPHRASE, PARAPHRASED).in(LISTENING).rows());
        rows.addAll(Row.on(RECORD_FEELING).sets(FEELING_RECORDED).rows());
        rows.addAll(Row.on(RECORD_STORY).in(LISTENING).sets(STORY_RECORDED).rows());
        rows.addAll(Row.on(RECORD_FAILURE).in(LISTENING).sets(FAILURE_NAMED).rows());
        rows.addAll(Row.on(RAISE_UNCLEAR_POINT).in(LISTENING).sets(POINT_UNCLEAR).rows());
        rows.addAll(Row.on(CLARIFY_POINT).in(LISTENING).when(POINT_UNCLEAR, LAST_UNCLEAR_POINT).clears(POINT_UNCLEAR).as("last"));
        rows.addAll(Row.on(CLARIFY_POINT).in(LISTENING).when(POINT_UNCLEAR).unless(LAST_UNCLEAR_POINT).as("one-of-several"));
        return rows;
    }

    private static List<Transition> understanding() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(RECORD_DESIRED_OUTCOME).in(LISTENING, SOLVING).sets(DESIRED_OUTCOME_KNOWN).rows());
        rows.addAll(Row.on(RECORD_PRIORITY).in(LISTENING, SOLVING).sets(PRIORITY_KNOWN).rows());
        rows.addAll(Row.on(DESIGNATE_CONCERN).in(LISTENING, SOLVING).sets(CONCERN_DESIGNATED).rows());
        rows.addAll(Row.on(TAKE_PERSPECTIVE).in(LISTENING, SOLVING).sets(PERSPECTIVE_TAKEN).rows());
        rows.addAll(Row.on(RECORD_LIMITS).when(KNOWS_LIMIT).sets(LIMITS_RECORDED, LIMIT_UNTOLD).as("with-bad-news"));
        rows.addAll(Row.on(RECORD_LIMITS).unless(KNOWS_LIMIT).sets(LIMITS_RECORDED).as("none-in-the-way"));
        rows.addAll(says(TELL_LIMIT).clears(LIMIT_UNTOLD).rows());
        rows.addAll(Row.on(DIAGNOSE).in(BEYOND).rows());
        rows.addAll(says(EXPLAIN_PLAN, PLAN_EXPLAINED).in(SOLVING, DELIVERING).when(SOLUTION_PROPOSED).rows());
        rows.addAll(says(CONFIRM_IN_WRITING, AGREEMENT_CONFIRMED).in(BEYOND).when(SOLUTION_AGREED).rows());
        rows.addAll(Row.on(START_WORK).in(SOLVING).goesTo(DELIVERING).sets(WORK_STARTED).rows());
        return rows;
    }

    private static List<Transition> delivering() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(INVOLVE).sets(HELPERS_INVOLVED).clears(TEAM_FOLLOWED_UP).rows());
        rows.addAll(Row.on(DISMISS_HELPER).when(HELPERS_INVOLVED).rows());
        rows.addAll(Row.on(NUDGE).when(HELPERS_INVOLVED).rows());
        rows.addAll(Row.on(FOLLOW_UP_WITH_TEAM).when(HELPERS_INVOLVED).sets(TEAM_FOLLOWED_UP).rows());
        rows.addAll(says(TELL_PROGRESS).rows());
        // A delivery is a new turn: mood, question, answer and follow-up count only after it (C30, D13, E25).
        rows.addAll(Row.on(RECORD_DELIVERY).in(DELIVERING).goesTo(FOLLOWING_UP).sets(DELIVERED).clears(MOOD_READ, FOLLOWED_UP,
            SATISFACTION_ASKED, ANYTHING_ELSE_ASKED, CUSTOMER_SATISFIED, CUSTOMER_DISSATISFIED, ANSWER_OVERDUE).rows());
        return rows;
    }

    private static List<Transition> followingUp() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(says(ASK_SATISFACTION, SATISFACTION_ASKED).in(FOLLOWING_UP).clears(CUSTOMER_SATISFIED, ANSWER_OVERDUE).rows());
        rows.addAll(says(ASK_ANYTHING_ELSE, ANYTHING_ELSE_ASKED).in(FOLLOWING_UP).rows());
        rows.addAll(says(VALUE_CUSTOMER, VALUED).rows());
        rows.addAll(says(THANK, THANKED, THANKED_IN_WRITING).when(DURABLE).as("in-writing"));
        rows.addAll(says(THANK, THANKED).unless(DURABLE).as("aloud"));
        rows.addAll(Row.on(RECORD_CONFIDENCE).in(FOLLOWING_UP).sets(CONFIDENCE_RECORDED).rows());
        rows.addAll(Row.on(RECORD_ADVOCACY).in(FOLLOWING_UP).sets(ADVOCACY_RECORDED).rows());
        rows.addAll(Row.on(RECORD_OUTCOME).in(FOLLOWING_UP).sets(OUTCOME_RECORDED).rows());
        rows.addAll(Row.on(RECORD_ROOT_CAUSE).sets(ROOT_CAUSE_CONSIDERED).rows());
        rows.addAll(Row.on(NOTE_IMPROVEMENT).sets(IMPROVEMENT_NOTED).rows());
        rows.addAll(Row.on(REVIEW_CONDUCT).sets(CONDUCT_REVIEWED).rows());
        return rows;
    }

    /** The warm transfer: request, brief, join, introduce, release. Until the release the giver owns the case (E14–E18). */
    static List<Transition> handingOver() {
        Fact[] inFlight = {TRANSFER_REQUESTED, RECEIVER_BRIEFED, RECEIVER_JOINED, RECEIVER_INTRODUCED, RECEIVER_ACCEPTED};
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REQUEST_TRANSFER).unless(TRANSFER_REQUESTED).sets(TRANSFER_REQUESTED).rows());
        rows.addAll(Row.on(BRIEF_RECEIVER).when(TRANSFER_REQUESTED).sets(RECEIVER_BRIEFED).rows());
        rows.addAll(Row.on(JOIN).when(TRANSFER_REQUESTED).sets(RECEIVER_JOINED).rows());
        rows.addAll(says(INTRODUCE_RECEIVER, RECEIVER_INTRODUCED).when(TRANSFER_REQUESTED).rows());
        rows.addAll(Row.on(TRANSFER).when(PROMISE_OPEN).sets(HANDED_OVER, DELIVERY_CHECK_OPEN).clears(inFlight).clears(AGENT_READY)
            .as("with-promises"));
        rows.addAll(Row.on(TRANSFER).unless(PROMISE_OPEN).sets(HANDED_OVER).clears(inFlight).clears(AGENT_READY).as("without-promises"));
        rows.addAll(Row.on(CANCEL_TRANSFER).when(TRANSFER_REQUESTED).clears(inFlight).rows());
        rows.addAll(Row.on(DECLINE).when(TRANSFER_REQUESTED).clears(inFlight).rows());
        return rows;
    }

    private static List<Transition> anytime() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(GET_READY).sets(AGENT_READY).rows());
        rows.addAll(Row.on(PARK).rows());
        rows.addAll(says(REMARK).rows());
        rows.addAll(Row.on(REMARK).in(Row.ENDS.toArray(RecoveryState[]::new)).rows());
        rows.addAll(says(EXPLAIN, EXPLANATION_GIVEN).rows());
        rows.addAll(says(GIVE_CONTACT_DETAILS).rows());
        rows.addAll(says(OFFER_GOODWILL).rows());
        rows.addAll(says(RESTATE_PROMISES, PROMISES_RESTATED).when(PROMISE_OPEN).rows());
        // It says that an answer will come, and is none: it stops the response clock only (K8).
        rows.addAll(Row.on(SEND_HOLDING_RESPONSE).sets(FIRST_RESPONSE_GIVEN).rows());
        return rows;
    }
}
