package org.servicerecovery.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import org.springframework.statemachine.transition.Transition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What Spring Statemachine 4.0.2 does that the engine is built around. A test that fails here says that a newer version behaves otherwise, and
 * that {@link Walker} or {@link MachineTable} may be simpler.
 */
class StatemachineBehaviourTest {
    private static final String NONE = null;
    private static final Action<String, String> NOTHING = context -> {
    };

    private final List<String> heard = new ArrayList<>();

    /** One way from a to b, with what is under test on it. */
    private final class Made {
        Guard<String, String> guard;
        Action<String, String> action;
        Action<String, String> entry;
        Action<String, String> exit;
        String id = NONE;
        boolean second;
        int throwing;

        StateMachine<String, String> started() throws Exception {
            var builder = StateMachineBuilder.<String, String>builder();
            builder.configureConfiguration().withConfiguration().autoStartup(false).machineId(id).listener(new StateMachineListenerAdapter<>() {
                @Override
                public void eventNotAccepted(Message<String> event) {
                    heard.add("not accepted " + event.getPayload());
                }

                @Override
                public void stateEntered(State<String, String> state) {
                    heard.add("entered " + state.getId());
                }

                @Override
                public void transitionStarted(Transition<String, String> transition) {
                    throwing(throwing == 1);
                }

                @Override
                public void transitionEnded(Transition<String, String> transition) {
                    throwing(throwing == 2);
                }

                @Override
                public void stateChanged(State<String, String> from, State<String, String> to) {
                    throwing(throwing == 3);
                }

                private void throwing(boolean now) {
                    if (now) {
                        throw new IllegalStateException("a listener that throws");
                    }
                }

                @Override
                public void stateMachineStopped(StateMachine<String, String> machine) {
                    heard.add("stopped");
                }
            });
            builder.configureStates().withStates().initial("a").state("b", entry == null ? NOTHING : entry, NOTHING)
                .state("a", NOTHING, exit == null ? NOTHING : exit).state("c");
            var ways = builder.configureTransitions().withExternal().source("a").target("b").event("go");
            // An action or a guard that is null is called like any other, and fails.
            if (guard != null) {
                ways.guard(guard);
            }
            if (action != null) {
                ways.action(action);
            }
            ways.and().withExternal().source("b").target("c").event("on");
            if (second) {
                ways.and().withExternal().source("a").target("c").event("go");
            }
            StateMachine<String, String> machine = builder.build();
            machine.startReactively().block();
            heard.clear();
            return machine;
        }
    }

