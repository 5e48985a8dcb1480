package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/** Comes after everybody was killed, finishes what they left, and compares what is there with what they said. */
final class Survey {
    /** Longer than the lease, and than a hook that failed has to wait. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private final JdbcCaseStore store;
    private final Notes notes;
    private final SettableClock clock;
    private final RecoveryDesk desk;
    private final Map<String, List<CaseEvent>> histories = new TreeMap<>();
    private int wantedOfHooks;
    private int lapses;
    private int written;

    Survey(Playbook playbook, JdbcCaseStore store, Notes notes) {
        this.store = store;
        this.notes = notes;
        clock = new SettableClock(notes.latest());
        desk = Workload.desk(playbook, store, clock, hook("pager", event -> new Default().wants(event)), hook("journal", event -> true));
    }

    /** Everything must hold; hands back what was counted. */
    String holds() {
        finish();
        notes.sent.values().forEach(sent -> histories.computeIfAbsent(sent.caseId(), store::history));
        histories.forEach(this::isWhole);
        notes.sent.values().forEach(this::isThereOnceOrNotAtAll);
        histories.forEach(this::everyRungWasReportedOnce);
        histories.forEach(this::everyHookWasToldInOrder);
        notes.acknowledged.keySet().forEach(this::comesBackWhenItIsRepeated);
        int tellings = notes.told.values().stream().mapToInt(List::size).sum();
        return histories.size() + " cases; " + notes.sent.size() + " commands sent, " + notes.acknowledged.size() + " acknowledged and there, "
            + (written - notes.acknowledged.size()) + " not acknowledged but there, " + (notes.sent.size() - written) + " not there; "
            + lapses + " rungs of deadlines; " + wantedOfHooks + " deliveries, " + (tellings - wantedOfHooks) + " told again";
    }

    /** Claims of the killed expire, hooks that failed are tried again, and everything is reported that falls due until then. */
    private void finish() {
        for (int i = 0; i < 3; i++) {
            clock.advance(LATER);
            TickReport report = desk.tick();
            while (report.more() || report.lapsed() + report.delivered() > 0) {
                assertEquals(List.of(), report.problems());
                report = desk.tick();
            }
        }
        Instant now = clock.instant();
        assertEquals(List.of(), store.claimDue(now, now.plus(LATER), 10), "still due");
        for (String hook : List.of("pager", "journal")) {
            assertEquals(List.of(), store.claimDeliveries(hook, Optional.empty(), now.plus(LATER), now.plus(LATER.multipliedBy(2)), 10), "not told");
        }
        assertEquals(List.of(), store.deadLetters(10));
    }

