package org.servicerecovery.examples.walkthrough;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.examples.walkthrough.CaseFile.Entry;
import org.servicerecovery.examples.walkthrough.CaseFile.Expectation;
import org.servicerecovery.examples.walkthrough.CaseFile.Goal;
import org.servicerecovery.examples.walkthrough.CaseFile.Planned;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.verify.Plan;

/** Plays a case file on a desk whose clock follows the file. */
final class Player {
    /** Who hears of what falls due; each has a hook on the desk. */
    private static final List<String> AUDIENCES = List.of("holder", "owner", "team", "supervisor", "manager");

    private final CaseFile file;
    private final String id;
    private final Teller teller;
    private final RecoveryDesk desk;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Where the entry stands whose refusal left a label without a number. */
    private final Map<String, Place> unmade = new HashMap<>();
    private final Set<String> fellDue = new LinkedHashSet<>();
    private Instant now;

    private Player(CaseFile file, CaseStore store, String id, PrintStream out) {
        this.file = file;
        this.id = id;
        this.now = file.starts().toInstant();
        this.teller = new Teller(file, out);
        InstantSource clock = () -> now;
        DeskBuilder builder = RecoveryDesk.builder(file.playbook()).store(new OneCase(store, id)).clock(clock);
        AUDIENCES.forEach(audience -> builder.hook(new Inbox(audience, teller)));
        this.desk = builder.build();
    }

