package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.servicerecovery.ConflictException;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;

/** Many threads on one desk: exactly one winner, no event lost, none doubled, and every replay tells the same. */
class RacesTest {
    private static final int THREADS = 8;

    private final Play play = Play.standard();

    /** Lets all threads go at once, and hands back what each of them brought. */
    private static <T> List<T> race(List<Callable<T>> runners) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(runners.size());
        try {
            CyclicBarrier start = new CyclicBarrier(runners.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return runner.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<Callable<T>> times(int times, IntFunction<Callable<T>> made) {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(made.apply(i));
        }
        return all;
    }

    @RepeatedTest(20)
    void ofManyWhoSawTheSameVersionExactlyOneWins() throws Exception {
        play.byEmail();
        List<String> results = race(times(THREADS, i -> () -> {
            try {
                return play.desk.perform(Play.CASE, 1, Command.does(Actor.agent("agent-" + i), of(TAKE_OWNERSHIP))).isPermitted() ? "won" : "refused";
            } catch (ConflictException e) {
                return "conflict";
            }
        }));
        assertEquals(1, results.stream().filter("won"::equals).count(), results::toString);
        assertEquals(THREADS - 1, results.stream().filter("conflict"::equals).count(), results::toString);
        assertEquals(2, play.now().version());
    }

    @RepeatedTest(20)
    void ofManyWhoTakeOwnershipExactlyOneGetsIt() throws Exception {
        play.byEmail();
        List<Decision> results = race(times(THREADS, i -> () -> play.desk.perform(Play.CASE,
            Command.does(Actor.agent("agent-" + i), of(TAKE_OWNERSHIP)))));
        assertEquals(1, results.stream().filter(Decision::isPermitted).count());
        Decision won = results.stream().filter(Decision::isPermitted).findFirst().orElseThrow();
        assertEquals(won.events().get(0).actor().id(), play.now().data().owner());
        assertTrue(results.stream().filter(one -> !one.isPermitted()).allMatch(one -> one.refusedBy().equals(List.of("not-here"))));
    }

    @RepeatedTest(20)
    void ofManyWhoOpenACaseExactlyOneDoes() throws Exception {
        List<Boolean> results = race(times(THREADS, i -> () -> {
            try {
                return play.desk.open(Play.CASE, Play.opening(Actor.agent("agent-" + i), Channel.PHONE, Priority.NORMAL, "")).isPermitted();
            } catch (ConflictException e) {
                return false;
            }
        }));
        assertEquals(1, results.stream().filter(won -> won).count());
        assertEquals(1, play.now().version());
    }

    @RepeatedTest(20)
    void oneCommandSentByManyIsDoneOnce() throws Exception {
        play.byPhone();
        Command command = Command.does(ANNA, issue("the invoice")).identified("click-17");
        List<Decision> results = race(times(THREADS, i -> () -> play.desk.perform(Play.CASE, command)));
        assertTrue(results.stream().allMatch(Decision::isPermitted));
        assertEquals(THREADS - 1, results.stream().filter(Repeated.class::isInstance).count());
        assertEquals(1, new HashSet<>(results.stream().map(Decision::events).toList()).size());
        assertEquals(2, play.now().version());
    }

    @Test
    void noEventIsLostAndNoneIsDoubledWhenAllWriteToOneCase() throws Exception {
        play.byPhone();
        int each = 200;
        race(times(THREADS, i -> () -> {
            for (int n = 0; n < each; n++) {
                play.desk.perform(Play.CASE, Command.does(Actor.agent("agent-" + i), note(REPORT_REQUEST, i + "/" + n))).orThrow();
            }
            return true;
        }));
        List<CaseEvent> history = play.desk.history(Play.CASE);
        assertEquals(1 + THREADS * each, history.size());
        Set<Object> notes = new HashSet<>();
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).sequence());
            notes.add(history.get(i).action());
        }
        assertEquals(history.size(), notes.size());
        assertEquals(play.now().data().requests().size(), THREADS * each);
        assertEquals(play.now().data(), play.replayed().data());
    }

    @Test
    void readersSeeWholeHistoriesWhileOthersWrite() throws Exception {
        play.byPhone();
        List<Callable<Boolean>> runners = times(THREADS / 2, i -> () -> {
            for (int n = 0; n < 300; n++) {
                // Two events in one command: nobody may ever see one of them without the other.
                play.desk.perform(Play.CASE, Command.does(ANNA, issue("one"), issue("other"))).orThrow();
            }
            return true;
        });
        runners.addAll(times(THREADS / 2, i -> () -> {
            for (int n = 0; n < 300; n++) {
                List<CaseEvent> seen = play.desk.history(Play.CASE);
                assertEquals(1, seen.size() % 2, "a torn command");
                assertTrue(seen.stream().noneMatch(Objects::isNull));
                assertEquals(seen.size(), seen.get(seen.size() - 1).sequence());
                play.desk.offers(Play.CASE, ANNA);
            }
            return true;
        }));
        race(runners);
    }

    @Test
    void ticksOfSeveralNodesReportEveryRungOnce() throws Exception {
        int cases = 50;
        for (int i = 0; i < cases; i++) {
            play.desk.open("c" + i, Play.opening(MACRO, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        }
        play.passes(Duration.ofHours(2));
        race(times(THREADS, i -> () -> play.desk.tick(10_000)));
        // 45 minutes, one hour and two hours of the first response; the customer waits four.
        assertEquals(cases * 3, play.rungs().size());
        Set<Object> different = new HashSet<>(play.heard.stream().map(event -> List.of(event.caseId(), event.action())).toList());
        assertEquals(cases * 3, different.size());
    }

    @Test
    void hooksHearInOrderOfEachCaseThoughManyWrite() throws Exception {
        play.byPhone();
        Map<String, Collection<Integer>> heard = Map.of(Play.CASE, new ConcurrentLinkedQueue<>());
        Play hooked = Play.on(play.desk.playbook(), play.store, desk -> desk.clock(play.clock).hook(new TestHook("order", event -> true,
            delivery -> heard.get(Play.CASE).add(delivery.event().sequence()))));
        race(times(THREADS, i -> () -> {
            for (int n = 0; n < 100; n++) {
                hooked.desk.perform(Play.CASE, Command.does(ANNA, issue(i + "/" + n))).orThrow();
            }
            return true;
        }));
        hooked.desk.tick();
        List<Integer> sequences = List.copyOf(heard.get(Play.CASE));
        assertEquals(THREADS * 100, sequences.size());
        assertEquals(sequences.stream().sorted().toList(), sequences);
    }

    @Test
    void aDutyIsMetOnceThoughManyMeetIt() throws Exception {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(7))));
        int promise = play.open(Duty.Kind.PROMISE).id();
        List<Boolean> results = race(times(THREADS, i -> () -> {
            try {
                return play.desk.perform(Play.CASE, Command.does(ANNA, discharge(KEEP_PROMISE, promise, "receipt " + i))).isPermitted();
            } catch (InvalidInputException e) {
                return false;
            }
        }));
        assertEquals(1, results.stream().filter(won -> won).count());
    }
}
