package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Transition;

/** What two playbooks' definitions differ in, read off without any search. */
final class Definitions {
    private final PlaybookDefinition first;
    private final PlaybookDefinition second;

    Definitions(PlaybookDefinition first, PlaybookDefinition second) {
        this.first = first;
        this.second = second;
    }

    IdChanges rows() {
        return IdChanges.between(first.transitions(), second.transitions(), Transition::id);
    }

    IdChanges deadlines() {
        return IdChanges.between(sourceless(first), sourceless(second), Deadline::id);
    }

    private static List<Deadline> sourceless(PlaybookDefinition definition) {
        return definition.deadlines().stream().map(clock -> new Deadline(clock.id(), clock.startsOn(), clock.metBy(), clock.voidedBy(),
            clock.duty(), clock.length(), clock.calendar(), clock.pausedWhile(), clock.recurs(), clock.ladder(), clock.survivesEnd(),
            clock.means(), List.of("-"))).toList();
    }

    List<LevelChange> levels() {
        Map<String, Guardrail> now = new LinkedHashMap<>();
        second.guardrails().forEach(rule -> now.put(rule.id(), rule));
        Set<String> teams = new TreeSet<>(first.teamLevels().keySet());
        teams.addAll(second.teamLevels().keySet());
        List<LevelChange> changes = new ArrayList<>();
        for (String team : teams) {
            Map<String, Level> ones = first.teamLevels().getOrDefault(team, Map.of());
            Map<String, Level> others = second.teamLevels().getOrDefault(team, Map.of());
            for (Guardrail rule : first.guardrails()) {
                boolean own = ones.containsKey(rule.id()) || others.containsKey(rule.id());
                if (own && now.containsKey(rule.id())) {
                    Level before = ones.getOrDefault(rule.id(), rule.level());
                    Level after = others.getOrDefault(rule.id(), now.get(rule.id()).level());
                    if (before != after) {
                        changes.add(new LevelChange(team, rule.id(), before, after));
                    }
                }
            }
        }
        return changes;
    }

    List<String> settings() {
        List<String> lines = new ArrayList<>();
        var before = first.settings();
        var now = second.settings();
        changed(lines, "recovery mood", before.recoveryMood(), now.recoveryMood());
        changed(lines, "open questions", before.openQuestions(), now.openQuestions());
        changed(lines, "attempts", before.attempts(), now.attempts());
        changed(lines, "appreciation threshold", before.appreciationThreshold().stripTrailingZeros().toPlainString(),
            now.appreciationThreshold().stripTrailingZeros().toPlainString());
        Map<RecoveryState, Set<Fact>> states = new EnumMap<>(RecoveryState.class);
        states.putAll(first.standing());
        states.putAll(second.standing());
        for (RecoveryState state : states.keySet()) {
            changed(lines, "standing in " + state, names(first.standing().getOrDefault(state, Set.of())),
                names(second.standing().getOrDefault(state, Set.of())));
        }
        changed(lines, "the host's facts", names(first.hostFacts()), names(second.hostFacts()));
        changed(lines, "the host's traits", names(first.hostTraits()), names(second.hostTraits()));
        return lines;
    }

    private static void changed(List<String> lines, String what, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            lines.add(what + ": " + before + ", now " + now);
        }
    }

    private static String names(Collection<? extends Term> terms) {
        return terms.isEmpty() ? "none" : String.join(", ", terms.stream().map(Term::name).sorted().toList());
    }

    /** The facts that the rows and guardrails read or set which only one of the playbooks has in that form. */
    Set<String> facts() {
        Set<Term> terms = new HashSet<>();
        apart(first.transitions(), second.transitions()).forEach(row -> {
            add(terms, row.when());
            terms.addAll(row.sets());
            terms.addAll(row.clears());
        });
        apart(first.guardrails(), second.guardrails()).forEach(rule -> {
            add(terms, rule.when());
            terms.addAll(rule.needsAll());
            terms.addAll(rule.needsAny());
            terms.addAll(rule.bars());
        });
        Set<String> names = new TreeSet<>();
        terms.stream().filter(Fact.class::isInstance).forEach(fact -> names.add(fact.name()));
        return names;
    }

    private static void add(Set<Term> terms, Condition condition) {
        terms.addAll(condition.present());
        terms.addAll(condition.absent());
    }

    private static <T> Stream<T> apart(List<T> first, List<T> second) {
        return Stream.concat(first.stream().filter(item -> !second.contains(item)), second.stream().filter(item -> !first.contains(item)));
    }
}
