package org.servicerecovery.examples.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
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
    private static final String RIVAL = "flowableCmmn";

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
        System.out.println("Measuring; all of it takes about ten minutes ...");
        Collection<RunResult> results = new Runner(new OptionsBuilder().parent(options).addProfiler(GCProfiler.class)
            .verbosity(options.verbosity().orElse(VerboseMode.SILENT)).shouldFailOnError(true).build()).run();
        double ours = results.stream().filter(result -> name(result.getParams()).equals(OURS))
            .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMin()).findFirst().orElse(Double.NaN);
        List<RunResult> durable = results.stream().filter(result -> result.getParams().getMode() == Mode.Throughput).toList();
        if (durable.size() < results.size()) {
            System.out.println();
            System.out.println("| benchmark | best ns/op | median | B/op | best, times " + OURS + " |");
            System.out.println("|---|---:|---:|---:|---:|");
            results.stream().filter(result -> !durable.contains(result)).forEach(result -> System.out.println(row(result, ours)));
        }
        if (!durable.isEmpty()) {
            System.out.println();
            System.out.println("| benchmark | best commands/s | median | median, times " + RIVAL + " | kB/command |");
            System.out.println("|---|---:|---:|---:|---:|");
            durable.forEach(result -> System.out.println(durableRow(result, durable)));
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

    private static String durableRow(RunResult result, List<RunResult> all) {
        String name = name(result.getParams());
        Statistics rate = result.getPrimaryResult().getStatistics();
        String rival = name.substring(0, name.lastIndexOf('.') + 1) + RIVAL;
        double theirs = all.stream().filter(other -> name(other.getParams()).equals(rival))
            .mapToDouble(other -> other.getPrimaryResult().getStatistics().getPercentile(50)).findFirst().orElse(Double.NaN);
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.1f | %.0f |", name, rate.getMax(), rate.getPercentile(50),
            rate.getPercentile(50) / theirs, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1_000);
    }

    private static String name(BenchmarkParams params) {
        String full = params.getBenchmark();
        return full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    }
}
