package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Row;

/** A playbook under the builder's checks: neither the laws nor the floor, so that it can be small, and wrong. */
final class SmallPlaybook {
    private final String name;
    private final String exercises;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Transition> rows = new ArrayList<>();
    private final List<Guardrail> rules = new ArrayList<>();
    private final List<Deadline> clocks = new ArrayList<>();
    private final Map<String, Map<String, Level>> levels = new TreeMap<>();
    private final Map<RecoveryState, Set<Fact>> standing = new EnumMap<>(RecoveryState.class);
    private final List<Property> properties = new ArrayList<>();

    SmallPlaybook(String name, String exercises) {
        this.name = name;
        this.exercises = exercises;
    }

    SmallPlaybook declares(Fact... more) {
        facts.addAll(List.of(more));
        return this;
    }

    SmallPlaybook rows(List<Transition> more) {
        rows.addAll(more);
        return this;
    }

    SmallPlaybook rows(Row only) {
        return rows(only.rows());
    }

    SmallPlaybook rule(String id, UnaryOperator<Guardrail.Builder> says) {
        rules.add(says.apply(Guardrail.named(id).because("It is a small rule.")).from("test"));
        return this;
    }

    SmallPlaybook rule(String id, Level level, UnaryOperator<Guardrail.Builder> says) {
        rule(id, says);
        rules.add(rules.remove(rules.size() - 1).at(level));
        return this;
    }

    SmallPlaybook clocks(Deadline... more) {
        clocks.addAll(List.of(more));
        return this;
    }

    SmallPlaybook level(String team, String id, Level level) {
        levels.computeIfAbsent(team, key -> new HashMap<>()).put(id, level);
        return this;
    }

    SmallPlaybook standing(RecoveryState state, Fact... needs) {
        standing.put(state, Set.of(needs));
        return this;
    }

    SmallPlaybook never(Property property) {
        properties.add(property);
        return this;
    }

    PlaybookDefinition definition() {
        return new PlaybookDefinition(name, "1", facts, List.of(), Settings.STANDARD, rows, rules, clocks, levels, standing);
    }

    Playbook compiled() {
        return Playbook.build(definition(), playbook -> List.of());
    }

    List<Property> properties() {
        return properties;
    }

    @Override
    public String toString() {
        return name + ": " + exercises;
    }
}
