package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.fail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Real databases for tests, each started once for the whole JVM when the first test asks for it: what comes back is new and empty each
 * time, and everything is gone when the JVM ends.
 */
final class Databases {
    private static final AtomicInteger NAMES = new AtomicInteger();

    /** Started once, by whoever comes first. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "off").start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
            }
        }
    }

    private Databases() {
    }

    private static String name() {
        return "recovery_" + NAMES.incrementAndGet();
    }

    /** In memory, until the JVM ends. */
    static DataSource h2() {
        return h2("jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1");
    }

    /** In a file; the same again for the same file. */
    static DataSource h2(Path file) {
        return h2("jdbc:h2:file:" + file.toAbsolutePath());
    }

    private static DataSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    /** A database of its own on a real server. */
    static DataSource postgres() {
        String name = name();
        execute(Postgres.SERVER.getPostgresDatabase(), "create database " + name);
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(Postgres.SERVER.getJdbcUrl("postgres", name));
        return JdbcConnectionPool.create(source);
    }

    /** A database of its own on a real server; without one the test is not run, or fails if everything must be tried. */
    static DataSource mariaDb() {
        Optional<Path> program = MariaDbServer.program();
        if (program.isEmpty()) {
            missing("MariaDB: there is no mariadbd on the PATH or in /usr/sbin (Debian: apt-get install mariadb-server)");
        }
        String name = name();
        execute(mariaDb("mysql"), "create database " + name + " character set utf8mb4");
        return JdbcConnectionPool.create(mariaDb(name));
    }

    /** Without the library's tables again. */
    static DataSource emptied(DataSource source) {
        for (String table : List.of("schema", "case", "event", "delivery", "archive")) {
            execute(source, "drop table if exists recovery_" + table);
        }
        return source;
    }

    private static MariaDbDataSource mariaDb(String database) {
        try {
            return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + MariaDbServer.port() + "/" + database + "?user=root");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not there is no reason to fail, unless whoever builds wants everything tried. */
    static void missing(String what) {
        if (Boolean.getBoolean("recovery.require-all")) {
            fail(what + ". Everything must be tried (-Drecovery.require-all=true).");
        }
        Assumptions.abort(what);
    }

    static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
