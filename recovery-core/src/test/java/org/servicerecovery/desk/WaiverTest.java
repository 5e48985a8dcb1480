package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;

/** A waiver lifts one guardrail for one attempt, by somebody with the authority, visible for ever, and it is never a fact. */
class WaiverTest {
    private final Play play = Play.standard().byPhone();

    private Command confirming(Waiver... waivers) {
        Command command = Command.does(ANNA, of(CONFIRM_STORY)).attesting(Play.GOOD);
        for (Waiver waiver : waivers) {
            command = command.waiving(waiver);
        }
        return command;
    }

    private static Waiver waiver(String rule, Actor by) {
        return new Waiver(rule, by, "the customer has to catch a train");
    }

    /** Heard out but for the open question, which a supervisor may waive. */
    private void withoutOpenQuestion() {
        play.says(ANNA, Channel.PHONE, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, ASK_TO_RESTATE);
        play.does(ANNA, RECORD_STORY, RECORD_FAILURE).says(ANNA, Channel.PHONE, PARAPHRASE).does(ANNA, mood(Mood.CALM));
        assertEquals(List.of("open-questions"), play.attempt(confirming()).refusedBy());
    }

    @Test
    void whoeverIsEntitledMayWaiveAndTheEventKeepsIt() {
        withoutOpenQuestion();
        Waiver waiver = waiver("open-questions", SUE);
        Decision decision = play.attempt(confirming(waiver)).orThrow();
        assertEquals(List.of(waiver), decision.lastEvent().orElseThrow().waivers());
        assertFalse(play.has(Facts.OPEN_QUESTIONS_ASKED), "a waiver is never a fact");
        play.proposed().agreed();
        assertEquals(List.of(waiver), play.desk.history(Play.CASE).stream().flatMap(event -> event.waivers().stream()).toList(), "for ever");
    }

    @Test
    void whoeverIsNotEntitledIsRefusedEvenWhereNothingNeedsWaiving() {
        withoutOpenQuestion();
        Decision decision = play.attempt(confirming(waiver("open-questions", BEN)));
        assertEquals(List.of("open-questions", "waiver"), decision.refusedBy());
        Reason reason = decision.reasons().get(1);
        assertEquals(Reason.Kind.WAIVER, reason.kind());
        assertTrue(reason.why().contains("ben") && reason.why().contains("supervisor"), reason.why());
        play.says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION);
        assertEquals(List.of("waiver"), play.attempt(confirming(waiver("open-questions", BEN))).refusedBy());
    }

    @Test
    void whatNobodyMayWaiveIsRefusedWhoeverAsks() {
        withoutOpenQuestion();
        Decision decision = play.attempt(confirming(waiver("open-questions", SUE), waiver("apology-before-solving", SUE)));
        assertEquals(List.of("waiver"), decision.refusedBy());
        assertTrue(decision.reasons().get(0).why().startsWith("Nobody may waive"), decision.reasons().get(0).why());
    }

    @Test
    void aWaiverCoversOneAttemptOnly() {
        withoutOpenQuestion();
        play.attempt(confirming(waiver("open-questions", SUE))).orThrow();
        // Back to listening by correcting the summary; the next confirmation has to ask again.
        int paraphrase = play.desk.history(Play.CASE).stream().filter(event -> event.step() == PARAPHRASE).findFirst().orElseThrow().sequence();
        play.does(ANNA, correct(paraphrase, "another customer's words")).says(ANNA, Channel.PHONE, PARAPHRASE);
        assertEquals(List.of("open-questions"), play.attempt(confirming()).refusedBy());
    }

    @Test
    void onlyWaiversThatWereNeededAreKept() {
        withoutOpenQuestion();
        Decision decision = play.attempt(confirming(waiver("open-questions", SUE), waiver("asked-to-restate", SUE))).orThrow();
        assertEquals(List.of("open-questions"), decision.lastEvent().orElseThrow().waivers().stream().map(Waiver::guardrail).toList());
    }

    @Test
    void aWaiverLiftsOneRuleAndTheOthersStillRefuse() {
        assertFalse(play.attempt(confirming(waiver("open-questions", SUE))).refusedBy().contains("open-questions"));
        assertTrue(play.attempt(confirming(waiver("open-questions", SUE))).refusedBy().contains("apology-before-solving"));
    }

    @Test
    void aWaiverOfARuleThatDoesNotExistIsAMistakeThatNamesTheRules() {
        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> play.attempt(confirming(waiver("no-such-rule", SUE))));
        assertTrue(wrong.getMessage().contains("no-such-rule") && wrong.getMessage().contains("open-questions"), wrong.getMessage());
    }

    @Test
    void theEndsTheApologyTheFeelingsAndThePlainTransferCanNeverBeWaived() {
        var waivable = Playbooks.standard().definition().guardrails().stream().filter(rule -> rule.waivableBy().isPresent())
            .map(Guardrail::id).collect(Collectors.toSet());
        assertTrue(waivable.stream().noneMatch(id -> id.startsWith("end-") || id.contains("apology") || id.startsWith("feelings-before")
            || id.startsWith("feelings-with") || id.equals("no-plain-transfer") || id.equals("still-upset-means-back")), waivable::toString);
    }
}