    /**
     * Plays it twice, the first time in silence and in memory: if the story names something that never came to be, nobody sees half of it,
     * and nothing is kept.
     *
     * @param file  what is to be played
     * @param store where the case is kept, beside others
     * @param id    of the case; none of the others has it
     * @param out   where it is told
     * @return what did not come as the file expects; empty if everything did
     * @throws CaseFileException if an entry cannot be judged at all
     */
    static Optional<String> play(CaseFile file, CaseStore store, String id, PrintStream out) {
        new Player(file, new InMemoryCaseStore(), id, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)).play();
        return new Player(file, store, id, out).play();
    }

    private Optional<String> play() {
        teller.begin();
        for (Entry entry : file.entries()) {
            fellDue.clear();
            advance(entry.at());
            entry.goal().ifPresent(goal -> teller.asked(entry, goal, plan(entry, goal)));
            Optional<String> failure = entry.goal().isPresent() ? Optional.empty() : entry.onlyTimePasses() ? waited(entry) : perform(entry);
            if (failure.isPresent()) {
                return failure;
            }
        }
        RecoveryCase end = desk.find(id).orElseThrow(() -> new CaseFileException(file.entries().get(0).place(),
            "The case was never opened, because this entry was refused. Mend it."));
        teller.end(end, now);
        if (!end.state().isEnd()) {
            teller.left(desk.plan(id));
        }
        return file.endsAs().filter(expected -> expected.state() != end.state())
            .map(expected -> expected.place() + ": The case was to end as " + expected.state() + ", but it is " + end.state() + ".");
    }

    /** Clocks strike at their own time: between two entries the desk is ticked whenever something falls due. */
    private void advance(Instant until) {
        Optional<Instant> next = nextDue(until);
        while (next.isPresent()) {
            now = next.get();
            int before = desk.history(id).size();
            TickReport report = desk.tick();
            if (!report.problems().isEmpty()) {
                throw new IllegalStateException("The clock could not strike: " + report.problems());
            }
            for (CaseEvent event : desk.history(id).subList(before, desk.history(id).size())) {
                Actions.Lapse lapse = (Actions.Lapse) event.action();
                fellDue.add(lapse.deadline());
                teller.fellDue(event, lapse, desk.find(id).orElseThrow());
            }
            next = nextDue(until);
        }
        now = until;
    }

    private Optional<Instant> nextDue(Instant until) {
        return desk.find(id).map(RecoveryCase::nextDue).filter(due -> !due.isAfter(until));
    }

    private Optional<String> waited(Entry entry) {
        teller.waited(entry);
        return entry.expects().filter(expected -> !met(expected, Optional.empty())).map(expected -> failure(expected,
            fellDue.isEmpty() ? "nothing fell due" : "what fell due was " + fellDue));
    }

    private Optional<String> perform(Entry entry) {
        teller.entry(entry);
        if (entry.acts().isEmpty()) {
            return entry.expects().filter(expected -> expected.kind() != Expectation.Kind.PERMITTED)
                .map(expected -> failure(expected, "nothing was attempted"));
        }
        Optional<RecoveryCase> before = desk.find(id);
        List<RecoveryAction> actions = actions(entry);
        teller.acts(entry, actions);
        Decision decision = decide(entry, actions);
        if (decision.isPermitted()) {
            List<CaseEvent> events = decision.events();
            for (int i = 0; i < events.size(); i++) {
                if (!entry.acts().get(i).label().isEmpty()) {
                    numbers.put(entry.acts().get(i).label(), events.get(i).sequence());
                }
            }
            teller.permitted(entry, decision, before, desk.find(id).orElseThrow());
        } else {
            entry.acts().stream().filter(act -> !act.label().isEmpty()).forEach(act -> unmade.put(act.label(), entry.place()));
            teller.refused(entry, decision, desk.find(id).map(seen -> desk.plan(id)));
        }
        return entry.expects().filter(expected -> !met(expected, Optional.of(decision)))
            .map(expected -> failure(expected, outcome(expected, decision)));
    }

    private Plan plan(Entry entry, Goal goal) {
        try {
            return goal.state().map(state -> desk.plan(id, state)).orElseGet(() -> desk.plan(id, goal.facts().toArray(Fact[]::new)));
        } catch (UnknownCaseException e) {
            throw neverOpened(entry);
        }
    }

    private static CaseFileException neverOpened(Entry entry) {
        return new CaseFileException(entry.place(), "There is no case, because the entry that opens it was refused. Mend that entry.");
    }

    private List<RecoveryAction> actions(Entry entry) {
        List<RecoveryAction> actions = new ArrayList<>();
        for (Planned act : entry.acts()) {
            actions.add(act.maker().make(label -> number(act, label)));
        }
        return actions;
    }

    private int number(Planned act, String label) {
        Integer number = numbers.get(label);
        if (number == null) {
            Place where = unmade.get(label);
            throw new CaseFileException(act.place(), where == null
                ? "\"" + label + "\" comes to be only in this very entry. Do what is about it in an entry of its own."
                : "\"" + label + "\" never came to be, because the entry at line " + where.line() + " was refused. Mend that entry, or leave"
                    + " this act out.");
        }
        return number;
    }

    private Decision decide(Entry entry, List<RecoveryAction> actions) {
        try {
            // Words of the customer are told, but are not words that the customer receives.
            Optional<Message> message = entry.who().equals(file.customer()) || entry.words().isEmpty() ? Optional.empty()
                : Optional.of(new Message(entry.channel().orElseThrow(), entry.words()));
            Command command = new Command("line " + entry.place().line(), entry.actor().orElseThrow(), actions, message, entry.attests(),
                entry.waivers(), Optional.empty(), entry.spent());
            return actions.get(0).step() == Step.OPEN ? desk.open(id, command) : desk.perform(id, command);
        } catch (InvalidInputException e) {
            throw new CaseFileException(entry.place(), "This entry cannot be played. " + e.getMessage());
        } catch (UnknownCaseException e) {
            throw neverOpened(entry);
        }
    }

    private boolean met(Expectation expected, Optional<Decision> decision) {
        return switch (expected.kind()) {
            case PERMITTED -> decision.isEmpty() || decision.get().isPermitted();
            case REFUSED -> decision.isPresent() && !decision.get().isPermitted();
            case REFUSED_BY -> decision.isPresent() && expected.ids().equals(Set.copyOf(decision.get().refusedBy()));
            case ADVISED_BY -> decision.isPresent() && decision.get().isPermitted() && expected.ids().equals(advice(decision.get()));
            case FELL_DUE -> expected.ids().equals(fellDue);
        };
    }

    private String outcome(Expectation expected, Decision decision) {
        if (expected.kind() == Expectation.Kind.FELL_DUE) {
            return "what fell due was " + fellDue;
        }
        return !decision.isPermitted() ? "it was refused by " + decision.refusedBy()
            : expected.kind() == Expectation.Kind.ADVISED_BY ? "the advice was by " + advice(decision) : "it was permitted";
    }

    private static Set<String> advice(Decision decision) {
        Set<String> rules = new LinkedHashSet<>();
        decision.advice().stream().map(Reason::rule).forEach(rules::add);
        return rules;
    }

    private static String failure(Expectation expected, String outcome) {
        return expected.place() + ": Expected was: " + expected + ", but " + outcome + ".";
    }
}
