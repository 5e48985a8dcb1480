package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;

/**
 * What the customer, time and the world do. Every report has a row for every situation in every state, because what happened
 * is never refused; and none ends a case, because ending is a step of staff.
 */
final class Reports {
    private Reports() {
    }

    static List<Transition> rows() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(contact());
        rows.addAll(mood());
        rows.addAll(solution());
        rows.addAll(promises());
        rows.addAll(time());
        return rows;
    }

    private static List<Transition> contact() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REPORT_CONTACT).in(Row.OPEN).when(BY_EMAIL).sets(CUSTOMER_WAITING, CAME_BY_EMAIL).clears(ANSWER_OVERDUE)
            .as("by-email"));
        rows.addAll(Row.on(REPORT_CONTACT).in(Row.OPEN).unless(BY_EMAIL).sets(CUSTOMER_WAITING).clears(CAME_BY_EMAIL, ANSWER_OVERDUE)
            .as("otherwise"));
        rows.addAll(noted(REPORT_CONTACT, Row.ENDS));
        rows.addAll(Row.on(REPORT_ISSUE).in(Row.OPEN).sets(ISSUE_OPEN).rows());
        rows.addAll(Row.on(REPORT_ISSUE).in(Row.ENDS).sets(ISSUE_OPEN, COMPLAINT_RENEWED).rows());
        rows.addAll(noted(REPORT_REQUEST, EnumSet.allOf(RecoveryState.class)));
        rows.addAll(noted(REPORT_FLOOR_TAKEN, EnumSet.of(AWAITING)));
        rows.addAll(Row.on(REPORT_FLOOR_TAKEN).when(CONTACT_OPEN).sets(CUSTOMER_HAS_FLOOR).as("in-contact"));
        rows.addAll(Row.on(REPORT_FLOOR_TAKEN).unless(CONTACT_OPEN).as("no-contact"));
        rows.addAll(noted(REPORT_FLOOR_TAKEN, Row.ENDS));
        rows.addAll(Row.on(REPORT_FLOOR_GIVEN).in(Row.OPEN).clears(CUSTOMER_HAS_FLOOR).rows());
        rows.addAll(noted(REPORT_FLOOR_GIVEN, Row.ENDS));
        rows.addAll(Row.on(REPORT_WITHDRAWAL).in(Row.OPEN).sets(WITHDRAWAL_REPORTED).rows());
        rows.addAll(noted(REPORT_WITHDRAWAL, Row.ENDS));
        rows.addAll(Row.on(REPORT_RENEWAL).in(Row.OPEN).clears(WITHDRAWAL_REPORTED).rows());
        rows.addAll(Row.on(REPORT_RENEWAL).in(Row.ENDS).sets(COMPLAINT_RENEWED).rows());
        return rows;
    }

    /** A heated reading that shows no relief, or that comes after a proposal, asks for the feelings again (B14, D13). */
    private static List<Transition> mood() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REPORT_MOOD).in(Row.OPEN).unless(MOOD_IS_HOT).sets(MOOD_READ).clears(MOOD_HOT, NO_RELIEF).as("calm"));
        rows.addAll(hot().in(AWAITING, LISTENING).when(MOOD_IMPROVED).clears(NO_RELIEF).as("relieved"));
        rows.addAll(hot().in(AWAITING, LISTENING).unless(MOOD_IMPROVED).sets(NO_RELIEF).clears(FEELINGS_TENDED).as("no-relief"));
        rows.addAll(hot().in(SOLVING).when(MOOD_IMPROVED).unless(SOLUTION_PROPOSED).as("relieved"));
        rows.addAll(hot().in(SOLVING).unless(MOOD_IMPROVED).clears(FEELINGS_TENDED).as("no-relief"));
        rows.addAll(hot().in(SOLVING).when(MOOD_IMPROVED, SOLUTION_PROPOSED).clears(FEELINGS_TENDED).as("still-upset"));
        rows.addAll(hot().in(DELIVERING, FOLLOWING_UP).clears(FEELINGS_TENDED).as("still-upset"));
        rows.addAll(noted(REPORT_MOOD, Row.ENDS));
        return rows;
    }

    private static Row hot() {
        return Row.on(REPORT_MOOD).when(MOOD_IS_HOT).sets(MOOD_READ, MOOD_HOT, RECOVERY_MOOD);
    }

    private static List<Transition> solution() {
        Set<RecoveryState> notSolving = EnumSet.complementOf(EnumSet.of(SOLVING));
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REPORT_CONTRIBUTION).in(SOLVING).sets(CUSTOMER_CONTRIBUTED).rows());
        rows.addAll(noted(REPORT_CONTRIBUTION, notSolving));
        rows.addAll(Row.on(REPORT_AGREEMENT).in(SOLVING).when(SOLUTION_PROPOSED).sets(SOLUTION_AGREED).clears(CUSTOMER_DISSATISFIED, ANSWER_OVERDUE)
            .as("to-a-proposal"));
        rows.addAll(Row.on(REPORT_AGREEMENT).in(SOLVING).unless(SOLUTION_PROPOSED).as("to-nothing-yet"));
        rows.addAll(noted(REPORT_AGREEMENT, notSolving));
        rows.addAll(Row.on(REPORT_REJECTION).in(SOLVING).when(SOLUTION_PROPOSED).sets(CUSTOMER_DISSATISFIED)
            .clears(SOLUTION_AGREED, CUSTOMER_SATISFIED, ANSWER_OVERDUE).as("of-a-proposal"));
        rows.addAll(Row.on(REPORT_REJECTION).in(SOLVING).unless(SOLUTION_PROPOSED).as("of-nothing-yet"));
        rows.addAll(Row.on(REPORT_REJECTION).in(DELIVERING, FOLLOWING_UP).goesTo(SOLVING).sets(CUSTOMER_DISSATISFIED)
            .clears(SOLUTION_AGREED, AGREEMENT_CONFIRMED, PLAN_EXPLAINED, CUSTOMER_CONTRIBUTED, CUSTOMER_SATISFIED, WORK_STARTED,
                DELIVERED, ANSWER_OVERDUE).as("after-all"));
        rows.addAll(noted(REPORT_REJECTION, EnumSet.complementOf(EnumSet.of(SOLVING, DELIVERING, FOLLOWING_UP))));
        rows.addAll(answer());
        return rows;
    }

    /** A yes counts only when it was asked for; a no leads back to solving, asked or not (A22, C33). */
    private static List<Transition> answer() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REPORT_ANSWER).in(FOLLOWING_UP).when(SATISFACTION_ASKED, ANSWER_IS_YES).sets(CUSTOMER_SATISFIED)
            .clears(CUSTOMER_DISSATISFIED, ANSWER_OVERDUE).as("yes"));
        rows.addAll(Row.on(REPORT_ANSWER).in(FOLLOWING_UP).unless(ANSWER_IS_YES).goesTo(SOLVING)
            .sets(CUSTOMER_DISSATISFIED).clears(CUSTOMER_SATISFIED, ANSWER_OVERDUE, SOLUTION_PROPOSED, SOLUTION_AGREED,
                AGREEMENT_CONFIRMED, PLAN_EXPLAINED, WORK_STARTED, DELIVERED, CUSTOMER_CONTRIBUTED).as("no"));
        rows.addAll(Row.on(REPORT_ANSWER).in(FOLLOWING_UP).when(ANSWER_IS_YES).unless(SATISFACTION_ASKED).as("unasked-yes"));
        rows.addAll(noted(REPORT_ANSWER, EnumSet.range(AWAITING, DELIVERING)));
        rows.addAll(Row.on(REPORT_ANSWER).in(Row.ENDS).when(ANSWER_IS_YES).as("yes"));
        rows.addAll(Row.on(REPORT_ANSWER).in(Row.ENDS).unless(ANSWER_IS_YES).sets(COMPLAINT_RENEWED).as("no"));
        return rows;
    }

    private static List<Transition> promises() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REPORT_PROMISE_IN_DOUBT).in(Row.OPEN).sets(BAD_NEWS_OWED).rows());
        rows.addAll(noted(REPORT_PROMISE_IN_DOUBT, Row.ENDS));
        rows.addAll(Row.on(REPORT_PROMISE_RELEASED).in(Row.OPEN).when(LAST_PROMISE, LAST_BAD_NEWS).clears(PROMISE_OPEN, BAD_NEWS_OWED)
            .as("last"));
        rows.addAll(Row.on(REPORT_PROMISE_RELEASED).in(Row.OPEN).when(LAST_BAD_NEWS).unless(LAST_PROMISE).clears(BAD_NEWS_OWED)
            .as("all-told"));
        rows.addAll(Row.on(REPORT_PROMISE_RELEASED).in(Row.OPEN).unless(LAST_BAD_NEWS).as("more-to-tell"));
        rows.addAll(noted(REPORT_PROMISE_RELEASED, Row.ENDS));
        return rows;
    }

    private static List<Transition> time() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(lapse(BAD_NEWS_OWED).when(PROMISE_LAPSED).unless(FOLLOW_UP_LAPSED, ANSWER_LAPSED).as("promise"));
        rows.addAll(lapse(ESCALATED).when(FOLLOW_UP_LAPSED).unless(ANSWER_LAPSED).as("follow-up"));
        rows.addAll(lapse(ANSWER_OVERDUE).when(ANSWER_LAPSED).as("answer"));
        rows.addAll(lapse().unless(PROMISE_LAPSED, FOLLOW_UP_LAPSED, ANSWER_LAPSED).as("other"));
        rows.addAll(noted(REPORT_LAPSE, Row.ENDS));
        return rows;
    }

    private static Row lapse(Fact... sets) {
        return Row.on(REPORT_LAPSE).in(Row.OPEN).sets(sets);
    }

    private static List<Transition> noted(Step step, Set<RecoveryState> states) {
        return Row.on(step).in(states).rows();
    }
}
