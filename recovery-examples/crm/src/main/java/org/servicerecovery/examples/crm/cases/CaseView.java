package org.servicerecovery.examples.crm.cases;

import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/** A case as it stands, and everything that happened. */
public record CaseView(RecoveryCase recoveryCase, List<CaseEvent> history) {
    public CaseView {
        history = List.copyOf(history);
    }
}
