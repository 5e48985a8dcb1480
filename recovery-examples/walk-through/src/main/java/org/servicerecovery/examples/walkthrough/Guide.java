package org.servicerecovery.examples.walkthrough;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.examples.walkthrough.CaseFile.Goal;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;

/** Tells what leads on: what makes a refused attempt permitted, and the shortest way to a goal. */
final class Guide {
    private final Page page;
    /** Steps with how they are to be done, told since it last began: nobody needs to read that twice. */
    private final Set<String> told = new HashSet<>();
    private int number;

    Guide(Page page) {
        this.page = page;
    }

    void begin() {
        told.clear();
    }

    /** The way to a permitted attempt, in order; of several actions those that were in order come before those that were refused. */
    void cures(List<Step> attempted, Decision decision) {
        begin();
        List<Cure> cures = decision.cures();
        Set<Cure> first = cures.stream().filter(cure -> cure.kind() == Cure.Kind.FIRST).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Cure> again = cures.stream().filter(cure -> cure.kind() == Cure.Kind.WITH || cure.kind() == Cure.Kind.WITHOUT).toList();
        Set<Step> refused = decision.reasons().stream().map(Reason::step).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!first.isEmpty() || !again.isEmpty()) {
            page.text("    ", "To be permitted:");
            number = 0;
            List<Step> unharmed = attempted.stream().takeWhile(step -> !refused.contains(step)).distinct().toList();
            if (!first.isEmpty() && !unharmed.isEmpty()) {
                step("on " + (unharmed.size() == 1 ? "its" : "their") + " own, as before: " + phrases(unharmed, "; "), "");
            }
            first.forEach(cure -> step(named(cure.step(), Catalogue.phrases(cure.facts(), ", "), cure.times(), cure.or()),
                Catalogue.manner(cure.traits())));
            byManner(refused, again).forEach((manner, steps) -> step((number == 0 ? "again: " : "then again: ") + phrases(steps, "; "), manner));
        } else if (decision.reasons().stream().noneMatch(reason -> reason.kind() == Reason.Kind.WAIVER)) {
            page.text("    ", "Nothing makes it permitted on this case any more.");
        }
        List<Step> instead = decision.reasons().stream().flatMap(reason -> reason.cures().stream()).filter(cure -> cure.kind() == Cure.Kind.INSTEAD)
            .map(Cure::step).filter(step -> first.stream().noneMatch(cure -> cure.step() == step)).distinct().toList();
        page.text("    ", instead.isEmpty() ? "" : "Instead: " + phrases(instead, ", or "));
    }

    /** How each refused step is to be tried again; those to which the same applies together. */
    private static Map<String, List<Step>> byManner(Set<Step> refused, List<Cure> again) {
        Map<String, List<Step>> byManner = new LinkedHashMap<>();
        for (Step step : refused) {
            String manner = again.stream().filter(cure -> cure.step() == step)
                .map(cure -> (cure.kind() == Cure.Kind.WITHOUT ? "but not: " : "") + Catalogue.manner(cure.traits())).distinct()
                .collect(Collectors.joining(", "));
            byManner.computeIfAbsent(manner, any -> new ArrayList<>()).add(step);
        }
        return byManner;
    }

    /** What can be done next, as long as the case stays where it is and the round lasts, in full; the rest by its names. */
    void plan(Goal goal, Plan plan) {
        String where = goal.state().map(state -> state == RecoveryState.RECOVERED ? "a recovered customer" : state.name())
            .orElseGet(() -> "where " + Catalogue.phrases(goal.facts(), ", and "));
        if (plan.outcome() != Plan.Outcome.FOUND) {
            page.text("    ", "The way to " + where + ": " + plan + ".");
            return;
        }
        page.text("    ", "The shortest way to " + where + ": " + count(plan.length(), "step") + " in " + count(plan.contacts().size(), "round")
            + ".");
        number = 0;
        String when = "Next";
        for (List<PlanStep> round : plan.contacts()) {
            for (List<PlanStep> stretch : stretches(round)) {
                String what = when + ", while it is " + stretch.get(0).in() + ":";
                if (number == 0) {
                    page.text("    ", what);
                    stretch.forEach(step -> step(named(step), Catalogue.manner(step.traits())));
                } else {
                    page.text("    ", what + " " + stretch.stream().map(Guide::named).collect(Collectors.joining("; ")));
                }
                when = "Then";
            }
            when = "In another round";
        }
    }

    /** A round, parted where the case goes on to another state. */
    private static List<List<PlanStep>> stretches(List<PlanStep> round) {
        List<List<PlanStep>> stretches = new ArrayList<>();
        for (PlanStep step : round) {
            List<PlanStep> last = stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
            if (last.isEmpty() || last.get(0).in() != step.in()) {
                last = new ArrayList<>();
                stretches.add(last);
            }
            last.add(step);
        }
        return stretches;
    }

    private void step(String named, String manner) {
        number++;
        boolean known = !manner.isEmpty() && !told.add(named + manner);
        page.text("      ", number + ". " + named + (known ? " (as above)" : ""));
        page.text("           ", known ? "" : manner);
    }

    /** A row's variant says what the absence of traits means: the mood is read, and it is calm. */
    private static String named(PlanStep step) {
        String[] row = step.row().split("/");
        boolean variant = step.step().isReport() && step.traits().isEmpty() && row.length > 2;
        return named(step.step(), Catalogue.phrases(step.facts(), ", "), step.times(), step.alternatives())
            + (variant ? " (" + Words.plain(row[2]) + ")" : "");
    }

    private static String named(Step step, String facts, int times, List<Step> or) {
        return (step.isReport() && step != Step.REPORT_MOOD ? "wait, and " : "") + Catalogue.phrase(step) + (facts.isEmpty() ? "" : ": " + facts)
            + (times == 1 ? "" : ", " + times + " times") + (or.isEmpty() ? "" : " (or " + phrases(or, ", or ") + ")");
    }

    private static String phrases(List<Step> steps, String join) {
        return steps.stream().map(Catalogue::phrase).collect(Collectors.joining(join));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
