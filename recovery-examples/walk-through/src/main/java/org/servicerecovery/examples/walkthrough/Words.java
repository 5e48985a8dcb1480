package org.servicerecovery.examples.walkthrough;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How words are written in case files, and what somebody may have meant who wrote another one. */
final class Words {
    private static final int MOST_OFFERED = 12;

    private Words() {
    }

    /** The library's TAKE_OWNERSHIP is written "take ownership" in a case file. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }

    /** What somebody wrote as "take ownership" or "Take-Ownership" is the library's TAKE_OWNERSHIP. */
    static String constant(String written) {
        return plain(written).replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    /** What to say after "there is no such word": the nearest known ones, or all if they are few. */
    static String remedy(String written, Collection<String> known) {
        String meant = plain(written);
        List<String> near = known.stream().filter(word -> distance(meant, plain(word)) <= Math.max(2, meant.length() / 3)
                || meant.length() > 3 && plain(word).contains(meant))
            .sorted(Comparator.<String>comparingInt(word -> distance(meant, plain(word))).thenComparing(word -> word)).limit(3).toList();
        List<String> all = known.stream().sorted().toList();
        String few = all.size() <= MOST_OFFERED ? "Known are: " + String.join(", ", all) + "." : "";
        if (!near.isEmpty()) {
            return ("Did you mean " + String.join(" or ", near.stream().map(word -> "\"" + word + "\"").toList()) + "? " + few).strip();
        }
        return !few.isEmpty() ? few
            : "Known are, for instance: " + String.join(", ", all.subList(0, MOST_OFFERED)) + ". \"--words\" lists the library's words.";
    }

    /** Levenshtein's distance: how many letters were added, left out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
