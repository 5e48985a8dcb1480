package org.servicerecovery.crash;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/**
 * A process that handles commands, ticks and tells hooks until it is killed. It says on its standard output what it sent
 * ({@code S case command seconds}), what was acknowledged ({@code A case command first-sequence}), and what its hooks were told
 * ({@code T case sequence hook}): each line is one write, so that what was said stays said.
 */
final class CrashChild {
    static final int CASES = 8;
    static final int CHILDREN_FOR_A_CASE = 10;
    static final int SECONDS_A_COMMAND = 5;
    private static final int MOST_COMMANDS = 400;
    private static final int THREADS = 2;

    /** Where a process may end itself, as abruptly as if it were killed. */
    enum Point {
        NOWHERE, BEFORE_STATEMENT, AFTER_STATEMENT, BEFORE_COMMIT, AFTER_COMMIT, BEFORE_ACKNOWLEDGEMENT, BEFORE_HOOK, AFTER_HOOK
    }

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final int number;
    private final SettableClock clock;
    private final Point point;
    private final AtomicInteger left;
    private final AtomicInteger sent = new AtomicInteger();
    private RecoveryDesk desk;

    private CrashChild(int number, long seconds, Point point, int passes) {
        this.number = number;
        clock = new SettableClock(Instant.ofEpochSecond(seconds));
        this.point = point;
        left = new AtomicInteger(passes);
    }

    /** Makes itself ready, and waits for a line: number of the child, seconds, point, how often it is passed, file or URL. */
    public static void main(String[] args) throws Exception {
        Playbook playbook = Workload.playbook();
        warm(playbook);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null) {
            return;
        }
        endsWithItsParent(in);
        String[] words = line.split(" ", 5);
        CrashChild child = new CrashChild(Integer.parseInt(words[0]), Long.parseLong(words[1]), Point.valueOf(words[2]), Integer.parseInt(words[3]));
        say("B");
        child.works(playbook, child.store(words[4]));
        Runtime.getRuntime().halt(0);
    }

    /** Whoever is killed is to be killed at work, and not while classes are loaded. */
    private static void warm(Playbook playbook) {
        JdbcConnectionPool memory = JdbcConnectionPool.create("jdbc:h2:mem:warm", "sa", "");
        try {
            JdbcCaseStore.createSchema(memory);
            RecoveryDesk desk = Workload.desk(playbook, JdbcCaseStore.over(Intercepted.source(memory, new Intercepted.Around() { })),
                new SettableClock(Workload.START.plus(Workload.PULSE.multipliedBy(2))));
            desk.open("warm", Workload.command("open-warm", Workload.START)).orThrow();
            for (int i = 0; i < 5; i++) {
                desk.perform("warm", Workload.command("do-" + i, Workload.START.plus(Workload.PULSE.multipliedBy(2)))).orThrow();
            }
            desk.tick();
        } finally {
            memory.dispose();
        }
    }

    private static void endsWithItsParent(BufferedReader in) {
        Thread watch = new Thread(() -> {
            try {
                in.readLine();
            } catch (IOException e) {
                // It is gone too.
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** One write a line: nobody sees half of it, whenever this process ends. */
    private static synchronized void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void passes(Point now) {
        if (now == point && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    private JdbcCaseStore store(String where) {
        if (where.startsWith("file:") && point == Point.NOWHERE) {
            return JdbcCaseStore.inFile(Path.of(where.substring("file:".length())));
        }
        String url = where.startsWith("file:") ? "jdbc:h2:" + where + ";WRITE_DELAY=0" : where;
        DataSource source = Intercepted.source(CrashDatabases.pool(url), new Intercepted.Around() {
            @Override
            public void before(Intercepted.Call call, Connection connection) {
                passes(call == Intercepted.Call.COMMIT ? Point.BEFORE_COMMIT : Point.BEFORE_STATEMENT);
            }

            @Override
            public void after(Intercepted.Call call, Connection connection) {
                passes(call == Intercepted.Call.COMMIT ? Point.AFTER_COMMIT : Point.AFTER_STATEMENT);
            }
        });
        JdbcCaseStore.createSchema(source);
        return JdbcCaseStore.over(source);
    }

    private void works(Playbook playbook, JdbcCaseStore store) throws InterruptedException {
        desk = Workload.desk(playbook, store, clock, hook("pager"), hook("journal"));
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(31L * number + i);
            threads[i] = new Thread(() -> handles(random));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void handles(Random random) {
        try {
            for (int i = sent.getAndIncrement(); i < MOST_COMMANDS; i = sent.getAndIncrement()) {
                String caseId = "case-" + number / CHILDREN_FOR_A_CASE + "-" + random.nextInt(CASES);
                boolean open = desk.find(caseId).isPresent();
                // Two of them may open the same case: the command is the same.
                String id = open ? "do-" + number + "-" + i : "open-" + caseId;
                Command command = Workload.command(id, sends(caseId, id));
                Decision decision = open ? desk.perform(caseId, command) : desk.open(caseId, command);
                int first = decision.orThrow().events().get(0).sequence();
                passes(Point.BEFORE_ACKNOWLEDGEMENT);
                say("A " + caseId + " " + id + " " + first);
                if (i % 5 == 0) {
                    desk.tick();
                }
            }
        } catch (Throwable e) {
            e.printStackTrace();
            say("FAILED " + e);
            Runtime.getRuntime().halt(2);
        }
    }

    /** Time passes only after it was said: whoever goes on must not be earlier. */
    private synchronized Instant sends(String caseId, String id) {
        Instant now = clock.instant().plusSeconds(SECONDS_A_COMMAND);
        say("S " + caseId + " " + id + " " + now.getEpochSecond());
        clock.set(now);
        return now;
    }

    private EscalationHook hook(String name) {
        return new EscalationHook() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean wants(CaseEvent event) {
                return name.equals("journal") || EscalationHook.super.wants(event);
            }

            @Override
            public void deliver(Delivery delivery) throws IOException {
                passes(Point.BEFORE_HOOK);
                // Some receivers are down now and then.
                if (delivery.attempts() == 0 && delivery.event().sequence() % 23 == 0) {
                    throw new IOException("the receiver is down");
                }
                say("T " + delivery.event().caseId() + " " + delivery.event().sequence() + " " + name);
                passes(Point.AFTER_HOOK);
            }
        };
    }
}
