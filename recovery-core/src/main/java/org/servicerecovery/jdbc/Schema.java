package org.servicerecovery.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

/** The tables, and whether they are those of this version. */
final class Schema {
    static final int VERSION = 1;

    private Schema() {
    }

    /**
     * Makes the tables if there are none, or not all of them because somebody was interrupted. One at a time: in a process, as H2 is only
     * in one, and among nodes, where several may start at once.
     */
    static synchronized void create(Connection connection, Dialect dialect) throws SQLException {
        if (version(connection).isPresent()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect.lockingOutOthers()) {
                statement.execute(sql);
            }
            try {
                // Whoever was first may have made them meanwhile.
                if (version(connection).isEmpty()) {
                    for (String sql : script(dialect).split(";\\s*\\n")) {
                        if (!sql.isBlank()) {
                            statement.execute(sql);
                        }
                    }
                }
            } finally {
                for (String sql : dialect.lettingOthersIn()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Stops a start on tables that are not there or of another version. */
    static void check(Connection connection, Dialect dialect) throws SQLException {
        OptionalInt version = version(connection);
        if (version.isEmpty()) {
            throw new StoreException("The database has no table recovery_schema that can be read. Run org/servicerecovery/jdbc/" + dialect.script()
                + " of this library's jar, or call JdbcCaseStore.createSchema.");
        }
        if (version.getAsInt() != VERSION) {
            throw new StoreException("The tables in the database have schema version " + version.getAsInt() + ", but this version of the library"
                + " works on " + VERSION + ". Use the library's version that belongs to them, or migrate the tables; nothing was touched.");
        }
    }

    private static OptionalInt version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            boolean there = false;
            while (tables.next()) {
                there |= tables.getString("TABLE_NAME").equalsIgnoreCase("recovery_schema");
            }
            if (!there) {
                return OptionalInt.empty();
            }
        }
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SELECT max(version) FROM recovery_schema")) {
            row.next();
            int version = row.getInt(1);
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    private static String script(Dialect dialect) {
        try (InputStream in = Schema.class.getResourceAsStream(dialect.script())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
