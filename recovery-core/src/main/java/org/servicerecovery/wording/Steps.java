package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A phrase as steps from places in a sentence to places, forward or backward. All places of a sentence are the bits of one number, bit {@code i}
 * being the place before word {@code i}; so a step is made from all of them at once, and a phrase costs as many steps as it has parts,
 * whatever the sentence says. The steps lie in one array and name few words directly, because reading memory here and there costs more than all else.
 */
final class Steps {
    /** Sets of no more words stand in the steps themselves. */
    private static final int FEW = 10;

    /** Over a word of the set that follows, which is watched or is not. */
    private static final int WATCHED = 0;
    private static final int SET = 1;
    /** Over one of so many words, which follow. */
    private static final int ONE_OF = 2;
    /** Over a word that is not of the set that follows. */
    private static final int OTHER = 3;
    /** Over so many words and up to so many more. */
    private static final int GAP = 4;
    /** The steps that follow, whose number stands between, or none. */
    private static final int MAYBE = 5;
    /** So many steps as follow in all, in blocks that each begin with their number, of which one is gone. */
    private static final int EITHER = 6;

    private final Lexicon lexicon;
    private final boolean forward;

    private Steps(Lexicon lexicon, boolean forward) {
        this.lexicon = lexicon;
        this.forward = forward;
    }

    /** From where a phrase begins to where it ends. */
    static int[] forward(Part part, Lexicon lexicon) {
        return array(new Steps(lexicon, true).steps(part));
    }

    /** From where a phrase ends to where it begins. */
    static int[] backward(Part part, Lexicon lexicon) {
        return array(new Steps(lexicon, false).steps(part));
    }

    private static int[] array(List<Integer> steps) {
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> steps(Part part) {
        if (part instanceof Part.Word word) {
            int watched = lexicon.watched(word.set());
            int[] words = lexicon.wordsOf(word.set());
            return watched >= 0 ? List.of(WATCHED, watched) : words.length > FEW ? List.of(SET, word.set())
                : IntStream.concat(IntStream.of(ONE_OF, words.length), IntStream.of(words)).boxed().toList();
        }
        if (part instanceof Part.Other other) {
            return List.of(OTHER, other.set());
        }
        if (part instanceof Part.Gap gap) {
            return List.of(GAP, gap.least(), gap.most() - gap.least());
        }
        List<Integer> steps = new ArrayList<>();
        if (part instanceof Part.Maybe maybe) {
            List<Integer> inner = steps(maybe.part());
            steps.add(MAYBE);
            steps.add(inner.size());
            steps.addAll(inner);
        } else if (part instanceof Part.Either either) {
            steps.add(EITHER);
            steps.add(0);
            for (Part one : either.parts()) {
                List<Integer> inner = steps(one);
                steps.add(inner.size());
                steps.addAll(inner);
            }
            steps.set(1, steps.size() - 2);
        } else if (part instanceof Part.Row row) {
            int last = row.parts().size() - 1;
            IntStream.rangeClosed(0, last).mapToObj(i -> row.parts().get(forward ? i : last - i)).forEach(one -> steps.addAll(steps(one)));
        }
        return steps;
    }

    /** The places that are reached from these, by the steps from one number to another. */
    static long forward(int[] steps, int from, int to, long places, Places at) {
        long reached = places;
        int next;
        for (int i = from; i < to && reached != 0; i = next) {
            int what = steps[i + 1];
            next = i + 2;
            switch (steps[i]) {
                case WATCHED -> reached = (reached & at.ofWatched(what)) << 1;
                case SET -> reached = (reached & at.of(what)) << 1;
                case ONE_OF -> {
                    reached = (reached & at.ofWords(steps, next, next + what)) << 1;
                    next += what;
                }
                case OTHER -> reached = (reached & at.all() & ~at.of(what)) << 1;
                case GAP -> {
                    // Behind the last word is a place as well.
                    reached = spread(what < Long.SIZE ? reached << what : 0, steps[next]) & (at.all() << 1 | 1);
                    next++;
                }
                case MAYBE -> {
                    next += what;
                    if ((reached & beginning(steps, i + 2, at)) != 0) {
                        reached |= forward(steps, i + 2, next, reached, at);
                    }
                }
                default -> {
                    long begun = reached;
                    reached = 0;
                    int end = next + what;
                    while (next < end) {
                        int length = steps[next++];
                        if ((begun & beginning(steps, next, at)) != 0) {
                            reached |= forward(steps, next, next + length, begun, at);
                        }
                        next += length;
                    }
                }
            }
        }
        return reached;
    }

    /** Where the word stands with which steps begin; everywhere, if they do not begin with a word that is quick to look up. */
    private static long beginning(int[] steps, int from, Places at) {
        return switch (steps[from]) {
            case WATCHED -> at.ofWatched(steps[from + 1]);
            case ONE_OF -> at.ofWords(steps, from + 2, from + 2 + steps[from + 1]);
            default -> -1L;
        };
    }

    /** These, and all that are ahead of one of them by no more. */
    private static long spread(long bits, int most) {
        long reached = bits;
        int done = 1;
        for (int left = Math.min(most, Long.SIZE); left > 0; left -= done / 2) {
            reached |= reached << Math.min(done, left);
            done <<= 1;
        }
        return reached;
    }

    /** The places from which these are reached: the same steps, made for this direction, the other way round. */
    static long backward(int[] steps, int from, int to, long places, Places at) {
        long reached = places;
        int next;
        for (int i = from; i < to && reached != 0; i = next) {
            int what = steps[i + 1];
            next = i + 2;
            switch (steps[i]) {
                case WATCHED -> reached = reached >>> 1 & at.ofWatched(what);
                case SET -> reached = reached >>> 1 & at.of(what);
                case ONE_OF -> {
                    reached = reached >>> 1 & at.ofWords(steps, next, next + what);
                    next += what;
                }
                case OTHER -> reached = reached >>> 1 & ~at.of(what);
                case GAP -> {
                    reached = what < Long.SIZE ? reached >>> what : 0;
                    for (int word = 0; word < steps[next]; word++) {
                        reached |= reached >>> 1;
                    }
                    next++;
                }
                case MAYBE -> {
                    next += what;
                    reached |= backward(steps, i + 2, next, reached, at);
                }
                default -> {
                    long begun = reached;
                    reached = 0;
                    int end = next + what;
                    while (next < end) {
                        int length = steps[next++];
                        reached |= backward(steps, next, next + length, begun, at);
                        next += length;
                    }
                }
            }
        }
        return reached;
    }
}
