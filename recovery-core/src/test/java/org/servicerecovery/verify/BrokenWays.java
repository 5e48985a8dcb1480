package org.servicerecovery.verify;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.verify.BrokenVariant.that;

import java.util.List;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbooks.Row;

/** Dead ends, states that no case can come to, and rows that no case can take. */
final class BrokenWays {
    private static final RecoveryState[] OWNED = {LISTENING, SOLVING, DELIVERING, FOLLOWING_UP};

    private BrokenWays() {
    }

    static List<BrokenVariant> deadEnds() {
        String property = "recoverable";
        return List.of(
            that("angry-for-ever", "A calm reading does not take the anger off the record, and the angry are never asked.")
                .violates(property, Draft.ofStandard().on(REPORT_MOOD).in(OWNED).noLongerClears(MOOD_HOT)).showing(end -> end.has(MOOD_HOT)),
            that("bad-news-never-told", "Telling the customer what cannot be done does not take it off the list of what is to be told.")
                .violates(property, Draft.ofStandard().on(TELL_LIMIT).noLongerClears(LIMIT_UNTOLD))
                .showing(end -> end.has(LIMIT_UNTOLD)),
            that("last-point-stays-unclear", "Unclear points can be clarified one by one, but never the last one.")
                .violates(property, Draft.ofStandard().row("LISTENING/CLARIFY_POINT/last").leftOut())
                .showing(end -> end.state() == LISTENING && end.has(POINT_UNCLEAR)),
            that("issues-only-while-listening", "What the customer raises later can only be settled while listening, where nothing leads back to.")
                .violates(property, Draft.ofStandard().on(RESOLVE_ISSUE).in(SOLVING, DELIVERING, FOLLOWING_UP).leftOut())
                .showing(end -> end.state() != LISTENING && end.has(ISSUE_OPEN)),
            that("deliveries-checked-for-ever", "That a handed-over promise was kept can be checked, but the entry stays open.")
                .violates(property, Draft.ofStandard().on(CHECK_DELIVERY).noLongerClears(DELIVERY_CHECK_OPEN))
                .showing(end -> end.has(DELIVERY_CHECK_OPEN)),
            that("rejection-forgets-the-concern", "A rejection forgets the primary concern, which is designated only while listening.")
                .violates(property, Draft.ofStandard().on(DESIGNATE_CONCERN).in(SOLVING).leftOut()
                    .row("SOLVING/REPORT_REJECTION/of-a-proposal").clears(CONCERN_DESIGNATED)
                    .row("DELIVERING/REPORT_REJECTION/after-all").clears(CONCERN_DESIGNATED))
                .showing(end -> end.state() == SOLVING && !end.has(CONCERN_DESIGNATED)),
            that("no-second-chance", "A case that was reopened may not be closed as recovered.")
                .violates(property, Draft.ofStandard().rule(Guardrail.named("once-only").watches(CLOSE_AS_RECOVERED).bars(REOPENED)
                    .because("Reopened cases stay with the complaints board.").from("us"))).showing(end -> end.has(REOPENED)),
            that("reassigned-and-stuck", "After a reassignment the customer is told only while listening.")
                .violates(property, Draft.ofStandard().on(TELL_NEW_OWNER).in(SOLVING, DELIVERING, FOLLOWING_UP).leftOut())
                .showing(end -> end.state() != LISTENING && end.has(NEW_OWNER_UNTOLD)),
            that("manager-called-while-listening", "An angry customer's manager call is owed at the end, and can be noted only while listening.")
                .violates(property, Draft.ofStandard().on(ESCALATE).in(AWAITING, SOLVING, DELIVERING, FOLLOWING_UP).leftOut()
                    .on(REPORT_LAPSE).in(SOLVING, DELIVERING, FOLLOWING_UP).noLongerSets(ESCALATED)
                    .rule(Guardrail.named("manager-calls-the-angry").watches(CLOSE_AS_RECOVERED).when(RECOVERY_MOOD).needs(ESCALATED)
                        .because("A manager has to have called an angry customer.").from("us")))
                .showing(end -> end.state() != LISTENING && end.has(RECOVERY_MOOD) && !end.has(ESCALATED)));
    }

    static List<BrokenVariant> whatNeverHappens() {
        return List.of(
            that("no-proof-no-giving-up", "Nobody can record the proof without which no case is given up.")
                .violates("every-state-happens", Draft.ofStandard().on(RECORD_PROOF).leftOut()).naming("UNRECOVERED"),
            that("lapses-unheard", "Nobody notes that the customer's time to answer is over, so no case ends as unanswered.")
                .violates("every-state-happens", Draft.ofStandard().on(REPORT_LAPSE).noLongerSets(ANSWER_OVERDUE)).naming("UNANSWERED"),
            that("nobody-records-confidence", "Confidence cannot be recorded any more, and without it nobody is recovered.")
                .violates("every-state-happens", Draft.ofStandard().on(RECORD_CONFIDENCE).leftOut()).naming("RECOVERED"),
            that("briefed-before-asked", "A colleague is asked only when briefed, and briefed only when asked.")
                .violates("every-row-happens", Draft.ofStandard().rule(Guardrail.named("briefed-before-asked").watches(REQUEST_TRANSFER)
                    .needs(RECEIVER_BRIEFED).because("Brief your colleague before asking.").from("us"))).naming("SOLVING/BRIEF_RECEIVER"),
            that("thanks-from-the-inbox", "Complaints in the inbox are to be thanked for, but only an owner may speak and the inbox has none.")
                .violates("every-row-happens", Draft.ofStandard().adds(Row.on(THANK).in(AWAITING).sets(THANKED).rows())).naming("AWAITING/THANK"),
            that("reassigned-in-silence", "Nobody keeps in mind any more that the customer must hear of the new owner.")
                .violates("every-row-happens", Draft.ofStandard().on(REASSIGN).noLongerSets(NEW_OWNER_UNTOLD)).naming("SOLVING/TELL_NEW_OWNER"),
            that("reopenings-not-counted", "A second reopening is to be escalated, but the first one is not remembered.")
                .violates("every-row-happens", Draft.ofStandard().on(REOPEN).noLongerSets(REOPENED)).naming("RECOVERED/REOPEN/again"));
    }
}
