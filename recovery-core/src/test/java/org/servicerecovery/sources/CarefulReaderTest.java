package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.Channel.EMAIL;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.Channel.SMS;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Step;

/**
 * What a careful reader of a source looks for in its playbook, where the plain story does not lead: the same mistake later, by
 * another way, or half put right. Row by row of the rulebook.
 */
class CarefulReaderTest {
    /** A04: not before the first answer, nor (inferred) while recovery is open, however the mood is by now. */
    @Test
    void sixStepsPutNothingAsideWhileItIsOpenEvenIfTheCustomerHasCooledDown() {
        Script script = opened("six-steps", Mood.BEYOND_IRATE);
        script.says("I am here.", STATE_OWNERSHIP).passes();
        for (Mood mood : List.of(Mood.IRATE, Mood.CALM)) {
            script.does(mood(mood)).passes();
            script.does(PARK).refusedBy("no-back-burner");
        }
    }

    /** A13: a form of apologise is a form of apologise, apology or sorry. */
    @Test
    void sixStepsTakeTheWordApologiseForAWordOfApology() {
        Script script = opened("six-steps", Mood.BEYOND_IRATE);
        script.says("I apologise: it came broken, and then again.", APOLOGISE).without(APOLOGY_WORDS).passes();
    }

    /** A17, A02: solved anew, the feelings come anew before the question. */
    @Test
    void sixStepsManageTheFeelingsAnewAfterANewSolution() {
        Script script = opened("six-steps", Mood.BEYOND_IRATE);
        script.says("I apologise for both. A new one comes.", APOLOGISE, PROPOSE_SOLUTION).passes();
        script.does(START_WORK, RECORD_FEELING).passes();
        script.says("That was galling.", EMPATHISE).passes();
        script.does(RECORD_DELIVERY).and(mood(Mood.CALM), script.followUp(ANNA, 1)).passes();
        script.followsUp().passes();
        script.says("All well, Ms Smith?", ASK_SATISFACTION).passes();
        script.does(answered(false, "no"), mood(Mood.CALM)).passes();
        script.says("You get another.", PROPOSE_SOLUTION).passes();
        script.does(START_WORK, RECORD_DELIVERY).passes();
        script.does(script.followUp(ANNA, 1)).passes();
        script.followsUp().passes();
        script.says("All well now, Ms Smith?", ASK_SATISFACTION).refusedBy("verify-in-order");
        script.says("Twice over, that was galling.", EMPATHISE).passes();
        script.says("All well now, Ms Smith?", ASK_SATISFACTION).passes();
    }

    /** B07: the first message acknowledges; a question that shows understanding is none, without the will to help (B12). */
    @Test
    void tenStepsWantTheAcknowledgementItselfInTheFirstMessage() {
        Script script = opened("ten-steps", Mood.CALM);
        script.says("I see. What is your number?", ASK_OPEN_QUESTION).with(SHOWS_UNDERSTANDING).refusedBy("acknowledged-at-once");
        script.says("What is your number? I see why, and I will help.", ASK_OPEN_QUESTION, ACKNOWLEDGE)
            .advisedBy("empathy-in-acknowledgement");
    }

    /** B14: a slight change is seen, so it goes on; empathy is only advised (B09). */
    @Test
    void tenStepsGoOnWhenThereIsRelief() {
        Script script = opened("ten-steps", Mood.IRATE);
        script.does(GET_READY, RECORD_FAILURE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE).passes();
        script.says("I see why you are upset, and I will do all I can.", ACKNOWLEDGE).advisedBy("empathy-in-acknowledgement");
        script.does(mood(Mood.IRATE)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("no-relief-means-back");
        script.does(mood(Mood.UPSET)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).advisedBy("apology-before-solving");
    }

    /** C01: the positive end comes before the follow-up, whose step is FOLLOW_UP. */
    @Test
    void sevenStepsFollowUpTheDeliveryOnlyAfterThePositiveEnd() {
        Script script = opened("seven-steps", Mood.CALM);
        script.says("Mine. I am sorry for both.", STATE_OWNERSHIP, APOLOGISE).passes();
        script.does(RECORD_STORY).passes();
        script.says("I feel with you. How was it? And then? So both broke.", EMPATHISE, ASK_OPEN_QUESTION, ASK_OPEN_QUESTION, PARAPHRASE)
            .passes();
        script.does(CONFIRM_STORY).passes();
        script.says("A courier brings one.", PROPOSE_SOLUTION).passes();
        script.does(REPORT_CONTRIBUTION, REPORT_AGREEMENT, START_WORK, RECORD_DELIVERY).and(script.followUp(ANNA, 1)).passes();
        script.followsUp().refusedBy("follow-up-in-order");
        script.says("All well, Ms Smith?", ASK_SATISFACTION).refusedBy("follow-up-in-order", "ask-in-the-follow-up");
        script.says("Thank you for telling us.", THANK).passes();
        script.followsUp().passes();
        script.says("All well, Ms Smith?", ASK_SATISFACTION).passes();
    }

    /** D06, D07: in recovery one talks two-way; no other writing stands in for the e-mail, but for who cannot hear (K6). */
    @Test
    void smallErrorsLetNobodyAnswerAnIrateEMailByTextMessage() {
        Script script = Script.of("small-errors");
        script.opens(MACRO, EMAIL, mood(Mood.IRATE)).passes();
        script.does(TAKE_OWNERSHIP).passes();
        script.says("You get a new one. I call on Friday.", REMARK).on(SMS).and(script.followUp(ANNA, 3)).refusedBy("talk-while-hot");
        script.does(note(RECORD_NEED, "hard of hearing")).passes();
        script.says("You get a new one. I write on Friday.", REMARK).on(SMS).and(script.followUp(ANNA, 3)).passes();
    }

    /** D14, D15: an apology or an acknowledgement is an emotion act, so a solution after it does not ignore the emotion. */
    @Test
    void smallErrorsTakeAnApologyOrAnAcknowledgementForAnEmotionAct() {
        for (Step caring : List.of(APOLOGISE, ACKNOWLEDGE)) {
            Script script = opened("small-errors", Mood.IRATE);
            script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("feelings-with-solution");
            script.says("as one says it", caring).passes();
            assertTrue(caring.tendsFeelings());
            script.says("You get a new one.", PROPOSE_SOLUTION).passes();
        }
    }

    /** E08, E11, E13: the second strategy is over before anybody is handed over; K12 says that the first agent asks, once. */
    @Test
    void sevenStrategiesHandOverOnlyAfterTheCustomerWasAskedToTellIt() {
        Script script = unheard();
        // Nobody asked, and Ben may not ask any more.
        script.does(requestTransfer("ben")).refusedBy("asked-to-restate", "hand-over-or-fix-in-order");
    }

    /** E12: the second apology comes after the whole second strategy, with its questions. */
    @Test
    void sevenStrategiesCountTheSecondApologyOnlyAfterTheCustomerWasHeard() {
        Script script = unheard();
        script.says("Tell me all of it? How was it?", ASK_TO_RESTATE, ASK_OPEN_QUESTION).passes();
        script.does(RECORD_STORY).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("hand-over-or-fix-in-order");
    }

    /** E10 is C12: the customer's story is on record, heard attentively, before it is fixed. */
    @Test
    void sevenStrategiesFixNothingUnheard() {
        Script script = opened("seven-strategies", Mood.IRATE);
        script.says("I am sorry that it broke.", APOLOGISE).passes();
        script.says("I see why. Tell me all of it? How was it?", ACKNOWLEDGE, ASK_TO_RESTATE, ASK_OPEN_QUESTION).passes();
        script.says("I am sorry for all that.", APOLOGISE).passes();
        // The second apology came too early as well; heard, and apologised for what was heard, it is fixed.
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("hand-over-or-fix-in-order");
        script.does(requestTransfer("ben")).refusedBy("hand-over-or-fix-in-order");
        script.does(RECORD_STORY).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("hand-over-or-fix-in-order");
        script.says("I am sorry that you had to go through that.", APOLOGISE).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).passes();
    }

