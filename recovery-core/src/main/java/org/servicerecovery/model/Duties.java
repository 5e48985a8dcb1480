package org.servicerecovery.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The particulars of everything that is owed or to be settled. */
public final class Duties {
    private static final Map<Step, Duty.Kind> KINDS = Map.of(Step.MAKE_PROMISE, Duty.Kind.PROMISE, Step.SCHEDULE_FOLLOW_UP,
        Duty.Kind.FOLLOW_UP, Step.SCHEDULE_CHECK_BACK, Duty.Kind.CHECK_BACK);
    private static final Map<Duty.Kind, Fact> FACTS = Map.of(Duty.Kind.PROMISE, Facts.PROMISE_OPEN, Duty.Kind.FOLLOW_UP,
        Facts.FOLLOW_UP_SET, Duty.Kind.CHECK_BACK, Facts.CHECK_BACK_SET, Duty.Kind.DELIVERY_CHECK, Facts.DELIVERY_CHECK_OPEN);
    private static final Set<Step> DISCHARGES = EnumSet.of(Step.KEEP_PROMISE, Step.FOLLOW_UP, Step.CHECK_DELIVERY, Step.CHECK_BACK,
        Step.TELL_BROKEN_PROMISE, Step.REPORT_PROMISE_IN_DOUBT, Step.REPORT_PROMISE_RELEASED);

    private Duties() {
    }

    static Duty.Kind kindOf(Step step) {
        return KINDS.get(step);
    }

    static Set<Fact> with(Set<Fact> facts, List<Duty.Kind> kinds) {
        Set<Fact> all = new LinkedHashSet<>(facts);
        kinds.forEach(kind -> all.add(FACTS.get(kind)));
        return all;
    }

