package org.servicerecovery.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;

/**
 * What every {@link CaseStore} must do, as tests for JUnit 5: whoever writes a store extends this class beside it. It needs
 * {@code junit-jupiter-api} on the class path, which does not come with the library.
 *
 * <pre>{@code
 * class MyCaseStoreTest extends CaseStoreContract {
 *     @Override
 *     protected CaseStore store() {
 *         return new MyCaseStore(emptied());
 *     }
 * }
 * }</pre>
 *
 * <p>All tests use fixed instants, and none waits. A store may round an instant from which something is given out — when a case is due,
 * when a claim ends, when a delivery may be tried again — up to the next microsecond; what it keeps of a case it keeps exactly.
 */
public abstract class CaseStoreContract extends QueryContract {

    /** For the subclasses. */
    protected CaseStoreContract() {
        // nothing to set up
    }

    @Test
    void aWholeRecoveryLeavesTheSameAsInMemory() {
        Rehearsal here = new Rehearsal(store);
        Rehearsal memory = new Rehearsal(new InMemoryCaseStore());
        here.recover("case");
        memory.recover("case");
        assertEquals(RecoveryState.RECOVERED, here.now("case").state());
        same(memory, here, "case");
        assertTrue(here.heard().stream().anyMatch(key -> key.endsWith("/everything")), "the hook was told");
    }

    @Test
    void recoveriesSideBySideWithTicksAndAFailingHookLeaveTheSameAsInMemory() {
        Rehearsal here = new Rehearsal(store);
        Rehearsal memory = new Rehearsal(new InMemoryCaseStore());
        for (Rehearsal one : List.of(here, memory)) {
            one.failing(true);
            one.open("first", Priority.URGENT);
            one.recover("second");
            one.open("third", Priority.LOW);
            one.after(Duration.ofHours(5));
            one.failing(false);
            one.after(Duration.ofDays(40));
            one.after(Duration.ofDays(1));
        }
        for (String caseId : List.of("first", "second", "third")) {
            same(memory, here, caseId);
        }
        assertEquals(List.of(), here.desk().deadLetters(9));
        assertEquals(0, here.desk().tick().lapsed(), "everything that was due is reported");
        assertEquals(memory.store().find(CaseQuery.all()), store.find(CaseQuery.all()));
        assertEquals(memory.store().counts(), store.counts());
    }

    @Test
    void twoDesksOverTheSameDataReportAndTellEverythingOnce() {
        Rehearsal here = new Rehearsal(store);
        RecoveryDesk there = here.another(sameDataAgain());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add("case " + i);
            here.open("case " + i, Priority.NORMAL);
        }
        here.passes(Duration.ofDays(30));
        List<Integer> lapsed = atOnce(2, i -> () -> (i == 0 ? here.desk() : there).tick().lapsed());
        int after = here.desk().tick().lapsed() + there.tick().lapsed();
        int reported = 0;
        List<String> expected = new ArrayList<>();
        for (String caseId : ids) {
            List<CaseEvent> history = store.history(caseId);
            reported += history.size() - 1;
            history.forEach(event -> expected.add(caseId + "/" + event.sequence() + "/everything"));
            assertEquals(store.history(ids.get(0)).size(), history.size(), "every case has the same clocks");
        }
        assertEquals(reported, lapsed.get(0) + lapsed.get(1) + after);
        assertEquals(expected.stream().sorted().toList(), here.heard().stream().sorted().toList());
    }

    private static void same(Rehearsal memory, Rehearsal here, String caseId) {
        assertEquals(memory.store().history(caseId), here.store().history(caseId));
        assertEquals(memory.now(caseId).snapshot(), here.now(caseId).snapshot());
        assertEquals(here.now(caseId).facts(), RecoveryCase.replayed(here.store().history(caseId)).facts());
        assertEquals(memory.heard().stream().filter(key -> key.startsWith(caseId + "/")).toList(),
            here.heard().stream().filter(key -> key.startsWith(caseId + "/")).toList());
    }
}
