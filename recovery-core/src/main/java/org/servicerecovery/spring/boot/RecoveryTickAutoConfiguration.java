package org.servicerecovery.spring.boot;

import org.servicerecovery.RecoveryDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Has the host's scheduler tick the desk: its TaskScheduler, or the one that Spring Boot makes once something is scheduled. */
@AutoConfiguration(after = RecoveryAutoConfiguration.class,
    beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
@ConditionalOnBean(RecoveryDesk.class)
@ConditionalOnProperty(name = "recovery.tick.enabled", matchIfMissing = true)
@EnableScheduling
class RecoveryTickAutoConfiguration {
    @Bean
    SchedulingConfigurer recoveryTicking(RecoveryProperties settings, ObjectProvider<RecoveryDesk> desks) {
        Ticker ticker = new Ticker(desks, settings.tick().limit());
        return tasks -> tasks.addFixedDelayTask(ticker::tick, settings.tick().every());
    }
}
