package org.servicerecovery.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    private final Timed timed;

    /** The time of a command counts once for the feelings and once for the fix, however many acts it has. */
    private record Timed(String command, boolean feelings, boolean fix) {
    }

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
        boolean same = before.timed != null && before.timed.command.equals(event.commandId());
        boolean feelingsIn = same && before.timed.feelings;
        boolean fixIn = same && before.timed.fix;
        feelingSeconds = before.feelingSeconds + (step.tendsFeelings() && !feelingsIn ? seconds : 0);
        fixSeconds = before.fixSeconds + (step.worksOnFix() && !fixIn ? seconds : 0);
        timed = new Timed(event.commandId(), feelingsIn || step.tendsFeelings(), fixIn || step.worksOnFix());
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
