package org.servicerecovery.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Terms;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Cell;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Authority;

/**
 * The heart: judges an attempt by the playbook's rows, and folds events into a case. Pure: no input or output, no clock, no
 * logging, and nothing here knows any single rule.
 */
public final class Kernel {
    private Kernel() {
    }

    /** Assesses the next action of a command on the case as the earlier ones left it. */
    @FunctionalInterface
    public interface Assessment {
        /**
         * Finds the traits.
         *
         * @param seen   the case after the earlier actions
         * @param action the next action
         * @return ready to be judged
         */
        Attempt of(RecoveryCase seen, RecoveryAction action);
    }

    /**
     * Judges one action.
     *
     * @param playbook     by which rows
     * @param recoveryCase on which case
     * @param attempt      what is attempted
     * @return permitted with its event, or refused with every reason
     */
    public static Decision decide(Playbook playbook, RecoveryCase recoveryCase, Attempt attempt) {
        Cell cell = playbook.cell(recoveryCase.data().team(), recoveryCase.state(), attempt.action().step());
        CompiledRow row = row(cell, recoveryCase, attempt);
        if (row == null || refused(cell, recoveryCase, attempt)) {
            return new Refused(playbook, recoveryCase, attempt, null);
        }
        return taken(playbook, cell, row, recoveryCase, attempt);
    }

    /**
     * Judges a command: its actions in order, each seeing the facts that the earlier ones set; all or nothing. When one is
     * refused, the others are judged as if it had been done, so that the refusal names everything at once.
     *
     * @param playbook     by which rows
     * @param recoveryCase on which case
     * @param actions      what is attempted, in order
     * @param assessment   finds the traits of each
     * @return permitted with one event per action, or refused with every reason of every action
     */
    public static Decision decide(Playbook playbook, RecoveryCase recoveryCase, List<RecoveryAction> actions,
                                  Assessment assessment) {
        if (actions.size() == 1) {
            return decide(playbook, recoveryCase, assessment.of(recoveryCase, actions.get(0)));
        }
        RecoveryCase seen = recoveryCase;
        List<CaseEvent> events = new ArrayList<>(actions.size());
        Refused refused = null;
        for (RecoveryAction action : actions) {
            Attempt attempt = assessment.of(seen, action);
            Cell cell = playbook.cell(seen.data().team(), seen.state(), action.step());
            CompiledRow row = row(cell, seen, attempt);
            if (row == null || refused(cell, seen, attempt)) {
                refused = new Refused(playbook, seen, attempt, refused);
            }
            if (row != null) {
                Permitted taken = taken(playbook, cell, row, seen, attempt);
                events.addAll(taken.events());
                seen = taken.after();
            }
        }
        return refused != null ? refused : new Permitted(playbook, recoveryCase, seen, List.copyOf(events));
    }

    /**
     * Folds in the next event.
     *
     * @param recoveryCase before
     * @param event        the next one
     * @return afterwards
     */
    public static RecoveryCase evolve(RecoveryCase recoveryCase, CaseEvent event) {
        return recoveryCase.after(event);
    }

    /**
     * The outcome of a command that was accepted before, folded again from its events.
     *
     * @param playbook     by which rows
     * @param recoveryCase the case before the command
     * @param events       the command's events
     * @return the same outcome
     */
    public static Repeated repeated(Playbook playbook, RecoveryCase recoveryCase, List<CaseEvent> events) {
        RecoveryCase after = recoveryCase;
        for (CaseEvent event : events) {
            after = evolve(after, event);
        }
        return new Repeated(new Permitted(playbook, recoveryCase, after, List.copyOf(events)));
    }

    /**
     * The outcome of a command that was accepted before, under a playbook that is not at hand any more: its advice names the rules, but
     * cannot repeat their sentences.
     *
     * @param recoveryCase the case before the command
     * @param events       the command's events
     * @return the same outcome
     */
    public static Repeated repeated(RecoveryCase recoveryCase, List<CaseEvent> events) {
        return repeated(null, recoveryCase, events);
    }

