package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.Report;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.figures.RootCauses;
import org.servicerecovery.figures.Rules;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The report over all cases. */
@Controller
class ReportController {
    private static final int MOST_RULES = 12;
    private static final long WHOLE = 100;
    private final Cases cases;
    private final Playbook playbook;

    ReportController(Cases cases, RecoveryDesk desk) {
        this.cases = cases;
        this.playbook = desk.playbook();
    }

    @GetMapping("/report")
    String report(Person person, Model model) {
        model.addAttribute("me", person).addAttribute("report", page(cases.report()));
        return "report";
    }

    private ReportPage page(Report report) {
        RecoveryFigures figures = report.figures();
        List<ReportPage.Count> ends = figures.ends().counts().entrySet().stream()
            .map(end -> new ReportPage.Count(Labels.of(end.getKey()), end.getValue())).toList();
        List<ReportPage.Wait> waits = List.of(new ReportPage.Wait("First response by a person", figures.times().firstResponse()),
            new ReportPage.Wait("Somebody owns the case", figures.times().ownership()),
            new ReportPage.Wait("Customer recovered", figures.times().recovery()));
        return new ReportPage(figures.cases(), figures.ends().open(), figures.ends().ended(),
            figures.ends().share(RecoveryState.RECOVERED).toString(), figures.ends().reopenedOnce() + figures.ends().reopenedOften(), ends, waits,
            rules(report), causes(figures.rootCauses()), figures.rootCauses().noneFound());
    }

    /** Refusals come from the CRM's own count, advice and waivers from the histories. */
    private List<ReportPage.Rule> rules(Report report) {
        Map<String, Long> refused = new LinkedHashMap<>();
        report.refused().forEach(one -> refused.put(one.rule(), one.attempts()));
        Map<String, Rules.ByRule> written = new LinkedHashMap<>();
        report.figures().rules().byRule().forEach(one -> written.put(one.rule(), one));
        Set<String> ids = new TreeSet<>(refused.keySet());
        ids.addAll(written.keySet());
        List<ReportPage.Rule> rules = new ArrayList<>();
        for (String id : ids) {
            Rules.ByRule by = written.getOrDefault(id, new Rules.ByRule(id, 0, 0, 0, 0));
            rules.add(new ReportPage.Rule(id, why(id), refused.getOrDefault(id, 0L), by.advised(), by.waived()));
        }
        rules.sort(Comparator.comparingLong((ReportPage.Rule rule) -> rule.refused())
            .thenComparingLong(rule -> rule.advised() + rule.waived()).reversed());
        return rules.subList(0, Math.min(MOST_RULES, rules.size()));
    }

    private String why(String id) {
        return switch (id) {
            case Reason.NOT_HERE -> "The procedure has no such step there and then.";
            case Reason.WAIVER -> "A waiver was asked for that could not be had.";
            default -> playbook.definition().guardrails().stream().filter(rule -> rule.id().equals(id)).map(Guardrail::why).findFirst().orElse(id);
        };
    }

    private static List<ReportPage.Cause> causes(RootCauses recorded) {
        List<ReportPage.Cause> causes = new ArrayList<>();
        long sum = 0;
        for (RootCauses.Cause cause : recorded.ranked()) {
            sum += cause.share().count();
            causes.add(new ReportPage.Cause(Labels.sentence(cause.name()), cause.share().count(), WHOLE * sum / cause.share().of()));
        }
        return causes;
    }
}
