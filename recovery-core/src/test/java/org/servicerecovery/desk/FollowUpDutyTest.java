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
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Traits;

/** A named employee and a date stand behind every next step, and the duty survives whatever happens to the case (D10–D12, E26). */
class FollowUpDutyTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    @Test
    void aContactDoesNotEndWithoutANamedEmployeeAndADate() {
        Decision decision = play.byPhone().attempt(ANNA, endContact("talked"));
        assertEquals(List.of("next-step-before-parting"), decision.refusedBy());
        assertTrue(decision.reasons().get(0).cures().stream().anyMatch(cure -> cure.step() == SCHEDULE_FOLLOW_UP));
        assertTrue(play.attempt(ANNA, followUp("anna", "call", play.in(WEEK)), endContact("talked")).isPermitted());
    }

    @Test
    void aWrittenMessageStandsBesideADatedFollowUp() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP);
        assertEquals(List.of("next-step-beside-writing"), play.attempt(Play.saying(ANNA, Channel.EMAIL, REMARK)).refusedBy());
        play.says(ANNA, Channel.EMAIL, followUp("anna", "call", play.in(WEEK)), Play.act(REMARK));
    }

    @Test
    void theCustomerIsNeverTheOneWhoFollowsUp() {
        play.byPhone();
        assertEquals(List.of("employee-holds-follow-up"),
            play.attempt(ANNA, followUp(Play.CUSTOMER, "calls us", play.in(WEEK))).refusedBy());
        Decision callUsBack = play.attempt(Play.saying(ANNA, Channel.PHONE, REMARK).attesting(Traits.PUSHES_FOLLOW_UP));
        assertEquals(List.of("never-call-us-back"), callUsBack.refusedBy());
        assertEquals(List.of("contact-details-beside-follow-up"),
            play.attempt(Play.saying(ANNA, Channel.PHONE, GIVE_CONTACT_DETAILS)).refusedBy(), "K7");
        play.says(ANNA, Channel.PHONE, followUp("anna", "call", play.in(WEEK)), Play.act(GIVE_CONTACT_DETAILS));
    }

    @Test
    void aCaseIsNotPutAsideWithoutADate() {
        play.byPhone();
        assertEquals(List.of("parked-beside-a-date"), play.attempt(ANNA, PARK).refusedBy());
        assertTrue(play.does(ANNA, followUp("anna", "call", play.in(WEEK))).attempt(ANNA, PARK).isPermitted());
    }

    @Test
    void onlyItsHolderDoesTheFollowUp() {
        play.byPhone().listened().solved().delivered();
        int duty = play.open(Duty.Kind.FOLLOW_UP).id();
        assertEquals(List.of("follow-up-by-its-holder"), play.attempt(BEN, discharge(FOLLOW_UP, duty, "called")).refusedBy());
        assertTrue(play.attempt(ANNA, discharge(FOLLOW_UP, duty, "called")).isPermitted());
    }

    @Test
    void theDutySurvivesAnEscalationAndHelp() {
        due();
        play.says(ANNA, Channel.PHONE, STATE_OWNERSHIP).does(ANNA, ESCALATE).does(ANNA, involve("tom", "find it"));
        assertEquals("anna", play.open(Duty.Kind.FOLLOW_UP).holder());
        assertEquals("anna", play.now().data().owner());
        missed();
    }

    @Test
    void theDutySurvivesAWarmTransfer() {
        due();
        play.says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben")).does(ANNA, BRIEF_RECEIVER);
        play.does(BEN, JOIN).says(ANNA, Channel.PHONE, INTRODUCE_RECEIVER).does(ANNA, transfer("ben"));
        assertEquals("anna", play.open(Duty.Kind.FOLLOW_UP).holder());
        missed();
    }

    @Test
    void aReassignmentMovesTheDutyToTheNewOwner() {
        due();
        play.does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals("ben", play.open(Duty.Kind.FOLLOW_UP).holder());
        assertTrue(play.has(Facts.FOLLOW_UP_SET));
        missed();
    }

    @Test
    void aReassignmentLeavesTheDutiesOfOthersWhereTheyAre() {
        due();
        play.does(ANNA, followUp("ben", "a second look", play.in(WEEK))).does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals(List.of("ben", "ben"), play.now().ledger().open(Duty.Kind.FOLLOW_UP).stream().map(Duty::holder).toList());
        Play third = Play.standard().byPhone();
        third.does(ANNA, followUp("tom", "a second look", third.in(WEEK))).does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals("tom", third.open(Duty.Kind.FOLLOW_UP).holder());
    }

    @Test
    void theFollowUpThatCountsComesAfterTheDelivery() {
        due();
        play.does(ANNA, discharge(FOLLOW_UP, play.open(Duty.Kind.FOLLOW_UP).id(), "called"));
        assertTrue(play.has(Facts.FOLLOWED_UP));
        play.listened().solved().delivered();
        assertFalse(play.has(Facts.FOLLOWED_UP));
    }

    private void due() {
        play.byPhone().does(ANNA, followUp("anna", "call", play.in(WEEK)));
    }

    private void missed() {
        play.after(WEEK);
        assertTrue(play.has(Facts.ESCALATED));
        assertEquals(List.of("WARNING holder", "BREACH supervisor"), play.rungs("follow-up-due"));
    }
}
