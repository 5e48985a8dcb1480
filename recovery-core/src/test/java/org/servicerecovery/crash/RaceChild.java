package org.servicerecovery.crash;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.servicerecovery.ConflictException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.Command;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/**
 * One of several nodes on one PostgreSQL. Each line that it is told is one round of a race at one instant, in which all of its threads
 * take part; it answers with what came of it, and {@code DONE}.
 */
final class RaceChild {
    static final int THREADS = 3;

    private final String name;
    private final SettableClock clock = new SettableClock(Workload.START);
    private final List<String> told = new ArrayList<>();
    private final RecoveryDesk desk;

    private RaceChild(String name, String url) {
        this.name = name;
        desk = Workload.desk(Workload.playbook(), JdbcCaseStore.over(CrashDatabases.pool(url)), clock, new Hook());
    }

    /** Told its name and the database first. */
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] first = in.readLine().split(" ", 2);
        RaceChild child = new RaceChild(first[0], first[1]);
        System.out.println("DONE");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            child.clock.set(Instant.ofEpochSecond(Long.parseLong(words[1])));
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(child.round(words, i)));
            }
            for (Future<String> one : running) {
                System.out.println(one.get());
            }
            child.told.forEach(System.out::println);
            child.told.clear();
            System.out.println("DONE");
        }
        Runtime.getRuntime().halt(0);
    }

    private Callable<String> round(String[] words, int thread) {
        return switch (words[0]) {
            case "version" -> () -> atVersion(words[2], Integer.parseInt(words[3]), thread);
            case "any" -> () -> anyway(words[2], Integer.parseInt(words[3]), thread);
            case "tick" -> this::ticks;
            case "both" -> thread == 0 ? this::ticks : () -> anyway("c-" + thread, Integer.parseInt(words[2]), thread);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String atVersion(String caseId, int version, int thread) {
        try {
            desk.perform(caseId, version, command(caseId + "-" + version, thread)).orThrow();
            return "WON " + name + thread;
        } catch (ConflictException e) {
            return "CONFLICT";
        }
    }

    private String anyway(String caseId, int times, int thread) {
        for (int i = 0; i < times; i++) {
            desk.perform(caseId, command(caseId + "-any" + i, thread)).orThrow();
        }
        return "ALL " + times;
    }

    private Command command(String what, int thread) {
        return Workload.command("do-" + name + thread + "-" + what, clock.instant());
    }

    /** In small bites, so that the nodes meet again and again. */
    private String ticks() {
        int lapsed = 0;
        TickReport report;
        do {
            report = desk.tick(7);
            if (!report.problems().isEmpty()) {
                throw new IllegalStateException(report.problems().toString());
            }
            lapsed += report.lapsed();
        } while (report.more() || report.lapsed() > 0);
        return "LAPSED " + lapsed;
    }

    /** One delivery at a time; what it was told in a round is said at the end of it. */
    private final class Hook implements EscalationHook {
        @Override
        public String name() {
            return "pager";
        }

        @Override
        public void deliver(Delivery delivery) {
            told.add("TOLD " + delivery.event().caseId() + " " + delivery.event().sequence());
        }
    }
}
