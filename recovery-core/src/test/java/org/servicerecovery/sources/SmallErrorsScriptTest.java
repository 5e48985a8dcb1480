package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.CUSTOMER;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.Channel.EMAIL;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.Channel.SMS;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Step;

/**
 * Source D, told as a story: an irate customer writes, and Anna makes each of the small errors once, is refused by exactly the
 * rule a reader expects, and then it turns out right. There is no order in it: its acts may come in any.
 */
class SmallErrorsScriptTest {
    private final Script script = Script.of("small-errors");

    @Test
    void everySmallErrorIsRefusedOnceAndTheRightWayEndsInRecovered() {
        script.opens("", MACRO, EMAIL, mood(Mood.IRATE)).refusedBy("problem-brought");
        // Neither upset nor complaining: nothing has to be saved.
        script.opens(MACRO, EMAIL).refusedBy("upset-or-complaining");
        script.opens(MACRO, EMAIL, mood(Mood.CALM)).refusedBy("upset-or-complaining");
        script.opens(MACRO, EMAIL, mood(Mood.IRATE)).leadsTo(AWAITING);
        script.does(TAKE_OWNERSHIP).leadsTo(LISTENING);
        eMailBack();
        callUsBack();
        fixWithoutFeelings();
        nobodyLooksBack();
    }

    /** The first: an e-mail to answer an irate one. */
    private void eMailBack() {
        script.says("We received your message.", REMARK).on(EMAIL)
            .refusedBy("no-e-mail-back-to-anger", "talk-while-hot", "next-step-beside-writing");
        script.says("You get a new one. I call on Friday.", REMARK).on(EMAIL).and(script.followUp(ANNA, 3))
            .refusedBy("no-e-mail-back-to-anger", "talk-while-hot");
        script.says("You get a new one. I call on Friday.", REMARK).on(SMS).and(script.followUp(ANNA, 3)).refusedBy("talk-while-hot");
        script.says("I am so sorry.", APOLOGISE).on(EMAIL).and(script.followUp(ANNA, 3))
            .refusedBy("no-e-mail-back-to-anger", "talk-while-hot", "live-channel-for-feelings");
        script.says("Ms Smith? It is about your parcel.", REMARK).refusedBy("live-talk-is-a-contact");
        script.does(beginContact(PHONE), mood(Mood.IRATE)).passes();
    }

    /** The second: the follow-up is dumped on the customer. */
    private void callUsBack() {
        script.says("If there is anything, you are welcome to call again.", REMARK).with(PUSHES_FOLLOW_UP).refusedBy("never-call-us-back");
        script.says("We get back to you.", REMARK).with(PROMISES_WITHOUT_DATE).refusedBy("promises-have-a-date");
        script.says("My number is 12 34.", GIVE_CONTACT_DETAILS).refusedBy("contact-details-beside-follow-up");
        script.does(PARK).refusedBy("parked-beside-a-date");
        script.does(endContact("she will call again")).refusedBy("next-step-before-parting");
        script.does(followUp(CUSTOMER, "she calls again", play().in(Duration.ofDays(3)))).refusedBy("employee-holds-follow-up");
        script.does(script.followUp(ANNA, 3)).passes();
        script.says("My number is 12 34, and I call on Friday.", GIVE_CONTACT_DETAILS).passes();
    }

    /** The third: a proper answer, and nobody cared. */
    private void fixWithoutFeelings() {
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("feelings-with-solution");
        script.says("That must have been dreadful. You get a new one.", EMPATHISE, PROPOSE_SOLUTION).passes();
        script.does(START_WORK).refusedBy("mood-read-before-moving-on");
        script.does(mood(Mood.UPSET)).passes();
        script.does(START_WORK).refusedBy("still-upset-means-back");
        script.says("You had told everybody to be there.", MIRROR_FEELINGS).passes();
        script.does(mood(Mood.CALM)).passes();
        script.does(START_WORK, RECORD_DELIVERY).passes();
        // The right answer is given, and nobody knows how she feels about it; the rest is what every end asks for.
        script.does(CLOSE_AS_RECOVERED).refusedBy("mood-read-before-moving-on", "conduct-reviewed", "end-after-follow-up",
            "end-after-question", "end-satisfied", "end-confidence", "end-thanks", "end-root-cause", "end-no-open-contact");
        script.does(mood(Mood.UPSET)).passes();
        script.says("All well, Ms Smith?", ASK_SATISFACTION).refusedBy("still-upset-means-back", "calm-before-closing");
        script.says("And now the invoice is wrong as well; that is too much.", EMPATHISE).passes();
        script.does(mood(Mood.CALM)).passes();
    }

