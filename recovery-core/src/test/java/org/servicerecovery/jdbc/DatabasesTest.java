package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The databases of the tests are there, and each is new. */
class DatabasesTest {
    private static final String TEXT = "\u00e4 \ud83d\ude00";

    private static void keeps(DataSource source) throws SQLException {
        Databases.execute(source, "create table kept (t varchar(20))", "insert into kept values ('" + TEXT + "')");
        assertEquals(TEXT, read(source));
    }

    private static String read(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("select t from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void h2InMemory() throws SQLException {
        keeps(Databases.h2());
        keeps(Databases.h2());
    }

    @Test
    void h2InAFile(@TempDir Path folder) throws SQLException {
        keeps(Databases.h2(folder.resolve("one")));
        assertEquals(TEXT, read(Databases.h2(folder.resolve("one"))));
    }

    @Test
    void postgres() throws SQLException {
        keeps(Databases.postgres());
        keeps(Databases.postgres());
    }

    @Test
    void mariaDb() throws SQLException {
        keeps(Databases.mariaDb());
        keeps(Databases.mariaDb());
    }

    @Test
    void whatIsMissingIsSkippedOrFails() {
        Class<? extends Throwable> expected = Boolean.getBoolean("recovery.require-all") ? AssertionError.class : RuntimeException.class;
        assertThrows(expected, () -> Databases.missing("MySQL: nobody has it"));
    }
}
