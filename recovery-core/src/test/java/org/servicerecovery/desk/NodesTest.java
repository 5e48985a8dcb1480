package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Priority;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;

/** Several desks over one store, as the nodes of a host have them, and what becomes of a claim whose node hangs or cannot go on. */
class NodesTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration WEEK = Duration.ofDays(7);

    private final InMemoryCaseStore store = spy(new InMemoryCaseStore());
    private final List<String> told = new ArrayList<>();

    private Play node(EscalationHook... hooks) {
        return Play.on(Playbooks.standard(), store, desk -> {
            Stream.of(hooks).forEach(desk::hook);
            return desk;
        });
    }

    private static RecoveryDesk another(Play play, EscalationHook... hooks) {
        return Play.on(Playbooks.standard(), play.store, desk -> {
            Stream.of(hooks).forEach(desk::hook);
            return desk.clock(play.clock);
        }).desk;
    }

    private TestHook hook(String name) {
        return new TestHook(name, event -> true, delivery -> told.add(delivery.key()));
    }

    private static List<Actions.Lapse> lapses(Play play) {
        return play.desk.history(Play.CASE).stream().map(CaseEvent::action).filter(Actions.Lapse.class::isInstance).map(Actions.Lapse.class::cast)
            .toList();
    }

    private static void open(Play play, String caseId) {
        play.desk.open(caseId, Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
    }

    @Test
    void nodesShareWhatIsDue() {
        Play play = node();
        RecoveryDesk there = another(play);
        for (int i = 0; i < 6; i++) {
            open(play, "c" + i);
        }
        play.passes(Duration.ofMinutes(50));
        TickReport here = play.desk.tick(4);
        assertEquals(List.of(4, true), List.of(here.lapsed(), here.more()));
        assertEquals(2, there.tick(4).lapsed());
        assertEquals(0, play.desk.tick().lapsed() + there.tick().lapsed());
        for (int i = 0; i < 6; i++) {
            assertEquals(2, store.history("c" + i).size());
        }
    }

    @Test
    void nodesShareWhatIsToBeTold() {
        List<Runnable> here = new ArrayList<>();
        List<Runnable> there = new ArrayList<>();
        Play play = Play.on(Playbooks.standard(), store, desk -> desk.hook(hook("everything")).executor(here::add));
        RecoveryDesk other = Play.on(Playbooks.standard(), store, desk -> desk.hook(hook("everything")).executor(there::add)
            .clock(play.clock)).desk;
        for (int i = 0; i < 6; i++) {
            open(play, "c" + i);
        }
        other.tick();
        play.desk.tick();
        here.subList(0, 3).forEach(Runnable::run);
        there.forEach(Runnable::run);
        here.forEach(Runnable::run);
        assertEquals(6, told.size());
        assertEquals(6, new HashSet<>(told).size());
    }

    @Test
    void aHookThatHangsStopsNoOtherAndAnotherNodeTellsWhenTheClaimHasExpired() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch quick = new CountDownLatch(3);
        ConcurrentLinkedQueue<String> slowly = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            Play play = Play.on(Playbooks.standard(), store, desk -> desk.executor(pool)
                .hook(new TestHook("slow", event -> true, delivery -> {
                    hanging.countDown();
                    assertTrue(released.await(60, TimeUnit.SECONDS));
                    slowly.add(delivery.key());
                }))
                .hook(new TestHook("quick", event -> true, delivery -> quick.countDown())));
            play.byPhone();
            assertTrue(hanging.await(60, TimeUnit.SECONDS));
            play.does(ANNA, ESCALATE).does(ANNA, RECORD_FEELING);
            assertTrue(quick.await(60, TimeUnit.SECONDS), "the other hook heard of everything");
            RecoveryDesk there = another(play, hook("slow"));
            play.passes(LEASE.minusMillis(1));
            assertEquals(0, there.tick().delivered(), "it may still be told there");
            play.passes(Duration.ofMillis(1));
            assertEquals(3, there.tick().delivered());
            assertEquals(List.of("c-1/1/slow", "c-1/2/slow", "c-1/3/slow"), told);
        } finally {
            released.countDown();
            pool.shutdown();
            assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
        }
        assertEquals(List.of("c-1/1/slow"), List.copyOf(slowly), "what hung is told twice, under the same key, and nothing else is");
    }

    /** Fails until it is mended, and is given up after three attempts. */
    private final class Pager implements EscalationHook {
        private boolean broken = true;
        private int attempts;

        @Override
        public String name() {
            return "pager";
        }

        @Override
        public boolean wants(CaseEvent event) {
            return true;
        }

        @Override
        public int mostAttempts() {
            return 3;
        }

        @Override
        public void deliver(Delivery delivery) {
            attempts++;
            if (broken) {
                throw new IllegalStateException("no network");
            }
            told.add(delivery.key() + " " + delivery.attempts());
        }
    }

    private Play givenUp(Pager pager) {
        Play play = node(pager).byPhone().does(ANNA, ESCALATE).does(ANNA, RECORD_FEELING);
        assertEquals(List.of(), play.desk.deadLetters(9));
        play.after(Duration.ofSeconds(30));
        play.after(Duration.ofSeconds(60));
        return play;
    }

    @Test
    void whatFailsTooOftenIsADeadLetterUntilItIsReleased() {
        Pager pager = new Pager();
        Play play = givenUp(pager);
        var letters = play.desk.deadLetters(9);
        assertEquals(List.of("c-1/1/pager"), letters.stream().map(letter -> letter.key()).toList());
        assertEquals(3, letters.get(0).attempts());
        assertTrue(letters.get(0).problem().contains("no network"), letters::toString);
        pager.broken = false;
        play.after(WEEK);
        assertEquals(3, pager.attempts, "nobody tries it any more, nor what is behind it");
        play.desk.release(letters.get(0));
        assertEquals(List.of(), play.desk.deadLetters(9));
        play.ticks();
        assertEquals(List.of("c-1/1/pager 0", "c-1/2/pager 0", "c-1/3/pager 0"), told.subList(0, 3));
        assertEquals(play.now().version(), told.size());
    }

    @Test
    void aDeadLetterThatIsDiscardedIsNeverTold() {
        Pager pager = new Pager();
        Play play = givenUp(pager);
        pager.broken = false;
        play.desk.discard(play.desk.deadLetters(1).get(0));
        play.ticks();
        assertEquals(List.of("c-1/2/pager 0", "c-1/3/pager 0"), told);
        assertEquals(List.of(), play.desk.deadLetters(9));
    }

    @Test
    void aCaseThatCannotBeTickedIsTriedAgainWhenTheClaimHasExpiredAndHoldsUpNoOther() {
        boolean[] broken = {false};
        Play play = Play.on(Playbooks.standard(), store, desk -> desk.engine((before, decided, after) -> {
            if (broken[0] && after.id().equals(Play.CASE)) {
                throw new IllegalStateException("no way");
            }
        })).byEmail();
        open(play, "c-2");
        broken[0] = true;
        play.passes(Duration.ofMinutes(50));
        TickReport first = play.desk.tick();
        assertEquals(1, first.lapsed());
        assertEquals(1, first.problems().size(), first::toString);
        assertTrue(first.problems().get(0).contains("c-1") && first.problems().get(0).contains("no way"), first::toString);
        assertEquals(2, store.history("c-2").size());
        broken[0] = false;
        play.passes(LEASE.minusMillis(1));
        assertEquals(0, play.desk.tick().lapsed());
        play.passes(Duration.ofMillis(1));
        TickReport later = play.desk.tick();
        assertEquals(1, later.lapsed());
        assertEquals(List.of(), later.problems());
        assertEquals(1, lapses(play).size());
    }

    @Test
    void aClockThatIsMetBetweenTheLookAndTheReadDoesNotLapse() {
        Play play = node().byPhone();
        play.passes(Duration.ofHours(8));
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).load(anyString(), anyString());
            play.says(ANNA, Channel.PHONE, ACKNOWLEDGE);
            return call.callRealMethod();
        }).when(store).load(anyString(), startsWith("lapse acknowledgement"));
        assertEquals(List.of(), play.desk.tick().problems());
        assertEquals(List.of(), lapses(play).stream().filter(lapse -> lapse.deadline().equals("acknowledgement")).toList());
        assertEquals(ACKNOWLEDGE, play.desk.history(Play.CASE).get(1).step());
    }

    @Test
    void aClockThatIsMetBetweenTheReadAndTheWriteDoesNotLapse() {
        Play play = node().byPhone();
        play.passes(Duration.ofHours(8));
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).append(any(), any(), any(), any());
            play.says(ANNA, Channel.PHONE, ACKNOWLEDGE);
            return call.callRealMethod();
        }).when(store).append(any(), any(), any(), any());
        assertEquals(List.of(), play.desk.tick().problems());
        assertEquals(List.of(), lapses(play).stream().filter(lapse -> lapse.deadline().equals("acknowledgement")).toList());
        assertEquals(ACKNOWLEDGE, play.desk.history(Play.CASE).get(1).step());
    }

    @Test
    void whatAnotherNodeReportedMeanwhileIsNotReportedAgain() {
        Play play = node().byEmail();
        RecoveryDesk there = another(play);
        play.passes(Duration.ofHours(9));
        doAnswer(call -> {
            doAnswer(Answers.CALLS_REAL_METHODS).when(store).append(any(), any(), any(), any());
            // As if the claim had expired while this node was held up.
            store.unclaim(Play.CASE);
            assertTrue(there.tick().lapsed() > 0);
            return call.callRealMethod();
        }).when(store).append(any(), any(), any(), any());
        assertEquals(0, play.desk.tick().lapsed());
        List<String> rungs = lapses(play).stream().map(lapse -> lapse.deadline() + " " + lapse.rung() + " " + lapse.due()).toList();
        assertEquals(new HashSet<>(rungs).size(), rungs.size(), rungs::toString);
    }

    @Test
    void aPromiseThatIsPutOffAndBackAgainStillLapses() {
        Play play = node().promised(WEEK);
        play.passes(Duration.ofDays(1));
        var first = play.open(Duty.Kind.PROMISE).due();
        int promise = play.open(Duty.Kind.PROMISE).id();
        play.after(Duration.ofDays(5));
        play.says(ANNA, Channel.PHONE, renegotiate(promise, first.plus(WEEK), "later"));
        play.says(ANNA, Channel.PHONE, renegotiate(promise, first, "or not"));
        play.after(Duration.ofDays(2));
        assertEquals(1, lapses(play).stream().filter(lapse -> lapse.deadline().equals("promise-due") && lapse.due().equals(first)
            && lapse.kind() == Deadline.Rung.Kind.BREACH).count(), () -> play.rungs().toString());
        assertEquals(Duty.Status.UNTOLD, play.open(Duty.Kind.PROMISE).status());
    }

    @Test
    void aWarningThatCameForADateComesAgainWhenTheDateComesBack() {
        Play play = node().promised(WEEK);
        int promise = play.open(Duty.Kind.PROMISE).id();
        var first = play.open(Duty.Kind.PROMISE).due();
        play.after(Duration.ofDays(6));
        play.says(ANNA, Channel.PHONE, renegotiate(promise, first.plus(WEEK), "later"))
            .says(ANNA, Channel.PHONE, renegotiate(promise, first, "or not"));
        play.after(Duration.ofDays(2));
        assertEquals(List.of("WARNING holder", "WARNING holder", "BREACH supervisor"), play.rungs("promise-due"));
    }
}
