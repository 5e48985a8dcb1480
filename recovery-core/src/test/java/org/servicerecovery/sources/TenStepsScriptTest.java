package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.Channel.EMAIL;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.Authority;

/**
 * Source B, told as a story: an angry customer calls, and Anna makes every mistake that the ten steps warn of, once each, is
 * refused or advised by exactly the rule a reader expects, and goes on as the source has it, to the end.
 */
class TenStepsScriptTest {
    private final Script script = Script.of("ten-steps", desk -> desk.authority(new Able()));

    @Test
    void everyMistakeIsRefusedOnceAndTheRightWayEndsInRecovered() {
        script.opens(ANNA, PHONE, mood(Mood.IRATE)).leadsTo(LISTENING);
        stayCalmAndRepresent();
        acknowledge();
        beginToRepair();
        understand();
        fixOrSeeToIt();
        tellBadNewsFirst();
        agree();
        thank();
        learn();
    }

    /** Steps 1 and 2: it is not about Anna, and yet it is hers now. */
    private void stayCalmAndRepresent() {
        script.says("I see why you are upset, and I will do all I can.", ACKNOWLEDGE).refusedBy("calm-agent");
        script.does(GET_READY).passes();
        script.says("I see that you are upset, but why shout at me?", ACKNOWLEDGE).with(TAKES_PERSONALLY)
            .refusedBy("nothing-personal");
        script.says("I see that you are upset; I had nothing to do with it.", ACKNOWLEDGE).with(PLEADS_UNINVOLVED)
            .refusedBy("no-pleading-new");
    }

    /** Step 3: the first thing the customer hears, without promising the moon; an apology is welcome if it is meant. */
    private void acknowledge() {
        script.says("Your order number, please?", REMARK).refusedBy("acknowledged-at-once");
        script.says("What happened?", ASK_OPEN_QUESTION).refusedBy("acknowledged-at-once");
        script.says("Have a voucher.", goodwill("a voucher", BigDecimal.TEN))
            .refusedBy("acknowledged-at-once", "repair-after-acknowledging");
        script.says("I see why you are upset.", ACKNOWLEDGE).without(COMMITS_TO_HELP).refusedBy("acknowledgement-says-enough");
        script.says("I see why, and you shall have all you ask for.", ACKNOWLEDGE).with(OVERPROMISES).refusedBy("no-overpromising");
        script.says("I see why, and I will help. We regret any inconvenience.", ACKNOWLEDGE, APOLOGISE).with(BOILERPLATE)
            .refusedBy("sincere-apology");
        script.says("I see why, and I will help. My bad.", ACKNOWLEDGE, APOLOGISE).with(CLICHE).refusedBy("no-cliche-apology");
        script.says("One moment, I will be with you at three.", SEND_HOLDING_RESPONSE).passes();
        // What the source puts into the agent's mouth needs no apology; a little empathy is only advised.
        script.says("I see why you are upset, and I will do all I can.", ACKNOWLEDGE).advisedBy("empathy-in-acknowledgement");
        script.says("Twice in a week would be too much for me, too, and I will help.", ACKNOWLEDGE, EMPATHISE).passes();
    }

