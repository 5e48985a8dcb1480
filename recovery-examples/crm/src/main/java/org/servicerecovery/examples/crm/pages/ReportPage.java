package org.servicerecovery.examples.crm.pages;

import java.util.List;
import org.servicerecovery.figures.Spread;

/** What the report shows: each list is a table, and a chart is drawn from it. */
public record ReportPage(long cases, long open, long ended, String recoveredShare, long reopened, List<Count> ends, List<Wait> waits,
                         List<Rule> rules, List<Cause> causes, long noneFound) {
    public ReportPage {
        ends = List.copyOf(ends);
        waits = List.copyOf(waits);
        rules = List.copyOf(rules);
        causes = List.copyOf(causes);
    }

    /** How many cases stand at an end. */
    public record Count(String label, long count) {
    }

    /** How long customers waited. */
    public record Wait(String label, Spread spread) {
    }

    /** How often a rule refused, advised, and was waived. */
    public record Rule(String id, String sentence, long refused, long advised, long waived) {
    }

    /** A root cause, and which share of all it makes with those before it, in per cent. */
    public record Cause(String name, long count, long upToHere) {
    }
}