    /** And who looks at the little things afterwards? */
    private void nobodyLooksBack() {
        script.followsUp().by(BEN).refusedBy("follow-up-by-its-holder");
        script.followsUp().passes();
        script.says("All well, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).passes();
        script.does(answered(true, "yes"), endContact("all is well")).passes();
        script.says("Thank you.", THANK).on(EMAIL).passes();
        script.does(RECORD_CONFIDENCE, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).passes();
        script.does(CLOSE_AS_RECOVERED).refusedBy("conduct-reviewed");
        script.does(note(REVIEW_CONDUCT, "the e-mail should have been a call")).passes();
        script.does(CLOSE_AS_RECOVERED).leadsTo(RECOVERED);
    }

    @Test
    void aComplaintIsEnoughToEnterWhateverTheMood() {
        script.opens(ANNA, PHONE, mood(Mood.CALM)).with(COMPLAINS).leadsTo(LISTENING);
    }

    @Test
    void aCalmCustomerWhoComplainsByEmailMayHaveAnEmailBack() {
        script.opens(MACRO, EMAIL, mood(Mood.CALM)).with(COMPLAINS).passes();
        script.does(TAKE_OWNERSHIP).passes();
        script.says("I am sorry, and I call on Friday.", APOLOGISE).on(EMAIL).and(script.followUp(ANNA, 3)).passes();
    }

    @Test
    void aFollowUpThatDoesNotHappenIsHeardOfHigherUp() {
        script.opens(ANNA, PHONE, mood(Mood.IRATE)).passes();
        script.does(script.followUp(ANNA, 2), endContact("I call in two days")).passes();
        play().after(Duration.ofDays(3));
        assertEquals(List.of("WARNING holder", "BREACH supervisor", "ESCALATION manager"), play().rungs("follow-up-due"));
    }

    @Test
    void fewerWordsForTheFeelingsThanForTheFixAreSaidAtTheEnd() {
        asked(List.of(EMPATHISE, PROPOSE_SOLUTION, EXPLAIN_PLAN), Duration.ZERO);
        script.does(REVIEW_CONDUCT, CLOSE_AS_RECOVERED).advisedBy("feelings-no-less-than-fix");
    }

    @Test
    void lessTimeForTheFeelingsThanForTheFixIsSaidAtTheEnd() {
        asked(List.of(EMPATHISE, MIRROR_FEELINGS, APOLOGISE, PROPOSE_SOLUTION), Duration.ofHours(1));
        script.does(REVIEW_CONDUCT, CLOSE_AS_RECOVERED).advisedBy("time-for-feelings");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "APOLOGISE ACKNOWLEDGE EMPATHISE MIRROR_FEELINGS THANK PROPOSE_SOLUTION",
        "EMPATHISE PROPOSE_SOLUTION APOLOGISE MIRROR_FEELINGS ACKNOWLEDGE THANK",
        "THANK MIRROR_FEELINGS PROPOSE_SOLUTION ACKNOWLEDGE EMPATHISE APOLOGISE",
        "ACKNOWLEDGE THANK EMPATHISE PROPOSE_SOLUTION MIRROR_FEELINGS APOLOGISE"})
    void itsActsMayComeInAnyOrder(String acts) {
        asked(List.of(acts.split(" ")).stream().map(Step::valueOf).toList(), Duration.ZERO);
        script.does(REVIEW_CONDUCT, CLOSE_AS_RECOVERED).leadsTo(RECOVERED);
    }

    @Test
    void noneOfItsRulesSpeaksOfAnOrder() {
        assertEquals(List.of(), play().desk.playbook().definition().guardrails().stream().map(rule -> rule.id())
            .filter(id -> id.endsWith("-in-order") || id.equals("no-step-skipped")).toList());
    }

    /** Each act is a line of its own, then it is delivered, followed up and answered with yes. */
    private void asked(List<Step> acts, Duration timeOnTheFix) {
        script.opens(ANNA, PHONE, mood(Mood.IRATE)).passes();
        acts.forEach(act -> script.says("as one says it", act)
            .spending(act == PROPOSE_SOLUTION ? timeOnTheFix : Duration.ZERO).passes());
        script.does(mood(Mood.CALM)).passes();
        script.does(START_WORK, RECORD_DELIVERY).and(mood(Mood.CALM), script.followUp(ANNA, 1)).passes();
        script.followsUp().passes();
        script.says("All well, Ms Smith? Thank you. Anything else?", ASK_SATISFACTION, THANK, ASK_ANYTHING_ELSE).passes();
        script.does(answered(true, "yes"), endContact("all is well")).passes();
        script.does(RECORD_CONFIDENCE, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).passes();
    }

    private Play play() {
        return script.play;
    }
}
