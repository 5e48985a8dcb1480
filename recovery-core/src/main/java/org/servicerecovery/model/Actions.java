package org.servicerecovery.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The particulars of opening, talking and reporting. */
public final class Actions {
    private Actions() {
    }

    /**
     * Opens a case (E02).
     *
     * @param customer the host's identifier of the customer, one line
     * @param problem  what the customer brought; may be empty, and is then refused by the standard playbook
     * @param channel  how the customer got in touch
     * @param priority how soon deadlines fall due
     * @param team     whose levels apply; empty for the default levels
     */
    public record Open(String customer, String problem, Channel channel, Priority priority, String team) implements RecoveryAction {
        /**
         * @throws InvalidInputException if a part is null, the customer is blank, or a text is too long or has control characters
         */
        public Open {
            Texts.line("The customer", customer);
            Texts.optional("The problem", problem, Texts.LONG);
            Texts.present("The channel", channel);
            Texts.present("The priority", priority);
            Texts.optional("The team", team, Texts.SHORT);
        }

        @Override
        public Step step() {
            return Step.OPEN;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.customer = customer;
            edit.problem = problem;
            edit.channelIn = channel;
            edit.priority = priority;
            edit.team = team;
            edit.openedAt = event.occurredAt();
            if (event.traits().contains(Traits.ATTENDED)) {
                edit.owner = event.actor().id();
                edit.contact = Optional.of(channel);
                edit.participant(event.actor().id());
            }
            return edit.done();
        }
    }

    /**
     * Takes over a ticket that is already under way elsewhere. What is not attested counts as absent.
     *
     * @param customer the host's identifier of the customer, one line
     * @param problem  what the customer brought
     * @param channel  how the customer last got in touch
     * @param priority how soon deadlines fall due
     * @param team     whose levels apply; empty for the default levels
     * @param owner    who owns it; empty if nobody does
     * @param attested facts that the actor vouches for
     * @param duties   promises and follow-ups already open there, at most 50; their numbers and status are given anew
     */
    public record Adopt(String customer, String problem, Channel channel, Priority priority, String team, String owner,
                        Set<Fact> attested, List<Duties.TakeOn> duties) implements RecoveryAction {
        /**
         * @throws InvalidInputException if a fact cannot be attested, an owner and {@code OWNER_NAMED} do not go together, or a part
         *                               is null, blank or too long
         */
        public Adopt {
            Texts.line("The customer", customer);
            Texts.optional("The problem", problem, Texts.LONG);
            Texts.present("The channel", channel);
            Texts.present("The priority", priority);
            Texts.optional("The team", team, Texts.SHORT);
            Texts.optional("The owner", owner, Texts.SHORT);
            for (Fact fact : Texts.list("The attested facts", attested)) {
                if (!fact.attestable()) {
                    throw new InvalidInputException("The fact " + fact + " cannot be attested: it has to happen here. Leave it out of the"
                        + " adoption; it counts as absent.");
                }
            }
            attested = Condition.ordered(attested);
            duties = Texts.list("The open duties", duties);
            if (duties.size() > 50) {
                throw new InvalidInputException("At most 50 open duties can be adopted at once, but there are " + duties.size() + ".");
            }
            if (owner.isEmpty() == attested.contains(Facts.OWNER_NAMED)) {
                throw new InvalidInputException("An adopted case has an owner if and only if OWNER_NAMED is attested. Give both or neither.");
            }
        }

        @Override
        public Step step() {
            return Step.ADOPT;
        }

        @Override
        public Set<Fact> tells() {
            return Duties.with(attested, duties.stream().map(duty -> Duties.kindOf(duty.step())).toList());
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.customer = customer;
            edit.problem = problem;
            edit.channelIn = channel;
            edit.priority = priority;
            edit.team = team;
            edit.openedAt = event.occurredAt();
            edit.owner = owner;
            return edit.participant(owner).done();
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            Ledger result = ledger;
            for (int i = 0; i < duties.size(); i++) {
                Duties.TakeOn duty = duties.get(i);
                result = result.with(Ledger.opened(-1 - i, Duties.kindOf(duty.step()), duty.holder().isEmpty() ? owner : duty.holder(),
                    duty.what(), event.occurredAt(), duty.due()));
            }
            return result;
        }
    }

    /**
     * A contact begins.
     *
     * @param channel on which live channel
     */
    public record BeginContact(Channel channel) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the channel is null or not live
         */
        public BeginContact {
            if (!Texts.present("The channel of the contact", channel).twoWay()) {
                throw new InvalidInputException("A contact begins on a live channel, but " + channel + " is none. A written message is not"
                    + " a contact: just say it.");
            }
        }

