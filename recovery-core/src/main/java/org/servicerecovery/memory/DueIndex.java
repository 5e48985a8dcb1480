package org.servicerecovery.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * When each case is to be looked at next. A claim moves a case to where the claim expires, so that claimed cases are not in the way of
 * the others.
 */
final class DueIndex {
    private final TreeSet<Due> order = new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::caseId));
    /** The cases that are not where their snapshot says. */
    private final Map<String, Instant> claimed = new HashMap<>();

    private record Due(Instant at, String caseId) {
    }

    synchronized void set(String caseId, Instant old, Instant next) {
        Instant claim = claimed.remove(caseId);
        Instant was = claim == null ? old : claim;
        if (!was.equals(next)) {
            order.remove(new Due(was, caseId));
            if (next.isBefore(Instant.MAX)) {
                order.add(new Due(next, caseId));
            }
        }
    }

    synchronized List<String> claim(Instant now, Instant until, int limit) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < limit && !order.isEmpty() && !order.first().at().isAfter(now)) {
            String id = order.pollFirst().caseId();
            ids.add(id);
            claimed.put(id, until);
            order.add(new Due(until, id));
        }
        return ids;
    }

    synchronized void unclaim(String caseId, Instant next) {
        if (claimed.containsKey(caseId)) {
            set(caseId, next, next);
        }
    }
}
