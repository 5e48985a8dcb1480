package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.RecoveryState;

/** Satisfaction is what the customer says when asked after the delivery; each end takes what the table of ends says. */
class SatisfactionTest {
    private final Play play = Play.standard();

    @Test
    void aPrematureCloseIsRefusedWithEverythingThatIsMissing() {
        play.byPhone().listened().solved().delivered();
        assertEquals(new TreeSet<>(List.of("end-after-follow-up", "end-after-question", "end-satisfied", "end-confidence", "end-thanks",
            "end-root-cause", "mood-read-before-moving-on", "customer-valued", "conduct-reviewed")),
            new TreeSet<>(play.attempt(ANNA, CLOSE_AS_RECOVERED).refusedBy()));
        assertEquals(RecoveryState.FOLLOWING_UP, play.state());
    }

    @Test
    void aYesThatNobodyAskedForIsNoEvidence() {
        play.byPhone().listened().solved().delivered().does(ANNA, answered(true, "all fine, thanks"));
        assertFalse(play.has(Facts.CUSTOMER_SATISFIED));
    }

    @Test
    void theQuestionIsAskedOnlyInTheFollowUpAfterTheDelivery() {
        play.byPhone().listened().solved();
        play.does(ANNA, beginContact(Channel.PHONE));
        assertTrue(play.attempt(Play.saying(ANNA, Channel.PHONE, ASK_SATISFACTION)).refusedBy().containsAll(List.of("not-here", "ask-after-delivery")));
        play.delivered();
        assertTrue(play.attempt(Play.saying(ANNA, Channel.PHONE, ASK_SATISFACTION)).refusedBy().contains("ask-in-the-follow-up"));
    }

    @Test
    void askingAgainForgetsTheEarlierYes() {
        play.byPhone().listened().solved().delivered().askedAgain().does(ANNA, answered(true, "yes"));
        play.says(ANNA, Channel.PHONE, ASK_SATISFACTION);
        assertFalse(play.has(Facts.CUSTOMER_SATISFIED));
    }

    @Test
    void everyIssueThatWasRaisedHasToBeSettled() {
        play.byPhone().does(ANNA, issue("the parcel"), issue("the invoice")).listened().solved().delivered().readyToClose();
        assertEquals(List.of("end-every-issue"), play.attempt(ANNA, CLOSE_AS_RECOVERED).refusedBy());
        List<Issue> issues = play.now().ledger().open(Issue.Kind.COMPLAINT);
        play.does(ANNA, resolve(issues.get(0).id(), "came"));
        assertTrue(play.has(Facts.ISSUE_OPEN), "one is left");
        play.does(ANNA, resolve(issues.get(1).id(), "corrected")).does(ANNA, CLOSE_AS_RECOVERED);
    }

    @Test
    void silenceIsNeverSatisfaction() {
        play.byPhone().listened().solved().delivered().askedAgain();
        play.does(ANNA, followUp("anna", "ask once more", play.in(Duration.ofDays(20)))).does(ANNA, endContact("asked"));
        play.after(Duration.ofDays(10));
        assertTrue(play.has(Facts.ANSWER_OVERDUE));
        assertTrue(play.attempt(ANNA, CLOSE_AS_RECOVERED).refusedBy().contains("end-satisfied"));
        assertEquals(new TreeSet<>(List.of("end-after-attempts", "end-thanks-in-writing", "end-root-cause", "conduct-reviewed")),
            new TreeSet<>(play.attempt(ANNA, CLOSE_AS_UNANSWERED).refusedBy()));
    }

    @Test
    void threeAttemptsOnOneChannelAreNotEnough() {
        play.byPhone().listened().proposed().parted(Duration.ofDays(30));
        play.does(ANNA, notReached(Channel.PHONE), notReached(Channel.PHONE), notReached(Channel.PHONE)).after(Duration.ofDays(8));
        play.says(ANNA, Channel.EMAIL, THANK).reviewed();
        assertEquals(List.of("end-after-attempts"), play.attempt(ANNA, CLOSE_AS_UNANSWERED).refusedBy());
        play.does(ANNA, notReached(Channel.SMS)).does(ANNA, CLOSE_AS_UNANSWERED);
    }

    @Test
    void unrecoveredTakesProofByASupervisorAfterAnEscalation() {
        play.byPhone().listened().proposed().does(ANNA, REPORT_REJECTION);
        assertEquals(List.of("proof-after-trying", "proof-by-authority"), play.attempt(ANNA, RECORD_PROOF).refusedBy());
        play.does(ANNA, ESCALATE);
        assertEquals(List.of("proof-by-authority"), play.attempt(ANNA, RECORD_PROOF).refusedBy());
        play.does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(7))));
        play.does(ANNA, discharge(FOLLOW_UP, play.now().ledger().duties().get(0).id(), "this call")).thanked();
        play.does(ANNA, followUp("anna", "letter", play.in(Duration.ofDays(7)))).does(ANNA, endContact("no way"));
        var refused = play.attempt(ANNA, CLOSE_AS_UNRECOVERED);
        assertEquals(List.of("end-proof"), refused.refusedBy());
        assertEquals(List.of(Facts.PROOF_RECORDED), refused.reasons().get(0).missing());
        play.does(SUE, RECORD_PROOF).does(ANNA, CLOSE_AS_UNRECOVERED);
    }

    @Test
    void onlyTheCustomersOwnWordWithdraws() {
        play.byPhone().thanked().parted(Duration.ofDays(7));
        assertEquals(List.of("end-withdrawn"), play.attempt(ANNA, CLOSE_AS_WITHDRAWN).refusedBy());
        play.does(ANNA, REPORT_WITHDRAWAL).does(ANNA, REPORT_RENEWAL);
        assertEquals(List.of("end-withdrawn"), play.attempt(ANNA, CLOSE_AS_WITHDRAWN).refusedBy(), "and the customer may think better of it");
    }

    @Test
    void aReferralLeavesACheckBackAndWrittenPromises() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(7)))).thanked().does(ANNA, RECORD_REFERRAL);
        play.says(ANNA, Channel.PHONE, RESTATE_PROMISES).parted(Duration.ofDays(40));
        assertEquals(List.of("end-promises", "end-referral"), play.attempt(ANNA, CLOSE_AS_REFERRED).refusedBy());
        play.does(ANNA, HAND_OVER_PROMISES).does(ANNA, checkBack("ben", "what became of it", play.in(Duration.ofDays(30))));
        play.does(ANNA, CLOSE_AS_REFERRED);
        int duty = play.now().ledger().duties().stream().filter(one -> one.status().isOpen()).findFirst().orElseThrow().id();
        play.does(BEN, discharge(CHECK_BACK, duty, "settled"));
        assertFalse(play.has(Facts.CHECK_BACK_SET));
    }

    @Test
    void noEndIsReachedInTheMiddleOfACall() {
        play.byPhone().does(ANNA, REPORT_WITHDRAWAL).thanked();
        assertEquals(List.of("end-no-open-contact"), play.attempt(ANNA, CLOSE_AS_WITHDRAWN).refusedBy());
    }
}
