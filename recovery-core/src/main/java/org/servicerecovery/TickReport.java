package org.servicerecovery;

import java.util.List;

/**
 * What one tick did.
 *
 * @param lapsed    how many rungs of deadlines were reported
 * @param delivered how many deliveries to hooks were made
 * @param failed    how many deliveries failed and will be tried again
 * @param problems  cases that could not be ticked, each with the reason; the others were not held up
 * @param more      whether the limit was reached, so that another tick at once is worth while
 */
public record TickReport(int lapsed, int delivered, int failed, List<String> problems, boolean more) {
    /** Copies the list. */
    public TickReport {
        problems = List.copyOf(problems);
    }
}
