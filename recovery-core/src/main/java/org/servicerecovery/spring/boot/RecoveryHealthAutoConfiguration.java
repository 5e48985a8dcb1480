package org.servicerecovery.spring.boot;

import java.time.InstantSource;
import org.servicerecovery.spi.CaseStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A health indicator called recovery, in either generation of Spring Boot. Of the classes inside, one is loaded. */
@AutoConfiguration(after = RecoveryAutoConfiguration.class)
@ConditionalOnBean(CaseStore.class)
@ConditionalOnExpression("${management.health.recovery.enabled:${management.health.defaults.enabled:true}}")
class RecoveryHealthAutoConfiguration {
    private static final String INDICATOR = "recoveryHealthIndicator";

    @Bean
    RecoveryHealth recoveryHealth(RecoveryProperties settings, CaseStore store, ObjectProvider<InstantSource> clock) {
        return new RecoveryHealth(store, clock.getIfAvailable(InstantSource::system), settings.health().lag());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class Boot3 {
        @Bean(INDICATOR)
        @ConditionalOnMissingBean(name = INDICATOR)
        org.springframework.boot.actuate.health.HealthIndicator recoveryHealthIndicator(RecoveryHealth health) {
            return new Boot3HealthIndicator(health);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class Boot4 {
        @Bean(INDICATOR)
        @ConditionalOnMissingBean(name = INDICATOR)
        org.springframework.boot.health.contributor.HealthIndicator recoveryHealthIndicator(RecoveryHealth health) {
            return new Boot4HealthIndicator(health);
        }
    }
}
