package org.servicerecovery.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Delivery;

/** Deliveries that no desk made. */
final class Events {
    static final Instant WHEN = Instant.parse("2026-01-05T09:00:00Z");

    private Events() {
    }

    static Delivery of(String caseId, RecoveryAction action, Fact... sets) {
        Vocabulary words = Playbooks.standard().vocabulary();
        return new Delivery("pager", new CaseEvent(caseId, 3, "command-1", Actor.agent("anna"), WHEN.minusSeconds(60), WHEN,
            new PlaybookId("standard", "1", "f00d"), action, Optional.<Message>empty(), Duration.ZERO, "row-1", RecoveryState.SOLVING,
            RecoveryState.SOLVING, words.facts().of(List.of(sets)), words.facts().of(List.of()), words.traits().of(List.of()),
            words.traits().of(List.of()), List.of(), List.of(), List.of(), CaseEvent.ClockChanges.NONE));
    }
}
