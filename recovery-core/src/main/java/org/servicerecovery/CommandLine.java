package org.servicerecovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Engine;

/** The way of one command: load, assess, decide, walk, append, tell. */
final class CommandLine {
    static final int ANY_VERSION = -1;
    private static final int MOST_RACES = 1_000;

    private final Playbook playbook;
    private final CaseStore store;
    private final Engine engine;
    private final Assessing assessing;
    private final Deliveries deliveries;
    private final InstantSource clock;

    CommandLine(Playbook playbook, CaseStore store, Engine engine, Assessing assessing, Deliveries deliveries, InstantSource clock) {
        this.playbook = playbook;
        this.store = store;
        this.engine = engine;
        this.assessing = assessing;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    RecoveryCase load(String caseId) {
        return store.load(Objects.requireNonNull(caseId, "caseId")).orElseThrow(() -> new UnknownCaseException(caseId));
    }

    Decision begin(String caseId, Command command, Step first) {
        Objects.requireNonNull(command, "command");
        if (command.actions().get(0).step() != first) {
            throw new InvalidInputException("Case " + caseId + " must begin with " + first + ", but the command begins with "
                + command.actions().get(0).step() + ".");
        }
        RecoveryCase blank = RecoveryCase.blank(caseId, playbook.id(), playbook.vocabulary(), command.actions().get(0));
        Optional<RecoveryCase> there = store.load(caseId);
        if (there.isPresent()) {
            return repeated(there.get(), command).orElseThrow(() -> new ConflictException("There is a case " + caseId
                + " already. Choose another id, or perform the command on that case."));
        }
        Decision decision = decide(blank, command);
        if (decision instanceof Permitted permitted && !write(permitted)) {
            return begin(caseId, command, first);
        }
        return decision;
    }

    Decision perform(String caseId, Command command, int expected) {
        Objects.requireNonNull(command, "command");
        for (int race = 0; race < MOST_RACES; race++) {
            RecoveryCase seen = load(caseId);
            Optional<Decision> before = repeated(seen, command);
            if (before.isPresent()) {
                return before.get();
            }
            if (expected != ANY_VERSION && seen.version() != expected) {
                throw new ConflictException("Case " + caseId + " is at version " + seen.version() + " by now, but the command was meant for version "
                    + expected + ". Look at what happened since, and decide again.");
            }
            Decision decision = decide(seen, command);
            if (!(decision instanceof Permitted permitted) || write(permitted)) {
                return decision;
            }
        }
        throw new ConflictException("Case " + caseId + " was changed by others " + MOST_RACES + " times while the command " + command.id()
            + " was decided. Try again later.");
    }

    Decision preview(String caseId, Command command) {
        RecoveryCase seen = load(caseId);
        return repeated(seen, Objects.requireNonNull(command, "command")).orElseGet(() -> decide(seen, command));
    }

    Decision merge(String duplicate, String original, Actor actor, String commandId) {
        RecoveryCase from = load(duplicate);
        load(original);
        // While the original is told, the duplicate may not change: the version that was read is the one that is merged.
        Command mark = new Command(commandId, actor, List.of(new HandOvers.Merge(original)), Optional.empty(), Set.of(), List.of(),
            Optional.empty(), Duration.ZERO);
        Optional<Decision> done = repeated(from, mark);
        if (done.isPresent()) {
            return done.get();
        }
        Decision mayMark = decide(from, mark);
        if (!mayMark.isPermitted()) {
            return mayMark;
        }
        Decision absorbed = repeatedById(original, commandId)
            .orElseGet(() -> perform(original, Command.does(actor, absorb(from)).identified(commandId), ANY_VERSION));
        return absorbed.isPermitted() ? perform(duplicate, mark, from.version()) : absorbed;
    }

    private static RecoveryAction absorb(RecoveryCase from) {
        List<Duty> duties = from.ledger().duties().stream().filter(duty -> duty.status().isOpen()).toList();
        List<Issue> issues = from.ledger().issues().stream().filter(Issue::open).toList();
        return new Duties.Absorb(from.id(), duties, issues);
    }

    private Decision decide(RecoveryCase seen, Command command) {
        Instant now = clock.instant();
        if (now.isBefore(seen.recordedAt())) {
            throw new ConflictException("The clock says " + now + ", but case " + seen.id() + " has an entry of " + seen.recordedAt()
                + ". Set the clock right; nothing was written.");
        }
        Instant occurredAt = command.occurredAt().orElse(now);
        InputChecks.command(playbook, command, occurredAt, now);
        if (seen.version() > 0 && occurredAt.isBefore(seen.data().openedAt())) {
            throw new InvalidInputException("Command " + command.id() + " is said to have occurred at " + occurredAt + ", before case " + seen.id()
                + " was opened at " + seen.data().openedAt() + ". Check the date.");
        }
        return Kernel.decide(playbook, seen, command.actions(), (later, action) -> {
            InputChecks.action(later, action, occurredAt);
            return assessing.attempt(later, command, action, occurredAt, now);
        });
    }

    private boolean write(Permitted permitted) {
        engine.walk(permitted.before(), permitted.events(), permitted.after());
        var told = deliveries.of(permitted.events());
        if (!store.append(permitted.before().version(), permitted.events(), permitted.after(), told)) {
            return false;
        }
        if (!told.isEmpty()) {
            deliveries.tell(permitted.after().id());
        }
        return true;
    }

    private Optional<Decision> repeated(RecoveryCase seen, Command command) {
        List<CaseEvent> events = store.command(seen.id(), command.id());
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
        return Optional.of(outcome(seen.id(), events));
    }

    private Optional<Decision> repeatedById(String caseId, String commandId) {
        List<CaseEvent> events = store.command(caseId, commandId);
        return events.isEmpty() ? Optional.empty() : Optional.of(outcome(caseId, events));
    }

    private Repeated outcome(String caseId, List<CaseEvent> events) {
        List<CaseEvent> history = store.history(caseId);
        RecoveryCase before = RecoveryCase.blank(caseId, playbook.id(), playbook.vocabulary(), history.get(0).action());
        for (CaseEvent event : history) {
            if (event.sequence() == events.get(0).sequence()) {
                break;
            }
            before = Kernel.evolve(before, event);
        }
        return Kernel.repeated(playbook, before, events);
    }
}
