package org.servicerecovery;

import java.time.Instant;
import java.util.Optional;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;

/** What makes no sense on this case whatever the playbook says: duties that do not exist, dates that have passed. */
final class InputChecks {
    /** How the ids of the desk's own commands begin, see {@link Ticking}. */
    static final String LAPSE = "lapse ";

    private InputChecks() {
    }

    static void command(Playbook playbook, Command command, Instant occurredAt, Instant now) {
        playbook.vocabulary().traits().of(command.attested());
        command.waivers().forEach(waiver -> playbook.guardrail(waiver.guardrail()));
        if (occurredAt.isAfter(now)) {
            throw new InvalidInputException("Command " + command.id() + " is said to have occurred at " + occurredAt + ", but it is only " + now
                + ". Record it when it has happened.");
        }
    }

    /** Steps that only the desk itself can put together rightly; done by hand they would leave half of it undone, or lie. */
    static void fromOutside(Command command) {
        if (command.id().startsWith(LAPSE)) {
            throw new InvalidInputException("The command id " + command.id() + " begins as those do by which the desk reports what fell due: one of"
                + " them would then not be reported. Choose another, such as a UUID.");
        }
        for (RecoveryAction action : command.actions()) {
            String remedy = switch (action.step()) {
                case MERGE, ABSORB -> "Use desk.merge(…), which does both sides";
                case MIGRATE -> "Use desk.migrate(…), which replays the case first";
                case REPORT_LAPSE -> "Let desk.tick() report what fell due";
                default -> "";
            };
            if (!remedy.isEmpty()) {
                throw new InvalidInputException(action.step() + " of command " + command.id() + " cannot be performed by itself. " + remedy + ".");
            }
        }
    }

    static void action(RecoveryCase seen, RecoveryAction action, Instant occurredAt) {
        if (action instanceof Duties.TakeOn duty) {
            future(seen, action, duty.due(), occurredAt);
        } else if (action instanceof Duties.Renegotiate promise) {
            open(seen, action, Duty.Kind.PROMISE);
            future(seen, action, promise.due(), occurredAt);
        } else if (action instanceof Duties.Discharge discharge) {
            open(seen, action, discharge.kind());
        } else if (action instanceof Duties.Settle settle) {
            boolean there = seen.ledger().open(settle.kind()).stream().anyMatch(issue -> issue.id() == settle.about());
            if (!there) {
                throw new InvalidInputException(settle.step() + " names number " + settle.about() + ", which is not open on case " + seen.id()
                    + ". Open are: " + seen.ledger().open(settle.kind()).stream().map(issue -> issue.id() + " (" + issue.what() + ")").toList() + ".");
            }
        }
    }

    private static void future(RecoveryCase seen, RecoveryAction action, Instant due, Instant occurredAt) {
        if (!due.isAfter(occurredAt)) {
            throw new InvalidInputException(action.step() + " on case " + seen.id() + " is due at " + due + ", which is not after " + occurredAt
                + ". Give a date that lies ahead.");
        }
    }

    private static void open(RecoveryCase seen, RecoveryAction action, Duty.Kind kind) {
        Optional<Duty> duty = seen.ledger().duty(action.about()).filter(one -> one.kind() == kind && one.status().isOpen());
        if (duty.isEmpty()) {
            throw new InvalidInputException(action.step() + " names duty " + action.about() + ", which is no open " + kind + " of case " + seen.id()
                + ". Open are: " + seen.ledger().open(kind).stream().map(one -> one.id() + " (" + one.what() + ")").toList() + ".");
        }
    }
}
