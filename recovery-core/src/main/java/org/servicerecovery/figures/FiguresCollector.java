package org.servicerecovery.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.InvalidInputException;

/**
 * Collects histories one by one and keeps of them only what the figures need: for each case its id, three durations and the date of
 * its opening, for each customer a date, for each cause its name, and the cases within the windows of trends. Events are not kept.
 * Not for use by several threads.
 */
public final class FiguresCollector {
    private final Set<String> seen = new HashSet<>();
    private final Ends.Count ends = new Ends.Count();
    private final Times.Count times = new Times.Count();
    private final EasyFixes.Count easyFixes = new EasyFixes.Count();
    private final Balance.Count balance = new Balance.Count();
    private final Moods.Count moods = new Moods.Count();
    private final Loyalty.Count loyalty = new Loyalty.Count();
    private final Rules.Count rules = new Rules.Count();
    private final Breaches.Count breaches = new Breaches.Count();
    private final RootCauses.Count rootCauses = new RootCauses.Count();
    private final Repeats.Count repeats = new Repeats.Count();
    private final List<TrendWatch> watches = new ArrayList<>();
    private final List<Trend> trends = new ArrayList<>();
    private final List<Untold> untold = new ArrayList<>();
    private long merged;

    /**
     * A trend that a callback did not take.
     *
     * @param trend   the trend
     * @param problem what the callback threw
     */
    public record Untold(Trend trend, RuntimeException problem) {
    }

    FiguresCollector() {
        // RecoveryFigures.collector() reads better
    }

    /**
     * Asks to be told when a root cause has been recorded in so many cases within a window (B49). A cause that was recorded several
     * times in a case counts with its first date, and {@code none found} is no cause. The callback is called once whenever the number
     * reaches the threshold from below, and again only after it was below it: collected in the order of the dates, that is once
     * for each crossing. A date before the window that ends with the newest date collected of that cause counts in no window any more.
     * What was collected before this call does not count.
     * <p>
     * The callback is called on the thread that calls {@link #add}, after the whole history has been counted. What it throws is kept in
     * {@link #untold()} and stops neither the collecting nor another callback: no figure is lost by it. An {@link Error} is not kept
     * but thrown on by {@link #add}; the history has been counted by then.
     *
     * @param cases    the threshold, 1 or more
     * @param window   the time from the first to the last of them, inclusive; positive
     * @param callback who is told
     * @throws InvalidInputException if the threshold or the window is not positive, or a part is null
     */
    public void trendAt(int cases, Duration window, Consumer<Trend> callback) {
        if (cases < 1) {
            throw new InvalidInputException("A trend is a trend from 1 case on, but " + cases + " were asked for. Give a positive number.");
        }
        if (window == null || window.isZero() || window.isNegative()) {
            throw new InvalidInputException("The window of a trend must be positive, but was " + window + ". Give it, for instance, as days.");
        }
        if (callback == null) {
            throw new InvalidInputException("Who is told of a trend must not be null. Leave out trendAt(…) if nobody is.");
        }
        watches.add(new TrendWatch(cases, window, callback));
    }

    /**
     * Counts a refusal. A decision that permits is none and counts nothing, so that a host may hand in every decision.
     *
     * @param decision of a desk or kernel; it is not kept
     * @throws InvalidInputException if it is null
     */
    public void refused(Decision decision) {
        if (decision == null) {
            throw new InvalidInputException("The decision must not be null. Hand in what the desk answered.");
        }
        if (!decision.isPermitted()) {
            rules.refused(decision);
        }
    }

    /**
     * Counts a case.
     *
     * @param history all its events, in order, without gaps, beginning with its opening or adoption; not kept
     * @throws InvalidInputException if it is null, empty or incomplete, out of order, of several cases, or of a case that was added
     *                               before; the message names the case, and nothing of the history has been counted
     */
    public void add(List<CaseEvent> history) {
        add(history, "History " + (seen.size() + 1));
    }

    void add(List<CaseEvent> events, String place) {
        History history = History.of(events, place);
        if (!seen.add(history.caseId())) {
            throw new InvalidInputException("Case " + history.caseId() + " was added before. Hand in the history of each case once.");
        }
        if (history.merged()) {
            merged++;
            return;
        }
        ends.add(history);
        times.add(history);
        easyFixes.add(history);
        balance.add(history);
        moods.add(history);
        loyalty.add(history);
        rules.add(history);
        breaches.add(history);
        repeats.add(history);
        watch(rootCauses.add(history), history.caseId());
    }

    private void watch(Map<String, Instant> causes, String caseId) {
        List<Runnable> calls = new ArrayList<>();
        for (TrendWatch watch : watches) {
            causes.forEach((cause, at) -> watch.see(cause, at, caseId).ifPresent(trend -> {
                trends.add(trend);
                calls.add(() -> tell(watch, trend));
            }));
        }
        // Only now: a callback may throw, or ask for the figures so far.
        calls.forEach(Runnable::run);
    }

    private void tell(TrendWatch watch, Trend trend) {
        try {
            watch.tell(trend);
        } catch (RuntimeException problem) {
            untold.add(new Untold(trend, problem));
        }
    }

    /**
     * The trends of which the host could not be told, so that it can see why and tell them again.
     *
     * @return a copy, in the order in which they were reached
     */
    public List<Untold> untold() {
        return List.copyOf(untold);
    }

    /**
     * The figures over everything that was collected so far. Collecting may go on.
     *
     * @return never null
     */
    public RecoveryFigures figures() {
        return new RecoveryFigures(seen.size(), merged, ends.figure(), times.figure(), easyFixes.figure(), balance.figure(), moods.figure(),
            loyalty.figure(), rules.figure(), breaches.figure(), rootCauses.figure(trends, untold.size()), repeats.figure());
    }
}
