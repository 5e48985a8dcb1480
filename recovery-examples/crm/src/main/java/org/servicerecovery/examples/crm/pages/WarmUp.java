package org.servicerecovery.examples.crm.pages;

import java.util.concurrent.Executor;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Planner;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first plan of a playbook takes a second or two: it is made before anybody waits for it. */
@Component
class WarmUp {
    private final Playbook playbook;
    private final Executor background;

    WarmUp(RecoveryDesk desk, @Qualifier("applicationTaskExecutor") Executor background) {
        this.playbook = desk.playbook();
        this.background = background;
    }

    @EventListener(ApplicationReadyEvent.class)
    void plan() {
        background.execute(() -> Planner.of(playbook).plan(RecoveryCase.blank("warm-up", playbook.id(), playbook.vocabulary())));
    }
}
