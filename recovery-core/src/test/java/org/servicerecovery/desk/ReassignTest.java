package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;

/** The owner is ill or gone: a supervisor, a reason, somebody who accepts, and the customer is told. */
class ReassignTest {
    private final Play play = Play.standard().byPhone();

    @Test
    void aCaseIsReassignedByASupervisorToSomebodyWhoAccepted() {
        play.does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals("ben", play.now().data().owner());
        assertFalse(play.owners().contains(""));
        assertTrue(play.has(Facts.NEW_OWNER_UNTOLD));
        assertFalse(play.has(Facts.RECEIVER_ACCEPTED));
    }

    @Test
    void everyConditionIsNeeded() {
        assertEquals(List.of("reassign-properly"), play.attempt(SUE, reassign("ben", "Anna is ill")).refusedBy(), "nobody accepted");
        play.does(BEN, ACCEPT_CASE);
        assertEquals(List.of("reassign-properly"), play.attempt(ANNA, reassign("ben", "I am ill")).refusedBy(), "no supervisor");
        assertEquals(List.of("reassign-properly"), play.attempt(BOT, reassign("ben", "balance")).refusedBy(), "no person");
        assertEquals(List.of("reassign-properly"), play.attempt(SUE, reassign("ben", "")).refusedBy(), "no reason");
        assertEquals(List.of("reassign-properly"), play.attempt(SUE, reassign("tom", "Anna is ill")).refusedBy(), "another accepted");
        assertEquals("anna", play.now().data().owner());
    }

    @Test
    void aCaseIsNotReassignedToItsOwner() {
        play.does(ANNA, ACCEPT_CASE);
        assertEquals(List.of("receiver-is-another"), play.attempt(SUE, reassign("anna", "once more")).refusedBy());
    }

    @Test
    void theCustomerIsToldBeforeTheCaseGoesOn() {
        play.heardOut().does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals(List.of("new-owner-told"), play.attempt(BEN, CONFIRM_STORY).refusedBy());
        play.says(BEN, Channel.PHONE, TELL_NEW_OWNER).does(BEN, CONFIRM_STORY);
    }

    @Test
    void promisesOfTheOldOwnerGoToTheNewOne() {
        play.does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(7))));
        play.does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
        assertEquals("ben", play.open(Duty.Kind.PROMISE).holder());
        assertEquals(play.in(Duration.ofDays(7)), play.open(Duty.Kind.PROMISE).due());
        assertTrue(play.desk.history(Play.CASE).stream().anyMatch(event -> event.step() == REASSIGN && event.actor().equals(SUE)), "with a record");
    }

    @Test
    void aTransferUnderWayEndsWithTheReassignment() {
        play.says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("tom")).does(BEN, ACCEPT_CASE);
        play.does(SUE, reassign("ben", "Anna is ill"));
        assertFalse(play.has(Facts.TRANSFER_REQUESTED));
        assertEquals("", play.now().data().receiver());
    }
}
