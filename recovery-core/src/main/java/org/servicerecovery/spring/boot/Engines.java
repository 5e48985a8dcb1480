package org.servicerecovery.spring.boot;

import org.servicerecovery.spi.Engine;
import org.servicerecovery.spring.MachineCustomizer;
import org.servicerecovery.spring.SpringEngine;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** What runs the decided rows, if the host has no engine of its own. The one place where an engine is made. */
final class Engines {
    private static final String STATEMACHINE = "org.springframework.statemachine.StateMachine";

    private Engines() {
    }

    static Engine of(RecoveryProperties.EngineKind kind, ListableBeanFactory beans) {
        boolean there = ClassUtils.isPresent(STATEMACHINE, Engines.class.getClassLoader());
        return switch (kind) {
            case AUTO -> there ? spring(beans) : Engine.direct();
            case SPRING -> {
                if (!there) {
                    throw new BadSettingsException("recovery.engine", "Spring Statemachine is not there.",
                        "Add org.springframework.statemachine:spring-statemachine-core, which comes with recovery-core unless it was excluded, or set auto.");
                }
                yield spring(beans);
            }
            case DIRECT -> Engine.direct();
        };
    }

    /** Apart, so that nothing of it is loaded where it is not there. */
    private static Engine spring(ListableBeanFactory beans) {
        return new SpringEngine(beans.getBeanProvider(MachineCustomizer.class).orderedStream().toArray(MachineCustomizer[]::new));
    }
}
