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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.Proof;

/**
 * The proof of the standard playbook and the shortest ways through it: for the first time in a new Java machine, with nothing
 * loaded or compiled, and again. The rest of a cold start (classes, rows, catalogue) is in the cold figures.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ProofBenchmark {
    /** A case that nobody has answered yet: the longest plan there is. */
    @State(Scope.Benchmark)
    public static class Waiting {
        final RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());

        /** Opens it. */
        public Waiting() {
            desk.open("waiting", Story.commands(Instant.now().plus(Duration.ofDays(300))).get(0)).orThrow();
        }
    }

    /** The same, with the way known, and a refusal whose cures are known. */
    @State(Scope.Benchmark)
    public static class Planned extends Waiting {
        final Decision refused;

        /** Asks once. */
        public Planned() {
            desk.plan("waiting");
            refused = desk.preview("waiting", Command.does(Actor.agent("ana"), RecoveryAction.transfer("ben")));
            refused.cures();
        }
    }

    /**
     * The standard playbook, loaded, built and proven in a Java machine that has done nothing else.
     *
     * @return the playbook
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Playbook coldBuild() {
        return Playbooks.standard();
    }

    /**
     * The proof alone, every time anew.
     *
     * @return the proof
     */
    @Benchmark
    public Proof prove() {
        return Proof.of(Playbooks.standard(), List.of());
    }

    /**
     * A playbook that was proven before, as test suites build it again and again.
     *
     * @return the playbook
     */
    @Benchmark
    public Playbook buildAgain() {
        return Playbooks.like(Playbooks.standard(), "again", "1").build();
    }

    /**
     * The first plan in a Java machine: all layers from the end back to a case that nobody has answered.
     *
     * @param waiting the case
     * @return the plan
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Plan coldFirstPlan(Waiting waiting) {
        return waiting.desk.plan("waiting");
    }

    /**
     * A plan once the layers exist.
     *
     * @param planned the case
     * @return the plan
     */
    @Benchmark
    public Plan plan(Planned planned) {
        return planned.desk.plan("waiting");
    }

    /**
     * The cures of a refused transfer once they were found.
     *
     * @param planned the refusal
     * @return the cures
     */
    @Benchmark
    public List<Cure> cures(Planned planned) {
        return planned.refused.cures();
    }
}
