package org.servicerecovery.examples.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Stands in for the benchmarks until they are written: one event on a machine of two states. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 1, time = 1)
public class PlaceholderBenchmark {

    private final StateMachine<Boolean, String> machine = new StateMachine<>(false, config());

    private static StateMachineConfig<Boolean, String> config() {
        var config = new StateMachineConfig<Boolean, String>();
        config.configure(false).permit("turn", true);
        config.configure(true).permit("turn", false);
        return config;
    }

    /**
     * One event.
     *
     * @return the state after it, so that JMH sees it used
     */
    @Benchmark
    public boolean turn() {
        machine.fire("turn");
        return machine.getState();
    }
}
