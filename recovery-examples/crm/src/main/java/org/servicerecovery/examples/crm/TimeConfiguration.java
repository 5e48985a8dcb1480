package org.servicerecovery.examples.crm;

import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time it is. The desk itself comes with the library's jar, from the settings {@code recovery.*}. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** In which dates are shown and typed. */
    @Bean
    ZoneId zone(@Value("${crm.time-zone}") String name) {
        return ZoneId.of(name);
    }
}
