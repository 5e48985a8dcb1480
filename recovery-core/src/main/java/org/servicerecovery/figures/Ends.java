package org.servicerecovery.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * How cases stand and ended. Silence is an end of its own and never a recovery (A22, B51). Left out: merged duplicates; with
 * them, the ends and the open ones are all cases. Immutable.
 *
 * @param counts        the cases that stand at each end now; all five ends, in their order, also those of none
 * @param open          the cases that stand at no end, reopened ones among them
 * @param reopenedOnce  cases that were reopened once, wherever they stand now
 * @param reopenedOften cases that were reopened twice or more
 * @param saved         what was saved (A30)
 */
public record Ends(Map<RecoveryState, Long> counts, long open, long reopenedOnce, long reopenedOften, Saved saved) {
    /** Copies the map. */
    public Ends {
        Map<RecoveryState, Long> copy = new EnumMap<>(RecoveryState.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /**
     * Outcome on three dimensions (A30), by the last {@code RECORD_OUTCOME} of a case that was not taken back and that no later
     * reopening has outdated. The shares are of the cases in which the dimensions are stated. Left out: merged duplicates.
     * Immutable.
     *
     * @param account      the account was saved
     * @param relationship the relationship was saved
     * @param business     the business was saved
     * @param unstated     cases with an outcome in a plain note only
     * @param unrecorded   cases without an outcome, open ones among them
     */
    public record Saved(Share account, Share relationship, Share business, long unstated, long unrecorded) {
    }

    /**
     * How many of the ended cases stand at this end.
     *
     * @param end one of the five ends
     * @return of all ended cases
     * @throws InvalidInputException if it is no end
     */
    public Share share(RecoveryState end) {
        if (end == null || !end.isEnd()) {
            throw new InvalidInputException("A share can be told of the five ends, but " + end + " is none. Use one of " + counts.keySet()
                + ".");
        }
        return new Share(counts.getOrDefault(end, 0L), ended());
    }

    /**
     * How many cases stand at any end.
     *
     * @return 0 or more
     */
    public long ended() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts. */
    static final class Count {
        private final Map<RecoveryState, Long> ends = new EnumMap<>(RecoveryState.class);
        private long open;
        private long once;
        private long often;
        private long account;
        private long relationship;
        private long business;
        private long stated;
        private long unstated;
        private long unrecorded;

        Count() {
            for (RecoveryState state : RecoveryState.values()) {
                if (state.isEnd()) {
                    ends.put(state, 0L);
                }
            }
        }

        void add(History history) {
            if (history.state().isEnd()) {
                ends.merge(history.state(), 1L, Long::sum);
            } else {
                open++;
            }
            long reopened = history.events().stream().filter(event -> event.step() == Step.REOPEN).count();
            once += reopened == 1 ? 1 : 0;
            often += reopened > 1 ? 1 : 0;
            outcome(history.current(Step.RECORD_OUTCOME).orElse(null));
        }

        private void outcome(RecoveryAction recorded) {
            if (recorded == null) {
                unrecorded++;
            } else if (recorded instanceof Outcomes.Outcome outcome) {
                stated++;
                account += outcome.account() ? 1 : 0;
                relationship += outcome.relationship() ? 1 : 0;
                business += outcome.business() ? 1 : 0;
            } else {
                unstated++;
            }
        }

        Ends figure() {
            return new Ends(ends, open, once, often,
                new Saved(new Share(account, stated), new Share(relationship, stated), new Share(business, stated), unstated, unrecorded));
        }
    }
}