    private void isWhole(String caseId, List<CaseEvent> history) {
        assertEquals(Optional.empty(), store.verifyHistory(caseId));
        Optional<RecoveryCase> stored = store.load(caseId);
        assertEquals(history.isEmpty(), stored.isEmpty(), caseId);
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).sequence(), caseId);
        }
        stored.ifPresent(there -> assertEquals(RecoveryCase.replayed(history).snapshot(), there.snapshot(), caseId));
        for (CaseEvent event : history) {
            assertTrue(event.commandId().startsWith("lapse ") || notes.sent.containsKey(event.commandId()), () -> "Nobody sent " + event);
        }
    }

    private List<CaseEvent> eventsOf(Notes.Sent sent) {
        return histories.get(sent.caseId()).stream().filter(event -> event.commandId().equals(sent.id())).toList();
    }

    /** All of a command's actions in a row and in order, or none of them; if it was acknowledged, where it was said to be. */
    private void isThereOnceOrNotAtAll(Notes.Sent sent) {
        List<CaseEvent> events = eventsOf(sent);
        Integer acknowledged = notes.acknowledged.get(sent.id());
        if (events.isEmpty()) {
            assertEquals(null, acknowledged, () -> "Acknowledged, and lost: " + sent);
            return;
        }
        written++;
        assertEquals(Workload.command(sent.id(), sent.at()).actions(), events.stream().map(CaseEvent::action).toList(), sent::toString);
        int first = acknowledged != null ? acknowledged : events.get(0).sequence();
        for (int i = 0; i < events.size(); i++) {
            assertEquals(first + i, events.get(i).sequence(), sent::toString);
        }
    }

    /** Recomputed from when the clocks started, which nobody meets: neither the case's index of what is due nor its snapshot is asked. */
    private void everyRungWasReportedOnce(String caseId, List<CaseEvent> history) {
        Map<String, List<Instant>> expected = new TreeMap<>();
        Map<String, List<Instant>> reported = new TreeMap<>();
        for (CaseEvent event : history) {
            if (event.action() instanceof Actions.Open) {
                for (Instant start = event.occurredAt(); !start.isAfter(clock.instant()); start = start.plus(Workload.PULSE)) {
                    expect(expected, "pulse 0", start, Workload.PULSE, Workload.PULSE_RUNGS);
                }
            } else if (event.action() instanceof Duties.TakeOn followUp) {
                expect(expected, "follow-up-due " + event.sequence(), event.occurredAt(), Duration.between(event.occurredAt(), followUp.due()),
                    Workload.FOLLOW_UP_RUNGS);
            } else if (event.action() instanceof Actions.Lapse lapse) {
                reported.computeIfAbsent(lapse.deadline() + " " + lapse.duty(), key -> new ArrayList<>()).add(event.occurredAt());
                assertTrue(!event.occurredAt().isAfter(event.recordedAt()), () -> "Reported before it came: " + event);
            }
        }
        assertEquals(expected, reported, caseId);
        lapses += reported.values().stream().mapToInt(List::size).sum();
    }

    private void expect(Map<String, List<Instant>> expected, String what, Instant start, Duration given, List<Integer> rungs) {
        for (int percent : rungs) {
            Instant when = start.plus(given.multipliedBy(percent).dividedBy(100));
            if (!when.isAfter(clock.instant())) {
                expected.computeIfAbsent(what, key -> new ArrayList<>()).add(when);
            }
        }
    }

    private void everyHookWasToldInOrder(String caseId, List<CaseEvent> history) {
        Map<String, List<Integer>> wanted = new HashMap<>();
        Default pager = new Default();
        wanted.put("journal", history.stream().map(CaseEvent::sequence).toList());
        wanted.put("pager", history.stream().filter(pager::wants).map(CaseEvent::sequence).toList());
        wanted.forEach((hook, sequences) -> {
            List<Integer> told = notes.told.getOrDefault(caseId + " " + hook, List.of());
            assertEquals(sequences, List.copyOf(new LinkedHashSet<>(told)), () -> caseId + " was first told to " + hook + " in this order");
            wantedOfHooks += sequences.size();
        });
    }

    private void comesBackWhenItIsRepeated(String id) {
        Notes.Sent sent = notes.sent.get(id);
        Command command = Workload.command(id, sent.at());
        Decision again = Workload.isOpening(id) ? desk.open(sent.caseId(), command) : desk.perform(sent.caseId(), command);
        assertInstanceOf(Repeated.class, again, id);
        assertEquals(eventsOf(sent), again.events(), id);
    }

    /** What a hook wants that does not say what it wants. */
    private static final class Default implements EscalationHook {
        @Override
        public String name() {
            return "default";
        }

        @Override
        public void deliver(Delivery delivery) {
            throw new UnsupportedOperationException();
        }
    }

    private EscalationHook hook(String name, Predicate<CaseEvent> wish) {
        return new EscalationHook() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean wants(CaseEvent event) {
                return wish.test(event);
            }

            @Override
            public void deliver(Delivery delivery) {
                notes.told(delivery.event().caseId(), name, delivery.event().sequence());
            }
        };
    }
}
