package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one text with one phrase book. */
final class Reader {
    private static final Comparator<Place> IN_ORDER = Comparator.comparingInt(Place::first).thenComparingInt(Place::last);

    private final PhraseBook book;
    private final String original;
    private final Tokens tokens;

    /** Where a phrase is: words from first to last. */
    private record Place(PhraseBook.Meaning meaning, int first, int last) {
        boolean is(PhraseBook.Role role) {
            return meaning.role() == role;
        }

        boolean overlaps(Place other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** Own is what the writer says himself, every character standing where it stands in the original. */
    Reader(PhraseBook book, String original, char[] own) {
        this.book = book;
        this.original = original;
        tokens = book.tokenizer().tokens(own);
    }

    List<Finding> read() {
        Map<Entry, List<Place>> places = new LinkedHashMap<>();
        book.phrases().scan(tokens, (phrase, first, last) -> {
            PhraseBook.Meaning meaning = book.meaning(phrase);
            places.computeIfAbsent(meaning.entry(), key -> new ArrayList<>()).add(new Place(meaning, first, last));
        });
        Set<String> ids = new HashSet<>();
        places.entrySet().removeIf(found -> {
            List<Place> left = left(found.getKey(), found.getValue());
            if (left.isEmpty() || found.getKey().whole() && !isWhole(left)) {
                return true;
            }
            found.setValue(left);
            ids.add(found.getKey().kind().id());
            return false;
        });
        List<Finding> findings = new ArrayList<>();
        places.forEach((entry, left) -> {
            if (entry.unlessFound().stream().noneMatch(ids::contains)) {
                left.forEach(place -> findings.add(finding(place)));
            }
        });
        findings.sort(Finding.IN_ORDER);
        return findings;
    }

    private List<Place> left(Entry entry, List<Place> found) {
        List<Place> finds = new ArrayList<>();
        List<Place> against = new ArrayList<>();
        Set<Integer> sentences = new HashSet<>();
        for (Place place : found) {
            switch (place.meaning.role()) {
                case UNLESS_ANYWHERE -> {
                    return List.of();
                }
                case UNLESS -> against.add(place);
                case UNLESS_BESIDE -> sentences.add(tokens.sentenceOf(place.first));
                default -> {
                    if (entry.inQuotes() || !tokens.isQuoted(place.first) || !tokens.isQuoted(place.last)) {
                        finds.add(place);
                    }
                }
            }
        }
        Place[] objections = joined(against).toArray(Place[]::new);
        finds.removeIf(place -> sentences.contains(tokens.sentenceOf(place.first)) || overlaps(objections, place));
        return joined(finds);
    }

    /** Objections overlap with none of each other and are in order. */
    private static boolean overlaps(Place[] objections, Place place) {
        int at = Arrays.binarySearch(objections, place, (one, other) -> one.overlaps(other) ? 0 : Integer.compare(one.first, other.first));
        return at >= 0;
    }

    /** In order; places that overlap are one, and the surer meaning holds. */
    private static List<Place> joined(List<Place> places) {
        places.sort(IN_ORDER);
        List<Place> joined = new ArrayList<>();
        for (Place place : places) {
            Place last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || !last.overlaps(place)) {
                joined.add(place);
            } else {
                PhraseBook.Meaning meaning = last.is(PhraseBook.Role.MAYBE) ? place.meaning : last.meaning;
                joined.set(joined.size() - 1, new Place(meaning, last.first, Math.max(last.last, place.last)));
            }
        }
        return joined;
    }

    /** Whether every sentence has such a place, and one of them is sure. */
    private boolean isWhole(List<Place> left) {
        Set<Integer> sentences = new HashSet<>();
        boolean sure = false;
        for (Place place : left) {
            sentences.add(tokens.sentenceOf(place.first));
            sure |= place.is(PhraseBook.Role.FINDS);
        }
        if (!sure) {
            return false;
        }
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.beginsSentence(i) && !sentences.contains(i)) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(Place place) {
        int start = tokens.start(place.first);
        int end = tokens.end(place.last);
        return new Finding(place.meaning.entry().kind(), start, end, original.substring(start, end), place.is(PhraseBook.Role.FINDS), place.meaning.better());
    }
}
