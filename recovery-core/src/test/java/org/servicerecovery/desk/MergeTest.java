package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** A duplicate goes into the original with everything that is owed, and from then on refuses every step naming it. */
class MergeTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    private Decision merge(String commandId) {
        return play.desk.merge(Play.CASE, "c-2", ANNA, commandId);
    }

    private void original(String customer) {
        play.desk.open("c-2", Command.does(BEN, new Actions.Open(customer, "no parcel", Channel.PHONE, Priority.NORMAL, ""))).orThrow();
    }

    private RecoveryCase original() {
        return play.desk.find("c-2").orElseThrow();
    }

    /** A case in writing with a promise, a follow-up, an issue and an unclear point. */
    private void duplicate() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, limits("nothing in the way", false), issue("the invoice"), unclear("which day"));
        play.says(ANNA, Channel.EMAIL, promise("a new parcel", play.in(WEEK)), followUp("anna", "call", play.in(WEEK)));
        original(Play.CUSTOMER);
    }

    @Test
    void everythingThatIsOwedMovesToTheOriginal() {
        duplicate();
        merge("merge-1").orThrow();
        assertEquals(List.of("a new parcel"), original().ledger().open(Duty.Kind.PROMISE).stream().map(Duty::what).toList());
        Duty followUp = original().ledger().open(Duty.Kind.FOLLOW_UP).get(0);
        assertEquals("anna", followUp.holder());
        assertEquals(play.in(WEEK), followUp.due());
        assertEquals(List.of("the invoice"), original().ledger().open(Issue.Kind.COMPLAINT).stream().map(Issue::what).toList());
        assertTrue(original().facts().containsAll(List.of(Facts.PROMISE_OPEN, Facts.FOLLOW_UP_SET, Facts.ISSUE_OPEN, Facts.POINT_UNCLEAR)));
        assertEquals("ben", original().data().owner());
        assertTrue(play.now().ledger().duties().stream().allMatch(duty -> duty.status() == Duty.Status.HANDED_OVER));
    }

    @Test
    void theDutiesOfTheDuplicateCanBeMetOnTheOriginal() {
        duplicate();
        merge("merge-1").orThrow();
        int promise = original().ledger().open(Duty.Kind.PROMISE).get(0).id();
        play.desk.perform("c-2", Command.does(BEN, discharge(KEEP_PROMISE, promise, "receipt 17"))).orThrow();
        int followUp = original().ledger().open(Duty.Kind.FOLLOW_UP).get(0).id();
        play.desk.perform("c-2", Command.does(ANNA, discharge(FOLLOW_UP, followUp, "called"))).orThrow();
        assertFalse(original().has(Facts.PROMISE_OPEN) || original().has(Facts.FOLLOW_UP_SET));
    }

    @Test
    void theDuplicateKeepsItsStateAndRefusesEveryStepNamingTheOriginal() {
        duplicate();
        merge("merge-1").orThrow();
        assertEquals(RecoveryState.LISTENING, play.state());
        for (Step step : Step.values()) {
            if (!Act.needsParticulars(step)) {
                Decision decision = step.isSpeech() ? play.attempt(Play.saying(ANNA, Channel.EMAIL, step)) : play.attempt(ANNA, step);
                assertTrue(decision.refusedBy().contains("merged"), () -> step + " " + decision.refusedBy());
                assertTrue(decision.reasons().stream().anyMatch(reason -> reason.why().contains("c-2")), () -> step.name());
            }
        }
        assertTrue(play.attempt(MACRO, contacted(Channel.EMAIL)).refusedBy().contains("merged"), "even reports: they belong to the original");
        assertTrue(merge("merge-2").refusedBy().contains("merged"));
    }

    @Test
    void onlyCasesOfOneCustomerAreMerged() {
        play.byEmail();
        original("somebody else");
        assertEquals(List.of("merge-same-customer"), merge("merge-1").refusedBy());
        assertFalse(play.has(Facts.MERGED));
        assertEquals(1, original().version());
    }

    @Test
    void aCaseIsNotMergedIntoItself() {
        play.byEmail();
        assertEquals(List.of("merge-same-customer"), play.desk.merge(Play.CASE, Play.CASE, ANNA, "merge-1").refusedBy());
    }

    @Test
    void aCaseIsNotMergedIntoOneThatHasEnded() {
        play.byEmail();
        original(Play.CUSTOMER);
        play.desk.perform("c-2", Command.does(BEN, of(REPORT_WITHDRAWAL), of(REPORT_FLOOR_GIVEN))).orThrow();
        play.desk.perform("c-2", Command.says(BEN, Channel.PHONE, "thanks", THANK).attesting(Play.GOOD)).orThrow();
        play.desk.perform("c-2", Command.does(BEN, Play.act(RECORD_ROOT_CAUSE), Play.act(NOTE_IMPROVEMENT), endContact("over"),
            of(CLOSE_AS_WITHDRAWN))).orThrow();
        assertEquals(List.of("not-here"), merge("merge-1").refusedBy());
        assertFalse(play.has(Facts.MERGED));
    }

    @Test
    void aMergeThatIsRepeatedGivesTheSameOutcomeAndMovesNothingTwice() {
        duplicate();
        merge("merge-1").orThrow();
        int version = original().version();
        assertTrue(merge("merge-1") instanceof Repeated);
        assertEquals(version, original().version());
        assertEquals(1, original().ledger().open(Duty.Kind.PROMISE).size());
    }

    @Test
    void bothCasesHaveToExist() {
        play.byEmail();
        assertThrows(UnknownCaseException.class, () -> play.desk.merge(Play.CASE, "nowhere", ANNA, "merge-1"));
        assertThrows(UnknownCaseException.class, () -> play.desk.merge("nowhere", Play.CASE, ANNA, "merge-1"));
    }
}
