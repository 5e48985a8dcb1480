package org.servicerecovery.desk;

import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseStore;

/**
 * Brings one case quickly and readably through the standard procedure, on a real desk with a clock that stands still. Every
 * method that plays a phase demands that each of its commands is permitted, so that a test may simply begin where it is
 * interested. {@link #attempt} is for what the test is about.
 */
public final class Play extends Played {
    public static final String CUSTOMER = "customer-7";
    public static final Actor ANNA = Actor.agent("anna");
    public static final Actor BEN = Actor.agent("ben");
    public static final Actor SUE = Actor.supervisor("sue");
    public static final Actor BOT = Actor.bot("bot");
    public static final Actor MACRO = Actor.macro("macro");

    /** What a good conversation is attested to have; nothing in it speaks against anybody. */
    public static final Trait[] GOOD = {APOLOGY_WORDS, FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL, SHOWS_UNDERSTANDING, COMMITS_TO_HELP,
        NAMES_FEELING, OPEN_ENDED, OWN_WORDS, ATTENTIVE, AGENT_CALM, FACTS_COMPLETE, VERIFIED, FEASIBLE, ADDRESSES_ISSUE, RESTATES_AGREEMENT,
        RESTATES_RESOLVED, THANKS_FOR_RAISING, MENTIONS_SECOND_CHANCE, ADDRESSES_BY_NAME, ASKS_ABOUT_WHOLE, EXPRESSES_APPRECIATION,
        EXPLAINS_PROBLEM, OPEN_BODY_LANGUAGE};

    private Priority priority = Priority.NORMAL;
    private String team = "";

    private Play(Playbook playbook, CaseStore store, UnaryOperator<DeskBuilder> more) {
        super(playbook, store, more);
    }

    public static Play standard() {
        return on(Playbooks.standard());
    }

    public static Play on(Playbook playbook) {
        return on(playbook, new InMemoryCaseStore(), builder -> builder);
    }

    public static Play on(Playbook playbook, CaseStore store, UnaryOperator<DeskBuilder> more) {
        return new Play(playbook, store, more);
    }

    // What a test does

    /** Performs it, whatever comes of it. */
    public Decision attempt(Command command) {
        return desk.perform(CASE, command);
    }

    public Decision attempt(Actor actor, RecoveryAction... actions) {
        return attempt(Command.does(actor, actions).attesting(GOOD));
    }

    public Decision attempt(Actor actor, Step... steps) {
        return attempt(actor, Stream.of(steps).map(Play::act).toArray(RecoveryAction[]::new));
    }

    /** Performs it, and demands that it is permitted. */
    public Play does(Actor actor, RecoveryAction... actions) {
        attempt(actor, actions).orThrow();
        return this;
    }

    public Play does(Actor actor, Step... steps) {
        attempt(actor, steps).orThrow();
        return this;
    }

    public Play says(Actor actor, Channel channel, Step... steps) {
        return says(actor, channel, Stream.of(steps).map(Play::act).toArray(RecoveryAction[]::new));
    }

    public Play says(Actor actor, Channel channel, RecoveryAction... actions) {
        attempt(saying(actor, channel, actions)).orThrow();
        return this;
    }

    public static Command saying(Actor actor, Channel channel, RecoveryAction... actions) {
        return Command.says(actor, channel, "what was said", List.of(actions)).attesting(GOOD);
    }

    public static Command saying(Actor actor, Channel channel, Step... steps) {
        return saying(actor, channel, Stream.of(steps).map(Play::act).toArray(RecoveryAction[]::new));
    }

    /** The step, with a note where it needs one. */
    public static RecoveryAction act(Step step) {
        return Act.needsNote(step) ? note(step, "noted: " + step) : RecoveryAction.of(step);
    }

    public Play passes(Duration duration) {
        clock.advance(duration);
        return this;
    }

    public Play ticks() {
        desk.tick();
        return this;
    }

    /** Time passes and the desk ticks once at the end. */
    public Play after(Duration duration) {
        return passes(duration).ticks();
    }

    // The phases of a case

    /** The case that is opened next is of this priority. */
    public Play of(Priority other) {
        priority = other;
        return this;
    }

    /** The case that is opened next is this team's. */
    public Play of(String other) {
        team = other;
        return this;
    }

    public static Command opening(Actor actor, Channel channel, Priority priority, String team) {
        return Command.does(actor, new Actions.Open(CUSTOMER, "the parcel never came", channel, priority, team));
    }

    public Play opened(Actor actor, Channel channel) {
        desk.open(CASE, opening(actor, channel, priority, team)).orThrow();
        return this;
    }

    /** Anna answers the telephone: she owns the case at once. */
    public Play byPhone() {
        return opened(ANNA, Channel.PHONE);
    }

    /** It came by e-mail and awaits somebody. */
    public Play byEmail() {
        return opened(MACRO, Channel.EMAIL);
    }

    /** From LISTENING in a telephone call to SOLVING. */
    public Play listened() {
        return heardOut().does(ANNA, CONFIRM_STORY);
    }

    /** Everything that listening asks for, but not yet confirmed. */
    public Play heardOut() {
        says(ANNA, Channel.PHONE, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, MIRROR_FEELINGS);
        if (!has(Facts.HANDED_OVER)) {
            says(ANNA, Channel.PHONE, ASK_TO_RESTATE);
        }
        says(ANNA, Channel.PHONE, ASK_OPEN_QUESTION);
        does(ANNA, RECORD_FEELING, RECORD_STORY, RECORD_FAILURE);
        says(ANNA, Channel.PHONE, PARAPHRASE);
        return does(ANNA, mood(Mood.CALM));
    }

