package org.servicerecovery.jdbc;

import java.sql.SQLException;

/** Runs work and says in the library's words what went wrong. */
final class Work {
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
            return transactions.singly(work);
        } catch (SQLException e) {
            throw new StoreException(what + " failed", e);
        }
    }

    <T> T write(String what, Transactions.Work<T> work) {
        try {
            return transactions.write(work);
        } catch (SQLException e) {
            throw new StoreException(what + " failed", e);
        }
    }

    /** Others may be in the way of a transaction that only claims something: then it is tried again. */
    <T> T alone(String what, Transactions.Work<T> work) {
        SQLException last = null;
        for (int race = 0; race < MOST_RACES; race++) {
            try {
                return transactions.alone(work);
            } catch (SQLException e) {
                if (!Dialect.isLostRace(e)) {
                    throw new StoreException(what + " failed", e);
                }
                last = e;
            }
        }
        throw new StoreException(what + " was in the way of others " + MOST_RACES + " times", last);
    }
}
