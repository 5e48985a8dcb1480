package org.servicerecovery.jdbc;

import javax.sql.DataSource;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.testing.CaseStoreContract;

/** The store on H2 keeps the contract of all stores. */
class H2CaseStoreTest extends CaseStoreContract {
    private static DataSource source;

    @Override
    protected CaseStore store() {
        source = source == null ? Databases.h2() : Databases.emptied(source);
        JdbcCaseStore.createSchema(source);
        return JdbcCaseStore.over(source);
    }

    @Override
    protected CaseStore sameDataAgain() {
        return JdbcCaseStore.over(source);
    }
}
