package org.servicerecovery.spring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.servicerecovery.jdbc.Transactions.Work;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** H2 in memory with one table, which remembers every connection that it gave out. */
final class Database extends AbstractDataSource {
    private final JdbcDataSource h2 = new JdbcDataSource();
    private final List<Connection> given = new ArrayList<>();
    private final Connection keptOpen;

    Database() throws SQLException {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        keptOpen = h2.getConnection();
        try (Statement statement = keptOpen.createStatement()) {
            statement.execute("create table entry (text varchar(100) primary key)");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = h2.getConnection();
        given.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    static Work<Void> insert(String text) {
        return connection -> {
            try (var statement = connection.prepareStatement("insert into entry values (?)")) {
                statement.setString(1, text);
                statement.executeUpdate();
            }
            return null;
        };
    }

    static List<String> entries(Connection connection) throws SQLException {
        List<String> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("select text from entry order by text")) {
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
        }
        return entries;
    }

    /** What everybody can see. */
    List<String> committed() throws SQLException {
        return entries(keptOpen);
    }

    int connections() {
        return given.size();
    }

    boolean hasLeak() throws SQLException {
        for (Connection connection : given) {
            if (!connection.isClosed()) {
                return true;
            }
        }
        return false;
    }
}
