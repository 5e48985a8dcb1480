package org.servicerecovery.jdbc;

import javax.sql.DataSource;

/** What a store in a database promises, on PostgreSQL. */
class PostgresDurableTest extends DurableStoreContract {
    private static DataSource source;

    @Override
    DataSource emptyDatabase() {
        source = source == null ? Databases.postgres() : Databases.emptied(source);
        return source;
    }
}
