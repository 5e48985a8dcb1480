package org.servicerecovery.examples.walkthrough;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/**
 * A store in which only one case has clocks and tells hooks: each case file has a time and a playbook of its own, and must not make
 * those strike that were kept before. Nobody else works on the case, so that nothing need be claimed.
 */
final class OneCase implements CaseStore {
    private final CaseStore store;
    private final String id;

    OneCase(CaseStore store, String id) {
        this.store = store;
        this.id = id;
    }

    @Override
    public List<String> claimDue(Instant now, Instant until, int limit) {
        return store.load(id).filter(seen -> !seen.nextDue().isAfter(now)).map(RecoveryCase::id).stream().toList();
    }

    @Override
    public void unclaim(String caseId) {
        // was not claimed
    }

    @Override
    public List<Delivery> claimDeliveries(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        return store.claimDeliveries(hook, Optional.of(id), now, until, limit);
    }

    @Override
    public Optional<RecoveryCase> load(String caseId) {
        return store.load(caseId);
    }

    @Override
    public Optional<Loaded> load(String caseId, String commandId) {
        return store.load(caseId, commandId);
    }

    @Override
    public List<CaseEvent> history(String caseId) {
        return store.history(caseId);
    }

    @Override
    public boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        return store.append(before, events, after, deliveries);
    }

    @Override
    public void afterCommit(Runnable work) {
        store.afterCommit(work);
    }

    @Override
    public void delivered(Delivery delivery) {
        store.delivered(delivery);
    }

    @Override
    public void retry(Delivery failed) {
        store.retry(failed);
    }

    @Override
    public List<Delivery> deadLetters(int limit) {
        return store.deadLetters(limit);
    }

    @Override
    public List<Delivery> waiting(Instant since, int limit) {
        return store.waiting(since, limit);
    }

    @Override
    public List<CaseSummary> find(CaseQuery query) {
        return store.find(query);
    }

    @Override
    public List<CaseCount> counts() {
        return store.counts();
    }
}
