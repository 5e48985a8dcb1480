package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.servicerecovery.ConflictException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.kernel.RefusedException;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.testing.RecoveryFixture;
import org.servicerecovery.testing.SettableClock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The examples of docs/embedding.md run, and do what it says of them. */
class EmbeddingTest {
    private static final Actor ANNA = Actor.agent("anna");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Host host = new Host();
    private final RecoveryDesk desk = EmbeddingExample.desk(new InMemoryCaseStore(), Runnable::run, clock, host);

    @Test
    void aMailOpensOneCaseHoweverOftenItComes() {
        var sentAt = clock.instant().minus(Duration.ofMinutes(20));

        assertTrue(EmbeddingExample.mailArrives(desk, "m1", sentAt).isPermitted());
        assertInstanceOf(Repeated.class, EmbeddingExample.mailArrives(desk, "m1", sentAt));
        var seen = desk.find("case-m1").orElseThrow();
        assertEquals(RecoveryState.AWAITING, seen.state());
        assertEquals(sentAt, seen.data().openedAt());
    }

    @Test
    void aTicketIsAdoptedAsFarAsItCanBeVouchedFor() {
        var adopted = EmbeddingExample.adopt(desk, Actor.supervisor("carol"), clock.instant().plus(Duration.ofDays(5)));

        assertTrue(adopted.isPermitted(), () -> adopted.reasons().toString());
        var seen = desk.find("ticket-9").orElseThrow();
        assertEquals(RecoveryState.LISTENING, seen.state());
        assertTrue(seen.has(Facts.FOLLOW_UP_SET));
        assertFalse(seen.has(Facts.ACKNOWLEDGED));
    }

    @Test
    void anAnswerIsPreviewedThenPerformedThenSent() {
        EmbeddingExample.mailArrives(desk, "m1", clock.instant());
        var tomorrow = clock.instant().plus(Duration.ofDays(1));

        assertTrue(EmbeddingExample.answer(desk, host, ANNA, "case-m1", "I am sorry that it came broken.", "m2", tomorrow).isPermitted());
        assertEquals(List.of("sent m2"), host.done);
        assertInstanceOf(Repeated.class,
            EmbeddingExample.answer(desk, host, ANNA, "case-m1", "I am sorry that it came broken.", "m2", tomorrow));
        assertThrows(ConflictException.class, () -> EmbeddingExample.answer(desk, host, ANNA, "case-m1", "Other words.", "m2", tomorrow));
    }

    @Test
    void buttonsAreAsShown() {
        assertEquals(3, buttons().lines().count());
        assertTrue(buttons().contains("ESCALATE OPEN []"));
    }

    /** What the example of the offers gives. */
    static String buttons() {
        var made = RecoveryFixture.on(Playbooks.standard()).givenCaseReadyFor(Step.CONFIRM_STORY).with(Facts.OWNER_NAMED)
            .without(Facts.PARAPHRASED, Facts.MOOD_READ);
        return String.join("\n", EmbeddingExample.buttons(made.desk(), RecoveryFixture.CASE, RecoveryFixture.OWNER)) + "\n";
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        EmbeddingExample.mailArrives(desk, "m1", clock.instant());
        desk.as(ANNA).perform("case-m1", Step.TAKE_OWNERSHIP).orThrow();

        assertTrue(EmbeddingExample.stale(desk, "case-m1", ANNA).contains("Look at what happened since"));
    }

    @Test
    void aWaiverLiftsOneRuleOnceAndStays() {
        var made = RecoveryFixture.on(Playbooks.standard()).givenCaseReadyFor(Step.CONFIRM_STORY).without(Facts.OPEN_QUESTIONS_ASKED);

        var waived = EmbeddingExample.waive(made.desk(), RecoveryFixture.CASE, RecoveryFixture.OWNER);
        assertTrue(waived.isPermitted(), () -> waived.reasons().toString());
        assertEquals("open-questions", waived.lastEvent().orElseThrow().waivers().get(0).guardrail());
        assertFalse(made.desk().find(RecoveryFixture.CASE).orElseThrow().has(Facts.OPEN_QUESTIONS_ASKED));
    }

