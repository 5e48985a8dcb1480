package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Traits.*;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Ledger;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.Situation;

/**
 * Finds the traits that can be computed: who acts, through which channel, what else the message does, and what ledger and
 * history show. What only words or persons show is not here. Safe for many threads.
 */
public final class StandardAssessor implements Assessor {
    private final Authority authority;

    /**
     * @param authority who may what
     */
    public StandardAssessor(Authority authority) {
        this.authority = Objects.requireNonNull(authority, "authority");
    }

    @Override
    public Set<Trait> finds() {
        return Traits.all().stream().filter(trait -> !trait.attestable() && !Traits.doubtful().contains(trait)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is known before anything is attempted: who would act, and how the case stands.
     *
     * @param recoveryCase the case
     * @param actor        who would act
     * @return the traits that hold, of {@link #known()}
     */
    public Set<Trait> expect(RecoveryCase recoveryCase, Actor actor) {
        Bits bits = new Bits(recoveryCase.vocabulary());
        actor(bits, recoveryCase, actor);
        standing(bits, recoveryCase);
        return bits.terms();
    }

    /**
     * The traits that {@link #expect} decides; all others depend on what exactly is attempted.
     *
     * @return an immutable set
     */
    public Set<Trait> known() {
        return Set.of(BY_PERSON, BY_OWNER, BY_SUPERVISOR, BY_RECEIVER, GIVER_HOLDS_FOLLOW_UP, LIVE_CONTACT, FEWER_FEELING_ACTS,
            LESS_TIME_ON_FEELINGS);
    }

    @Override
    public Terms<Trait> assess(Situation situation) {
        RecoveryCase seen = situation.recoveryCase();
        RecoveryAction action = situation.action();
        Command command = situation.command();
        Step step = action.step();
        Bits bits = new Bits(seen.vocabulary());
        actor(bits, seen, command.actor());
        standing(bits, seen);
        if (!step.isReport()) {
            bits.put(WITHIN_AUTHORITY, authority.permits(command.actor(), action, seen));
        }
        if (step.isSpeech() && command.message().isPresent()) {
            bits.put(RECEIVED, true);
            channel(bits, command.message().get().channel());
        }
        if (step.isSpeech() || step == Step.INVOLVE) {
            company(bits, command);
        }
        switch (step) {
            case OPEN -> opening(bits, (Actions.Open) action, command, situation.settings());
            case REPORT_CONTACT -> bits.put(BY_EMAIL, ((Actions.ReportContact) action).channel() == Channel.EMAIL);
            case END_CONTACT -> {
                bits.put(SEES_BODY, seen.data().contact().filter(Channel::seesBody).isPresent());
                bits.put(HAS_SUMMARY, !((Actions.EndContact) action).summary().isBlank());
            }
            case REPORT_MOOD -> mood(bits, situation, ((Actions.ReportMood) action).mood());
            case REPORT_ANSWER -> bits.put(ANSWER_IS_YES, ((Actions.ReportAnswer) action).satisfied());
            case RECORD_LIMITS -> bits.put(KNOWS_LIMIT, ((Actions.RecordLimits) action).anyLimit());
            case RECORD_ATTEMPT -> attempt(bits, situation, ((Actions.RecordAttempt) action).channel());
            case ASK_OPEN_QUESTION -> bits.put(ENOUGH_OPEN_QUESTIONS,
                seen.data().questions() + 1 >= situation.settings().openQuestions());
            case APOLOGISE -> bits.put(SEPARATE_APOLOGY, !seen.data().apologyIn().equals(command.id()));
            case REQUEST_TRANSFER, TRANSFER, REASSIGN -> handOver(bits, seen, (HandOvers.HandOver) action, command.actor());
            case CORRECT -> bits.put(HAS_REASON, !((HandOvers.Correct) action).reason().isBlank());
            case DISMISS_HELPER -> bits.put(TOOK_CONTACT, seen.data().participants().contains(((HandOvers.Involve) action).helper()));
            case REPORT_LAPSE -> lapse(bits, seen, (Actions.Lapse) action);
            default -> duties(bits, situation);
        }
        return bits.terms();
    }

    private void actor(Bits bits, RecoveryCase seen, Actor actor) {
        CaseData data = seen.data();
        bits.put(BY_PERSON, actor.kind() == Actor.Kind.PERSON);
        bits.put(BY_OWNER, actor.id().equals(data.owner()));
        bits.put(BY_RECEIVER, actor.id().equals(data.receiver()));
        bits.put(BY_SUPERVISOR, authority.has(actor, Actor.SUPERVISOR));
    }

    private static void standing(Bits bits, RecoveryCase seen) {
        bits.put(GIVER_HOLDS_FOLLOW_UP, holdsFollowUp(seen.ledger(), seen.data().owner()));
        bits.put(LIVE_CONTACT, seen.data().contact().filter(channel -> channel.twoWay() && channel.hearsTone()).isPresent());
        bits.put(FEWER_FEELING_ACTS, seen.feelingActs() < seen.fixActs());
        bits.put(LESS_TIME_ON_FEELINGS, seen.feelingSeconds() < seen.fixSeconds());
    }

    private static boolean holdsFollowUp(Ledger ledger, String owner) {
        for (Duty duty : ledger.duties()) {
            if (duty.kind() == Duty.Kind.FOLLOW_UP && duty.status().isOpen() && duty.holder().equals(owner)) {
                return true;
            }
        }
        return false;
    }

    private static void channel(Bits bits, Channel channel) {
        bits.put(TWO_WAY, channel.twoWay());
        bits.put(HEARS_TONE, channel.hearsTone());
        bits.put(SEES_BODY, channel.seesBody());
        bits.put(DURABLE, channel.durable());
        bits.put(BY_EMAIL, channel == Channel.EMAIL);
    }

    /** What the other acts of the same message say of this one: "before or with". */
    private static void company(Bits bits, Command command) {
        for (RecoveryAction other : command.actions()) {
            switch (other.step()) {
                case ACKNOWLEDGE -> bits.put(ACKNOWLEDGES, true);
                case STATE_OWNERSHIP -> bits.put(STATES_OWNERSHIP, true);
                case EMPATHISE -> {
                    bits.put(SAYS_EMPATHY, true);
                    bits.put(TENDS_FEELINGS, true);
                }
                case MIRROR_FEELINGS -> bits.put(TENDS_FEELINGS, true);
                case SCHEDULE_FOLLOW_UP -> bits.put(SETS_FOLLOW_UP, true);
                default -> {
                    // no other act says anything of its neighbours
                }
            }
        }
    }

    private static void opening(Bits bits, Actions.Open open, Command command, Settings settings) {
        bits.put(STATES_PROBLEM, !open.problem().isBlank());
        bits.put(ATTENDED, open.channel().twoWay() && command.actor().kind() == Actor.Kind.PERSON);
        bits.put(BY_EMAIL, open.channel() == Channel.EMAIL);
        bits.put(MOOD_IS_HOT, command.actions().stream().anyMatch(other -> other instanceof Actions.ReportMood report
            && report.mood().atLeast(settings.recoveryMood())));
    }

    private static void mood(Bits bits, Situation situation, Mood mood) {
        Optional<Mood> before = situation.recoveryCase().data().mood();
        bits.put(MOOD_IS_HOT, mood.atLeast(situation.settings().recoveryMood()));
        bits.put(MOOD_IMPROVED, before.isPresent() && mood.compareTo(before.get()) < 0);
    }

    private static void attempt(Bits bits, Situation situation, Channel channel) {
        CaseData data = situation.recoveryCase().data();
        bits.put(THIRD_ATTEMPT, data.attempts() + 1 >= situation.settings().attempts());
        bits.put(SECOND_CHANNEL, data.channels().stream().anyMatch(other -> other != channel));
    }

    private void handOver(Bits bits, RecoveryCase seen, HandOvers.HandOver action, Actor actor) {
        CaseData data = seen.data();
        bits.put(RECEIVER_IS_OWNER, action.receiver().equals(data.owner()));
        bits.put(HAS_REASON, !action.reason().isBlank());
        bits.put(RECEIVER_MATCHES, action.receiver().equals(action.step() == Step.REASSIGN ? data.acceptedBy() : data.receiver()));
        bits.put(FIX_IN_REACH, action.step() == Step.REQUEST_TRANSFER && authority.fixInReach(actor, seen));
    }

    private static void lapse(Bits bits, RecoveryCase seen, Actions.Lapse lapse) {
        if (lapse.kind() == Deadline.Rung.Kind.BREACH && lapse.means().isPresent()) {
            Trait means = lapse.means().get();
            boolean told = means.equals(PROMISE_LAPSED)
                && seen.ledger().duty(lapse.duty()).filter(duty -> duty.status() == Duty.Status.OPEN).isEmpty();
            bits.put(means, !told);
        }
    }

    private static void duties(Bits bits, Situation situation) {
        RecoveryAction action = situation.action();
        Ledger ledger = situation.recoveryCase().ledger();
        if (action instanceof Duties.Settle settle) {
            boolean last = !ledger.othersOpen(settle.kind(), settle.about());
            bits.put(settle.kind() == Issue.Kind.COMPLAINT ? LAST_ISSUE : LAST_UNCLEAR_POINT, last);
        } else if (action instanceof Duties.Goodwill gesture) {
            bits.put(ALREADY_PROMISED, ledger.duties().stream().anyMatch(duty -> duty.kind() == Duty.Kind.PROMISE && same(duty.what(), gesture)));
            bits.put(ASKED_FOR, situation.recoveryCase().data().requests().stream().anyMatch(request -> same(request, gesture)));
            bits.put(BELOW_APPRECIATION, gesture.amount().compareTo(situation.settings().appreciationThreshold()) < 0);
        } else if (action instanceof Duties.TakeOn duty) {
            bits.put(HELD_BY_EMPLOYEE, !duty.holder().equals(situation.recoveryCase().data().customer()));
        } else if (action instanceof Duties.Renegotiate promise) {
            due(bits, ledger, promise.about(), situation.occurredAt());
            bits.put(LAST_BAD_NEWS, !ledger.othersUntold(promise.about()));
        } else if (action instanceof Duties.Discharge discharge) {
            discharge(bits, ledger, discharge, situation);
        }
    }

    private static void discharge(Bits bits, Ledger ledger, Duties.Discharge action, Situation situation) {
        Optional<Duty> duty = ledger.duty(action.about());
        boolean last = !ledger.othersOpen(action.kind(), action.about());
        bits.put(switch (action.kind()) {
            case PROMISE -> LAST_PROMISE;
            case FOLLOW_UP -> LAST_FOLLOW_UP;
            case DELIVERY_CHECK -> LAST_DELIVERY_CHECK;
            case CHECK_BACK -> LAST_CHECK_BACK;
        }, last);
        bits.put(LAST_BAD_NEWS, !ledger.othersUntold(action.about()));
        bits.put(HAS_EVIDENCE, !action.evidence().isBlank());
        bits.put(BY_FOLLOW_UP_HOLDER, duty.filter(one -> one.holder().equals(situation.command().actor().id())).isPresent());
        due(bits, ledger, action.about(), situation.occurredAt());
    }

    private static void due(Bits bits, Ledger ledger, int id, Instant now) {
        Optional<Duty> duty = ledger.duty(id);
        bits.put(PAST_DUE, duty.filter(one -> now.isAfter(one.due())).isPresent());
        bits.put(NEWS_UNTOLD, duty.filter(one -> one.status() == Duty.Status.UNTOLD).isPresent());
    }

    /** The same thing if one wording contains the other, whatever the case of the letters. */
    private static boolean same(String text, Duties.Goodwill gesture) {
        String one = text.strip().toLowerCase(Locale.ROOT);
        String other = gesture.what().strip().toLowerCase(Locale.ROOT);
        return !one.isEmpty() && (one.contains(other) || other.contains(one));
    }

    /** Collects traits as bits. */
    private static final class Bits {
        private final Vocabulary.Kind<Trait> words;
        private long low;
        private long high;

        Bits(Vocabulary words) {
            this.words = words.traits();
        }

        void put(Trait trait, boolean holds) {
            if (holds) {
                int bit = words.bit(trait);
                if (bit < 64) {
                    low |= 1L << bit;
                } else {
                    high |= 1L << bit;
                }
            }
        }

        Terms<Trait> terms() {
            return words.ofBits(low, high);
        }
    }
}
