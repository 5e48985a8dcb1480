package org.servicerecovery.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.spi.CaseStore;

/** A store and a way to fill it with open cases that wait for a day far away. Their ids begin with {@code crowd-}. */
abstract class Crowd implements AutoCloseable {
    static final List<String> STORES = List.of("memory", "h2", "postgresql");

    private final String name;
    private final CaseStore store;

    private Crowd(String name, CaseStore store) {
        this.name = name;
        this.store = store;
    }

    /** An empty one in one of the {@link #STORES}. */
    static Crowd of(String store) {
        return switch (store) {
            case "memory" -> inMemory();
            case "h2" -> h2();
            case "postgresql" -> postgresql();
            default -> throw new IllegalArgumentException("There is no store " + store + ", but there are " + STORES + ".");
        };
    }

    String name() {
        return name;
    }

    CaseStore store() {
        return store;
    }

    /**
     * Adds cases.
     *
     * @param from   the number of the first
     * @param to     the number of the last
     * @param waiter opens a case that waits for the day far away
     */
    abstract void add(int from, int to, Waiter waiter);

    /** How the database finds what is due; empty where there is nobody to ask. */
    Optional<String> plan() {
        return Optional.empty();
    }

    @Override
    public abstract void close();

    /** Opens a case. */
    @FunctionalInterface
    interface Waiter {
        /** Opens it under this id. */
        void open(String caseId);
    }

    /** The store in memory: every case is opened at the desk. */
    private static Crowd inMemory() {
        return new Crowd("memory", new InMemoryCaseStore()) {
            @Override
            void add(int from, int to, Waiter waiter) {
                for (int i = from; i <= to; i++) {
                    waiter.open("crowd-" + i);
                }
            }

            @Override
            public void close() {
                // The collector does it.
            }
        };
    }

    /** H2 in a file, in the way of {@link JdbcCaseStore#inFile}, which keeps its connections to itself. */
    private static Crowd h2() {
        try {
            Path folder = Files.createTempDirectory("due");
            JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("cases") + ";WRITE_DELAY=0", "sa", "");
            return new Copied("H2", made(pool), pool, "SYSTEM_RANGE(?, ?) g(n)") {
                @Override
                public void close() {
                    pool.dispose();
                    Folders.delete(folder);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL. */
    private static Crowd postgresql() {
        // One connection, so that it is the one that knows the statement.
        Postgres server = Postgres.started(1);
        return new Copied("PostgreSQL", made(server.source()), server.source(), "generate_series(?, ?) g(n)") {
            @Override
            Optional<String> plan() {
                return Optional.of(explained(server.source()));
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static CaseStore made(DataSource source) {
        JdbcCaseStore.createSchema(source);
        return JdbcCaseStore.over(source);
    }

    /** The plan of the very statement that the store prepared, for whatever values. */
    private static String explained(DataSource source) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            String prepared;
            try (ResultSet row = statement.executeQuery("SELECT name FROM pg_prepared_statements WHERE statement LIKE '%FROM recovery_case d%'")) {
                if (!row.next()) {
                    return "(The driver has not prepared the statement yet.)";
                }
                prepared = row.getString(1);
            }
            statement.execute("SET plan_cache_mode = force_generic_plan");
            StringBuilder plan = new StringBuilder();
            try (ResultSet line = statement.executeQuery("EXPLAIN EXECUTE \"" + prepared + "\" (0, 1000)")) {
                while (line.next()) {
                    plan.append(line.getString(1)).append(System.lineSeparator());
                }
            }
            statement.execute("RESET plan_cache_mode");
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * In a database: one case is opened at the desk, and its rows are copied under other ids. The hashes of the copies are those of the
     * first, so that their histories would not verify; nothing here looks at them.
     */
    private abstract static class Copied extends Crowd {
        private static final String FIRST = "crowd-1";
        private static final String CASES = "INSERT INTO recovery_case (case_id, version, state, owner, customer, team, priority, mood, opened_at,"
            + " recorded_at, next_due, next_due_us, tick_us, seal, archived, snapshot) SELECT 'crowd-' || n, version, state, owner, customer, team,"
            + " priority, mood, opened_at, recorded_at, next_due, next_due_us + n, tick_us + n, seal, archived,"
            + " replace(snapshot, '\"crowd-1\"', '\"crowd-' || n || '\"') FROM recovery_case, ";
        private static final String EVENTS = "INSERT INTO recovery_event (case_id, sequence, command_id, hash, payload, personal)"
            + " SELECT 'crowd-' || n, sequence, command_id, hash, replace(payload, '\"crowd-1\"', '\"crowd-' || n || '\"'), personal"
            + " FROM recovery_event, ";
        private static final String OF_THE_FIRST = " WHERE case_id = '" + FIRST + "'";
        /** So many are copied in one transaction. */
        private static final int AT_ONCE = 50_000;

        private final DataSource source;
        private final String numbers;

        Copied(String name, CaseStore store, DataSource source, String numbers) {
            super(name, store);
            this.source = source;
            this.numbers = numbers;
        }

        @Override
        void add(int from, int to, Waiter waiter) {
            int next = from;
            if (from == 1) {
                waiter.open(FIRST);
                next++;
            }
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                for (int i = next; i <= to; i += AT_ONCE) {
                    int last = Math.min(to, i + AT_ONCE - 1);
                    copy(connection, CASES + numbers + OF_THE_FIRST, i, last);
                    copy(connection, EVENTS + numbers + OF_THE_FIRST, i, last);
                }
                statement.execute("ANALYZE");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void copy(Connection connection, String sql, int from, int to) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, from);
                statement.setInt(2, to);
                statement.executeUpdate();
            }
        }
    }
}
