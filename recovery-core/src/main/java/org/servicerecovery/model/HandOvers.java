package org.servicerecovery.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The particulars of who has a case, and of cases that change places. */
public final class HandOvers {
    private static final Set<Step> STEPS = EnumSet.of(Step.REQUEST_TRANSFER, Step.TRANSFER, Step.REASSIGN);

    private HandOvers() {
    }

    /**
     * Asks a colleague to take over, or gives the case away.
     *
     * @param step     REQUEST_TRANSFER, TRANSFER or REASSIGN
     * @param receiver the colleague
     * @param reason   why; may be empty
     */
    public record HandOver(Step step, String receiver, String reason) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step hands nothing over, or the receiver is blank, too long or has control characters
         */
        public HandOver {
            if (!STEPS.contains(Texts.present("The step", step))) {
                throw new InvalidInputException("The step " + step + " hands nothing over. Use one of " + STEPS + ".");
            }
            Texts.line("The receiver", receiver);
            Texts.optional("The reason", reason, Texts.SHORT * 5);
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            if (step == Step.REQUEST_TRANSFER) {
                edit.receiver = receiver;
            } else {
                edit.owner = receiver;
                edit.receiver = "";
                edit.acceptedBy = "";
                edit.participant(receiver);
            }
            return edit.done();
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            if (step == Step.REASSIGN) {
                String old = data.owner();
                return ledger.changeAll(duty -> duty.status().isOpen() && duty.holder().equals(old), duty -> duty.heldBy(receiver));
            }
            if (step == Step.TRANSFER) {
                // B44: whoever promised checks that it is delivered, by the last date that was promised.
                Optional<Instant> last = ledger.open(Duty.Kind.PROMISE).stream().map(Duty::due).max(Instant::compareTo);
                if (last.isPresent()) {
                    Instant due = last.get().isAfter(event.occurredAt()) ? last.get() : event.occurredAt().plusSeconds(1);
                    return ledger.with(Ledger.opened(event.sequence(), Duty.Kind.DELIVERY_CHECK, data.owner(),
                        "check that what was promised is delivered", event.occurredAt(), due));
                }
            }
            return ledger;
        }
    }

    /**
     * Somebody helps, or no longer helps. Ownership stays (B26, B27).
     *
     * @param step   INVOLVE or DISMISS_HELPER
     * @param helper who
     * @param task   with what; may be empty
     */
    public record Involve(Step step, String helper, String task) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step involves nobody, or the helper is blank, too long or has control characters
         */
        public Involve {
            if (step != Step.INVOLVE && step != Step.DISMISS_HELPER) {
                throw new InvalidInputException("The step " + step + " involves nobody. Use INVOLVE or DISMISS_HELPER.");
            }
            Texts.line("The helper", helper);
            Texts.optional("The helper's task", task, Texts.SHORT * 5);
        }
    }

    /**
     * Back from an end to listening; the owner is kept, or a new one named at once.
     *
     * @param owner who owns it if the case has no owner; empty for the actor
     */
    public record Reopen(String owner) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the owner is null, too long or has control characters
         */
        public Reopen {
            Texts.optional("The owner", owner, Texts.SHORT);
        }

        @Override
        public Step step() {
            return Step.REOPEN;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            if (edit.owner.isEmpty()) {
                edit.owner = owner.isEmpty() ? event.actor().id() : owner;
                edit.participant(edit.owner);
            }
            edit.questions = 0;
            edit.reopenings++;
            edit.receiver = "";
            edit.acceptedBy = "";
            return edit.noAttempts().done();
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return ledger.changeAll(duty -> duty.status().isOpen(), duty -> duty.as(Duty.Status.RELEASED));
        }
    }

    /**
     * Takes back what a wrong entry set.
     *
     * @param sequence of the entry, from 1
     * @param reason   why it was wrong; may be empty
     */
    public record Correct(int sequence, String reason) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the sequence is below 1, or the reason null, too long or with control characters
         */
        public Correct {
            if (sequence < 1) {
                throw new InvalidInputException("Entries are numbered from 1, but entry " + sequence + " was to be corrected.");
            }
            Texts.optional("The reason of the correction", reason, Texts.SHORT * 5);
        }

        @Override
        public Step step() {
            return Step.CORRECT;
        }
    }

    /**
     * Marks a duplicate.
     *
     * @param original the id of the case that goes on
     */
    public record Merge(String original) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the id is blank, too long or has control characters
         */
        public Merge {
            Texts.line("The original's id", original);
        }

        @Override
        public Step step() {
            return Step.MERGE;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.mergedInto = original;
            edit.contact = Optional.empty();
            return edit.done();
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return ledger.changeAll(duty -> duty.status().isOpen(), duty -> duty.as(Duty.Status.HANDED_OVER));
        }
    }
}
