package org.servicerecovery.examples.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;

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
    public boolean append(int before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        return cases.append(before, events, after, deliveries);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return cases.due(now, limit);
    }

    @Override
    public List<CaseEvent> command(String caseId, String commandId) {
        return cases.command(caseId, commandId);
    }

    @Override
    public List<Delivery> undelivered(String caseId) {
        return cases.undelivered(caseId);
    }

    @Override
    public List<String> casesToTell(Instant now, int limit) {
        return cases.casesToTell(now, limit);
    }

    @Override
    public void delivered(Delivery delivery) {
        cases.delivered(delivery);
    }

    @Override
    public void failed(Delivery delivery, Instant again) {
        cases.failed(delivery, again);
    }

    @Override
    public List<String> ids() {
        return cases.ids();
    }
}
