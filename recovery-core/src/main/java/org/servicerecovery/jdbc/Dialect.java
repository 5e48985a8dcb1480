package org.servicerecovery.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** In what the databases differ. */
enum Dialect {
    /** One process, in memory or in a file. */
    H2("h2"),
    /** Many nodes. */
    POSTGRESQL("postgresql"),
    /** Many nodes. */
    MARIADB("mariadb");

    /** PostgreSQL, H2 and MariaDB: somebody else's transaction was faster, and this one can be tried again. */
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_LOCK_WAIT = 1205;
    private static final int MARIADB_CHANGED_SINCE_READ = 1020;

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "h2" -> H2;
            case "postgresql" -> POSTGRESQL;
            case "mariadb" -> MARIADB;
            default -> throw new StoreException("The database calls itself " + connection.getMetaData().getDatabaseProductName()
                + ", but cases can be kept in H2, PostgreSQL and MariaDB. Use one of them, or write a CaseStore of your own.");
        };
    }

    /** Where the schema is, on the class path. */
    String script() {
        return folder + "/V2026.11.23__service_recovery.sql";
    }

    /** Before tables are made: PostgreSQL keeps the lock until the transaction ends, MariaDB until it is told, as its tables end a transaction each. */
    List<String> lockingOutOthers() {
        return switch (this) {
            case H2 -> List.of();
            case POSTGRESQL -> List.of("SELECT pg_advisory_xact_lock(7309940803)");
            case MARIADB -> List.of("SELECT GET_LOCK(CONCAT('recovery_schema ', DATABASE()), 60)");
        };
    }

    /** After they were made. */
    List<String> lettingOthersIn() {
        return this == MARIADB ? List.of("SELECT RELEASE_LOCK(CONCAT('recovery_schema ', DATABASE()))") : List.of();
    }

    /** Locks the rows of a select and leaves out those that others have locked. */
    String skippingLocked() {
        return this == POSTGRESQL ? " FOR UPDATE OF d SKIP LOCKED" : " FOR UPDATE SKIP LOCKED";
    }

    /** Whether a plain read within a transaction may be older than what is committed, so that a lost race would be lost for ever. */
    boolean readsThePast() {
        return this == MARIADB;
    }

    /** Whether a transaction can be tried again, because others were in its way. */
    static boolean isLostRace(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        int code = e.getErrorCode();
        return state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK) || code == H2_CONCURRENT_UPDATE || code == MARIADB_DEADLOCK
            || code == MARIADB_LOCK_WAIT || code == MARIADB_CHANGED_SINCE_READ;
    }

    /** Whether there was such a row already. */
    static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState()) || e.getErrorCode() == 1062;
    }
}
