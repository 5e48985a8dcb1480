package org.servicerecovery.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * A trait that the case decides whatever the actor does, until a step changes what decides it: a chat is not live, but the next
 * contact may be. To a search for a way it is one more fact.
 */
enum Pin {
    /** The contact under way is not live. */
    CONTACT_NOT_LIVE(Traits.LIVE_CONTACT, false, EnumSet.allOf(Step.class), EnumSet.of(Step.BEGIN_CONTACT),
        seen -> seen.data().contact().filter(channel -> !(channel.twoWay() && channel.hearsTone())).isPresent()),
    /** In the contact under way they see each other. */
    CONTACT_SEES_BODY(Traits.SEES_BODY, true, EnumSet.of(Step.END_CONTACT), EnumSet.of(Step.BEGIN_CONTACT),
        seen -> seen.data().contact().filter(Channel::seesBody).isPresent()),
    /** Every follow-up is somebody else's than the owner's. */
    FOLLOW_UPS_OF_OTHERS(Traits.GIVER_HOLDS_FOLLOW_UP, false, EnumSet.allOf(Step.class), EnumSet.of(Step.SCHEDULE_FOLLOW_UP),
        seen -> all(seen.ledger().open(Duty.Kind.FOLLOW_UP), duty -> !duty.holder().equals(seen.data().owner()))),
    /** Nobody but the owner has accepted the case. */
    ACCEPTED_BY_OWNER(Traits.RECEIVER_IS_OWNER, true, EnumSet.of(Step.REASSIGN), EnumSet.of(Step.ACCEPT_CASE),
        seen -> !seen.data().acceptedBy().isEmpty() && seen.data().acceptedBy().equals(seen.data().owner())),
    /** It is too late for a promise to be renegotiated. */
    PROMISE_PAST_DUE(Traits.PAST_DUE, true, EnumSet.of(Step.RENEGOTIATE_PROMISE), EnumSet.of(Step.MAKE_PROMISE),
        seen -> seen.ledger().open(Duty.Kind.PROMISE).stream().anyMatch(duty -> seen.recordedAt().isAfter(duty.due()))),
    /** Of no promise that broke has the customer been told. */
    PROMISES_UNTOLD(Traits.NEWS_UNTOLD, true, EnumSet.of(Step.KEEP_PROMISE),
        EnumSet.of(Step.TELL_BROKEN_PROMISE, Step.RENEGOTIATE_PROMISE, Step.MAKE_PROMISE),
        seen -> all(seen.ledger().open(Duty.Kind.PROMISE), duty -> duty.status() == Duty.Status.UNTOLD));

    final Trait trait;
    final boolean value;
    private final Set<Step> steps;
    private final Set<Step> ended;
    private final Predicate<RecoveryCase> holds;

    /**
     * @param trait what is decided
     * @param value whether actions have it
     * @param steps which actions
     * @param ended the steps after which it is open again
     * @param holds whether the case decides it
     */
    Pin(Trait trait, boolean value, Set<Step> steps, Set<Step> ended, Predicate<RecoveryCase> holds) {
        this.trait = trait;
        this.value = value;
        this.steps = steps;
        this.ended = ended;
        this.holds = holds;
    }

    /** Where nothing is on record, nothing is decided. */
    private static boolean all(List<Duty> duties, Predicate<Duty> question) {
        return !duties.isEmpty() && duties.stream().allMatch(question);
    }

    boolean holds(RecoveryCase seen) {
        return holds.test(seen);
    }

    boolean decides(Step step) {
        return steps.contains(step);
    }

    boolean endsWith(Step step) {
        return ended.contains(step);
    }
}
