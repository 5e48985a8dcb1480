package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Engine;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import reactor.core.scheduler.Schedulers;

class SpringEngineTest {
    private static final String OTHER = "c-2";

    private static Play on(Engine engine) {
        return Play.on(Playbooks.standard(), new InMemoryCaseStore(), builder -> builder.engine(engine));
    }

    private static Engine with(MachineCustomizer customizer) {
        return new SpringEngine(customizer);
    }

    @Test
    void aWholeRecoveryRunsOnIt() {
        Play play = on(new SpringEngine()).recovered();
        assertEquals(RecoveryState.RECOVERED, play.state());
        Play direct = Play.standard().recovered();
        assertEquals(direct.desk.history(Play.CASE).stream().map(CaseEvent::row).toList(),
            play.desk.history(Play.CASE).stream().map(CaseEvent::row).toList());
        assertEquals(direct.now().facts(), play.now().facts());
    }

    @Test
    void deadlinesAreReportedThroughItToo() {
        List<String> rows = new ArrayList<>();
        Play play = on(with(new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onRow(Transition row) {
                return List.of(context -> rows.add(row.id()));
            }
        })).byEmail().after(Duration.ofDays(3));
        assertEquals(play.desk.history(Play.CASE).stream().map(CaseEvent::row).toList(), rows);
        assertTrue(rows.stream().anyMatch(row -> row.contains("REPORT_LAPSE")), rows::toString);
    }

    @Test
    void anActionOfTheHostsSeesWhatIsDecidedAndBeforeItIsWritten() {
        List<String> seen = new ArrayList<>();
        Play[] play = new Play[1];
        play[0] = on(with(new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onEntry(RecoveryState state) {
                return List.of(context -> {
                    RecoveryAttempt attempt = RecoveryAttempt.in(context).orElseThrow();
                    seen.add(state + " by " + attempt.event().orElseThrow().actor().id() + ", written so far "
                        + play[0].desk.find(Play.CASE).map(RecoveryCase::version).orElse(0) + ", before " + attempt.before().version());
                });
            }

            @Override
            public List<Action<RecoveryState, Step>> onExit(RecoveryState state) {
                return List.of(context -> seen.add("left " + state));
            }
        }));
        play[0].byEmail();
        seen.clear();
        play[0].does(Play.ANNA, Step.TAKE_OWNERSHIP);
        assertEquals(List.of("left AWAITING", "LISTENING by anna, written so far 1, before 1"), seen);
    }

    @Test
    void whatAnActionThrowsReachesTheCallerAndNothingIsWritten() {
        RuntimeException mine = new IllegalStateException("the other system is down");
        boolean[] down = {true};
        for (int where = 0; where < 3; where++) {
            int place = where;
            Action<RecoveryState, Step> action = context -> {
                if (down[0]) {
                    throw mine;
                }
            };
            Play play = on(with(new MachineCustomizer() {
                @Override
                public List<Action<RecoveryState, Step>> onRow(Transition row) {
                    return place == 0 && row.step() == Step.TAKE_OWNERSHIP ? List.of(action) : List.of();
                }

                @Override
                public List<Action<RecoveryState, Step>> onEntry(RecoveryState state) {
                    return place == 1 && state == RecoveryState.LISTENING ? List.of(action) : List.of();
                }

                @Override
                public List<Action<RecoveryState, Step>> onExit(RecoveryState state) {
                    return place == 2 && state == RecoveryState.AWAITING ? List.of(action) : List.of();
                }
            })).byEmail();
            down[0] = true;
            RecoveryCase before = play.now();
            assertSame(mine, assertThrows(IllegalStateException.class, () -> play.attempt(Play.ANNA, Step.TAKE_OWNERSHIP)));
            assertEquals(before.snapshot(), play.now().snapshot());
            down[0] = false;
            play.does(Play.ANNA, Step.TAKE_OWNERSHIP);
            assertEquals(RecoveryState.LISTENING, play.state());
        }
    }

    @Test
    void whatAnActionLeavesInTheExtendedStateIsNotForTheNextCase() {
        List<Object> found = new ArrayList<>();
        Play play = on(with(new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onRow(Transition row) {
                return List.of(context -> {
                    found.add(context.getExtendedState().getVariables().get("mine"));
                    context.getExtendedState().getVariables().put("mine", row.id());
                });
            }
        })).byEmail();
        play.desk.open(OTHER, Play.opening(Play.ANNA, Channel.EMAIL, Priority.NORMAL, "")).orThrow();
        assertTrue(found.size() >= 2 && found.stream().noneMatch(Objects::nonNull), found::toString);
    }

    @Test
    void listenersAreToldOfEachChangeOfStateAndOfNoOther() {
        List<String> heard = new ArrayList<>();
        on(with(new MachineCustomizer() {
            @Override
            public List<StateMachineListener<RecoveryState, Step>> listeners() {
                return List.of(new StateMachineListenerAdapter<>() {
                    @Override
                    public void stateChanged(State<RecoveryState, Step> from, State<RecoveryState, Step> to) {
                        heard.add((from == null ? "-" : from.getId()) + " to " + to.getId());
                    }
                });
            }
        })).byEmail().does(Play.ANNA, Step.TAKE_OWNERSHIP).does(Play.ANNA, Step.GET_READY);
        assertEquals(List.of("- to AWAITING", "AWAITING to LISTENING"), heard, "the first is the machine's own start");
    }

    /** Prepared with other rows than those that decide: what it takes is not what was decided. */
    @Test
    void anEngineThatTakesAnotherRowDivergesAndNothingIsWritten() {
        Playbook standard = Playbooks.standard();
        List<Transition> none = standard.definition().transitions().stream().filter(row -> row.step() != Step.TAKE_OWNERSHIP).toList();
        List<Transition> elsewhere = standard.definition().transitions().stream().map(row -> row.step() != Step.TAKE_OWNERSHIP ? row
            : new Transition(row.id(), row.from(), row.step(), row.when(), RecoveryState.SOLVING, row.sets(), row.clears())).toList();
        List<Transition> renamed = standard.definition().transitions().stream().map(row -> row.step() != Step.TAKE_OWNERSHIP ? row
            : new Transition(row.id() + "/other", row.from(), row.step(), row.when(), row.to(), row.sets(), row.clears())).toList();
        for (List<Transition> rows : List.of(none, elsewhere, renamed)) {
            SpringEngine engine = new SpringEngine();
            engine.prepare(standard.id(), rows);
            Play play = on(engine).byEmail();
            EngineDivergedException diverged = assertThrows(EngineDivergedException.class, () -> play.attempt(Play.ANNA, Step.TAKE_OWNERSHIP));
            assertTrue(diverged.getMessage().contains("AWAITING/TAKE_OWNERSHIP") && diverged.getMessage().contains("Nothing was written"),
                diverged.getMessage());
            assertEquals(1, play.now().version());
        }
    }

    @Test
    void anActionThatMovesTheMachineDiverges() {
        Play play = on(with(new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onEntry(RecoveryState state) {
                return state != RecoveryState.LISTENING ? List.of() : List.of(context -> {
                    context.getStateMachine().stopReactively().block();
                    throw new Halt();
                });
            }
        })).byEmail();
        RecoveryCase before = play.now();
        assertThrows(Halt.class, () -> play.attempt(Play.ANNA, Step.TAKE_OWNERSHIP));
        assertEquals(before.snapshot(), play.now().snapshot());
    }

    private static final class Halt extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anEngineThatWasNotPreparedSaysSo() {
        Play play = Play.standard().byEmail();
        CaseEvent event = play.desk.history(Play.CASE).get(0);
        EngineDivergedException unknown = assertThrows(EngineDivergedException.class,
            () -> new SpringEngine().walk(play.now(), List.of(event), play.now()));
        assertTrue(unknown.getMessage().contains("standard"), unknown.getMessage());
    }

    @Test
    void casesOnAnOlderPlaybookRunOnItsRows() {
        InMemoryCaseStore store = new InMemoryCaseStore();
        RecoveryDesk old = RecoveryDesk.builder(Playbooks.sixSteps()).store(store).build();
        old.as(Play.ANNA).open(Play.CASE, "customer", "late", Channel.PHONE, RecoveryAction.mood(Mood.BEYOND_IRATE)).orThrow();
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).alsoKnows(Playbooks.sixSteps()).store(store).engine(new SpringEngine()).build();
        Decision decision = desk.as(Play.ANNA).perform(Play.CASE, Step.GET_READY);
        assertTrue(decision.isPermitted(), () -> decision.reasons().toString());
    }

    /** Every thread its own cases, all on one engine. */
    @Test
    void manyThreadsAtOnce() throws Exception {
        SpringEngine engine = new SpringEngine();
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).engine(engine).build();
        int threads = 40;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Future<Integer>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                done.add(pool.submit((Callable<Integer>) () -> {
                    together.await();
                    int version = 0;
                    for (int i = 0; i < 20; i++) {
                        String id = "case-" + number + "-" + i;
                        Actor actor = Actor.agent("agent-" + number);
                        desk.as(actor).open(id, "customer", "late", Channel.EMAIL).orThrow();
                        desk.as(actor).perform(id, Step.TAKE_OWNERSHIP, Step.GET_READY).orThrow();
                        version += desk.find(id).orElseThrow().version();
                    }
                    return version;
                }));
            }
            for (Future<Integer> one : done) {
                assertEquals(60, one.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aReactiveThreadMayCallIt() throws Exception {
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).engine(new SpringEngine()).build();
        CompletableFuture<Decision> done = new CompletableFuture<>();
        Schedulers.parallel().schedule(() -> {
            try {
                desk.as(Play.ANNA).open("case", "customer", "late", Channel.EMAIL).orThrow();
                done.complete(desk.as(Play.ANNA).perform("case", Step.TAKE_OWNERSHIP));
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        assertTrue(done.get().isPermitted());
    }

    @Test
    void aRefusalNeverReachesTheMachine() {
        List<String> rows = new ArrayList<>();
        Play play = on(with(new MachineCustomizer() {
            @Override
            public List<Action<RecoveryState, Step>> onRow(Transition row) {
                return List.of(context -> rows.add(row.id()));
            }
        })).byPhone();
        rows.clear();
        assertTrue(play.attempt(Play.ANNA, RecoveryAction.transfer("ben")).refusedBy().contains("no-plain-transfer"));
        assertEquals(List.of(), rows);
    }
}
