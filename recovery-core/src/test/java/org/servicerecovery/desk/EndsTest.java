package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** Every end is reached by a real history, and left again by reopening. */
class EndsTest {
    static final Map<RecoveryState, UnaryOperator<Play>> ENDS = new TreeMap<>(Map.of(RecoveryState.RECOVERED, Play::recovered,
        RecoveryState.UNANSWERED, Play::unanswered, RecoveryState.UNRECOVERED, Play::unrecovered, RecoveryState.WITHDRAWN, Play::withdrawn,
        RecoveryState.REFERRED, Play::referred));

    @ParameterizedTest
    @EnumSource(names = {"RECOVERED", "UNANSWERED", "UNRECOVERED", "WITHDRAWN", "REFERRED"})
    void aRealHistoryLeadsToThisEnd(RecoveryState end) {
        Play play = ENDS.get(end).apply(Play.standard());
        assertEquals(end, play.state());
        assertEquals("anna", play.now().data().owner());
        assertTrue(play.now().ledger().duties().stream().noneMatch(duty -> duty.status().isOpen()) || end == RecoveryState.REFERRED);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECOVERED", "UNANSWERED", "UNRECOVERED", "WITHDRAWN", "REFERRED"})
    void aCaseIsReopenedFromThisEndOnlyWhenTheCustomerComplainsAgain(RecoveryState end) {
        Play play = ENDS.get(end).apply(Play.standard());
        assertEquals(List.of("reopen-for-cause"), play.attempt(ANNA, reopen("")).refusedBy());
        boolean apologised = play.has(Facts.APOLOGY_GIVEN);
        play.reopened();
        assertEquals(RecoveryState.LISTENING, play.state());
        assertEquals(1, play.now().data().reopenings());
        assertEquals(apologised, play.has(Facts.APOLOGY_GIVEN), "the apology is kept");
        Stream.of(Facts.CUSTOMER_SATISFIED, Facts.FOLLOWED_UP, Facts.FOLLOW_UP_SET, Facts.STORY_CONFIRMED, Facts.SOLUTION_PROPOSED,
            Facts.SOLUTION_AGREED, Facts.AGREEMENT_CONFIRMED, Facts.DELIVERED, Facts.COMPLAINT_RENEWED, Facts.CHECK_BACK_SET)
            .forEach(fact -> assertFalse(play.has(fact), fact + " is forgotten"));
        assertFalse(play.has(Facts.ESCALATED) && end != RecoveryState.UNRECOVERED, "a first reopening escalates nothing");
    }

    @ParameterizedTest
    @EnumSource(names = {"RECOVERED", "UNANSWERED", "UNRECOVERED", "WITHDRAWN", "REFERRED"})
    void aSecondReopeningEscalates(RecoveryState end) {
        Play play = ENDS.get(end).apply(Play.standard()).reopened();
        play.does(ANNA, REPORT_WITHDRAWAL).does(ANNA, beginContact(Channel.PHONE)).thanked();
        play.does(ANNA, endContact("taken back")).does(ANNA, CLOSE_AS_WITHDRAWN);
        int before = play.heard.size();
        play.reopened();
        assertTrue(play.has(Facts.ESCALATED));
        assertEquals(2, play.now().data().reopenings());
        assertEquals(REOPEN, play.heard.get(before).step(), "the hook hears of it");
    }

    @Test
    void aReopenedCaseCanBeRecovered() {
        Play play = Play.standard().recovered().reopened();
        play.does(ANNA, beginContact(Channel.PHONE)).listened().solved().delivered().readyToClose();
        play.does(ANNA, CLOSE_AS_RECOVERED);
        assertEquals(RecoveryState.RECOVERED, play.state());
    }

    @Test
    void aCaseWithdrawnBeforeAnybodyOwnedItGetsAnOwnerWhenItIsReopened() {
        Play play = Play.standard().byEmail().does(Play.MACRO, REPORT_WITHDRAWAL).does(BEN, CLOSE_AS_WITHDRAWN);
        assertEquals("", play.now().data().owner());
        play.does(BEN, REPORT_RENEWAL).does(BEN, reopen(""));
        assertEquals("ben", play.now().data().owner());
        assertTrue(play.has(Facts.OWNER_NAMED));
    }

    @Test
    void anotherOwnerCanBeNamedOnlyForACaseThatHasNone() {
        Play play = Play.standard().byEmail().does(Play.MACRO, REPORT_WITHDRAWAL).does(BEN, CLOSE_AS_WITHDRAWN);
        play.does(BEN, REPORT_RENEWAL).does(BEN, reopen("anna"));
        assertEquals("anna", play.now().data().owner());
    }

    @Test
    void noReportEndsACase() {
        Play play = Play.standard().byPhone().listened().solved().delivered().askedAgain();
        for (Step step : Step.values()) {
            if (step.isReport() && !Act.needsParticulars(step)) {
                play.does(ANNA, step);
            }
        }
        play.does(ANNA, answered(true, "yes"), issue("and the invoice is wrong"), mood(Mood.IRATE));
        assertFalse(play.state().isEnd());
    }

    @Test
    void theCustomersNoAtTheFollowUpLeadsBackToSolving() {
        Play play = Play.standard().byPhone().listened().solved().delivered().askedAgain().does(ANNA, answered(false, "no, it broke again"));
        assertEquals(RecoveryState.SOLVING, play.state());
        assertFalse(play.has(Facts.SOLUTION_AGREED));
        assertTrue(play.attempt(ANNA, CLOSE_AS_RECOVERED).refusedBy().contains("not-here"));
    }
}
