package org.servicerecovery.spi;

import java.util.Comparator;
import org.servicerecovery.model.RecoveryState;

/**
 * How many cases stand in one state with one owner.
 *
 * @param state the state
 * @param owner the owner; empty for nobody
 * @param cases how many, 1 or more
 */
public record CaseCount(RecoveryState state, String owner, long cases) {
    /** By state, then by owner. */
    public static final Comparator<CaseCount> ORDER = Comparator.comparing(CaseCount::state).thenComparing(CaseCount::owner);
}
