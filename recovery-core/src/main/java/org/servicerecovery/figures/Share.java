package org.servicerecovery.figures;

import java.util.Locale;
import java.util.OptionalDouble;
import org.servicerecovery.model.InvalidInputException;

/**
 * So many of so many. Immutable.
 *
 * @param count how many, 0 or more
 * @param of    out of how many, at least {@code count}
 */
public record Share(long count, long of) {
    /**
     * @throws InvalidInputException if the count is negative or greater than what it is of
     */
    public Share {
        if (count < 0 || count > of) {
            throw new InvalidInputException("A share is of 0 to all, but was " + count + " of " + of + ". Check what is counted.");
        }
    }

    /**
     * The share as a number.
     *
     * @return 0 to 1; empty if it is of nothing, never NaN
     */
    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / of);
    }

    String percent() {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
    }

    @Override
    public String toString() {
        return count + " of " + of + " (" + percent() + ")";
    }
}
