package org.servicerecovery.examples.boottests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.testing.SettableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The host's scheduler reports what falls due. */
class TickingTest {
    /** A case that nobody has responded to in time, and a hook that counts down when it hears of it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Late {
        final SettableClock time = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
        final CountDownLatch told = new CountDownLatch(1);
        volatile String thread = "";

        @Bean
        SettableClock time() {
            return time;
        }

        @Bean
        CaseStore cases() {
            InMemoryCaseStore cases = new InMemoryCaseStore();
            RecoveryDesk.builder(Playbooks.standard()).store(cases).clock(time).build().as(Actor.bot("mail"))
                .open("c", "customer-1", "It came broken.", Channel.EMAIL).orThrow();
            time.advance(Duration.ofDays(2));
            return cases;
        }

        @Bean
        EscalationHook hook() {
            return new EscalationHook() {
                @Override
                public String name() {
                    return "late";
                }

                @Override
                public void deliver(Delivery delivery) {
                    thread = Thread.currentThread().getName();
                    told.countDown();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnScheduler extends Late {
        @Bean
        TaskScheduler ours() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setThreadNamePrefix("ours-");
            return scheduler;
        }
    }

    /** A desk that fails the first times it is asked what is due, and another that does not. */
    @Configuration(proxyBeanMethods = false)
    static class Failing extends Late {
        final AtomicInteger failed = new AtomicInteger();
        final CountDownLatch again = new CountDownLatch(3);

        @Bean
        RecoveryDesk good(CaseStore cases, EscalationHook hook) {
            return RecoveryDesk.builder(Playbooks.standard()).store(cases).clock(time).hook(hook).build();
        }

        @Bean
        RecoveryDesk broken() {
            return RecoveryDesk.builder(Playbooks.standard()).clock(() -> {
                failed.incrementAndGet();
                again.countDown();
                throw new IllegalStateException("the clock stands still");
            }).build();
        }
    }

    @Test
    void springBootsSchedulerTicks() throws InterruptedException {
        try (ConfigurableApplicationContext host = Hosts.start(Late.class)) {
            Late late = host.getBean(Late.class);
            assertTrue(late.told.await(60, TimeUnit.SECONDS));
            assertTrue(late.thread.startsWith("scheduling-"), late.thread);
            assertTrue(host.getBean(RecoveryDesk.class).history("c").size() > 1);
        }
    }

    @Test
    void theHostsOwnSchedulerTicks() throws InterruptedException {
        try (ConfigurableApplicationContext host = Hosts.start(OwnScheduler.class)) {
            OwnScheduler late = host.getBean(OwnScheduler.class);
            assertTrue(late.told.await(60, TimeUnit.SECONDS));
            assertTrue(late.thread.startsWith("ours-"), late.thread);
            assertEquals(1, host.getBeansOfType(TaskScheduler.class).size());
        }
    }

    @Test
    void whatFailsIsTriedAgainAndHoldsUpNobody() throws InterruptedException {
        try (ConfigurableApplicationContext host = Hosts.start(Failing.class, "recovery.tick.every=10ms")) {
            Failing failing = host.getBean(Failing.class);
            assertTrue(failing.again.await(60, TimeUnit.SECONDS), () -> "tried " + failing.failed + " times");
            assertTrue(failing.told.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void tickingCanBeLeftToOtherNodes() {
        try (ConfigurableApplicationContext host = Hosts.start(Late.class, "recovery.tick.enabled=false")) {
            assertFalse(host.containsBean("recoveryTicking"));
            assertEquals(0, host.getBeansOfType(TaskScheduler.class).size());
        }
    }
}
