package org.servicerecovery.verify;

import static org.servicerecovery.model.Facts.*;

import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Term;

/**
 * The rulebook's table of ends, as what must hold of every case that ends. It is written apart from the guardrails that are
 * to bring it about, so that the proof compares two statements and not one with itself.
 */
final class EndsTable {
    /** One cell of the table. */
    record Cell(RecoveryState end, String column, Condition when, List<Condition> anyOf) {
    }

    private EndsTable() {
    }

    static List<Cell> cells() {
        Condition delivered = has(DELIVERED);
        Condition undelivered = lacks(DELIVERED);
        Condition answered = has(FIRST_RESPONSE_GIVEN);
        return List.of(
            must(RecoveryState.RECOVERED, "owner", has(OWNER_NAMED)),
            must(RecoveryState.RECOVERED, "follow-up contact", has(FOLLOWED_UP)),
            must(RecoveryState.RECOVERED, "question asked", has(SATISFACTION_ASKED, ANYTHING_ELSE_ASKED)),
            must(RecoveryState.RECOVERED, "answer", has(CUSTOMER_SATISFIED, CONFIDENCE_RECORDED).without(ISSUE_OPEN, CUSTOMER_DISSATISFIED)),
            must(RecoveryState.RECOVERED, "promises", lacks(PROMISE_OPEN, BAD_NEWS_OWED)),
            must(RecoveryState.RECOVERED, "thanks", has(THANKED)),
            must(RecoveryState.RECOVERED, "root cause", has(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)),
            must(RecoveryState.UNANSWERED, "owner", has(OWNER_NAMED)),
            must(RecoveryState.UNANSWERED, "follow-up contact", has(THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED)),
            new Cell(RecoveryState.UNANSWERED, "question asked", delivered, List.of(has(SATISFACTION_ASKED))),
            new Cell(RecoveryState.UNANSWERED, "question asked", undelivered, List.of(has(SOLUTION_PROPOSED), has(SATISFACTION_ASKED),
                has(RESTATE_ASKED), has(OPEN_QUESTIONS_ASKED))),
            must(RecoveryState.UNANSWERED, "answer", has(ANSWER_OVERDUE)),
            must(RecoveryState.UNANSWERED, "promises", lacks(PROMISE_OPEN, BAD_NEWS_OWED)),
            must(RecoveryState.UNANSWERED, "thanks", has(THANKED_IN_WRITING)),
            must(RecoveryState.UNANSWERED, "root cause", has(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)),
            must(RecoveryState.UNRECOVERED, "owner", has(OWNER_NAMED)),
            must(RecoveryState.UNRECOVERED, "follow-up contact", has(FOLLOWED_UP)),
            new Cell(RecoveryState.UNRECOVERED, "question asked", delivered, List.of(has(SATISFACTION_ASKED))),
            new Cell(RecoveryState.UNRECOVERED, "question asked", undelivered, List.of(has(SOLUTION_PROPOSED), has(SATISFACTION_ASKED),
                has(RESTATE_ASKED), has(OPEN_QUESTIONS_ASKED))),
            must(RecoveryState.UNRECOVERED, "answer", has(CUSTOMER_DISSATISFIED).without(CUSTOMER_SATISFIED)),
            must(RecoveryState.UNRECOVERED, "promises", lacks(PROMISE_OPEN, BAD_NEWS_OWED)),
            must(RecoveryState.UNRECOVERED, "thanks", has(THANKED)),
            must(RecoveryState.UNRECOVERED, "proof", has(PROOF_RECORDED, APOLOGY_GIVEN, ACKNOWLEDGED, ESCALATED)),
            must(RecoveryState.UNRECOVERED, "root cause", has(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)),
            must(RecoveryState.WITHDRAWN, "answer", has(WITHDRAWAL_REPORTED)),
            must(RecoveryState.WITHDRAWN, "promises", lacks(PROMISE_OPEN)),
            new Cell(RecoveryState.WITHDRAWN, "thanks", answered, List.of(has(THANKED))),
            new Cell(RecoveryState.WITHDRAWN, "root cause", answered, List.of(has(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED))),
            must(RecoveryState.REFERRED, "owner", has(OWNER_NAMED)),
            must(RecoveryState.REFERRED, "follow-up contact", has(CHECK_BACK_SET)),
            must(RecoveryState.REFERRED, "promises", lacks(PROMISE_OPEN, BAD_NEWS_OWED)),
            must(RecoveryState.REFERRED, "thanks", has(THANKED)),
            must(RecoveryState.REFERRED, "proof", has(REFERRAL_RECORDED)),
            must(RecoveryState.REFERRED, "root cause", has(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)));
    }

    private static Cell must(RecoveryState end, String column, Condition holds) {
        return new Cell(end, column, Condition.ALWAYS, List.of(holds));
    }

    private static Condition has(Term... facts) {
        return Condition.ALWAYS.and(facts);
    }

    private static Condition lacks(Term... facts) {
        return new Condition(Set.of(), Set.of(facts));
    }
}
