package org.servicerecovery.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plain text table: the first column to the left and cut where the line would be too long, the others to the right. */
final class TextTable {
    static final int WIDTH = 120;
    private static final int INDENT = 2;
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... head) {
        rows.add(head);
    }

    /** As many cells as the head has. */
    TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
        return this;
    }

    String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(row == rows.get(0) ? 0 : INDENT));
            String label = cut(row[0], INDENT + widths[0] - line.length());
            line.append(label).append(" ".repeat(INDENT + widths[0] - line.length()));
            for (int i = 1; i < row.length; i++) {
                line.append(GAP).append(" ".repeat(widths[i] - row[i].length())).append(row[i]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        int others = Arrays.stream(widths).skip(1).map(width -> GAP.length() + width).sum();
        widths[0] = Math.min(widths[0], WIDTH - INDENT - others);
        return widths;
    }

    /** Never between the halves of a character that takes two. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
