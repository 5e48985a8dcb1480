package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.servicerecovery.ConflictException;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.Playbooks;

/** Optimistic versions, commands that come twice, races that are lost, and cases as they stood. */
class VersionsTest {
    private final Play play = Play.standard();

    // Versions

    @Test
    void aCommandForAnotherVersionIsAConflictAndNothingIsWritten() {
        play.byPhone();
        Command command = Command.does(ANNA, Play.act(RECORD_FEELING));
        ConflictException stale = assertThrows(ConflictException.class, () -> play.desk.perform(Play.CASE, 7, command));
        assertTrue(stale.getMessage().contains("at version 1") && stale.getMessage().contains("version 7"), stale.getMessage());
        assertEquals(1, play.now().version());
        assertTrue(play.desk.perform(Play.CASE, 1, command).isPermitted());
    }

    @Test
    void aRepetitionIsToldEvenIfItsVersionIsStaleByNow() {
        play.byPhone();
        Command command = Command.does(ANNA, Play.act(RECORD_FEELING));
        Decision first = play.desk.perform(Play.CASE, 1, command);
        Decision again = play.desk.perform(Play.CASE, 1, command);
        assertTrue(again instanceof Repeated);
        assertEquals(first.events(), again.events());
    }

    @Test
    void aLostRaceIsDecidedAgainOnTheNewerCase() {
        InMemoryCaseStore store = spy(new InMemoryCaseStore());
        Play racing = Play.on(Playbooks.standard(), store, desk -> desk).byPhone();
        racing.does(ANNA, followUp("anna", "call", racing.in(Duration.ofDays(7))));
        // Just before Anna's write Ben's is through: the first append finds another version.
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).append(any(), any(), any(), any());
            racing.does(BEN, contacted(Channel.EMAIL));
            return call.callRealMethod();
        }).when(store).append(any(), any(), any(), any());
        Decision decision = racing.attempt(ANNA, endContact("talked"));
        assertTrue(decision.isPermitted());
        assertEquals(4, decision.lastEvent().orElseThrow().sequence());
        assertEquals(List.of(OPEN, SCHEDULE_FOLLOW_UP, REPORT_CONTACT, END_CONTACT),
            racing.desk.history(Play.CASE).stream().map(event -> event.step()).toList());
    }

    @Test
    void whatWasPermittedMayBeRefusedAfterALostRace() {
        InMemoryCaseStore store = spy(new InMemoryCaseStore());
        Play racing = Play.on(Playbooks.standard(), store, desk -> desk).byPhone();
        racing.says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE);
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).append(any(), any(), any(), any());
            racing.does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "Anna is ill"));
            return call.callRealMethod();
        }).when(store).append(any(), any(), any(), any());
        assertEquals(List.of("giver-hands-over"), racing.attempt(ANNA, requestTransfer("tom")).refusedBy(), "Anna is not the owner any more");
    }

    @Test
    void aStoreThatLosesEveryRaceIsGivenUp() {
        InMemoryCaseStore store = spy(new InMemoryCaseStore());
        Play racing = Play.on(Playbooks.standard(), store, desk -> desk).byPhone();
        doReturn(false).when(store).append(any(), any(), any(), any());
        ConflictException lost = assertThrows(ConflictException.class, () -> racing.attempt(ANNA, RECORD_FEELING));
        assertTrue(lost.getMessage().contains("Try again later"), lost.getMessage());
        assertEquals(1, racing.now().version());
    }

    @Test
    void aStaleVersionIsNotDecidedAgain() {
        InMemoryCaseStore store = spy(new InMemoryCaseStore());
        Play racing = Play.on(Playbooks.standard(), store, desk -> desk).byPhone();
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).append(any(), any(), any(), any());
            racing.does(BEN, contacted(Channel.EMAIL));
            return call.callRealMethod();
        }).when(store).append(any(), any(), any(), any());
        assertThrows(ConflictException.class, () -> racing.desk.perform(Play.CASE, 1, Command.does(ANNA, Play.act(RECORD_FEELING))));
        verify(store, times(3)).append(any(), any(), any(), any());
        assertFalse(racing.has(Facts.FEELING_RECORDED));
    }

    // Commands that come twice

    @Test
    void theSameCommandTwiceIsDoneOnceWithTheSameOutcome() {
        play.byPhone();
        Command command = Command.does(ANNA, mood(Mood.IRATE), Play.act(RECORD_FEELING)).identified("click-17").spending(Duration.ofMinutes(2));
        Decision first = play.attempt(command);
        Decision again = play.attempt(command);
        assertTrue(again instanceof Repeated);
        assertEquals(first.events(), again.events());
        assertEquals(first.advice(), again.advice());
        assertEquals(3, play.now().version());
    }

    @Test
    void theSameIdForSomethingElseIsAConflict() {
        play.byPhone();
        play.attempt(Command.does(ANNA, Play.act(RECORD_FEELING)).identified("click-17")).orThrow();
        for (Command other : List.of(Command.does(ANNA, Play.act(RECORD_STORY)), Command.does(BEN, Play.act(RECORD_FEELING)),
            Command.does(ANNA, note(RECORD_FEELING, "another note")), Command.does(ANNA, Play.act(RECORD_FEELING), Play.act(RECORD_FEELING)),
            Command.does(ANNA, Play.act(RECORD_FEELING)).attesting(Traits.ATTENTIVE),
            Command.says(ANNA, Channel.PHONE, "hm", List.of(Play.act(RECORD_FEELING))))) {
            ConflictException conflict = assertThrows(ConflictException.class, () -> play.attempt(other.identified("click-17")));
            assertTrue(conflict.getMessage().contains("click-17") && conflict.getMessage().contains("RECORD_FEELING"), conflict.getMessage());
        }
        assertEquals(2, play.now().version());
    }

    @Test
    void aRefusedCommandMayBeTriedAgainUnderItsId() {
        play.byPhone();
        Command command = Command.does(ANNA, endContact("talked")).identified("click-17");
        assertFalse(play.attempt(command).isPermitted());
        play.does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(7))));
        assertTrue(play.attempt(command).isPermitted());
    }

    @Test
    void theSameIdOnAnotherCaseIsAnotherCommand() {
        play.byPhone();
        play.desk.open("c-2", Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")).orThrow();
        Command command = Command.does(ANNA, Play.act(RECORD_FEELING)).identified("click-17");
        play.attempt(command).orThrow();
        assertFalse(play.desk.perform("c-2", command) instanceof Repeated);
    }

    @Test
    void openingTwiceWithOneCommandOpensOneCase() {
        Command opening = Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "");
        play.desk.open(Play.CASE, opening).orThrow();
        assertTrue(play.desk.open(Play.CASE, opening) instanceof Repeated);
        ConflictException there = assertThrows(ConflictException.class,
            () -> play.desk.open(Play.CASE, Play.opening(ANNA, Channel.PHONE, Priority.NORMAL, "")));
        assertTrue(there.getMessage().contains("already"), there.getMessage());
    }

    // Cases as they stood

    @Test
    void aCaseCanBeSeenAsItStoodAtAnyMoment() {
        play.byPhone().passes(Duration.ofHours(1)).listened().passes(Duration.ofHours(1)).solved().passes(Duration.ofDays(1)).delivered();
        assertEquals(0, play.desk.asOf(Play.CASE, Play.START.minusSeconds(1)).version());
        assertEquals(RecoveryState.LISTENING, play.desk.asOf(Play.CASE, Play.START).state());
        assertEquals(RecoveryState.SOLVING, play.desk.asOf(Play.CASE, Play.START.plus(Duration.ofMinutes(90))).state());
        assertEquals(RecoveryState.DELIVERING, play.desk.asOf(Play.CASE, Play.START.plus(Duration.ofHours(3))).state());
        RecoveryCase now = play.desk.asOf(Play.CASE, play.instant());
        assertEquals(play.now().facts(), now.facts());
        assertEquals(play.now().version(), now.version());
    }

    @Test
    void whatIsRecordedLaterIsInTheOrderOfRecordingWithTheTimeItHappened() {
        play.byPhone().passes(Duration.ofHours(5));
        play.attempt(Command.does(ANNA, mood(Mood.CALM)).occurred(Play.START.plus(Duration.ofHours(1)))).orThrow();
        var event = play.desk.history(Play.CASE).get(1);
        assertEquals(Play.START.plus(Duration.ofHours(1)), event.occurredAt());
        assertEquals(Play.START.plus(Duration.ofHours(5)), event.recordedAt());
        assertEquals(1, play.desk.asOf(Play.CASE, Play.START.plus(Duration.ofHours(2))).version(), "nobody knew of it then");
    }

    @Test
    void theHistoryIsNumberedWithoutGapsAndNamesThePlaybook() {
        play.recovered();
        var history = play.desk.history(Play.CASE);
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).sequence());
            assertEquals(play.desk.playbook().id(), history.get(i).playbook());
        }
        assertThrows(UnsupportedOperationException.class, () -> history.remove(0));
    }
}
