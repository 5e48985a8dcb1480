package org.servicerecovery.offers;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/** Does what a plan says as a person would: the right actor, a channel that fits, the duty that is meant, and not a word more. */
final class Doing {
    private final RecoveryCase seen;
    private final Step step;
    private final Set<Trait> traits;
    private final Instant now;

    private Doing(RecoveryCase seen, Step step, Set<Trait> traits, Instant now) {
        this.seen = seen;
        this.step = step;
        this.traits = traits;
        this.now = now;
    }

    static Command command(RecoveryCase seen, Step step, Set<Trait> traits, Instant now) {
        return new Doing(seen, step, traits, now).command();
    }

    private Command command() {
        RecoveryAction action = action();
        Actor actor = actor(action);
        Command command = step.isSpeech() ? Command.says(actor, channel(), "what was said", List.of(action)) : Command.does(actor, action);
        return command.attesting(traits.stream().filter(Trait::attestable).toArray(Trait[]::new));
    }

    private Actor actor(RecoveryAction action) {
        if (traits.contains(Traits.BY_SUPERVISOR)) {
            return Play.SUE;
        } else if (traits.contains(Traits.BY_RECEIVER)) {
            return named(seen.data().receiver());
        } else if (traits.contains(Traits.BY_FOLLOW_UP_HOLDER)) {
            return named(seen.ledger().duty(action.about()).orElseThrow().holder());
        }
        if (step == Step.ACCEPT_CASE) {
            return named(another());
        }
        return seen.data().owner().isEmpty() ? Play.ANNA : named(seen.data().owner());
    }

    /** Not the owner. */
    private String another() {
        return seen.data().owner().equals("ben") ? "tom" : "ben";
    }

    private static Actor named(String name) {
        return name.equals(Play.SUE.id()) ? Play.SUE : Actor.agent(name);
    }

    /** In the contact if there is one and it will do; nothing more of a channel than is asked for, if there is a choice. */
    private Channel channel() {
        return Stream.of(Channel.values()).filter(this::willDo)
            .min(Comparator.comparing((Channel channel) -> channel.twoWay() && !traits.contains(Traits.TWO_WAY))
                .thenComparing(channel -> !seen.data().contact().equals(Optional.of(channel)))
                .thenComparing(channel -> channel == Channel.EMAIL)).orElseThrow();
    }

    private boolean willDo(Channel channel) {
        return needs(Traits.TWO_WAY, channel.twoWay()) && needs(Traits.HEARS_TONE, channel.hearsTone())
            && needs(Traits.SEES_BODY, channel.seesBody()) && needs(Traits.DURABLE, channel.durable())
            && needs(Traits.BY_EMAIL, channel == Channel.EMAIL);
    }

    private boolean needs(Trait trait, boolean has) {
        return has || !traits.contains(trait);
    }

    private RecoveryAction action() {
        Instant due = now.plus(Duration.ofDays(5));
        String owner = seen.data().owner();
        return switch (step) {
            case BEGIN_CONTACT -> RecoveryAction.beginContact(Channel.PHONE);
            case END_CONTACT -> RecoveryAction.endContact("talked");
            case REPORT_CONTACT -> RecoveryAction.contacted(Channel.PHONE);
            case REPORT_MOOD -> RecoveryAction.mood(traits.contains(Traits.MOOD_IS_HOT) ? Mood.IRATE : Mood.CALM);
            case REPORT_ANSWER -> RecoveryAction.answered(traits.contains(Traits.ANSWER_IS_YES), "so be it");
            case RECORD_ATTEMPT -> RecoveryAction.notReached(tried());
            case RECORD_LIMITS -> RecoveryAction.limits("limits", traits.contains(Traits.KNOWS_LIMIT));
            case REPORT_ISSUE -> RecoveryAction.issue("an issue");
            case RAISE_UNCLEAR_POINT -> RecoveryAction.unclear("a point");
            case RESOLVE_ISSUE -> RecoveryAction.resolve(issue(Issue.Kind.COMPLAINT), "");
            case CLARIFY_POINT -> RecoveryAction.clarify(issue(Issue.Kind.UNCLEAR_POINT), "");
            case MAKE_PROMISE -> RecoveryAction.promise("a new parcel", due);
            case SCHEDULE_FOLLOW_UP -> RecoveryAction.followUp(owner, "call", due);
            case SCHEDULE_CHECK_BACK -> RecoveryAction.checkBack(owner, "ask", due);
            case TELL_BROKEN_PROMISE -> RecoveryAction.discharge(step, duty(duty -> duty.status() == Duty.Status.UNTOLD), "");
            case KEEP_PROMISE, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK ->
                RecoveryAction.discharge(step, duty(duty -> duty.kind() == new Duties.Discharge(step, 0, "").kind()
                    && (step != Step.KEEP_PROMISE || duty.status() != Duty.Status.UNTOLD)), "seen");
            case RENEGOTIATE_PROMISE -> RecoveryAction.renegotiate(
                duty(duty -> duty.status() == Duty.Status.UNTOLD && !now.isAfter(duty.due())), due, "");
            case OFFER_GOODWILL -> RecoveryAction.goodwill("flowers", BigDecimal.TEN);
            case REQUEST_TRANSFER -> RecoveryAction.requestTransfer(another());
            case TRANSFER -> RecoveryAction.transfer(seen.data().receiver());
            case REASSIGN -> RecoveryAction.reassign(seen.data().acceptedBy(), "ill");
            case INVOLVE -> RecoveryAction.involve("tom", "help");
            case DISMISS_HELPER -> RecoveryAction.dismiss("nobody");
            case REOPEN -> RecoveryAction.reopen("");
            default -> Play.act(step);
        };
    }

    private Channel tried() {
        return seen.data().channels().contains(Channel.PHONE) && traits.contains(Traits.SECOND_CHANNEL) ? Channel.EMAIL : Channel.PHONE;
    }

    private int duty(Predicate<Duty> which) {
        return seen.ledger().duties().stream().filter(duty -> duty.status().isOpen()).filter(which).findFirst()
            .orElseThrow(() -> new AssertionError("There is no duty for " + step + " in " + seen.ledger())).id();
    }

    private int issue(Issue.Kind kind) {
        return seen.ledger().open(kind).stream().findFirst()
            .orElseThrow(() -> new AssertionError("There is nothing for " + step + " in " + seen.ledger())).id();
    }
}
