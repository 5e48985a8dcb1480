package org.servicerecovery.examples.crm.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.examples.crm.CrmApplication;
import org.servicerecovery.examples.crm.api.Client;
import org.servicerecovery.examples.crm.api.Client.Answer;
import org.servicerecovery.testing.SettableClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two instances of the application share one PostgreSQL database. */
class NodesTest {
    private static final String PASSWORD = "recovery";
    private static final int ROUNDS = 10;

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").setServerConfig("fsync", "off").start();
        // One after the other: PostgreSQL lets only one of two make the same tables at the same moment.
        one = node();
        other = node();
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(CrmApplication.class)
            .initializers(context -> ((GenericApplicationContext) context).registerBean("clock", InstantSource.class, () -> CLOCK))
            .run("--server.port=0", "--crm.seed=false", "--recovery.tick.enabled=false", "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.main.banner-mode=off", "--logging.level.root=warn");
    }

    @AfterAll
    static void stop() throws IOException {
        for (ConfigurableApplicationContext node : new ConfigurableApplicationContext[] {one, other}) {
            if (node != null) {
                node.close();
            }
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Client at(ConfigurableApplicationContext node, String person) {
        return Client.of(port(node), person, PASSWORD);
    }

    @Test
    void aCaseOpenedOnOneNodeIsSeenOnTheOther() {
        String path = at(one, "anna").open("shared").header("Location");
        Answer seen = at(other, "anna").get(path);

        assertNotEquals(port(one), port(other));
        assertEquals(200, seen.status(), seen::toString);
        assertEquals("\"2\"", seen.header("ETag"));
        assertEquals("shared", seen.text("customer"));
        assertTrue(at(other, "anna").get("/api/cases?filter=MINE").each("cases", "self").contains(path));
        assertEquals(404, at(other, "carl").get(path).status());
    }

    @Test
    void ofTwoPeopleAtOnceOneIsFirstAndTheOtherHearsOfIt() {
        String path = at(one, "anna").open("race").header("Location");
        for (int round = 0; round < ROUNDS; round++) {
            int version = 2 + round;
            List<CompletableFuture<Answer>> sent = Stream.of(at(one, "anna"), at(other, "sara")).map(person -> person.sendAtOnce(
                person.command(path + "/commands", version, Client.action("REPORT_MOOD", "{'mood': 'UPSET'}")))).toList();
            List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
            Answer late = answers.stream().filter(answer -> answer.status() == 412).findFirst().orElseThrow(() -> new AssertionError(answers));
            Answer first = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow(() -> new AssertionError(answers));

            assertEquals(first.header("ETag"), late.header("ETag"));
            assertEquals(first.body().path("entries"), at(one, "anna").get(late.text("happened")).body().path("entries"));
        }
        assertEquals(2 + ROUNDS, at(other, "anna").get(path).body().path("version").asInt());
    }

    @Test
    void whatIsSentToBothNodesIsDoneOnce() {
        String path = at(one, "anna").open("twice").header("Location");
        String key = UUID.randomUUID().toString();
        String body = Client.action("ESCALATE", "{'note': 'sent to both'}");
        List<CompletableFuture<Answer>> sent = Stream.of(one, other, one, other).map(node -> at(node, "anna"))
            .map(anna -> anna.sendAtOnce(anna.command(path + "/commands", 2, key, body))).toList();
        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers::toString);
        assertEquals(3, answers.stream().filter(answer -> answer.header("Idempotency-Replayed").equals("true")).count(), answers::toString);
        assertEquals(3, at(one, "anna").get(path).body().path("version").asInt());
    }

    @Test
    void aCaseOpenedOnBothNodesByOneKeyIsOneCase() {
        String key = UUID.randomUUID().toString();
        String body = "{'customer': 'both', 'problem': 'broken', 'channel': 'EMAIL'}";
        List<CompletableFuture<Answer>> sent = Stream.of(one, other).map(node -> at(node, "anna"))
            .map(anna -> anna.sendAtOnce(anna.command("/api/cases", 0, key, body))).toList();
        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertEquals(List.of(200, 201), answers.stream().map(Answer::status).sorted().toList(), answers::toString);
        assertEquals(answers.get(0).header("Location"), answers.get(1).header("Location"));
    }

    @Test
    void aDeadlineIsReportedOnceThoughBothNodesTick() {
        List<String> paths = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            paths.add(at(one, "anna").send(at(one, "anna").command("/api/cases", 0,
                "{'customer': 'due " + number + "', 'problem': 'broken', 'channel': 'EMAIL'}")).header("Location"));
        }
        CLOCK.advance(Duration.ofHours(1));
        for (int round = 0; round < 3; round++) {
            CompletableFuture<TickReport> meanwhile = CompletableFuture.supplyAsync(() -> other.getBean(RecoveryDesk.class).tick());
            TickReport here = one.getBean(RecoveryDesk.class).tick();
            assertEquals(List.of(), here.problems());
            assertEquals(List.of(), meanwhile.join().problems());
        }

        for (String path : paths) {
            List<String> lapses = new ArrayList<>();
            for (JsonNode entry : at(other, "anna").get(path + "/history").body().path("entries")) {
                if (entry.path("step").asString().equals("REPORT_LAPSE")) {
                    lapses.add(entry.path("particulars").path("deadline").asString() + " " + entry.path("particulars").path("rung").asInt());
                }
            }
            // The warning at three quarters of the hour, and the breach at its end.
            assertEquals(List.of("first-response 0", "first-response 1"), lapses, path);
        }
        assertTrue(at(other, "anna").get("/api/cases?filter=LATE").each("cases", "self").containsAll(paths));
    }
}
