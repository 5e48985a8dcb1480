package org.servicerecovery.jdbc;

import javax.sql.DataSource;

/** What a store in a database promises, on H2. */
class H2DurableTest extends DurableStoreContract {
    private static DataSource source;

    @Override
    DataSource emptyDatabase() {
        source = source == null ? Databases.h2() : Databases.emptied(source);
        return source;
    }
}