    /** E20, E21: once the plan is explained, work starts promptly, and a clock sees to it. */
    @Test
    void sevenStrategiesStartTheWorkPromptlyAfterThePlan() {
        Script script = heard();
        script.says("You get a new one. A courier takes it tonight.", PROPOSE_SOLUTION, EXPLAIN_PLAN).passes();
        assertTrue(script.play.clocks().contains("work-starts"), () -> "these run: " + script.play.clocks());
    }

    /** E25, E26: the agent who handed over follows up when it is resolved, and nobody closes in front of that. */
    @Test
    void sevenStrategiesEndOnlyAfterTheGiversOwnFollowUp() {
        Script script = heard();
        script.does(requestTransfer("ben")).passes();
        script.does(BRIEF_RECEIVER).passes();
        script.does(JOIN).by(BEN).passes();
        script.says("Ben, it broke twice.", INTRODUCE_RECEIVER).passes();
        script.does(script.followUp(ANNA, 5), transfer("ben")).passes();
        script.says("You get a new one, by courier, tonight.", PROPOSE_SOLUTION, EXPLAIN_PLAN).by(BEN).passes();
        script.does(START_WORK, RECORD_DELIVERY).and(script.followUp(BEN, 1)).by(BEN).passes();
        script.does(discharge(FOLLOW_UP, owed(script, "ben"), "called")).by(BEN).passes();
        script.says("All well, Ms Smith? Thanks. Anything else?", ASK_SATISFACTION, THANK, ASK_ANYTHING_ELSE).by(BEN).passes();
        script.does(answered(true, "yes"), mood(Mood.CALM), endContact("all is well")).by(BEN).passes();
        script.does(RECORD_CONFIDENCE, RECORD_ADVOCACY, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).by(BEN).passes();
        // Anna has yet to call.
        script.does(CLOSE_AS_RECOVERED).by(BEN).refusedBy("giver-follows-up");
        script.does(discharge(FOLLOW_UP, owed(script, "anna"), "called")).passes();
        script.does(CLOSE_AS_RECOVERED).by(BEN).passes();
    }

    private static int owed(Script script, String holder) {
        return script.play.now().ledger().duties().stream().filter(duty -> duty.status().isOpen() && duty.holder().equals(holder))
            .findFirst().orElseThrow().id();
    }

    /** In the seven strategies: apologised, acknowledged, asked, listened, apologised again. */
    private static Script heard() {
        Script script = opened("seven-strategies", Mood.IRATE);
        script.says("I am sorry that it broke.", APOLOGISE).passes();
        script.says("I see why. Tell me all of it? How was it?", ACKNOWLEDGE, ASK_TO_RESTATE, ASK_OPEN_QUESTION).passes();
        script.does(RECORD_STORY).passes();
        script.says("I am sorry for all that.", APOLOGISE).passes();
        return script;
    }

    private static Script opened(String playbook, Mood mood) {
        Script script = Script.of(playbook);
        script.opens(ANNA, PHONE, mood(mood)).passes();
        return script;
    }

    /** In the seven strategies: apologised, acknowledged in few words, apologised again. */
    private static Script unheard() {
        Script script = opened("seven-strategies", Mood.IRATE);
        script.says("I am sorry that it broke.", APOLOGISE).passes();
        script.says("I see why you are cross, and I will help.", ACKNOWLEDGE).passes();
        script.says("I am sorry for all that.", APOLOGISE).passes();
        return script;
    }
}
