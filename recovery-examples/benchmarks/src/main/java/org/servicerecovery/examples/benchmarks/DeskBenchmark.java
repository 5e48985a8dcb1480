package org.servicerecovery.examples.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spring.SpringEngine;

/**
 * The whole command: load, look for a repetition, assess, decide, walk, append to the log and to the index of what falls
 * due. In memory, on either engine, with the system's clock and without hooks. Cases live through the whole story one
 * after the other, so that their histories are as long as a real one's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class DeskBenchmark {
    /** So many cases are open in the store before it is emptied. */
    private static final int CASES = 1_000;
    /** The same for every case; built once, because what a command costs its sender is not measured. */
    private static final List<Command> STORY = Story.commands(Instant.now().plus(Duration.ofDays(300)));
    private static final Command TRANSFER = Command.does(Actor.agent("ana"), RecoveryAction.transfer("ben"));

    private final RenewedStore store = new RenewedStore();
    private RecoveryDesk desk;
    private int opened;
    private int told = STORY.size();
    private String caseId = "";

    /** What runs the decided rows. */
    @Param({"direct", "spring"})
    String engine;

    /** Sets up the desk on the engine. */
    @Setup
    public void build() {
        desk = RecoveryDesk.builder(Playbooks.standard()).store(store).engine(engine.equals("spring") ? new SpringEngine() : Engine.direct()).build();
    }

    /** A case in the middle of its first conversation. */
    @State(Scope.Thread)
    public static class UnderWay {
        private final RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());

        /** Plays up to there. */
        public UnderWay() {
            desk.open("case", STORY.get(0)).orThrow();
            STORY.subList(1, 16).forEach(command -> desk.perform("case", command).orThrow());
        }
    }

    /**
     * The next command of a recovery; the first of each opens the case.
     *
     * @return the decision
     */
    @Benchmark
    public Decision command() {
        if (told == STORY.size()) {
            told = 1;
            if (++opened % CASES == 0) {
                store.renew();
            }
            caseId = "case-" + opened;
            return desk.open(caseId, STORY.get(0));
        }
        Decision decision = desk.perform(caseId, STORY.get(told++));
        if (!decision.isPermitted()) {
            throw new IllegalStateException("The story is refused: " + decision.reasons());
        }
        return decision;
    }

    /**
     * A command that is refused; reasons not read, nothing written.
     *
     * @param state the case
     * @return the refusal
     */
    @Benchmark
    public Decision refusedCommand(UnderWay state) {
        return state.desk.perform("case", TRANSFER);
    }
}
