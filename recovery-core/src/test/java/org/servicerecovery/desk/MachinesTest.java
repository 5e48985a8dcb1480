package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.followUp;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/** A bot, a macro or a change of status is never the first response, nor any other word that counts (A03, B05). */
class MachinesTest {
    private final Play play = Play.standard().byEmail();

    static Stream<Step> humanSpeech() {
        return Arrays.stream(Step.values()).filter(step -> step.isSpeech() && step != SEND_AUTOMATIC_REPLY && !Act.needsParticulars(step));
    }

    @ParameterizedTest
    @MethodSource("humanSpeech")
    void nothingThatAMachineSaysCounts(Step step) {
        play.does(ANNA, TAKE_OWNERSHIP).does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(7))));
        for (Actor machine : List.of(BOT, MACRO, Actor.SYSTEM)) {
            var refused = play.attempt(Play.saying(machine, Channel.EMAIL, step)).refusedBy();
            assertTrue(refused.contains("machines-do-not-count"), () -> machine.id() + " " + step + " " + refused);
        }
        assertFalse(play.has(Facts.FIRST_RESPONSE_GIVEN));
    }

    @Test
    void anAutomaticReplyIsPossibleInAnyStateAndStopsNoClock() {
        List<String> clocks = play.clocks();
        play.says(BOT, Channel.EMAIL, SEND_AUTOMATIC_REPLY).says(MACRO, Channel.EMAIL, SEND_AUTOMATIC_REPLY);
        assertEquals(clocks, play.clocks());
        assertFalse(play.has(Facts.FIRST_RESPONSE_GIVEN));
        assertTrue(play.has(Facts.CUSTOMER_WAITING));
        Play.standard().recovered().says(BOT, Channel.EMAIL, SEND_AUTOMATIC_REPLY);
    }

    @Test
    void theWordsOfAnAutomaticReplyAreJudgedLikeAnyOther() {
        assertEquals(List.of("never-call-us-back"),
            play.attempt(Play.saying(MACRO, Channel.EMAIL, SEND_AUTOMATIC_REPLY).attesting(Traits.PUSHES_FOLLOW_UP)).refusedBy());
    }

    @Test
    void takingOwnershipIsNoResponse() {
        play.does(ANNA, TAKE_OWNERSHIP, RECORD_ADDRESS).does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(7))));
        assertFalse(play.has(Facts.FIRST_RESPONSE_GIVEN));
        play.after(Duration.ofHours(2));
        assertTrue(play.rungs("first-response").contains("BREACH supervisor"));
    }

    @Test
    void aMachineThatOpensACaseOnALiveChannelOwnsNothing() {
        Play chat = Play.standard().opened(BOT, Channel.CHAT);
        assertEquals("", chat.now().data().owner());
        assertFalse(chat.has(Facts.OWNER_NAMED));
        assertFalse(chat.has(Facts.FIRST_RESPONSE_GIVEN));
        assertTrue(chat.clocks().contains("first-response"));
    }

    @Test
    void aMachineNeverOwnsACase() {
        for (Actor machine : List.of(BOT, MACRO, Actor.SYSTEM)) {
            assertEquals(List.of("owner-is-a-person"), play.attempt(machine, TAKE_OWNERSHIP).refusedBy());
        }
        play.does(ANNA, TAKE_OWNERSHIP);
        assertEquals(List.of("owner-is-a-person"), play.attempt(BOT, ACCEPT_CASE).refusedBy());
    }
}
