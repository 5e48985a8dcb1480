package org.servicerecovery.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        Deque<Refused> inOrder = new ArrayDeque<>();
        for (Refused one = this; one != null; one = one.earlier) {
            inOrder.push(one);
        }
        List<Cure> first = new ArrayList<>();
        List<Cure> then = new ArrayList<>();
        for (Refused one : inOrder) {
            // What one action needs twice is needed twice; what several need once will do for all.
            List<Cure> own = one.own().stream().filter(cure -> !first.contains(cure) && !then.contains(cure)).toList();
            own.forEach(cure -> (cure.kind() == Cure.Kind.FIRST ? first : then).add(cure));
        }
        first.addAll(then);
        return List.copyOf(first);
    }

    private List<Cure> own() {
        List<Cure> own = Reasons.cures(playbook, seen, attempt).all();
        return own.isEmpty() ? Reasons.of(playbook, seen, attempt).stream().flatMap(reason -> reason.cures().stream()).toList() : own;
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
