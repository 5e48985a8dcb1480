package org.servicerecovery.examples.crm.cases;

import java.util.List;
import org.servicerecovery.figures.RecoveryFigures;

/** The figures of all cases, and how often each rule refused somebody, the busiest first. */
public record Report(RecoveryFigures figures, List<RefusedBy> refused) {
    public Report {
        refused = List.copyOf(refused);
    }

    /** How many attempts a rule refused, alone or with others. */
    public record RefusedBy(String rule, long attempts) {
    }
}