    @Test
    void theSchedulerTicks() throws InterruptedException {
        var late = new Late();
        var scheduler = EmbeddingExample.schedule(late.desk, late.host);
        try {
            assertTrue(late.told.await(60, TimeUnit.SECONDS));
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    void springTicks() throws InterruptedException {
        var late = new Late();
        try (var spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean(RecoveryDesk.class, () -> late.desk);
            spring.registerBean(EmbeddingExample.Crm.class, () -> late.host);
            spring.register(EmbeddingExample.Ticking.class);
            spring.refresh();
            assertTrue(late.told.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void theDbSchedulerTicks() throws InterruptedException, SQLException {
        var late = new Late();
        var database = JdbcConnectionPool.create("jdbc:h2:mem:scheduler", "sa", "");
        try (var kept = database.getConnection(); var statement = kept.createStatement()) {
            statement.execute(EmbeddingExample.SCHEDULED_TASKS);
            var scheduler = EmbeddingExample.schedule(database, late.desk, late.host);
            try {
                assertTrue(late.told.await(60, TimeUnit.SECONDS));
            } finally {
                scheduler.stop();
            }
        } finally {
            database.dispose();
        }
    }

    @Test
    void theStoryIsDrawn() {
        EmbeddingExample.mailArrives(desk, "m1", clock.instant());

        assertTrue(EmbeddingExample.story(desk, "case-m1").startsWith("sequenceDiagram\n    actor C as customer-7\n"));
    }

    @Test
    void whatThrowsIsAsTheTableSays() {
        EmbeddingExample.mailArrives(desk, "m1", clock.instant());
        var park = Command.does(ANNA, RecoveryAction.of(Step.PARK));

        assertThrows(UnknownCaseException.class, () -> desk.perform("nowhere", park));
        assertThrows(ConflictException.class, () -> desk.open("case-m1", Command.does(ANNA, new Actions.Open(
            "customer-1", "another", Channel.CHAT, Priority.LOW, ""))));
        assertThrows(InvalidInputException.class, () -> desk.perform("case-m1", Command.does(ANNA,
            RecoveryAction.promise("a refund", clock.instant().minusSeconds(1)))));
        assertThrows(RefusedException.class, () -> desk.perform("case-m1", park).orThrow());
        assertThrows(BrokenPlaybookException.class, () -> Playbooks.like(Playbooks.standard(), "x", "1").level("end-satisfied", Level.OFF)
            .build());
        clock.advance(Duration.ofMinutes(-1));
        assertThrows(ConflictException.class, () -> desk.perform("case-m1", park));
        assertEquals(2, desk.find("case-m1").orElseThrow().version());
    }

    @Test
    void figuresCountCasesAndRefusals() {
        var store = new InMemoryCaseStore();
        var desk = RecoveryDesk.builder(Playbooks.standard()).store(store).build();
        desk.as(Actor.agent("anna")).open("case-1", "customer-7", "It came broken.", Channel.PHONE).orThrow();
        var refused = desk.as(Actor.agent("anna")).perform("case-1", RecoveryAction.transfer("ben"));
        List<String> logged = new ArrayList<>();

        var figures = EmbeddingExample.figures(store, List.of(refused), new Host() {
            @Override
            public void log(String text) {
                logged.add(text);
            }
        });

        assertEquals(1, figures.cases());
        assertTrue(logged.get(0).contains("no-plain-transfer"), logged.get(0));
    }

    @Test
    void aStepOfTheFloorIsNotWaived() {
        var made = RecoveryFixture.on(Playbooks.standard()).givenCaseReadyFor(Step.CLOSE_AS_RECOVERED).without(Facts.CUSTOMER_SATISFIED);
        var decision = made.desk().perform(RecoveryFixture.CASE, Command.does(RecoveryFixture.OWNER, RecoveryAction.of(Step.CLOSE_AS_RECOVERED))
            .waiving(new Waiver("end-satisfied", Actor.supervisor("carol"), "he seemed content")));

        assertTrue(decision.refusedBy().contains("waiver"));
    }

    /** A case to whose customer nobody has responded in time, and a count-down until somebody is told of it. */
    private final class Late {
        final CountDownLatch told = new CountDownLatch(1);
        final Host host = new Host() {
            @Override
            public void log(String text) {
                if (text.startsWith("case-m1/") && text.contains("first-response")) {
                    told.countDown();
                }
            }
        };
        final RecoveryDesk desk = EmbeddingExample.desk(new InMemoryCaseStore(), Runnable::run, clock, host);

        Late() {
            EmbeddingExample.mailArrives(desk, "m1", clock.instant());
            clock.advance(Duration.ofHours(2));
        }
    }

    /** Notes down what it is asked to do. */
    private static class Host implements EmbeddingExample.Crm {
        final List<String> done = new ArrayList<>();

        @Override
        public void showReasons(List<String> reasons) {
            done.addAll(reasons);
        }

        @Override
        public void send(String mailId, String text) {
            if (!done.contains("sent " + mailId)) {
                done.add("sent " + mailId);
            }
        }

        @Override
        public void log(String text) {
            // nobody looks at it here
        }
    }
}
