package org.servicerecovery.spring.boot;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Down if the store cannot be asked, which the superclass sees to; out of service while hooks or deadlines lag. */
final class Boot3HealthIndicator extends AbstractHealthIndicator {
    private final RecoveryHealth health;

    Boot3HealthIndicator(RecoveryHealth health) {
        super("The recovery desk's store could not be asked");
        this.health = health;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        RecoveryHealth.Look look = health.look();
        (look.lags() ? builder.outOfService() : builder.up()).withDetails(look.details());
    }
}
