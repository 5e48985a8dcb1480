package org.servicerecovery.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A step without particulars, or with a note.
 *
 * @param step which
 * @param note in words, never null; needed by steps that record something
 */
public record Act(Step step, String note) implements RecoveryAction {
    /** Filled on first use; two threads that do so at once write equal ones. */
    private static final Act[] PLAIN = new Act[Step.values().length];

    /** Steps that say nothing without their note. */
    private static final Set<Step> NOTED = EnumSet.of(Step.RECORD_STORY, Step.RECORD_FEELING, Step.RECORD_FAILURE,
        Step.RECORD_DESIRED_OUTCOME, Step.RECORD_PRIORITY, Step.DESIGNATE_CONCERN, Step.DIAGNOSE, Step.RECORD_ROOT_CAUSE,
        Step.NOTE_IMPROVEMENT, Step.REVIEW_CONDUCT, Step.RECORD_CONFIDENCE, Step.RECORD_ADVOCACY, Step.RECORD_OUTCOME,
        Step.RECORD_PROOF, Step.RECORD_REFERRAL, Step.RECORD_NEED, Step.RECORD_ADDRESS, Step.ESCALATE, Step.REPORT_REQUEST,
        Step.HAND_OVER_PROMISES);

    /** Steps with particulars of their own, and where to find them. */
    private static final Map<Step, String> ELSEWHERE = Map.ofEntries(Map.entry(Step.OPEN, "desk.open(…)"),
        Map.entry(Step.ADOPT, "desk.adopt(…)"), Map.entry(Step.RECORD_FACT, "RecoveryAction.established(…)"), Map.entry(Step.BEGIN_CONTACT, "RecoveryAction.beginContact(…)"),
        Map.entry(Step.END_CONTACT, "RecoveryAction.endContact(…)"), Map.entry(Step.REPORT_CONTACT, "RecoveryAction.contacted(…)"),
        Map.entry(Step.REPORT_MOOD, "RecoveryAction.mood(…)"), Map.entry(Step.REPORT_ANSWER, "RecoveryAction.answered(…)"),
        Map.entry(Step.RECORD_ATTEMPT, "RecoveryAction.notReached(…)"), Map.entry(Step.RECORD_LIMITS, "RecoveryAction.limits(…)"),
        Map.entry(Step.REPORT_ISSUE, "RecoveryAction.issue(…)"), Map.entry(Step.RAISE_UNCLEAR_POINT, "RecoveryAction.unclear(…)"),
        Map.entry(Step.RESOLVE_ISSUE, "RecoveryAction.resolve(…)"), Map.entry(Step.CLARIFY_POINT, "RecoveryAction.clarify(…)"),
        Map.entry(Step.MAKE_PROMISE, "RecoveryAction.promise(…)"), Map.entry(Step.SCHEDULE_FOLLOW_UP, "RecoveryAction.followUp(…)"),
        Map.entry(Step.SCHEDULE_CHECK_BACK, "RecoveryAction.checkBack(…)"), Map.entry(Step.KEEP_PROMISE, "RecoveryAction.discharge(…)"),
        Map.entry(Step.FOLLOW_UP, "RecoveryAction.discharge(…)"), Map.entry(Step.CHECK_DELIVERY, "RecoveryAction.discharge(…)"),
        Map.entry(Step.CHECK_BACK, "RecoveryAction.discharge(…)"), Map.entry(Step.TELL_BROKEN_PROMISE, "RecoveryAction.discharge(…)"),
        Map.entry(Step.REPORT_PROMISE_IN_DOUBT, "RecoveryAction.discharge(…)"),
        Map.entry(Step.REPORT_PROMISE_RELEASED, "RecoveryAction.discharge(…)"),
        Map.entry(Step.RENEGOTIATE_PROMISE, "RecoveryAction.renegotiate(…)"), Map.entry(Step.OFFER_GOODWILL, "RecoveryAction.goodwill(…)"),
        Map.entry(Step.REQUEST_TRANSFER, "RecoveryAction.requestTransfer(…)"), Map.entry(Step.TRANSFER, "RecoveryAction.transfer(…)"),
        Map.entry(Step.REASSIGN, "RecoveryAction.reassign(…)"), Map.entry(Step.INVOLVE, "RecoveryAction.involve(…)"),
        Map.entry(Step.DISMISS_HELPER, "RecoveryAction.dismiss(…)"), Map.entry(Step.REOPEN, "RecoveryAction.reopen(…)"),
        Map.entry(Step.CORRECT, "RecoveryAction.correct(…)"), Map.entry(Step.MERGE, "desk.merge(…)"),
        Map.entry(Step.ABSORB, "desk.merge(…)"), Map.entry(Step.MIGRATE, "desk.migrate(…)"), Map.entry(Step.REPORT_LAPSE, "desk.tick()"));

