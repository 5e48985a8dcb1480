package org.servicerecovery.wording;

import java.util.Arrays;

/**
 * Where words stand in the piece of a sentence that is being read: for each set of words, the bits of the words that are in it. Of the sets
 * that are watched it is noted as the piece is read; of others it is found out when a phrase asks. For one thread.
 */
final class Places {
    private static final int FEW = 24;

    private final Lexicon lexicon;
    private final long[] ofWord;
    /** A bit for every word that is there at all: small enough to be at hand always. */
    private final long[] present;
    private final long[] ofWatched;
    private final long[] ofSet;
    /** By set: the piece in which it was asked for. */
    private final int[] asked;
    private int[] words = new int[FEW];
    private int wordCount;
    private int[] watched = new int[FEW];
    private int watchedCount;
    private int piece;
    private long all;
    private long beginning;
    private long end;

    Places(Lexicon lexicon) {
        this.lexicon = lexicon;
        ofWord = new long[lexicon.words()];
        present = new long[(lexicon.words() >>> 6) + 1];
        ofWatched = new long[lexicon.watched()];
        ofSet = new long[lexicon.sets()];
        asked = new int[lexicon.sets()];
    }

    /** Notes a piece; begins and ends say whether its first and its last word are those of a sentence. */
    void read(Tokens text, int first, int next, boolean begins, boolean ends) {
        clear();
        int count = next - first;
        piece++;
        all = (1L << count) - 1;
        beginning = begins ? 1 : 0;
        end = ends ? 1L << count : 0;
        for (int i = 0; i < count; i++) {
            int[] word = text.word(first + i);
            long bit = 1L << i;
            int from = 1;
            for (int to = from + word[0]; from < to; from++) {
                words = noted(words, wordCount, word[from], ofWord);
                wordCount += ofWord[word[from]] == 0 ? 1 : 0;
                ofWord[word[from]] |= bit;
                present[word[from] >>> 6] |= 1L << word[from];
            }
            for (; from < word.length; from++) {
                watched = noted(watched, watchedCount, word[from], ofWatched);
                watchedCount += ofWatched[word[from]] == 0 ? 1 : 0;
                ofWatched[word[from]] |= bit;
            }
        }
    }

    /** Keeps what is there in a list, to clear it later; whoever calls counts it. */
    private static int[] noted(int[] list, int count, int number, long[] places) {
        int[] room = count == list.length ? Arrays.copyOf(list, count * 2) : list;
        if (places[number] == 0) {
            room[count] = number;
        }
        return room;
    }

    private void clear() {
        for (int i = 0; i < wordCount; i++) {
            ofWord[words[i]] = 0;
            present[words[i] >>> 6] = 0;
        }
        for (int i = 0; i < watchedCount; i++) {
            ofWatched[watched[i]] = 0;
        }
        wordCount = 0;
        watchedCount = 0;
    }

    /** How many of the watched sets have a word here. */
    int count() {
        return watchedCount;
    }

    /** One of the watched sets that have a word here. */
    int watched(int number) {
        return watched[number];
    }

    /** The words that are in a watched set. */
    long ofWatched(int number) {
        return ofWatched[number];
    }

    private long ofWord(int word) {
        return (present[word >>> 6] & 1L << word) == 0 ? 0 : ofWord[word];
    }

    /** Where words are whose numbers stand from one place of a list to another. */
    long ofWords(int[] list, int from, int to) {
        long found = 0;
        for (int i = from; i < to; i++) {
            found |= ofWord(list[i]);
        }
        return found;
    }

    /** The words that are in a set. */
    long of(int set) {
        return asked[set] == piece ? ofSet[set] : asked(set);
    }

    private long asked(int set) {
        long found = 0;
        if (lexicon.isLarge(set)) {
            for (int i = 0; i < wordCount; i++) {
                found |= lexicon.isIn(set, words[i]) ? ofWord[words[i]] : 0;
            }
        } else {
            found = ofWords(lexicon.wordsOf(set), 0, lexicon.wordsOf(set).length);
        }
        asked[set] = piece;
        ofSet[set] = found;
        return found;
    }

    /** A bit for every word. */
    long all() {
        return all;
    }

    /** The place before the first word of a sentence; none, if it is not in this piece. */
    long beginning() {
        return beginning;
    }

    /** The place behind the last word of a sentence; none, if it is not in this piece. */
    long end() {
        return end;
    }
}
