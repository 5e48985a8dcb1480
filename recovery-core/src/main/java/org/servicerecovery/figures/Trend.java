package org.servicerecovery.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A root cause has become a trend (B49): so many cases within so short a time. Immutable.
 *
 * @param cause   its name, as in {@link RootCauses.Cause#name()}
 * @param window  the time within which they came, as it was asked for
 * @param caseIds the cases within the window, in the order of the dates at which the cause was recorded, equals by id; at least as
 *                many as were asked for
 * @param first   the date of the first of them
 * @param last    the date of the last of them, at most {@code window} later
 */
public record Trend(String cause, Duration window, List<String> caseIds, Instant first, Instant last) {
    /** Copies the list. */
    public Trend {
        caseIds = List.copyOf(caseIds);
    }
}
