package org.servicerecovery.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * A step with its particulars, validated when constructed: what a command asks for and an event keeps. The static methods
 * read best; the records are what they return.
 */
public sealed interface RecoveryAction permits Act, Actions.Open, Actions.Adopt, Actions.BeginContact, Actions.EndContact,
    Actions.ReportContact, Actions.ReportMood, Actions.ReportAnswer, Actions.RecordAttempt, Actions.RecordLimits, Actions.RecordFact, Actions.Lapse,
    Actions.Migrate, Duties.TakeOn, Duties.Discharge, Duties.Renegotiate, Duties.Raise, Duties.Settle, Duties.Goodwill, Duties.Absorb,
    HandOvers.HandOver, HandOvers.Involve, HandOvers.Reopen, HandOvers.Correct, HandOvers.Merge, Outcomes.Confidence, Outcomes.Advocacy,
    Outcomes.Outcome {

    /**
     * The step.
     *
     * @return never null
     */
    Step step();

    /**
     * What it changes in the case's data, when folded in.
     *
     * @param data  before
     * @param event the event that carries this action
     * @return afterwards
     */
    default CaseData revise(CaseData data, CaseEvent event) {
        return data;
    }

    /**
     * What it changes in the ledger, when folded in.
     *
     * @param ledger before
     * @param data   the case's data before
     * @param event  the event that carries this action
     * @return afterwards
     */
    default Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
        return ledger;
    }

    /**
     * Facts that it sets besides those of its row, because they are told with it (adopting, absorbing).
     *
     * @return usually empty
     */
    default Set<Fact> tells() {
        return Set.of();
    }

    /**
     * The duty or issue that it is about.
     *
     * @return its number, 0 for none
     */
    default int about() {
        return 0;
    }

    /**
     * A step without particulars.
     *
     * @param step which
     * @return the action
     * @throws InvalidInputException if the step needs particulars; the message names the method to use
     */
    static RecoveryAction of(Step step) {
        return Act.plain(step);
    }

    /**
     * A step with a note.
     *
     * @param step which
     * @param note in words
     * @return the action
     * @throws InvalidInputException if the step needs other particulars
     */
    static RecoveryAction note(Step step, String note) {
        return new Act(step, note);
    }

    /**
     * Begins a contact on a live channel.
     *
     * @param channel how
     * @return the action
     */
    static RecoveryAction beginContact(Channel channel) {
        return new Actions.BeginContact(channel);
    }

    /**
     * Ends the contact.
     *
     * @param summary what was said, for the record (B40); may be empty, and is then refused by the standard playbook
     * @return the action
     */
    static RecoveryAction endContact(String summary) {
        return new Actions.EndContact(summary);
    }

    /**
     * The customer got in touch.
     *
     * @param channel how
     * @return the action
     */
    static RecoveryAction contacted(Channel channel) {
        return new Actions.ReportContact(channel);
    }

    /**
     * How the customer feels now.
     *
     * @param mood the reading
     * @return the action
     */
    static RecoveryAction mood(Mood mood) {
        return new Actions.ReportMood(mood);
    }

    /**
     * The customer's answer to the question whether all is well.
     *
     * @param satisfied yes or no
     * @param words     in the customer's words; may be empty
     * @return the action
     */
    static RecoveryAction answered(boolean satisfied, String words) {
        return new Actions.ReportAnswer(satisfied, words);
    }

    /**
     * The customer could not be reached.
     *
     * @param channel on which channel
     * @return the action
     */
    static RecoveryAction notReached(Channel channel) {
        return new Actions.RecordAttempt(channel);
    }

    /**
     * What can and cannot be done.
     *
     * @param limits   in words
     * @param anyLimit whether there is something that cannot be done and that the customer must hear
     * @return the action
     */
    static RecoveryAction limits(String limits, boolean anyLimit) {
        return new Actions.RecordLimits(limits, anyLimit);
    }

    /**
     * A fact of the host's own is established.
     *
     * @param fact one that the playbook declares besides the library's
     * @param note how one can tell; may be empty
     * @return the action
     */
    static RecoveryAction established(Fact fact, String note) {
        return new Actions.RecordFact(fact, note);
    }

    /**
     * An issue that the customer raises.
     *
     * @param what in words
     * @return the action
     */
    static RecoveryAction issue(String what) {
        return new Duties.Raise(Step.REPORT_ISSUE, what);
    }

    /**
     * A point that is still unclear.
     *
     * @param what in words
     * @return the action
     */
    static RecoveryAction unclear(String what) {
        return new Duties.Raise(Step.RAISE_UNCLEAR_POINT, what);
    }

    /**
     * An issue is resolved.
     *
     * @param issue its number
     * @param how   in words; may be empty
     * @return the action
     */
    static RecoveryAction resolve(int issue, String how) {
        return new Duties.Settle(Step.RESOLVE_ISSUE, issue, how);
    }

    /**
     * An unclear point is clarified.
     *
     * @param point its number
     * @param how   in words; may be empty
     * @return the action
     */
    static RecoveryAction clarify(int point, String how) {
        return new Duties.Settle(Step.CLARIFY_POINT, point, how);
    }

    /**
     * A promise by the actor.
     *
     * @param what in words
     * @param due  by when
     * @return the action
     */
    static RecoveryAction promise(String what, Instant due) {
        return new Duties.TakeOn(Step.MAKE_PROMISE, "", what, due);
    }

    /**
     * A dated follow-up.
     *
     * @param holder who makes it
     * @param what   about what
     * @param due    by when
     * @return the action
     */
    static RecoveryAction followUp(String holder, String what, Instant due) {
        return new Duties.TakeOn(Step.SCHEDULE_FOLLOW_UP, holder, what, due);
    }

    /**
     * A dated check-back on a referral.
     *
     * @param holder who makes it
     * @param what   about what
     * @param due    by when
     * @return the action
     */
    static RecoveryAction checkBack(String holder, String what, Instant due) {
        return new Duties.TakeOn(Step.SCHEDULE_CHECK_BACK, holder, what, due);
    }

    /**
     * Something done about a duty.
     *
     * @param step     one of KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT,
     *                 REPORT_PROMISE_RELEASED
     * @param duty     its number
     * @param evidence how one can tell; may be empty
     * @return the action
     */
    static RecoveryAction discharge(Step step, int duty, String evidence) {
        return new Duties.Discharge(step, duty, evidence);
    }

    /**
     * A new date for a promise.
     *
     * @param duty its number
     * @param due  the new date
     * @param what the new wording; empty to keep the old
     * @return the action
     */
    static RecoveryAction renegotiate(int duty, Instant due, String what) {
        return new Duties.Renegotiate(duty, due, what);
    }

    /**
     * Something extra.
     *
     * @param what   in words
     * @param amount its money value, 0 if it has none
     * @return the action
     */
    static RecoveryAction goodwill(String what, BigDecimal amount) {
        return new Duties.Goodwill(what, amount);
    }

    /**
     * The owner asks a colleague to take over.
     *
     * @param receiver the colleague
     * @return the action
     */
    static RecoveryAction requestTransfer(String receiver) {
        return new HandOvers.HandOver(Step.REQUEST_TRANSFER, receiver, "");
    }

    /**
     * The owner releases the case to a colleague. Plain, it is refused in every state (E14).
     *
     * @param receiver the colleague
     * @return the action
     */
    static RecoveryAction transfer(String receiver) {
        return new HandOvers.HandOver(Step.TRANSFER, receiver, "");
    }

    /**
     * A supervisor gives the case to somebody who accepted it.
     *
     * @param receiver the new owner
     * @param reason   why the owner cannot act any more; may be empty, and is then refused
     * @return the action
     */
    static RecoveryAction reassign(String receiver, String reason) {
        return new HandOvers.HandOver(Step.REASSIGN, receiver, reason);
    }

    /**
     * A colleague helps.
     *
     * @param helper who
     * @param task   with what
     * @return the action
     */
    static RecoveryAction involve(String helper, String task) {
        return new HandOvers.Involve(Step.INVOLVE, helper, task);
    }

    /**
     * A helper is no longer needed.
     *
     * @param helper who
     * @return the action
     */
    static RecoveryAction dismiss(String helper) {
        return new HandOvers.Involve(Step.DISMISS_HELPER, helper, "");
    }

    /**
     * Back from an end to listening.
     *
     * @param owner who owns it if the case has no owner; empty for the actor
     * @return the action
     */
    static RecoveryAction reopen(String owner) {
        return new HandOvers.Reopen(owner);
    }

    /**
     * Takes back what a wrong entry set.
     *
     * @param sequence of the entry
     * @param reason   why it was wrong; may be empty, and is then refused
     * @return the action
     */
    static RecoveryAction correct(int sequence, String reason) {
        return new HandOvers.Correct(sequence, reason);
    }

    /**
     * Whether confidence is renewed (E33).
     *
     * @param renewed yes or no
     * @param note    how one can tell; may be empty
     * @return the action
     */
    static RecoveryAction confidence(boolean renewed, String note) {
        return new Outcomes.Confidence(renewed, note);
    }

    /**
     * How likely the customer is to recommend the company (E32).
     *
     * @param likelihood 0 to 10
     * @param note       the customer's words; may be empty
     * @return the action
     */
    static RecoveryAction advocacy(int likelihood, String note) {
        return new Outcomes.Advocacy(likelihood, note);
    }

    /**
     * What was saved (A30).
     *
     * @param account      the account
     * @param relationship the relationship
     * @param business     the business
     * @param note         how one can tell; may be empty
     * @return the action
     */
    static RecoveryAction outcome(boolean account, boolean relationship, boolean business, String note) {
        return new Outcomes.Outcome(account, relationship, business, note);
    }
}
