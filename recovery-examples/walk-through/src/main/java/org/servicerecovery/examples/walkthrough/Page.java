package org.servicerecovery.examples.walkthrough;

import java.io.PrintStream;
import java.util.List;

/** Lines of at most a hundred characters, so that they fit a terminal. */
final class Page {
    private static final int WIDTH = 100;

    private final PrintStream out;

    Page(PrintStream out) {
        this.out = out;
    }

    void blank() {
        out.println();
    }

    void heading(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.codePointCount(0, text.length())));
    }

    void list(String title, List<String> items, String none) {
        out.println();
        if (items.isEmpty()) {
            out.println(none);
            return;
        }
        out.println(title + ":");
        items.forEach(item -> text("  ", "- " + item));
    }

    /** Wraps; further lines begin two characters further to the right. */
    void text(String indent, String text) {
        if (text.isBlank()) {
            return;
        }
        StringBuilder line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : text.stripTrailing().split(" ")) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent).append("  ").append(word);
            } else {
                line.append(begun ? " " : "").append(word);
            }
            begun = true;
        }
        out.println(line);
    }
}
