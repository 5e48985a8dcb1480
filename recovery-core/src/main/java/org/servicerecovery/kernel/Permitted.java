package org.servicerecovery.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.Playbook;

/** It may be done, or was done. */
public final class Permitted implements Decision {
    /** Null if it is not at hand any more. */
    private final Playbook playbook;
    private final RecoveryCase before;
    private final RecoveryCase after;
    /** The one event, as nearly always, or null if there are several: a list would cost as much as the event. */
    private final CaseEvent event;
    private final List<CaseEvent> events;

    Permitted(Playbook playbook, RecoveryCase before, RecoveryCase after, CaseEvent event) {
        this.playbook = playbook;
        this.before = before;
        this.after = after;
        this.event = event;
        this.events = null;
    }

    Permitted(Playbook playbook, RecoveryCase before, RecoveryCase after, List<CaseEvent> events) {
        this.playbook = playbook;
        this.before = before;
        this.after = after;
        this.event = null;
        this.events = events;
    }

    @Override
    public boolean isPermitted() {
        return true;
    }

    @Override
    public List<Reason> reasons() {
        return List.of();
    }

    @Override
    public List<Reason> advice() {
        List<Reason> advice = new ArrayList<>();
        RecoveryCase seen = before;
        for (CaseEvent next : events()) {
            for (String id : next.advised()) {
                if (playbook == null) {
                    advice.add(Reasons.unknown(id, next));
                    continue;
                }
                RecoveryCase judged = seen.in(playbook.vocabulary());
                for (CompiledGuardrail rule : playbook.cell(seen.data().team(), seen.state(), next.step()).telling()) {
                    if (rule.source().id().equals(id)) {
                        advice.add(Reasons.violation(playbook, rule, judged, next.step(), next.traits(),
                            new Cures(playbook, judged, next.step(), next.traits(), Set.of(), Set.of(id))));
                    }
                }
            }
            seen = Kernel.evolve(seen, next);
        }
        return List.copyOf(advice);
    }

    @Override
    public List<CaseEvent> events() {
        return event != null ? List.of(event) : events;
    }

    @Override
    public String toString() {
        return "Permitted " + events().stream().map(CaseEvent::step).toList() + (advice().isEmpty() ? "" : ", advised by "
            + advice().stream().map(Reason::rule).toList());
    }

    /**
     * The case before.
     *
     * @return the snapshot that was judged
     */
    public RecoveryCase before() {
        return before;
    }

    /**
     * The case afterwards.
     *
     * @return the snapshot that was, or would be, written
     */
    public RecoveryCase after() {
        return after;
    }
}
