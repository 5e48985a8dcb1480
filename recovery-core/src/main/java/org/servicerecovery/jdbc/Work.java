package org.servicerecovery.jdbc;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work and says in the library's words what went wrong. */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcCaseStore.class);
    private static final int MOST_RACES = 100;

    private final Transactions transactions;
    private final Dialect dialect;

    Work(Transactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    Transactions transactions() {
        return transactions;
    }

    <T> T singly(String what, Transactions.Work<T> work) {
        try {
            return mended(() -> transactions.singly(work));
        } catch (SQLException e) {
            throw new StoreException(what + " failed", e);
        }
    }

    <T> T write(String what, Transactions.Work<T> work) {
        try {
            return mended(() -> transactions.write(work));
        } catch (SQLException e) {
            throw new StoreException(what + " failed", e);
        }
    }

    /** Others may be in the way of a transaction that only claims something: then it is tried again. */
    <T> T alone(String what, Transactions.Work<T> work) {
        SQLException last = null;
        for (int race = 0; race < MOST_RACES; race++) {
            try {
                return mended(() -> transactions.alone(work));
            } catch (SQLException e) {
                if (!Dialect.isLostRace(e)) {
                    throw new StoreException(what + " failed", e);
                }
                last = e;
            }
        }
        throw new StoreException(what + " was in the way of others " + MOST_RACES + " times", last);
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    /** Not amid a host's transaction, which making an index would commit: its own next call, or a tick, finds the same. */
    private <T> T mended(Attempt<T> attempt) throws SQLException {
        try {
            return attempt.run();
        } catch (SQLException e) {
            if (!dialect.isBrokenIndex(e) || transactions.joined()) {
                throw e;
            }
            LOG.warn("An index of the H2 database names a row that is gone, as may happen after its process was killed; the indexes are made anew", e);
            transactions.alone(connection -> {
                Schema.renewIndexes(connection, dialect);
                return null;
            });
            return attempt.run();
        }
    }
}
