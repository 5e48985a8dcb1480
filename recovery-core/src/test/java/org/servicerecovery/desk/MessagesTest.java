package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.kernel.RefusedException;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/** One message often does several things, and so does a list: all of it or nothing, with the reasons of everything in it. */
class MessagesTest {
    private final Play play = Play.standard().byPhone();

    @Test
    void oneMessageIsOneCommandWithAnEventForEachOfItsActs() {
        Decision decision = play.attempt(Play.saying(ANNA, Channel.PHONE, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE)).orThrow();
        assertEquals(List.of(STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE), decision.events().stream().map(CaseEvent::step).toList());
        assertEquals(1, decision.events().stream().map(CaseEvent::commandId).distinct().count());
        assertEquals(1, decision.events().stream().map(CaseEvent::message).distinct().count());
        assertEquals(decision.events(), play.desk.history(Play.CASE).subList(1, 4));
    }

    @Test
    void oneBadActInAMessageLeavesTheWholeOfItUndone() {
        int version = play.now().version();
        Command command = Command.says(ANNA, Channel.PHONE, "sorry 'bout that", STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE)
            .attesting(Traits.COMMITS_TO_HELP, Traits.SHOWS_UNDERSTANDING, Traits.CLICHE);
        Decision decision = play.attempt(command);
        assertFalse(decision.isPermitted());
        assertEquals(version, play.now().version());
        assertFalse(play.has(Facts.OWNERSHIP_STATED));
        assertTrue(decision.events().isEmpty());
    }

    @Test
    void theRefusalOfAListNamesTheReasonsOfEveryActionInIt() {
        Decision decision = play.attempt(ANNA, act(CONFIRM_STORY), endContact(""), act(CLOSE_AS_RECOVERED), act(PARK));
        List<Reason> reasons = decision.reasons();
        for (var step : List.of(CONFIRM_STORY, END_CONTACT, CLOSE_AS_RECOVERED, PARK)) {
            assertTrue(reasons.stream().anyMatch(reason -> reason.step() == step), () -> step + " has no reason in " + reasons);
        }
        assertTrue(decision.refusedBy().containsAll(List.of("story-heard", "next-step-before-parting", "contact-on-record",
            "parked-beside-a-date")));
    }

    @Test
    void everyActionOfAListSeesTheFactsOfTheEarlierOnes() {
        play.heardOut();
        play.does(ANNA, act(CONFIRM_STORY), act(RECORD_DESIRED_OUTCOME), act(DIAGNOSE), followUp("anna", "call", play.in(Duration.ofDays(7))),
            endContact("heard out"));
        assertEquals(RecoveryState.SOLVING, play.state());
        assertFalse(play.has(Facts.CONTACT_OPEN));
    }

    @Test
    void beforeOrWithIsEnoughWhereTheRowSaysSo() {
        assertEquals(List.of("ownership-stated-with-helpers"), play.attempt(ANNA, involve("tom", "look")).refusedBy());
        play.says(ANNA, Channel.PHONE, involve("tom", "look"), act(STATE_OWNERSHIP));
        assertTrue(play.has(Facts.HELPERS_INVOLVED));
    }

    @Test
    void twoApologiesInOneMessageAreOneApology() {
        play.says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE, APOLOGISE);
        assertFalse(play.has(Facts.APOLOGISED_AGAIN), "E12 asks for a separate one");
        play.says(ANNA, Channel.PHONE, APOLOGISE);
        assertTrue(play.has(Facts.APOLOGISED_AGAIN));
    }

    @Test
    void aPhoneCallDoesNotTakeADozenCallsToTheLibrary() {
        play.says(ANNA, Channel.PHONE, act(STATE_OWNERSHIP), act(APOLOGISE), act(ACKNOWLEDGE), act(EMPATHISE), act(ASK_TO_RESTATE),
            act(ASK_OPEN_QUESTION), act(RECORD_STORY), act(RECORD_FAILURE), act(PARAPHRASE), mood(Mood.CALM), act(CONFIRM_STORY),
            followUp("anna", "call", play.in(Duration.ofDays(2))), endContact("heard out"));
        assertEquals(RecoveryState.SOLVING, play.state());
    }

    @Test
    void whatIsSaidInsideTheCompanyIsNoMessageToTheCustomer() {
        assertEquals(List.of("said-to-the-customer"), play.attempt(ANNA, APOLOGISE).refusedBy(), "A13: an internal note is no apology");
    }

    @Test
    void aPreviewDecidesLikeAPerformanceAndWritesNothing() {
        Command good = Play.saying(ANNA, Channel.PHONE, APOLOGISE);
        int version = play.now().version();
        Decision preview = play.desk.preview(Play.CASE, good);
        assertTrue(preview.isPermitted());
        assertEquals(version + 1, ((Permitted) preview).after().version());
        assertEquals(version, play.now().version());
        assertTrue(play.attempt(good) instanceof Permitted, "not a repetition: the preview left no trace of the command");
        assertEquals(List.of("no-plain-transfer", "giver-keeps-follow-up"),
            play.desk.preview(Play.CASE, Command.does(ANNA, transfer("ben"))).refusedBy());
    }

    @Test
    void aRefusalThrowsOnlyWhereTheHostAsksForIt() {
        Decision decision = play.attempt(BEN, transfer("tom"));
        RefusedException thrown = assertThrows(RefusedException.class, decision::orThrow);
        assertEquals(decision.reasons().size(), thrown.reasons().size());
        assertTrue(thrown.getMessage().contains("no-plain-transfer") && thrown.getMessage().contains("E14"), thrown.getMessage());
    }

    @Test
    void theActingDeskSavesSayingWhoActs() {
        var desk = play.desk.as(ANNA);
        desk.say(Play.CASE, Channel.PHONE, "I am sorry that the parcel never came.", Set.of(Play.GOOD), APOLOGISE).orThrow();
        desk.perform(Play.CASE, GET_READY).orThrow();
        desk.followUp(Play.CASE, "call", play.in(Duration.ofDays(2))).orThrow();
        desk.perform(Play.CASE, endContact("talked")).orThrow();
        desk.open("c-2", "customer-8", "the invoice", Channel.PHONE, mood(Mood.UPSET)).orThrow();
        assertTrue(play.desk.history(Play.CASE).stream().allMatch(event -> event.actor().equals(ANNA)));
        assertEquals("anna", play.desk.find("c-2").orElseThrow().data().owner());
        assertEquals(play.desk.offers(Play.CASE, ANNA), desk.offers(Play.CASE));
    }

    private static RecoveryAction act(Step step) {
        return Play.act(step);
    }
}
