package org.servicerecovery.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/** One command's outcome, made by hand: a store asks no playbook whether what it is given could have happened. */
final class Draft {
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    static final Fact CHECKED = Fact.named("CARRIER_CHECKED");
    static final Fact ASKED = Fact.named("CARRIER_ASKED");
    static final Trait DEAR = Trait.named("HIGH_VALUE");
    static final Vocabulary WORDS = new Vocabulary(List.of(CHECKED, ASKED), List.of(DEAR));
    private static final PlaybookId PLAYBOOK = new PlaybookId("the store's contract", "1-\u00e4", "0123456789abcdef".repeat(4));

    private final Loaded before;
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private String command;
    private Actor actor = Actor.agent("anna");
    private Instant at = NOW;
    private RecoveryCase after;

    private Draft(Loaded before) {
        this.before = before;
        after = before.snapshot();
        command = "command " + (after.version() + 1);
    }

    /** A case that is to be begun, opened for a customer. */
    static Draft of(String caseId) {
        return of(caseId, NOW, "customer", Priority.NORMAL, "");
    }

    static Draft of(String caseId, Instant at, String customer, Priority priority, String team) {
        Draft draft = new Draft(Loaded.none(RecoveryCase.blank(caseId, PLAYBOOK, WORDS)));
        draft.at = at;
        return draft.does(new Actions.Open(customer, "the parcel never came", Channel.EMAIL, priority, team));
    }

    /** What comes next on a case as it is now. */
    static Draft on(CaseStore store, String caseId) {
        Loaded loaded = store.load(caseId, "what nobody did").orElseThrow(() -> new AssertionError("There is no case " + caseId + "."));
        return new Draft(loaded.with(loaded.snapshot().in(WORDS)));
    }

    /** All of it is this command's, also what was drafted before. */
    Draft command(String id) {
        command = id;
        List<CaseEvent> drafted = List.copyOf(events);
        events.clear();
        after = before.snapshot();
        for (CaseEvent one : drafted) {
            keep(new CaseEvent(one.caseId(), one.sequence(), id, one.actor(), one.occurredAt(), one.recordedAt(), one.playbook(), one.action(),
                one.message(), one.spent(), one.row(), one.from(), one.to(), one.sets(), one.clears(), one.traits(), one.attested(), one.shown(),
                one.waivers(), one.advised(), one.shadowed(), one.clocks()));
        }
        return this;
    }

    Draft by(String who) {
        actor = Actor.agent(who);
        return this;
    }

    Draft at(Instant when) {
        at = when;
        return this;
    }

    Draft does(RecoveryAction... actions) {
        for (RecoveryAction action : actions) {
            add(action, after.state(), ClockChanges.NONE);
        }
        return this;
    }

    /** So many notes. */
    Draft notes(int number) {
        for (int i = 0; i < number; i++) {
            does(new Act(Step.RECORD_STORY, "note " + (after.version() + 1)));
        }
        return this;
    }

    Draft to(RecoveryState state) {
        return add(new Act(Step.RECORD_STORY, "it goes on"), state, ClockChanges.NONE);
    }

    /** Its only clock rings then; {@link Instant#MAX} for a clock that has nothing more to say. */
    Draft due(Instant when) {
        RunningDeadline clock = new RunningDeadline("answer", 0, NOW.minusSeconds(1), NOW.plusSeconds(7), 0, when);
        return add(new Act(Step.RECORD_STORY, "a clock"), after.state(), new ClockChanges(List.of(clock), List.of(), List.of()));
    }

    /** With everything that an event can have, in words that formats like to lose. */
    Draft full(RecoveryAction action, String line, String text) {
        Instant nanos = NOW.plusNanos(123_456_789);
        RunningDeadline paused = new RunningDeadline("promise", 1, nanos.minusNanos(1), NOW.plusSeconds(99), 3, Instant.MAX,
            Optional.of(nanos));
        RunningDeadline running = new RunningDeadline("answer", 0, NOW, nanos.plusSeconds(60), 1, nanos.plusSeconds(30));
        RunningDeadline stopped = new RunningDeadline("recovery", -3, NOW, nanos, 2, Instant.MAX);
        List<Waiver> waivers = List.of(new Waiver("no-blame", Actor.supervisor(line), line),
            new Waiver("no-haste", Actor.bot("b"), "again"));
        Actor macro = new Actor(line, Actor.Kind.MACRO, Set.of("supervisor", "billing \u00e4"));
        CaseEvent event = new CaseEvent(after.id(), after.version() + 1, command, macro, nanos, nanos.plusNanos(1), PLAYBOOK, action, Optional.of(new Message(Channel.CHAT, text)),
            Duration.ofSeconds(61, 999_999_999), "row \u00e4", after.state(), RecoveryState.LISTENING, WORDS.facts().of(List.of(CHECKED)),
            WORDS.facts().of(List.of(ASKED)), WORDS.traits().of(List.of(DEAR, Traits.BY_PERSON, Traits.ATTENTIVE)),
            WORDS.traits().of(List.of(DEAR, Traits.ATTENTIVE)), WORDS.traits().of(List.of(Traits.BY_PERSON)), waivers, List.of("advised-1", "advised-2"), List.of("shadowed"),
            new ClockChanges(List.of(running, paused), List.of(stopped), List.of("recovery")));
        return keep(event);
    }

    private Draft add(RecoveryAction action, RecoveryState to, ClockChanges clocks) {
        CaseEvent event = new CaseEvent(after.id(), after.version() + 1, command, actor, at, at, PLAYBOOK, action, Optional.empty(),
            Duration.ZERO, "row", after.state(), to, WORDS.facts().none(), WORDS.facts().none(), WORDS.traits().none(), WORDS.traits().none(),
            List.of(), List.of(), List.of(), clocks);
        return keep(event);
    }

    private Draft keep(CaseEvent event) {
        events.add(event);
        after = after.after(event);
        return this;
    }

    /** These hooks are told of every event so far. */
    Draft telling(String... hooks) {
        for (CaseEvent event : events) {
            for (String hook : hooks) {
                deliveries.add(new Delivery(hook, event));
            }
        }
        return this;
    }

    boolean appendTo(CaseStore store) {
        return store.append(before, events, after, deliveries);
    }

    /** Where nothing speaks against it. */
    Draft keptIn(CaseStore store) {
        if (!appendTo(store)) {
            throw new AssertionError("Case " + after.id() + " could not be written from version " + before.snapshot().version()
                + " on, and nobody else writes it.");
        }
        return this;
    }

    List<CaseEvent> events() {
        return events;
    }

    RecoveryCase after() {
        return after;
    }
}
