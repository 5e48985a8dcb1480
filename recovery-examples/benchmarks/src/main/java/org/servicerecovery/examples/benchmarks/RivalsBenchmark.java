package org.servicerecovery.examples.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spring.SpringEngine;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateMachineContext;

/**
 * Other ways to walk a case through its states, one event at a time. The toy has 41 rows and nothing but states; the full
 * table has every row of the standard playbook, chosen outside by a guard that compares the row's id.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class RivalsBenchmark {
    private HandWritten.Case handWritten = new HandWritten.Case(RecoveryState.LISTENING, 1);
    private int at;

    /** A stateless4j machine at the start of the walk. */
    @State(Scope.Thread)
    public static class Stateless {
        private StateMachine<RecoveryState, Step> machine;

        /** Builds it. */
        @Setup
        public void build() {
            var config = new StateMachineConfig<RecoveryState, Step>();
            for (Toy.Row row : Toy.ROWS) {
                if (row.from() == row.to()) {
                    config.configure(row.from()).permitReentry(row.step());
                } else {
                    config.configure(row.from()).permit(row.step(), row.to());
                }
            }
            machine = new StateMachine<>(RecoveryState.LISTENING, config);
        }
    }

    /** A Spring machine, what is sent to it, and where each event finds it. */
    @State(Scope.Thread)
    public static class Spring {
        private SpringMachine machine;
        private final List<Message<Step>> messages = new ArrayList<>();
        private final List<StateMachineContext<RecoveryState, Step>> contexts = new ArrayList<>();
        private int at;

        void next() {
            at = at + 1 == messages.size() ? 0 : at + 1;
        }

        RecoveryState running() {
            RecoveryState state = machine.send(messages.get(at));
            next();
            return state;
        }

        RecoveryState restarted() {
            machine.restart(contexts.get(at));
            return running();
        }

        /** The story does not end where it began: the machine is set back once a story. */
        RecoveryState fromTheStart() {
            return at == 0 ? restored() : running();
        }

        RecoveryState restored() {
            machine.reset(contexts.get(at));
            return running();
        }
    }

    /** Over the toy. */
    @State(Scope.Thread)
    public static class SpringToy extends Spring {
        /** Builds it. */
        @Setup
        public void build() {
            super.machine = SpringMachine.toy();
            RecoveryState state = RecoveryState.LISTENING;
            for (Step step : Toy.WALK) {
                super.messages.add(SpringMachine.message(step, state + "/" + step));
                super.contexts.add(SpringMachine.at(state));
                state = HandWritten.after(new HandWritten.Case(state, 0), step).state();
            }
            super.machine.reset(super.contexts.get(0));
        }
    }

    /** Over every row of the standard playbook. */
    @State(Scope.Thread)
    public static class SpringFull extends Spring {
        /** Builds it, and has it walk the same rows as the story. */
        @Setup
        public void build() {
            List<Transition> rows = Playbooks.standard().definition().transitions();
            super.machine = SpringMachine.of(rows);
            for (Scene scene : Rehearsal.wholeStory()) {
                CaseEvent event = Rehearsal.event(scene);
                super.messages.add(SpringMachine.message(event.step(), event.row()));
                super.contexts.add(SpringMachine.at(event.from()));
            }
        }
    }

    /** What was decided of each step of the story, and the engine that is to walk it. */
    @State(Scope.Thread)
    public static class Engine {
        private final SpringEngine engine = new SpringEngine();
        private final List<Scene> scenes = Rehearsal.wholeStory();
        private final List<List<CaseEvent>> decided = scenes.stream().map(scene -> List.of(Rehearsal.event(scene))).toList();
        private int at;

        /** Prepares it as a desk would. */
        public Engine() {
            engine.prepare(Playbooks.standard().id(), Playbooks.standard().definition().transitions());
        }

        int next() {
            at = at + 1 == decided.size() ? 0 : at + 1;
            return at;
        }
    }

    private Step step() {
        at = at + 1 == Toy.WALK.length ? 0 : at + 1;
        return Toy.WALK[at == 0 ? Toy.WALK.length - 1 : at - 1];
    }

    /**
     * A switch, without any library.
     *
     * @return the case after one event
     */
    @Benchmark
    public Object handWrittenSwitch() {
        handWritten = HandWritten.after(handWritten, step());
        return handWritten;
    }

    /**
     * One event on a running machine.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState stateless4j(Stateless state) {
        state.machine.fire(step());
        return state.machine.getState();
    }

    /**
     * One event on a running machine of 41 rows.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState springToyRunning(SpringToy state) {
        return state.running();
    }

    /**
     * Reset, one event and the state read back, 41 rows.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState springToyReset(SpringToy state) {
        return state.restored();
    }

    /**
     * Stop, reset, start, as the manual does it, one event and the state read back, 41 rows.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState springToyRestored(SpringToy state) {
        return state.restarted();
    }

    /**
     * One event on a running machine with the whole playbook's rows; set back once a story.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState springFullRunning(SpringFull state) {
        return state.fromTheStart();
    }

    /**
     * Reset, one event and the state read back, with the whole playbook's rows.
     *
     * @param state the machine
     * @return where it stands
     */
    @Benchmark
    public RecoveryState springFullReset(SpringFull state) {
        return state.restored();
    }

    /**
     * The library's engine: the same reset, event and state read back, with the decided row and the state compared.
     *
     * @param state the engine
     */
    @Benchmark
    public void springEngineWalk(Engine state) {
        int at = state.next();
        RecoveryCase before = state.scenes.get(at).before();
        state.engine.walk(before, state.decided.get(at), before);
    }
}
