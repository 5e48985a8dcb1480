package org.servicerecovery.examples.benchmarks;

import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** The toy lifecycle as a programmer would write it without any library. A test compares it with the rows. */
final class HandWritten {
    /**
     * A case that only knows where it stands.
     *
     * @param state   where
     * @param version how many events there were
     */
    record Case(RecoveryState state, int version) {
    }

    private HandWritten() {
    }

    /**
     * The case after a step.
     *
     * @return null if the step cannot be taken
     */
    static Case after(Case before, Step step) {
        RecoveryState to = next(before.state(), step);
        return to == null ? null : new Case(to, before.version() + 1);
    }

    private static RecoveryState next(RecoveryState state, Step step) {
        return switch (state) {
            case AWAITING -> step == Step.TAKE_OWNERSHIP ? RecoveryState.LISTENING : null;
            case LISTENING -> switch (step) {
                case REMARK, APOLOGISE, ACKNOWLEDGE, EMPATHISE, ASK_OPEN_QUESTION, RECORD_STORY, PARAPHRASE -> state;
                case CONFIRM_STORY -> RecoveryState.SOLVING;
                case CLOSE_AS_WITHDRAWN -> RecoveryState.WITHDRAWN;
                default -> null;
            };
            case SOLVING -> switch (step) {
                case REMARK, ACKNOWLEDGE, EMPATHISE, DIAGNOSE, PROPOSE_SOLUTION, REPORT_AGREEMENT, EXPLAIN_PLAN -> state;
                case START_WORK -> RecoveryState.DELIVERING;
                case CLOSE_AS_REFERRED -> RecoveryState.REFERRED;
                default -> null;
            };
            case DELIVERING -> switch (step) {
                case REMARK, ACKNOWLEDGE, EMPATHISE, TELL_PROGRESS, DIAGNOSE -> state;
                case RECORD_DELIVERY -> RecoveryState.FOLLOWING_UP;
                default -> null;
            };
            case FOLLOWING_UP -> switch (step) {
                case REMARK, ACKNOWLEDGE, EMPATHISE, ASK_SATISFACTION, REPORT_ANSWER, THANK -> state;
                case CLOSE_AS_RECOVERED -> RecoveryState.RECOVERED;
                case CLOSE_AS_UNANSWERED -> RecoveryState.UNANSWERED;
                case CLOSE_AS_UNRECOVERED -> RecoveryState.UNRECOVERED;
                default -> null;
            };
            case RECOVERED -> switch (step) {
                case REPORT_RENEWAL, THANK -> state;
                case REOPEN -> RecoveryState.LISTENING;
                default -> null;
            };
            case UNANSWERED, UNRECOVERED, WITHDRAWN, REFERRED -> step == Step.REOPEN ? RecoveryState.LISTENING : null;
        };
    }
}
