package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/** Several processes with several threads on one PostgreSQL, on the same cases and the same deadlines: one winner, no deadlock, nobody forgotten. */
class RaceTest {
    private static final int PROCESSES = 3;
    private static final int RUNNERS = PROCESSES * RaceChild.THREADS;
    private static final int ROUNDS = 40;
    private static final int CASES = 300;

    @TempDir
    Path folder;

    private final List<ChildProcess> children = new ArrayList<>();
    private JdbcConnectionPool pool;
    private JdbcCaseStore store;
    private RecoveryDesk desk;

    @BeforeEach
    void start() throws Exception {
        String url = CrashDatabases.freshPostgres();
        pool = CrashDatabases.pool(url);
        JdbcCaseStore.createSchema(pool);
        store = JdbcCaseStore.over(pool);
        desk = Workload.desk(Workload.playbook(), store, new SettableClock(Workload.START), pager());
        for (int i = 0; i < PROCESSES; i++) {
            children.add(ChildProcess.start(RaceChild.class, folder.resolve("errors")));
        }
        for (ChildProcess child : children) {
            child.tell((char) ('p' + children.indexOf(child)) + " " + url);
        }
        answers();
    }

    @AfterEach
    void stop() {
        children.forEach(ChildProcess::close);
        pool.dispose();
    }

    /** Wants to know as those of the processes do, and is told only what they left. */
    private static EscalationHook pager() {
        return new EscalationHook() {
            @Override
            public String name() {
                return "pager";
            }

            @Override
            public void deliver(Delivery delivery) {
                throw new IllegalStateException("They left " + delivery.key());
            }
        };
    }

    private List<String> race(String round, Instant now, String more) throws Exception {
        for (ChildProcess child : children) {
            child.tell(round + " " + now.getEpochSecond() + " " + more);
        }
        return answers();
    }

    private List<String> answers() throws Exception {
        List<String> answers = new ArrayList<>();
        for (ChildProcess child : children) {
            for (String line = child.line(); !"DONE".equals(line); line = child.line()) {
                assertNotNull(line, () -> "A process ended: " + errors());
                answers.add(line);
            }
        }
        return answers;
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void open(String caseId) {
        desk.open(caseId, Workload.command("open-" + caseId, Workload.START)).orThrow();
    }

    private long number(String sql) throws Exception {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<CaseEvent> lapses(String caseId) {
        return store.history(caseId).stream().filter(event -> event.step() == Step.REPORT_LAPSE).toList();
    }

    /** Not even after every claim has expired. */
    private void nothingIsLeft(Instant now) throws Exception {
        assertEquals(0, number("SELECT count(*) FROM recovery_case WHERE next_due_us <= " + ChronoUnit.MICROS.between(Instant.EPOCH, now)));
        assertEquals(0, number("SELECT count(*) FROM recovery_delivery"));
        // A claim that outlives the race would make a case late.
        assertEquals(0, number("SELECT count(*) FROM recovery_case WHERE tick_us <> next_due_us"));
    }

    private void noDeadlock() throws Exception {
        assertEquals(0, number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    @Test
    void ofManyWhoSawTheSameVersionExactlyOneWins() throws Exception {
        open("c");
        for (int round = 0; round < ROUNDS; round++) {
            int version = store.load("c").orElseThrow().version();
            List<String> results = race("version", Workload.START, "c " + version);
            assertEquals(1, results.stream().filter(line -> line.startsWith("WON")).count(), results::toString);
            assertEquals(RUNNERS - 1, Collections.frequency(results, "CONFLICT"), results::toString);
            List<CaseEvent> since = store.history("c").subList(version, store.load("c").orElseThrow().version());
            assertEquals(1, since.stream().map(CaseEvent::commandId).distinct().count(), since::toString);
        }
        assertEquals(Optional.empty(), store.verifyHistory("c"));
        noDeadlock();
    }

    @Test
    void whoeverDoesNotMindTheVersionIsDoneExactlyOnce() throws Exception {
        open("c");
        int times = 20;
        assertEquals(RUNNERS, Collections.frequency(race("any", Workload.START, "c " + times), "ALL " + times));
        List<CaseEvent> history = store.history("c");
        List<String> runs = new ArrayList<>();
        for (CaseEvent event : history) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(event.commandId())) {
                runs.add(event.commandId());
            }
        }
        // As many runs as commands: each once, and no other within it.
        assertEquals(1 + RUNNERS * times, runs.size());
        assertEquals(runs.size(), new HashSet<>(runs).size());
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).sequence());
        }
        assertEquals(Optional.empty(), store.verifyHistory("c"));
        noDeadlock();
    }

    @Test
    void whatManyTickAtTheSameInstantIsReportedAndToldOnce() throws Exception {
        for (int i = 0; i < CASES; i++) {
            open("c-" + i);
        }
        Instant now = Workload.START.plus(Workload.PULSE);
        List<String> answers = race("tick", now, "");
        int rungs = CASES * Workload.PULSE_RUNGS.size();
        int lapsed = answers.stream().filter(line -> line.startsWith("LAPSED ")).mapToInt(line -> Integer.parseInt(line.substring(7))).sum();
        assertEquals(rungs, lapsed);
        for (int i = 0; i < CASES; i++) {
            assertEquals(Workload.PULSE_RUNGS.size(), lapses("c-" + i).size(), "c-" + i);
            assertEquals(Optional.empty(), store.verifyHistory("c-" + i));
        }
        // Nobody died and no claim expired: what "at least once" allows did not come about.
        List<String> told = answers.stream().filter(line -> line.startsWith("TOLD ")).toList();
        Set<String> once = new HashSet<>(told);
        assertEquals(rungs, once.size());
        assertEquals(rungs, told.size(), "told again");
        nothingIsLeft(now);
        assertTrue(answers.stream().filter(line -> line.startsWith("LAPSED ") && !line.equals("LAPSED 0")).count() > 1, "it was no race");
        noDeadlock();
    }

    @Test
    void whoTicksAndWhoPerformsOnTheSameCasesAreNotInEachOthersWay() throws Exception {
        int cases = 40;
        int times = 20;
        for (int i = 0; i < cases; i++) {
            open("c-" + i);
        }
        Instant now = Workload.START.plus(Workload.PULSE);
        List<String> answers = race("both", now, String.valueOf(times));
        assertEquals(PROCESSES * (RaceChild.THREADS - 1), Collections.frequency(answers, "ALL " + times));
        for (int i = 0; i < cases; i++) {
            assertEquals(Workload.PULSE_RUNGS.size(), lapses("c-" + i).size(), "c-" + i);
            assertEquals(Optional.empty(), store.verifyHistory("c-" + i));
        }
        nothingIsLeft(now);
        noDeadlock();
    }
}
