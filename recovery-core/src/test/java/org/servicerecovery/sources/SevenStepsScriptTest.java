package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.Channel.EMAIL;
import static org.servicerecovery.model.Channel.IN_PERSON;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.sources.Order.Beat;

/**
 * Source C, told as a story: an angry customer writes and comes by, and Anna makes every mistake that the seven steps name, once
 * each, is refused by exactly the rule a reader expects, and goes on as the source has it, to the end.
 */
class SevenStepsScriptTest {
    private static final Order ORDER = new Order(SevenStepsScriptTest::called, List.of(
        Beat.of("own", on -> on.says("I will see this through with you.", STATE_OWNERSHIP)),
        Beat.of("apologise", on -> on.says("I am sorry for both parcels.", APOLOGISE)),
        Beat.of("listen", on -> on.does(RECORD_STORY), on -> on.says("I see what that did to you.", EMPATHISE)),
        Beat.of("clarify", on -> on.says("What was in it?", ASK_OPEN_QUESTION), on -> on.says("How was it packed?", ASK_OPEN_QUESTION),
            on -> on.says("So both arrived in pieces.", PARAPHRASE), on -> on.does(CONFIRM_STORY)),
        Beat.of("solve", on -> on.says("Shall a courier bring one?", PROPOSE_SOLUTION)),
        Beat.of("end-positively", on -> on.says("Thank you for telling us.", THANK))
            .after(on -> on.does(REPORT_CONTRIBUTION, REPORT_AGREEMENT), on -> on.does(START_WORK)),
        Beat.of("follow-up", Script::followsUp,
            on -> on.says("All well, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE))
            .after(on -> on.does(REPORT_CONTRIBUTION, REPORT_AGREEMENT), on -> on.does(START_WORK), on -> on.does(RECORD_DELIVERY),
                on -> on.does(on.followUp(ANNA, 1)))),
        on -> on.does(answered(true, "yes"), mood(Mood.CALM), endContact("all is well")),
        on -> on.does(RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, RECORD_CONFIDENCE), on -> on.does(CLOSE_AS_RECOVERED));

    private final Script script = Script.of("seven-steps");

    @Test
    void everyMistakeIsRefusedOnceAndTheRightWayEndsInRecovered() {
        script.opens(MACRO, EMAIL, mood(Mood.IRATE)).leadsTo(AWAITING);
        own();
        apologise();
        listen();
        identifyAndClarify();
        solve();
        endPositively();
        followUp();
    }

    private void own() {
        script.says("Somebody will see to it.", REMARK).on(EMAIL).refusedBy("owner-first", "not-here");
        script.does(TAKE_OWNERSHIP).leadsTo(LISTENING);
        script.does(beginContact(IN_PERSON)).passes();
        script.says("That was the courier, not us.", REMARK).on(IN_PERSON).with(SHIFTS_BLAME).refusedBy("no-blame");
        script.says("Not again.", REMARK).on(IN_PERSON).with(NEGATIVE_TONE).refusedBy("positive-tone");
        script.says("I am sorry for both parcels.", APOLOGISE).on(IN_PERSON).refusedBy("apologise-in-order");
        script.says("It is on my desk.", STATE_OWNERSHIP).on(IN_PERSON).without(COMMITS_TO_HELP).refusedBy("ownership-commits");
        script.says("It is mine, and I start on it now.", STATE_OWNERSHIP).on(IN_PERSON).passes();
    }

    private void apologise() {
        script.does(RECORD_STORY).refusedBy("listen-in-order");
        script.says("I am sorry for both parcels.", APOLOGISE).on(EMAIL).refusedBy("live-channel-for-feelings");
        script.says("I am sorry for everything.", APOLOGISE).on(IN_PERSON).without(NAMES_PROBLEM).refusedBy("sincere-apology");
        script.says("We regret any inconvenience caused.", APOLOGISE).on(IN_PERSON).with(BOILERPLATE).refusedBy("sincere-apology");
        script.says("I am sorry for the parcels, but it was Christmas.", APOLOGISE).on(IN_PERSON).with(MAKES_EXCUSE)
            .refusedBy("no-excuses");
        // No admission of guilt is asked for, and a plain sorry will do.
        script.says("I am sorry for both parcels.", APOLOGISE).on(IN_PERSON).without(WORD_APOLOGISE).passes();
        script.says("One was packed without filling, because we had run out, which is no excuse.", EXPLAIN).on(IN_PERSON).passes();
    }

    private void listen() {
        script.does(note(DIAGNOSE, "she dropped it")).refusedBy("no-jumping-to-conclusions", "not-here");
        script.says("You need a new one.", PROPOSE_SOLUTION).on(IN_PERSON)
            .refusedBy("no-jumping-to-conclusions", "solve-in-order", "not-here");
        script.says("What was in it?", ASK_OPEN_QUESTION).on(IN_PERSON).refusedBy("clarify-in-order");
        script.does(CONFIRM_STORY)
            .refusedBy("clarify-in-order", "story-heard", "open-questions", "story-paraphrased", "feelings-mirrored");
        script.does(RECORD_STORY).without(ATTENTIVE).refusedBy("heard-attentively");
        script.does(RECORD_STORY).passes();
        script.says("I see.", MIRROR_FEELINGS).on(IN_PERSON).without(NAMES_FEELING).refusedBy("mirror-names-feeling");
        script.says("In your place I should have lost patience, too.", EMPATHISE).on(IN_PERSON).passes();
    }

    private void identifyAndClarify() {
        script.says("Was it broken?", ASK_OPEN_QUESTION).on(IN_PERSON).without(OPEN_ENDED).refusedBy("question-is-open");
        script.says("How did it look when it came?", ASK_OPEN_QUESTION).on(IN_PERSON).passes();
        script.does(unclear("who signed for it")).passes();
        script.does(CONFIRM_STORY).refusedBy("open-questions", "story-paraphrased", "nothing-unclear", "feelings-mirrored");
        script.says("What happened with the second one?", ASK_OPEN_QUESTION).on(IN_PERSON).passes();
        script.says("You are angry, and who would not be.", MIRROR_FEELINGS).on(IN_PERSON).passes();
        script.says("\"It came broken, twice.\"", PARAPHRASE).on(IN_PERSON).without(OWN_WORDS).refusedBy("in-own-words");
        script.says("So neither reached you whole.", PARAPHRASE).on(IN_PERSON).passes();
        script.does(CONFIRM_STORY).refusedBy("nothing-unclear");
        script.does(clarify(script.openIssue(), "her neighbour")).passes();
        script.does(CONFIRM_STORY).without(FACTS_COMPLETE).advisedBy("facts-complete");
        assertEquals(SOLVING, play().state());
    }

    private void solve() {
        for (String phrase : List.of("I don't know.", "We cannot do that.", "We will try.", "That is company policy.")) {
            script.says(phrase, PROPOSE_SOLUTION).on(IN_PERSON).with(NEGATIVE_PHRASE).refusedBy("no-negative-phrases");
        }
        script.says("Thank you for coming by.", THANK).on(IN_PERSON).refusedBy("end-positively-in-order");
        script.does(START_WORK).refusedBy("solved-together", "solution-agreed", "solution-recorded");
        script.says("A courier takes one to you tonight.", PROPOSE_SOLUTION).on(IN_PERSON).passes();
        script.does(START_WORK).refusedBy("solved-together", "solution-agreed");
        script.does(REPORT_AGREEMENT).passes();
        script.does(START_WORK).refusedBy("solved-together");
        script.does(REPORT_CONTRIBUTION).passes();
        script.does(involve("dispatch", "pack it with filling"), note(ESCALATE, "may we send it tonight?")).passes();
        assertEquals("anna", play().now().data().owner(), "helpers and supervisors help; the owner stays");
        script.says("It is with you by tomorrow.", script.promise("a whole parcel")).on(IN_PERSON).passes();
        script.does(START_WORK).leadsTo(DELIVERING);
    }

    private void endPositively() {
        script.says("Thanks.", THANK).on(IN_PERSON).without(THANKS_FOR_RAISING).refusedBy("thanks-for-raising");
        script.says("There, happy now?", REMARK).on(IN_PERSON).with(DISCOURTEOUS).refusedBy("courteous-to-the-end");
        script.says("All well with everything, Ms Smith?", ASK_SATISFACTION).on(IN_PERSON)
            .refusedBy("ask-after-delivery", "ask-in-the-follow-up", "not-here");
        script.does(endContact("agreed on a courier")).without(OPEN_BODY_LANGUAGE)
            .refusedBy("open-body-language", "promises-restated", "next-step-before-parting");
        script.says("Thank you for coming to us with it.", THANK).on(IN_PERSON).passes();
        script.says("A whole parcel by tomorrow.", RESTATE_PROMISES).on(IN_PERSON).passes();
        script.does(mood(Mood.CALM), script.followUp(ANNA, 2), endContact("agreed on a courier")).with(OPEN_BODY_LANGUAGE).passes();
    }

    private void followUp() {
        script.does(RECORD_DELIVERY).leadsTo(FOLLOWING_UP);
        script.does(CLOSE_AS_RECOVERED).refusedBy("no-step-skipped", "end-after-follow-up", "end-after-question", "end-satisfied",
            "end-promises", "team-followed-up", "end-confidence", "end-root-cause");
        script.does(beginContact(PHONE)).passes();
        script.says("All well with everything, Ms Smith?", ASK_SATISFACTION).refusedBy("ask-in-the-follow-up");
        script.followsUp().passes();
        script.says("All well with everything, Ms Smith?", ASK_SATISFACTION).passes();
        script.does(RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, RECORD_CONFIDENCE).and(issue("the invoice is wrong")).passes();
        // Neither asked whether there is anything else, nor heard an answer; the promise, the helpers, the invoice are all open.
        script.does(CLOSE_AS_RECOVERED).refusedBy("no-step-skipped", "end-after-question", "end-satisfied", "end-promises",
            "team-followed-up", "end-every-issue", "end-no-open-contact");
        script.keepsThePromise("").refusedBy("promise-kept-with-evidence");
        script.keepsThePromise("signed by Ms Smith").passes();
        script.does(FOLLOW_UP_WITH_TEAM).passes();
        script.says("Is there anything else?", ASK_ANYTHING_ELSE).passes();
        script.does(answered(true, "yes, all but the invoice"), mood(Mood.CALM), endContact("the invoice")).passes();
        script.does(CLOSE_AS_RECOVERED).refusedBy("end-every-issue");
        script.does(resolve(script.openIssue(), "written anew")).passes();
        script.does(CLOSE_AS_RECOVERED).leadsTo(RECOVERED);
        script.says("And good riddance.", REMARK).on(EMAIL).with(DISCOURTEOUS).refusedBy("courteous-to-the-end");
    }

    @Test
    void whoeverTakesOwnershipActsSoon() {
        script.opens(MACRO, EMAIL).passes();
        script.does(TAKE_OWNERSHIP).passes();
        play().after(Duration.ofHours(1));
        assertEquals(List.of("BREACH supervisor"), play().rungs("action-after-ownership"));
    }

    @Test
    void aBrokenPromiseIsNotLetLie() {
        script.opens(ANNA, PHONE).passes();
        script.says("It is with you by tomorrow.", script.promise("a whole parcel")).passes();
        play().after(Duration.ofHours(25));
        assertEquals(List.of("WARNING holder", "BREACH supervisor"), play().rungs("promise-due"));
        script.says("Make that Friday.", renegotiate(play().open(Duty.Kind.PROMISE).id(), play().in(Duration.ofDays(2)), ""))
            .refusedBy("renegotiate-in-time");
    }

    @Test
    void inOrderItEndsInRecovered() {
        ORDER.endsInRecovered();
    }

    @Test
    void noStepComesBeforeTheOneBefore() {
        ORDER.swapped("own", "apologise", "apologise-in-order");
        ORDER.swapped("apologise", "listen", "listen-in-order");
        ORDER.swapped("listen", "clarify", "clarify-in-order");
        ORDER.swapped("clarify", "solve", "solve-in-order", "no-jumping-to-conclusions", "not-here");
        ORDER.swapped("solve", "end-positively", "end-positively-in-order");
        ORDER.swapped("end-positively", "follow-up", "follow-up-in-order");
    }

    @Test
    void noneIsSkipped() {
        ORDER.names().forEach(name -> ORDER.skipped(name, "no-step-skipped"));
    }

    private static Script called() {
        Script script = Script.of("seven-steps");
        script.opens(ANNA, PHONE).passes();
        return script;
    }

    private Play play() {
        return script.play;
    }
}
