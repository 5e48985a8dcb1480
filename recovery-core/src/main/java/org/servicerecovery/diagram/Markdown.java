package org.servicerecovery.diagram;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;

/** A table in Markdown, and its cells. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown(String... columns) {
        row(columns);
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    /** Cells are Markdown already: whatever is not from this class goes through {@link #plain} or {@link #code} first. */
    Markdown row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    String text() {
        return text.toString();
    }

    /** Words as they are, whatever signs are in them. */
    static String plain(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replace("&", "&amp;").replace("<", "&lt;")
            .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1");
    }

    /** A name of letters, digits, hyphens and underscores. */
    static String code(String name) {
        return "`" + name + "`";
    }

    /** As code if it is written like a name, else as it is. */
    static String words(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? code(name) : plain(name);
    }

    static String names(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** Facts upright, traits in italics. */
    static String term(Term term) {
        return term instanceof Trait ? "*" + code(term.name()) + "*" : code(term.name());
    }

    static String terms(Collection<? extends Term> terms) {
        return terms.stream().map(Markdown::term).collect(Collectors.joining(", "));
    }

    static String condition(Condition condition) {
        String absent = condition.absent().stream().map(term -> "not " + term(term)).collect(Collectors.joining(", "));
        return joined(List.of(terms(condition.present()), absent), ", ");
    }

    static String joined(Collection<String> parts, String join) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(join));
    }
}
