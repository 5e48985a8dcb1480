package org.servicerecovery.spring.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseStore;

/** What the meters make of a decision, and how often they ask the store. */
class MetersTest {
    private final MockClock time = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, time);

    private double deadlines(String deadline, String outcome) {
        var counter = registry.find("recovery.deadlines").tags("deadline", deadline, "outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private Play metered() {
        return Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.observer(new CommandMeters(registry)));
    }

    @Test
    void aDeadlineIsMetInTimeOrMissed() {
        metered().withdrawn();
        assertEquals(1, deadlines("recovery", "met"));
        assertEquals(0, deadlines("recovery", "missed"));

        Play late = metered().byPhone().after(Duration.ofDays(11)).does(Play.ANNA, Step.REPORT_WITHDRAWAL).thanked()
            .does(Play.ANNA, RecoveryAction.endContact("taken back")).does(Play.ANNA, Step.CLOSE_AS_WITHDRAWN);
        List<CaseEvent> events = late.desk.history(Play.CASE);
        assertEquals(List.of("recovery"), events.get(events.size() - 1).clocks().met());
        assertEquals(1, deadlines("recovery", "met"), "what is met too late is not met as well");
        assertEquals(1, deadlines("recovery", "missed"));
    }

    @Test
    void casesAreCountedOnceForAWhile() {
        List<CaseCount> counts = new ArrayList<>(List.of(new CaseCount(RecoveryState.LISTENING, "anna", 2),
            new CaseCount(RecoveryState.LISTENING, "ben", 3)));
        CaseStore store = Mockito.mock(CaseStore.class);
        Mockito.when(store.counts()).thenAnswer(call -> List.copyOf(counts));
        new CaseMeters(store, Duration.ofSeconds(30)).bindTo(registry);

        assertEquals(5, cases(RecoveryState.LISTENING));
        assertEquals(0, cases(RecoveryState.SOLVING));
        counts.add(new CaseCount(RecoveryState.SOLVING, "ben", 7));
        time.add(Duration.ofSeconds(29));
        assertEquals(0, cases(RecoveryState.SOLVING));
        Mockito.verify(store, Mockito.times(1)).counts();
        time.add(Duration.ofSeconds(1));
        assertEquals(7, cases(RecoveryState.SOLVING));
        Mockito.when(store.counts()).thenThrow(new IllegalStateException("no connection"));
        time.add(Duration.ofSeconds(30));
        assertTrue(Double.isNaN(cases(RecoveryState.SOLVING)));
        assertTrue(Double.isNaN(cases(RecoveryState.LISTENING)));
        Mockito.verify(store, Mockito.times(3)).counts();
    }

    private double cases(RecoveryState state) {
        return registry.get("recovery.cases").tag("state", state.name()).gauge().value();
    }
}
