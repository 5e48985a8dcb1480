package org.servicerecovery.examples.crm.seed;

import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;

/** One case, told as it happened: every sentence is a command through the desk, at the time at which it was said. */
final class Story {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).withZone(ZoneOffset.UTC);
    private final RecoveryDesk desk;
    private final Consumer<Instant> clock;
    private final String caseId;
    private final String problem;
    private Actor actor;
    private Channel channel = Channel.PHONE;
    private Instant time;

    Story(RecoveryDesk desk, Consumer<Instant> clock, String caseId, Actor actor, Instant start, String problem) {
        this.desk = desk;
        this.clock = clock;
        this.caseId = caseId;
        this.actor = actor;
        this.problem = problem;
        this.time = start;
    }

    Story by(Actor other) {
        actor = other;
        return this;
    }

    Story after(Duration passed) {
        time = time.plus(passed);
        return this;
    }

    Story minutes(int passed) {
        return after(Duration.ofMinutes(passed));
    }

    /** On a live channel the actor owns it at once; otherwise it waits. */
    Story opened(String customer, Channel how, Priority priority, String team, Mood mood) {
        channel = how;
        Actor opener = how.twoWay() ? actor : Actor.macro("inbox");
        clock.accept(time);
        desk.open(caseId, Command.does(opener, new Actions.Open(customer, problem, how, priority, team), RecoveryAction.issue(problem),
            RecoveryAction.mood(mood))).orThrow();
        return this;
    }

    Story does(RecoveryAction... actions) {
        return takes(Command.does(actor, actions));
    }

    Story says(String text, Step... acts) {
        minutes(1);
        return takes(Command.says(actor, channel, text, acts));
    }

    private Story takes(Command command) {
        clock.accept(time);
        Set<Step> steps = command.actions().stream().map(RecoveryAction::step).collect(Collectors.toSet());
        desk.perform(caseId, command.attesting(good(steps)).spending(Duration.ofMinutes(2))).orThrow();
        return this;
    }

    /** What the rules of these steps want vouched for. */
    private Trait[] good(Set<Step> steps) {
        return desk.playbook().definition().guardrails().stream().filter(rule -> rule.watches().stream().anyMatch(steps::contains))
            .flatMap(rule -> Stream.concat(rule.needsAll().stream(), rule.needsAny().stream()))
            .filter(Trait.class::isInstance).map(Trait.class::cast).filter(Trait::attestable).distinct().toArray(Trait[]::new);
    }

    Story taken() {
        return does(RecoveryAction.of(TAKE_OWNERSHIP));
    }

    Story called() {
        channel = Channel.PHONE;
        return does(RecoveryAction.beginContact(Channel.PHONE));
    }

    Story apologised() {
        return says("I apologise that this happened to you. I am responsible for it from now on, and I am here to help you with it today.",
            STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE)
            .says("I hear that you are angry. In your place I would be, too.", MIRROR_FEELINGS);
    }

    Story heard() {
        says("Please tell me from the beginning: what happened?", ASK_TO_RESTATE);
        says("What would have been right for you?", ASK_OPEN_QUESTION);
        return minutes(4).noted();
    }

    private Story noted() {
        does(RecoveryAction.note(RECORD_FEELING, "I feel fooled."), RecoveryAction.note(RECORD_STORY, problem),
            RecoveryAction.note(RECORD_FAILURE, problem));
        return says("So we let you down, and nobody told you. Is that right?", PARAPHRASE);
    }

    Story confirmed() {
        return minutes(2).does(RecoveryAction.mood(Mood.CALM), RecoveryAction.of(CONFIRM_STORY));
    }

    Story solved(String solution) {
        does(RecoveryAction.note(RECORD_DESIRED_OUTCOME, "That it works, without more letters."),
            RecoveryAction.note(RECORD_PRIORITY, "That it is quick."), RecoveryAction.note(DESIGNATE_CONCERN, problem),
            RecoveryAction.of(TAKE_PERSPECTIVE), RecoveryAction.limits("All of it can be done here.", false));
        says("I understand that this must not drag on. My proposal: " + solution + ". What do you think?", EMPATHISE, PROPOSE_SOLUTION);
        return minutes(3).does(RecoveryAction.of(REPORT_CONTRIBUTION), RecoveryAction.of(REPORT_AGREEMENT));
    }

    /** Puts it in writing, parts with a date, and goes to work. */
    Story working(String solution, Duration until) {
        says("This is the plan: " + solution + ". I will call you on " + DAY.format(time.plus(until)) + " at noon.", EXPLAIN_PLAN);
        does(RecoveryAction.mood(Mood.CALM), RecoveryAction.of(START_WORK),
            RecoveryAction.followUp(actor.id(), "ask whether all is well", time.plus(until)));
        return this;
    }

    Story promised(String what, Duration until) {
        minutes(1);
        return takes(Command.says(actor, channel, "I promise: " + what + ".", List.of(RecoveryAction.promise(what, time.plus(until)))))
            .says("So, once more: " + what + ".", RESTATE_PROMISES);
    }

    Story parted() {
        return does(RecoveryAction.endContact("Apologised, heard the story, agreed on what comes next."));
    }

    Story kept(String evidence) {
        openDuties(Duty.Kind.PROMISE).forEach(duty -> does(RecoveryAction.discharge(KEEP_PROMISE, duty, evidence)));
        return this;
    }

    Story delivered() {
        return does(RecoveryAction.of(RECORD_DELIVERY));
    }

    Story asked(boolean satisfied) {
        called();
        openDuties(Duty.Kind.FOLLOW_UP).forEach(duty -> does(RecoveryAction.discharge(FOLLOW_UP, duty, "called")));
        does(RecoveryAction.mood(satisfied ? Mood.CONTENT : Mood.CALM));
        says("Are you happy with how all of it was handled? And is there anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE);
        return minutes(2).does(RecoveryAction.answered(satisfied, satisfied ? "Yes, thank you." : "No. I wanted it before the party."));
    }

    /** What is considered at every end. */
    Story considered(String cause) {
        says("Thank you for telling us, and for giving us a second chance. You are a valued customer.", THANK, VALUE_CUSTOMER);
        return does(RecoveryAction.note(RECORD_ROOT_CAUSE, cause), RecoveryAction.note(NOTE_IMPROVEMENT, "Tell customers before they ask."),
            RecoveryAction.note(REVIEW_CONDUCT, "Handled as it should be."));
    }

    Story recovered(String cause, int likelihood) {
        considered(cause);
        does(openIssues());
        does(RecoveryAction.confidence(likelihood > 6, ""), RecoveryAction.advocacy(likelihood, ""),
            RecoveryAction.outcome(true, likelihood > 5, likelihood > 6, ""));
        parted();
        return does(RecoveryAction.of(CLOSE_AS_RECOVERED));
    }

    /** The desk's clock reports what fell due by now. */
    Story ticked() {
        clock.accept(time);
        desk.tick();
        return this;
    }

    /** On another channel from now on. */
    Story on(Channel other) {
        channel = other;
        return this;
    }

    Story waived(String rule, Actor by, String reason, RecoveryAction... actions) {
        minutes(1);
        return takes(Command.does(by, actions).waiving(new Waiver(rule, by, reason)));
    }

    private RecoveryAction[] openIssues() {
        return desk.find(caseId).orElseThrow().ledger().issues().stream().filter(issue -> issue.open())
            .map(issue -> RecoveryAction.resolve(issue.id(), "as agreed")).toArray(RecoveryAction[]::new);
    }

    private List<Integer> openDuties(Duty.Kind kind) {
        return desk.find(caseId).orElseThrow().ledger().open(kind).stream().map(Duty::id).toList();
    }
}
