package org.servicerecovery.examples.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Proof;

/**
 * Runs the benchmarks and prints one table. Takes JMH's own arguments: {@code Kernel} runs the kernel's only, {@code -f 3}
 * takes more time, {@code -v NORMAL} shows JMH's own report, {@code -l} lists the benchmarks.
 *
 * <p>They are measured in many short iterations: on a machine that does other work besides, the best of them tells what the
 * code costs, and the median what it cost there and then.
 */
public final class Benchmarks {
    private static final String OURS = "KernelBenchmark.acceptWholeRecovery";

    private Benchmarks() {
    }

    /**
     * Runs and prints.
     *
     * @param args JMH's
     * @throws RunnerException            if a benchmark fails
     * @throws CommandLineOptionException if an argument is wrong
     * @throws IOException                if JMH cannot list its benchmarks
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (options.shouldHelp() || options.shouldList()) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        System.out.println("Measuring; all of it takes about five minutes ...");
        Collection<RunResult> results = new Runner(new OptionsBuilder().parent(options).addProfiler(GCProfiler.class)
            .verbosity(options.verbosity().orElse(VerboseMode.SILENT)).shouldFailOnError(true).build()).run();
        double ours = results.stream().filter(result -> name(result.getParams()).equals(OURS))
            .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMin()).findFirst().orElse(Double.NaN);
        System.out.println();
        System.out.println("| benchmark | best ns/op | median | B/op | best, times " + OURS + " |");
        System.out.println("|---|---:|---:|---:|---:|");
        for (RunResult result : results) {
            System.out.println(row(result, ours));
        }
        if (options.getIncludes().isEmpty()) {
            Memory memory = Memory.measured();
            System.out.println();
            System.out.println("An open case in memory, without command ids and texts: " + memory.snapshot() + " B for snapshot and index ("
                + memory.clocks() + " clocks run), and " + memory.event() + " B per event.");
            Proof proof = Proof.of(Playbooks.standard());
            System.out.printf(Locale.ROOT, "The proof of the standard playbook went through %.2g configurations in diagrams of %,d nodes, some 20 B each;"
                + " findings: %d.%n", proof.configurations().values().stream().mapToDouble(Double::doubleValue).sum(), proof.nodes(),
                proof.findings().size());
        }
    }

    private static String row(RunResult result, double ours) {
        Statistics time = result.getPrimaryResult().getStatistics();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        StringBuilder name = new StringBuilder(name(result.getParams()));
        for (String key : result.getParams().getParamsKeys()) {
            name.append(' ').append(key).append('=').append(result.getParams().getParam(key));
        }
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.0f | %.2f |", name, time.getMin(), time.getPercentile(50), bytes.getScore(),
            time.getMin() / ours);
    }

    private static String name(BenchmarkParams params) {
        String full = params.getBenchmark();
        return full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    }
}
