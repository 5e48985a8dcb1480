package org.servicerecovery.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/**
 * Commands that survive the power going off, each acknowledged before the next is sent. A case has twelve: it is opened, and eleven
 * steps are taken. Flowable takes as many on a case of its own, each in its own transaction as it does by itself, on a PostgreSQL with
 * the same settings and through the same pool. Cases are left open after that, and stay in the database.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
public abstract class DurableBenchmark {
    static final int STEPS = 12;
    private static final List<Command> STORY = Story.commands(Instant.now().plus(Duration.ofDays(300))).subList(0, STEPS);
    /** Enough for every thread that is measured, and the same for all. */
    private static final int CONNECTIONS = 4;

    /** One command at a time. */
    @Threads(1)
    public static class Alone extends DurableBenchmark {
    }

    /** Two at a time, on cases of their own. */
    @Threads(2)
    public static class InPairs extends DurableBenchmark {
    }

    /** The case that a thread is at. */
    @State(Scope.Thread)
    public static class Walk {
        private String caseId = "";
        private int taken = STEPS;

        /** Whether the next step opens a case. */
        boolean opens() {
            taken = taken == STEPS ? 1 : taken + 1;
            return taken == 1;
        }

        String caseId() {
            return caseId;
        }
    }

    /** A hook that wants to know of everything and does nothing with it. */
    private static final class Listener implements EscalationHook {
        @Override
        public String name() {
            return "listener";
        }

        @Override
        public boolean wants(CaseEvent event) {
            return true;
        }

        @Override
        public void deliver(Delivery delivery) {
            // What a hook does takes its own time.
        }
    }

    /** A desk over a database. */
    @State(Scope.Benchmark)
    public abstract static class Desk {
        private final AtomicLong opened = new AtomicLong();
        private RecoveryDesk desk;

        abstract JdbcCaseStore store();

        /**
         * Starts it.
         *
         * @throws IOException if there is no place for the database
         */
        @Setup
        public void start() throws IOException {
            desk = build(RecoveryDesk.builder(Playbooks.standard()).store(store()));
        }

        RecoveryDesk build(DeskBuilder builder) {
            return builder.build();
        }

        /** Stops it. */
        @TearDown
        public abstract void stop();

        RecoveryDesk desk() {
            return desk;
        }

        String next(Walk walk) {
            if (walk.opens()) {
                walk.caseId = "case-" + opened.incrementAndGet();
                desk.open(walk.caseId, STORY.get(0)).orThrow();
            } else {
                desk.perform(walk.caseId, STORY.get(walk.taken - 1)).orThrow();
            }
            return walk.caseId;
        }
    }

    /** H2 in a file. */
    public static class H2 extends Desk {
        private Path folder;
        private JdbcCaseStore store;

        @Override
        JdbcCaseStore store() {
            return store;
        }

        @Override
        public void start() throws IOException {
            folder = Files.createTempDirectory("durable");
            store = JdbcCaseStore.inFile(folder.resolve("cases"));
            super.start();
        }

        @Override
        public void stop() {
            store.close();
            Folders.delete(folder);
        }
    }

    /** H2 in a file, and a hook. */
    public static class H2WithHook extends H2 {
        @Override
        RecoveryDesk build(DeskBuilder builder) {
            return builder.hook(new Listener()).build();
        }
    }

    /** PostgreSQL. */
    public static class PostgreSql extends Desk {
        private Postgres server;
        private JdbcCaseStore store;

        @Override
        JdbcCaseStore store() {
            return store;
        }

        @Override
        public void start() throws IOException {
            server = Postgres.started(CONNECTIONS);
            JdbcCaseStore.createSchema(server.source());
            store = JdbcCaseStore.over(server.source());
            super.start();
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    /** PostgreSQL, and a hook. */
    public static class PostgreSqlWithHook extends PostgreSql {
        @Override
        RecoveryDesk build(DeskBuilder builder) {
            return builder.hook(new Listener()).build();
        }
    }

    /** Flowable on PostgreSQL. */
    @State(Scope.Benchmark)
    public static class Rival {
        private Postgres server;
        private Flowable flowable;

        /** Starts it. */
        @Setup
        public void start() {
            server = Postgres.started(CONNECTIONS);
            flowable = new Flowable(server.source());
        }

        /** Stops it. */
        @TearDown
        public void stop() {
            flowable.close();
            server.close();
        }

        Flowable flowable() {
            return flowable;
        }
    }

    /**
     * A command, on H2 in a file.
     *
     * @param desk the desk
     * @param walk the case
     * @return its id
     */
    @Benchmark
    public String h2(H2 desk, Walk walk) {
        return desk.next(walk);
    }

    /**
     * A command of which a hook is told, on H2 in a file.
     *
     * @param desk the desk
     * @param walk the case
     * @return its id
     */
    @Benchmark
    public String h2WithHook(H2WithHook desk, Walk walk) {
        return desk.next(walk);
    }

    /**
     * A command, on PostgreSQL.
     *
     * @param desk the desk
     * @param walk the case
     * @return its id
     */
    @Benchmark
    public String postgresql(PostgreSql desk, Walk walk) {
        return desk.next(walk);
    }

    /**
     * A command of which a hook is told, on PostgreSQL.
     *
     * @param desk the desk
     * @param walk the case
     * @return its id
     */
    @Benchmark
    public String postgresqlWithHook(PostgreSqlWithHook desk, Walk walk) {
        return desk.next(walk);
    }

    /**
     * A step of a case in Flowable, on PostgreSQL.
     *
     * @param rival Flowable
     * @param walk  the case
     * @return its id
     */
    @Benchmark
    public String flowableCmmn(Rival rival, Walk walk) {
        if (walk.opens()) {
            walk.caseId = rival.flowable.open();
        } else {
            rival.flowable.complete(walk.caseId);
        }
        return walk.caseId;
    }
}
