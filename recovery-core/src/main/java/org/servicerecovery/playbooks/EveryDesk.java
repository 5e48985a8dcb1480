package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;

/**
 * What the sources take for granted and every desk needs: opening and adopting, contacts, attempts, dated duties,
 * reassigning, correcting, merging. What customers and time do is in {@link Reports}.
 */
final class EveryDesk {
    private static final Trait[] STANDS = {STANDS_IN_AWAITING, STANDS_IN_LISTENING, STANDS_IN_SOLVING, STANDS_IN_DELIVERING,
        STANDS_IN_FOLLOWING_UP};

    private EveryDesk() {
    }

    static List<Transition> rows() {
        List<Transition> rows = new ArrayList<>(Reports.rows());
        rows.addAll(arriving());
        rows.addAll(contacts());
        rows.addAll(owing());
        rows.addAll(reassigning());
        rows.addAll(correcting());
        return rows;
    }

    /** Received live by a person, a case has its owner at once; otherwise it awaits one, with clocks running (A09). */
    private static List<Transition> arriving() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(OPEN).in(AWAITING).when(ATTENDED).unless(OPENED).goesTo(LISTENING)
            .sets(OPENED, OWNER_NAMED, CONTACT_OPEN, FIRST_RESPONSE_GIVEN).as("attended"));
        rows.addAll(Row.on(OPEN).in(AWAITING).when(BY_EMAIL).unless(OPENED, ATTENDED).sets(OPENED, CUSTOMER_WAITING, CAME_BY_EMAIL)
            .as("by-email"));
        rows.addAll(Row.on(OPEN).in(AWAITING).unless(OPENED, ATTENDED, BY_EMAIL).sets(OPENED, CUSTOMER_WAITING).as("unattended"));
        for (int i = 0; i < STANDS.length; i++) {
            rows.addAll(Row.on(ADOPT).in(AWAITING).when(only(i)).unless(OPENED).unless(others(i)).goesTo(RecoveryState.values()[i])
                .sets(OPENED).as("standing-in-" + RecoveryState.values()[i]));
        }
        rows.addAll(Row.on(TAKE_OWNERSHIP).in(AWAITING).goesTo(LISTENING).sets(OWNER_NAMED).rows());
        return rows;
    }

    private static List<Transition> contacts() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(BEGIN_CONTACT).unless(CONTACT_OPEN).sets(CONTACT_OPEN)
            .clears(MOOD_READ, PROMISES_RESTATED, ANSWER_OVERDUE).rows());
        rows.addAll(Row.on(END_CONTACT).when(CONTACT_OPEN)
            .clears(CONTACT_OPEN, AGENT_READY, PROMISES_RESTATED, CUSTOMER_HAS_FLOOR, RECEIVER_JOINED, RECEIVER_INTRODUCED).rows());
        rows.addAll(Row.on(RECORD_ADDRESS).in(Row.OPEN).sets(WRITABLE_ADDRESS).rows());
        rows.addAll(Row.on(RECORD_NEED).in(Row.OPEN).sets(TEXT_CHANNEL_OPEN).rows());
        rows.addAll(Row.on(RECORD_ATTEMPT).unless(THIRD_ATTEMPT, SECOND_CHANNEL).as("early"));
        rows.addAll(Row.on(RECORD_ATTEMPT).when(THIRD_ATTEMPT).unless(SECOND_CHANNEL).sets(THREE_ATTEMPTS_MADE, TEXT_CHANNEL_OPEN)
            .as("third"));
        rows.addAll(Row.on(RECORD_ATTEMPT).when(SECOND_CHANNEL).unless(THIRD_ATTEMPT).sets(TWO_CHANNELS_TRIED).as("second-channel"));
        rows.addAll(Row.on(RECORD_ATTEMPT).when(THIRD_ATTEMPT, SECOND_CHANNEL)
            .sets(THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED, TEXT_CHANNEL_OPEN).as("enough"));
        rows.addAll(Row.on(ESCALATE).in(Row.OPEN).sets(ESCALATED).rows());
        rows.addAll(Row.on(RECORD_FACT).in(Row.OPEN).rows());
        rows.addAll(Row.on(SEND_AUTOMATIC_REPLY).in(RecoveryState.values()).rows());
        return rows;
    }

    private static List<Transition> owing() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(SCHEDULE_FOLLOW_UP).sets(FOLLOW_UP_SET).rows());
        rows.addAll(Row.on(FOLLOW_UP).when(FOLLOW_UP_SET, LAST_FOLLOW_UP).sets(FOLLOWED_UP).clears(FOLLOW_UP_SET).as("last"));
        rows.addAll(Row.on(FOLLOW_UP).when(FOLLOW_UP_SET).unless(LAST_FOLLOW_UP).sets(FOLLOWED_UP).as("one-of-several"));
        rows.addAll(Row.on(MAKE_PROMISE).sets(PROMISE_OPEN, FIRST_RESPONSE_GIVEN).clears(PROMISES_RESTATED, CUSTOMER_WAITING).rows());
        rows.addAll(Row.on(RENEGOTIATE_PROMISE).sets(FIRST_RESPONSE_GIVEN).when(PROMISE_OPEN, LAST_BAD_NEWS).clears(BAD_NEWS_OWED, PROMISES_RESTATED, CUSTOMER_WAITING)
            .as("all-told"));
        rows.addAll(Row.on(RENEGOTIATE_PROMISE).sets(FIRST_RESPONSE_GIVEN).when(PROMISE_OPEN).unless(LAST_BAD_NEWS).clears(PROMISES_RESTATED, CUSTOMER_WAITING)
            .as("more-to-tell"));
        rows.addAll(Row.on(TELL_BROKEN_PROMISE).sets(FIRST_RESPONSE_GIVEN).when(BAD_NEWS_OWED, LAST_BAD_NEWS).clears(BAD_NEWS_OWED, CUSTOMER_WAITING).as("all-told"));
        rows.addAll(Row.on(TELL_BROKEN_PROMISE).sets(FIRST_RESPONSE_GIVEN).when(BAD_NEWS_OWED).unless(LAST_BAD_NEWS).clears(CUSTOMER_WAITING).as("more-to-tell"));
        rows.addAll(Row.on(KEEP_PROMISE).when(PROMISE_OPEN, LAST_PROMISE).clears(PROMISE_OPEN).as("last"));
        rows.addAll(Row.on(KEEP_PROMISE).when(PROMISE_OPEN).unless(LAST_PROMISE).as("one-of-several"));
        rows.addAll(Row.on(RESOLVE_ISSUE).when(ISSUE_OPEN, LAST_ISSUE).clears(ISSUE_OPEN).as("last"));
        rows.addAll(Row.on(RESOLVE_ISSUE).when(ISSUE_OPEN).unless(LAST_ISSUE).as("one-of-several"));
        rows.addAll(Row.on(CHECK_DELIVERY).when(DELIVERY_CHECK_OPEN, LAST_DELIVERY_CHECK).clears(DELIVERY_CHECK_OPEN).as("last"));
        rows.addAll(Row.on(CHECK_DELIVERY).when(DELIVERY_CHECK_OPEN).unless(LAST_DELIVERY_CHECK).as("one-of-several"));
        return rows;
    }

    /** When the owner cannot act any more: a supervisor, a reason, somebody who accepts, and the customer is told. */
    private static List<Transition> reassigning() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(ACCEPT_CASE).sets(RECEIVER_ACCEPTED).rows());
        rows.addAll(Row.on(REASSIGN).sets(NEW_OWNER_UNTOLD)
            .clears(RECEIVER_ACCEPTED, TRANSFER_REQUESTED, RECEIVER_BRIEFED, RECEIVER_JOINED, RECEIVER_INTRODUCED, AGENT_READY).rows());
        rows.addAll(Row.on(TELL_NEW_OWNER).sets(FIRST_RESPONSE_GIVEN).when(NEW_OWNER_UNTOLD).clears(NEW_OWNER_UNTOLD, CUSTOMER_WAITING).rows());
        return rows;
    }

    /** A correction falls back to where the remaining facts allow, never onward. */
    private static List<Transition> correcting() {
        List<Transition> rows = new ArrayList<>();
        for (RecoveryState from : Row.OWNED) {
            for (int i = 1; i <= from.ordinal(); i++) {
                RecoveryState to = RecoveryState.values()[i];
                Row row = Row.on(CORRECT).in(from).when(only(i)).unless(others(i)).goesTo(to);
                if (to == LISTENING && from != LISTENING) {
                    row.clears(STORY_CONFIRMED, SOLUTION_PROPOSED, SOLUTION_AGREED, AGREEMENT_CONFIRMED, PLAN_EXPLAINED, SOLVING_BEGUN);
                }
                if (to.compareTo(DELIVERING) < 0 && from.compareTo(DELIVERING) >= 0) {
                    row.clears(WORK_STARTED);
                }
                if (to != from && from == FOLLOWING_UP) {
                    row.clears(DELIVERED, CUSTOMER_SATISFIED);
                }
                rows.addAll(row.as("to-" + to));
            }
        }
        rows.addAll(Row.on(MERGE).in(RecoveryState.values()).unless(MERGED).sets(MERGED)
            .clears(PROMISE_OPEN, BAD_NEWS_OWED, FOLLOW_UP_SET, DELIVERY_CHECK_OPEN, CHECK_BACK_SET, CUSTOMER_WAITING).rows());
        rows.addAll(Row.on(ABSORB).in(Row.OPEN).rows());
        return rows;
    }

    static List<Guardrail> guardrails() {
        return List.of(
            Guardrail.named("adopt-with-authority").watches(ADOPT).needs(WITHIN_AUTHORITY)
                .because("To vouch for what happened elsewhere takes authority.")
                .from("every desk: adopt"),
            Guardrail.named("correct-what-was-set").watches(CORRECT).needs(CORRECTABLE, HAS_REASON)
                .because("A correction says why, and takes back only what an entry set; duties, owners and reports stand.")
                .from("every desk: correct"),
            Guardrail.named("merge-same-customer").watches(MERGE, ABSORB).needs(SAME_CUSTOMER)
                .because("Only cases of one customer are merged.")
                .from("every desk: merge"),
            Guardrail.named("reassign-properly").watches(REASSIGN).needs(BY_SUPERVISOR, HAS_REASON, RECEIVER_ACCEPTED, RECEIVER_MATCHES)
                .because("A case changes its owner by a supervisor, for a reason, to somebody who has accepted it.")
                .from("every desk: reassign", "B27"));
    }

    static List<Deadline> deadlines() {
        return List.of(
            Deadline.named("check-back-due").forEach(Duty.Kind.CHECK_BACK).survivingTheEnd().at(100, Kind.BREACH, "holder")
                .at(150, Kind.ESCALATION, "supervisor").from("ends: follow-up contact"),
            Deadline.named("tell-new-owner").startsWhen(NEW_OWNER_UNTOLD).metWhenNoLonger(NEW_OWNER_UNTOLD).within(Duration.ofHours(8))
                .at(100, Kind.BREACH, "supervisor").from("every desk: reassign"),
            Deadline.named("taken-up-again").startsWhen(COMPLAINT_RENEWED).metWith(REOPEN).survivingTheEnd().within(Duration.ofHours(4))
                .at(100, Kind.BREACH, "supervisor").at(200, Kind.ESCALATION, "manager").from("ends: reopening", "A05"));
    }

    private static Trait[] only(int index) {
        return new Trait[] {STANDS[index]};
    }

    private static Trait[] others(int index) {
        List<Trait> rest = new ArrayList<>(List.of(STANDS));
        rest.remove(index);
        return rest.toArray(Trait[]::new);
    }
}
