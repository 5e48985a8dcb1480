package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servicerecovery.crash.CrashChild.Point;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.playbook.Playbook;

/**
 * A process that handles commands, ticks and tells hooks is killed, hundreds of times, and each time another goes on with what it left.
 * Half of them are killed from outside at a random moment, while they open the database or at work; the other half end themselves, as
 * abruptly, at a chosen point: amid the statements, around the commit, before the acknowledgement, around the telling of a hook. Then
 * every acknowledged command is there exactly once, nothing is half written, no deadline was skipped and no hook was passed over.
 *
 * <p>{@code -Drecovery.crashes=300} kills more often than the 100 times a database that every build does.
 */
class CrashTest {
    private static final int CRASHES = Integer.getInteger("recovery.crashes", 100);
    private static final long SEED = 20260112;
    private static final int STATEMENTS_OF_THE_SCHEMA = 15;
    /** So many get ready while one is at work. */
    private static final int WAITING = 2;
    private static final Map<Point, Integer> MOST_PASSES = new EnumMap<>(Map.of(Point.BEFORE_STATEMENT, 300, Point.AFTER_STATEMENT, 300,
        Point.BEFORE_COMMIT, 100, Point.AFTER_COMMIT, 100, Point.BEFORE_ACKNOWLEDGEMENT, 20, Point.BEFORE_HOOK, 60, Point.AFTER_HOOK, 60));

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Notes notes = new Notes();
    private final Map<Point, Integer> ended = new EnumMap<>(Point.class);

    @Test
    void nothingIsLostOnH2() throws Exception {
        Path file = folder.resolve("cases");
        crashes("file:" + file);
        try (JdbcCaseStore store = JdbcCaseStore.inFile(file)) {
            survey("H2", store);
        }
    }

    @Test
    void nothingIsLostOnPostgres() throws Exception {
        String url = CrashDatabases.freshPostgres();
        JdbcConnectionPool pool = CrashDatabases.pool(url);
        try {
            crashes(url);
            CrashDatabases.awaitNobodyElse(pool);
            survey("PostgreSQL", JdbcCaseStore.over(pool));
        } finally {
            pool.dispose();
        }
    }

    private void survey(String database, JdbcCaseStore store) {
        Playbook playbook = Workload.playbook();
        String counted = new Survey(playbook, store, notes).holds();
        assertTrue(notes.acknowledged.size() > CRASHES, "they were killed before they did anything");
        System.out.println("Crashes on " + database + ": " + ended.values().stream().mapToInt(Integer::intValue).sum() + " kills " + ended + "; "
            + counted);
    }

    private void crashes(String where) throws Exception {
        ArrayDeque<ChildProcess> ready = new ArrayDeque<>();
        Path errors = folder.resolve("errors");
        try {
            for (int number = 0; number < CRASHES; number++) {
                while (ready.size() <= WAITING) {
                    ready.add(ChildProcess.start(CrashChild.class, errors));
                }
                try (ChildProcess child = ready.remove()) {
                    crash(child, number, where);
                } catch (AssertionError | IllegalStateException e) {
                    throw new AssertionError("Child " + number + ": " + e.getMessage() + "\n" + Files.readString(errors), e);
                }
            }
        } finally {
            ready.forEach(ChildProcess::close);
        }
    }

    private void crash(ChildProcess child, int number, String where) throws IOException, InterruptedException {
        // The first of all make the tables, each one a little more: not every database does that in one go.
        Point point = number < STATEMENTS_OF_THE_SCHEMA ? Point.AFTER_STATEMENT
            : number % 2 == 0 ? Point.NOWHERE : Point.values()[1 + random.nextInt(Point.values().length - 1)];
        int passes = number < STATEMENTS_OF_THE_SCHEMA ? number + 1 : point == Point.NOWHERE ? 1 : 1 + random.nextInt(MOST_PASSES.get(point));
        child.tell(number + " " + (notes.latest().getEpochSecond() + 1) + " " + point + " " + passes + " " + where);
        if (point == Point.NOWHERE) {
            boolean early = random.nextInt(5) == 0;
            List<String> lines = lines(child, early ? 1 : 2 + random.nextInt(150));
            if (early) {
                child.runsFor(random.nextInt(100));
            } else {
                spin(random.nextInt(200_000));
            }
            child.kill();
            lines.forEach(notes::read);
        }
        lines(child, Integer.MAX_VALUE).forEach(notes::read);
        // SIGKILL, or the same exit code by itself: else it came to the end of its work, or something else went wrong.
        assertEquals(137, child.exit(), "exit code");
        ended.merge(point, 1, Integer::sum);
    }

    private static List<String> lines(ChildProcess child, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < most) {
            String line = child.line();
            if (line == null) {
                return lines;
            }
            lines.add(line);
        }
        return lines;
    }

    /** Far less than a command takes, so that the kill comes anywhere within one. */
    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }
}
