package org.servicerecovery.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Optional;

/**
 * A snapshot of one case: what the events so far add up to. Immutable, and safe for many threads.
 */
public final class RecoveryCase {
    private final Identity identity;
    private final RecoveryState state;
    private final long low;
    private final long high;
    private final int version;
    private final Instant recordedAt;
    private final CaseData data;
    private final Ledger ledger;
    private final List<RunningDeadline> deadlines;
    private final short feelingActs;
    private final short fixActs;
    private final int feelingSeconds;
    private final int fixSeconds;
    /** The last command that told its time, and in which sums that is by now; null if none told it. */
    private final CaseSnapshot.Timed timed;

    /** What hardly ever changes: one for all the snapshots of a case, so that each is smaller. */
    private record Identity(String id, PlaybookId playbook, Vocabulary vocabulary) {
        Identity {
            Texts.line("The case's id", id);
            Texts.present("The playbook", playbook);
            Texts.present("The vocabulary", vocabulary);
        }

        Identity judgedBy(PlaybookId other) {
            return other == playbook ? this : new Identity(id, other, vocabulary);
        }
    }

    private RecoveryCase(String id, PlaybookId playbook, Vocabulary vocabulary, CaseData data) {
        identity = new Identity(id, playbook, vocabulary);
        state = RecoveryState.AWAITING;
        low = 0;
        high = 0;
        version = 0;
        recordedAt = Instant.MIN;
        this.data = data;
        ledger = Ledger.EMPTY;
        deadlines = List.of();
        feelingActs = 0;
        fixActs = 0;
        feelingSeconds = 0;
        fixSeconds = 0;
        timed = null;
    }

    private RecoveryCase(RecoveryCase before, CaseEvent event) {
        Vocabulary.Kind<Fact> facts = before.identity.vocabulary.facts();
        Terms<Fact> sets = event.sets().in(facts);
        Terms<Fact> clears = event.clears().in(facts);
        identity = before.identity.judgedBy(event.playbook());
        state = event.to();
        low = before.low & ~clears.low() | sets.low();
        high = before.high & ~clears.high() | sets.high();
        version = event.sequence();
        recordedAt = event.recordedAt();
        RecoveryAction action = event.action();
        data = action.revise(before.data, event);
        ledger = action.revise(before.ledger, before.data, event);
        deadlines = event.clocks() == CaseEvent.ClockChanges.NONE ? before.deadlines : changed(before.deadlines, event.clocks());
        Step step = action.step();
        feelingActs = counted(before.feelingActs, step.tendsFeelings());
        fixActs = counted(before.fixActs, step.worksOnFix());
        int seconds = (int) Math.min(event.spent().getSeconds(), Integer.MAX_VALUE / 2);
        if (seconds == 0) {
            timed = before.timed;
            feelingSeconds = before.feelingSeconds;
            fixSeconds = before.fixSeconds;
            return;
        }
        boolean same = before.timed != null && before.timed.command().equals(event.commandId());
        boolean feelingsIn = same && before.timed.feelings();
        boolean fixIn = same && before.timed.fix();
        feelingSeconds = before.feelingSeconds + (step.tendsFeelings() && !feelingsIn ? seconds : 0);
        fixSeconds = before.fixSeconds + (step.worksOnFix() && !fixIn ? seconds : 0);
        timed = new CaseSnapshot.Timed(event.commandId(), feelingsIn || step.tendsFeelings(), fixIn || step.worksOnFix());
    }

    private RecoveryCase(CaseSnapshot snapshot, Vocabulary vocabulary) {
        identity = new Identity(snapshot.id(), snapshot.playbook(), vocabulary);
        Terms<Fact> facts = snapshot.facts().in(vocabulary.facts());
        state = snapshot.state();
        low = facts.low();
        high = facts.high();
        version = snapshot.version();
        recordedAt = snapshot.recordedAt();
        data = snapshot.data();
        ledger = snapshot.ledger();
        deadlines = snapshot.deadlines();
        feelingActs = (short) snapshot.feelingActs();
        fixActs = (short) snapshot.fixActs();
        feelingSeconds = snapshot.feelingSeconds();
        fixSeconds = snapshot.fixSeconds();
        timed = snapshot.timed().orElse(null);
    }

    private static short counted(short before, boolean more) {
        return more && before < Short.MAX_VALUE ? (short) (before + 1) : before;
    }

    /**
     * A case about which nothing is known yet; its first event opens or adopts it.
     *
     * @param id         the host's identifier, one line, at most 200 characters
     * @param playbook   the playbook that will judge it
     * @param vocabulary that playbook's words
     * @return a case of version 0
     * @throws InvalidInputException if the id is blank, too long or has control characters
     */
    public static RecoveryCase blank(String id, PlaybookId playbook, Vocabulary vocabulary) {
        return new RecoveryCase(id, playbook, vocabulary, CaseData.BLANK);
    }

