package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final Playbook playbook;
    private Map<RecoveryState, Double> configurations = Map.of();
    private Set<String> implied;
    private int nodes;

    private Proof(Playbook playbook) {
        this.playbook = playbook;
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
        Proof proof = new Proof(playbook);
        proof.prove("", properties);
        for (String team : new TreeSet<>(playbook.definition().teamLevels().keySet())) {
            Proof theirs = new Proof(playbook);
            theirs.prove(team, properties);
            theirs.findings.removeAll(proof.findings);
            theirs.findings.forEach(finding -> proof.findings.add(new Finding(finding.property(), "In team " + team + ": " + finding.sentence(),
                finding.blame(), finding.path())));
            proof.nodes = Math.max(proof.nodes, theirs.nodes);
        }
        return proof;
    }

    private void prove(String team, List<Property> properties) {
        try {
            Diagrams diagrams = new Diagrams(MOST_NODES);
            Moves moves = new Moves(playbook, team, Set.of(), List.of(), Set.of(), diagrams);
            Reached reached = Reached.fromTheStart(moves);
            Safety safety = new Safety(moves);
            Checks checks = new Checks(playbook, moves, reached, safety);
            findings.addAll(checks.all());
            safety(team, safety, diagrams);
            findings.addAll(checks.properties(properties));
            configurations = checks.counts();
            nodes = diagrams.size();
        } catch (Diagrams.TooLarge e) {
            nodes = MOST_NODES;
            findings.add(bounded(e));
        }
    }

    /** What is safe when everything that can be waived is waived is safe when it is not. */
    private void safety(String team, Safety safety, Diagrams diagrams) {
        Map<String, Finding> waived = new Safety(Moves.waived(playbook, team, diagrams)).findings();
        if (!waived.isEmpty()) {
            Map<String, Finding> certain = safety.findings();
            findings.addAll(certain.values());
            waived.keySet().removeAll(certain.keySet());
            waived.values().forEach(finding -> findings.add(new Finding(finding.property(), finding.sentence() + " It takes a waiver.",
                finding.blame(), finding.path())));
        }
    }

    private Finding bounded(Diagrams.TooLarge large) {
        List<String> thickest = large.thickest().stream().map(variable -> Moves.term(playbook, variable).name()).toList();
        return new Finding("bounded", "The playbook could not be proven: its facts are entangled in " + large.getMessage() + ", most of them about "
            + String.join(", ", thickest) + ". Declare facts that belong together next to each other, or leave out facts that no rule reads.",
            thickest, List.of());
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
     * Guardrails that are violated at times, but never decide alone: another one or the state refuses with them. Worked out when
     * it is first asked for.
     *
     * @return ids, sorted
     */
    public synchronized Set<String> implied() {
        if (implied == null) {
            Moves moves = new Moves(playbook, "", Set.of(), List.of(), Set.of(), new Diagrams(MOST_NODES));
            implied = new Checks(playbook, moves, Reached.fromTheStart(moves), new Safety(moves)).implied();
        }
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
