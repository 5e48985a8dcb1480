package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;

/** It may not be done. Nothing was written. The reasons are worked out when they are read. */
public final class Refused implements Decision {
    private final Playbook playbook;
    private final RecoveryCase seen;
    private final Attempt attempt;
    private final Refused earlier;

    Refused(Playbook playbook, RecoveryCase seen, Attempt attempt, Refused earlier) {
        this.playbook = playbook;
        this.seen = seen;
        this.attempt = attempt;
        this.earlier = earlier;
    }

    @Override
    public boolean isPermitted() {
        return false;
    }

    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>(earlier == null ? List.of() : earlier.reasons());
        reasons.addAll(Reasons.of(playbook, seen, attempt));
        return List.copyOf(reasons);
    }

    @Override
    public List<Cure> cures() {
        List<Cure> cures = new ArrayList<>(earlier == null ? List.of() : earlier.cures());
        List<Cure> own = Reasons.cures(playbook, seen, attempt).all();
        cures.addAll(own.isEmpty() ? Reasons.of(playbook, seen, attempt).stream().flatMap(reason -> reason.cures().stream()).distinct().toList() : own);
        return List.copyOf(cures);
    }

    @Override
    public List<Reason> advice() {
        return List.of();
    }

    @Override
    public List<CaseEvent> events() {
        return List.of();
    }

    @Override
    public String toString() {
        return "Refused by " + refusedBy();
    }
}
