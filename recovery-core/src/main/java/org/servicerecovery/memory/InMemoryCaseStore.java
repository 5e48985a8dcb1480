package org.servicerecovery.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Loaded;

/**
 * Keeps cases in memory: for tests, trials and hosts that keep their own log. Everything is gone when the process ends. Safe
 * for many threads; a command on one case never waits for another case, but for the moment in which the index of what falls
 * due is changed. {@link #find} and {@link #counts} look at every case.
 */
public final class InMemoryCaseStore implements CaseStore {
    private final Map<String, Entry> cases = new ConcurrentHashMap<>();
    private final DueIndex due = new DueIndex();
    private final Mailbox mailbox = new Mailbox();

    /** An empty store. */
    public InMemoryCaseStore() {
        // nothing to set up
    }

    @Override
    public Optional<RecoveryCase> load(String caseId) {
        return Optional.ofNullable(cases.get(caseId)).map(Entry::snapshot);
    }

    @Override
    public Optional<Loaded> load(String caseId, String commandId) {
        Entry entry = cases.get(caseId);
        return entry == null ? Optional.empty() : Optional.of(new Loaded(entry.snapshot(), entry.command(commandId), ""));
    }

    @Override
    public List<CaseEvent> history(String caseId) {
        Entry entry = cases.get(caseId);
        return entry == null ? List.of() : entry.history();
    }

    @Override
    public boolean append(Loaded before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        boolean[] written = new boolean[1];
        cases.compute(after.id(), (id, there) -> {
            Entry entry = there == null ? new Entry() : there;
            if (entry.version() != before.snapshot().version()) {
                return there;
            }
            due.set(id, there == null ? Instant.MAX : there.snapshot().nextDue(), after.nextDue());
            deliveries.forEach(mailbox::put);
            entry.append(events, after);
            written[0] = true;
            return entry;
        });
        return written[0];
    }

    @Override
    public List<String> claimDue(Instant now, Instant until, int limit) {
        return due.claim(now, until, limit);
    }

    @Override
    public void unclaim(String caseId) {
        cases.computeIfPresent(caseId, (id, entry) -> {
            due.unclaim(id, entry.snapshot().nextDue());
            return entry;
        });
    }

    @Override
    public List<Delivery> claimDeliveries(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        return mailbox.claim(hook, caseId, now, until, limit);
    }

    @Override
    public void delivered(Delivery delivery) {
        mailbox.remove(delivery);
    }

    @Override
    public void retry(Delivery failed) {
        mailbox.replace(failed);
    }

    @Override
    public List<Delivery> deadLetters(int limit) {
        return mailbox.dead(limit);
    }

    @Override
    public List<Delivery> waiting(Instant since, int limit) {
        return mailbox.waiting(since, limit);
    }

    @Override
    public List<CaseSummary> find(CaseQuery query) {
        List<CaseSummary> found = new ArrayList<>();
        for (Entry entry : cases.values()) {
            CaseSummary line = CaseSummary.of(entry.snapshot());
            if (query.fits(line)) {
                found.add(line);
            }
        }
        found.sort(query.order());
        return List.copyOf(found.subList(0, Math.min(query.limit(), found.size())));
    }

    @Override
    public List<CaseCount> counts() {
        Map<CaseCount, Long> counts = new TreeMap<>(CaseCount.ORDER);
        for (Entry entry : cases.values()) {
            RecoveryState state = entry.snapshot().state();
            counts.merge(new CaseCount(state, entry.snapshot().data().owner(), 0), 1L, Long::sum);
        }
        List<CaseCount> all = new ArrayList<>();
        counts.forEach((key, cases) -> all.add(new CaseCount(key.state(), key.owner(), cases)));
        return List.copyOf(all);
    }
}
