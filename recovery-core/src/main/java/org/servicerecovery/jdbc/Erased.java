package org.servicerecovery.jdbc;

import java.util.List;

/**
 * What an erasure did.
 *
 * @param cases the cases in which something was erased
 * @param open  the cases that hold something of the person and were left alone, because they have not ended
 */
public record Erased(List<String> cases, List<String> open) {
    /** Copies the lists. */
    public Erased {
        cases = List.copyOf(cases);
        open = List.copyOf(open);
    }
}
