package org.servicerecovery.examples.benchmarks;

import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;

import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * A recovery as one would draw it for a state machine: the library's states and steps, 41 rows, no facts, no guardrails, no
 * clocks, nothing recorded. What the rivals run; far less than the standard playbook does.
 */
final class Toy {
    /** One row. */
    record Row(RecoveryState from, Step step, RecoveryState to) {
    }

    /** In order. */
    static final List<Row> ROWS = rows();

    /** A walk from {@code LISTENING} through a recovery and its reopening, back to where it began. */
    static final Step[] WALK = {APOLOGISE, ACKNOWLEDGE, EMPATHISE, RECORD_STORY, PARAPHRASE, ACKNOWLEDGE, CONFIRM_STORY, DIAGNOSE,
        PROPOSE_SOLUTION, REPORT_AGREEMENT, EXPLAIN_PLAN, START_WORK, TELL_PROGRESS, TELL_PROGRESS, RECORD_DELIVERY, ASK_SATISFACTION,
        REPORT_ANSWER, THANK, CLOSE_AS_RECOVERED, REPORT_RENEWAL, REOPEN};

    private Toy() {
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        go(rows, AWAITING, TAKE_OWNERSHIP, LISTENING);
        stay(rows, LISTENING, REMARK, APOLOGISE, ACKNOWLEDGE, EMPATHISE, ASK_OPEN_QUESTION, RECORD_STORY, PARAPHRASE);
        go(rows, LISTENING, CONFIRM_STORY, SOLVING);
        stay(rows, SOLVING, REMARK, ACKNOWLEDGE, EMPATHISE, DIAGNOSE, PROPOSE_SOLUTION, REPORT_AGREEMENT, EXPLAIN_PLAN);
        go(rows, SOLVING, START_WORK, DELIVERING);
        stay(rows, DELIVERING, REMARK, ACKNOWLEDGE, EMPATHISE, TELL_PROGRESS, DIAGNOSE);
        go(rows, DELIVERING, RECORD_DELIVERY, FOLLOWING_UP);
        stay(rows, FOLLOWING_UP, REMARK, ACKNOWLEDGE, EMPATHISE, ASK_SATISFACTION, REPORT_ANSWER, THANK);
        go(rows, FOLLOWING_UP, CLOSE_AS_RECOVERED, RECOVERED);
        go(rows, FOLLOWING_UP, CLOSE_AS_UNANSWERED, UNANSWERED);
        go(rows, FOLLOWING_UP, CLOSE_AS_UNRECOVERED, UNRECOVERED);
        go(rows, LISTENING, CLOSE_AS_WITHDRAWN, WITHDRAWN);
        go(rows, SOLVING, CLOSE_AS_REFERRED, REFERRED);
        stay(rows, RECOVERED, REPORT_RENEWAL, THANK);
        go(rows, RECOVERED, REOPEN, LISTENING);
        go(rows, UNANSWERED, REOPEN, LISTENING);
        go(rows, UNRECOVERED, REOPEN, LISTENING);
        go(rows, WITHDRAWN, REOPEN, LISTENING);
        go(rows, REFERRED, REOPEN, LISTENING);
        return List.copyOf(rows);
    }

    private static void go(List<Row> rows, RecoveryState from, Step step, RecoveryState to) {
        rows.add(new Row(from, step, to));
    }

    private static void stay(List<Row> rows, RecoveryState state, Step... steps) {
        for (Step step : steps) {
            go(rows, state, step, state);
        }
    }
}
