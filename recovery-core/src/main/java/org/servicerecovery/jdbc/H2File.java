package org.servicerecovery.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The embedded database. A class of its own, so that hosts without H2 never load it. */
final class H2File {
    /** H2 writes half a second after the commit unless it is told not to. */
    private static final String SURVIVES_BEING_KILLED = ";WRITE_DELAY=0";
    /** What goes wrong is thrown; H2's own file of it beside the database would be litter. */
    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";
    private static final int LOCKED_BY_ANOTHER_PROCESS = 90020;
    private final JdbcConnectionPool pool;

    private H2File(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static H2File open(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.contains(";")) {
            throw new StoreException("The path " + path + " has a semicolon, which H2 reads as the end of it. Choose another.");
        }
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + path + SURVIVES_BEING_KILLED + NO_TRACE, "sa", "");
        try {
            pool.getConnection().close();
            return new H2File(pool);
        } catch (SQLException e) {
            pool.dispose();
            if (e.getErrorCode() == LOCKED_BY_ANOTHER_PROCESS) {
                throw StoreException.opening("The database " + path + " is open in another process. Close that, or use PostgreSQL where several"
                    + " processes share the cases.", e);
            }
            throw StoreException.opening("The database " + path + " cannot be opened: " + e.getMessage() + ". Check that it is an H2 file and that it can"
                + " be read and written.", e);
        }
    }

    DataSource source() {
        return pool;
    }

    void close() {
        pool.dispose();
    }
}
