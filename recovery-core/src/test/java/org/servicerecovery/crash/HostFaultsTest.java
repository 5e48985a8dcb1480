package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servicerecovery.ConflictException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/** Clocks go back, hooks hang: nothing is written that is wrong, and somebody goes on. */
class HostFaultsTest {
    private static final String CASE = "c";
    private static final Playbook PLAYBOOK = Workload.playbook();

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Workload.START);
    private JdbcCaseStore store;

    @BeforeEach
    void opens() {
        store = JdbcCaseStore.inFile(folder.resolve("cases"));
    }

    @AfterEach
    void closes() {
        store.close();
    }

    private RecoveryDesk desk(EscalationHook... hooks) {
        return Workload.desk(PLAYBOOK, store, clock, hooks);
    }

    private RecoveryDesk opened() {
        RecoveryDesk desk = desk();
        desk.open(CASE, Workload.command("open-c", Workload.START)).orThrow();
        return desk;
    }

    private static Command command(int number) {
        return Workload.command("do-" + number, Workload.START);
    }

    private static List<String> done(RecoveryDesk desk) {
        return desk.history(CASE).stream().map(CaseEvent::commandId).distinct().toList();
    }

    @Test
    void aClockThatGoesBackWritesNothingUntilItIsRightAgain() {
        RecoveryDesk desk = opened();
        clock.advance(Workload.PULSE.multipliedBy(-1));
        assertThrows(ConflictException.class, () -> desk.perform(CASE, command(1)));
        assertEquals(0, desk.tick().lapsed());
        assertEquals(List.of("open-c"), done(desk));
        clock.advance(Workload.PULSE);
        assertInstanceOf(Permitted.class, desk.perform(CASE, command(1)));
        clock.advance(Workload.PULSE);
        // The command scheduled one follow-up.
        assertEquals(Workload.PULSE_RUNGS.size() + Workload.FOLLOW_UP_RUNGS.size(), desk.tick().lapsed());
    }

    @Test
    void aClaimOfAClockThatWasAheadIsHeldUpNoLongerThanThatClockSaid() {
        opened();
        Instant due = Workload.START.plus(Workload.PULSE);
        Instant ahead = due.plus(Workload.PULSE);
        assertEquals(List.of(CASE), store.claimDue(ahead, ahead.plus(Workload.LEASE), 10));
        clock.set(ahead.plus(Workload.LEASE).minusSeconds(1));
        RecoveryDesk desk = desk();
        assertEquals(0, desk.tick().lapsed());
        clock.advance(Duration.ofSeconds(1));
        assertTrue(desk.tick().lapsed() >= Workload.PULSE_RUNGS.size());
    }

    @Test
    void aHookThatHangsHoldsUpNobodyElseAndAnotherDeskGoesOnWithItsWork() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch healthy = new CountDownLatch(3);
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        try {
            RecoveryDesk desk = RecoveryDesk.builder(PLAYBOOK).store(store).clock(clock).claimsLast(Workload.LEASE)
                .executor(threads).hook(hook("hangs", delivery -> {
                    hanging.countDown();
                    release.await();
                })).hook(hook("healthy", delivery -> healthy.countDown())).build();
            desk.open(CASE, Workload.command("open-c", Workload.START)).orThrow();
            assertTrue(hanging.await(1, TimeUnit.MINUTES));
            IntStream.range(0, 2).forEach(i -> desk.perform(CASE, command(i)).orThrow());
            assertTrue(healthy.await(1, TimeUnit.MINUTES), "the other hook was held up");
            RecoveryDesk other = desk(hook("hangs", delivery -> elsewhere.add(delivery.event().sequence() + "")),
                hook("healthy", delivery -> { }));
            other.tick();
            assertEquals(List.of(), elsewhere, "what another desk is telling was told here too");
            clock.advance(Workload.LEASE);
            other.tick();
            assertEquals(IntStream.rangeClosed(1, desk.history(CASE).size()).mapToObj(String::valueOf).toList(), elsewhere);
        } finally {
            release.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        }
    }

    /** What a hook of a test does. */
    private interface Told {
        void of(Delivery delivery) throws IOException, InterruptedException;
    }

    private static EscalationHook hook(String name, Told told) {
        return new EscalationHook() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean wants(CaseEvent event) {
                return true;
            }

            @Override
            public void deliver(Delivery delivery) throws Exception {
                told.of(delivery);
            }
        };
    }
}
