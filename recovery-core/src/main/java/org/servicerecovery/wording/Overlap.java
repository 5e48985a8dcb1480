package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What two texts have in common: words that mean something, by their stems, and runs of words as they stand. */
final class Overlap {
    private static final int SHORTEST = 3;

    private final Lexicon lexicon;
    private final Set<String> empty;
    private final Map<String, String> turned;
    private final Locale locale;

    /** Empty are words that mean nothing by themselves; turned is what I say where you said it. All in lower case. */
    Overlap(Lexicon lexicon, Set<String> empty, Map<String, String> turned, Locale locale) {
        this.lexicon = lexicon;
        this.empty = empty;
        this.turned = turned;
        this.locale = locale;
    }

    List<String> words(CharSequence text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                words.add(text.subSequence(from, i).toString().toLowerCase(locale).replace("\u00df", "ss"));
                from = -1;
            }
        }
        return words;
    }

    /** The same words, whoever says them: the customer's "my" is the agent's "your". */
    List<String> turned(List<String> words) {
        return words.stream().map(word -> turned.getOrDefault(word, word)).toList();
    }

    /** The stems of the words that mean something. */
    Set<String> meaning(CharSequence text) {
        Set<String> stems = new HashSet<>();
        for (String word : words(text)) {
            if (word.length() >= SHORTEST && !empty.contains(word)) {
                stems.add(lexicon.stem(word));
            }
        }
        return stems;
    }

    /** How many stems the two share. */
    static int shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }

    /** The share of the runs of so many words of a text that stand in another as well: 0 to 1. */
    static double copied(List<String> text, List<String> other, int run) {
        if (text.size() < run) {
            return 0;
        }
        Set<List<String>> there = new HashSet<>();
        for (int i = 0; i + run <= other.size(); i++) {
            there.add(other.subList(i, i + run));
        }
        int found = 0;
        for (int i = 0; i + run <= text.size(); i++) {
            found += there.contains(text.subList(i, i + run)) ? 1 : 0;
        }
        return found / (double) (text.size() - run + 1);
    }
}
