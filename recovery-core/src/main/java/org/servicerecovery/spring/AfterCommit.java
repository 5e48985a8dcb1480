package org.servicerecovery.spring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work for after a host's commit. Spring unbinds the connection only after its last callback; until then whatever asks for one gets the
 * old one, on which nobody commits any more. So the work runs in the last callback, with everything unbound meanwhile, as Spring itself
 * does when it suspends a transaction. For one thread.
 */
final class AfterCommit implements TransactionSynchronization {
    private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);

    private final Runnable work;
    /** Savepoints that were made after the work was left here. A rollback to any other one takes back what the work is about. */
    private final Set<Object> later = new HashSet<>();
    private boolean takenBack;

    AfterCommit(Runnable work) {
        this.work = work;
    }

    @Override
    public void savepoint(Object savepoint) {
        later.add(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
        takenBack |= !later.contains(savepoint);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !takenBack) {
            suspended(this::run);
        }
    }

    /** What it throws reaches nobody: the commit is done, and must not look as if it were not. */
    void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("What was left for after the commit failed; it is up to a later tick", e);
        }
    }

    private static void suspended(Runnable task) {
        Map<Object, Object> resources = new HashMap<>(TransactionSynchronizationManager.getResourceMap());
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        boolean readOnly = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        boolean active = TransactionSynchronizationManager.isActualTransactionActive();
        resources.keySet().forEach(TransactionSynchronizationManager::unbindResource);
        TransactionSynchronizationManager.clear();
        try {
            task.run();
        } finally {
            // The work may have left something bound; Spring must find its own again, or it never gives the connection back.
            resources.keySet().forEach(TransactionSynchronizationManager::unbindResourceIfPossible);
            resources.forEach(TransactionSynchronizationManager::bindResource);
            TransactionSynchronizationManager.setCurrentTransactionName(name);
            TransactionSynchronizationManager.setCurrentTransactionReadOnly(readOnly);
            TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(isolation);
            TransactionSynchronizationManager.setActualTransactionActive(active);
        }
    }
}
