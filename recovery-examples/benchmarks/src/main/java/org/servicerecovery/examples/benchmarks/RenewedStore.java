package org.servicerecovery.examples.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/** A store in memory that can be emptied, so that a desk can run for as long as a benchmark does. */
final class RenewedStore implements CaseStore {
    private CaseStore cases = new InMemoryCaseStore();

    void renew() {
        cases = new InMemoryCaseStore();
    }

    @Override
    public Optional<RecoveryCase> load(String caseId) {
        return cases.load(caseId);
    }

    @Override
    public List<CaseEvent> history(String caseId) {
        return cases.history(caseId);
    }

    @Override
    public Optional<Loaded> load(String caseId, String commandId) {
        return cases.load(caseId, commandId);
    }

    @Override
    public boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        return cases.append(before, events, after, deliveries);
    }

    @Override
    public List<String> claimDue(Instant now, Instant until, int limit) {
        return cases.claimDue(now, until, limit);
    }

    @Override
    public void unclaim(String caseId) {
        cases.unclaim(caseId);
    }

    @Override
    public List<Delivery> claimDeliveries(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        return cases.claimDeliveries(hook, caseId, now, until, limit);
    }

    @Override
    public void delivered(Delivery delivery) {
        cases.delivered(delivery);
    }

    @Override
    public void retry(Delivery failed) {
        cases.retry(failed);
    }

    @Override
    public List<Delivery> deadLetters(int limit) {
        return cases.deadLetters(limit);
    }

    @Override
    public List<Delivery> waiting(Instant since, int limit) {
        return cases.waiting(since, limit);
    }

    @Override
    public List<CaseSummary> find(CaseQuery query) {
        return cases.find(query);
    }

    @Override
    public List<CaseCount> counts() {
        return cases.counts();
    }
}
