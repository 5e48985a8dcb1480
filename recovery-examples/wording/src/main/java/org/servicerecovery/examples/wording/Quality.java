package org.servicerecovery.examples.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.Reviewer;

/**
 * What a reviewer finds in labelled messages, against what is there.
 *
 * @param tallies  by kind of finding
 * @param harmless how many ordinary messages there are
 * @param against  the ordinary messages that draw a finding against them, each with the kinds
 */
record Quality(Map<String, Tally> tallies, int harmless, Map<String, List<String>> against) {
    static Quality of(Reviewer reviewer, List<Example> examples) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Map<String, List<String>> against = new TreeMap<>();
        int harmless = 0;
        for (Example example : examples) {
            List<Finding> found = reviewer.review(example.draft()).findings();
            if (example.finding().equals(Example.HARMLESS)) {
                harmless++;
                List<String> bad = found.stream().filter(one -> one.kind().against()).map(one -> one.kind().id() + " \"" + one.words() + "\"").toList();
                if (!bad.isEmpty()) {
                    against.put(example.draft().text(), bad);
                }
            } else {
                boolean there = found.stream().anyMatch(one -> counts(one, example.finding()));
                tallies.put(example.finding(), tallies.getOrDefault(example.finding(), Tally.NONE).with(example.has(), there));
            }
        }
        return new Quality(tallies, harmless, against);
    }

    /** Where a finding may refuse, those of which it is sure; otherwise all. */
    private static boolean counts(Finding finding, String kind) {
        boolean either = finding.kind().traits().isEmpty() || finding.kind().may().containsAll(finding.kind().traits());
        return finding.kind().id().equals(kind) && (finding.sure() || either);
    }

    /** Both together. */
    Quality and(Quality other) {
        Map<String, Tally> all = new LinkedHashMap<>(tallies);
        other.tallies.forEach((kind, tally) -> all.merge(kind, tally, Tally::and));
        Map<String, List<String>> bad = new TreeMap<>(against);
        bad.putAll(other.against);
        return new Quality(all, harmless + other.harmless, bad);
    }

    /** What was found where it is not, or not found where it is. */
    static List<String> mistakes(Reviewer reviewer, List<Example> examples, String kind) {
        List<String> mistakes = new ArrayList<>();
        for (Example example : examples) {
            if (example.finding().equals(kind)) {
                List<String> found = reviewer.review(example.draft()).findings().stream().filter(one -> counts(one, kind)).map(Finding::words).toList();
                if (found.isEmpty() == example.has()) {
                    mistakes.add((example.has() ? "missed: " : "false " + found + ": ") + example.draft().text());
                }
            }
        }
        return mistakes;
    }

    /** Of ordinary messages, the share that draws a finding against it. */
    Tally.Share falseAlarms() {
        return Tally.Share.of(against.size(), harmless);
    }
}
