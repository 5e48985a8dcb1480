package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Trait;

/**
 * What was found in a text.
 *
 * @param findings in the order of the text
 * @param traits   what the text shows of the action it stands for
 * @param silenced findings that somebody does not want to hear of, which show no trait
 */
public record Review(List<Finding> findings, Set<Trait> traits, List<Finding> silenced) {
    /** Copies what is handed in. */
    public Review {
        findings = List.copyOf(findings);
        traits = Set.copyOf(traits);
        silenced = List.copyOf(silenced);
    }

    /**
     * What speaks against the text.
     *
     * @return in the order of the text
     */
    public List<Finding> against() {
        return findings.stream().filter(finding -> finding.kind().against()).toList();
    }

    /**
     * What this one and another found.
     *
     * @param other of the same text
     * @return both in one
     */
    public Review and(Review other) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        all.sort(Finding.IN_ORDER);
        Set<Trait> both = new HashSet<>(traits);
        both.addAll(other.traits);
        List<Finding> quiet = new ArrayList<>(silenced);
        quiet.addAll(other.silenced);
        return new Review(all, both, quiet);
    }
}
