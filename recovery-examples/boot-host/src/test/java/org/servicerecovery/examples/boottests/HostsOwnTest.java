package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.servicerecovery.CommandObserver;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.spi.Situation;
import org.servicerecovery.spring.RecoveryEvent;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The desk backs off from what the host has of its own, and takes up what the host adds. */
class HostsOwnTest {
    private static final Actor ANNA = Actor.agent("anna");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Everything {
        @Bean
        CaseStore store() {
            return new InMemoryCaseStore();
        }

        @Bean
        Authority authority() {
            return Authority.upTo(BigDecimal.ONE);
        }

        @Bean
        RecoveryDesk desk(CaseStore store) {
            return RecoveryDesk.builder(Playbooks.named("learn")).store(store).build();
        }
    }

    @Test
    void itBacksOff() {
        try (ConfigurableApplicationContext host = Hosts.start(Everything.class)) {
            assertEquals(1, host.getBeansOfType(RecoveryDesk.class).size());
            assertEquals("learn", host.getBean(RecoveryDesk.class).playbook().id().name());
            assertEquals(Set.of("store"), host.getBeansOfType(CaseStore.class).keySet());
            assertEquals(Set.of("authority"), host.getBeansOfType(Authority.class).keySet());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Added {
        static final Trait DEAR = Trait.named("DEAR");
        final List<String> seen = new CopyOnWriteArrayList<>();
        final AtomicInteger walked = new AtomicInteger();
        volatile Thread told;

        @Bean
        Playbook ours() {
            return Playbooks.like(Playbooks.standard(), "our-shop", "7").declares(DEAR).build();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }

        @Bean
        Engine engine() {
            return (before, decided, after) -> walked.incrementAndGet();
        }

        @Bean
        Assessor assessor() {
            return new Assessor() {
                @Override
                public Set<Trait> finds() {
                    return Set.of(DEAR);
                }

                @Override
                public Set<Trait> assess(Situation situation) {
                    return Set.of(DEAR);
                }
            };
        }

        @Bean
        @Order(2)
        CommandObserver second() {
            return observer("second");
        }

        @Bean
        @Order(1)
        CommandObserver first() {
            return observer("first");
        }

        private CommandObserver observer(String name) {
            return (caseId, command) -> {
                seen.add(name + " begun");
                return new CommandObserver.Watch() {
                    @Override
                    public void decided(Decision decision) {
                        seen.add(name + " decided");
                    }

                    @Override
                    public void failed(Throwable thrown) {
                        seen.add(name + " failed");
                    }
                };
            };
        }

        @Bean
        EscalationHook hook() {
            return new EscalationHook() {
                @Override
                public String name() {
                    return "escalations";
                }

                @Override
                public void deliver(Delivery delivery) {
                    seen.add("hook " + delivery.event().step());
                    told = Thread.currentThread();
                }
            };
        }

        @Bean
        Executor recoveryHookExecutor() {
            return task -> {
                Thread thread = new Thread(task, "hooks");
                thread.start();
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        @EventListener
        void heard(RecoveryEvent event) {
            seen.add("event " + event.event().step());
        }
    }

    @Test
    void whatTheHostAddsIsTakenUpInItsOrder() {
        try (ConfigurableApplicationContext host = Hosts.start(Added.class, "recovery.store=memory", "recovery.tick.enabled=false")) {
            Added added = host.getBean(Added.class);
            RecoveryDesk desk = host.getBean(RecoveryDesk.class);
            assertEquals("our-shop 7", desk.playbook().id().name() + " " + desk.playbook().id().version());
            desk.as(ANNA).open("c", "customer-1", "It came broken.", Channel.PHONE).orThrow();
            assertEquals(NOON, desk.find("c").orElseThrow().recordedAt());
            assertTrue(desk.history("c").get(0).traits().contains(Added.DEAR));
            assertEquals(1, added.walked.get());
            assertEquals(List.of("first begun", "second begun", "second decided", "first decided"), added.seen);
            added.seen.clear();
            desk.as(ANNA).perform("c", RecoveryAction.note(Step.ESCALATE, "she calls every hour")).orThrow();
            assertEquals(List.of("event ESCALATE", "hook ESCALATE"), added.seen.stream().filter(one -> one.contains("ESCALATE")).sorted().toList());
            assertEquals("hooks", added.told.getName());
        }
    }

    @Test
    void applicationEventsCanBeSwitchedOff() {
        try (ConfigurableApplicationContext host = Hosts.start(Added.class, "recovery.store=memory", "recovery.tick.enabled=false",
            "recovery.hooks.application-events=false")) {
            RecoveryDesk desk = host.getBean(RecoveryDesk.class);
            desk.as(ANNA).open("c", "customer-1", "It came broken.", Channel.PHONE).orThrow();
            desk.as(ANNA).perform("c", RecoveryAction.note(Step.ESCALATE, "she calls every hour")).orThrow();
            List<String> seen = host.getBean(Added.class).seen;
            assertTrue(seen.contains("hook ESCALATE") && !seen.contains("event ESCALATE"), seen::toString);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Several {
        @Bean
        Playbook shop() {
            return Playbooks.like(Playbooks.standard(), "our-shop", "1").build();
        }

        @Bean
        Playbook lounge() {
            return Playbooks.like(Playbooks.standard(), "our-lounge", "1").build();
        }
    }

    @Test
    void ofSeveralPlaybooksTheNamedOneIsForNewCasesAndTheOthersAreKnown() {
        try (ConfigurableApplicationContext host = Hosts.start(Several.class, "recovery.playbook=our-shop", "recovery.store=memory")) {
            assertEquals("our-shop", host.getBean(RecoveryDesk.class).playbook().id().name());
        }
        try (ConfigurableApplicationContext host = Hosts.start(Several.class, "recovery.playbook=lounge", "recovery.store=memory",
            "recovery.levels.no-plain-transfer=refuse")) {
            Playbook current = host.getBean(RecoveryDesk.class).playbook();
            assertEquals("our-lounge-with-levels", current.id().name());
            assertEquals(Level.REFUSE, current.guardrail("no-plain-transfer").level());
        }
        try (ConfigurableApplicationContext host = Hosts.start(Several.class, "recovery.playbook=heard", "recovery.store=memory")) {
            assertEquals("heard", host.getBean(RecoveryDesk.class).playbook().id().name());
        }
        try (ConfigurableApplicationContext host = Hosts.start(Kept.class, "recovery.playbook=our-shop")) {
            RecoveryDesk desk = host.getBean(RecoveryDesk.class);
            desk.as(ANNA).open("known", "customer-1", "It came broken.", Channel.PHONE).orThrow();
            host.getBean(Kept.class).lounge.as(ANNA).open("other", "customer-1", "It came broken.", Channel.PHONE).orThrow();
            assertTrue(desk.perform("other", Command.does(ANNA, RecoveryAction.mood(Mood.IRATE))).isPermitted());
        }
    }

    /** Several, and cases of one of them that were opened elsewhere. */
    @Configuration(proxyBeanMethods = false)
    static class Kept extends Several {
        final InMemoryCaseStore cases = new InMemoryCaseStore();
        final RecoveryDesk lounge = RecoveryDesk.builder(Playbooks.like(Playbooks.standard(), "our-lounge", "1").build()).store(cases).build();

        @Bean
        CaseStore cases() {
            return cases;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithPrimary extends Several {
        @Bean
        @Primary
        Playbook third() {
            return Playbooks.like(Playbooks.standard(), "our-third", "1").build();
        }
    }

    @Test
    void thePrimaryPlaybookNeedsNoSetting() {
        try (ConfigurableApplicationContext host = Hosts.start(WithPrimary.class, "recovery.store=memory")) {
            assertEquals("our-third", host.getBean(RecoveryDesk.class).playbook().id().name());
        }
    }

    @Test
    void nameAndVersionOfTheTableCanBeChosen() {
        try (ConfigurableApplicationContext host = Hosts.start(Several.class, "recovery.playbook=standard", "recovery.store=memory",
            "recovery.playbook-name=standard-here", "recovery.playbook-version=2026-03", "recovery.team-levels[night team].second-apology=refuse")) {
            Playbook current = host.getBean(RecoveryDesk.class).playbook();
            assertEquals("standard-here 2026-03", current.id().name() + " " + current.id().version());
            assertEquals(Level.REFUSE, current.definition().teamLevels().get("night team").get("second-apology"));
            assertNotEquals(Level.REFUSE, current.guardrail("second-apology").level());
        }
    }

    @Test
    void claimsAndTheStockAuthorityFollowTheSettings() {
        try (ConfigurableApplicationContext host = Hosts.start(Several.class, "recovery.playbook=standard", "recovery.store=memory",
            "recovery.goodwill-up-to=7.50", "recovery.claims-last=" + Duration.ofMinutes(1), "recovery.engine=direct")) {
            RecoveryDesk desk = host.getBean(RecoveryDesk.class);
            desk.as(ANNA).open("c", "customer-1", "It came broken.", Channel.PHONE).orThrow();
            Authority authority = host.getBean(Authority.class);
            assertTrue(authority.permits(ANNA, RecoveryAction.goodwill("a voucher", new BigDecimal("7.50")), desk.find("c").orElseThrow()));
            assertFalse(authority.permits(ANNA, RecoveryAction.goodwill("a voucher", new BigDecimal("7.51")), desk.find("c").orElseThrow()));
            assertSame(desk, host.getBean("recoveryDesk"));
        }
    }
}
