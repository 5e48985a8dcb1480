package org.servicerecovery.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A clock that runs on a case. Every instant is absolute and in the log. Immutable.
 *
 * @param deadline the deadline's id
 * @param duty     the duty that it is for, or 0 for the case itself
 * @param start    when it started
 * @param due      when it falls due
 * @param rung     which rung of its ladder comes next, from 0; the ladder's size when nothing more comes
 * @param next     when that rung comes, or {@link Instant#MAX}: nothing more comes, or the clock is paused
 * @param pausedAt since when it is paused because the customer has the ball; empty if it runs. What the other instants say is then as it
 *                 stood at that moment
 */
public record RunningDeadline(String deadline, int duty, Instant start, Instant due, int rung, Instant next, Optional<Instant> pausedAt) {
    /**
     * A clock that is not paused.
     *
     * @param deadline the deadline's id
     * @param duty     the duty that it is for, or 0 for the case itself
     * @param start    when it started
     * @param due      when it falls due
     * @param rung     which rung comes next
     * @param next     when that rung comes, or {@link Instant#MAX}
     */
    public RunningDeadline(String deadline, int duty, Instant start, Instant due, int rung, Instant next) {
        this(deadline, duty, start, due, rung, next, Optional.empty());
    }

    /**
     * Whether this is the clock of that deadline and duty.
     *
     * @param otherDeadline the id
     * @param otherDuty     the duty, or 0
     * @return true if so
     */
    public boolean is(String otherDeadline, int otherDuty) {
        return duty == otherDuty && deadline.equals(otherDeadline);
    }
}
