package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of a data source, and transactions that begin and end here; or a connection that the host lends a thread. What goes wrong
 * after a commit, or besides another problem, must not look as if it were the outcome.
 */
final class OwnTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcCaseStore.class);

    private final DataSource source;
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();

    OwnTransactions(DataSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Everything that the work does on this thread is done on the connection, in the host's transaction. */
    <T> T joining(Connection connection, Supplier<T> work) {
        Connection before = lent.get();
        lent.set(Objects.requireNonNull(connection, "connection"));
        try {
            return work.get();
        } finally {
            if (before == null) {
                lent.remove();
            } else {
                lent.set(before);
            }
        }
    }

    @Override
    public <T> T singly(Work<T> work) throws SQLException {
        if (joined()) {
            return work.with(lent.get());
        }
        Connection connection = source.getConnection();
        try {
            boolean before = connection.getAutoCommit();
            autoCommit(connection, true);
            T found = work.with(connection);
            // Not after a failure: it may be the connection's, and the pool looks at what comes back.
            restore(connection, before);
            return found;
        } finally {
            close(connection);
        }
    }

    @Override
    public <T> T write(Work<T> work) throws SQLException {
        return joined() ? work.with(lent.get()) : alone(work);
    }

    @Override
    public <T> T alone(Work<T> work) throws SQLException {
        Connection connection = source.getConnection();
        try {
            boolean before = connection.getAutoCommit();
            autoCommit(connection, false);
            T done = committed(connection, work, before);
            restore(connection, before);
            return done;
        } finally {
            close(connection);
        }
    }

    @Override
    public boolean joined() {
        return lent.get() != null;
    }

    @Override
    public void afterCommit(Runnable work) {
        // A lent connection does not tell when it is committed: the next tick does the work.
        if (!joined()) {
            work.run();
        }
    }

    private static <T> T committed(Connection connection, Work<T> work, boolean before) throws SQLException {
        try {
            T done = work.with(connection);
            connection.commit();
            return done;
        } catch (Throwable e) {
            if (rolledBack(connection, e)) {
                restore(connection, before);
            }
            throw e;
        }
    }

    private static boolean rolledBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException | RuntimeException e) {
            why.addSuppressed(e);
            abort(connection, why);
            return false;
        }
    }

    /** To switch auto-commit on again, and with some drivers to close, would commit what could not be rolled back. */
    private static void abort(Connection connection, Throwable why) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private static void autoCommit(Connection connection, boolean wanted) throws SQLException {
        if (connection.getAutoCommit() != wanted) {
            connection.setAutoCommit(wanted);
        }
    }

    private static void restore(Connection connection, boolean before) {
        try {
            autoCommit(connection, before);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Auto-commit could not be set back to {}; the pool will find the connection broken", before, e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("A connection could not be closed", e);
        }
    }
}
