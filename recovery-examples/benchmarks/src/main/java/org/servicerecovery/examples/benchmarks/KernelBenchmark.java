package org.servicerecovery.examples.benchmarks;

import java.time.Duration;
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
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Kernel;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The kernel alone, on the standard playbook: one accepted step decided and folded in, and one refusal. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 100, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class KernelBenchmark {
    private static final Actor AGENT = Actor.agent("ana");
    /** So much of the story was told: the feelings are tended, the customer is still angry. */
    private static final int TOLD = 8;

    private final Playbook playbook = Playbooks.standard();

    /** What is attempted. */
    public enum What {
        /** Words without any effect on the record but that a person answered. */
        REMARK(saying(Step.REMARK)),
        /** The second acknowledgement: its row is not the first one's. */
        ACKNOWLEDGE_AGAIN(saying(Step.ACKNOWLEDGE).attesting(Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP)),
        /** An emotion act. */
        EMPATHISE(saying(Step.EMPATHISE)),
        /** A new entry in the ledger, without a clock. */
        REPORT_ISSUE(Command.does(AGENT, RecoveryAction.issue("The box was open"))),
        /** A new entry in the ledger, and its clock. */
        SCHEDULE_FOLLOW_UP(Command.does(AGENT, RecoveryAction.followUp("", "a call", Rehearsal.START.plus(Duration.ofDays(30)))));

        private final Command command;

        What(Command command) {
            this.command = command;
        }

        private static Command saying(Step step) {
            return Command.says(AGENT, Channel.PHONE, "Words", step);
        }
    }

    /** One accepted step. */
    @State(Scope.Thread)
    public static class Accepted {
        /** Which step. */
        @Param
        public What what;
        /** How many clocks run before it. */
        @Param({"3", "12"})
        public int clocks;
        private Scene scene;

        /** Plays up to the step. */
        @Setup
        public void rehearse() {
            scene = Rehearsal.after(TOLD, clocks, what.command);
            int running = scene.before().deadlines().size();
            if (running != clocks) {
                throw new IllegalStateException(running + " clocks run instead of " + clocks + ": change @Param clocks.");
            }
            Rehearsal.event(scene);
        }
    }

    /** One refused step: a plain transfer, in the middle of the talk. */
    @State(Scope.Thread)
    public static class Refused {
        private Scene scene;

        /** Plays up to the step. */
        @Setup
        public void rehearse() {
            scene = Rehearsal.after(TOLD, 0, Command.does(AGENT, RecoveryAction.transfer("ben")));
        }
    }

    /** A whole recovery, every scene as it was. */
    @State(Scope.Thread)
    public static class Whole {
        private Scene[] scenes;
        private int next;

        /** Plays the story once. */
        @Setup
        public void rehearse() {
            scenes = Rehearsal.wholeStory().toArray(Scene[]::new);
            for (Scene scene : scenes) {
                Rehearsal.event(scene);
            }
        }

        private Scene next() {
            next = next + 1 == scenes.length ? 0 : next + 1;
            return scenes[next];
        }
    }

    /**
     * Decides and folds in one step.
     *
     * @param state the scene
     * @return the decision, with the case afterwards
     */
    @Benchmark
    public Decision accept(Accepted state) {
        return Kernel.decide(playbook, state.scene.before(), state.scene.attempt());
    }

    /**
     * Decides and folds in one step after the other of a whole recovery.
     *
     * @param state the scenes
     * @return the decision, with the case afterwards
     */
    @Benchmark
    public Decision acceptWholeRecovery(Whole state) {
        Scene scene = state.next();
        return Kernel.decide(playbook, scene.before(), scene.attempt());
    }

    /**
     * Refuses.
     *
     * @param state the scene
     * @return the refusal, its reasons not read
     */
    @Benchmark
    public Decision refuse(Refused state) {
        return Kernel.decide(playbook, state.scene.before(), state.scene.attempt());
    }

    /**
     * Refuses and explains.
     *
     * @param state the scene
     * @return every reason, with its cures
     */
    @Benchmark
    public List<Reason> refuseWithReasons(Refused state) {
        return Kernel.decide(playbook, state.scene.before(), state.scene.attempt()).reasons();
    }
}
