package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/**
 * The standard playbook on somebody's desk, to be changed as a host would change it. What names a row or a rule that is not
 * there is a mistake of the test. It becomes a playbook without laws and proof: these are what is tried.
 */
final class Draft {
    private final PlaybookDefinition standard = Playbooks.standard().definition();
    private final List<Fact> facts = new ArrayList<>(standard.hostFacts());
    private final List<Transition> rows = new ArrayList<>(standard.transitions());
    private final Map<String, Guardrail> rules = new LinkedHashMap<>();
    private final List<Deadline> deadlines = new ArrayList<>(standard.deadlines());
    private final Map<String, Map<String, Level>> levels = new TreeMap<>();
    private final Map<RecoveryState, Set<Fact>> standing = new TreeMap<>(standard.standing());

    private Draft() {
        standard.guardrails().forEach(rule -> rules.put(rule.id(), rule));
    }

    static Draft ofStandard() {
        return new Draft();
    }

    Playbook playbook(String name) {
        // What watches whole families of steps watches those that are left, as in the builder.
        Set<Step> taken = new LinkedHashSet<>();
        rows.forEach(row -> taken.add(row.step()));
        List<Guardrail> watching = rules.values().stream().filter(rule -> rule.watches().stream().anyMatch(taken::contains))
            .map(rule -> rule.watching(rule.watches().stream().filter(taken::contains).collect(Collectors.toCollection(LinkedHashSet::new))))
            .toList();
        return Playbook.build(new PlaybookDefinition(name, "1", facts, standard.hostTraits(), standard.settings(), rows, watching, deadlines, levels,
            standing), playbook -> List.of());
    }

    private static <T> Set<T> joined(Set<T> some, List<T> others) {
        Set<T> joined = new LinkedHashSet<>(some);
        joined.addAll(others);
        return joined;
    }

    private static <T> Set<T> without(Set<T> some, List<T> others) {
        Set<T> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return rest;
    }

    // Rows

    Rows on(Step step) {
        return new Rows(row -> row.step() == step);
    }

    Rows row(String id) {
        return new Rows(row -> row.id().equals(id));
    }

    Draft adds(Collection<Transition> more) {
        rows.addAll(more);
        return this;
    }

    /** Some rows of the draft. */
    final class Rows {
        private final Predicate<Transition> which;

        private Rows(Predicate<Transition> which) {
            this.which = which;
        }

        Rows in(RecoveryState... states) {
            Set<RecoveryState> these = Set.of(states);
            return new Rows(which.and(row -> these.contains(row.from())));
        }

        Draft leftOut() {
            assertTrue(rows.removeIf(which), "some row is left out");
            return Draft.this;
        }

        Draft goesTo(RecoveryState to) {
            return each(row -> new Transition(row.id(), row.from(), row.step(), row.when(), to, row.sets(), row.clears()));
        }

        Draft sets(Fact... more) {
            return each(row -> effect(row, joined(row.sets(), List.of(more)), without(row.clears(), List.of(more))));
        }

        Draft noLongerSets(Fact... fewer) {
            return each(row -> effect(row, without(row.sets(), List.of(fewer)), row.clears()));
        }

        Draft clears(Fact... more) {
            return each(row -> effect(row, without(row.sets(), List.of(more)), joined(row.clears(), List.of(more))));
        }

        Draft noLongerClears(Fact... fewer) {
            return each(row -> effect(row, row.sets(), without(row.clears(), List.of(fewer))));
        }

        private Transition effect(Transition row, Set<Fact> sets, Set<Fact> clears) {
            return new Transition(row.id(), row.from(), row.step(), row.when(), row.to(), sets, clears);
        }

        private Draft each(UnaryOperator<Transition> change) {
            List<Transition> before = List.copyOf(rows);
            rows.replaceAll(row -> which.test(row) ? change.apply(row) : row);
            assertTrue(!before.equals(rows), "some row is changed");
            return Draft.this;
        }
    }

    // Guardrails

    /** A rule of the host's own, or in the place of the one of that id. */
    Draft rule(Guardrail rule) {
        return withSentence(rule.why().isBlank() ? new Guardrail(rule.id(), rule.watches(), rule.states(), rule.when(), rule.needsAll(), rule.needsAny(),
            rule.bars(), rule.level(), rule.waivableBy(), rule.instead(), "Broken on purpose.", rule.sources()) : rule);
    }

    private Draft withSentence(Guardrail rule) {
        rules.put(rule.id(), rule);
        return this;
    }

    Draft without(String rule) {
        assertTrue(rules.remove(rule) != null, rule);
        return this;
    }

    Draft level(String rule, Level level) {
        return change(rule, old -> old.at(level));
    }

    Draft level(String team, String rule, Level level) {
        assertTrue(rules.containsKey(rule), rule);
        levels.computeIfAbsent(team, unseen -> new TreeMap<>()).put(rule, level);
        return this;
    }

    Draft notWatching(String rule, Step... steps) {
        return change(rule, old -> old.watching(without(old.watches(), List.of(steps))));
    }

    Draft waivable(String rule, String role) {
        return change(rule, old -> new Guardrail(old.id(), old.watches(), old.states(), old.when(), old.needsAll(), old.needsAny(),
            old.bars(), old.level(), Optional.of(role), old.instead(), old.why(), old.sources()));
    }

    private Draft change(String rule, UnaryOperator<Guardrail> change) {
        assertTrue(rules.containsKey(rule), rule);
        rules.computeIfPresent(rule, (id, old) -> change.apply(old));
        return this;
    }

    // The rest

    Draft declares(Fact... more) {
        facts.addAll(List.of(more));
        return this;
    }

    Draft adds(Deadline deadline) {
        deadlines.add(deadline);
        return this;
    }

    Draft standing(RecoveryState state, Fact... needs) {
        standing.put(state, Set.of(needs));
        return this;
    }
}
