package org.servicerecovery.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What phrases cannot find, because it depends on what the customer said: whether his problem is named, and whether his words are only repeated.
 * A kind that is not in the file of the language is not looked for.
 */
final class Comparing {
    static final String NAMES_PROBLEM = "names-problem";
    static final String OWN_WORDS = "own-words";
    static final String COPIES = "copies-the-customer";
    static final String BY_NAME = "addresses-by-name";
    private static final String APOLOGY = "apology";
    /** So many words in a row that are the customer's are a copy, if most of the text is made of such runs. */
    private static final int RUN = 3;
    private static final double MOSTLY = 0.5;
    /** Fewer shared words are no restatement. */
    private static final int RESTATED = 2;
    /** So many words that mean something make an apology one for something, whatever the words for it. */
    private static final int SPECIFIC = 2;
    private static final int SPECIFIC_BEFORE = 4;

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "frau", "familie", "family");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PhraseBook book;

    Comparing(PhraseBook book) {
        this.book = book;
    }

    /** All that is found in a text in which phrases found these. */
    List<Finding> compared(Draft draft, char[] own, List<Finding> found) {
        // A restatement restates something: without it there is none.
        List<Finding> all = new ArrayList<>(found);
        all.removeIf(finding -> finding.kind().id().equals(OWN_WORDS));
        if (draft.problem().isBlank() && draft.heard().isBlank() && draft.customer().isBlank()) {
            return all;
        }
        Comparison comparison = new Comparison(draft.text(), new String(own));
        if (!draft.problem().isBlank()) {
            comparison.named(book.overlap().meaning(draft.problem()), found);
        }
        if (!draft.heard().isBlank()) {
            comparison.repeated(draft.heard(), found);
        }
        if (!draft.customer().isBlank()) {
            comparison.addressed(draft.customer());
        }
        all.addAll(comparison.more);
        return all;
    }

    /** One text; own is what of it the writer says himself, at the same places. */
    private final class Comparison {
        private final String original;
        private final String text;
        private final List<Finding> more = new ArrayList<>();

        Comparison(String original, String text) {
            this.original = original;
            this.text = text;
        }

        /** Each sentence that apologises is compared once, however often it does so. */
        void named(Set<String> problem, List<Finding> found) {
            int done = 0;
            for (Finding apology : found) {
                if (apology.kind().id().equals(APOLOGY) && apology.start() >= done) {
                    done = named(problem, apology);
                }
            }
        }

        /**
         * Who apologises in words of his own names the problem as well as who repeats the customer's. So an apology that says enough counts,
         * and is sure where it shares a word; one that says little may stand behind the sentence that names it.
         */
        private int named(Set<String> problem, Finding apology) {
            int from = sentenceBegin(apology.start());
            int to = apology.end();
            while (to < text.length() && !isEnd(text.charAt(to))) {
                to++;
            }
            Set<String> said = book.overlap().meaning(text.substring(from, to));
            if (said.size() < SPECIFIC && Overlap.shared(said, problem) == 0) {
                from = sentenceBegin(Math.max(0, from - 1));
                said = book.overlap().meaning(text.substring(from, to));
                if (said.size() < SPECIFIC_BEFORE && Overlap.shared(said, problem) == 0) {
                    return to;
                }
            }
            add(NAMES_PROBLEM, from, to, Overlap.shared(said, problem) > 0);
            return to;
        }

        private int sentenceBegin(int at) {
            int from = at;
            while (from > 0 && isEnd(text.charAt(from - 1))) {
                from--;
            }
            while (from > 0 && !isEnd(text.charAt(from - 1))) {
                from--;
            }
            return from;
        }

        /** What phrases take for a restatement is one only if it is no copy. */
        void repeated(String heard, List<Finding> found) {
            Overlap overlap = book.overlap();
            List<String> words = overlap.words(text);
            if (Overlap.copied(overlap.turned(words), overlap.turned(overlap.words(heard)), RUN) > MOSTLY) {
                add(COPIES, 0, text.length(), true);
                return;
            }
            List<Finding> restated = found.stream().filter(finding -> finding.kind().id().equals(OWN_WORDS)).toList();
            more.addAll(restated);
            if (restated.isEmpty() && Overlap.shared(overlap.meaning(text), overlap.meaning(heard)) >= RESTATED) {
                add(OWN_WORDS, 0, text.length(), true);
            }
        }

        void addressed(String customer) {
            for (String name : NO_NAME.split(customer)) {
                int at = name.length() < 2 || TITLES.contains(name.toLowerCase(Locale.ROOT)) ? -1 : place(name);
                if (at >= 0) {
                    add(BY_NAME, at, at + name.length(), true);
                    return;
                }
            }
        }

        /** Letter by letter: in lower case, a text may be longer. */
        private int place(String name) {
            for (int at = 0; at + name.length() <= text.length(); at++) {
                if (text.regionMatches(true, at, name, 0, name.length()) && isWritten(name, at) && !isLetter(at - 1) && !isLetter(at + name.length())) {
                    return at;
                }
            }
            return -1;
        }

        /** A baker is not Mr Baker, unless somebody writes everything in small letters. */
        private boolean isWritten(String name, int at) {
            return !Character.isUpperCase(name.charAt(0)) || Character.isUpperCase(text.charAt(at)) || text.chars().noneMatch(Character::isUpperCase);
        }

        private boolean isLetter(int at) {
            return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
        }

        /** From the first letter there to the last. */
        private void add(String id, int from, int to, boolean sure) {
            Entry entry = book.entries().get(id);
            if (entry == null) {
                return;
            }
            int start = from;
            while (start < to && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            int end = to;
            while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
            more.add(new Finding(entry.kind(), start, end, original.substring(start, end), sure, entry.kind().better()));
        }
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\n' || c == Tokenizer.BREAK;
    }
}
