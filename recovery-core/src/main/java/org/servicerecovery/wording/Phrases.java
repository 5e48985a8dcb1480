package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * All phrases of a language, looked for sentence by sentence. For each sentence it is noted once where the sets of words stand that phrases are
 * made of. Looking for a phrase then is done in three steps, each dearer than the one before and far seldomer: whether its rarest words are
 * there at all; whether all words that it cannot do without are there in their order and near each other; the phrase itself. Immutable, and
 * safe for many threads.
 */
final class Phrases {
    /** The words of a sentence are the bits of a number, of which one is needed for the end. */
    private static final int MOST_WORDS = 63;
    /** A longer sentence is read in pieces that overlap by as many words, so that no phrase of so many words is lost. */
    private static final int OVERLAP = 31;

    /** To look at more first, or at words that stand in every other sentence, would cost more than it saves. */
    private static final int RAREST = 3;
    private static final int OFTEN = 150;
    private static final int MOST_SPARE = 16;
    /** What stands before an outline. */
    private static final int HEAD = 4;

    private final Lexicon lexicon;
    private final Phrase[] phrases;
    /** To make one takes longer than to read a message. */
    private final Queue<Places> spare = new ConcurrentLinkedQueue<>();
    /** By watched set: where those phrases begin of which it is the rarest. */
    private final int[] wakes;
    /** For each phrase its number, the two other sets that must be there, how long its outline is, and the outline. */
    private final int[] woken;
    private final int[][] outlines;
    /** By phrase: those that can only take back what it finds, and are not looked for otherwise. */
    private final int[][] objections;

    /** Every phrase that is in no array of objections is looked for by itself. */
    Phrases(Lexicon lexicon, List<PhraseParser.Parsed> parsed, int[][] objections) {
        this.lexicon = lexicon;
        this.objections = objections;
        List<List<Need>> needs = parsed.stream().map(phrase -> Need.of(phrase.part(), lexicon)).toList();
        List<int[]> rarest = needs.stream().map(this::rarest).toList();
        // What is watched is known only now.
        phrases = parsed.stream().map(phrase -> new Phrase(phrase, lexicon)).toArray(Phrase[]::new);
        outlines = needs.stream().map(need -> Steps.forward(Need.outline(need), lexicon)).toArray(int[][]::new);
        BitSet waits = new BitSet();
        Arrays.stream(objections).flatMapToInt(Arrays::stream).forEach(waits::set);
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < lexicon.watched(); i++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < phrases.length; i++) {
            if (!waits.get(i)) {
                int[] sets = rarest.get(i);
                // Where there are no other sets, the rarest stands for them as well.
                lists.get(sets[0]).addAll(List.of(i, sets[sets.length > 1 ? 1 : 0], sets[sets.length > 2 ? 2 : 0], outlines[i].length));
                Arrays.stream(outlines[i]).forEach(lists.get(sets[0])::add);
            }
        }
        wakes = starts(lists.stream().mapToInt(List::size).toArray());
        woken = lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    }

    private int[] rarest(List<Need> needs) {
        List<Integer> sorted = needs.stream().map(Need::set).distinct().sorted(Comparator.comparingLong(lexicon::frequency)).toList();
        return IntStream.range(0, sorted.size()).filter(i -> i == 0 || i < RAREST && lexicon.frequency(sorted.get(i)) < OFTEN)
            .map(i -> lexicon.watch(sorted.get(i))).toArray();
    }

    /** Where each begins that is so long, if one stands behind the other; at last, where all end. */
    private static int[] starts(int[] lengths) {
        int[] starts = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            starts[i + 1] = starts[i] + lengths[i];
        }
        return starts;
    }

    /** Told of a phrase by its number, and of its first and its last word. */
    interface Found {
        void phrase(int phrase, int first, int last);
    }

    /** Finds every phrase in the words; a phrase does not go beyond a sentence. */
    void scan(Tokens text, Found found) {
        Places kept = spare.poll();
        Places at = kept == null ? new Places(lexicon) : kept;
        scan(text, new Piece(text, found, at));
        // Not after an exception: then nobody knows what is in it.
        if (spare.size() < MOST_SPARE) {
            spare.offer(at);
        }
    }

    private void scan(Tokens text, Piece piece) {
        int from = 0;
        while (from < text.count()) {
            int to = from + 1;
            while (to < text.count() && !text.beginsSentence(to)) {
                to++;
            }
            piece.sentence(from, to);
            from = to;
        }
    }

    /** A piece of a sentence after the other. */
    private final class Piece {
        private final Tokens text;
        private final Found found;
        private final Places at;
        private final List<int[]> toObject = new ArrayList<>();

        Piece(Tokens text, Found found, Places at) {
            this.text = text;
            this.found = found;
            this.at = at;
        }

        void sentence(int from, int to) {
            int first = from;
            scan(from, first, to);
            while (first + MOST_WORDS < to) {
                first += MOST_WORDS - OVERLAP;
                scan(from, first, to);
            }
            // Only now, because several phrases may have the same objections, and these may stand anywhere in the sentence.
            while (first > from && !toObject.isEmpty()) {
                object(first);
                first -= MOST_WORDS - OVERLAP;
                read(from, first, to);
            }
            object(first);
            toObject.clear();
        }

        /** Reads the piece that begins there of the sentence between these words. */
        private void read(int from, int first, int to) {
            at.read(text, first, Math.min(to, first + MOST_WORDS), first == from, to - first <= MOST_WORDS);
        }

        private void scan(int from, int first, int to) {
            read(from, first, to);
            for (int i = 0; i < at.count(); i++) {
                int watched = at.watched(i);
                for (int k = wakes[watched]; k < wakes[watched + 1]; k += HEAD + woken[k + HEAD - 1]) {
                    if (at.ofWatched(woken[k + 1]) != 0 && at.ofWatched(woken[k + 2]) != 0
                        && Steps.forward(woken, k + HEAD, k + HEAD + woken[k + HEAD - 1], at.all(), at) != 0) {
                        look(woken[k], first);
                    }
                }
            }
        }

        private void object(int first) {
            for (int[] numbers : toObject) {
                for (int phrase : numbers) {
                    if (Steps.forward(outlines[phrase], 0, outlines[phrase].length, at.all(), at) != 0) {
                        look(phrase, first);
                    }
                }
            }
        }

        private void look(int number, int first) {
            Phrase phrase = phrases[number];
            long left = phrase.ends(at);
            if (left != 0 && objections[number].length > 0 && !toObject.contains(objections[number])) {
                toObject.add(objections[number]);
            }
            for (; left != 0; left &= left - 1) {
                int end = Long.numberOfTrailingZeros(left);
                found.phrase(number, first + phrase.begin(at, end), first + end - 1);
            }
        }
    }
}
