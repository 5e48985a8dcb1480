package org.servicerecovery.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;

/**
 * Keeps cases in memory: for tests, trials and hosts that keep their own log. Everything is gone when the process ends. Safe
 * for many threads; a command on one case never waits for another case, but for the moment in which the index of what falls
 * due is changed.
 */
public final class InMemoryCaseStore implements CaseStore {
    private final Map<String, Entry> cases = new ConcurrentHashMap<>();
    private final TreeSet<Due> due = new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::caseId));
    private final Map<String, Delivery> undelivered = new LinkedHashMap<>();

    private record Due(Instant at, String caseId) {
    }

    /** An empty store. */
    public InMemoryCaseStore() {
        // nothing to set up
    }

    @Override
    public Optional<RecoveryCase> load(String caseId) {
        return Optional.ofNullable(cases.get(caseId)).map(Entry::snapshot);
    }

    @Override
    public List<CaseEvent> history(String caseId) {
        Entry entry = cases.get(caseId);
        return entry == null ? List.of() : entry.history();
    }

    @Override
    public List<CaseEvent> command(String caseId, String commandId) {
        Entry entry = cases.get(caseId);
        return entry == null ? List.of() : entry.command(commandId);
    }

    @Override
    public boolean append(int before, List<CaseEvent> events, RecoveryCase after, List<Delivery> deliveries) {
        boolean[] written = new boolean[1];
        cases.compute(after.id(), (id, there) -> {
            Entry entry = there == null ? new Entry() : there;
            if (entry.version() != before) {
                return there;
            }
            index(there == null ? Instant.MAX : there.snapshot().nextDue(), after);
            if (!deliveries.isEmpty()) {
                synchronized (undelivered) {
                    deliveries.forEach(delivery -> undelivered.put(delivery.key(), delivery));
                }
            }
            entry.append(events, after);
            written[0] = true;
            return entry;
        });
        return written[0];
    }

    private void index(Instant old, RecoveryCase after) {
        Instant next = after.nextDue();
        if (!next.equals(old)) {
            synchronized (due) {
                due.remove(new Due(old, after.id()));
                if (next.isBefore(Instant.MAX)) {
                    due.add(new Due(next, after.id()));
                }
            }
        }
    }

    @Override
    public List<String> due(Instant now, int limit) {
        synchronized (due) {
            List<String> ids = new ArrayList<>();
            for (Due one : due) {
                if (one.at().isAfter(now) || ids.size() >= limit) {
                    break;
                }
                ids.add(one.caseId());
            }
            return ids;
        }
    }

    @Override
    public List<Delivery> undelivered(String caseId) {
        synchronized (undelivered) {
            return undelivered.values().stream().filter(delivery -> delivery.event().caseId().equals(caseId)).toList();
        }
    }

    @Override
    public List<String> casesToTell(Instant now, int limit) {
        synchronized (undelivered) {
            Set<String> held = new HashSet<>();
            Set<String> ids = new LinkedHashSet<>();
            for (Delivery delivery : undelivered.values()) {
                String queue = delivery.hook() + "/" + delivery.event().caseId();
                if (delivery.notBefore().isAfter(now)) {
                    held.add(queue);
                } else if (!held.contains(queue) && ids.size() < limit) {
                    ids.add(delivery.event().caseId());
                }
            }
            return List.copyOf(ids);
        }
    }

    @Override
    public void delivered(Delivery delivery) {
        synchronized (undelivered) {
            undelivered.remove(delivery.key());
        }
    }

    @Override
    public void failed(Delivery delivery, Instant again) {
        synchronized (undelivered) {
            undelivered.replace(delivery.key(), delivery.again(again));
        }
    }

    @Override
    public List<String> ids() {
        return cases.keySet().stream().sorted().toList();
    }
}
