package org.servicerecovery.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbook.Playbook;

/**
 * Makes a case that stands in a given state with given facts, without playing how it came there: as if it had been so. The
 * ledger and the case's data agree with the facts, so that assessors find what they would find.
 */
final class CaseMaker {
    private final Playbook playbook;
    private final String id;
    private final Instant at;
    private final List<CaseEvent> events = new ArrayList<>();
    private RecoveryCase made;

    private CaseMaker(Playbook playbook, String id, Instant at) {
        this.playbook = playbook;
        this.id = id;
        this.at = at;
        this.made = RecoveryCase.blank(id, playbook.id(), playbook.vocabulary());
    }

    /** The events of such a case, in order; the clocks of a made case do not run. */
    static List<CaseEvent> events(Playbook playbook, String id, Instant at, RecoveryState state, Collection<Fact> facts) {
        CaseMaker maker = new CaseMaker(playbook, id, at);
        maker.open(state, facts);
        maker.data(facts);
        return maker.events;
    }

    static RecoveryCase fold(Playbook playbook, String id, List<CaseEvent> events) {
        RecoveryCase made = RecoveryCase.blank(id, playbook.id(), playbook.vocabulary());
        for (CaseEvent event : events) {
            made = made.after(event);
        }
        return made;
    }

    private void open(RecoveryState state, Collection<Fact> facts) {
        Set<Fact> all = new LinkedHashSet<>(facts);
        add(new Actions.Open(RecoveryFixture.CUSTOMER, "what went wrong", facts.contains(Facts.CAME_BY_EMAIL) ? Channel.EMAIL : Channel.PORTAL,
            Priority.NORMAL, ""), RecoveryFixture.OWNER, state, all);
    }

    /** Each fact about the ledger or the data comes with the action that makes ledger and data agree. */
    private void data(Collection<Fact> facts) {
        if (facts.contains(Facts.OWNER_NAMED)) {
            again(new Act(Step.TAKE_OWNERSHIP, ""), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.CONTACT_OPEN)) {
            again(new Actions.BeginContact(Channel.PHONE), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.APOLOGY_GIVEN)) {
            again(new Act(Step.APOLOGISE, ""), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.MOOD_HOT)) {
            again(new Actions.ReportMood(Mood.IRATE), RecoveryFixture.OWNER);
        } else if (facts.contains(Facts.MOOD_READ)) {
            again(new Actions.ReportMood(Mood.CALM), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.TRANSFER_REQUESTED)) {
            again(new HandOvers.HandOver(Step.REQUEST_TRANSFER, RecoveryFixture.RECEIVER.id(), ""), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.RECEIVER_ACCEPTED)) {
            again(new Act(Step.ACCEPT_CASE, ""), RecoveryFixture.RECEIVER);
        }
        if (facts.contains(Facts.MERGED)) {
            again(new HandOvers.Merge(RecoveryFixture.ORIGINAL), RecoveryFixture.OWNER);
        }
        ledger(facts);
    }

    private void ledger(Collection<Fact> facts) {
        if (facts.contains(Facts.ISSUE_OPEN)) {
            again(new Duties.Raise(Step.REPORT_ISSUE, "an issue"), RecoveryFixture.OWNER);
        }
        if (facts.contains(Facts.POINT_UNCLEAR)) {
            again(new Duties.Raise(Step.RAISE_UNCLEAR_POINT, "a point"), RecoveryFixture.OWNER);
        }
        Map<Step, Fact> duties = new EnumMap<>(Map.of(Step.MAKE_PROMISE, Facts.PROMISE_OPEN, Step.SCHEDULE_FOLLOW_UP, Facts.FOLLOW_UP_SET,
            Step.SCHEDULE_CHECK_BACK, Facts.CHECK_BACK_SET));
        duties.forEach((step, fact) -> {
            if (facts.contains(fact)) {
                again(new Duties.TakeOn(step, "", "what is owed", at.plus(RecoveryFixture.DUE)), RecoveryFixture.OWNER);
            }
        });
        if (facts.contains(Facts.BAD_NEWS_OWED) && facts.contains(Facts.PROMISE_OPEN)) {
            int promise = made.ledger().open(Duty.Kind.PROMISE).get(0).id();
            again(new Duties.Discharge(Step.REPORT_PROMISE_IN_DOUBT, promise, ""), RecoveryFixture.OWNER);
        }
    }

    private void again(RecoveryAction action, Actor actor) {
        add(action, actor, made.state(), Set.of());
    }

    private void add(RecoveryAction action, Actor actor, RecoveryState to, Set<Fact> sets) {
        Vocabulary words = playbook.vocabulary();
        Terms<Trait> none = words.traits().of(action instanceof Actions.Open ? List.of() : List.of(Traits.BY_PERSON));
        CaseEvent event = new CaseEvent(id, made.version() + 1, "given-" + (made.version() + 1), actor, at, at, playbook.id(), action,
            Optional.empty(), Duration.ZERO, "given", made.state(), to, words.facts().of(sets), words.facts().none(), none,
            words.traits().none(), List.of(), List.of(), List.of(), ClockChanges.NONE);
        events.add(event);
        made = made.after(event);
    }
}
