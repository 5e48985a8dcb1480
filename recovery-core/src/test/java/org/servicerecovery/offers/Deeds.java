package org.servicerecovery.offers;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/** Random things that people, bots and customers might do about a case, with particulars that make sense mostly. */
public final class Deeds {
    private static final List<Actor> PEOPLE = List.of(Play.ANNA, Play.ANNA, Play.ANNA, Play.BEN, Play.SUE, Actor.agent("tom"), Play.BOT,
        Play.MACRO, Actor.SYSTEM);
    private static final List<String> NAMES = List.of("anna", "ben", "sue", "tom", Play.CUSTOMER);
    private static final List<Trait> ATTESTABLE = Traits.all().stream().filter(Trait::attestable).toList();
    private static final List<String> THINGS = List.of("a new parcel", "a voucher", "flowers", "the money");

    private final Random random;

    public Deeds(Random random) {
        this.random = random;
    }

    public <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** The owner most of the time, so that the walk gets somewhere. */
    public Actor actor(RecoveryCase seen) {
        String owner = seen.data().owner();
        if (!owner.isEmpty() && chance(0.6)) {
            return owner.equals("sue") ? Play.SUE : Actor.agent(owner);
        }
        String receiver = seen.data().receiver();
        return !receiver.isEmpty() && chance(0.3) ? Actor.agent(receiver) : any(PEOPLE);
    }

    /** A command with one action, and with company in the same message at times; the action is its last one. */
    public Command command(RecoveryCase seen, Actor actor, RecoveryAction action, Instant now) {
        List<RecoveryAction> actions = new ArrayList<>();
        if (action.step().isSpeech() && chance(0.3)) {
            actions.add(chance(0.3) ? RecoveryAction.followUp("anna", "call", now.plus(Duration.ofDays(9)))
                : RecoveryAction.of(any(List.of(Step.STATE_OWNERSHIP, Step.EMPATHISE, Step.MIRROR_FEELINGS, Step.REMARK))));
        }
        actions.add(action);
        boolean said = action.step().isSpeech() && chance(0.95);
        Channel channel = seen.data().contact().filter(open -> chance(0.8)).orElseGet(() -> any(List.of(Channel.values())));
        Command command = said ? Command.says(actor, channel, "what was said", actions)
            : Command.does(actor, actions.toArray(RecoveryAction[]::new));
        return command.attesting(attested().toArray(Trait[]::new));
    }

    /** Mostly all that is good; at times something is missing, or something bad slips in. */
    private Set<Trait> attested() {
        Set<Trait> traits = new LinkedHashSet<>(List.of(Play.GOOD));
        if (chance(0.3)) {
            traits.removeIf(trait -> chance(0.3));
        }
        while (chance(0.1)) {
            traits.add(any(ATTESTABLE));
        }
        return traits;
    }

