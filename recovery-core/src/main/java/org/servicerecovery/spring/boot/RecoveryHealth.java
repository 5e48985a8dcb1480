package org.servicerecovery.spring.boot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;

/** Whether hooks hear and deadlines are reported in time; the same for both generations of Spring Boot. */
final class RecoveryHealth {
    /** Enough to see that it is not a single one. */
    private static final int MOST = 100;

    private final CaseStore store;
    private final InstantSource clock;
    private final Duration lag;

    /** What was found. */
    record Look(boolean lags, Map<String, Object> details) {
    }

    RecoveryHealth(CaseStore store, InstantSource clock, Duration lag) {
        this.store = store;
        this.clock = clock;
        this.lag = lag;
    }

    Look look() {
        Instant since = clock.instant().minus(lag);
        List<String> dead = store.deadLetters(MOST).stream().map(Delivery::key).toList();
        List<String> waiting = store.waiting(since, MOST).stream().map(Delivery::key).toList();
        List<String> due = store.find(CaseQuery.all().dueBy(since).dueFirst().atMost(MOST)).stream().map(CaseSummary::id).toList();
        Map<String, Object> details = new LinkedHashMap<>();
        tell(details, "deadLetters", dead);
        tell(details, "deliveriesLate", waiting);
        tell(details, "deadlinesLate", due);
        details.put("lateAfter", lag.toString());
        return new Look(!dead.isEmpty() || !waiting.isEmpty() || !due.isEmpty(), details);
    }

    private static void tell(Map<String, Object> details, String what, List<String> found) {
        details.put(what, found.size() < MOST ? String.valueOf(found.size()) : MOST + " or more");
        if (!found.isEmpty()) {
            details.put(what + "First", found.get(0));
        }
    }
}
