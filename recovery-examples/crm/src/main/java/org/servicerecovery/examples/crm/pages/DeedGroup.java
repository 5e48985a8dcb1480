package org.servicerecovery.examples.crm.pages;

import java.util.List;

/** The steps under one heading. */
public record DeedGroup(Theme theme, List<Deed> open, List<Deed> closed) {
    public DeedGroup {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** Whether one of its steps is to be seen at once. */
    public boolean unfolded(Typed typed) {
        return closedUnfolded(typed) || open.stream().anyMatch(deed -> typed.isIn(deed.id()));
    }

    /** Likewise, one of the closed ones. */
    public boolean closedUnfolded(Typed typed) {
        return closed.stream().anyMatch(deed -> deed.told() || typed.isIn(deed.id()));
    }

    /** Whether the next step of the way is in it. */
    public boolean isNext(List<List<PlanLine>> plan) {
        return !plan.isEmpty() && open.stream().anyMatch(deed -> plan.get(0).get(0).place().equals("#" + deed.id()));
    }
}
