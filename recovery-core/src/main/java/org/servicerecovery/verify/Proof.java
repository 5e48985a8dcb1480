package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;

/**
 * What a search over every reachable configuration of a playbook found. A configuration is a state with its facts; there are
 * far too many to look at one by one, so they are kept as decision diagrams, over the same rows that the kernel evaluates.
 * Traits are whatever an action may have. Immutable.
 */
public final class Proof {
    private static final int MOST_NODES = 1 << 23;

    private final List<Finding> findings;
    private final Map<RecoveryState, Double> configurations;
    private final Set<String> implied;
    private final int nodes;

    private Proof(List<Finding> findings, Map<RecoveryState, Double> configurations, Set<String> implied, int nodes) {
        this.findings = List.copyOf(findings);
        this.configurations = configurations;
        this.implied = implied;
        this.nodes = nodes;
    }

    /**
     * Proves a playbook, for the default levels and for each team's.
     *
     * @param playbook   compiled
     * @param properties further properties, of the host's own
     * @return what was found
     */
    public static Proof of(Playbook playbook, Property... properties) {
        Set<String> teams = new TreeSet<>(playbook.definition().teamLevels().keySet());
        Proof proof = of(playbook, "", List.of(properties));
        List<Finding> findings = new ArrayList<>(proof.findings);
        for (String team : teams) {
            for (Finding finding : of(playbook, team, List.of(properties)).findings) {
                if (!findings.contains(finding)) {
                    findings.add(new Finding(finding.property(), "In team " + team + ": " + finding.sentence(), finding.blame(), finding.path()));
                }
            }
        }
        return new Proof(findings, proof.configurations, proof.implied, proof.nodes);
    }

    private static Proof of(Playbook playbook, String team, List<Property> properties) {
        try {
            Diagrams diagrams = new Diagrams(MOST_NODES);
            Moves moves = new Moves(playbook, team, Set.of(), diagrams);
            Reached reached = Reached.fromTheStart(moves);
            Checks checks = new Checks(playbook, moves, reached);
            List<Finding> findings = new ArrayList<>(checks.all());
            Set<String> implied = checks.implied();
            findings.addAll(checks.properties(properties));
            Map<RecoveryState, Double> counts = checks.counts();
            Set<String> waivable = playbook.definition().guardrails().stream().filter(rule -> rule.waivableBy().isPresent())
                .map(Guardrail::id).collect(Collectors.toSet());
            if (!waivable.isEmpty()) {
                Moves waived = new Moves(playbook, team, waivable, diagrams);
                new Checks(playbook, waived, reached.with(waived)).safety().stream().filter(finding -> !findings.contains(finding))
                    .forEach(findings::add);
            }
            return new Proof(findings, counts, implied, moves.sets.size());
        } catch (Diagrams.TooLarge e) {
            return new Proof(List.of(new Finding("bounded", "The playbook could not be proven: its facts are entangled in " + e.getMessage()
                + ". Declare facts that belong together next to each other, or leave out facts that no rule reads.", List.of(), List.of())),
                new LinkedHashMap<>(), Set.of(), MOST_NODES);
        }
    }

    /**
     * Every violated property.
     *
     * @return empty if the playbook is sound
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * How many configurations can be reached.
     *
     * @return by state; a {@code double}, because it is far beyond a {@code long}'s exact range for real playbooks
     */
    public Map<RecoveryState, Double> configurations() {
        return configurations;
    }

    /**
     * Guardrails that are violated at times, but never decide alone: another one or the state refuses with them.
     *
     * @return ids, sorted
     */
    public Set<String> implied() {
        return implied;
    }

    /**
     * How large the diagrams grew.
     *
     * @return nodes
     */
    public int nodes() {
        return nodes;
    }
}
