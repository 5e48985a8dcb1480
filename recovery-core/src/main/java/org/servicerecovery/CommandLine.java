package org.servicerecovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spi.Loaded;
import org.servicerecovery.verify.Planner;

/** The way of one command: load, assess, decide, walk, append, tell. */
final class CommandLine {
    static final int ANY_VERSION = -1;
    private static final int MOST_RACES = 1_000;

    private final Versions versions;
    private final CaseStore store;
    private final Engine engine;
    private final Assessing assessing;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final Observers observers;

    CommandLine(Versions versions, CaseStore store, Engine engine, Assessing assessing, Deliveries deliveries, InstantSource clock,
                Observers observers) {
        this.versions = versions;
        this.store = store;
        this.engine = engine;
        this.assessing = assessing;
        this.deliveries = deliveries;
        this.clock = clock;
        this.observers = observers;
    }

    /** In the vocabulary of its own playbook. */
    RecoveryCase load(String caseId) {
        RecoveryCase seen = store.load(Objects.requireNonNull(caseId, "caseId")).orElseThrow(() -> new UnknownCaseException(caseId));
        return seen.in(versions.of(seen).vocabulary());
    }

    private Loaded load(String caseId, String commandId) {
        return store.load(Objects.requireNonNull(caseId, "caseId"), commandId).map(this::known).orElseThrow(() -> new UnknownCaseException(caseId));
    }

    private Loaded known(Loaded loaded) {
        return loaded.with(loaded.snapshot().in(versions.of(loaded.snapshot()).vocabulary()));
    }

    Decision begin(String caseId, Command command, Step first) {
        Objects.requireNonNull(command, "command");
        return observers.around(caseId, command, () -> begun(caseId, command, first));
    }