    /**
     * A case about which nothing is known yet, as the action that opens or adopts it finds it: its team's levels apply from the
     * first.
     *
     * @param id         the host's identifier, one line, at most 200 characters
     * @param playbook   the playbook that will judge it
     * @param vocabulary that playbook's words
     * @param first      the action
     * @return a case of version 0
     * @throws InvalidInputException if the id is blank, too long or has control characters
     */
    public static RecoveryCase blank(String id, PlaybookId playbook, Vocabulary vocabulary, RecoveryAction first) {
        CaseData.Editor edit = CaseData.BLANK.edit();
        edit.team = first instanceof Actions.Open open ? open.team() : first instanceof Actions.Adopt adopt ? adopt.team() : "";
        return new RecoveryCase(id, playbook, vocabulary, edit.done());
    }

    /**
     * The case that a snapshot tells of, for stores. Nothing is folded: the snapshot is believed.
     *
     * @param snapshot   what {@link #snapshot()} gave
     * @param vocabulary the words in which its facts are to be told
     * @return a case that answers as the one did that the snapshot was taken of
     * @throws InvalidInputException if the snapshot or the vocabulary is null, or a fact is not declared in the vocabulary
     */
    public static RecoveryCase restored(CaseSnapshot snapshot, Vocabulary vocabulary) {
        Texts.present("The vocabulary", vocabulary);
        return new RecoveryCase(Texts.present("The snapshot", snapshot), vocabulary);
    }

    /**
     * Everything that this case knows, as plain data, for stores.
     *
     * @return what {@link #restored} makes the case of again
     */
    public CaseSnapshot snapshot() {
        return new CaseSnapshot(identity.id, identity.playbook, state, facts(), version, recordedAt, data, ledger, deadlines, feelingActs,
            fixActs, feelingSeconds, fixSeconds, Optional.ofNullable(timed));
    }

    /**
     * The same case, its facts told in another vocabulary: a store does not know the playbook whose words they are.
     *
     * @param vocabulary where every established fact must be declared
     * @return this case if it is at home there
     * @throws InvalidInputException if the vocabulary is null or a fact is not declared there
     */
    public RecoveryCase in(Vocabulary vocabulary) {
        return vocabulary == identity.vocabulary ? this : restored(snapshot(), vocabulary);
    }

    /**
     * A case as its events tell it, without the playbook: in a vocabulary of the library's words and those of the host that occur since it
     * was last migrated.
     *
     * @param events those of one case from the first on, in order, at least one
     * @return the snapshot after the last
     * @throws InvalidInputException if there are none, or they are not those of one case, in order and without gaps
     */
    public static RecoveryCase replayed(List<CaseEvent> events) {
        List<RecoveryCase> stages = stages(events);
        return stages.get(stages.size() - 1);
    }

    /**
     * A case as it stood between its events, without the playbooks.
     *
     * @param events those of one case from the first on, in order, at least one
     * @return the case before the first event, and after each; every event can be folded into the one that it follows
     * @throws InvalidInputException if there are none, or they are not those of one case, in order and without gaps
     */
    public static List<RecoveryCase> stages(List<CaseEvent> events) {
        if (events.isEmpty()) {
            throw new InvalidInputException("A case without events cannot be replayed. Hand in its events, from the first on.");
        }
        CaseEvent first = events.get(0);
        List<RecoveryCase> stages = new ArrayList<>(events.size() + 1);
        stages.add(blank(first.caseId(), first.playbook(), new Vocabulary(List.of(), List.of()), first.action()));
        int next = 0;
        while (next < events.size()) {
            // The words of several playbooks may be more than one vocabulary can have: those up to a migration are told by themselves.
            int migrated = next;
            while (migrated < events.size() - 1 && events.get(migrated).step() != Step.MIGRATE) {
                migrated++;
            }
            RecoveryCase seen = stages.get(next);
            seen = seen.in(words(seen, events.subList(next, migrated + 1)));
            stages.set(next, seen);
            for (CaseEvent event : events.subList(next, migrated + 1)) {
                seen = seen.after(event);
                stages.add(seen);
            }
            next = migrated + 1;
        }
        return List.copyOf(stages);
    }

    private static Vocabulary words(RecoveryCase seen, List<CaseEvent> events) {
        Set<Fact> hosts = new LinkedHashSet<>();
        addHosts(seen.facts(), hosts);
        for (CaseEvent event : events) {
            addHosts(event.sets(), hosts);
            addHosts(event.clears(), hosts);
        }
        return new Vocabulary(hosts, List.of());
    }

