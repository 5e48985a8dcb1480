package org.servicerecovery.examples.crm.pages;

import static org.servicerecovery.model.Step.*;

import java.util.EnumSet;
import java.util.Set;
import org.servicerecovery.model.Step;

/** Under which heading a step stands. Words to the customer are in the composer. */
public enum Theme {
    /** Owner and contact. */
    CONTACT("Owner and contact", TAKE_OWNERSHIP, BEGIN_CONTACT, GET_READY, RECORD_ATTEMPT, RECORD_ADDRESS, RECORD_NEED, END_CONTACT),
    /** What the customer said or did. */
    REPORTS("What the customer said or did", REPORT_CONTACT, REPORT_MOOD, REPORT_ISSUE, REPORT_REQUEST, REPORT_FLOOR_TAKEN, REPORT_FLOOR_GIVEN,
        REPORT_CONTRIBUTION, REPORT_AGREEMENT, REPORT_REJECTION, REPORT_ANSWER, REPORT_WITHDRAWAL, REPORT_RENEWAL),
    /** Listening, solving, delivering. */
    SOLVE("Listen and solve"),
    /** What is owed. */
    DUTIES("Promises and follow-ups", SCHEDULE_FOLLOW_UP, FOLLOW_UP, KEEP_PROMISE, CHECK_DELIVERY, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED,
        SCHEDULE_CHECK_BACK, CHECK_BACK, HAND_OVER_PROMISES),
    /** Colleagues. */
    HAND_OVER("Hand over and involve", REQUEST_TRANSFER, BRIEF_RECEIVER, JOIN, DECLINE, CANCEL_TRANSFER, TRANSFER, ACCEPT_CASE, REASSIGN, INVOLVE,
        DISMISS_HELPER, NUDGE, FOLLOW_UP_WITH_TEAM, ESCALATE, PARK),
    /** What stands at the end. */
    END("Learn and end", RECORD_CONFIDENCE, RECORD_ADVOCACY, RECORD_OUTCOME, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, REVIEW_CONDUCT, RECORD_PROOF,
        RECORD_REFERRAL, CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_WITHDRAWN, CLOSE_AS_REFERRED, REOPEN, CORRECT);

    private final String title;
    private final Set<Step> steps = EnumSet.noneOf(Step.class);

    Theme(String title, Step... steps) {
        this.title = title;
        this.steps.addAll(Set.of(steps));
    }

    public String title() {
        return title;
    }

    /** Whatever is listed nowhere works on the solution. */
    static Theme of(Step step) {
        for (Theme theme : values()) {
            if (theme.steps.contains(step)) {
                return theme;
            }
        }
        return SOLVE;
    }
}
