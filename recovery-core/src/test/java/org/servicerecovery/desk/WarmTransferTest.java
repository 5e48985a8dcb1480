package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Waiver;

/** The customer is never simply transferred (E14–E18): the four-step procedure works, and nothing shorter does. */
class WarmTransferTest {
    private static final List<Actor> EVERYBODY = List.of(ANNA, BEN, SUE, BOT, MACRO, Actor.SYSTEM);

    private final Play play = Play.standard();

    /** Every state that a case can be in, each reached by a real history. */
    private static List<Play> everyState() {
        return List.of(Play.standard().byEmail(), Play.standard().byPhone(), Play.standard().byPhone().listened(),
            Play.standard().byPhone().listened().solved(), Play.standard().byPhone().listened().solved().delivered(),
            Play.standard().recovered(), Play.standard().unrecovered(), Play.standard().unanswered(), Play.standard().withdrawn(),
            Play.standard().referred());
    }

    @Test
    void aPlainTransferIsRefusedInEveryStateWhoeverAsks() {
        List<RecoveryState> states = new ArrayList<>();
        for (Play there : everyState()) {
            states.add(there.state());
            for (Actor actor : EVERYBODY) {
                int version = there.now().version();
                Decision decision = there.attempt(actor, transfer("ben"));
                assertFalse(decision.isPermitted());
                assertTrue(decision.refusedBy().contains("no-plain-transfer"), () -> there.state() + " " + decision.refusedBy());
                assertEquals(version, there.now().version());
            }
        }
        assertEquals(List.of(RecoveryState.values()), states);
    }