    /** The step with random particulars; empty where there is nothing to be particular about, such as a duty that is not there. */
    public Optional<RecoveryAction> action(Step step, RecoveryCase seen, Instant now) {
        Instant due = now.plus(Duration.ofHours(1 + random.nextInt(400)));
        return switch (step) {
            case OPEN -> Optional.of(new Actions.Open(Play.CUSTOMER, "no parcel", any(List.of(Channel.values())), Priority.NORMAL, ""));
            case ADOPT -> Optional.of(new Actions.Adopt(Play.CUSTOMER, "no parcel", Channel.EMAIL, Priority.NORMAL, "", "anna",
                Set.of(Facts.OWNER_NAMED), List.of()));
            case BEGIN_CONTACT -> Optional.of(RecoveryAction.beginContact(any(List.of(Channel.PHONE, Channel.PHONE, Channel.CHAT, Channel.VIDEO))));
            case END_CONTACT -> Optional.of(RecoveryAction.endContact(chance(0.9) ? "talked" : ""));
            case REPORT_CONTACT -> Optional.of(RecoveryAction.contacted(any(List.of(Channel.values()))));
            case REPORT_MOOD -> Optional.of(RecoveryAction.mood(chance(0.6) ? Mood.CALM : any(List.of(Mood.values()))));
            case REPORT_ANSWER -> Optional.of(RecoveryAction.answered(chance(0.7), "so be it"));
            case RECORD_ATTEMPT -> Optional.of(RecoveryAction.notReached(any(List.of(Channel.PHONE, Channel.EMAIL, Channel.SMS))));
            case RECORD_LIMITS -> Optional.of(RecoveryAction.limits("limits", chance(0.2)));
            case REPORT_ISSUE -> Optional.of(RecoveryAction.issue("an issue"));
            case RAISE_UNCLEAR_POINT -> Optional.of(RecoveryAction.unclear("a point"));
            case RESOLVE_ISSUE -> issue(seen, Issue.Kind.COMPLAINT).map(id -> RecoveryAction.resolve(id, ""));
            case CLARIFY_POINT -> issue(seen, Issue.Kind.UNCLEAR_POINT).map(id -> RecoveryAction.clarify(id, ""));
            case MAKE_PROMISE -> Optional.of(RecoveryAction.promise(any(THINGS), due));
            case SCHEDULE_FOLLOW_UP -> Optional.of(RecoveryAction.followUp(any(NAMES), "call", due));
            case SCHEDULE_CHECK_BACK -> Optional.of(RecoveryAction.checkBack(any(NAMES), "ask", due));
            case KEEP_PROMISE, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK ->
                discharge(seen, step);
            case RENEGOTIATE_PROMISE -> duty(seen, Duty.Kind.PROMISE).map(id -> RecoveryAction.renegotiate(id, due, ""));
            case OFFER_GOODWILL -> Optional.of(RecoveryAction.goodwill(any(THINGS), BigDecimal.valueOf(random.nextInt(80))));
            case REQUEST_TRANSFER -> Optional.of(RecoveryAction.requestTransfer(any(NAMES)));
            case TRANSFER -> Optional.of(RecoveryAction.transfer(seen.data().receiver().isEmpty() ? "ben" : seen.data().receiver()));
            case REASSIGN -> Optional.of(RecoveryAction.reassign(seen.data().acceptedBy().isEmpty() ? "ben" : seen.data().acceptedBy(),
                chance(0.9) ? "ill" : ""));
            case INVOLVE -> Optional.of(RecoveryAction.involve(any(NAMES), "help"));
            case DISMISS_HELPER -> Optional.of(RecoveryAction.dismiss(any(NAMES)));
            case REOPEN -> Optional.of(RecoveryAction.reopen(""));
            case CORRECT -> Optional.of(RecoveryAction.correct(1 + random.nextInt(seen.version() + 1), chance(0.9) ? "wrong" : ""));
            case MERGE -> Optional.of(new HandOvers.Merge("other"));
            case ABSORB -> Optional.of(new Duties.Absorb("other", List.of(), List.of()));
            // The standard playbook has no facts of a host's own.
            case RECORD_FACT -> Optional.empty();
            case REPORT_LAPSE -> Optional.of(lapse(now));
            default -> Optional.of(Play.act(step));
        };
    }

    private Actions.Lapse lapse(Instant now) {
        return new Actions.Lapse("answer", 0, 0, any(List.of(Deadline.Rung.Kind.values())), "owner", now,
            chance(0.5) ? Optional.of(Traits.ANSWER_LAPSED) : Optional.empty());
    }

    private Optional<RecoveryAction> discharge(RecoveryCase seen, Step step) {
        return duty(seen, new Duties.Discharge(step, 0, "").kind()).map(id -> RecoveryAction.discharge(step, id, chance(0.9) ? "seen" : ""));
    }

    private Optional<Integer> duty(RecoveryCase seen, Duty.Kind kind) {
        List<Duty> open = seen.ledger().open(kind);
        return open.isEmpty() ? Optional.empty() : Optional.of(any(open).id());
    }

    private Optional<Integer> issue(RecoveryCase seen, Issue.Kind kind) {
        List<Issue> open = seen.ledger().open(kind);
        return open.isEmpty() ? Optional.empty() : Optional.of(any(open).id());
    }

}
