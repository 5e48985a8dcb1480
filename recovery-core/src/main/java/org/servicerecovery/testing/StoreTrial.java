package org.servicerecovery.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;

/** What every part of the contract starts from: a fresh store, and threads that are let go at once. */
abstract class StoreTrial {
    /** Ids that are told apart only by whoever compares them letter by letter. None needs more than 800 bytes in UTF-8. */
    static final List<String> LOOK_ALIKES = List.of("case", "Case", "CASE", "case ", " case", "case  ", "c\u00e1se", "ca\u0301se", "cas\u00e9", "cas",
        "case%", "case_", "c_se", "c%", "%", "_", "'", "''", "\"", "\"case\"", "case'; --", "\\", "\\\\", "case\\", "case/1", "1", "01", "1.0",
        "null", "NULL", "strasse", "stra\u00dfe", "\u0130", "i", "I", "\u0131", "\u4f60\u597d", "\ud83d\ude00", "\ud83d\ude01",
        "\ud83d\ude00\u200d", "case\u200b", "x".repeat(200), "x".repeat(199), "x".repeat(199) + "y", "x".repeat(199) + "X",
        "\ud83d\ude00".repeat(100), "\u4f60".repeat(200), "\u4f60".repeat(199));

    private static final int SECONDS = 120;

    /** Fresh and empty. */
    CaseStore store;

    /**
     * The store to be tried. It is asked for once before each test, and before a subclass's own methods that run before each test.
     *
     * @return a store that is fresh and empty
     */
    protected abstract CaseStore store();

    /**
     * A second store over the same data, as another node has it.
     *
     * @return by default the first one, for stores that share nothing
     */
    protected CaseStore sameDataAgain() {
        return store;
    }

    @BeforeEach
    final void asksForAStore() {
        store = store();
    }

    /** Lets all go at once, and hands back what each of them brought. */
    static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> made) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> runner = made.apply(i);
                running.add(pool.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return runner.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The store threw while several threads used it: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Several threads at once were not done after " + SECONDS + " seconds.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    static List<Integer> sequences(List<CaseEvent> events) {
        return events.stream().map(CaseEvent::sequence).toList();
    }

    static List<String> keys(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::key).toList();
    }
}
