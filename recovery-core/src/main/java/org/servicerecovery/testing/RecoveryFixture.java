package org.servicerecovery.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Attempt;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.spi.Calendars;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.spi.Loaded;

/**
 * Tests of a workflow, in any test framework or none: given a history, when an action is attempted or time passes, then it is
 * permitted, refused by these rules, advised or escalated. A failed expectation throws an {@link AssertionError} that prints
 * the history and every reason.
 *
 * <pre>{@code
 * RecoveryFixture.on(Playbooks.standard())
 *     .givenCaseReadyFor(Step.TRANSFER).without(Facts.RECEIVER_BRIEFED)
 *     .whenAttempted(RecoveryAction.transfer("receiver"))
 *     .thenRefusedByExactly("no-plain-transfer");
 * }</pre>
 *
 * <p>Not for use by several threads.
 */
public final class RecoveryFixture {
    /** The case under test. */
    public static final String CASE = "case";
    /** Whose case it is. */
    public static final String CUSTOMER = "customer";
    /** Into which a merged case went. */
    public static final String ORIGINAL = "original";
    /** Who owns the case and acts, unless told otherwise. */
    public static final Actor OWNER = Actor.agent("owner");
    /** Whom the owner asks to take over. */
    public static final Actor RECEIVER = Actor.agent("receiver");
    /** After which time the duties of a given case fall due. */
    public static final Duration DUE = Duration.ofDays(2);
    /** When it all begins. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Playbook playbook;
    private final SettableClock clock = new SettableClock(START);
    private final InMemoryCaseStore store = new InMemoryCaseStore();
    private final List<CaseEvent> heard = new CopyOnWriteArrayList<>();
    private final RecoveryDesk desk;
    private final Calendars calendars;
    private RecoveryState state = RecoveryState.AWAITING;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<Trait> expected = new LinkedHashSet<>();
    private boolean begun;

    private RecoveryFixture(Playbook playbook, List<BusinessCalendar> calendars) {
        this.playbook = Objects.requireNonNull(playbook, "playbook");
        DeskBuilder builder = RecoveryDesk.builder(playbook);
        Calendars all = Calendars.ELAPSED;
        for (BusinessCalendar calendar : calendars) {
            builder.calendar(calendar);
            all = all.with(calendar);
        }
        this.calendars = all;
        this.desk = builder.store(store).clock(clock).hook(new EscalationHook() {
            @Override
            public String name() {
                return "fixture";
            }

            @Override
            public void deliver(Delivery delivery) {
                heard.add(delivery.event());
            }
        }).build();
    }

    /**
     * Starts a test.
     *
     * @param playbook  the procedure under test
     * @param calendars those by which its deadlines count, if not all count elapsed time
     * @return a fixture without a case
     * @throws InvalidInputException if a deadline counts by a calendar that is not given, or two have one name
     */
    public static RecoveryFixture on(Playbook playbook, BusinessCalendar... calendars) {
        return new RecoveryFixture(playbook, List.of(calendars));
    }

    /**
     * A case that stands in a state, as if it had been brought there, with these facts and no others.
     *
     * @param where the state
     * @param given the facts; OPENED is always among them
     * @return this
     */
    public RecoveryFixture givenCase(RecoveryState where, Fact... given) {
        state = where;
        facts.clear();
        facts.add(Facts.OPENED);
        facts.addAll(List.of(given));
        return this;
    }

    /**
     * A case on which a step would be permitted, if its particulars are right: it has the facts that rows and guardrails ask
     * for and no others.
     *
     * @param step which step
     * @return this
     * @throws IllegalArgumentException if the playbook has no such step
     */
    public RecoveryFixture givenCaseReadyFor(Step step) {
        Readiness ready = Readiness.of(playbook, step);
        state = ready.state();
        facts.clear();
        facts.add(Facts.OPENED);
        facts.addAll(ready.facts());
        expected.addAll(ready.traits());
        return this;
    }

    /**
     * With these facts besides.
     *
     * @param more which
     * @return this
     */
    public RecoveryFixture with(Fact... more) {
        facts.addAll(List.of(more));
        return this;
    }

