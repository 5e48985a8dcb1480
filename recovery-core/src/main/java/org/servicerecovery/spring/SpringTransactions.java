package org.servicerecovery.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.servicerecovery.jdbc.Transactions;
import org.servicerecovery.model.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the store join the transactions of a Spring application: what a command writes and what the host writes in the same
 * {@code @Transactional} method become visible together, or not at all. Outside of one, each write is a transaction of its own.
 *
 * <p>It joins what the transaction manager itself began on the same data source: {@code DataSourceTransactionManager},
 * {@code JdbcTransactionManager}, and those of JPA and Hibernate that expose their connection. It does not join JTA, a transaction on
 * another data source, or a manager that never synchronises. The data source must hand out connections with auto-commit, as is usual:
 * that is how a connection in a transaction is recognised.
 *
 * <p>A write that throws within the host's transaction is taken back to where it began by a savepoint, so that a host that goes on
 * commits nothing by halves.
 *
 * <p>What is left for after the commit runs when Spring has told everybody else, without the transaction that is over: it sees what was
 * committed, may write, and may begin transactions. It needs a second connection meanwhile, as {@link #alone} does within a host's
 * transaction: a pool of one connection would wait for itself. A host's own {@code afterCommit} callback, in contrast, is still bound to
 * the old connection; if it uses the desk, it needs {@code REQUIRES_NEW}, as for everything in Spring.
 *
 * <p>Safe for many threads.
 */
public final class SpringTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);

    private final DataSource dataSource;
    private final Transactions own;

    /**
     * On the host's data source.
     *
     * @param dataSource the very one that the transaction manager has; a {@link TransactionAwareDataSourceProxy} stands for its target
     * @throws InvalidInputException if it is null, or a proxy without a target
     */
    public SpringTransactions(DataSource dataSource) {
        DataSource target = dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : dataSource;
        if (target == null) {
            throw new InvalidInputException("The data source of SpringTransactions must not be null."
                + " Give the one that the transaction manager has.");
        }
        this.dataSource = target;
        this.own = Transactions.own(target);
    }

    @Override
    public <T> T singly(Work<T> work) throws SQLException {
        return joined() ? joining(work) : own.singly(work);
    }

    @Override
    public <T> T write(Work<T> work) throws SQLException {
        return joined() ? joining(connection -> whole(connection, work)) : own.alone(work);
    }

    @Override
    public <T> T alone(Work<T> work) throws SQLException {
        return own.alone(work);
    }

    @Override
    public boolean joined() {
        return TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager.isActualTransactionActive()
            && TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder holder
            && holder.isSynchronizedWithTransaction() && isInTransaction(holder);
    }

    @Override
    public void afterCommit(Runnable work) {
        AfterCommit callback = new AfterCommit(work);
        if (joined()) {
            TransactionSynchronizationManager.registerSynchronization(callback);
        } else {
            callback.run();
        }
    }

    /** A connection that was merely used within another data source's transaction is bound as well, but commits each statement. */
    private boolean isInTransaction(ConnectionHolder holder) {
        try {
            return !holder.getConnection().getAutoCommit();
        } catch (SQLException e) {
            // To write elsewhere, because this connection is broken, would commit without the host.
            return true;
        }
    }

    private <T> T joining(Work<T> work) throws SQLException {
        Connection connection = DataSourceUtils.doGetConnection(dataSource);
        try {
            return work.with(connection);
        } finally {
            DataSourceUtils.doReleaseConnection(connection, dataSource);
        }
    }

    private <T> T whole(Connection connection, Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T done = work.with(connection);
            release(connection, before);
            return done;
        } catch (Throwable e) {
            takeBack(connection, before, e);
            throw e;
        }
    }

    private void takeBack(Connection connection, Savepoint before, Throwable why) {
        try {
            connection.rollback(before);
        } catch (SQLException | RuntimeException e) {
            why.addSuppressed(e);
            ((ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource)).setRollbackOnly();
        }
    }

    /** Some databases only know how to make savepoints; and what is broken here will not commit. */
    private static void release(Connection connection, Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            LOG.debug("A savepoint could not be released; it goes with the transaction", e);
        }
    }
}
