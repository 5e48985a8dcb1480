package org.servicerecovery.wording;

import java.util.Arrays;

/** The words of a text, each with what it is, its place in the text, and its sentence. A question mark is a word as well. */
final class Tokens {
    private int[] starts;
    private int[] ends;
    private int[] sentences;
    private int[][] words;
    private boolean[] quoted;
    private int count;

    Tokens(int expected) {
        starts = new int[expected];
        ends = new int[expected];
        sentences = new int[expected];
        words = new int[expected][];
        quoted = new boolean[expected];
    }

    void add(int start, int end, int[] word, boolean beginsSentence, boolean isQuoted) {
        if (count == starts.length) {
            int more = count * 2;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            sentences = Arrays.copyOf(sentences, more);
            words = Arrays.copyOf(words, more);
            quoted = Arrays.copyOf(quoted, more);
        }
        starts[count] = start;
        ends[count] = end;
        sentences[count] = beginsSentence || count == 0 ? count : sentences[count - 1];
        words[count] = word;
        quoted[count++] = isQuoted;
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /** What a word is, as the lexicon knows it; not to be changed. */
    int[] word(int word) {
        return words[word];
    }

    boolean beginsSentence(int word) {
        return sentences[word] == word;
    }

    boolean isQuoted(int word) {
        return quoted[word];
    }

    /** The first word of the sentence in which a word is. */
    int sentenceOf(int word) {
        return sentences[word];
    }
}