    private Decision begun(String caseId, Command command, Step first) {
        InputChecks.fromOutside(command);
        if (command.actions().get(0).step() != first) {
            throw new InvalidInputException("Case " + caseId + " must begin with " + first + ", but the command begins with "
                + command.actions().get(0).step() + ".");
        }
        Playbook playbook = versions.current();
        Loaded none = Loaded.none(RecoveryCase.blank(caseId, playbook.id(), playbook.vocabulary(), command.actions().get(0)));
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Loaded> there = store.load(caseId, command.id()).map(this::known);
            if (there.isPresent()) {
                return repeated(there.get(), command).orElseThrow(() -> new ConflictException("There is a case " + caseId
                    + " already. Choose another id, or perform the command on that case."));
            }
            Decision decision = decide(none.snapshot(), command);
            if (!(decision instanceof Permitted permitted) || write(none, permitted)) {
                return decision;
            }
        }
        throw races(caseId, command);
    }

    Decision perform(String caseId, Command command, int expected) {
        Objects.requireNonNull(command, "command");
        return observers.around(caseId, command, () -> {
            InputChecks.fromOutside(command);
            return performed(caseId, command, expected);
        });
    }

    private Decision performed(String caseId, Command command, int expected) {
        for (int race = 0; race < MOST_RACES; race++) {
            Loaded loaded = load(caseId, command.id());
            RecoveryCase seen = loaded.snapshot();
            Optional<Decision> before = repeated(loaded, command);
            if (before.isPresent()) {
                return before.get();
            }
            if (expected != ANY_VERSION && seen.version() != expected) {
                throw new ConflictException("Case " + caseId + " is at version " + seen.version() + " by now, but the command was meant for version "
                    + expected + ". Look at what happened since, and decide again.");
            }
            Decision decision = decide(seen, command);
            if (!(decision instanceof Permitted permitted) || write(loaded, permitted)) {
                return decision;
            }
        }
        throw races(caseId, command);
    }

    /** Does it if the case is still as it was seen and nobody did it before; otherwise it was not done, and the case is to be looked at again. */
    boolean performAt(RecoveryCase seen, Command command) {
        Loaded loaded = load(seen.id(), command.id());
        if (!loaded.done().isEmpty() || loaded.snapshot().version() != seen.version()) {
            return false;
        }
        return observers.around(seen.id(), command, () -> decide(loaded.snapshot(), command).orThrow() instanceof Permitted permitted
            && write(loaded, permitted) ? permitted : null) != null;
    }

    private static ConflictException races(String caseId, Command command) {
        return new ConflictException("Case " + caseId + " was changed by others " + MOST_RACES + " times while the command " + command.id()
            + " was decided. Try again later.");
    }

    Decision preview(String caseId, Command command) {
        Loaded loaded = load(caseId, Objects.requireNonNull(command, "command").id());
        return repeated(loaded, command).orElseGet(() -> decide(loaded.snapshot(), command));
    }

    Decision merge(String duplicate, String original, Actor actor, String commandId) {
        Command mark = new Command(commandId, actor, List.of(new HandOvers.Merge(original)), Optional.empty(), Set.of(), List.of(),
            Optional.empty(), Duration.ZERO);
        return observers.around(duplicate, mark, () -> merged(duplicate, original, mark));
    }

    private Decision merged(String duplicate, String original, Command mark) {
        String commandId = mark.id();
        // While the original is told, the duplicate may not change: the version that was read is the one that is merged.
        Loaded loaded = load(duplicate, commandId);
        RecoveryCase from = loaded.snapshot();
        load(original);
        Optional<Decision> done = repeated(loaded, mark);
        if (done.isPresent()) {
            return done.get();
        }
        Decision mayMark = decide(from, mark);
        if (!mayMark.isPermitted()) {
            return mayMark;
        }
        Command absorb = Command.does(mark.actor(), absorb(from)).identified(commandId);
        Decision absorbed = observers.around(original, absorb,
            () -> repeatedById(original, commandId).orElseGet(() -> performed(original, absorb, ANY_VERSION)));
        return absorbed.isPermitted() ? performed(duplicate, mark, from.version()) : absorbed;
    }

    private static RecoveryAction absorb(RecoveryCase from) {
        List<Duty> duties = from.ledger().duties().stream().filter(duty -> duty.status().isOpen()).toList();
        List<Issue> issues = from.ledger().issues().stream().filter(Issue::open).toList();
        return new Duties.Absorb(from.id(), duties, issues);
    }

    Migration previewMigration(String caseId) {
        RecoveryCase seen = store.load(Objects.requireNonNull(caseId, "caseId")).orElseThrow(() -> new UnknownCaseException(caseId));
        Playbook playbook = versions.current();
        if (seen.playbook().equals(playbook.id())) {
            throw new InvalidInputException("Case " + caseId + " is on playbook " + playbook.id() + " already. There is nothing to migrate.");
        }
        // What was appended since is not judged: the preview is of one version.
        List<CaseEvent> history = store.history(caseId).subList(0, seen.version());
        Command command = migrating(seen.playbook(), Actor.SYSTEM, "preview", "preview");
        Permitted migrated = Kernel.migrated(playbook, seen, command, now(seen));
        return new Migration(migrated, Kernel.objections(playbook, history, assessing.authority()),
            Planner.of(playbook).plan(migrated.after()));
    }

    Decision migrate(Migration previewed, Actor actor, String reason, String commandId) {
        Command command = migrating(Objects.requireNonNull(previewed, "previewed").from(), actor, reason, commandId);
        return observers.around(previewed.caseId(), command, () -> migrated(previewed, command));
    }

    private Decision migrated(Migration previewed, Command command) {
        String caseId = previewed.caseId();
        for (int race = 0; race < MOST_RACES; race++) {
            // As it is stored: of the old playbook nothing is needed, and perhaps nothing is known.
            Loaded loaded = store.load(caseId, command.id()).orElseThrow(() -> new UnknownCaseException(caseId));
            RecoveryCase seen = loaded.snapshot();
            Optional<Decision> before = repeated(loaded, command);
            if (before.isPresent()) {
                return before.get();
            }
            if (seen.version() != previewed.version() || !seen.playbook().equals(previewed.from()) || !versions.current().id().equals(previewed.to())) {
                throw new ConflictException("The migration of case " + caseId + " was previewed at version " + previewed.version() + " from playbook "
                    + previewed.from() + " to " + previewed.to() + ", but the case is at version " + seen.version() + " on " + seen.playbook()
                    + " and the desk's playbook is " + versions.current().id() + ". Preview it again.");
            }
            Permitted migrated = Kernel.migrated(versions.current(), seen, command, now(seen));
            // No row is taken, so there is nothing for the engine to walk.
            if (append(loaded, migrated)) {
                return migrated;
            }
        }
        throw races(caseId, command);
    }

    private static Command migrating(PlaybookId from, Actor actor, String reason, String commandId) {
        return Command.does(actor, new Actions.Migrate(from, reason)).identified(commandId);
    }

    /** Of a case that is kept elsewhere: its past comes with it. */
    Decision judge(RecoveryCase kept, List<CaseEvent> past, Command command, List<RecoveryAction> actions) {
        RecoveryCase seen = kept.in(versions.of(kept).vocabulary());
        return decide(seen, () -> past, command, actions);
    }

    private Decision decide(RecoveryCase seen, Command command) {
        return decide(seen, () -> store.history(seen.id()), command, command.actions());
    }

    private Decision decide(RecoveryCase seen, Supplier<List<CaseEvent>> past, Command command, List<RecoveryAction> actions) {
        Instant now = now(seen);
        Instant occurredAt = command.occurredAt().orElse(now);
        Playbook playbook = versions.of(seen);
        InputChecks.command(playbook, command, occurredAt, now);
        if (seen.version() > 0 && occurredAt.isBefore(seen.data().openedAt())) {
            throw new InvalidInputException("Command " + command.id() + " is said to have occurred at " + occurredAt + ", before case " + seen.id()
                + " was opened at " + seen.data().openedAt() + ". Check the date.");
        }
        return Kernel.decide(playbook, seen, actions, (later, action) -> {
            InputChecks.action(later, action, occurredAt);
            return assessing.attempt(playbook, later, past, command, action, occurredAt, now);
        });
    }

    /** Never before what is on record. */
    private Instant now(RecoveryCase seen) {
        Instant now = clock.instant();
        if (now.isBefore(seen.recordedAt())) {
            throw new ConflictException("The clock says " + now + ", but case " + seen.id() + " has an entry of " + seen.recordedAt()
                + ". Set the clock right; nothing was written.");
        }
        return now;
    }

    boolean write(Loaded before, Permitted permitted) {
        engine.walk(permitted.before(), permitted.events(), permitted.after());
        return append(before, permitted);
    }

    private boolean append(Loaded before, Permitted permitted) {
        List<Delivery> told = deliveries.of(permitted.events());
        if (!store.append(before, permitted.events(), permitted.after(), told)) {
            return false;
        }
        if (!told.isEmpty()) {
            store.afterCommit(() -> deliveries.tell(told));
        }
        return true;
    }

    private Optional<Decision> repeated(Loaded loaded, Command command) {
        RecoveryCase seen = loaded.snapshot();
        List<CaseEvent> events = loaded.done();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        CaseEvent first = events.get(0);
        boolean same = first.actor().equals(command.actor()) && first.message().equals(command.message())
            && events.stream().map(CaseEvent::action).toList().equals(command.actions())
            && first.attested().equals(command.attested())
            && events.stream().allMatch(event -> command.waivers().containsAll(event.waivers())) && first.spent().equals(command.spent())
            && command.occurredAt().filter(when -> !when.equals(first.occurredAt())).isEmpty();
        if (!same) {
            throw new ConflictException("Command id " + command.id() + " was used on case " + seen.id() + " for something else: "
                + events.stream().map(CaseEvent::step).toList() + " by " + first.actor().id()
                + first.message().map(Message::channel).map(channel -> " on " + channel).orElse("") + ". Give every command an id of its own.");
        }
        return Optional.of(outcome(seen, events));
    }

    private Optional<Decision> repeatedById(String caseId, String commandId) {
        Loaded loaded = load(caseId, commandId);
        return loaded.done().isEmpty() ? Optional.empty() : Optional.of(outcome(loaded.snapshot(), loaded.done()));
    }

    private Repeated outcome(RecoveryCase seen, List<CaseEvent> events) {
        CaseEvent first = events.get(0);
        // As its events tell it: what was done before a migration may name facts that the present playbook does not have.
        RecoveryCase before = RecoveryCase.stages(store.history(seen.id())).get(first.sequence() - 1);
        Playbook judge = versions.find(first.playbook());
        return judge == null ? Kernel.repeated(before, events) : Kernel.repeated(judge, before, events);
    }
}
