package org.servicerecovery.spring.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.servicerecovery.spi.CaseStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Observations and meters, as far as Micrometer is there. */
@AutoConfiguration(after = RecoveryAutoConfiguration.class, afterName = {
    "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
    "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
    "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
    "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"})
class RecoveryMetricsAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observed {
        @Bean
        CommandObservations recoveryCommandObservations(ObservationRegistry registry) {
            return new CommandObservations(registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Metered {
        @Bean
        CommandMeters recoveryCommandMeters(MeterRegistry registry) {
            return new CommandMeters(registry);
        }

        @Bean
        @ConditionalOnBean(CaseStore.class)
        CaseMeters recoveryCaseMeters(RecoveryProperties settings, CaseStore store) {
            return new CaseMeters(store, settings.metrics().countEvery());
        }
    }
}