    @Test
    void aPlainTransferIsRefusedThroughEveryOtherDoorToo() {
        play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE);
        assertFalse(play.attempt(ANNA, requestTransfer("ben"), transfer("ben")).isPermitted(), "in one list");
        assertFalse(play.attempt(Play.saying(ANNA, Channel.PHONE, act(REMARK), transfer("ben"))).isPermitted(), "with kind words");
        assertFalse(play.desk.as(ANNA).perform(Play.CASE, transfer("ben")).isPermitted(), "through the acting desk");
        assertFalse(play.desk.preview(Play.CASE, Command.does(SUE, transfer("ben"))).isPermitted(), "as a preview");
        Command waived = Command.does(ANNA, transfer("ben")).waiving(new Waiver("no-plain-transfer", SUE, "in a hurry"));
        assertTrue(play.attempt(waived).refusedBy().containsAll(List.of("no-plain-transfer", "waiver")), "with a waiver");
    }

    @Test
    void theRefusalNamesTheProcedureToTakeInstead() {
        var reason = play.byPhone().attempt(ANNA, transfer("ben")).reasons().stream().filter(one -> one.rule().equals("no-plain-transfer"))
            .findFirst().orElseThrow();
        assertEquals(List.of(Facts.TRANSFER_REQUESTED, Facts.RECEIVER_BRIEFED, Facts.RECEIVER_JOINED, Facts.RECEIVER_INTRODUCED),
            reason.missing());
        assertTrue(reason.sources().contains("E14"));
        assertEquals(Optional.of(REQUEST_TRANSFER),
            reason.cures().stream().filter(cure -> cure.kind() == Cure.Kind.INSTEAD).map(Cure::step).findFirst());
        assertTrue(reason.cures().stream().map(Cure::step).toList().containsAll(List.of(BRIEF_RECEIVER, JOIN, INTRODUCE_RECEIVER)));
    }

    @Test
    void theWarmTransferWorksAndTheCaseHasOneOwnerAllTheTime() {
        warm();
        play.does(ANNA, transfer("ben"));
        assertEquals("ben", play.now().data().owner());
        assertFalse(play.owners().contains(""), "no version without an owner");
        assertEquals(List.of("anna", "ben"), play.owners().stream().distinct().toList());
        assertTrue(play.now().data().participants().containsAll(List.of("anna", "ben")));
        assertEquals("anna", play.open(Duty.Kind.FOLLOW_UP).holder(), "the giver keeps the follow-up (E18, E26)");
        assertEquals(List.of("ask-once"), play.attempt(Play.saying(BEN, Channel.PHONE, ASK_TO_RESTATE)).refusedBy(), "K12");
    }

    @Test
    void everyStepOfTheWarmTransferIsNeeded() {
        Duration due = Duration.ofDays(7);
        List<Step> steps = List.of(REQUEST_TRANSFER, BRIEF_RECEIVER, JOIN, INTRODUCE_RECEIVER, SCHEDULE_FOLLOW_UP);
        for (Step left : steps) {
            Play one = Play.standard().byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE);
            for (Step step : steps) {
                if (step != left) {
                    switch (step) {
                        case REQUEST_TRANSFER -> one.attempt(ANNA, requestTransfer("ben"));
                        case JOIN -> one.attempt(BEN, JOIN);
                        case INTRODUCE_RECEIVER -> one.attempt(Play.saying(ANNA, Channel.PHONE, step));
                        case SCHEDULE_FOLLOW_UP -> one.attempt(ANNA, followUp("anna", "call", one.in(due)));
                        default -> one.attempt(ANNA, step);
                    }
                }
            }
            Decision decision = one.attempt(ANNA, transfer("ben"));
            assertFalse(decision.isPermitted(), () -> "without " + left);
            assertEquals("anna", one.now().data().owner());
        }
    }

    @Test
    void theReceiverJoinsOnlyWhileCustomerAndGiverAreOnALiveLine() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP);
        play.says(ANNA, Channel.EMAIL, followUp("anna", "call", play.in(Duration.ofDays(7))), act(APOLOGISE), act(ACKNOWLEDGE));
        play.does(ANNA, requestTransfer("ben"));
        assertTrue(play.attempt(BEN, JOIN).refusedBy().contains("receiver-joins-all-present"), "no contact is open");
        play.does(ANNA, BRIEF_RECEIVER).does(ANNA, beginContact(Channel.CHAT));
        assertEquals(List.of("receiver-joins-all-present"), play.attempt(BEN, JOIN).refusedBy(), "nobody hears a tone in a chat");
        assertEquals(List.of("receiver-joins-all-present"), play.attempt(SUE, JOIN).refusedBy(), "Sue was not asked");
    }

    @Test
    void aReceiverWhoNeverJoinsLeavesTheOwnerAndAClock() {
        play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben")).does(ANNA, BRIEF_RECEIVER);
        assertTrue(play.clocks().contains("receiver-joins"));
        play.after(Duration.ofHours(1));
        assertEquals(List.of("BREACH owner", "ESCALATION supervisor"), play.rungs("receiver-joins"));
        assertEquals("anna", play.now().data().owner());
        assertFalse(play.attempt(ANNA, transfer("ben")).isPermitted());
        play.does(ANNA, CANCEL_TRANSFER);
        assertEquals("", play.now().data().receiver());
        assertTrue(play.attempt(ANNA, requestTransfer("sue")).isPermitted(), "another can be asked");
    }

    @Test
    void aReceiverWhoDeclinesLeavesTheOwner() {
        play.byPhone().says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben"));
        assertEquals(List.of("receiver-answers"), play.attempt(SUE, DECLINE).refusedBy());
        play.does(BEN, DECLINE);
        assertEquals("anna", play.now().data().owner());
        assertFalse(play.has(Facts.TRANSFER_REQUESTED));
    }

    @Test
    void nobodyHandsOverBeforeApologyAndAcknowledgement() {
        assertEquals(List.of("hand-over-after-apology"), play.byPhone().attempt(ANNA, requestTransfer("ben")).refusedBy());
    }

    @Test
    void theReceiverIsSomebodyElseAndTheOneWhoWasAsked() {
        warm();
        assertEquals(List.of("transfer-to-the-one-asked"), play.attempt(ANNA, transfer("sue")).refusedBy());
        assertEquals(List.of("transfer-to-the-one-asked", "receiver-is-another"), play.attempt(ANNA, transfer("anna")).refusedBy());
        assertEquals(List.of("giver-hands-over"), play.attempt(SUE, transfer("ben")).refusedBy());
    }

    @Test
    void aCallThatEndsBeforeTheReleaseEndsTheThreeWayTalk() {
        warm();
        play.does(ANNA, endContact("the line broke"));
        Decision decision = play.attempt(ANNA, transfer("ben"));
        assertEquals(List.of("no-plain-transfer"), decision.refusedBy());
        assertEquals(List.of(Facts.RECEIVER_JOINED, Facts.RECEIVER_INTRODUCED), decision.reasons().get(0).missing());
    }

    @Test
    void theGiverOfAPromiseChecksThatItIsDelivered() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(5))));
        warmed().does(ANNA, transfer("ben"));
        assertEquals("anna", play.open(Duty.Kind.DELIVERY_CHECK).holder());
        assertEquals(play.in(Duration.ofDays(5)), play.open(Duty.Kind.DELIVERY_CHECK).due());
        assertEquals("anna", play.open(Duty.Kind.PROMISE).holder());
    }

    private Play warm() {
        play.byPhone();
        return warmed();
    }

    private Play warmed() {
        play.says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben")).does(ANNA, BRIEF_RECEIVER);
        play.does(BEN, JOIN).says(ANNA, Channel.PHONE, INTRODUCE_RECEIVER);
        return play.does(ANNA, followUp("anna", "see whether all is well", play.in(Duration.ofDays(7))));
    }

    private static RecoveryAction act(Step step) {
        return Play.act(step);
    }
}
