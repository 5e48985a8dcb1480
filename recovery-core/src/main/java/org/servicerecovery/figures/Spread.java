package org.servicerecovery.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How durations are spread. All are elapsed time, by no calendar, never negative. Immutable.
 *
 * @param measured  how many cases were measured
 * @param without   how many could be, but have not come so far
 * @param mean      the sum by the number, rounded down to the nanosecond; empty if none was measured, as are the others
 * @param median    the middle one, or the mean of the two in the middle
 * @param ninetieth the 90th percentile by nearest rank: the shortest duration that at least nine in ten do not exceed
 * @param longest   the greatest
 */
public record Spread(long measured, long without, Optional<Duration> mean, Optional<Duration> median, Optional<Duration> ninetieth,
                     Optional<Duration> longest) {

    static Spread of(List<Duration> durations, long without) {
        int size = durations.size();
        if (size == 0) {
            return new Spread(0, without, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        Duration sum = Duration.ZERO;
        for (Duration one : sorted) {
            sum = sum.plus(one);
        }
        Duration median = sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(2);
        // The rank in whole numbers: ceil(0.9 * size) in floating point is one too many for some sizes.
        int rank = (int) ((9L * size + 9) / 10);
        return new Spread(size, without, Optional.of(sum.dividedBy(size)), Optional.of(median), Optional.of(sorted.get(rank - 1)),
            Optional.of(sorted.get(size - 1)));
    }
}
