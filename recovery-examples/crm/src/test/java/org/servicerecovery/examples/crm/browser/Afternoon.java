package org.servicerecovery.examples.crm.browser;

import java.time.Instant;
import org.servicerecovery.testing.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** It is a Wednesday afternoon, and stays so: the demo cases began in working hours, and pictures look the same every time. */
@TestConfiguration(proxyBeanMethods = false)
class Afternoon {
    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-03-04T15:10:00Z"));
    }
}