    /**
     * Takes on a duty with a date.
     *
     * @param step   MAKE_PROMISE, SCHEDULE_FOLLOW_UP or SCHEDULE_CHECK_BACK
     * @param holder who owes it; empty for the actor
     * @param what   in words, one line
     * @param due    by when; must lie after the moment at which it is taken on
     */
    public record TakeOn(Step step, String holder, String what, Instant due) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step takes on no duty, or a part is null, blank or too long
         */
        public TakeOn {
            if (!KINDS.containsKey(Texts.present("The step", step))) {
                throw new InvalidInputException("The step " + step + " takes on no duty. Use one of " + KINDS.keySet() + ".");
            }
            Texts.optional("The holder of the duty", holder, Texts.SHORT);
            Texts.line("What is owed", what);
            Texts.date("The due date of \"" + what + "\"", due);
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return ledger.with(Ledger.opened(event.sequence(), kindOf(step), holder.isEmpty() ? event.actor().id() : holder, what,
                event.occurredAt(), due));
        }
    }

    /**
     * Does something about a duty: meets it, tells of it, or reports what became of it.
     *
     * @param step     KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT or
     *                 REPORT_PROMISE_RELEASED
     * @param about    the number of the duty
     * @param evidence how one can tell; may be empty
     */
    public record Discharge(Step step, int about, String evidence) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step discharges nothing, or the evidence is null, too long or has control characters
         */
        public Discharge {
            if (!DISCHARGES.contains(Texts.present("The step", step))) {
                throw new InvalidInputException("The step " + step + " discharges no duty. Use one of " + DISCHARGES + ".");
            }
            Texts.optional("The evidence", evidence, Texts.LONG);
        }

        /**
         * The kind of duty that the step is about.
         *
         * @return never null
         */
        public Duty.Kind kind() {
            return switch (step) {
                case FOLLOW_UP -> Duty.Kind.FOLLOW_UP;
                case CHECK_DELIVERY -> Duty.Kind.DELIVERY_CHECK;
                case CHECK_BACK -> Duty.Kind.CHECK_BACK;
                default -> Duty.Kind.PROMISE;
            };
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            Duty.Status status = switch (step) {
                case TELL_BROKEN_PROMISE -> Duty.Status.BROKEN;
                case REPORT_PROMISE_IN_DOUBT -> Duty.Status.UNTOLD;
                case REPORT_PROMISE_RELEASED -> Duty.Status.RELEASED;
                default -> Duty.Status.MET;
            };
            return ledger.change(about, duty -> duty.as(status));
        }
    }

    /**
     * A new date for a promise (B34).
     *
     * @param about the number of the promise
     * @param due   the new date; must lie after the moment at which it is agreed
     * @param what  the new wording; empty to keep the old
     */
    public record Renegotiate(int about, Instant due, String what) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the date is null or the wording null, too long or with control characters
         */
        public Renegotiate {
            Texts.date("The new date of promise " + about, due);
            Texts.optional("The new wording of promise " + about, what, Texts.SHORT);
        }

        @Override
        public Step step() {
            return Step.RENEGOTIATE_PROMISE;
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return ledger.change(about, duty -> duty.dueAt(due, what));
        }
    }

    /**
     * Raises an issue or an unclear point.
     *
     * @param step REPORT_ISSUE or RAISE_UNCLEAR_POINT
     * @param what in words
     */
    public record Raise(Step step, String what) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step raises nothing, or the words are blank, too long or have control characters
         */
        public Raise {
            if (step != Step.REPORT_ISSUE && step != Step.RAISE_UNCLEAR_POINT) {
                throw new InvalidInputException("The step " + step + " raises nothing. Use REPORT_ISSUE or RAISE_UNCLEAR_POINT.");
            }
            Texts.text("What is raised", what);
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            Issue.Kind kind = step == Step.REPORT_ISSUE ? Issue.Kind.COMPLAINT : Issue.Kind.UNCLEAR_POINT;
            return ledger.with(new Issue(event.sequence(), kind, what, true));
        }
    }

    /**
     * Settles an issue or an unclear point.
     *
     * @param step  RESOLVE_ISSUE or CLARIFY_POINT
     * @param about the number of the issue or point
     * @param how   in words, may be empty
     */
    public record Settle(Step step, int about, String how) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the step settles nothing, or the words are null, too long or have control characters
         */
        public Settle {
            if (step != Step.RESOLVE_ISSUE && step != Step.CLARIFY_POINT) {
                throw new InvalidInputException("The step " + step + " settles nothing. Use RESOLVE_ISSUE or CLARIFY_POINT.");
            }
            Texts.optional("How " + about + " was settled", how, Texts.LONG);
        }

        /**
         * What is settled.
         *
         * @return never null
         */
        public Issue.Kind kind() {
            return step == Step.RESOLVE_ISSUE ? Issue.Kind.COMPLAINT : Issue.Kind.UNCLEAR_POINT;
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return ledger.settle(about);
        }
    }

    /**
     * Something extra (A25–A29).
     *
     * @param what   in words, one line
     * @param amount its money value in the host's currency, 0 if it has none; not negative
     */
    public record Goodwill(String what, BigDecimal amount) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the words are blank or the amount is null or negative
         */
        public Goodwill {
            Texts.line("The gesture", what);
            if (Texts.present("The amount of \"" + what + "\"", amount).signum() < 0) {
                throw new InvalidInputException("The amount of \"" + what + "\" must not be negative, but was " + amount + ".");
            }
        }

        @Override
        public Step step() {
            return Step.OFFER_GOODWILL;
        }
    }

    /**
     * The original takes over what a duplicate owed.
     *
     * @param duplicate the id of the duplicate
     * @param duties    its open duties
     * @param issues    its open issues
     */
    public record Absorb(String duplicate, List<Duty> duties, List<Issue> issues) implements RecoveryAction {
        /**
         * @throws InvalidInputException if a part is null or the id blank
         */
        public Absorb {
            Texts.line("The duplicate's id", duplicate);
            duties = Texts.list("The duplicate's duties", duties);
            issues = Texts.list("The duplicate's issues", issues);
        }

        @Override
        public Step step() {
            return Step.ABSORB;
        }

        @Override
        public Set<Fact> tells() {
            Set<Fact> facts = new LinkedHashSet<>(with(Set.of(), duties.stream().map(Duty::kind).toList()));
            duties.stream().filter(duty -> duty.status() == Duty.Status.UNTOLD).forEach(duty -> facts.add(Facts.BAD_NEWS_OWED));
            issues.forEach(issue -> facts.add(issue.kind() == Issue.Kind.COMPLAINT ? Facts.ISSUE_OPEN : Facts.POINT_UNCLEAR));
            return facts;
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            Ledger result = ledger;
            // Numbers below zero cannot collide with sequences, and stay unique by the sequence of this event.
            int number = -1000 * event.sequence();
            for (Duty duty : duties) {
                result = result.with(new Duty(--number, duty.kind(), duty.holder(), duty.what(), duty.start(), duty.due(), duty.status()));
            }
            for (Issue issue : issues) {
                result = result.with(new Issue(--number, issue.kind(), issue.what(), true));
            }
            return result;
        }
    }
}
