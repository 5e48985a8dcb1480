package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How a store comes by connections, and whose transaction it works in. Implementations are safe for many threads; a connection is used
 * by one of them at a time.
 */
public interface Transactions {
    /**
     * Work on a connection.
     *
     * @param <T> what it yields
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @param connection not to be kept, closed, committed or rolled back
         * @return the outcome
         * @throws SQLException if the database refuses
         */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Work whose statements need not stand or fall together: in the host's transaction if there is one, otherwise each by itself.
     *
     * @param <T>  what it yields
     * @param work what is to be done
     * @return its outcome
     * @throws SQLException if the database refuses
     */
    <T> T singly(Work<T> work) throws SQLException;

    /**
     * Work that writes: in the host's transaction if there is one, otherwise in its own, committed when the work returns and rolled back
     * when it throws.
     *
     * @param <T>  what it yields
     * @param work what is to be done
     * @return its outcome
     * @throws SQLException if the database refuses
     */
    <T> T write(Work<T> work) throws SQLException;

    /**
     * Work in a transaction of its own, even within the host's.
     *
     * @param <T>  what it yields
     * @param work what is to be done
     * @return its outcome
     * @throws SQLException if the database refuses
     */
    <T> T alone(Work<T> work) throws SQLException;

    /**
     * Whether this thread is in a transaction of the host now.
     *
     * @return true if {@link #write} leaves the commit to the host
     */
    boolean joined();

    /**
     * Runs work at once if this thread is not in a transaction of the host, otherwise after the host's commit; never after a rollback, and
     * not at all where nobody can tell of the commit.
     *
     * @param work what is to be done; it throws nothing
     */
    void afterCommit(Runnable work);

    /**
     * Transactions of the store's own.
     *
     * @param source where connections come from, best a pool
     * @return transactions that join nothing
     */
    static Transactions own(DataSource source) {
        return new OwnTransactions(source);
    }
}
