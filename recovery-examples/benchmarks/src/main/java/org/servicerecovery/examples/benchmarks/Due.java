package org.servicerecovery.examples.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Priority;
import org.servicerecovery.playbooks.Playbooks;

/**
 * What a tick costs, by how many cases are due and how many are open besides. Prints a table for each store and PostgreSQL's plan of the
 * statement that claims what is due. Takes the greatest number of open cases as its argument, 100,000 if there is none, and after it the
 * stores ({@code memory h2 postgresql}) unless all are meant; a million takes minutes, and some gigabytes of memory and disk.
 *
 * <p>The cases that fall due are opened at the desk, before the clock starts; each has one rung to report. Ticked once, they wait for their
 * next rung, and are not due again.
 */
public final class Due {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FAR_AWAY = START.plus(Duration.ofDays(3_650));
    private static final int LEAST = 10_000;
    private static final int MANY = 1_000;
    private static final int[] DUE = {0, 1, 10, 100, MANY};
    private static final int TIMES = 7;
    private static final int TIMES_WITH_MANY = 3;
    private static final Command OPEN = Command.does(Actor.agent("ana"), new Actions.Open("c-4711", "The parcel came broken", Channel.PHONE,
        Priority.NORMAL, ""));

    private final Crowd crowd;
    private final RecoveryDesk desk;
    private Instant now = FAR_AWAY;
    private int open;
    private int opened;

    /**
     * What was measured.
     *
     * @param open   how many cases waited
     * @param due    how many were due
     * @param best   the fastest tick, in nanoseconds
     * @param median the middle one
     */
    record Measured(int open, int due, long best, long median) {
    }

    Due(Crowd crowd) {
        this.crowd = crowd;
        desk = RecoveryDesk.builder(Playbooks.standard()).store(crowd.store()).clock(() -> now).build();
    }

    /**
     * Measures and prints.
     *
     * @param args how many cases are open at most, and in which stores
     */
    public static void main(String[] args) {
        int most = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        for (String store : args.length < 2 ? Crowd.STORES : List.of(args).subList(1, args.length)) {
            try (Crowd crowd = Crowd.of(store)) {
                Due due = new Due(crowd);
                System.out.println();
                System.out.println("| " + crowd.name() + ": open | due | best us/tick | median us/tick | best us per due case |");
                System.out.println("|---:|---:|---:|---:|---:|");
                for (int size = Math.min(LEAST, most); size <= most; size *= 10) {
                    due.grow(size);
                    due.measured(100, TIMES_WITH_MANY);
                    for (int number : DUE) {
                        System.out.println(row(due.measured(number, number < MANY ? TIMES : TIMES_WITH_MANY)));
                    }
                }
                crowd.plan().ifPresent(plan -> System.out.println("\nThe claim of what is due, by " + crowd.name() + "'s plan:\n\n" + plan));
            }
        }
    }

    private static String row(Measured tick) {
        String each = tick.due() == 0 ? "" : String.format(Locale.ROOT, "%.1f", tick.best() / 1e3 / tick.due());
        return String.format(Locale.ROOT, "| %,d | %,d | %.1f | %.1f | %s |", tick.open(), tick.due(), tick.best() / 1e3, tick.median() / 1e3, each);
    }

    /** Has so many cases wait. */
    void grow(int size) {
        now = FAR_AWAY;
        crowd.add(open + 1, size, caseId -> desk.open(caseId, OPEN).orThrow());
        open = size;
    }

    /** Ticks with so many cases due, some times. */
    Measured measured(int due, int times) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            fallDue(due);
            long before = System.nanoTime();
            TickReport report = desk.tick(MANY + 1);
            nanos.add(System.nanoTime() - before);
            if (report.lapsed() != due || !report.problems().isEmpty()) {
                throw new IllegalStateException(due + " cases were due, but the tick says " + report);
            }
        }
        nanos.sort(null);
        return new Measured(open, due, nanos.get(0), nanos.get(times / 2));
    }

    private void fallDue(int due) {
        now = START;
        Instant next = START;
        for (int i = 0; i < due; i++) {
            String caseId = "due-" + ++opened;
            desk.open(caseId, OPEN).orThrow();
            if (i == 0) {
                next = desk.find(caseId).orElseThrow().nextDue();
            }
        }
        now = next;
    }
}
