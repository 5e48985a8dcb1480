package org.servicerecovery.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;
import org.servicerecovery.verify.Enumeration.Configuration;
import org.servicerecovery.verify.Enumeration.Edge;

/**
 * What a proof has to find, by asking every configuration. A finding is one line: the property, and what is to blame where that
 * is certain, or the state that is shown and the fewest steps that lead there.
 */
final class Expected {
    private static final Set<RecoveryState> OWNED = EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP);
    private static final Set<RecoveryState> OPEN = EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP);
    /** These give up, begin anew, or tell what happened elsewhere: none is a way to recover a customer. */
    private static final Set<Step> NO_WAY = EnumSet.of(Step.REPORT_WITHDRAWAL, Step.CLOSE_AS_WITHDRAWN, Step.CLOSE_AS_REFERRED, Step.REOPEN,
        Step.ADOPT, Step.ABSORB, Step.CORRECT);
    private static final Condition UNOWNED = new Condition(Set.of(), Set.of(Facts.OWNER_NAMED));
    /** What a case owes; only the last of its kind, an end, or who begins anew or passes it on with a record makes it vanish. */
    private static final Set<Fact> DUTIES = Set.of(Facts.FOLLOW_UP_SET, Facts.PROMISE_OPEN, Facts.DELIVERY_CHECK_OPEN, Facts.CHECK_BACK_SET,
        Facts.BAD_NEWS_OWED, Facts.ISSUE_OPEN);
    private static final Set<Step> SETTLING = EnumSet.of(Step.REOPEN, Step.HAND_OVER_PROMISES, Step.MERGE);
    private static final String WAIVED = " with a waiver";

    private final PlaybookDefinition definition;
    private final Enumeration all;
    private final Map<Configuration, List<Edge>> onward;
    private final Set<String> lines = new TreeSet<>();

    private Expected(Enumeration all) {
        this.all = all;
        this.onward = all.edges().stream().collect(Collectors.groupingBy(Edge::before));
        this.definition = all.definition();
    }

    /** Everything that is wrong with a playbook in a team, whether somebody waives what can be waived or nobody does. */
    static Set<String> findings(Enumeration all, Enumeration waived, List<Property> properties) {
        Expected expected = new Expected(all);
        Map<String, Integer> safety = expected.safety();
        safety.forEach(expected::line);
        Map<String, Integer> more = new Expected(waived).safety();
        more.keySet().removeAll(safety.keySet());
        more.forEach((what, steps) -> expected.line(what + WAIVED, steps));
        expected.rowsHappen();
        expected.recoverable();
        expected.deadlinesCanBeMet();
        expected.guardrailsBite();
        expected.factsAreUsed();
        expected.duplicatesAreAbsorbed();
        expected.refusalsHaveCures();
        for (Property property : properties) {
            expected.shown(property.name() + " in " + property.in(), expected.first(property.in(), property.never()));
        }
        return expected.lines;
    }

    /** The line for something that the proof found. */
    static String line(Finding finding) {
        if (finding.path().isEmpty()) {
            // What stands in the way of a recovery is told besides.
            return plain(finding.property(), finding.property().equals("recoverable") ? List.of() : finding.blame());
        }
        PathStep last = finding.path().get(finding.path().size() - 1);
        String waived = finding.sentence().endsWith(" It takes a waiver.") ? WAIVED : "";
        return finding.property() + switch (finding.property()) {
            case "end-implies" -> finding.blame() + finding.sentence().replaceAll("^.* under (\"[^\"]*\").*$", "$1") + " in " + last.to();
            case "reopened-with-owner" -> finding.blame() + " in " + last.to();
            case "duty-never-lost" -> finding.blame() + finding.sentence().replaceAll("^.* vanish: ([^.]*)\\..*$", "$1") + " in " + last.from();
            default -> " in " + last.to();
        } + waived + " after " + finding.path().size();
    }

    private static String plain(String property, List<String> blame) {
        return property + blame;
    }

    private void line(String what, int steps) {
        // Two cells may stand in the same column; a finding's sentence does not tell when they apply.
        String said = what.replaceAll(" when .* in ", " in ");
        lines.add(steps == 0 ? plain(said.replaceAll(" in .*", ""), List.of()) : said + " after " + steps);
    }

    private void shown(String what, OptionalInt steps) {
        steps.ifPresent(fewest -> line(what, fewest));
    }

    /** What goes wrong, and the fewest steps to it. */
    private Map<String, Integer> safety() {
        Map<String, Integer> wrong = new TreeMap<>();
        for (RecoveryState state : OWNED) {
            first(state, UNOWNED).ifPresent(steps -> wrong.put("owner-never-lost in " + state, steps));
        }
        for (EndsTable.Cell cell : EndsTable.cells()) {
            through(row -> row.to() == cell.end() && !row.from().isEnd(), edge -> misses(cell, edge.after())).forEach((row, steps) ->
                wrong.put("end-implies" + List.of(row.id()) + "\"" + cell.column() + "\"" + (cell.when().equals(Condition.ALWAYS) ? ""
                : " when " + cell.when()) + " in " + cell.end(), steps));
        }
        through(row -> row.step() == Step.REOPEN, edge -> meets(edge.after(), UNOWNED)).forEach((row, steps) ->
            wrong.put("reopened-with-owner" + List.of(row.id()) + " in " + row.to(), steps));
        for (Fact duty : DUTIES) {
            through(row -> row.clears().contains(duty) && !settles(row), edge -> edge.before().facts().contains(duty)).forEach((row, steps) ->
                wrong.put("duty-never-lost" + List.of(row.id()) + Catalogue.phrase(duty) + " in " + row.from(), steps));
        }
        return wrong;
    }

    /** That the customer is let down once more is no way to recover him. */
    static boolean setback(Transition row) {
        return row.step().isReport() && row.to().compareTo(row.from()) < 0;
    }

    private static boolean settles(Transition row) {
        return SETTLING.contains(row.step()) || row.from().isEnd() || row.to().isEnd()
            || row.when().present().stream().anyMatch(term -> term.name().startsWith("LAST_"));
    }

    /** By row, the fewest steps to something wrong, this row's included. */
    private Map<Transition, Integer> through(Predicate<Transition> last, Predicate<Edge> wrong) {
        Map<Transition, Integer> steps = new LinkedHashMap<>();
        all.edges().stream().filter(edge -> last.test(edge.row()) && wrong.test(edge))
            .forEach(edge -> steps.merge(edge.row(), all.depth(edge.before()) + 1, Math::min));
        return steps;
    }

    private boolean misses(EndsTable.Cell cell, Configuration end) {
        Stream<Term> read = Stream.concat(terms(cell.when()), cell.anyOf().stream().flatMap(Expected::terms));
        return all.worlds(end, read).stream().anyMatch(facts -> holds(cell.when(), facts)
            && cell.anyOf().stream().noneMatch(condition -> holds(condition, facts)));
    }

    private boolean meets(Configuration at, Condition condition) {
        return all.worlds(at, terms(condition)).stream().anyMatch(facts -> holds(condition, facts));
    }

    private OptionalInt first(RecoveryState state, Condition never) {
        return all.depth(at -> at.state() == state && meets(at, never));
    }

    private void rowsHappen() {
        Set<Transition> taken = all.edges().stream().map(Edge::row).collect(Collectors.toSet());
        for (RecoveryState state : RecoveryState.values()) {
            List<Transition> rows = definition.transitions().stream().filter(row -> row.from() == state && row.step() != Step.MERGE).toList();
            if (all.reached().stream().noneMatch(at -> at.state() == state)) {
                if (!rows.isEmpty()) {
                    lines.add(plain("every-state-happens", definition.transitions().stream().filter(row -> row.to() == state && row.from() != state)
                        .map(Transition::id).toList()));
                }
            } else {
                rows.stream().filter(row -> !taken.contains(row)).forEach(row -> lines.add(plain("every-row-happens", List.of(row.id()))));
            }
        }
    }

    private void recoverable() {
        Set<Configuration> good = all.reached().stream().filter(at -> at.state() == RecoveryState.RECOVERED)
            .collect(Collectors.toCollection(HashSet::new));
        boolean grew = true;
        while (grew) {
            grew = all.edges().stream().filter(edge -> good.contains(edge.after()) && !NO_WAY.contains(edge.row().step()) && !setback(edge.row()))
                .map(Edge::before).filter(good::add).count() > 0;
        }
        for (RecoveryState state : OPEN) {
            shown("recoverable in " + state, all.depth(at -> at.state() == state && !good.contains(at)));
        }
    }

    /** After some start there is a way to something that meets it; what starts and meets it in one step does not count. */
    private void deadlinesCanBeMet() {
        for (Deadline deadline : definition.deadlines()) {
            Set<Configuration> started = all.edges().stream().filter(edge -> fires(deadline.startsOn(), edge)).map(Edge::after)
                .collect(Collectors.toCollection(HashSet::new));
            Deque<Configuration> waiting = new ArrayDeque<>(started);
            boolean met = false;
            while (!waiting.isEmpty() && !met) {
                for (Edge edge : onward.getOrDefault(waiting.remove(), List.of())) {
                    met |= fires(deadline.metBy(), edge);
                    if (started.add(edge.after())) {
                        waiting.add(edge.after());
                    }
                }
            }
            if (deadline.duty().isEmpty() && !met) {
                lines.add(plain("deadline-can-be-met", List.of(deadline.id())));
            }
        }
    }

    private static boolean fires(Set<Trigger> triggers, Edge edge) {
        return triggers.stream().anyMatch(trigger -> trigger instanceof Trigger.Taken taken && taken.step() == edge.row().step()
            || trigger instanceof Trigger.Becomes becomes && changes(edge, becomes.fact(), true)
            || trigger instanceof Trigger.Ceases ceases && changes(edge, ceases.fact(), false));
    }

    private static boolean changes(Edge edge, Fact fact, boolean holds) {
        return edge.before().facts().contains(fact) != holds && edge.after().facts().contains(fact) == holds;
    }

    private void guardrailsBite() {
        for (Guardrail rule : definition.guardrails()) {
            if (all.level(rule) != Level.OFF && !outside(rule) && !bites(rule)) {
                lines.add(plain("every-guardrail-bites", List.of(rule.id())));
            }
        }
    }

    /** A merged duplicate takes nothing any more, and the search leaves it out. */
    private static boolean outside(Guardrail rule) {
        return rule.bars().equals(Set.of(Facts.MERGED));
    }

    private boolean bites(Guardrail rule) {
        return all.reached().stream().filter(at -> rule.states().contains(at.state()))
            .anyMatch(at -> all.traits().stream().anyMatch(some -> Plainly.violated(rule, at.facts(), some)));
    }

    /** The guardrails that never refuse alone what a row would take. */
    static Set<String> implied(Enumeration all) {
        return all.definition().guardrails().stream().filter(rule -> rule.level() == Level.REFUSE && !new Expected(all).decidesAlone(rule))
            .map(Guardrail::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean decidesAlone(Guardrail rule) {
        Predicate<Configuration> alone = at -> rule.watches().stream().anyMatch(step -> {
            List<Transition> rows = definition.transitions().stream().filter(row -> row.from() == at.state() && row.step() == step).toList();
            List<Guardrail> refusing = all.refusing(at.state(), step);
            return all.traits().stream().anyMatch(some -> rows.stream().anyMatch(row -> Plainly.holds(row.when(), at.facts(), some))
                && refusing.stream().filter(other -> Plainly.violated(other, at.facts(), some)).toList().equals(List.of(rule)));
        });
        return all.reached().stream().filter(at -> rule.states().contains(at.state())).anyMatch(alone);
    }

    /** What a duplicate owed must have somewhere to go, wherever the original stands. */
    private void duplicatesAreAbsorbed() {
        List<String> merging = definition.transitions().stream().filter(row -> row.step() == Step.MERGE).map(Transition::id).toList();
        boolean everywhere = OWNED.stream().allMatch(state -> definition.transitions().stream()
            .anyMatch(row -> row.step() == Step.ABSORB && row.from() == state));
        if (!merging.isEmpty() && !everywhere) {
            lines.add(plain("duty-never-lost", merging));
        }
    }

    /** A host's fact that only stands in the list of words is a mistake. */
    private void factsAreUsed() {
        Set<Term> set = new HashSet<>(all.takes(Step.RECORD_FACT) || all.takes(Step.ADOPT) ? definition.hostFacts() : List.of());
        Set<Term> read = new LinkedHashSet<>();
        for (Transition row : definition.transitions()) {
            set.addAll(row.sets());
            terms(row.when()).forEach(read::add);
        }
        for (Guardrail rule : definition.guardrails()) {
            Stream.of(terms(rule.when()), rule.needsAll().stream(), rule.needsAny().stream(), rule.bars().stream()).flatMap(terms -> terms)
                .forEach(read::add);
        }
        List<Trigger> triggers = new ArrayList<>();
        definition.deadlines().forEach(deadline -> Stream.of(deadline.startsOn(), deadline.metBy(), deadline.voidedBy()).forEach(triggers::addAll));
        for (Fact fact : definition.hostFacts()) {
            boolean needed = read.contains(fact) || triggers.contains(new Trigger.Becomes(fact)) || triggers.contains(new Trigger.Ceases(fact));
            if (!set.contains(fact) || !needed) {
                lines.add(plain("every-fact-is-used", List.of(fact.name())));
            }
        }
    }

    /** A refusal that names no other step can be cured: something brings what it needs and takes away what it bars. */
    private void refusalsHaveCures() {
        for (Guardrail rule : definition.guardrails()) {
            boolean curable = rule.needsAll().stream().allMatch(term -> can(term, true))
                && (rule.needsAny().isEmpty() || rule.needsAny().stream().anyMatch(term -> can(term, true)))
                && (outside(rule) || rule.bars().stream().allMatch(term -> can(term, false)));
            if (all.level(rule) == Level.REFUSE && rule.instead().isEmpty() && !curable) {
                lines.add(plain("every-refusal-has-a-cure", List.of(rule.id())));
            }
        }
    }

    private boolean can(Term term, boolean holds) {
        return !(term instanceof Fact fact) || all.edges().stream().anyMatch(edge -> changes(edge, fact, holds));
    }

    private static Stream<Term> terms(Condition condition) {
        return Stream.concat(condition.present().stream(), condition.absent().stream());
    }

    private static boolean holds(Condition condition, Set<Fact> facts) {
        return Plainly.holds(condition, facts, Set.of());
    }
}
