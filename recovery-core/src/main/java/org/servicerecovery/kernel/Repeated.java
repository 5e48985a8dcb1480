package org.servicerecovery.kernel;

import java.util.List;
import org.servicerecovery.model.CaseEvent;

/** The same command was accepted before; its outcome again, and nothing was written. */
public final class Repeated implements Decision {
    private final Permitted original;

    Repeated(Permitted original) {
        this.original = original;
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
        return original.advice();
    }

    @Override
    public List<CaseEvent> events() {
        return original.events();
    }

    @Override
    public String toString() {
        return "Repeated: " + original;
    }
}
