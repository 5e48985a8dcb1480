package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.Report;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.figures.Spread;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of all cases. They name no customer. */
@RestController
@RequestMapping(path = Paths.REPORT, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Report")
class ReportApi {
    private final Cases cases;

    ReportApi(Cases cases) {
        this.cases = cases;
    }

    /** The report. */
    @Schema(name = "Report", description = "Figures over all cases. What was never measured is left out.")
    record ReportResource(
        @Schema(description = "How many cases there are.") long cases,
        @Schema(description = "Those that are under way.") long open,
        @Schema(description = "How many stand at each end.") Map<String, Long> ends,
        @Schema(description = "How long customers waited for a person's first response.") Times firstResponse,
        @Schema(description = "How long it took to recover them.") Times recovery,
        @Schema(description = "Attempts that each rule refused, the busiest first.") List<Refusals> refused,
        @Schema(description = "Entries that each rule advised against or was waived for.") List<Advice> advised,
        @Schema(description = "Deadlines that were missed, the most frequent first.") List<Missed> missed,
        @Schema(description = "Root causes, the most frequent first.") List<Cause> rootCauses) {

        private static ReportResource of(Report report) {
            RecoveryFigures figures = report.figures();
            Map<String, Long> ends = new TreeMap<>();
            figures.ends().counts().forEach((end, count) -> ends.put(end.name(), count));
            return new ReportResource(figures.cases(), figures.ends().open(), ends, Times.of(figures.times().firstResponse()),
                Times.of(figures.times().recovery()), report.refused().stream().map(rule -> new Refusals(rule.rule(), rule.attempts())).toList(),
                figures.rules().byRule().stream().filter(rule -> rule.advised() + rule.waived() > 0)
                    .map(rule -> new Advice(rule.rule(), rule.advised(), rule.waived())).toList(),
                figures.breaches().stream().map(breach -> new Missed(breach.deadline(), breach.count(), breach.cases())).toList(), Cause.of(figures));
        }
    }

    /** How long something took. */
    @Schema(name = "Times", description = "How long something took, in seconds.")
    record Times(@Schema(description = "Cases in which it has happened.") long measured,
                 @Schema(description = "Cases in which it has not happened so far.") long without,
                 Long median, @Schema(description = "What nine in ten do not exceed.") Long ninetieth, Long longest) {
        private static Times of(Spread spread) {
            return new Times(spread.measured(), spread.without(), seconds(spread.median()), seconds(spread.ninetieth()), seconds(spread.longest()));
        }

        private static Long seconds(Optional<Duration> time) {
            return time.map(Duration::toSeconds).orElse(null);
        }
    }

    /** What one rule refused. */
    @Schema(name = "Refusals", description = "How often one rule refused.")
    record Refusals(String rule, long attempts) {
    }

    /** What one rule advised against. */
    @Schema(name = "Advice", description = "How often one rule advised against an entry, or was waived.")
    record Advice(String rule, long advised, long waived) {
    }

    /** One deadline that was missed. */
    @Schema(name = "Missed", description = "How often one deadline was missed, and in how many cases.")
    record Missed(String deadline, long count, long cases) {
    }

    /** One root cause. */
    @Schema(name = "RootCause", description = "One root cause, with the share of all entries that it and those before it make (Pareto).")
    record Cause(String name, long count, long cases, @Schema(description = "0 to 1.") double cumulative) {
        private static List<Cause> of(RecoveryFigures figures) {
            long[] sofar = {0};
            return figures.rootCauses().ranked().stream().map(cause -> {
                sofar[0] += cause.share().count();
                return new Cause(cause.name(), cause.share().count(), cause.cases(), (double) sofar[0] / cause.share().of());
            }).toList();
        }
    }

    @GetMapping
    @Operation(summary = "Figures of all cases")
    ReportResource report() {
        return ReportResource.of(cases.report());
    }
}