    /** A proposal in SOLVING, in the call. */
    public Play proposed() {
        does(ANNA, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE);
        does(ANNA, limits("everything that is needed can be done", false));
        return says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION);
    }

    /** From a proposal to an agreement with a plan, in the call. */
    public Play agreed() {
        does(ANNA, REPORT_CONTRIBUTION, REPORT_AGREEMENT);
        says(ANNA, Channel.PHONE, EXPLAIN_PLAN);
        return does(ANNA, mood(Mood.CALM));
    }

    /** From SOLVING in a call to DELIVERING, with a follow-up in a week, the call ended. */
    public Play solved() {
        proposed().agreed().does(ANNA, START_WORK);
        return parted(Duration.ofDays(7));
    }

    /** Ends the call beside a follow-up of Anna's. */
    public Play parted(Duration due) {
        return does(ANNA, followUp(ANNA.id(), "see whether all is well", in(due))).does(ANNA, endContact("what was said"));
    }

    /** From DELIVERING to FOLLOWING_UP. */
    public Play delivered() {
        return does(ANNA, RECORD_DELIVERY);
    }

    /** Calls back, does the follow-up and asks both questions; still in the call. */
    public Play askedAgain() {
        does(ANNA, beginContact(Channel.PHONE));
        does(ANNA, discharge(FOLLOW_UP, open(Duty.Kind.FOLLOW_UP).id(), "called"), mood(Mood.CALM));
        return says(ANNA, Channel.PHONE, ASK_SATISFACTION, ASK_ANYTHING_ELSE);
    }

    /** In Anna's call, something is promised. */
    public Play promised(Duration due) {
        byPhone().does(ANNA, limits("nothing in the way", false));
        return says(ANNA, Channel.PHONE, promise("a new parcel", in(due)));
    }

    /** In Anna's call, the case goes to Ben by a warm transfer; Anna keeps the follow-up. */
    public Play transferred(Duration due) {
        says(ANNA, Channel.PHONE, APOLOGISE, ACKNOWLEDGE).does(ANNA, requestTransfer("ben")).does(ANNA, BRIEF_RECEIVER);
        does(BEN, JOIN).says(ANNA, Channel.PHONE, INTRODUCE_RECEIVER);
        return does(ANNA, followUp("anna", "see whether all is well", in(due))).does(ANNA, transfer("ben"));
    }

    /** What is owed at every end, on the way out of a call. */
    public Play thanked() {
        says(ANNA, Channel.PHONE, THANK, VALUE_CUSTOMER);
        return reviewed();
    }

    public Play reviewed() {
        return does(ANNA, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT, REVIEW_CONDUCT);
    }

    /** Everything that RECOVERED asks for; only the closing is left. */
    public Play readyToClose() {
        askedAgain().does(ANNA, answered(true, "yes, thank you")).thanked();
        return does(ANNA, RECORD_CONFIDENCE, RECORD_ADVOCACY, RECORD_OUTCOME).does(ANNA, endContact("what was said"));
    }

    /** The plain way from the first call to RECOVERED. */
    public Play recovered() {
        byPhone().listened().solved().delivered().readyToClose();
        return does(ANNA, CLOSE_AS_RECOVERED);
    }

    /** A proposal that nobody answered: three attempts on two channels, a week of silence, thanks in writing. */
    public Play unanswered() {
        byPhone().listened().proposed().parted(Duration.ofDays(30));
        does(ANNA, notReached(Channel.PHONE), notReached(Channel.PHONE), notReached(Channel.EMAIL));
        after(Duration.ofDays(8));
        says(ANNA, Channel.EMAIL, THANK).reviewed();
        return does(ANNA, CLOSE_AS_UNANSWERED);
    }

    /** A proposal that the customer will not have, with a supervisor's proof. */
    public Play unrecovered() {
        byPhone().listened().proposed();
        does(ANNA, REPORT_REJECTION).does(ANNA, ESCALATE).does(SUE, RECORD_PROOF);
        does(ANNA, followUp(ANNA.id(), "one last call", in(Duration.ofDays(1))));
        does(ANNA, discharge(FOLLOW_UP, open(Duty.Kind.FOLLOW_UP).id(), "the same call"));
        thanked();
        does(ANNA, followUp(ANNA.id(), "a last letter", in(Duration.ofDays(1)))).does(ANNA, endContact("no way to agree"));
        return does(ANNA, CLOSE_AS_UNRECOVERED);
    }

    /** The customer takes the complaint back in the first call. */
    public Play withdrawn() {
        byPhone().does(ANNA, REPORT_WITHDRAWAL).thanked().does(ANNA, endContact("taken back"));
        return does(ANNA, CLOSE_AS_WITHDRAWN);
    }

    /** The ombudsman has it; Anna checks back in a month. */
    public Play referred() {
        byPhone().thanked().does(ANNA, RECORD_REFERRAL);
        does(ANNA, checkBack(ANNA.id(), "what became of it", in(Duration.ofDays(30))));
        return parted(Duration.ofDays(40)).does(ANNA, CLOSE_AS_REFERRED);
    }

    /** The customer complains again after an end, and Anna takes it up. */
    public Play reopened() {
        return does(ANNA, REPORT_RENEWAL).does(ANNA, reopen(""));
    }
}
