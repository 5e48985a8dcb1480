package org.servicerecovery.wording;

import java.util.Comparator;

/**
 * Wording that was found.
 *
 * @param kind   what it is
 * @param start  where it begins in the text as it was given, in characters
 * @param end    where it ends, exclusive
 * @param words  the words there
 * @param sure   whether its traits hold; otherwise they only may, which advice reads and no refusal
 * @param better a sentence to say instead of the one that has these words, with "…" for what only the writer knows; empty where none is known
 */
public record Finding(FindingKind kind, int start, int end, String words, boolean sure, String better) {
    static final Comparator<Finding> IN_ORDER =
        Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end).thenComparing(finding -> finding.kind().id());

    /**
     * Whether guardrails may refuse because of it, rather than only advise.
     *
     * @return true if it speaks against the text, is sure, and shows traits
     */
    public boolean refuses() {
        return kind.against() && sure && !kind.traits().isEmpty();
    }
}
