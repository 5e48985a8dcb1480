package org.servicerecovery.jdbc;

import java.sql.SQLException;

/**
 * The database could not do what was asked. Nothing is half written. Whether a command was written at all is not known if the connection
 * was lost while it was committed: repeat it with the same id, and if it was, its outcome comes back. Within a transaction of the host, roll
 * that back.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    private StoreException(SQLException cause, String message) {
        super(message, cause);
    }

    /** Nothing was asked of the database yet, so that nothing is to be repeated. */
    static StoreException opening(String message, SQLException cause) {
        return new StoreException(cause, message);
    }

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage() + " (SQL state " + cause.getSQLState() + "). Repeat it with the same command id: what was done"
            + " before comes back, and is not done twice.", cause);
    }
}
