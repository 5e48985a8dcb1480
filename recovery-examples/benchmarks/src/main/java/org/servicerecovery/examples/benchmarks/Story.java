package org.servicerecovery.examples.benchmarks;

import static org.servicerecovery.model.RecoveryAction.discharge;
import static org.servicerecovery.model.RecoveryAction.followUp;
import static org.servicerecovery.model.RecoveryAction.mood;
import static org.servicerecovery.model.RecoveryAction.note;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * One whole recovery on the standard playbook, from the first call to {@code RECOVERED}, as the commands that a host would
 * send: an angry caller, listening, a promise, a delivery, the follow-up. Nothing in it is refused.
 */
final class Story {
    private static final Actor AGENT = Actor.agent("ana");

    private final Instant due;
    private final List<Command> commands = new ArrayList<>();
    private int events;
    private int promise;
    private int nextCall;
    private Mood mood = Mood.IRATE;

    private Story(Instant due) {
        this.due = due;
    }

    /**
     * The commands, made anew but for their strings; their ids differ from each other and may be used again on another case.
     *
     * @param due when everything that is taken on falls due
     */
    static List<Command> commands(Instant due) {
        return new Story(due).told();
    }

    private List<Command> told() {
        listening();
        solving();
        delivering();
        followingUp();
        return List.copyOf(commands);
    }

    private void listening() {
        does(new Actions.Open("c-4711", "The parcel came broken", Channel.PHONE, Priority.NORMAL, ""));
        does(RecoveryAction.of(Step.GET_READY));
        does(mood(mood));
        says("I am Ana, and I will see this through.", Step.STATE_OWNERSHIP, Traits.COMMITS_TO_HELP);
        says("I am sorry that the parcel came broken.", Step.APOLOGISE, Traits.APOLOGY_WORDS, Traits.FIRST_PERSON, Traits.NAMES_PROBLEM,
            Traits.UNCONDITIONAL);
        says("I understand why you are angry, and I will help.", Step.ACKNOWLEDGE, Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP);
        says("In your place I would feel the same.", Step.EMPATHISE);
        says("You are angry about the wasted evening.", Step.MIRROR_FEELINGS, Traits.NAMES_FEELING);
        does(note(Step.RECORD_FEELING, "angry: a wasted evening"));
        says("Please tell me from the start what happened.", Step.ASK_TO_RESTATE);
        does(note(Step.RECORD_STORY, "The box was crushed at one corner, the lamp inside is in pieces."), Traits.ATTENTIVE);
        does(note(Step.RECORD_FAILURE, "packed without padding"));
        says("What would help you most now?", Step.ASK_OPEN_QUESTION, Traits.OPEN_ENDED);
        says("So the box was crushed and the lamp broke.", Step.PARAPHRASE, Traits.OWN_WORDS);
        says("I see how much trouble that was, and I will put it right.", Step.ACKNOWLEDGE, Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP);
        does(mood(Mood.CALM));
        does(RecoveryAction.of(Step.CONFIRM_STORY));
    }

    private void solving() {
        does(note(Step.RECORD_DESIRED_OUTCOME, "a new lamp by Saturday"));
        does(note(Step.RECORD_PRIORITY, "the date"));
        does(note(Step.DESIGNATE_CONCERN, "a lamp for the party"));
        does(RecoveryAction.of(Step.TAKE_PERSPECTIVE));
        does(RecoveryAction.limits("Nothing in the way: the lamp is in stock.", false));
        says("Again, I am sorry about the broken lamp.", Step.APOLOGISE, Traits.APOLOGY_WORDS, Traits.FIRST_PERSON, Traits.NAMES_PROBLEM,
            Traits.UNCONDITIONAL);
        does(RecoveryAction.of(Step.REPORT_CONTRIBUTION));
        says("I can send a new lamp today.", Step.PROPOSE_SOLUTION, Traits.VERIFIED, Traits.ADDRESSES_ISSUE);
        does(mood(Mood.CALM));
        does(RecoveryAction.of(Step.REPORT_AGREEMENT));
        says("It goes out today and arrives tomorrow.", Step.EXPLAIN_PLAN);
        promise = speaks(Channel.PHONE, "You have it by tomorrow.", RecoveryAction.promise("a new lamp", due), Traits.FEASIBLE);
        nextCall = does(followUp("", "a call after the delivery", due));
        does(note(Step.RECORD_ADDRESS, "customer@example.com"));
        speaks(Channel.EMAIL, "As agreed: a new lamp, with you tomorrow.", RecoveryAction.of(Step.CONFIRM_IN_WRITING),
            Traits.RESTATES_AGREEMENT, Traits.RESTATES_RESOLVED);
        does(RecoveryAction.of(Step.START_WORK));
    }

    private void delivering() {
        says("So: a new lamp, with you tomorrow.", Step.RESTATE_PROMISES);
        does(RecoveryAction.endContact("A new lamp is promised for tomorrow."));
        does(discharge(Step.KEEP_PROMISE, promise, "signed for at 10:12"));
        does(RecoveryAction.of(Step.RECORD_DELIVERY));
    }

    private void followingUp() {
        does(RecoveryAction.beginContact(Channel.PHONE));
        does(discharge(Step.FOLLOW_UP, nextCall, ""));
        does(mood(Mood.CONTENT));
        says("Are you satisfied with all of it, Ms Ito?", Step.ASK_SATISFACTION, Traits.ADDRESSES_BY_NAME, Traits.ASKS_ABOUT_WHOLE);
        does(RecoveryAction.answered(true, "Yes, very."));
        says("Is there anything else?", Step.ASK_ANYTHING_ELSE);
        says("You matter to us.", Step.VALUE_CUSTOMER);
        does(note(Step.RECORD_CONFIDENCE, "renewed"));
        does(note(Step.RECORD_ADVOCACY, "would recommend us"));
        does(note(Step.RECORD_OUTCOME, "fair in outcome, procedure and talk"));
        does(note(Step.RECORD_ROOT_CAUSE, "no padding at the packing line"));
        does(note(Step.NOTE_IMPROVEMENT, "padding is checked before sealing"));
        does(note(Step.REVIEW_CONDUCT, "calm throughout"));
        does(RecoveryAction.endContact("All is well."));
        speaks(Channel.EMAIL, "Thank you for telling us, and for a second chance.", RecoveryAction.of(Step.THANK), Traits.THANKS_FOR_RAISING,
            Traits.MENTIONS_SECOND_CHANCE);
        does(RecoveryAction.of(Step.CLOSE_AS_RECOVERED));
    }

    private int does(RecoveryAction action, Trait... attested) {
        return add(action, Optional.empty(), attested);
    }

    private void says(String text, Step step, Trait... attested) {
        speaks(Channel.PHONE, text, RecoveryAction.of(step), attested);
    }

    private int speaks(Channel channel, String text, RecoveryAction action, Trait... attested) {
        return add(action, Optional.of(new Message(channel, text)), attested);
    }

    /** The sequence of the event that the command will cause: every one does one thing. */
    private int add(RecoveryAction action, Optional<Message> message, Trait... attested) {
        events++;
        String id = ("command " + events).intern();
        commands.add(new Command(id, AGENT, List.of(action), message, Set.of(attested), List.of(), Optional.empty(), Duration.ZERO));
        return events;
    }
}
