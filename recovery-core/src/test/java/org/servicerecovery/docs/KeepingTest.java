package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Step.ESCALATE;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servicerecovery.PlaybookMismatchException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;

/** The examples of docs/keeping-cases.md run, and do what it says of them. */
class KeepingTest {
    private static final Actor ANNA = Actor.agent("anna");
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private final JdbcDataSource pool = new JdbcDataSource();

    KeepingTest() {
        pool.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static Command opening(Mood mood) {
        return Command.does(ANNA, new Actions.Open("customer-7", "Nothing works.", Channel.PHONE, Priority.NORMAL, ""), RecoveryAction.mood(mood));
    }

    @Test
    void theEmbeddedStoreIsAFileThatOutlivesTheProcess(@TempDir Path folder) {
        try (JdbcCaseStore store = KeepingExample.embedded(folder)) {
            RecoveryDesk.builder(Playbooks.standard()).store(store).build().open("c", opening(Mood.IRATE)).orThrow();
        }
        assertTrue(Files.exists(folder.resolve("cases.mv.db")));
        try (JdbcCaseStore store = KeepingExample.embedded(folder)) {
            assertEquals(2, store.load("c").orElseThrow().version());
        }
    }

    @Test
    void theHostsWritesAndTheCommandGoTogether() throws SQLException {
        RecoveryDesk desk = KeepingExample.shared(pool, Playbooks.standard(), Runnable::run);
        desk.open("c", opening(Mood.IRATE)).orThrow();
        JdbcCaseStore store = JdbcCaseStore.over(pool);
        RecoveryDesk joined = RecoveryDesk.builder(Playbooks.standard()).store(store).build();
        assertTrue(KeepingExample.joining(pool, store, joined, "c", Command.does(ANNA, RecoveryAction.note(ESCALATE, "the press called"))).isPermitted());
        assertEquals(3, desk.find("c").orElseThrow().version());
    }

    @Test
    void listsComePageByPage() {
        RecoveryDesk desk = KeepingExample.shared(pool, Playbooks.standard(), Runnable::run);
        desk.open("hot", opening(Mood.IRATE)).orThrow();
        desk.open("calm", opening(Mood.UPSET)).orThrow();
        assertEquals(List.of("hot"), KeepingExample.lists(JdbcCaseStore.over(pool), Instant.now().plus(Duration.ofDays(30))));
    }

    @Test
    void nothingIsBrokenAfterTheUpkeep() {
        RecoveryDesk desk = KeepingExample.shared(pool, Playbooks.standard(), Runnable::run);
        desk.open("c", opening(Mood.IRATE)).orThrow();
        assertEquals(List.of(), KeepingExample.upkeep(JdbcCaseStore.over(pool), Instant.now(), "customer-7"));
    }

    @Test
    void deadLettersAreSeenAndReleased() {
        SettableClock clock = new SettableClock(MONDAY);
        JdbcCaseStore.createSchema(pool);
        boolean[] works = new boolean[1];
        EscalationHook pager = new EscalationHook() {
            @Override
            public String name() {
                return "pager";
            }

            @Override
            public int mostAttempts() {
                return 1;
            }

            @Override
            public void deliver(Delivery delivery) {
                if (!works[0]) {
                    throw new IllegalStateException("no network");
                }
            }
        };
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(JdbcCaseStore.over(pool)).clock(clock).hook(pager).build();
        desk.open("c", opening(Mood.IRATE)).orThrow();
        desk.perform("c", Command.does(ANNA, RecoveryAction.note(ESCALATE, "the press called"))).orThrow();
        assertEquals(1, desk.deadLetters(10).size());
        works[0] = true;
        assertEquals(0, KeepingExample.letters(desk));
        assertEquals(1, desk.tick().delivered());
    }

    @Test
    void clocksCountByTheCalendarAndPause() {
        SettableClock clock = new SettableClock(MONDAY);
        Playbook ours = KeepingExample.ours();
        RecoveryDesk desk = RecoveryDesk.builder(ours).clock(clock).calendar(KeepingExample.office()).build();
        desk.open("c", Command.does(Actor.macro("mail"), new Actions.Open("customer-7", "Nothing works.", Channel.EMAIL, Priority.NORMAL, ""),
            RecoveryAction.mood(Mood.IRATE))).orThrow();
        RecoveryCase seen = desk.find("c").orElseThrow();
        // Monday 16:00 in Berlin: two hours are left until 18:00, and two more on Tuesday from 08:00.
        assertEquals(Optional.of(Instant.parse("2026-03-03T09:00:00Z")), seen.deadlines().stream().filter(one -> one.deadline().equals("first-answer"))
            .map(one -> one.due()).findFirst());
    }

    @Test
    void aCaseMovesToTheNewVersionWhenSomebodySaysSo() {
        SettableClock clock = new SettableClock(MONDAY);
        JdbcCaseStore.createSchema(pool);
        JdbcCaseStore store = JdbcCaseStore.over(pool);
        RecoveryDesk.builder(Playbooks.standard()).store(store).clock(clock).build().open("c", opening(Mood.IRATE)).orThrow();
        Playbook ours = KeepingExample.ours();
        RecoveryDesk desk = RecoveryDesk.builder(ours).store(store).clock(clock).calendar(KeepingExample.office()).build();
        assertThrows(PlaybookMismatchException.class, () -> desk.perform("c", Command.does(ANNA, RecoveryAction.mood(Mood.CALM))));
        assertTrue(KeepingExample.migrate(desk, "c", Actor.supervisor("sue")).isPermitted());
        assertEquals(ours.id(), desk.find("c").orElseThrow().playbook());
        assertTrue(desk.perform("c", Command.does(ANNA, RecoveryAction.mood(Mood.CALM))).isPermitted());
        assertEquals(Optional.empty(), store.verifyHistory("c"));
    }

    @Test
    void aWebhookIsVerifiedByItsReceiver() throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        List<Boolean> genuine = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            byte[] body = request.getRequestBody().readAllBytes();
            genuine.add(KeepingExample.receive(secret, request.getRequestHeaders().getFirst("webhook-id"),
                request.getRequestHeaders().getFirst("webhook-timestamp"), body, request.getRequestHeaders().getFirst("webhook-signature"), Instant.now()));
            request.sendResponseHeaders(204, -1);
            request.close();
        });
        server.start();
        try {
            RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard())
                .hook(KeepingExample.webhook(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), secret)).build();
            desk.open("c", opening(Mood.IRATE)).orThrow();
            desk.perform("c", Command.does(ANNA, RecoveryAction.note(ESCALATE, "the press called"))).orThrow();
        } finally {
            server.stop(0);
        }
        assertEquals(List.of(true), genuine);
    }
}