        @Override
        public Step step() {
            return Step.BEGIN_CONTACT;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit().participant(event.actor().id());
            edit.contact = Optional.of(channel);
            return edit.done();
        }
    }

    /**
     * A contact ends.
     *
     * @param summary what was said, for the record (B40)
     */
    public record EndContact(String summary) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the summary is null, too long or has control characters
         */
        public EndContact {
            Texts.optional("The summary of the contact", summary, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.END_CONTACT;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.contact = Optional.empty();
            return edit.done();
        }
    }

    /**
     * The customer got in touch.
     *
     * @param channel how
     */
    public record ReportContact(Channel channel) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the channel is null
         */
        public ReportContact {
            Texts.present("The customer's channel", channel);
        }

        @Override
        public Step step() {
            return Step.REPORT_CONTACT;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.channelIn = channel;
            return edit.done();
        }
    }

    /**
     * How the customer feels.
     *
     * @param mood the reading
     */
    public record ReportMood(Mood mood) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the mood is null
         */
        public ReportMood {
            Texts.present("The mood", mood);
        }

        @Override
        public Step step() {
            return Step.REPORT_MOOD;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            CaseData.Editor edit = data.edit();
            edit.mood = Optional.of(mood);
            return edit.done();
        }
    }

    /**
     * The customer's answer.
     *
     * @param satisfied whether all is well
     * @param words     in the customer's words, may be empty
     */
    public record ReportAnswer(boolean satisfied, String words) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the words are null, too long or have control characters
         */
        public ReportAnswer {
            Texts.optional("The customer's words", words, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.REPORT_ANSWER;
        }
    }

    /**
     * The customer could not be reached.
     *
     * @param channel on which channel
     */
    public record RecordAttempt(Channel channel) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the channel is null
         */
        public RecordAttempt {
            Texts.present("The channel of the attempt", channel);
        }

        @Override
        public Step step() {
            return Step.RECORD_ATTEMPT;
        }

        @Override
        public CaseData revise(CaseData data, CaseEvent event) {
            return data.edit().attempt(channel).done();
        }
    }

    /**
     * What can and cannot be done (B30).
     *
     * @param limits   in words
     * @param anyLimit whether the customer must hear that something cannot be done (B34)
     */
    public record RecordLimits(String limits, boolean anyLimit) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the limits are blank, too long or have control characters
         */
        public RecordLimits {
            Texts.text("The limits", limits);
        }

        @Override
        public Step step() {
            return Step.RECORD_LIMITS;
        }
    }

    /**
     * A fact of the host's own is established.
     *
     * @param fact one that the playbook declares besides the library's
     * @param note how one can tell; may be empty
     */
    public record RecordFact(Fact fact, String note) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the fact is one of the library's, which have steps of their own, or the note is null, too
         *                               long or has control characters
         */
        public RecordFact {
            if (Texts.present("The fact", fact).standardBit() >= 0) {
                throw new InvalidInputException("The fact " + fact + " is established by its own step, not by recording it. Only facts that the"
                    + " host declares can be recorded.");
            }
            Texts.optional("The note on " + fact, note, Texts.LONG);
        }

        @Override
        public Step step() {
            return Step.RECORD_FACT;
        }

        @Override
        public Set<Fact> tells() {
            return Set.of(fact);
        }
    }

    /**
     * Time passed a rung of a deadline's ladder. Only {@code tick} makes these.
     *
     * @param deadline the deadline's id
     * @param duty     the duty that it is for, 0 for the case itself
     * @param rung     which rung, from 0
     * @param kind     what the rung means
     * @param audience who must hear
     * @param due      when the deadline falls or fell due
     * @param means    the trait that the breach has for the rows, if any
     */
    public record Lapse(String deadline, int duty, int rung, Deadline.Rung.Kind kind, String audience, Instant due,
                        Optional<Trait> means) implements RecoveryAction {
        /**
         * @throws InvalidInputException if a part is null
         */
        public Lapse {
            Texts.line("The deadline", deadline);
            Texts.present("The kind of rung", kind);
            Texts.line("Whom the rung tells", audience);
            Texts.present("The due instant", due);
            Texts.present("What the lapse means", means);
        }

        @Override
        public Step step() {
            return Step.REPORT_LAPSE;
        }

        @Override
        public int about() {
            return duty;
        }

        @Override
        public Ledger revise(Ledger ledger, CaseData data, CaseEvent event) {
            return duty != 0 && kind == Deadline.Rung.Kind.BREACH && means.isPresent() && means.get().equals(Traits.PROMISE_LAPSED)
                ? ledger.change(duty, one -> one.status() == Duty.Status.OPEN ? one.as(Duty.Status.UNTOLD) : one) : ledger;
        }
    }

    /**
     * The case goes on under another playbook, the one that its event names.
     *
     * @param from   the playbook that it was on
     * @param reason why, as whoever decided it put it
     */
    public record Migrate(PlaybookId from, String reason) implements RecoveryAction {
        /**
         * @throws InvalidInputException if the playbook is null, or the reason is blank, too long or has control characters
         */
        public Migrate {
            Texts.present("The playbook that the case was on", from);
            Texts.text("The reason of the migration", reason);
        }

        @Override
        public Step step() {
            return Step.MIGRATE;
        }
    }
}
