package org.servicerecovery.jdbc;

import javax.sql.DataSource;

/** What a store in a database promises, on MariaDB. */
class MariaDbDurableTest extends DurableStoreContract {
    private static DataSource source;

    @Override
    DataSource emptyDatabase() {
        source = source == null ? Databases.mariaDb() : Databases.emptied(source);
        return source;
    }
}
