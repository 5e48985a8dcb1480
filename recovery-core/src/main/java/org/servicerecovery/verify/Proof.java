package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final int MOST_NODES = 1 << 22;
    private static final int MOST_REMEMBERED = 64;
    private static final Map<String, Proof> REMEMBERED = new LinkedHashMap<>(16, 0.75f, true);

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Constants> constants = new HashMap<>();
    private Map<RecoveryState, Double> configurations = Map.of();
    private Set<String> implied = Set.of();
    private int nodes;

    private Proof() {
    }

    /**
     * Proves a playbook, for the default levels and for each team's. The proof is remembered by the playbook's fingerprint, so
     * that building the same playbook again costs nothing. Safe for many threads.
     *
     * @param playbook compiled
     * @return what was found
     */
    public static Proof of(Playbook playbook) {
        synchronized (REMEMBERED) {
            Proof proof = REMEMBERED.computeIfAbsent(playbook.id().fingerprint(), key -> of(playbook, List.of()));
            if (REMEMBERED.size() > MOST_REMEMBERED) {
                REMEMBERED.remove(REMEMBERED.keySet().iterator().next());
            }
            return proof;
        }
    }

    /**
     * Proves a playbook, and properties of the host's own. Not remembered.
     *
     * @param playbook   compiled
     * @param properties what must never come true
     * @return what was found
     */
    public static Proof of(Playbook playbook, List<Property> properties) {
        Proof proof = new Proof();
        proof.prove(playbook, "", properties);
        Proof standard = proof;
        for (String team : new TreeSet<>(playbook.definition().teamLevels().keySet())) {
            Proof theirs = new Proof();
            theirs.prove(playbook, team, properties);
            theirs.findings.stream().filter(finding -> !standard.findings.contains(finding)).map(finding -> new Finding(finding.property(),
                "In team " + team + ": " + finding.sentence(), finding.blame(), finding.path())).toList().forEach(proof.findings::add);
            proof.constants.putAll(theirs.constants);
            proof.nodes = Math.max(proof.nodes, theirs.nodes);
        }
        return proof;
    }

    private void prove(Playbook playbook, String team, List<Property> properties) {
        try {
            Diagrams diagrams = new Diagrams(MOST_NODES);
            Moves moves = new Moves(playbook, team, Set.of(), Set.of(), diagrams);
            Reached reached = Reached.fromTheStart(moves);
            Checks checks = new Checks(playbook, moves, reached);
            findings.addAll(checks.all());
            findings.addAll(checks.properties(properties));
            implied = checks.implied();
            configurations = checks.counts();
            Set<String> waivable = playbook.definition().guardrails().stream().filter(rule -> rule.waivableBy().isPresent())
                .map(Guardrail::id).collect(Collectors.toSet());
            Moves waived = new Moves(playbook, team, waivable, Set.of(), diagrams);
            Reached further = reached.with(waived);
            new Checks(playbook, waived, further).safety().stream().filter(finding -> !findings.contains(finding)).toList()
                .forEach(findings::add);
            constants.put(team, Constants.of(waived, further));
            nodes = diagrams.size();
        } catch (Diagrams.TooLarge e) {
            constants.put(team, Constants.unknown());
            nodes = MOST_NODES;
            findings.add(new Finding("bounded", "The playbook could not be proven: its facts are entangled in " + e.getMessage()
                + ", most of them about " + e.thickest().stream().map(variable -> Moves.term(playbook, variable).name()).collect(Collectors.joining(", "))
                + ". Declare facts that belong together next to each other, or leave out facts that no rule reads.",
                e.thickest().stream().map(variable -> Moves.term(playbook, variable).name()).toList(), List.of()));
        }
    }

    /** What is known of each state, waivers used or not. */
    Constants constants(String team) {
        return constants.get(team);
    }

    /**
     * Every violated property.
     *
     * @return empty if the playbook is sound
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
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