    /** Steps 4: a slight change should be seen; the customer is persuadable until there is proof of the contrary. */
    private void beginToRepair() {
        script.does(RECORD_FAILURE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("mood-read-after-acknowledging");
        script.does(mood(Mood.IRATE)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("no-relief-means-back");
        script.does(note(RECORD_PROOF, "nothing will ever do")).refusedBy("proof-by-authority", "proof-after-trying");
        script.does(note(RECORD_PROOF, "nothing will ever do")).by(SUE).refusedBy("proof-after-trying");
        script.does(CLOSE_AS_UNRECOVERED).refusedBy("end-proof", "end-dissatisfied", "end-after-follow-up", "end-after-offer", "end-thanks",
            "end-root-cause", "end-no-open-contact", "not-here");
        script.says("It was your daughter's birthday, and there were two broken dolls.", EMPATHISE).passes();
        script.says("There is a small thing in the post.", goodwill("a sticker", BigDecimal.ZERO)).passes();
        script.does(mood(Mood.UPSET)).passes();
    }

    /** Step 5: what is plain to us is new to the customer; what is wanted, and what matters most? */
    private void understand() {
        script.says("Obviously you filled in the form?", REMARK).with(SAYS_OBVIOUS).refusedBy("plain-words");
        script.says("It is an RMA with DOA.", REMARK).with(UNEXPLAINED_JARGON).refusedBy("plain-words");
        script.says("Your invoice is corrected.", PROPOSE_SOLUTION).without(ADDRESSES_ISSUE).refusedBy("solution-addresses-issue");
    }

    /** Step 6: fix it if you can; others may help, and it stays Anna's. */
    private void fixOrSeeToIt() {
        script.does(requestTransfer("ben")).refusedBy("fix-it-yourself");
        script.does(transfer("ben")).refusedBy("passed-on-after-asking", "giver-keeps-follow-up");
        script.does(involve("dispatch", "pack it well")).refusedBy("ownership-stated-with-helpers");
        script.says("Whoever helps: it stays with me.", STATE_OWNERSHIP).passes();
        script.does(involve("dispatch", "pack it well")).passes();
        script.does(dismiss("anna")).refusedBy("stakeholders-stay");
        script.does(note(NUDGE, "get a move on, you lot")).with(DISCOURTEOUS).refusedBy("courteous-to-the-end");
        script.does(note(NUDGE, "how far is it?")).passes();
        assertEquals("anna", play().now().data().owner());
        script.says("Call me on 12 34 if you hear nothing.", GIVE_CONTACT_DETAILS).refusedBy("contact-details-beside-follow-up");
        script.says("Call me on 12 34; I call you on Friday anyway.", GIVE_CONTACT_DETAILS).and(script.followUp(ANNA, 3)).passes();
    }

    /** Step 7: limits, a right answer, and bad news before good. */
    private void tellBadNewsFirst() {
        script.says("It is with you by tomorrow.", script.promise("a new doll")).refusedBy("limits-before-promise");
        script.does(limits("none in stock before Friday", true)).passes();
        script.says("It is with you by tomorrow.", script.promise("a new doll")).refusedBy("bad-news-before-promise");
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("bad-news-before-promise");
        script.says("I have to tell you that none can be had before Friday.", TELL_LIMIT).passes();
        script.says("It is with you in an hour.", script.promise("a new doll")).without(FEASIBLE).refusedBy("promise-feasible");
        script.says("It comes with a car.", script.promise("a car")).refusedBy("promise-within-authority");
        script.says("You shall have it some day.", REMARK).with(PROMISES_WITHOUT_DATE).refusedBy("promises-have-a-date");
        script.says("I think we still have one in red.", PROPOSE_SOLUTION).without(VERIFIED).refusedBy("solution-verified");
        script.says("I find out and tell you at four.", SEND_HOLDING_RESPONSE).passes();
        // No apology was made, and none is demanded; but it would hardly hurt.
        script.says("You get a new one on Friday.", PROPOSE_SOLUTION).advisedBy("apology-before-solving");
        script.says("It is with you by tomorrow after all.", script.promise("a new doll")).passes();
    }

    /** Step 8: agreed, and put in writing. */
    private void agree() {
        script.does(START_WORK).refusedBy("solution-agreed");
        script.says("As we agreed …", CONFIRM_IN_WRITING).on(EMAIL).refusedBy("not-here");
        script.does(RECORD_ADDRESS).passes();
        script.does(REPORT_AGREEMENT).passes();
        script.does(START_WORK).advisedBy("confirm-while-hot");
        script.says("As we agreed …", CONFIRM_IN_WRITING).refusedBy("confirmed-on-a-durable-channel");
        script.says("Thank you for calling.", CONFIRM_IN_WRITING).on(EMAIL).without(RESTATES_AGREEMENT)
            .refusedBy("confirmed-on-a-durable-channel");
        script.says("As we agreed …", CONFIRM_IN_WRITING).on(EMAIL).without(RESTATES_RESOLVED)
            .refusedBy("confirmation-lists-what-is-resolved");
        script.does(endContact("")).refusedBy("contact-on-record", "promises-restated");
        script.says("A new doll by tomorrow.", RESTATE_PROMISES).passes();
        script.does(discharge(REPORT_PROMISE_IN_DOUBT, play().open(Duty.Kind.PROMISE).id(), "snow")).passes();
        script.does(endContact("a doll by tomorrow")).refusedBy("bad-news-at-once");
        script.does(RECORD_DELIVERY).refusedBy("bad-news-at-once");
        script.keepsThePromise("signed for").refusedBy("tell-before-keeping-late");
        script.says("There is snow; it will be the day after.", discharge(TELL_BROKEN_PROMISE, play().open(Duty.Kind.PROMISE).id(), "told"))
            .passes();
        script.does(endContact("a doll in two days")).advisedBy("mood-read-in-contact");
    }

    /** Step 9: thanks for the second chance, and the promises are kept. */
    private void thank() {
        script.does(RECORD_DELIVERY).leadsTo(FOLLOWING_UP);
        script.keepsThePromise("signed for").passes();
        script.does(beginContact(PHONE)).passes();
        script.followsUp().passes();
        script.does(GET_READY).and(mood(Mood.CALM)).passes();
        script.says("All well, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).passes();
        script.does(script.followUp(ANNA, 1), endContact("asked her; she has not looked yet")).passes();
        // She has not complained any more, which says nothing; and nobody thanked her, wrote to her, or learned from it.
        script.does(CLOSE_AS_RECOVERED).refusedBy("end-satisfied", "end-confidence", "end-thanks", "end-root-cause", "agreement-confirmed");
        script.does(beginContact(PHONE), answered(true, "she loves it"), mood(Mood.CONTENT)).passes();
        script.says("Thank you for telling us.", THANK).without(MENTIONS_SECOND_CHANCE).advisedBy("thanks-for-second-chance");
        script.says("You could have gone elsewhere; thank you for letting us try again.", THANK).passes();
        script.does(endContact("she is happy"), note(RECORD_CONFIDENCE, "renewed")).passes();
        script.says("As we agreed, and as it came about …", CONFIRM_IN_WRITING).on(EMAIL).passes();
    }

    /** Step 10: what was behind it? */
    private void learn() {
        script.does(CLOSE_AS_RECOVERED).refusedBy("end-root-cause");
        script.does(note(RECORD_ROOT_CAUSE, "no filling in the boxes")).passes();
        script.does(CLOSE_AS_RECOVERED).refusedBy("end-root-cause");
        script.does(note(NOTE_IMPROVEMENT, "dispatch orders filling")).passes();
        script.does(CLOSE_AS_RECOVERED).leadsTo(RECOVERED);
    }

    @Test
    void whatIsWantedAndWhatMattersMostIsKnownBeforeAnythingIsProposed() {
        script.opens(ANNA, PHONE).passes();
        script.says("I feel with you, and I will help.", ACKNOWLEDGE, EMPATHISE).passes();
        script.does(mood(Mood.CALM)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION)
            .refusedBy("failure-named", "desired-outcome-known", "priority-known", "primary-concern-named", "perspective-taken");
    }

    @Test
    void whoCannotFixItMayPassItOnAndStaysToSeeThatThePromiseIsKept() {
        Script other = Script.of("ten-steps");
        other.opens(ANNA, PHONE).passes();
        other.says("I feel with you, and I will help.", ACKNOWLEDGE, EMPATHISE).passes();
        other.does(limits("nothing in the way", false)).passes();
        other.says("It is with you by tomorrow.", other.promise("a new doll")).passes();
        other.does(requestTransfer("ben")).passes();
        // She asked him; he has not said yes, and the customer does not know that she stays answerable.
        other.does(transfer("ben")).refusedBy("passed-on-after-asking", "giver-keeps-follow-up");
        other.does(ACCEPT_CASE).by(BEN).passes();
        other.does(other.followUp(ANNA, 2)).passes();
        other.does(transfer("ben")).refusedBy("passed-on-after-asking");
        other.says("Ben mends it, and I see to it that he does.", STATE_OWNERSHIP).passes();
        other.does(transfer("ben")).by(BEN).refusedBy("giver-hands-over");
        other.does(transfer("ben")).passes();
        Duty check = other.play.open(Duty.Kind.DELIVERY_CHECK);
        assertEquals("anna", check.holder(), "whoever promised sees to it");
        seenThrough(other);
        other.does(CLOSE_AS_RECOVERED).by(BEN).refusedBy("delivery-checked");
        other.does(discharge(CHECK_DELIVERY, check.id(), "seen it")).passes();
        other.does(CLOSE_AS_RECOVERED).by(BEN).leadsTo(RECOVERED);
    }

    /** All the rest, by Ben, but for Anna's part. */
    private static void seenThrough(Script other) {
        other.does(RECORD_FAILURE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE).by(BEN).passes();
        other.does(mood(Mood.CALM)).passes();
        other.says("I am sorry. You get a new one.", APOLOGISE, PROPOSE_SOLUTION).by(BEN).passes();
        other.does(REPORT_AGREEMENT, START_WORK, RECORD_DELIVERY).by(BEN).passes();
        other.keepsThePromise("signed for").passes();
        other.followsUp().passes();
        other.says("All well? Thank you. Anything else?", ASK_SATISFACTION, THANK, ASK_ANYTHING_ELSE).by(BEN).passes();
        other.does(answered(true, "yes"), mood(Mood.CALM), endContact("all is well")).by(BEN).passes();
        other.does(RECORD_CONFIDENCE, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).by(BEN).passes();
    }

    @Test
    void nobodySpeaksBeforeSomebodyRepresentsTheBrandAndNoMachineDoes() {
        script.opens(Play.MACRO, EMAIL).passes();
        script.does(beginContact(PHONE)).refusedBy("receiver-owns", "not-here");
        script.says("I see why you are upset, and I will help.", ACKNOWLEDGE).on(EMAIL).refusedBy("owner-first", "not-here");
        script.does(TAKE_OWNERSHIP).passes();
        script.says("I see why you are upset, and I will help.", ACKNOWLEDGE).on(EMAIL).by(Play.BOT).refusedBy("machines-do-not-count");
    }

    @Test
    void aPromiseIsRenegotiatedInTimeOrBadNewsIsToldAtOnce() {
        script.opens(ANNA, PHONE).passes();
        script.says("I feel with you, and I will help.", ACKNOWLEDGE, EMPATHISE).passes();
        script.does(limits("nothing in the way", false)).passes();
        script.says("It is with you by tomorrow.", script.promise("a new doll")).passes();
        play().after(Duration.ofHours(25));
        script.says("Make that Friday.", renegotiate(play().open(Duty.Kind.PROMISE).id(), play().in(Duration.ofDays(2)), ""))
            .refusedBy("renegotiate-in-time");
        play().after(Duration.ofHours(4));
        assertEquals(List.of("BREACH supervisor"), play().rungs("bad-news"));
    }

    @Test
    void anHonestWheelSqueaksEveryDayWhileOthersWork() {
        script.opens(ANNA, PHONE).passes();
        script.says("I feel with you, and I will help. It is mine.", ACKNOWLEDGE, EMPATHISE, STATE_OWNERSHIP).passes();
        script.does(involve("dispatch", "pack it well")).passes();
        play().after(Duration.ofDays(1));
        assertEquals(List.of("BREACH owner"), play().rungs("nudge"));
    }

    @Test
    void aHoldingResponseStopsTheResponseClockOnly() {
        script.opens(Play.MACRO, EMAIL).passes();
        script.does(TAKE_OWNERSHIP).passes();
        script.says("I find out and write at four.", SEND_HOLDING_RESPONSE).on(EMAIL).passes();
        assertEquals(List.of("acknowledgement", "recovery"), play().clocks());
    }

    @Test
    void itIsAcknowledgedInTheFirstMessageAndBeforeSolving() {
        script.opens(ANNA, PHONE).passes();
        script.does(RECORD_FAILURE, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE).passes();
        script.does(mood(Mood.CALM)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).refusedBy("acknowledged-at-once", "solve-in-order");
        script.says("You get a new one. I see why, and I will help.", PROPOSE_SOLUTION, ACKNOWLEDGE).refusedBy("solve-in-order");
        script.says("What broke? I see why, and I will help.", ASK_OPEN_QUESTION, ACKNOWLEDGE).advisedBy("empathy-in-acknowledgement");
        script.does(mood(Mood.CALM)).passes();
        script.says("You get a new one.", PROPOSE_SOLUTION).advisedBy("apology-before-solving");
    }

    private Play play() {
        return script.play;
    }

    /** In this story Anna could fix it herself. */
    private static final class Able implements Authority {
        @Override
        public boolean permits(Actor actor, RecoveryAction action, RecoveryCase recoveryCase) {
            return !(action instanceof Duties.TakeOn duty) || !duty.what().equals("a car");
        }

        @Override
        public boolean fixInReach(Actor actor, RecoveryCase recoveryCase) {
            return true;
        }
    }
}
