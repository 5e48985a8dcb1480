package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.boot.Complaints;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.CaseStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Adding the jar is enough, with much on the class path and with little. */
class StartsTest {
    private static final List<String> SPRING_BOOT = List.of("recovery-core", "spring-boot", "spring-boot-autoconfigure", "spring-core", "spring-jcl",
        "spring-beans", "spring-context", "spring-aop", "spring-expression", "commons-logging", "slf4j-api", "logback-classic", "logback-core",
        "jspecify", "micrometer-commons", "micrometer-observation", "snakeyaml");

    /** For a process of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Bare {
        public static void main(String[] args) {
            try (ConfigurableApplicationContext host = Hosts.start(Bare.class, args)) {
                RecoveryDesk desk = host.getBean(RecoveryDesk.class);
                desk.as(Actor.agent("anna")).open("c", "customer-1", "It came broken.", Channel.PHONE).orThrow();
                Decision refused = desk.as(Actor.agent("anna")).perform("c", RecoveryAction.transfer("ben"));
                System.out.println("playbook " + desk.playbook().id().name() + ", refused by " + refused.refusedBy());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {
    }

    @Test
    void nothingButTheJarIsNeeded() throws IOException, InterruptedException {
        Hosts.Ended ended = Hosts.alone(Bare.class, SPRING_BOOT);

        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().contains("playbook standard, refused by [no-plain-transfer, giver-keeps-follow-up]"), ended.output());
        assertTrue(ended.output().contains("Cases are kept in memory, and are gone with the process. There is no DataSource."), ended.output());
    }

    @Test
    void aDatabaseWithoutJacksonIsTold() throws IOException, InterruptedException {
        List<String> withDatabase = new ArrayList<>(SPRING_BOOT);
        withDatabase.addAll(List.of("spring-jdbc", "spring-tx", "HikariCP", "h2", "spring-boot-jdbc", "spring-boot-sql", "spring-boot-transaction",
            "spring-boot-persistence"));
        Hosts.Ended asked = Hosts.alone(Bare.class, withDatabase, "recovery.store=jdbc");
        assertEquals(1, asked.status(), asked.output());
        assertTrue(asked.output().contains("recovery.store=jdbc (\"recovery.store\" from property source \"commandLineArgs\")"), asked.output());
        assertTrue(asked.output().contains("The database store needs com.fasterxml.jackson.core:jackson-databind"), asked.output());
    }

    @Test
    void aSingleDatabaseIsTaken() {
        try (ConfigurableApplicationContext host = Hosts.start(Plain.class)) {
            assertInstanceOf(JdbcCaseStore.class, host.getBean(CaseStore.class));
            assertEquals("standard", host.getBean(RecoveryDesk.class).playbook().id().name());
        }
        try (ConfigurableApplicationContext host = Hosts.start(Plain.class, "recovery.store=memory")) {
            assertInstanceOf(InMemoryCaseStore.class, host.getBean(CaseStore.class));
        }
    }

    /** Also without Flyway: a script of the host's comes before the store looks for its tables. */
    @Test
    void theStoreWaitsForTheHostsMigrationTool() {
        try (ConfigurableApplicationContext host = Hosts.start(Plain.class, "recovery.create-schema=never",
            "spring.sql.init.schema-locations=classpath*:org/servicerecovery/jdbc/h2/*.sql")) {
            open(host, "c");
            note(host, "c");
        }
    }

    @Test
    void theSettingsOfTheExampleArriveAtTheDesk() {
        try (ConfigurableApplicationContext host = Hosts.example()) {
            RecoveryDesk desk = host.getBean(RecoveryDesk.class);
            assertEquals("standard-with-levels", desk.playbook().id().name());
            assertEquals(Level.REFUSE, desk.playbook().guardrail("second-apology").level());
            // Without quotes, off is no word in YAML but a truth value.
            assertEquals(Level.OFF, desk.playbook().guardrail("asked-to-restate").level());
            assertEquals(Level.ADVISE, desk.playbook().definition().teamLevels().get("night-team").get("asked-to-restate"));
            String id = host.getBean(Complaints.class).receive("customer-1", "It came broken.", Channel.PHONE, "anna");
            assertFalse(host.getBean(Authority.class).permits(Actor.agent("anna"),
                RecoveryAction.goodwill("a voucher", new BigDecimal("31")), desk.find(id).orElseThrow()));
        }
    }

    @Test
    void changedLevelsAreAnotherTableWhileEarlierCasesStayOnTheirs() {
        String url = "spring.datasource.url=jdbc:h2:mem:earlier;DB_CLOSE_DELAY=-1";
        try (ConfigurableApplicationContext first = Hosts.start(Plain.class, url)) {
            open(first, "plain");
        }
        String version;
        try (ConfigurableApplicationContext second = Hosts.start(Plain.class, url, "recovery.levels.second-apology=refuse")) {
            version = second.getBean(RecoveryDesk.class).playbook().id().version();
            open(second, "levels");
            note(second, "plain");
        }
        try (ConfigurableApplicationContext third = Hosts.start(Plain.class, url, "spring.config.location=classpath:changed-levels.yml")) {
            RecoveryDesk desk = third.getBean(RecoveryDesk.class);
            assertNotEquals(version, desk.playbook().id().version());
            assertEquals(version, desk.find("levels").orElseThrow().playbook().version());
            note(third, "levels");
            note(third, "plain");
        }
    }

    private static void open(ConfigurableApplicationContext host, String caseId) {
        host.getBean(RecoveryDesk.class).as(Actor.agent("anna")).open(caseId, "customer-1", "It came broken.", Channel.PHONE).orThrow();
    }

    private static void note(ConfigurableApplicationContext host, String caseId) {
        host.getBean(RecoveryDesk.class).as(Actor.agent("anna")).perform(caseId, RecoveryAction.mood(Mood.IRATE)).orThrow();
    }
}