    private static void addHosts(Set<Fact> facts, Set<Fact> hosts) {
        for (Fact fact : facts) {
            if (fact.standardBit() < 0) {
                hosts.add(fact);
            }
        }
    }

    /**
     * Folds in the next event. Needs no playbook and looks at nothing but its arguments.
     *
     * @param event the event with the next sequence
     * @return the snapshot afterwards
     * @throws InvalidInputException if the event is of another case or not the next one
     */
    public RecoveryCase after(CaseEvent event) {
        if (event.sequence() != version + 1 || !event.caseId().equals(identity.id)) {
            throw new InvalidInputException("Event " + event.sequence() + " of case " + event.caseId() + " does not follow event " + version
                + " of case " + identity.id + ". Fold the events of one case in their order, without gaps.");
        }
        return new RecoveryCase(this, event);
    }

    private static List<RunningDeadline> changed(List<RunningDeadline> before, CaseEvent.ClockChanges changes) {
        List<RunningDeadline> running = new ArrayList<>(before.size() + changes.started().size());
        for (RunningDeadline clock : before) {
            if (!has(changes.stopped(), clock) && !has(changes.started(), clock)) {
                running.add(clock);
            }
        }
        running.addAll(changes.started());
        return List.copyOf(running);
    }

    private static boolean has(List<RunningDeadline> clocks, RunningDeadline one) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).is(one.deadline(), one.duty())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The host's identifier.
     *
     * @return never blank
     */
    public String id() {
        return identity.id;
    }

    /**
     * The playbook that judged the last event.
     *
     * @return never null
     */
    public PlaybookId playbook() {
        return identity.playbook;
    }

    /**
     * The words in which this case's facts are told.
     *
     * @return never null
     */
    public Vocabulary vocabulary() {
        return identity.vocabulary;
    }

    /**
     * Where the recovery stands.
     *
     * @return never null
     */
    public RecoveryState state() {
        return state;
    }

    /**
     * What is established.
     *
     * @return an immutable set
     */
    public Terms<Fact> facts() {
        return identity.vocabulary.facts().ofBits(low, high);
    }

    /**
     * Whether a fact is established.
     *
     * @param fact which
     * @return false also for a fact that is not declared
     */
    public boolean has(Fact fact) {
        int bit = identity.vocabulary.facts().bitOrMinusOne(fact);
        return bit >= 0 && ((bit < 64 ? low >>> bit : high >>> bit) & 1) != 0;
    }

    /**
     * The facts' bits 0 to 63, for row evaluation.
     *
     * @return the bits
     */
    public long low() {
        return low;
    }

    /**
     * The facts' bits 64 to 127, for row evaluation.
     *
     * @return the bits
     */
    public long high() {
        return high;
    }

    /**
     * The sequence of the last event; 0 for a blank case. What optimistic locking compares.
     *
     * @return 0 or more
     */
    public int version() {
        return version;
    }

    /**
     * When the last event was recorded.
     *
     * @return {@link Instant#MIN} for a blank case
     */
    public Instant recordedAt() {
        return recordedAt;
    }

    /**
     * Who and what it is about.
     *
     * @return never null
     */
    public CaseData data() {
        return data;
    }

    /**
     * What is owed and what is to be settled.
     *
     * @return never null
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * The clocks that run.
     *
     * @return an immutable list, in no particular order
     */
    public List<RunningDeadline> deadlines() {
        return deadlines;
    }

    /**
     * When the next rung of any clock comes.
     *
     * @return {@link Instant#MAX} if none does
     */
    public Instant nextDue() {
        Instant next = Instant.MAX;
        for (RunningDeadline clock : deadlines) {
            if (clock.next().isBefore(next)) {
                next = clock.next();
            }
        }
        return next;
    }

    /**
     * How many emotion acts there were (D15).
     *
     * @return 0 to 32,767; more are not counted
     */
    public int feelingActs() {
        return feelingActs;
    }

    /**
     * How many acts on the fix there were (D15).
     *
     * @return 0 to 32,767; more are not counted
     */
    public int fixActs() {
        return fixActs;
    }

    /**
     * Working time on the feelings, as far as it was told (A21). The time of a command counts once, however many of its acts tend
     * feelings.
     *
     * @return seconds
     */
    public int feelingSeconds() {
        return feelingSeconds;
    }

    /**
     * Working time on the fix, as far as it was told (A21). The time of a command counts once, however many of its acts work on it.
     *
     * @return seconds
     */
    public int fixSeconds() {
        return fixSeconds;
    }

    @Override
    public String toString() {
        return "case " + identity.id + " (" + state + ", version " + version + ")";
    }
}
