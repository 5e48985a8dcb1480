package org.servicerecovery.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.spi.Delivery;

/** What hooks have not been told: one queue for each hook and case, of which only the head can be claimed. */
final class Mailbox {
    private static final Comparator<Delivery> ORDER = Comparator.comparing((Delivery one) -> one.event().caseId())
        .thenComparing(one -> one.event().sequence()).thenComparing(Delivery::hook);

    private final Map<String, Map<String, Queue>> queues = new LinkedHashMap<>();

    private static final class Queue {
        private final Deque<Delivery> waiting = new ArrayDeque<>();
        private Instant claimedUntil = Instant.MIN;

        private boolean isFree(Instant now) {
            return !claimedUntil.isAfter(now) && !waiting.peekFirst().notBefore().isAfter(now);
        }
    }

    synchronized void put(Delivery delivery) {
        queues.computeIfAbsent(delivery.hook(), hook -> new LinkedHashMap<>())
            .computeIfAbsent(delivery.event().caseId(), id -> new Queue()).waiting.addLast(delivery);
    }

    synchronized List<Delivery> claim(String hook, Optional<String> caseId, Instant now, Instant until, int limit) {
        Map<String, Queue> cases = queues.getOrDefault(hook, Map.of());
        List<Delivery> claimed = new ArrayList<>();
        for (Queue queue : caseId.isEmpty() ? cases.values() : one(cases, caseId.get())) {
            if (claimed.size() < limit && queue.isFree(now)) {
                queue.claimedUntil = until;
                claimed.add(queue.waiting.peekFirst());
            }
        }
        return claimed;
    }

    private static List<Queue> one(Map<String, Queue> cases, String caseId) {
        Queue queue = cases.get(caseId);
        return queue == null ? List.of() : List.of(queue);
    }

    synchronized void remove(Delivery delivery) {
        Queue queue = queues.getOrDefault(delivery.hook(), Map.of()).get(delivery.event().caseId());
        if (queue != null && queue.waiting.removeIf(one -> one.event().sequence() == delivery.event().sequence())) {
            queue.claimedUntil = Instant.MIN;
            if (queue.waiting.isEmpty()) {
                queues.get(delivery.hook()).remove(delivery.event().caseId());
            }
        }
    }

    synchronized void replace(Delivery failed) {
        Queue queue = queues.getOrDefault(failed.hook(), Map.of()).get(failed.event().caseId());
        if (queue != null && queue.waiting.peekFirst().event().sequence() == failed.event().sequence()) {
            queue.waiting.removeFirst();
            queue.waiting.addFirst(failed);
            queue.claimedUntil = Instant.MIN;
        }
    }

    synchronized List<Delivery> dead(int limit) {
        List<Delivery> dead = new ArrayList<>();
        queues.values().forEach(cases -> cases.values().stream().map(queue -> queue.waiting.peekFirst()).filter(Delivery::isDead).forEach(dead::add));
        dead.sort(ORDER);
        return List.copyOf(dead.subList(0, Math.min(limit, dead.size())));
    }

    synchronized List<Delivery> waiting(Instant since, int limit) {
        return queues.values().stream().flatMap(cases -> cases.values().stream()).flatMap(queue -> queue.waiting.stream())
            .filter(one -> !one.isDead() && one.event().recordedAt().isBefore(since))
            .sorted(Comparator.comparing((Delivery one) -> one.event().recordedAt()).thenComparing(ORDER)).limit(limit).toList();
    }
}
