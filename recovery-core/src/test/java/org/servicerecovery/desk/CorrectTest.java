package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** A correction takes back what an entry set and nothing else; nothing is erased, and nothing is gained. */
class CorrectTest {
    private final Play play = Play.standard();

    private int entry(Step step) {
        return play.desk.history(Play.CASE).stream().filter(event -> event.step() == step).reduce((one, other) -> other).orElseThrow()
            .sequence();
    }

    private List<String> correcting(Step step) {
        return play.attempt(ANNA, correct(entry(step), "it was another customer")).refusedBy();
    }

    @Test
    void aCorrectionTakesBackWhatTheEntrySetAndTheEntryStays() {
        play.byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP);
        List<CaseEvent> before = play.desk.history(Play.CASE);
        assertEquals(List.of(), correcting(STATE_OWNERSHIP));
        assertFalse(play.has(Facts.OWNERSHIP_STATED));
        List<CaseEvent> after = play.desk.history(Play.CASE);
        assertEquals(before, after.subList(0, before.size()));
        assertEquals(Set.of(Facts.OWNERSHIP_STATED), after.get(after.size() - 1).clears());
    }

    @Test
    void thatAPersonAnsweredIsNotTakenBackWithTheWords() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP);
        play.says(ANNA, Channel.EMAIL, followUp("anna", "call", play.in(Duration.ofDays(7))), Play.act(STATE_OWNERSHIP));
        correcting(STATE_OWNERSHIP);
        assertTrue(play.has(Facts.FIRST_RESPONSE_GIVEN));
    }

    @Test
    void aCorrectionSaysWhy() {
        play.byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP);
        assertEquals(List.of("correct-what-was-set"), play.attempt(ANNA, correct(entry(STATE_OWNERSHIP), "")).refusedBy());
    }

    @Test
    void theStateFallsBackToWhereTheRemainingFactsAllow() {
        play.byPhone().listened().solved();
        assertEquals(RecoveryState.DELIVERING, play.state());
        assertEquals(List.of(), correcting(EXPLAIN_PLAN));
        assertEquals(RecoveryState.SOLVING, play.state());
        assertEquals(List.of(), correcting(PARAPHRASE));
        assertEquals(RecoveryState.LISTENING, play.state());
        assertFalse(play.has(Facts.STORY_CONFIRMED), "confirmed it was, but not rightly");
    }

    @Test
    void aDeliveryThatNeverWasLeadsBackToDelivering() {
        play.byPhone().listened().solved().delivered();
        assertEquals(List.of(), correcting(RECORD_DELIVERY));
        assertEquals(RecoveryState.DELIVERING, play.state());
        assertFalse(play.has(Facts.DELIVERED));
    }

    @Test
    void aCorrectionOfSomethingSmallLeavesTheCaseWhereItIs() {
        play.byPhone().listened().solved().does(ANNA, RECORD_ROOT_CAUSE);
        assertEquals(List.of(), correcting(RECORD_ROOT_CAUSE));
        assertEquals(RecoveryState.DELIVERING, play.state());
    }

    @Test
    void dutiesOwnersReportsAndContactsStand() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, beginContact(Channel.PHONE)).does(ANNA, RECORD_ADDRESS);
        play.listened().proposed().agreed().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(7))), followUp("anna", "call", play.in(Duration.ofDays(8))));
        for (Step step : List.of(OPEN, TAKE_OWNERSHIP, BEGIN_CONTACT, MAKE_PROMISE, SCHEDULE_FOLLOW_UP, REPORT_AGREEMENT, REPORT_MOOD)) {
            assertEquals(List.of("correct-what-was-set"), correcting(step), () -> "entry of " + step);
        }
        assertTrue(play.has(Facts.OWNER_NAMED) && play.has(Facts.PROMISE_OPEN) && play.has(Facts.FOLLOW_UP_SET));
    }

    @Test
    void anEntryIsTakenBackOnceAndACorrectionNever() {
        play.byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP);
        assertEquals(List.of(), correcting(STATE_OWNERSHIP));
        assertEquals(List.of("correct-what-was-set"), correcting(STATE_OWNERSHIP));
        assertEquals(List.of("correct-what-was-set"), correcting(CORRECT));
    }

    @Test
    void anEntryThatIsNotThereCannotBeTakenBack() {
        play.byPhone();
        assertEquals(List.of("correct-what-was-set"), play.attempt(ANNA, correct(99, "there is none")).refusedBy());
    }

    /** Whatever is corrected, in whatever order: no fact and no state is ever won by it. */
    @Test
    void nothingIsEverGainedByACorrection() {
        play.byPhone().listened().solved().delivered().askedAgain();
        int last = play.now().version();
        List<Integer> taken = new ArrayList<>();
        for (int sequence = last; sequence >= 1; sequence--) {
            RecoveryCase before = play.now();
            boolean permitted = play.attempt(ANNA, correct(sequence, "all of it was wrong")).isPermitted();
            RecoveryCase after = play.now();
            for (Fact fact : after.facts()) {
                assertTrue(before.has(fact), () -> fact + " was won");
            }
            assertTrue(after.state().ordinal() <= before.state().ordinal());
            if (permitted) {
                taken.add(sequence);
            }
        }
        assertTrue(taken.size() > 10, () -> "taken back: " + taken);
        assertEquals(RecoveryState.LISTENING, play.state());
        assertEquals("anna", play.now().data().owner());
        play.listened();
    }

    @Test
    void anEndIsNotCorrectedButReopened() {
        play.recovered();
        assertTrue(correcting(RECORD_ROOT_CAUSE).contains("not-here"));
    }
}
