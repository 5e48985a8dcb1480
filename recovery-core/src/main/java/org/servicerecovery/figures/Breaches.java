package org.servicerecovery.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Deadline;

/**
 * How often one deadline fell due unmet (A03 for the first response, E23 for the rest): entries of {@code REPORT_LAPSE} of kind
 * BREACH. Left out: warnings and escalations of the same clock, breaches that no tick has reported yet, and merged duplicates.
 * Immutable.
 *
 * @param deadline its id
 * @param count    breaches, 1 or more; a clock that recurs, or runs for each duty, can breach several times in one case
 * @param cases    cases with any of them
 */
public record Breaches(String deadline, long count, long cases) {

    /** Counts. */
    static final class Count {
        private final Map<String, long[]> breaches = new HashMap<>();

        void add(History history) {
            Set<String> here = new HashSet<>();
            for (CaseEvent event : history.events()) {
                if (event.action() instanceof Actions.Lapse lapse && lapse.kind() == Deadline.Rung.Kind.BREACH) {
                    long[] both = breaches.computeIfAbsent(lapse.deadline(), id -> new long[2]);
                    both[0]++;
                    both[1] += here.add(lapse.deadline()) ? 1 : 0;
                }
            }
        }

        List<Breaches> figure() {
            return breaches.entrySet().stream().map(entry -> new Breaches(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingLong(Breaches::count).reversed().thenComparing(Breaches::deadline)).toList();
        }
    }
}
