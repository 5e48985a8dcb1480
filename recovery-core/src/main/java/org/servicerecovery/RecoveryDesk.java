package org.servicerecovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.kernel.Offers;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.StandardAssessor;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.Planner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a host embeds: the one door through which everybody — agents, supervisors, bots, macros, administrators — does
 * something about a case. Safe for many threads; it has no thread of its own, and time comes from the clock that it was
 * given.
 *
 * <p>A refusal is a value ({@link Decision}). What throws: {@link UnknownCaseException}, {@link ConflictException},
 * {@link InvalidInputException} for input that no playbook could judge, and whatever the host's own
 * store, engine, authority, calendars or assessors throw. In every such case nothing was written.
 */
public final class RecoveryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveryDesk.class);

    private final Playbook playbook;
    private final Versions versions;
    private final StandardAssessor standard;
    private final CommandLine line;
    private final Ticking ticking;
    private final Deliveries deliveries;
    private final CaseStore store;
    private final List<String> toothless;

    RecoveryDesk(DeskBuilder builder) {
        playbook = builder.playbook;
        store = builder.store;
        standard = new StandardAssessor(builder.authority);
        List<Assessor> assessors = new ArrayList<>(builder.assessors);
        assessors.add(0, standard);
        versions = new Versions(playbook, builder.older);
        prepare(builder.engine, playbook);
        builder.older.forEach(older -> prepare(builder.engine, older));
        deliveries = new Deliveries(store, builder.hooks, builder.executor, builder.clock, builder.lease);
        Assessing assessing = new Assessing(assessors, builder.authority, store, builder.calendars);
        line = new CommandLine(versions, store, builder.engine, assessing, deliveries, builder.clock,
            new Observers(builder.observers));
        ticking = new Ticking(versions, store, line, deliveries, builder.clock, builder.lease);
        toothless = Toothless.guardrails(playbook, assessors);
        if (!toothless.isEmpty()) {
            LOG.info("No assessor finds what these guardrails of {} look for; they bite only on what a person attests, so give the desk an assessor"
                + " that does, or let your screens ask: {}", playbook.id(), toothless);
        }
    }

    private static void prepare(Engine engine, Playbook playbook) {
        engine.prepare(playbook.id(), playbook.definition().transitions());
    }

    /**
     * A desk that keeps its cases in memory, with the stock authority and the system's clock.
     *
     * @param playbook which procedure
     * @return a desk
     */
    public static RecoveryDesk inMemory(Playbook playbook) {
        return builder(playbook).build();
    }

    /**
     * Starts a desk that keeps its cases in memory until told otherwise.
     *
     * @param playbook which procedure
     * @return a builder
     */
    public static DeskBuilder builder(Playbook playbook) {
        return new DeskBuilder(playbook);
    }

    /**
     * The same desk, without saying each time who acts.
     *
     * @param actor who acts
     * @return a view; it keeps nothing
     */
    public ActingDesk as(Actor actor) {
        return new ActingDesk(this, actor);
    }

    /**
     * Opens a case. With further actions in the same command, such as the mood and the issues that the customer raised.
     *
     * @param caseId  the host's identifier, one line, at most 200 characters
     * @param command its first action is {@link Actions.Open}
     * @return the decision
     * @throws ConflictException if there is such a case already, unless by the same command
     */
    public Decision open(String caseId, Command command) {
        return line.begin(caseId, command, Step.OPEN);
    }

    /**
     * Takes over a ticket that is under way elsewhere.
     *
     * @param caseId  the host's identifier
     * @param command its first action is {@link Actions.Adopt}
     * @return the decision
     * @throws ConflictException if there is such a case already, unless by the same command
     */
    public Decision adopt(String caseId, Command command) {
        return line.begin(caseId, command, Step.ADOPT);
    }

    /**
     * Does what the command asks, or says why not. A lost race is decided again on the newer case.
     *
     * @param caseId  which case
     * @param command what is to be done
     * @return the decision; refused: nothing was written
     * @throws UnknownCaseException if there is no such case
     * @throws ConflictException    if the command's id was used for something else on this case, or the clock went back
     */
    public Decision perform(String caseId, Command command) {
        return perform(caseId, CommandLine.ANY_VERSION, command);
    }

    /**
     * Does what the command asks, if the case is still as the actor saw it.
     *
     * @param caseId  which case
     * @param version the {@link RecoveryCase#version()} that the actor saw
     * @param command what is to be done
     * @return the decision
     * @throws UnknownCaseException if there is no such case
     * @throws ConflictException    if the case has moved on meanwhile, the command's id was used for something else, or the clock
     *                              went back
     */
    public Decision perform(String caseId, int version, Command command) {
        return line.perform(caseId, command, version);
    }

    /**
     * What {@link #perform} would say, without doing anything.
     *
     * @param caseId  which case
     * @param command what might be done
     * @return the decision
     * @throws UnknownCaseException if there is no such case
     */
    public Decision preview(String caseId, Command command) {
        return line.preview(caseId, command);
    }

    /**
     * What this desk would say of a case that somebody else keeps: a state machine, another system. Nothing is read from the store and
     * nothing is written; whether the command was done before is not asked.
     *
     * @param seen    the case as it stands, {@link RecoveryCase#blank} before it is opened
     * @param past    its events in order, empty if they are not known: then no entry of it can be corrected
     * @param command who acts, with everything that is done and said at once
     * @param actions which actions of the command are to be judged, in order; the others count only for what the whole message says
     * @return the decision; permitted: with the events that would follow
     * @throws PlaybookMismatchException if this desk does not have the playbook that the case is on
     * @throws InvalidInputException     if the command makes no sense on the case, whatever the playbook says
     * @throws ConflictException         if the clock is behind the case's last entry
     */
    public Decision judge(RecoveryCase seen, List<CaseEvent> past, Command command, List<RecoveryAction> actions) {
        return line.judge(seen, List.copyOf(past), Objects.requireNonNull(command, "command"), List.copyOf(actions));
    }

    /**
     * What an actor may do now: every step of the playbook, open, open if, or closed with reasons.
     *
     * @param caseId which case
     * @param actor  who would act
     * @return in the order of the steps
     * @throws UnknownCaseException if there is no such case
     */
    public List<Offer> offers(String caseId, Actor actor) {
        RecoveryCase seen = line.load(caseId);
        return Offers.of(versions.of(seen), seen, standard.expect(seen, actor), standard.known());
    }

    /**
     * The shortest permitted way to a recovered customer. The first plan of a playbook may take a second or two, the next ones
     * less than a millisecond.
     *
     * @param caseId which case
     * @return the plan; it says so if the case is finished or lost
     * @throws UnknownCaseException if there is no such case
     */
    public Plan plan(String caseId) {
        RecoveryCase seen = line.load(caseId);
        return Planner.of(versions.of(seen)).plan(seen);
    }

    /**
     * The shortest permitted way to a state.
     *
     * @param caseId which case
     * @param goal   the state
     * @return the plan
     * @throws UnknownCaseException if there is no such case
     */
    public Plan plan(String caseId, RecoveryState goal) {
        RecoveryCase seen = line.load(caseId);
        return Planner.of(versions.of(seen)).plan(seen, goal);
    }

    /**
     * The shortest permitted way to facts, in whatever state.
     *
     * @param caseId which case
     * @param goal   what is to hold, all at once
     * @return the plan
     * @throws UnknownCaseException if there is no such case
     */
    public Plan plan(String caseId, Fact... goal) {
        RecoveryCase seen = line.load(caseId);
        return Planner.of(versions.of(seen)).plan(seen, goal);
    }

    /**
     * Merges a duplicate into the original: the original takes over its open duties and issues, and the duplicate refuses every
     * step from then on. Repeated with the same command id, it goes on where it was interrupted.
     *
     * @param duplicate which case ends
     * @param original  which case goes on
     * @param actor     who merges
     * @param commandId the host's id of this merge
     * @return the first refusal, or what happened to the duplicate
     * @throws UnknownCaseException if either case does not exist
     */
    public Decision merge(String duplicate, String original, Actor actor, String commandId) {
        return line.merge(duplicate, original, actor, commandId);
    }

    /**
     * What migrating a case to the playbook of this desk would mean, without doing anything. The playbook that the case is on is not
     * needed: the desk may never have had it, or have another table of the same name and version.
     *
     * @param caseId which case: under way, ended or merged
     * @return what the playbook of this desk says of the case's past, what the case would lose, and how it could go on
     * @throws UnknownCaseException  if there is no such case
     * @throws InvalidInputException if the case is on the playbook of this desk already
     * @throws ConflictException     if the clock went back
     */
    public Migration previewMigration(String caseId) {
        return line.previewMigration(caseId);
    }

    /**
     * Has a case go on under the playbook of this desk, in spite of the objections that were previewed: whether that is right is for the
     * caller to decide. One event is written, {@link Step#MIGRATE}; it cannot be corrected. The case keeps its state, its duties and its
     * facts, but for {@link Migration#dropped()}; of its clocks {@link Migration#stopped()} stop, the others keep their instants, and none
     * is started. What was done before stays as it was judged. Repeated with the same command id, it answers as the first time.
     *
     * @param previewed from {@link #previewMigration}
     * @param actor     who migrates
     * @param reason    why, not blank
     * @param commandId the host's id of this migration
     * @return what happened, never a refusal
     * @throws UnknownCaseException  if there is no such case
     * @throws InvalidInputException if the reason is blank or the id is not one line
     * @throws ConflictException     if the case has moved on since, the preview is of another playbook than this desk's, the command's id
     *                               was used for something else, or the clock went back
     */
    public Decision migrate(Migration previewed, Actor actor, String reason, String commandId) {
        return line.migrate(previewed, actor, reason, commandId);
    }

    /**
     * The case as it stands.
     *
     * @param caseId which
     * @return empty if there is none
     */
    public Optional<RecoveryCase> find(String caseId) {
        return store.load(Objects.requireNonNull(caseId, "caseId"));
    }

    /**
     * Everything that happened.
     *
     * @param caseId which case
     * @return in order
     * @throws UnknownCaseException if there is no such case
     */
    public List<CaseEvent> history(String caseId) {
        List<CaseEvent> events = store.history(Objects.requireNonNull(caseId, "caseId"));
        if (events.isEmpty()) {
            throw new UnknownCaseException(caseId);
        }
        return events;
    }

    /**
     * The case as it stood.
     *
     * @param caseId which case
     * @param moment events recorded later are left out
     * @return a snapshot, of version 0 if nothing had been recorded by then
     * @throws UnknownCaseException if there is no such case
     */
    public RecoveryCase asOf(String caseId, Instant moment) {
        List<CaseEvent> until = new ArrayList<>();
        for (CaseEvent event : history(caseId)) {
            if (event.recordedAt().isAfter(moment)) {
                break;
            }
            until.add(event);
        }
        return until.isEmpty() ? RecoveryCase.blank(caseId, playbook.id(), playbook.vocabulary()) : RecoveryCase.replayed(until);
    }

    /**
     * Reports what fell due, and tells hooks what they have not heard yet. The host's scheduler calls it, as often as it likes.
     *
     * @param limit at most how many cases at once
     * @return what was done
     */
    public TickReport tick(int limit) {
        return ticking.tick(limit);
    }

    /**
     * Reports what fell due in at most 1,000 cases.
     *
     * @return what was done
     */
    public TickReport tick() {
        return tick(1_000);
    }

    /**
     * The guardrails that can bite only on what a person attests, because no assessor finds what they look for.
     *
     * @return ids, in the order of the playbook
     */
    public List<String> toothless() {
        return toothless;
    }

    /**
     * How often a hook failed since this desk was built.
     *
     * @return 0 or more
     */
    public long hookFailures() {
        return deliveries.failures();
    }

    /**
     * What hooks failed to be told so often that nobody tries again until {@link #release} or {@link #discard}.
     *
     * @param limit at most how many, 1 or more
     * @return by case, sequence and hook
     */
    public List<Delivery> deadLetters(int limit) {
        return store.deadLetters(limit);
    }

    /**
     * Has a dead letter tried again, at the next tick, and with it what waits behind it.
     *
     * @param letter one of {@link #deadLetters}
     */
    public void release(Delivery letter) {
        store.retry(letter.released());
    }

    /**
     * Gives up a dead letter: its hook is never told of it, and goes on with what waits behind it.
     *
     * @param letter one of {@link #deadLetters}
     */
    public void discard(Delivery letter) {
        store.delivered(letter);
    }

    /**
     * The procedure of this desk, by which new cases are opened.
     *
     * @return never null
     */
    public Playbook playbook() {
        return playbook;
    }
}
