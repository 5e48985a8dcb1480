package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.Channel.PORTAL;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Mood;
import org.servicerecovery.sources.Order.Beat;

/**
 * Source A, told as a story: a customer who is past anger writes, and Anna makes every mistake that the six steps warn of, once
 * each, is refused by exactly the rule a reader expects, and then does it as the source has it, to the end.
 */
class SixStepsScriptTest {
    private static final Order ORDER = new Order(SixStepsScriptTest::written, List.of(
        Beat.of("own", on -> on.does(TAKE_OWNERSHIP)),
        Beat.of("apologise", on -> on.says("I apologise for both parcels.", APOLOGISE).on(PORTAL)),
        Beat.of("solve", on -> on.says("A new one comes today.", PROPOSE_SOLUTION).on(PORTAL)),
        Beat.of("feelings", on -> on.says("That was galling.", EMPATHISE).on(PORTAL)).after(on -> on.does(RECORD_FEELING)),
        Beat.of("verify", on -> on.says("All well, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).on(PORTAL))
            .after(on -> on.does(START_WORK), on -> on.does(RECORD_DELIVERY), on -> on.does(on.followUp(ANNA, 1)), Script::followsUp,
                on -> on.does(mood(Mood.CALM)))),
        on -> on.does(answered(true, "yes")), on -> on.says("Thank you. You matter to us.", THANK, VALUE_CUSTOMER).on(PORTAL),
        on -> on.does(RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, RECORD_CONFIDENCE), on -> on.does(CLOSE_AS_RECOVERED));

    private final Script script = Script.of("six-steps");

    @Test
    void everyMistakeIsRefusedOnceAndTheRightWayEndsInRecovered() {
        // This is for customers who are past anger; the others are served as usual.
        script.opens(ANNA, PHONE).refusedBy("recovery-mood-to-enter");
        script.opens(ANNA, PHONE, mood(Mood.IRATE)).refusedBy("recovery-mood-to-enter");
        script.opens("", MACRO, PORTAL, mood(Mood.BEYOND_IRATE)).refusedBy("problem-brought");
        script.opens(MACRO, PORTAL, mood(Mood.BEYOND_IRATE)).leadsTo(AWAITING);
        respondAndOwn();
        apologise();
        solve();
        manageTheFeelings();
        verify();
    }

    /** Steps 1 and 2: nothing is left lying, and it is somebody's from the first word on. */
    private void respondAndOwn() {
        script.does(PARK).refusedBy("no-back-burner", "not-here");
        script.says("We will look into it.", REMARK).on(PORTAL).refusedBy("owner-first", "not-here");
        script.does(beginContact(PHONE)).refusedBy("receiver-owns", "not-here");
        script.does(TAKE_OWNERSHIP).by(BOT).refusedBy("owner-is-a-person");
        script.does(TAKE_OWNERSHIP).leadsTo(LISTENING);
        script.does(PARK).refusedBy("no-back-burner");
        script.says("Your message matters to us.", REMARK).on(PORTAL).by(BOT).refusedBy("machines-do-not-count");
        script.does(beginContact(PHONE)).passes();
        script.says("I only started here this week.", REMARK).with(PLEADS_UNINVOLVED).refusedBy("no-pleading-new");
        script.says("That was not on my shift.", REMARK).with(PLEADS_UNINVOLVED).refusedBy("no-pleading-new");
        script.says("I know nothing about your order.", APOLOGISE).with(PLEADS_UNINVOLVED).refusedBy("no-pleading-new");
        script.says("The warehouse is to blame.", REMARK).with(SHIFTS_BLAME).refusedBy("no-blame");
        script.does(involve("dispatch", "their fault, their customer; mine is only the refund")).with(SPLITS_OWNERSHIP)
            .refusedBy("owner-keeps-both-tracks");
        script.says("This is mine now, and I will see it through.", STATE_OWNERSHIP).passes();
        script.does(PARK).refusedBy("no-back-burner");
    }

    /** Step 3: the word itself, and meant. */
    private void apologise() {
        script.says("You get a third parcel.", PROPOSE_SOLUTION).refusedBy("solve-in-order");
        script.says("Sorry 'bout that.", APOLOGISE).without(WORD_APOLOGISE, FIRST_PERSON, NAMES_PROBLEM).with(CLICHE)
            .refusedBy("no-cliche-apology", "the-word-apologise", "sincere-apology");
        script.says("Apologies, apologies.", APOLOGISE).with(CLICHE).refusedBy("no-cliche-apology");
        script.says("It broke, I see that.", APOLOGISE).without(APOLOGY_WORDS, WORD_APOLOGISE).refusedBy("the-word-apologise");
        script.says("I am sorry that it broke twice.", APOLOGISE).without(WORD_APOLOGISE).refusedBy("the-word-apologise");
        script.says("I apologise for any inconvenience.", APOLOGISE).without(NAMES_PROBLEM).with(BOILERPLATE)
            .refusedBy("sincere-apology");
        script.says("I apologise if you feel that it broke.", APOLOGISE).without(UNCONDITIONAL).refusedBy("sincere-apology");
        script.says("The company apologises for the broken parcels.", APOLOGISE).without(FIRST_PERSON).refusedBy("sincere-apology");
        script.does(APOLOGISE).refusedBy("said-to-the-customer");
        script.says("I apologise: it came broken, and then again.", APOLOGISE).passes();
    }

    /** Step 4, and the mistake of stopping there. */
    private void solve() {
        script.says("That must hurt.", EMPATHISE).refusedBy("manage-feelings-in-order", "feeling-as-the-customer-puts-it");
        script.says("A courier brings a new one today.", PROPOSE_SOLUTION).spending(Duration.ofMinutes(5)).leadsTo(SOLVING);
        script.does(START_WORK).leadsTo(DELIVERING);
        script.says("Are you content, Ms Smith?", ASK_SATISFACTION)
            .refusedBy("verify-in-order", "calm-before-closing", "ask-after-delivery", "not-here");
        script.does(RECORD_DELIVERY).leadsTo(FOLLOWING_UP);
        // Fixed, and closed at once: no feelings, no question; the rest is what every end asks for.
        script.does(CLOSE_AS_RECOVERED).refusedBy("no-step-skipped", "end-after-question", "end-satisfied", "calm-before-closing",
            "customer-valued", "end-after-follow-up", "end-confidence", "end-thanks", "end-root-cause", "end-no-open-contact");
        script.says("Are you content with all of it, Ms Smith?", ASK_SATISFACTION).refusedBy("verify-in-order", "calm-before-closing");
        script.says("Are you content, Ms Smith?", ASK_SATISFACTION).waiving("verify-in-order", SUE)
            .refusedBy("verify-in-order", "calm-before-closing", "waiver");
    }

    /** Step 5, with something extra that nobody counts on. */
    private void manageTheFeelings() {
        // Whether meant or not: what counts is how the customer puts it.
        script.says("It was not meant like that.", EMPATHISE).refusedBy("feeling-as-the-customer-puts-it");
        script.does(note(RECORD_FEELING, "made a fool of")).passes();
        script.says("You waited twice for nothing; that is galling.", EMPATHISE).spending(Duration.ofMinutes(10)).passes();
        script.does(mood(Mood.CALM)).passes();
        script.does(note(REPORT_REQUEST, "a voucher")).passes();
        script.says("Here is the voucher.", goodwill("a voucher", BigDecimal.TEN)).refusedBy("goodwill-unexpected");
        script.says("The next delivery is free.", script.promise("a free delivery")).passes();
        script.says("And as an extra: free delivery!", goodwill("a free delivery", BigDecimal.ZERO)).refusedBy("goodwill-unexpected");
        script.says("A holiday for two.", goodwill("a holiday", new BigDecimal("100000"))).refusedBy("goodwill-within-authority");
        script.says("A card came with it.", goodwill("a card by hand", BigDecimal.ZERO)).without(EXPRESSES_APPRECIATION)
            .advisedBy("goodwill-says-appreciated");
        script.says("And a flower, because we are glad of you.", goodwill("a flower", BigDecimal.ZERO)).passes();
        script.keepsThePromise("booked").passes();
    }

    /** Step 6: how do we know? By asking; not by hoping, and not from a yes that nobody asked for. */
    private void verify() {
        script.does(answered(true, "fine, I suppose")).passes();
        script.does(script.followUp(ANNA, 1)).passes();
        script.followsUp().passes();
        script.says("Thank you for telling us.", THANK).passes();
        script.does(RECORD_CONFIDENCE, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).passes();
        script.does(CLOSE_AS_RECOVERED).refusedBy("no-step-skipped", "end-after-question", "end-satisfied", "customer-valued",
            "end-no-open-contact");
        script.says("All good?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).without(ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE)
            .advisedBy("question-by-name");
        script.does(answered(false, "the card was rude")).passes();
        assertEquals(SOLVING, play().state(), "a no is not a recovery");
        script.does(START_WORK).refusedBy("solution-recorded");
        script.says("You shall have another, as friendly as you are.", PROPOSE_SOLUTION).passes();
        script.does(START_WORK, RECORD_DELIVERY).and(script.followUp(ANNA, 1)).passes();
        script.followsUp().passes();
        // A new solution, and the feelings of the first time do not do for it; nor is it put aside now that she is calm.
        script.says("Is it well now, Ms Smith?", ASK_SATISFACTION).refusedBy("verify-in-order");
        script.does(PARK).refusedBy("no-back-burner");
        script.says("That was the last thing you needed.", EMPATHISE).passes();
        script.says("Is everything as you want it, Ms Smith? And is there anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).passes();
        script.does(answered(true, "yes, it is"), mood(Mood.CONTENT)).passes();
        script.does(endContact("all is well")).passes();
        script.does(CLOSE_AS_RECOVERED).refusedBy("customer-valued");
        script.does(beginContact(PHONE)).passes();
        script.says("We are glad to have you, Ms Smith.", VALUE_CUSTOMER).passes();
        script.does(mood(Mood.CONTENT)).passes();
        script.does(endContact("said what she means to us")).passes();
        script.does(CLOSE_AS_RECOVERED).advisedBy("outcome-recorded");
        assertEquals(RECOVERED, play().state());
    }

    @Test
    void whoeverTakesTheCallOwnsItAtOnce() {
        script.opens(ANNA, PHONE, mood(Mood.BEYOND_IRATE)).leadsTo(LISTENING);
        assertEquals("anna", play().now().data().owner());
    }

    @Test
    void theLongerNobodyAnswersTheMorePeopleHearOfIt() {
        script.opens(MACRO, PORTAL, mood(Mood.BEYOND_IRATE)).passes();
        play().after(Duration.ofMinutes(45));
        assertEquals(List.of("WARNING team"), play().rungs("first-response"));
        play().after(Duration.ofMinutes(75));
        assertEquals(List.of("WARNING team", "BREACH supervisor", "ESCALATION manager"), play().rungs("first-response"));
    }

    @Test
    void lessTimeForTheFeelingsThanForTheFixIsSaidAtTheEnd() {
        script.opens(ANNA, PHONE, mood(Mood.BEYOND_IRATE)).passes();
        script.says("I apologise for both parcels.", APOLOGISE).passes();
        script.says("A new one comes today.", PROPOSE_SOLUTION).spending(Duration.ofHours(1)).passes();
        script.does(START_WORK, RECORD_FEELING).passes();
        script.says("That was galling.", EMPATHISE, VALUE_CUSTOMER, THANK).spending(Duration.ofMinutes(1)).passes();
        script.does(RECORD_DELIVERY).and(script.followUp(ANNA, 1), mood(Mood.CALM)).passes();
        script.followsUp().passes();
        script.says("Is all well with all of it, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE).passes();
        script.does(answered(true, "yes"), endContact("all is well")).passes();
        script.does(RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, RECORD_CONFIDENCE, RECORD_OUTCOME, CLOSE_AS_RECOVERED)
            .advisedBy("time-for-feelings");
    }

    @Test
    void inOrderItEndsInRecovered() {
        ORDER.endsInRecovered();
    }

    @Test
    void noStepComesBeforeTheOneBefore() {
        ORDER.swapped("own", "apologise", "apologise-in-order", "owner-first", "not-here");
        ORDER.swapped("apologise", "solve", "solve-in-order");
        ORDER.swapped("solve", "feelings", "manage-feelings-in-order");
        ORDER.swapped("feelings", "verify", "verify-in-order");
    }

    @Test
    void noneIsSkipped() {
        ORDER.names().forEach(name -> ORDER.skipped(name, "no-step-skipped"));
    }

    @Test
    void inOneMessageTheOrderOfTheWordsCounts() {
        script.opens(ANNA, PHONE, mood(Mood.BEYOND_IRATE)).passes();
        script.says("A new one comes today, and I apologise.", PROPOSE_SOLUTION, APOLOGISE).refusedBy("solve-in-order");
        script.says("I apologise, and a new one comes today.", APOLOGISE, PROPOSE_SOLUTION).passes();
    }

    private static Script written() {
        Script script = Script.of("six-steps");
        script.opens(MACRO, PORTAL, mood(Mood.BEYOND_IRATE)).passes();
        return script;
    }

    private Play play() {
        return script.play;
    }
}