    /**
     * Without these facts.
     *
     * @param less which
     * @return this
     */
    public RecoveryFixture without(Fact... less) {
        Arrays.asList(less).forEach(facts::remove);
        return this;
    }

    /**
     * A real history, played on the desk: each command must be permitted. The first one opens or adopts the case.
     *
     * @param commands in order
     * @return this
     * @throws AssertionError if one is refused
     */
    public RecoveryFixture givenHistory(Command... commands) {
        for (Command command : commands) {
            Decision decision = desk.find(CASE).isPresent() ? desk.perform(CASE, command) : switch (command.actions().get(0).step()) {
                case ADOPT -> desk.adopt(CASE, command);
                default -> desk.open(CASE, command);
            };
            begun = true;
            if (!decision.isPermitted()) {
                throw new AssertionError("The given history is not permitted:\n" + told(decision));
            }
        }
        return this;
    }

    /**
     * When the owner attempts something, with exactly the traits that {@link #givenCaseReadyFor} found right; no assessor is
     * asked.
     *
     * @param action what
     * @return the outcome
     */
    public Outcome whenAttempted(RecoveryAction action) {
        return whenAttempted(action, expected);
    }

    /**
     * When the owner attempts something that has exactly these traits; no assessor is asked, and nothing is written.
     *
     * @param action what
     * @param traits what is true of it
     * @return the outcome
     */
    public Outcome whenAttempted(RecoveryAction action, Set<Trait> traits) {
        begin();
        Terms<Trait> all = playbook.vocabulary().traits().of(traits);
        Command command = Command.does(OWNER, action);
        RecoveryCase seen = desk.find(CASE).orElseThrow();
        Decision decision = Kernel.decide(playbook, seen, new Attempt(command, action, all, all.none(), all.none(),
            playbook.vocabulary().facts().none(), playbook.vocabulary().facts().none(), List.of(), List.of(), clock.instant(), clock.instant(),
            calendars));
        return new Outcome(this, decision);
    }

    /**
     * When a command is performed on the desk, with the library's assessors.
     *
     * @param command what
     * @return the outcome
     */
    public Outcome when(Command command) {
        begin();
        return new Outcome(this, desk.find(CASE).isPresent() ? desk.perform(CASE, command) : desk.open(CASE, command));
    }

    /**
     * When time passes and the desk ticks.
     *
     * @param time how much
     * @return the outcome
     */
    public Outcome whenPasses(Duration time) {
        begin();
        clock.advance(time);
        desk.tick();
        return new Outcome(this, null);
    }

    private void begin() {
        if (!begun && !facts.isEmpty()) {
            List<CaseEvent> events = CaseMaker.events(playbook, CASE, START, state, facts);
            store.append(Loaded.none(RecoveryCase.blank(CASE, playbook.id(), playbook.vocabulary())), events, CaseMaker.fold(playbook, CASE, events), List.of());
            begun = true;
        }
    }

    /**
     * The desk under test, for whatever this class has no words for.
     *
     * @return a desk in memory with {@link #clock()}
     */
    public RecoveryDesk desk() {
        begin();
        return desk;
    }

    /**
     * The clock of the desk.
     *
     * @return it stands until it is advanced
     */
    public SettableClock clock() {
        return clock;
    }

    List<CaseEvent> heard() {
        return heard;
    }

    String told(Decision decision) {
        StringBuilder text = new StringBuilder("History:\n");
        desk.find(CASE).ifPresent(seen -> {
            for (CaseEvent event : desk.history(CASE)) {
                text.append("  ").append(event.sequence()).append("  ").append(event.occurredAt()).append("  ").append(event.step()).append(" by ")
                    .append(event.actor().id()).append("  ").append(event.from()).append(" -> ").append(event.to()).append('\n');
            }
            text.append("Now: ").append(seen.state()).append(' ').append(new ArrayList<>(seen.facts())).append('\n');
        });
        if (decision != null) {
            text.append(decision.isPermitted() ? "Permitted.\n" : "Refused:\n");
            decision.reasons().forEach(reason -> text.append("  ").append(reason).append('\n'));
            decision.advice().forEach(reason -> text.append("  advice: ").append(reason.rule()).append('\n'));
        }
        return text.toString();
    }
}
