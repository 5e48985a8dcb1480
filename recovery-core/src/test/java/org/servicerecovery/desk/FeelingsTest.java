package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** Feelings and fix are both needed; still upset means back; and an upset customer is spoken to, not written to (K5, K6). */
class FeelingsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    @Test
    void aSolutionWithoutAnEmotionActBeforeOrWithItIsRefused() {
        play.byPhone().listened().does(ANNA, mood(Mood.IRATE));
        assertFalse(play.has(Facts.FEELINGS_TENDED), "a heated reading asks for the feelings again");
        play.does(ANNA, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE);
        assertEquals(List.of("feelings-with-solution"), play.attempt(Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION)).refusedBy());
        assertTrue(play.attempt(Play.saying(ANNA, Channel.PHONE, PROPOSE_SOLUTION, EMPATHISE)).isPermitted(),
            "with it is enough, whatever the order in the message");
    }

    @Test
    void theMoodIsReadAgainAfterTheSolution() {
        play.byPhone().listened().proposed();
        assertFalse(play.has(Facts.MOOD_READ));
        play.does(ANNA, REPORT_CONTRIBUTION, REPORT_AGREEMENT).says(ANNA, Channel.PHONE, EXPLAIN_PLAN);
        assertEquals(List.of("mood-read-before-moving-on"), play.attempt(ANNA, START_WORK).refusedBy());
    }

    @Test
    void stillUpsetAfterTheSolutionMeansBackToTheFeelings() {
        play.byPhone().does(ANNA, mood(Mood.BEYOND_IRATE)).heardOut().does(ANNA, CONFIRM_STORY).proposed();
        // Better than before, and yet upset: after a proposal that is not enough (D13).
        play.does(ANNA, mood(Mood.UPSET)).does(ANNA, REPORT_CONTRIBUTION, REPORT_AGREEMENT).says(ANNA, Channel.PHONE, EXPLAIN_PLAN);
        Decision onward = play.attempt(ANNA, START_WORK);
        assertEquals(List.of("still-upset-means-back"), onward.refusedBy());
        assertEquals(RecoveryState.SOLVING, play.state());
        assertTrue(onward.reasons().get(0).cures().stream().anyMatch(cure -> cure.step() == EMPATHISE));
        play.says(ANNA, Channel.PHONE, EMPATHISE).does(ANNA, mood(Mood.CALM));
        assertTrue(play.attempt(ANNA, START_WORK).isPermitted());
    }

    @Test
    void anUpsetCustomerIsNotAskedWhetherAllIsWell() {
        play.byPhone().listened().solved().delivered();
        play.does(ANNA, beginContact(Channel.PHONE));
        play.does(ANNA, discharge(FOLLOW_UP, play.now().ledger().duties().get(0).id(), "called"), mood(Mood.UPSET));
        assertEquals(List.of("still-upset-means-back", "calm-before-closing"),
            play.attempt(Play.saying(ANNA, Channel.PHONE, ASK_SATISFACTION)).refusedBy());
        play.says(ANNA, Channel.PHONE, EMPATHISE);
        assertEquals(List.of("calm-before-closing"), play.attempt(Play.saying(ANNA, Channel.PHONE, ASK_SATISFACTION)).refusedBy());
        play.does(ANNA, mood(Mood.CALM)).says(ANNA, Channel.PHONE, ASK_SATISFACTION);
    }

    @Test
    void noReliefInListeningTakesTheFeelingsBack() {
        play.byPhone().does(ANNA, mood(Mood.IRATE)).heardOut().does(ANNA, mood(Mood.IRATE), mood(Mood.IRATE));
        assertTrue(play.attempt(ANNA, CONFIRM_STORY).refusedBy().contains("feelings-before-solving"));
        play.says(ANNA, Channel.PHONE, EMPATHISE).does(ANNA, mood(Mood.UPSET));
        assertTrue(play.attempt(ANNA, CONFIRM_STORY).isPermitted(), "upset, but better than before, in listening");
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"APOLOGISE", "ACKNOWLEDGE", "EMPATHISE", "MIRROR_FEELINGS"})
    void anUpsetCustomersFeelingsNeedAVoice(Step act) {
        angryEmail();
        Decision written = play.attempt(beside(ANNA, Channel.PORTAL, act));
        assertEquals(List.of("live-channel-for-feelings"), written.refusedBy());
        assertEquals(BEGIN_CONTACT, written.reasons().get(0).cures().get(0).step());
        play.does(ANNA, beginContact(Channel.CHAT));
        assertEquals(List.of("live-channel-for-feelings"), play.attempt(Play.saying(ANNA, Channel.CHAT, act)).refusedBy());
        play.does(ANNA, followUp("anna", "call", play.in(WEEK)), endContact("chatted")).does(ANNA, beginContact(Channel.PHONE));
        play.says(ANNA, Channel.PHONE, act);
    }

    @Test
    void anAngryEmailIsNotAnsweredByAnEmailButACalmOneMayBe() {
        angryEmail();
        assertEquals(List.of("no-e-mail-back-to-anger"), play.attempt(beside(ANNA, Channel.EMAIL, REMARK)).refusedBy());
        assertTrue(play.attempt(beside(ANNA, Channel.PORTAL, REMARK)).isPermitted(), "other writing without feelings is no e-mail");
        play.does(ANNA, mood(Mood.CALM));
        assertTrue(play.attempt(beside(ANNA, Channel.EMAIL, APOLOGISE)).isPermitted());
    }

    @Test
    void aRecordedNeedOpensATextChannelAsARule() {
        angryEmail();
        play.does(ANNA, RECORD_NEED);
        assertTrue(play.attempt(beside(ANNA, Channel.EMAIL, APOLOGISE, ACKNOWLEDGE)).isPermitted());
        assertTrue(play.desk.history(Play.CASE).stream().allMatch(event -> event.waivers().isEmpty()), "a rule, not a waiver (K6)");
    }

    @Test
    void threeFailedAttemptsOpenATextChannelAndTwoDoNot() {
        angryEmail();
        play.does(ANNA, notReached(Channel.PHONE), notReached(Channel.PHONE));
        assertFalse(play.attempt(beside(ANNA, Channel.EMAIL, APOLOGISE)).isPermitted());
        play.does(ANNA, notReached(Channel.PHONE));
        assertTrue(play.attempt(beside(ANNA, Channel.EMAIL, APOLOGISE)).isPermitted());
    }

    @Test
    void theConfirmationGoesByEmailEvenToAnAngryCustomer() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP).does(ANNA, mood(Mood.IRATE)).does(ANNA, beginContact(Channel.PHONE));
        play.does(ANNA, mood(Mood.IRATE)).heardOut().does(ANNA, CONFIRM_STORY).proposed().agreed().does(ANNA, mood(Mood.IRATE));
        play.does(ANNA, followUp("anna", "call", play.in(WEEK)));
        assertTrue(play.attempt(Play.saying(ANNA, Channel.EMAIL, CONFIRM_IN_WRITING)).isPermitted());
        assertEquals(List.of("confirmed-on-a-durable-channel"), Play.standard().byPhone().listened().proposed().agreed()
            .attempt(Play.saying(ANNA, Channel.PHONE, CONFIRM_IN_WRITING)).refusedBy(), "said is not written");
    }

    @Test
    void anUpsetCustomerIsAnsweredOnlyByAnAgentWhoIsCalm() {
        play.byPhone().does(ANNA, mood(Mood.IRATE));
        Command said = Command.says(ANNA, Channel.PHONE, "hello", REMARK);
        assertEquals(List.of("calm-agent"), play.attempt(said).refusedBy());
        play.does(ANNA, GET_READY);
        assertTrue(play.attempt(said.identified("after-a-breath")).isPermitted());
    }

    /** Ten minutes with three acts are ten minutes (A21). */
    @Test
    void theTimeOfACommandCountsOnceHoweverManyActsItHas() {
        play.byPhone();
        play.attempt(Play.saying(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE, EMPATHISE).spending(Duration.ofMinutes(10))).orThrow();
        assertEquals(600, play.now().feelingSeconds());
        assertEquals(0, play.now().fixSeconds());
        play.attempt(Play.saying(ANNA, Channel.PHONE, EMPATHISE).identified("another").spending(Duration.ofMinutes(1))).orThrow();
        assertEquals(660, play.now().feelingSeconds());
    }

    private void angryEmail() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP).does(MACRO, mood(Mood.IRATE));
    }

    /** In writing, with a dated follow-up in the same message. */
    private Command beside(Actor actor, Channel channel, Step... steps) {
        RecoveryAction[] acts = new RecoveryAction[steps.length + 1];
        acts[0] = followUp("anna", "call", play.in(WEEK));
        for (int i = 0; i < steps.length; i++) {
            acts[i + 1] = Play.act(steps[i]);
        }
        return Play.saying(actor, channel, acts);
    }
}
