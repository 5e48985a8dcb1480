package org.servicerecovery.spring.boot;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.servicerecovery.CommandObserver;
import org.servicerecovery.DeskBuilder;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Engine;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.spring.ApplicationEventHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Gives a Spring Boot application a {@link RecoveryDesk}, from the settings {@code recovery.*} and the application's own beans. It backs off
 * from a {@link RecoveryDesk}, a {@link CaseStore} and an {@link Authority} of the application's; it takes an {@link Engine} and an
 * {@link InstantSource} (a {@link java.time.Clock} is one), every {@link Assessor}, {@link EscalationHook}, {@link BusinessCalendar},
 * {@link CommandObserver} and {@link Playbook}, in the order of {@code @Order}. Hooks run on an {@link Executor} bean called
 * {@value #HOOK_EXECUTOR}, otherwise on the thread that commands or ticks. Works with Spring Boot 3.5 and 4.
 */
@AutoConfiguration(afterName = {
    "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
    "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration",
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"})
@EnableConfigurationProperties(RecoveryProperties.class)
public class RecoveryAutoConfiguration {
    /** The name of the {@link Executor} bean on which hooks run. */
    public static final String HOOK_EXECUTOR = "recoveryHookExecutor";

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryAutoConfiguration.class);

    RecoveryAutoConfiguration() {
        // made by Spring
    }

    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    CaseStore recoveryCaseStore(RecoveryProperties settings, ListableBeanFactory beans) {
        return StoreChoice.of(settings, beans);
    }

    @Bean
    @ConditionalOnMissingBean
    Authority recoveryAuthority(RecoveryProperties settings) {
        return Authority.upTo(settings.goodwillUpTo());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "recovery.hooks.application-events", matchIfMissing = true)
    ApplicationEventHook recoveryApplicationEventHook(ApplicationEventPublisher publisher) {
        return new ApplicationEventHook("application", publisher);
    }

    @Bean
    @ConditionalOnMissingBean
    RecoveryDesk recoveryDesk(RecoveryProperties settings, CaseStore store, Authority authority, ListableBeanFactory beans) {
        PlaybookChoice choice = new PlaybookChoice(beans.getBeansOfType(Playbook.class), beans.getBeanProvider(Playbook.class).getIfUnique());
        Playbook playbook = choice.current(settings);
        DeskBuilder builder = RecoveryDesk.builder(playbook).store(store).authority(authority).claimsLast(settings.claimsLast());
        choice.others(settings, playbook).forEach(builder::alsoKnows);
        builder.engine(beans.getBeanProvider(Engine.class).getIfAvailable(() -> Engines.of(settings.engine(), beans)));
        // Several that do not say which is meant are an error: a desk on the wrong clock is worse than none.
        beans.getBeanProvider(InstantSource.class).ifAvailable(builder::clock);
        beans.getBeanProvider(Assessor.class).orderedStream().forEach(builder::assessor);
        beans.getBeanProvider(EscalationHook.class).orderedStream().forEach(builder::hook);
        beans.getBeanProvider(BusinessCalendar.class).orderedStream().forEach(builder::calendar);
        beans.getBeanProvider(CommandObserver.class).orderedStream().forEach(builder::observer);
        if (beans.containsBean(HOOK_EXECUTOR)) {
            builder.executor(beans.getBean(HOOK_EXECUTOR, Executor.class));
        }
        RecoveryDesk desk = builder.build();
        LOG.info("The recovery desk opens cases by {} and keeps them with {}", playbook.id(), store.getClass().getSimpleName());
        return desk;
    }
}
