package org.servicerecovery.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * How long customers waited: from the opening, as it occurred, to the event, as it occurred. Left out: merged duplicates, and
 * adopted cases, whose opening elsewhere nobody here knows. Immutable.
 *
 * @param firstResponse (A03) to the event that first established {@code FIRST_RESPONSE_GIVEN}; an automatic reply never counts.
 *                      Without: cases that nobody has answered
 * @param ownership     (A06) to the event that first established {@code OWNER_NAMED}. Without: cases that nobody has taken
 * @param recovery      (E23) to the closing as {@code RECOVERED}, the last one if the case was reopened. Without: cases that
 *                      do not stand at {@code RECOVERED} now, open or ended otherwise
 * @param adopted       adopted cases left out
 */
public record Times(Spread firstResponse, Spread ownership, Spread recovery, long adopted) {

    /** Keeps three durations for each case: medians need them all. */
    static final class Count {
        private final List<Duration> firstResponse = new ArrayList<>();
        private final List<Duration> ownership = new ArrayList<>();
        private final List<Duration> recovery = new ArrayList<>();
        private long opened;
        private long adopted;

        void add(History history) {
            if (history.adopted()) {
                adopted++;
                return;
            }
            opened++;
            measure(firstResponse, history, history.first(event -> event.sets().contains(Facts.FIRST_RESPONSE_GIVEN)
                && event.step() != Step.SEND_AUTOMATIC_REPLY));
            measure(ownership, history, history.first(event -> event.sets().contains(Facts.OWNER_NAMED)));
            if (history.state() == RecoveryState.RECOVERED) {
                measure(recovery, history, history.last(History::recovers));
            }
        }

        private static void measure(List<Duration> into, History history, Optional<CaseEvent> until) {
            until.ifPresent(event -> into.add(Duration.between(history.opened(), event.occurredAt())));
        }

        Times figure() {
            return new Times(spread(firstResponse), spread(ownership), spread(recovery), adopted);
        }

        private Spread spread(List<Duration> durations) {
            return Spread.of(durations, opened - durations.size());
        }
    }
}
