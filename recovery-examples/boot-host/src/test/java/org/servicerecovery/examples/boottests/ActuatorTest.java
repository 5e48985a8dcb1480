package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.UnknownCaseException;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What whoever runs the application sees: health and metrics, over HTTP. */
class ActuatorTest {
    private static final Actor ANNA = Actor.agent("anna");
    private static final Pattern VALUE = Pattern.compile("\"statistic\":\"(?:COUNT|VALUE)\",\"value\":([^}]+)}");

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {
        final SettableClock time = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
        final AtomicBoolean broken = new AtomicBoolean();

        @Bean
        SettableClock time() {
            return time;
        }

        @Bean
        EscalationHook hook() {
            return new EscalationHook() {
                @Override
                public String name() {
                    return "pager";
                }

                @Override
                public int mostAttempts() {
                    return 2;
                }

                @Override
                public void deliver(Delivery delivery) throws IOException {
                    if (broken.get()) {
                        throw new IOException("nobody answers");
                    }
                }
            };
        }
    }

    private ConfigurableApplicationContext host;
    private RecoveryDesk desk;
    private SettableClock time;

    @BeforeEach
    void start() {
        host = Hosts.web(Host.class, "spring.config.name=none", "recovery.tick.enabled=false", "recovery.metrics.count-every=1ns");
        desk = host.getBean(RecoveryDesk.class);
        time = host.getBean(SettableClock.class);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void health(int status, String... parts) throws IOException, InterruptedException {
        HttpResponse<String> answer = Hosts.get(host, "/actuator/health/recovery");
        for (String part : parts) {
            assertTrue(answer.body().contains(part), () -> part + " was expected in " + answer.body());
        }
        assertEquals(status, answer.statusCode(), answer.body());
    }

    private double metric(String name, String... tags) throws IOException, InterruptedException {
        HttpResponse<String> answer = Hosts.get(host, "/actuator/metrics/" + name + "?tag=" + String.join("&tag=", tags));
        Matcher value = VALUE.matcher(answer.body());
        assertTrue(value.find(), () -> name + " " + List.of(tags) + ": " + answer.statusCode() + " " + answer.body());
        return Double.parseDouble(value.group(1));
    }

    @Test
    void lateDeadlinesAreSeenUntilTheyAreReported() throws IOException, InterruptedException {
        desk.as(Actor.bot("mail")).open("c", "customer-1", "It came broken.", Channel.EMAIL).orThrow();
        health(200, "\"status\":\"UP\"", "\"deadlinesLate\":\"0\"");
        time.advance(Duration.ofDays(2));
        health(503, "\"status\":\"OUT_OF_SERVICE\"", "\"deadlinesLate\":\"1\"", "\"deadlinesLateFirst\":\"c\"", "\"deadLetters\":\"0\"");
        desk.tick();
        health(200, "\"status\":\"UP\"", "\"deadlinesLate\":\"0\"", "\"lateAfter\":\"PT10M\"");
    }

    @Test
    void hooksThatLagAreSeenAndSoAreDeadLetters() throws IOException, InterruptedException {
        desk.as(ANNA).open("c", "customer-1", "It came broken.", Channel.PHONE).orThrow();
        host.getBean(Host.class).broken.set(true);
        desk.as(ANNA).perform("c", RecoveryAction.note(Step.ESCALATE, "she calls every hour")).orThrow();
        health(200, "\"deliveriesLate\":\"0\"");
        time.advance(Duration.ofMinutes(11));
        health(503, "\"status\":\"OUT_OF_SERVICE\"", "\"deliveriesLate\":\"1\"", "\"deliveriesLateFirst\":\"c/2/pager\"");
        desk.tick();
        health(503, "\"deliveriesLate\":\"0\"", "\"deadLetters\":\"1\"", "\"deadLettersFirst\":\"c/2/pager\"");
        host.getBean(Host.class).broken.set(false);
        desk.release(desk.deadLetters(1).get(0));
        desk.tick();
        health(200, "\"deadLetters\":\"0\"");
    }

    @Test
    void aStoreThatCannotBeAskedIsDown() throws IOException, InterruptedException {
        host.getBean(JdbcTemplate.class).execute("DROP TABLE recovery_delivery");
        health(503, "\"status\":\"DOWN\"", "\"error\":");
    }

    @Test
    void healthCanBeSwitchedOff() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext without = Hosts.web(Host.class, "spring.config.name=none", "management.health.recovery.enabled=false")) {
            assertEquals(404, Hosts.get(without, "/actuator/health/recovery").statusCode());
        }
    }

    @Test
    void decisionsRefusalsDeadlinesAndCasesAreCounted() throws IOException, InterruptedException {
        desk.as(ANNA).open("c", "customer-1", "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.IRATE)).orThrow();
        desk.as(ANNA).perform("c", RecoveryAction.transfer("ben"));
        desk.as(ANNA).perform("c", RecoveryAction.transfer("carl"));
        Command again = Command.does(ANNA, RecoveryAction.mood(Mood.CONTENT)).identified("again");
        desk.perform("c", again).orThrow();
        desk.perform("c", again).orThrow();
        try {
            desk.perform("nowhere", Command.does(ANNA, RecoveryAction.mood(Mood.IRATE)));
        } catch (UnknownCaseException e) {
            assertEquals(1, metric("recovery.steps", "step:REPORT_MOOD", "outcome:failed"), e.getMessage());
        }

        assertEquals(2, metric("recovery.steps", "step:TRANSFER", "outcome:refused"));
        assertEquals(1, metric("recovery.steps", "step:OPEN", "outcome:permitted"));
        assertEquals(2, metric("recovery.steps", "step:REPORT_MOOD", "outcome:permitted"));
        assertEquals(1, metric("recovery.steps", "step:REPORT_MOOD", "outcome:repeated"));
        assertEquals(2, metric("recovery.refusals", "guardrail:no-plain-transfer"));
        assertEquals(2, metric("recovery.command", "step:TRANSFER", "outcome:refused"));
        assertEquals(1, metric("recovery.command", "step:REPORT_MOOD", "outcome:failed", "error:UnknownCaseException"));
        assertEquals(1, metric("recovery.cases", "state:LISTENING"));
        assertEquals(0, metric("recovery.cases", "state:RECOVERED"));
    }

    @Test
    void deadlinesAreMetOrMissed() throws IOException, InterruptedException {
        desk.as(Actor.bot("mail")).open("late", "customer-1", "It came broken.", Channel.EMAIL).orThrow();
        time.advance(Duration.ofDays(2));
        desk.tick();
        assertEquals(1, metric("recovery.deadlines", "deadline:first-response", "outcome:missed"));
        assertTrue(metric("recovery.steps", "step:REPORT_LAPSE", "outcome:permitted") >= 1);
    }

    @Test
    void casesThatCannotBeCountedHaveNoNumber() throws IOException, InterruptedException {
        host.getBean(JdbcTemplate.class).execute("DROP TABLE recovery_case");
        HttpResponse<String> answer = Hosts.get(host, "/actuator/metrics/recovery.cases?tag=state:LISTENING");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("NaN"), answer.body());
    }
}
