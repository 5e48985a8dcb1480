package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a phrase. Words stand side by side; {@code a/b} is either word, {@code (a b|c)} either run of words, {@code [a]} or {@code (a)?} what
 * may be left out, {@code {name}} a group of the file, {@code ..3} up to three words of any kind, {@code !a/b} a word that is none of these,
 * {@code ^} the beginning of a sentence and {@code $} its end. A word stands for all its forms, {@code =word} for itself,
 * {@code begin*} and {@code *end} for what begins or ends so, {@code <NUMBER>} for a shape.
 */
final class PhraseParser {
    /** A phrase as it was read. */
    record Parsed(Part part, boolean atStart, boolean atEnd) {
        /** Without words of any kind at its ends, which would only make longer what is found. */
        Parsed trimmed() {
            if (!(part instanceof Part.Row row)) {
                return this;
            }
            int from = 0;
            int to = row.parts().size();
            while (!atStart && from < to - 1 && isAny(row.parts().get(from))) {
                from++;
            }
            while (!atEnd && to - 1 > from && isAny(row.parts().get(to - 1))) {
                to--;
            }
            return new Parsed(inRow(row.parts().subList(from, to)), atStart, atEnd);
        }

        private static boolean isAny(Part part) {
            return part instanceof Part.Gap gap && gap.least() == 0 || part instanceof Part.Maybe maybe && isAny(maybe.part());
        }
    }

    private final Lexicon lexicon;
    private final Map<String, List<String>> groups;
    private final Map<String, Part> known;
    private String text;
    private int at;

    PhraseParser(Lexicon lexicon, Map<String, List<String>> groups) {
        this(lexicon, groups, new HashMap<>());
    }

    private PhraseParser(Lexicon lexicon, Map<String, List<String>> groups, Map<String, Part> known) {
        this.lexicon = lexicon;
        this.groups = groups;
        this.known = known;
    }

    Parsed parse(String phrase) {
        text = phrase.strip();
        at = 0;
        boolean start = skip('^');
        Part part = row("$");
        boolean end = skip('$');
        if (at < text.length()) {
            throw wrong("this is not understood");
        }
        return new Parsed(part, start, end);
    }

    private Part either(char close) {
        List<Part> parts = new ArrayList<>();
        do {
            parts.add(row("|" + close));
        } while (skip('|'));
        if (!skip(close)) {
            throw wrong("'" + close + "' is missing");
        }
        return oneOf(parts);
    }

    private Part row(String until) {
        List<Part> parts = new ArrayList<>();
        while (true) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at == text.length() || until.indexOf(text.charAt(at)) >= 0) {
                break;
            }
            parts.add(atom());
        }
        if (parts.isEmpty()) {
            throw wrong("a word is missing");
        }
        return inRow(parts);
    }

    private static Part inRow(List<Part> parts) {
        return parts.size() == 1 ? parts.get(0) : new Part.Row(parts);
    }

    private Part atom() {
        if (skip('(')) {
            Part part = either(')');
            return skip('?') ? new Part.Maybe(part) : part;
        }
        if (skip('[')) {
            return new Part.Maybe(either(']'));
        }
        if (skip('{')) {
            return group(upTo('}'));
        }
        if (text.startsWith("..", at)) {
            at += 2;
            return new Part.Gap(0, number(word()));
        }
        boolean none = skip('!');
        List<Part> parts = Arrays.stream(word().split("/")).map(this::one).toList();
        Part part = oneOf(parts);
        if (!none) {
            return part;
        }
        if (part instanceof Part.Word word) {
            return new Part.Other(word.set());
        }
        throw wrong("a word with a hyphen is two words, and ! stands for one");
    }

    private Part one(String word) {
        if (word.startsWith("<")) {
            return new Part.Word(lexicon.set(List.of(shape(word))));
        }
        // A text is parted at its hyphens.
        return inRow(Arrays.stream(word.split("-")).filter(part -> !part.isEmpty()).<Part>map(part -> new Part.Word(lexicon.set(List.of(lexicon.word(part))))).toList());
    }

    private int shape(String word) {
        try {
            return lexicon.shape(Lexicon.Shape.valueOf(word.substring(1, word.length() - 1)));
        } catch (IllegalArgumentException e) {
            throw wrong("there is no shape " + word + ", only " + Arrays.toString(Lexicon.Shape.values()));
        }
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw wrong("a number is missing after '..'");
        }
    }

    private Part group(String name) {
        List<String> members = groups.get(name);
        if (members == null) {
            throw wrong("there is no group " + name);
        }
        if (!known.containsKey(name)) {
            known.put(name, null);
            known.put(name, oneOf(members.stream().map(member -> new PhraseParser(lexicon, groups, known).member(member)).toList()));
        }
        Part part = known.get(name);
        if (part == null) {
            throw wrong("the group " + name + " stands in itself");
        }
        return part;
    }

    private Part member(String written) {
        Parsed parsed = parse(written);
        if (parsed.atStart() || parsed.atEnd()) {
            throw wrong("^ and $ stand in phrases, not in groups");
        }
        return parsed.part();
    }

    /** Alternatives of a word each are one word out of several. */
    private Part oneOf(List<Part> alternatives) {
        List<Part> parts = new ArrayList<>();
        List<Integer> sets = new ArrayList<>();
        for (Part part : alternatives) {
            if (part instanceof Part.Word word) {
                sets.add(word.set());
            } else if (part instanceof Part.Either either) {
                for (Part inner : either.parts()) {
                    if (inner instanceof Part.Word word) {
                        sets.add(word.set());
                    } else {
                        parts.add(inner);
                    }
                }
            } else {
                parts.add(part);
            }
        }
        if (!sets.isEmpty()) {
            parts.add(new Part.Word(lexicon.union(sets)));
        }
        return parts.size() == 1 ? parts.get(0) : new Part.Either(parts);
    }

    private String word() {
        int from = at;
        while (at < text.length() && " ()[]{}|$".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at || text.charAt(at - 1) == '/') {
            throw wrong("a word is missing; alternatives of more than a word, and groups, stand in (a b|{c})");
        }
        return text.substring(from, at);
    }

    private String upTo(char close) {
        int end = text.indexOf(close, at);
        if (end < 0) {
            throw wrong("'" + close + "' is missing");
        }
        String found = text.substring(at, end);
        at = end + 1;
        return found;
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("In \"" + text + "\", at character " + (at + 1) + ", " + what);
    }
}
