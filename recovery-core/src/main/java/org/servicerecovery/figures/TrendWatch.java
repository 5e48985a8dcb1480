package org.servicerecovery.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Watches every cause for one threshold. Per cause it keeps the cases of the window that ends with the newest, and whether the
 * threshold has been told since it was last below it.
 */
final class TrendWatch {
    private final int cases;
    private final Duration window;
    private final Consumer<Trend> callback;
    private final Map<String, Window> causes = new HashMap<>();

    private record Seen(Instant at, String caseId) {
    }

    private static final class Window {
        private final TreeSet<Seen> seen = new TreeSet<>(Comparator.comparing(Seen::at).thenComparing(Seen::caseId));
        private boolean told;
    }

    TrendWatch(int cases, Duration window, Consumer<Trend> callback) {
        this.cases = cases;
        this.window = window;
        this.callback = callback;
    }

    /** One more case with the cause. Gives a trend if this very case makes it one. */
    Optional<Trend> see(String cause, Instant at, String caseId) {
        Window one = causes.computeIfAbsent(cause, key -> new Window());
        Instant newest = one.seen.isEmpty() || at.isAfter(one.seen.last().at()) ? at : one.seen.last().at();
        while (!one.seen.isEmpty() && isBefore(one.seen.first().at(), newest)) {
            one.seen.pollFirst();
        }
        one.told &= one.seen.size() >= cases;
        if (isBefore(at, newest)) {
            return Optional.empty();
        }
        one.seen.add(new Seen(at, caseId));
        if (one.told || one.seen.size() < cases) {
            return Optional.empty();
        }
        one.told = true;
        return Optional.of(new Trend(cause, window, one.seen.stream().map(Seen::caseId).toList(), one.seen.first().at(), newest));
    }

    /** Whether it lies before the window that ends there. */
    private boolean isBefore(Instant at, Instant end) {
        return Duration.between(at, end).compareTo(window) > 0;
    }

    void tell(Trend trend) {
        callback.accept(trend);
    }
}