    private static ResultType send(StateMachine<String, String> machine, String event) {
        return machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build())).blockLast().getResultType();
    }

    private static String at(StateMachine<String, String> machine) {
        return machine.getState().getId();
    }

    @Test
    void aGuardThatSaysNoIsAcceptedWithTheStateUnchanged() throws Exception {
        Made made = new Made();
        made.guard = context -> false;
        StateMachine<String, String> machine = made.started();
        assertEquals(ResultType.ACCEPTED, send(machine, "go"));
        assertEquals("a", at(machine));
        assertEquals(List.of(), heard, "nor is eventNotAccepted called");
    }

    @Test
    void aGuardThatThrowsIsAGuardThatSaysNo() throws Exception {
        Made made = new Made();
        made.guard = context -> {
            throw new IllegalStateException("a guard that throws");
        };
        StateMachine<String, String> machine = made.started();
        assertEquals(ResultType.ACCEPTED, send(machine, "go"));
        assertEquals("a", at(machine));
    }

    @Test
    void anEventWithoutARowIsDenied() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        assertEquals(ResultType.DENIED, send(machine, "come"));
        assertEquals(List.of("not accepted come"), heard);
    }

    @Test
    void anActionThatThrowsIsDeniedWithoutAnException() throws Exception {
        Made made = new Made();
        made.action = context -> {
            throw new IllegalStateException("an action that throws");
        };
        StateMachine<String, String> machine = made.started();
        assertEquals(ResultType.DENIED, send(machine, "go"));
        assertEquals("a", at(machine));
    }

    @Test
    void anEntryActionThatThrowsIsAcceptedAndTheStateHasMoved() throws Exception {
        Made made = new Made();
        made.entry = context -> {
            throw new IllegalStateException("an entry action that throws");
        };
        StateMachine<String, String> machine = made.started();
        assertEquals(ResultType.ACCEPTED, send(machine, "go"));
        assertEquals("b", at(machine));
        assertFalse(machine.hasStateMachineError());
    }

    @Test
    void anExitActionThatThrowsIsAcceptedAndTheStateHasMoved() throws Exception {
        Made made = new Made();
        made.exit = context -> {
            throw new IllegalStateException("an exit action that throws");
        };
        StateMachine<String, String> machine = made.started();
        assertEquals(ResultType.ACCEPTED, send(machine, "go"));
        assertEquals("b", at(machine));
        assertFalse(machine.hasStateMachineError());
    }

    /** Where its own persister writes: the conflict of a store would be lost. */
    @Test
    void anInterceptorThatThrowsBeforeTheChangeIsAccepted() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        machine.getStateMachineAccessor().doWithRegion(access -> access.addStateMachineInterceptor(new StateMachineInterceptorAdapter<>() {
            @Override
            public void preStateChange(State<String, String> state, Message<String> message, Transition<String, String> transition,
                                       StateMachine<String, String> of, StateMachine<String, String> root) {
                throw new IllegalStateException("a store that conflicts");
            }
        }));
        assertEquals(ResultType.ACCEPTED, send(machine, "go"));
        assertEquals("a", at(machine));
    }

    /** {@link Judging} leaves the exception where the sender can read it. */
    @Test
    void anInterceptorThatThrowsBeforeTheEventIsDenied() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        machine.getStateMachineAccessor().doWithRegion(access -> access.addStateMachineInterceptor(new StateMachineInterceptorAdapter<>() {
            @Override
            public Message<String> preEvent(Message<String> message, StateMachine<String, String> of) {
                throw new IllegalStateException("an event that makes no sense");
            }
        }));
        assertEquals(ResultType.DENIED, send(machine, "go"));
        assertEquals(List.of("not accepted go"), heard);
    }

    @Test
    void aListenerThatThrowsIsSwallowed() throws Exception {
        for (int at = 1; at <= 3; at++) {
            Made made = new Made();
            made.throwing = at;
            StateMachine<String, String> machine = made.started();
            assertEquals(ResultType.ACCEPTED, send(machine, "go"));
            assertEquals("b", at(machine));
            assertEquals(List.of("entered b"), heard);
            assertFalse(machine.hasStateMachineError());
        }
    }

    @Test
    void aMachineIdWithARegularExpressionInItSilencesTheListeners() throws Exception {
        Made made = new Made();
        made.id = "case (1";
        Exception thrown = null;
        try {
            send(made.started(), "go");
        } catch (RuntimeException e) {
            thrown = e;
        }
        assertTrue(thrown != null || heard.isEmpty(), () -> "thrown " + heard);
    }

    @Test
    void anEventSentFromAnActionIsDropped() throws Exception {
        Made made = new Made();
        made.action = StatemachineBehaviourTest::sendsOn;
        assertEquals("b", afterGo(made));
    }

    /** So a host's entry action could take a second row: the engine counts them. */
    @Test
    void anEventSentFromAnEntryActionIsHandled() throws Exception {
        Made made = new Made();
        made.entry = StatemachineBehaviourTest::sendsOn;
        assertEquals("c", afterGo(made));
    }

    private static void sendsOn(StateContext<String, String> context) {
        context.getStateMachine().sendEvent(Mono.just(MessageBuilder.withPayload("on").build())).subscribe();
    }

    private static String afterGo(Made made) throws Exception {
        StateMachine<String, String> machine = made.started();
        machine.sendEvent(Mono.just(MessageBuilder.withPayload("go").build())).subscribe();
        return at(machine);
    }

    /** So no two rows of a playbook may be open to one event: it is checked when the playbook is built. */
    @Test
    void ofTwoOpenWaysOneMachineTakesThisAndAnotherThat() throws Exception {
        Set<String> arrived = new HashSet<>();
        Made made = new Made();
        made.second = true;
        for (int i = 0; i < 200 && arrived.size() < 2; i++) {
            StateMachine<String, String> machine = made.started();
            send(machine, "go");
            arrived.add(at(machine));
        }
        assertEquals(Set.of("b", "c"), arrived);
    }

    /** So a machine is used by one thread at a time. */
    @Test
    void twoThreadsThatSendTheSameEventAreBothToldThatItWasAcceptedOrOneIsDenied() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            AtomicInteger ran = new AtomicInteger();
            Made made = new Made();
            made.action = context -> ran.incrementAndGet();
            int bothAccepted = 0;
            for (int i = 0; i < 2_000 && bothAccepted == 0; i++) {
                ran.set(0);
                StateMachine<String, String> machine = made.started();
                CyclicBarrier together = new CyclicBarrier(2);
                Future<ResultType> one = threads.submit(() -> together.await() >= 0 ? send(machine, "go") : null);
                Future<ResultType> other = threads.submit(() -> together.await() >= 0 ? send(machine, "go") : null);
                bothAccepted += one.get() == ResultType.ACCEPTED && other.get() == ResultType.ACCEPTED && ran.get() == 1 ? 1 : 0;
            }
            assertTrue(bothAccepted > 0, "both are told that it was accepted, though the action ran once");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void stoppingAndStartingToRestoreTellsOfStopsThatAreNone() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        machine.stopReactively().block();
        machine.getStateMachineAccessor().doWithAllRegions(access -> access.resetStateMachineReactively(new DefaultStateMachineContext<>("b", null, null,
            null)).block());
        machine.startReactively().block();
        assertTrue(heard.contains("stopped"), heard::toString);
        assertEquals("b", at(machine));
    }

    /** What {@link Walker} does instead. */
    @Test
    void resettingARunningMachineTellsOfNothing() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        machine.getStateMachineAccessor().doWithAllRegions(access -> access.resetStateMachineReactively(new DefaultStateMachineContext<>("b", null, null,
            null)).block());
        assertEquals(List.of(), heard);
        assertEquals("b", at(machine));
        assertEquals(ResultType.DENIED, send(machine, "go"));
    }

    /** Timers live in memory only: nothing of them is in what is restored, so no deadline is one. */
    @Test
    void aContextKnowsNothingOfTimers() {
        Set<String> parts = new HashSet<>();
        for (var method : StateMachineContext.class.getMethods()) {
            parts.add(method.getName());
        }
        assertEquals(Set.of("getId", "getChilds", "getChildReferences", "getState", "getEvent", "getHistoryStates", "getEventHeaders",
            "getExtendedState"), parts);
    }

    @Test
    void blockingIsForbiddenOnAReactiveThread() throws Exception {
        StateMachine<String, String> machine = new Made().started();
        CountDownLatch done = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Schedulers.parallel().schedule(() -> {
            try {
                send(machine, "go");
            } catch (RuntimeException e) {
                thrown.add(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        assertEquals(1, thrown.size(), "which is why the engine subscribes and never blocks");
        assertThrows(IllegalStateException.class, () -> {
            throw thrown.get(0);
        });
    }
}