    /**
     * @throws InvalidInputException if the step needs other particulars, or a note and has none, or the note is too long or has
     *                               control characters
     */
    public Act {
        Texts.present("The step", step);
        if (ELSEWHERE.containsKey(step)) {
            throw new InvalidInputException("The step " + step + " needs particulars: use " + ELSEWHERE.get(step) + ".");
        }
        Texts.optional("The note of " + step, note, Texts.LONG);
        if (note.isBlank() && NOTED.contains(step)) {
            throw new InvalidInputException("The step " + step + " needs a note: use RecoveryAction.note(" + step + ", …).");
        }
    }

    /**
     * Whether a step needs particulars of its own, so that it cannot be given as a bare act.
     *
     * @param step which
     * @return true if {@link RecoveryAction} has a method for it
     */
    public static boolean needsParticulars(Step step) {
        return ELSEWHERE.containsKey(step);
    }

    /** One for each step: it is immutable, and every event keeps its action. */
    static Act plain(Step step) {
        Act plain = step == null ? null : PLAIN[step.ordinal()];
        if (plain == null) {
            plain = new Act(step, "");
            PLAIN[step.ordinal()] = plain;
        }
        return plain;
    }

    /**
     * Whether a step needs a note.
     *
     * @param step which
     * @return true if a blank note is refused
     */
    public static boolean needsNote(Step step) {
        return NOTED.contains(step);
    }

    @Override
    public CaseData revise(CaseData data, CaseEvent event) {
        switch (step) {
            case TAKE_OWNERSHIP: {
                CaseData.Editor edit = data.edit().participant(event.actor().id());
                edit.owner = event.actor().id();
                return edit.done();
            }
            case ACCEPT_CASE: {
                CaseData.Editor edit = data.edit();
                edit.acceptedBy = event.actor().id();
                return edit.done();
            }
            case CANCEL_TRANSFER, DECLINE: {
                CaseData.Editor edit = data.edit();
                edit.receiver = "";
                return edit.done();
            }
            case JOIN:
                return data.edit().participant(event.actor().id()).done();
            case REPORT_REQUEST:
                return data.edit().request(note).done();
            case ASK_OPEN_QUESTION: {
                CaseData.Editor edit = data.edit();
                edit.questions++;
                return edit.done();
            }
            case APOLOGISE: {
                if (!data.apologyIn().isEmpty()) {
                    return data;
                }
                CaseData.Editor edit = data.edit();
                edit.apologyIn = event.commandId();
                return edit.done();
            }
            default:
                return data;
        }
    }

    @Override
    public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
        return switch (step) {
            case CLOSE_AS_WITHDRAWN -> ledger.changeAll(duty -> duty.status().isOpen(), duty -> duty.as(Duty.Status.RELEASED));
            case CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED -> release(ledger, Duty.Kind.values());
            case CLOSE_AS_REFERRED -> release(ledger, Duty.Kind.FOLLOW_UP, Duty.Kind.DELIVERY_CHECK);
            case HAND_OVER_PROMISES -> ledger.changeAll(duty -> duty.kind() == Duty.Kind.PROMISE && duty.status().isOpen(),
                duty -> duty.as(Duty.Status.HANDED_OVER));
            default -> ledger;
        };
    }

    private static Ledger release(Ledger ledger, Duty.Kind... kinds) {
        return ledger.changeAll(duty -> duty.status().isOpen() && Arrays.asList(kinds).contains(duty.kind()),
            duty -> duty.as(Duty.Status.RELEASED));
    }
}
