package org.servicerecovery.spring.boot;

import java.util.Collection;
import java.util.List;

/** Which of some names somebody meant who misspelt one. */
final class Nearest {
    private Nearest() {
    }

    /** The nearest ones; none where even they are farther off than a third of the letters. */
    static List<String> to(String written, Collection<String> names) {
        int nearest = names.stream().mapToInt(name -> distance(written, name)).min().orElse(Integer.MAX_VALUE);
        return nearest > Math.max(2, written.length() / 3) ? List.of() : names.stream().filter(name -> distance(written, name) == nearest).toList();
    }

    /** How many letters are to be put in, left out or replaced (Levenshtein's distance). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
