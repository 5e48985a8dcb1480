package org.servicerecovery.jdbc;

import javax.sql.DataSource;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.testing.CaseStoreContract;

/** The store on MariaDB keeps the contract of all stores. */
class MariaDbCaseStoreTest extends CaseStoreContract {
    private static DataSource source;

    @Override
    protected CaseStore store() {
        source = source == null ? Databases.mariaDb() : Databases.emptied(source);
        JdbcCaseStore.createSchema(source);
        return JdbcCaseStore.over(source);
    }

    @Override
    protected CaseStore sameDataAgain() {
        return JdbcCaseStore.over(source);
    }
}
