package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * Which of the words that the phrases of one language know a word of a text is: by its stem, as it is written, by its beginning, its end or
 * its shape; and in which of the sets of words it is that phrases are made of. Once frozen it is safe for many threads.
 */
final class Lexicon {
    private static final int LARGE = 24;

    private final ThreadLocal<SnowballStemmer> stemmer;
    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final int[] shapes = new int[Shape.values().length];
    private int words;
    private final Map<List<Integer>, Integer> sets = new HashMap<>();
    private final List<int[]> wordsOfSet = new ArrayList<>();
    private final Map<Integer, Integer> watched = new LinkedHashMap<>();
    private final Map<String, Integer> common;
    private Map<Integer, Long> frequencies;
    private final Map<Integer, Long> frequencyOfSet = new HashMap<>();
    /** Made when all words are known, as what is below it. */
    private int[][] watchedOfWord;
    private long[][] bitsOfSet;

    /** Common are words, and names of shapes in angle brackets, each with its number in 10,000 words. */
    Lexicon(SnowballStemmer.ALGORITHM algorithm, Map<String, Integer> common) {
        this.common = common;
        stemmer = ThreadLocal.withInitial(() -> new SnowballStemmer(algorithm));
        Arrays.fill(shapes, -1);
    }

    /** What can be seen of a word without knowing it. */
    enum Shape {
        /** Digits. */
        NUMBER,
        /** Like 14:30 or 5pm. */
        TIME,
        /** Like 12/03 or 2026-01-05. */
        DATE,
        /** With an at sign. */
        EMAIL,
        /** An address on the web. */
        URL,
        /** Many digits. */
        PHONE,
        /** A capital at its beginning, though not at that of a sentence. */
        NAME
    }

    /** The number of a word of a phrase: {@code =exact}, {@code beginning*}, {@code *end}, or any form of the word. */
    int word(String phrase) {
        // As the words of texts are.
        String written = phrase.toLowerCase(Locale.ROOT).replace("\u00df", "ss");
        if (written.startsWith("=")) {
            return numbered(exact, written.substring(1));
        }
        if (written.endsWith("*")) {
            return numbered(beginnings, written.substring(0, written.length() - 1));
        }
        if (written.startsWith("*")) {
            return numbered(ends, written.substring(1));
        }
        return numbered(stems, stem(written));
    }

    int shape(Shape shape) {
        if (shapes[shape.ordinal()] < 0) {
            shapes[shape.ordinal()] = words++;
        }
        return shapes[shape.ordinal()];
    }

    private int numbered(Map<String, Integer> numbers, String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            number = words++;
            numbers.put(key, number);
        }
        return number;
    }

    /** The number of a set of words. */
    int set(Collection<Integer> members) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(members));
        Integer number = sets.get(sorted);
        if (number == null) {
            number = sets.size();
            sets.put(sorted, number);
            wordsOfSet.add(sorted.stream().mapToInt(Integer::intValue).toArray());
        }
        return number;
    }

    /** The set of the words that are in any of these sets. */
    int union(Collection<Integer> of) {
        return set(of.stream().flatMap(set -> Arrays.stream(wordsOfSet.get(set)).boxed()).toList());
    }

    /** From now on, every word says whether it is in this set. Numbers what is watched. */
    int watch(int set) {
        return watched.computeIfAbsent(set, key -> watched.size());
    }

    /** The number of a watched set; negative if it is not watched. */
    int watched(int set) {
        return watched.getOrDefault(set, -1);
    }

    /** How many sets are watched. */
    int watched() {
        return watched.size();
    }

    /** Whether it is better asked whether a word is in it than which words are. */
    boolean isLarge(int set) {
        return bitsOfSet[set] != null;
    }

    /** Of a large set. */
    boolean isIn(int set, int word) {
        return (bitsOfSet[set][word >>> 6] & 1L << word) != 0;
    }

    /** To be called when all is known, before the first text is read. */
    void freeze() {
        watchedOfWord = turned();
        bitsOfSet = new long[wordsOfSet.size()][];
        for (int set = 0; set < bitsOfSet.length; set++) {
            if (wordsOfSet.get(set).length > LARGE) {
                bitsOfSet[set] = new long[(words >>> 6) + 1];
                for (int word : wordsOfSet.get(set)) {
                    bitsOfSet[set][word >>> 6] |= 1L << word;
                }
            }
        }
    }

    /** In ascending order, to those who do not change them. */
    int[] wordsOf(int set) {
        return wordsOfSet.get(set);
    }

    /** How many words the phrases know. */
    int words() {
        return words;
    }

    /** How many sets of words there are. */
    int sets() {
        return wordsOfSet.size();
    }

    /** How often one of a set is to be expected, in 10,000 words and roughly; asked for when all words are known. */
    long frequency(int set) {
        if (frequencies == null) {
            frequencies = new HashMap<>();
            common.forEach((word, often) -> (word.startsWith("<") ? List.of(shape(Shape.valueOf(word.substring(1, word.length() - 1)))) : wordsOf(word, -1))
                .forEach(known -> frequencies.merge(known, (long) often, Long::sum)));
        }
        return frequencyOfSet.computeIfAbsent(set, key -> Arrays.stream(wordsOfSet.get(set)).mapToLong(word -> frequencies.getOrDefault(word, 1L)).sum());
    }

    String stem(String word) {
        return stemmer.get().stem(word).toString();
    }

    private Set<Integer> wordsOf(String word, int shape) {
        Set<Integer> found = new TreeSet<>();
        add(found, exact.get(word));
        add(found, stems.get(stem(word)));
        if (!beginnings.isEmpty() || !ends.isEmpty()) {
            for (int i = 2; i <= word.length(); i++) {
                add(found, beginnings.get(word.substring(0, i)));
                add(found, ends.get(word.substring(word.length() - i)));
            }
        }
        if (shape >= 0 && shapes[shape] >= 0) {
            found.add(shapes[shape]);
        }
        return found;
    }

    private static void add(Set<Integer> found, Integer number) {
        if (number != null) {
            found.add(number);
        }
    }

    /**
     * What a word in lower case is, with the ordinal of its shape or -1: how many words of phrases, these words, and the watched sets that have
     * one of them. Takes a while: whoever asks remembers it, and does not change it.
     */
    int[] known(String word, int shape) {
        Set<Integer> words = wordsOf(word, shape);
        BitSet having = new BitSet();
        for (int one : words) {
            for (int set : watchedOfWord[one]) {
                having.set(set);
            }
        }
        return IntStream.concat(IntStream.concat(IntStream.of(words.size()), words.stream().mapToInt(Integer::intValue)), having.stream()).toArray();
    }

    private int[][] turned() {
        List<List<Integer>> turned = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            turned.add(new ArrayList<>());
        }
        watched.forEach((set, number) -> Arrays.stream(wordsOfSet.get(set)).forEach(word -> turned.get(word).add(number)));
        return turned.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }
}
