package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.CompiledGuardrail;
import org.servicerecovery.playbook.CompiledRow;
import org.servicerecovery.verify.Backward.Leap;
import org.servicerecovery.verify.Joint.Change;

/** Puts the ways that were found into the words of the playbooks. */
final class Telling {
    private static final int WIDTH = 120;

    private Telling() {
    }

    static OneSided oneSided(SideBySide both, List<Leap> leaps, boolean byFirst) {
        List<PathStep> steps = new ArrayList<>();
        leaps.forEach(leap -> steps.add(step(both, leap, byFirst)));
        Leap last = leaps.get(leaps.size() - 1);
        return new OneSided(steps, refusing(both, last, !byFirst));
    }

    static Parting parting(SideBySide both, List<Leap> leaps) {
        List<PathStep> steps = new ArrayList<>();
        leaps.forEach(leap -> steps.add(step(both, leap, true)));
        Leap last = leaps.get(leaps.size() - 1);
        Transition row = last.joint().one().orElseThrow();
        Transition more = last.joint().other().orElseThrow();
        Set<Fact> ones = facts(both, last.halfway(), row, true);
        Set<Fact> others = facts(both, last.halfway(), more, false);
        Set<Fact> onlyFirst = new LinkedHashSet<>(ones);
        onlyFirst.removeAll(others);
        onlyFirst.retainAll(both.second.vocabulary().facts().all());
        others.removeAll(ones);
        others.retainAll(both.first.vocabulary().facts().all());
        return new Parting(steps, row.to(), more.to(), onlyFirst, others);
    }

    /** What holds of one of the cases after its row. */
    private static Set<Fact> facts(SideBySide both, BitSet halfway, Transition row, boolean ofFirst) {
        Set<Fact> facts = new LinkedHashSet<>();
        for (Fact fact : (ofFirst ? both.first : both.second).vocabulary().facts().all()) {
            if (halfway.get((ofFirst ? both.one : both.other).variable(fact))) {
                facts.add(fact);
            }
        }
        facts.removeAll(row.clears());
        facts.addAll(row.sets());
        return facts;
    }

    private static PathStep step(SideBySide both, Leap leap, boolean byFirst) {
        Transition row = (byFirst ? leap.joint().one() : leap.joint().other()).orElseThrow();
        BitSet chosen = chosen(both, leap);
        Set<Trait> traits = new LinkedHashSet<>();
        // The traits of both: a playbook sees those of an action that it knows.
        for (Trait trait : both.traits()) {
            if (chosen.get((byFirst ? both.one : both.other).variable(trait))) {
                traits.add(trait);
            }
        }
        return new PathStep(row.from(), row.step(), row.to(), row.id(), traits, told(leap, true), told(leap, false), List.of());
    }

    private static BitSet chosen(SideBySide both, Leap leap) {
        return both.sets.nearest(both.sets.and(leap.joint().action(), both.exactly(leap.before())), new BitSet());
    }

    private static Set<Fact> told(Leap leap, boolean comes) {
        BitSet changed = (BitSet) leap.before().clone();
        changed.xor(leap.halfway());
        return leap.joint().told().stream().filter(change -> change.comes() == comes && change.vars().intersects(changed))
            .map(Change::fact).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> refusing(SideBySide both, Leap last, boolean byFirst) {
        Moves moves = byFirst ? both.one : both.other;
        BitSet chosen = chosen(both, last);
        int place = last.joint().from();
        var cell = moves.at(byFirst ? SideBySide.first(place) : SideBySide.second(place),
            last.joint().one().or(last.joint()::other).orElseThrow().step());
        List<String> refusing = new ArrayList<>();
        int rows = Diagrams.EMPTY;
        for (CompiledRow row : cell.rows()) {
            rows = both.sets.or(rows, moves.condition(row.source().when()));
        }
        if (!both.sets.contains(both.sets.forget(rows, both.own(moves)), chosen)) {
            refusing.add(OneSided.NOT_HERE);
        }
        for (CompiledGuardrail rule : cell.refusing()) {
            if (!both.sets.contains(moves.obeyed(rule.source()), chosen)) {
                refusing.add(rule.source().id());
            }
        }
        return refusing;
    }

    static String numbered(List<PathStep> steps) {
        List<String> lines = new ArrayList<>();
        for (PathStep step : steps) {
            lines.add(wrapped(String.format("%4d. %s", lines.size() + 1, step)));
        }
        return String.join("\n", lines);
    }

    static String phrases(Collection<? extends Term> terms) {
        return terms.stream().map(Catalogue::phrase).sorted().collect(Collectors.joining(", "));
    }

    /** In lines that fit a page; what goes on is indented two further. */
    static String wrapped(String text) {
        int indent = text.length() - text.stripLeading().length() + 2;
        StringBuilder lines = new StringBuilder();
        String rest = text;
        while (rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH);
            cut = cut <= indent ? WIDTH : cut;
            lines.append(rest, 0, cut).append('\n');
            rest = " ".repeat(indent) + rest.substring(cut).strip();
        }
        return lines.append(rest).toString();
    }
}
