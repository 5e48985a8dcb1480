package org.servicerecovery.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened, once and for ever. It names the facts that it set and cleared and the clocks that it started and stopped,
 * so that a replay needs no playbook. A wrong entry is corrected by a later one. Immutable.
 *
 * @param caseId     whose event it is
 * @param sequence   1 for the first event of a case, then without gaps; with {@code caseId} unique
 * @param commandId  the command that caused it; a message causes one event per step
 * @param actor      who acted
 * @param occurredAt when it happened: what deadlines count from
 * @param recordedAt when it was recorded: the order
 * @param playbook   which playbook judged it
 * @param action     the step with its particulars
 * @param message    the words that the customer received, if any
 * @param spent      the working time that went into the command, {@link Duration#ZERO} if not told
 * @param row        the id of the row that was taken
 * @param from       the state before
 * @param to         the state afterwards
 * @param sets       facts set
 * @param clears     facts cleared
 * @param traits     everything that was true of the action, by whomever it was said
 * @param attested   those of the traits that a person attested
 * @param shown      those of the traits that the words show; one that is attested as well is in both
 * @param waivers    the waivers that were used
 * @param advised    ids of the violated guardrails that only advise
 * @param shadowed   ids of the violated guardrails that are only recorded
 * @param clocks     what happened to the clocks
 */
public record CaseEvent(String caseId, int sequence, String commandId, Actor actor, Instant occurredAt, Instant recordedAt,
                        PlaybookId playbook, RecoveryAction action, Optional<Message> message, Duration spent, String row,
                        RecoveryState from, RecoveryState to, Terms<Fact> sets, Terms<Fact> clears, Terms<Trait> traits,
                        Terms<Trait> attested, Terms<Trait> shown, List<Waiver> waivers, List<String> advised, List<String> shadowed,
                        ClockChanges clocks) {
    /**
     * What happened where nobody read the words.
     *
     * @param caseId     whose event it is
     * @param sequence   1 for the first event of a case, then without gaps; with {@code caseId} unique
     * @param commandId  the command that caused it
     * @param actor      who acted
     * @param occurredAt when it happened
     * @param recordedAt when it was recorded
     * @param playbook   which playbook judged it
     * @param action     the step with its particulars
     * @param message    the words that the customer received, if any
     * @param spent      the working time that went into the command
     * @param row        the id of the row that was taken
     * @param from       the state before
     * @param to         the state afterwards
     * @param sets       facts set
     * @param clears     facts cleared
     * @param traits     everything that was true of the action
     * @param attested   those of the traits that a person attested
     * @param waivers    the waivers that were used
     * @param advised    ids of the violated guardrails that only advise
     * @param shadowed   ids of the violated guardrails that are only recorded
     * @param clocks     what happened to the clocks
     */
    public CaseEvent(String caseId, int sequence, String commandId, Actor actor, Instant occurredAt, Instant recordedAt, PlaybookId playbook,
                     RecoveryAction action, Optional<Message> message, Duration spent, String row, RecoveryState from, RecoveryState to,
                     Terms<Fact> sets, Terms<Fact> clears, Terms<Trait> traits, Terms<Trait> attested, List<Waiver> waivers,
                     List<String> advised, List<String> shadowed, ClockChanges clocks) {
        this(caseId, sequence, commandId, actor, occurredAt, recordedAt, playbook, action, message, spent, row, from, to, sets, clears, traits,
            attested, traits.none(), waivers, advised, shadowed, clocks);
    }

    /**
     * What an event did to the clocks.
     *
     * @param started clocks that started, started again, or moved to their next rung; each replaces the one of the same
     *                deadline and duty
     * @param stopped clocks that no longer run
     * @param met     the deadlines among the stopped or restarted ones that were met, by id
     */
    public record ClockChanges(List<RunningDeadline> started, List<RunningDeadline> stopped, List<String> met) {
        /** No change. */
        public static final ClockChanges NONE = new ClockChanges(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public ClockChanges {
            started = List.copyOf(started);
            stopped = List.copyOf(stopped);
            met = List.copyOf(met);
        }
    }

    /**
     * The step that was taken.
     *
     * @return never null
     */
    public Step step() {
        return action.step();
    }
}
