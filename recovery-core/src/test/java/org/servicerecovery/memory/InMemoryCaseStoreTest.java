package org.servicerecovery.memory;

import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.testing.CaseStoreContract;

/** The store in memory keeps the contract of all stores. */
class InMemoryCaseStoreTest extends CaseStoreContract {
    @Override
    protected CaseStore store() {
        return new InMemoryCaseStore();
    }
}
