package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a phrase cannot do without: a word of a set, which is behind the one needed before it (or behind the phrase's beginning) by no less than
 * {@code least} and no more than {@code most} words.
 */
record Need(int set, int least, int most) {
    /** The needs of a part, in their order; asked for when all words are known. */
    static List<Need> of(Part part, Lexicon lexicon) {
        Row row = new Row(lexicon);
        row.add(part);
        return row.needs;
    }

    /** Whether a part has a word that cannot be left out. */
    static boolean hasAny(Part part) {
        return part instanceof Part.Word || part instanceof Part.Row row && row.parts().stream().anyMatch(Need::hasAny)
            || part instanceof Part.Either either && either.parts().stream().allMatch(Need::hasAny);
    }

    /** Only what is needed, with gaps between: what has not got this has not got the phrase. */
    static Part outline(List<Need> needs) {
        List<Part> parts = new ArrayList<>();
        for (Need need : needs) {
            if (!parts.isEmpty()) {
                parts.add(new Part.Gap(need.least - 1, need.most - 1));
            }
            parts.add(new Part.Word(need.set));
        }
        return new Part.Row(parts);
    }

    /** Where one of the words needed by an alternative stands: so many words of it are before it, and so many behind. */
    private record Within(int set, int leastBefore, int mostBefore, int leastBehind, int mostBehind) {
    }

    /** Goes along a phrase. */
    private static final class Row {
        private final Lexicon lexicon;
        private final List<Need> needs = new ArrayList<>();
        /** The least and the most words since the last need. */
        private int least;
        private int most;

        Row(Lexicon lexicon) {
            this.lexicon = lexicon;
        }

        void add(Part part) {
            if (part instanceof Part.Word word) {
                need(word.set());
            } else if (part instanceof Part.Row row) {
                row.parts().forEach(this::add);
            } else if (part instanceof Part.Either either) {
                either(either);
            } else {
                pass(part.least(), part.most());
            }
        }

        private void need(int set) {
            needs.add(new Need(set, least + 1, most + 1));
            least = 0;
            most = 0;
        }

        private void pass(int fewest, int all) {
            least += fewest;
            most += all;
        }

        /** Of each alternative the rarest, all of which are one set. */
        private void either(Part.Either either) {
            List<Within> all = new ArrayList<>();
            for (Part one : either.parts()) {
                Row inner = new Row(lexicon);
                inner.add(one);
                if (inner.needs.isEmpty()) {
                    pass(either.least(), either.most());
                    return;
                }
                all.add(inner.rarest());
            }
            pass(all.stream().mapToInt(Within::leastBefore).min().orElseThrow(), all.stream().mapToInt(Within::mostBefore).max().orElseThrow());
            need(lexicon.union(all.stream().map(Within::set).toList()));
            pass(all.stream().mapToInt(Within::leastBehind).min().orElseThrow(), all.stream().mapToInt(Within::mostBehind).max().orElseThrow());
        }

        private Within rarest() {
            Need rarest = needs.stream().min(Comparator.comparingLong(need -> lexicon.frequency(need.set))).orElseThrow();
            List<Need> before = needs.subList(0, needs.indexOf(rarest) + 1);
            List<Need> behind = needs.subList(before.size(), needs.size());
            // The word itself is not one of those before it.
            return new Within(rarest.set, before.stream().mapToInt(Need::least).sum() - 1, before.stream().mapToInt(Need::most).sum() - 1,
                behind.stream().mapToInt(Need::least).sum() + least, behind.stream().mapToInt(Need::most).sum() + most);
        }
    }
}
