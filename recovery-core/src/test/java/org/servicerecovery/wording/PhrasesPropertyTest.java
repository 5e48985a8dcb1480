package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Phrases are looked for at all places of a sentence at once; here each place is tried after the other, as the notation says. */
class PhrasesPropertyTest {
    private static final int WHOLE = 63;
    private static final int LONGEST = 31;

    /** A piece of a phrase: how it is written, and where it ends if it begins at a word of a sentence. */
    private interface Piece {
        Set<Integer> ends(List<String> sentence, int at);
    }

    private record Word(Set<String> words, boolean negated) implements Piece {
        @Override
        public Set<Integer> ends(List<String> sentence, int at) {
            return at < sentence.size() && words.contains(sentence.get(at)) != negated ? Set.of(at + 1) : Set.of();
        }

        @Override
        public String toString() {
            return (negated ? "!" : "") + String.join("/", words);
        }
    }

    private record Gap(int most) implements Piece {
        @Override
        public Set<Integer> ends(List<String> sentence, int at) {
            Set<Integer> ends = new TreeSet<>();
            for (int end = at; end <= Math.min(at + most, sentence.size()); end++) {
                ends.add(end);
            }
            return ends;
        }

        @Override
        public String toString() {
            return ".." + most;
        }
    }

    private record Row(List<Piece> pieces) implements Piece {
        @Override
        public Set<Integer> ends(List<String> sentence, int at) {
            Set<Integer> ends = Set.of(at);
            for (Piece piece : pieces) {
                ends = ends.stream().flatMap(end -> piece.ends(sentence, end).stream()).collect(Collectors.toSet());
            }
            return ends;
        }

        @Override
        public String toString() {
            return pieces.stream().map(Piece::toString).collect(Collectors.joining(" "));
        }
    }

    private record Either(List<Piece> pieces, boolean orNothing) implements Piece {
        @Override
        public Set<Integer> ends(List<String> sentence, int at) {
            Set<Integer> ends = pieces.stream().flatMap(piece -> piece.ends(sentence, at).stream()).collect(Collectors.toCollection(TreeSet::new));
            if (orNothing) {
                ends.add(at);
            }
            return ends;
        }

        @Override
        public String toString() {
            String inner = pieces.stream().map(Piece::toString).collect(Collectors.joining("|"));
            return orNothing ? "[" + inner + "]" : "(" + inner + ")";
        }
    }

    /** A phrase with or without the ends of a sentence. */
    record Written(Object piece, boolean atStart, boolean atEnd) {
        /** By where a match ends: where each of those matches begins. */
        Map<Integer, TreeSet<Integer>> matches(List<String> sentence) {
            Map<Integer, TreeSet<Integer>> matches = new TreeMap<>();
            for (int begin = 0; begin < (atStart ? 1 : sentence.size()); begin++) {
                for (int end : ((Piece) piece).ends(sentence, begin)) {
                    if (!atEnd || end == sentence.size()) {
                        matches.computeIfAbsent(end, key -> new TreeSet<>()).add(begin);
                    }
                }
            }
            return matches;
        }

        @Override
        public String toString() {
            return (atStart ? "^ " : "") + piece + (atEnd ? " $" : "");
        }
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.of("a", "b", "c", "d", "e");
    }

    @Provide
    Arbitrary<Written> phrase() {
        // A word that cannot be left out is demanded of every phrase.
        return Combinators.combine(row(2), words(false), row(2), Arbitraries.of(0, 1, 2, 3), Arbitraries.integers().between(0, 5))
            .as((before, needed, behind, both, ends) -> new Written(new Row(List.of(switch (both) {
                case 0 -> new Piece[] {needed};
                case 1 -> new Piece[] {before, needed};
                case 2 -> new Piece[] {needed, behind};
                default -> new Piece[] {before, needed, behind};
            })), ends == 0, ends == 1));
    }

    private Arbitrary<Piece> words(boolean negated) {
        return word().set().ofMinSize(1).ofMaxSize(2).map(words -> new Word(words, negated));
    }

    private Arbitrary<Piece> row(int depth) {
        return piece(depth).list().ofMinSize(1).ofMaxSize(3).map(Row::new);
    }

    private Arbitrary<Piece> piece(int depth) {
        Arbitrary<Piece> plain = Arbitraries.frequencyOf(Tuple.of(4, words(false)), Tuple.of(1, words(true)),
            Tuple.of(1, Arbitraries.integers().between(0, 12).map(Gap::new)));
        if (depth == 0) {
            return plain;
        }
        return Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(1,
            Combinators.combine(row(depth - 1).list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false)).as(Either::new)));
    }

    @Provide
    Arbitrary<List<String>> sentence() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f").list().ofMinSize(1).ofMaxSize(80);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, seed = "20260107")
    void everyPhraseIsFoundWhereItIs(@ForAll @Size(min = 1, max = 4) List<@From("phrase") Written> phrases, @ForAll("sentence") List<String> sentence,
                                     @ForAll boolean common) {
        PhraseBook book = Texts.book(common ? "common: {a: 900, b: 200, c: 40}" : "common: {}", "findings:",
            "  - {id: x, why: because, unless-anywhere: [" + phrases.stream().map(phrase -> "'" + phrase + "'").collect(Collectors.joining(", ")) + "]}");
        List<Map<Integer, List<Integer>>> found = new ArrayList<>();
        phrases.forEach(phrase -> found.add(new TreeMap<>()));
        book.phrases().scan(book.tokenizer().tokens(String.join(" ", sentence).toCharArray()),
            (phrase, first, last) -> found.get(phrase).computeIfAbsent(last + 1, key -> new ArrayList<>()).add(first));
        for (int i = 0; i < phrases.size(); i++) {
            Map<Integer, TreeSet<Integer>> matches = phrases.get(i).matches(sentence);
            String what = phrases.get(i) + " in " + sentence;
            if (sentence.size() <= WHOLE) {
                Map<Integer, List<Integer>> earliest = new TreeMap<>();
                matches.forEach((end, begins) -> earliest.put(end, List.of(begins.first())));
                assertEquals(earliest, found.get(i), what);
            } else {
                found.get(i).forEach((end, begins) -> assertTrue(matches.getOrDefault(end, new TreeSet<>()).containsAll(begins), what));
                Map<Integer, List<Integer>> there = found.get(i);
                matches.forEach((end, begins) -> begins.tailSet(end - LONGEST).forEach(begin ->
                    assertTrue(there.getOrDefault(end, List.of()).stream().anyMatch(first -> first <= begin), () -> what + " from "
                        + begin + " to " + end)));
            }
        }
    }
}
