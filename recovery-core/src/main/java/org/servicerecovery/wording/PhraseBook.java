package org.servicerecovery.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import org.servicerecovery.model.InvalidInputException;

/** The phrases of one language, read from its file and a host's own, and made ready for texts. Safe for many threads. */
final class PhraseBook {
    /** What a phrase says about its kind of finding. */
    enum Role {
        /** It is one. */
        FINDS("phrases"),
        /** It may be one. */
        MAYBE("maybe"),
        /** What overlaps with it is none. */
        UNLESS("unless"),
        /** What is in one sentence with it is none. */
        UNLESS_BESIDE("unless-beside"),
        /** With it anywhere in the text, there is none. */
        UNLESS_ANYWHERE("unless-anywhere");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        boolean finds() {
            return this == FINDS || this == MAYBE;
        }

        boolean onlyObjects() {
            return this == UNLESS || this == UNLESS_BESIDE;
        }
    }

    /** What one phrase stands for. */
    record Meaning(Entry entry, Role role, String better) {
    }

    private static final Map<String, PhraseBook> SHIPPED = new ConcurrentHashMap<>();

    private final List<PhraseFile> files;
    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final Phrases phrases;
    private final Overlap overlap;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Meaning> meanings = new ArrayList<>();

    PhraseBook(InputStream in, String name) {
        this(List.of(PhraseFile.read(in, name)));
    }

    private PhraseBook(List<PhraseFile> files) {
        this.files = files;
        PhraseFile first = files.get(0);
        Locale locale = Locale.forLanguageTag(first.text("language"));
        lexicon = new Lexicon(first.one("stemmer", SnowballStemmer.ALGORITHM.class), first.numbers("common"));
        PhraseParser parser = new PhraseParser(lexicon, groups());
        List<PhraseParser.Parsed> parsed = new ArrayList<>();
        for (PhraseFile file : files) {
            for (PhraseFile.Block block : file.findings()) {
                add(block, parser, parsed);
            }
        }
        phrases = new Phrases(lexicon, parsed, objections());
        lexicon.freeze();
        Map<String, String[]> contractions = new HashMap<>();
        files.forEach(file -> file.texts("contractions").forEach((from, to) -> contractions.put(from, to.split(" "))));
        overlap = new Overlap(lexicon, Set.copyOf(first.words("empty")), first.texts("turned"), locale);
        tokenizer = new Tokenizer(lexicon, contractions, Set.copyOf(first.words("abbreviations")), locale);
    }

    /** Of the library's own; read once. */
    static PhraseBook of(String language) {
        return SHIPPED.computeIfAbsent(String.valueOf(language), PhraseBook::shipped);
    }

    private static PhraseBook shipped(String language) {
        String name = language + ".yml";
        try (InputStream in = PhraseBook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InvalidInputException("There are no phrases for the language " + language + ". There are some for en and de.");
            }
            return new PhraseBook(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and what stands in another file. */
    PhraseBook and(PhraseFile file) {
        return new PhraseBook(Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new HashMap<>();
        files.forEach(file -> groups.putAll(file.groups()));
        return groups;
    }

    /** A block about a kind that is known already only adds phrases to it. */
    private void add(PhraseFile.Block block, PhraseParser parser, List<PhraseParser.Parsed> parsed) {
        Entry entry = entries.computeIfAbsent(block.id(), id -> block.entry());
        for (Role role : Role.values()) {
            for (PhraseFile.Line line : block.lines(role.key())) {
                PhraseParser.Parsed phrase = read(block, line.find(), parser);
                // What objects may reach as far as it likes.
                parsed.add(role.finds() ? phrase.trimmed() : phrase);
                meanings.add(new Meaning(entry, role, role.finds() ? line.better().orElse(entry.kind().better()) : ""));
            }
        }
    }

    private static PhraseParser.Parsed read(PhraseFile.Block block, String find, PhraseParser parser) {
        try {
            PhraseParser.Parsed read = parser.parse(find);
            if (!Need.hasAny(read.part())) {
                throw new IllegalArgumentException("In \"" + find + "\" every word can be left out, so it would be found everywhere.");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw block.wrong(e.getMessage());
        }
    }

    /** By phrase: what can only take back what it finds. */
    private int[][] objections() {
        Map<Entry, int[]> byEntry = new HashMap<>();
        entries.values().forEach(entry -> byEntry.put(entry, IntStream.range(0, meanings.size())
            .filter(i -> meanings.get(i).entry == entry && meanings.get(i).role.onlyObjects()).toArray()));
        return meanings.stream().map(meaning -> meaning.role.finds() ? byEntry.get(meaning.entry) : new int[0]).toArray(int[][]::new);
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Overlap overlap() {
        return overlap;
    }

    Phrases phrases() {
        return phrases;
    }

    Meaning meaning(int phrase) {
        return meanings.get(phrase);
    }

    Map<String, Entry> entries() {
        return entries;
    }
}
