package org.servicerecovery.examples.crm.api;

import java.time.Instant;
import org.servicerecovery.testing.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Time stands still until a test moves it. */
@TestConfiguration(proxyBeanMethods = false)
public class StandingClock {
    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
    }
}
