package org.servicerecovery.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL that several processes share, and small pools over it. */
final class CrashDatabases {
    private static EmbeddedPostgres postgres;
    private static int databases;

    private CrashDatabases() {
    }

    /** A new, empty database; its server ends with this process. */
    static synchronized String freshPostgres() throws SQLException {
        if (postgres == null) {
            try {
                // The stock settings of the embedded server acknowledge what is not written yet.
                postgres = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").setPGStartupWait(Duration.ofMinutes(1)).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String name = "crash" + ++databases;
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    /** The server may be busy with the last statement of somebody who was killed. */
    static void awaitNobodyElse(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            int others;
            do {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND state <> 'idle'")) {
                    row.next();
                    others = row.getInt(1);
                }
            } while (others > 0);
        }
    }

    /** H2's little pool takes any driver's connections. */
    static JdbcConnectionPool pool(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return JdbcConnectionPool.create(url, "sa", "");
        }
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(url);
        return JdbcConnectionPool.create(source);
    }
}