    /**
     * What another playbook would say of a history: each event judged on the case as it stood then, with the facts that were established
     * and the traits that were found; neither is worked out anew, and what that playbook does not declare is left out. A waiver that was
     * used holds if that playbook lets the rule be waived by a role that its author has. Earlier migrations are not judged.
     *
     * @param playbook  the other one
     * @param history   every event of one case, in order
     * @param authority who has which role
     * @return at most one for each event, in order; empty if all of it complies
     * @throws org.servicerecovery.model.InvalidInputException if there are no events, or they are not those of one case
     */
    public static List<Objection> objections(Playbook playbook, List<CaseEvent> history, Authority authority) {
        return Migrating.objections(playbook, history, authority);
    }

    /**
     * Has a case go on under another playbook, whatever that one says of its past. State and established facts stay, but for facts that it
     * does not declare. Clocks that go on keep their instants; those of which it has no deadline, or not the next rung, stop; none starts.
     *
     * @param playbook     the other one
     * @param recoveryCase the case, in any vocabulary that has its facts
     * @param command      whose only action is the migration
     * @param now          when it is recorded
     * @return the one event, and the case afterwards in the other playbook's vocabulary
     */
    public static Permitted migrated(Playbook playbook, RecoveryCase recoveryCase, Command command, Instant now) {
        return Migrating.migrated(playbook, recoveryCase, command, now);
    }

    private static CompiledRow row(Cell cell, RecoveryCase seen, Attempt attempt) {
        return cell.row(seen.low(), seen.high(), attempt.traits().low(), attempt.traits().high());
    }

    private static boolean refused(Cell cell, RecoveryCase seen, Attempt attempt) {
        long t0 = attempt.traits().low();
        long t1 = attempt.traits().high();
        if (!attempt.unentitled().isEmpty()) {
            return true;
        }
        if (!cell.refuses(seen.low(), seen.high(), t0, t1)) {
            return false;
        }
        if (attempt.waivers().isEmpty()) {
            return true;
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            if (rule.violated(seen.low(), seen.high(), t0, t1) && !attempt.waives(rule.source().id())) {
                return true;
            }
        }
        return false;
    }

    private static Permitted taken(Playbook playbook, Cell cell, CompiledRow row, RecoveryCase seen, Attempt attempt) {
        CaseEvent event = event(playbook, cell, row, seen, attempt);
        RecoveryCase after = evolve(seen, event);
        ClockChanges clocks = Clocks.changes(playbook, attempt.calendars(), row, seen, event, after);
        if (clocks == ClockChanges.NONE) {
            return new Permitted(playbook, seen, after, event);
        }
        CaseEvent clocked = Clocks.with(event, clocks);
        return new Permitted(playbook, seen, evolve(seen, clocked), clocked);
    }

    /** What happened, but for the clocks: they depend on what it leads to. */
    private static CaseEvent event(Playbook playbook, Cell cell, CompiledRow row, RecoveryCase seen, Attempt attempt) {
        Terms<Fact> sets = joined(seen.vocabulary(), row.sets(), attempt.tells());
        Terms<Fact> clears = joined(seen.vocabulary(), row.clears(), attempt.takesBack());
        long t0 = attempt.traits().low();
        long t1 = attempt.traits().high();
        return new CaseEvent(seen.id(), seen.version() + 1, attempt.command().id(), attempt.command().actor(),
            attempt.occurredAt(), attempt.now(), playbook.id(), attempt.action(), attempt.command().message(),
            attempt.command().spent(), row.source().id(), seen.state(), row.source().to(), sets, clears, attempt.traits(),
            attempt.attested(), attempt.shown(), used(cell, seen, attempt), cell.violated(Level.ADVISE, seen.low(), seen.high(), t0, t1),
            cell.violated(Level.SHADOW, seen.low(), seen.high(), t0, t1), ClockChanges.NONE);
    }

    private static Terms<Fact> joined(Vocabulary words, Terms<Fact> one, Terms<Fact> other) {
        return other.isEmpty() ? one : words.facts().ofBits(one.low() | other.low(), one.high() | other.high());
    }

    /** Only waivers that were needed are kept: the others lifted nothing. */
    private static List<Waiver> used(Cell cell, RecoveryCase seen, Attempt attempt) {
        if (attempt.waivers().isEmpty()) {
            return List.of();
        }
        List<Waiver> used = new ArrayList<>();
        for (CompiledGuardrail rule : cell.refusing()) {
            if (rule.violated(seen.low(), seen.high(), attempt.traits().low(), attempt.traits().high())) {
                attempt.waivers().stream().filter(waiver -> waiver.guardrail().equals(rule.source().id())).forEach(used::add);
            }
        }
        return used;
    }
}
