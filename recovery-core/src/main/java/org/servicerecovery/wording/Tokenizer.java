package org.servicerecovery.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits a text into words and sentences, in one pass. Contractions become the words they stand for; curly quotes, soft hyphens and marks
 * without width make no difference; what stands in quotation marks is marked. Safe for many threads.
 */
final class Tokenizer {
    /** Ends a sentence whatever stands around it. */
    static final char BREAK = '\u2029';
    /** Stands for nothing: words go on behind it. */
    static final char NOTHING = '\u00ad';

    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_QUOTE = 400;
    private static final int KNOWN_BITS = 15;
    /** Of the FNV-1a hash. */
    private static final long FIRST = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int NAME = Lexicon.Shape.NAME.ordinal();

    private final Lexicon lexicon;
    private final Map<String, String[]> contractions;
    private final Set<String> abbreviations;
    private final Locale locale;
    private final int[] questionMark;
    private final int[] address;
    private final int[] name;
    /** What words were found to be; a place is taken by whoever came last. */
    private final Known[] known = new Known[1 << KNOWN_BITS];

    Tokenizer(Lexicon lexicon, Map<String, String[]> contractions, Set<String> abbreviations, Locale locale) {
        this.lexicon = lexicon;
        this.contractions = contractions;
        this.abbreviations = abbreviations;
        this.locale = locale;
        questionMark = lexicon.known("?", -1);
        address = lexicon.known("", Lexicon.Shape.URL.ordinal());
        name = lexicon.known("", NAME);
    }

    /**
     * Final fields: safe to read by a thread that did not write it. Words are told apart by a number of 64 bits alone, because reading their letters
     * costs more than all else. What it stands for is one word, or, if it is a contraction, several.
     */
    private record Known(long hash, int[] word, int[][] more, boolean abbreviation) {
    }

    private Known known(char[] word, int from, int to, long letters, int shape) {
        long hash = (letters * 31 + shape) * 0x9E3779B97F4A7C15L;
        int place = (int) (hash >>> Long.SIZE - KNOWN_BITS);
        Known found = known[place];
        if (found != null && found.hash == hash) {
            return found;
        }
        found = known[place ^ 1];
        if (found == null || found.hash != hash) {
            found = looked(hash, new String(word, from, to - from), shape);
            known[place ^ 1] = known[place];
            known[place] = found;
        }
        return found;
    }

    private Known looked(long hash, String word, int shape) {
        String written = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(locale).replace("\u00df", "ss");
        String[] parts = contractions.get(written);
        if (parts == null && written.indexOf('\'') > 0) {
            parts = apostrophe(written);
        }
        int[] one = parts == null ? lexicon.known(written, shape) : lexicon.known(parts[0], -1);
        int[][] more = parts == null ? new int[0][] : Arrays.stream(parts).skip(1).map(part -> lexicon.known(part, -1)).toArray(int[][]::new);
        return new Known(hash, one, more, abbreviations.contains(written));
    }

    /** {@code they'll} is {@code they} and what {@code 'll} stands for; {@code don't} is {@code do} and what {@code n't} stands for. */
    private String[] apostrophe(String written) {
        int mark = written.indexOf('\'');
        if (written.endsWith("n't") && contractions.containsKey("n't")) {
            return new String[] {written.substring(0, written.length() - 3), contractions.get("n't")[0]};
        }
        String[] ending = contractions.get(written.substring(mark));
        return ending == null ? null : new String[] {written.substring(0, mark), ending[0]};
    }

    Tokens tokens(char[] text) {
        Tokens tokens = new Tokens(Math.max(16, text.length / 5));
        new Run(text, tokens).all();
        return tokens;
    }

    private final class Run {
        private final char[] text;
        private final Tokens tokens;
        private final char[] word = new char[LONGEST_WORD];
        private boolean sentence = true;
        private int quoteEnds = -1;
        /** Where a full stop stands that ends no sentence. */
        private int abbreviated = -1;

        Run(char[] text, Tokens tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        void all() {
            int at = 0;
            while (at < text.length) {
                char c = text[at];
                if (c == ' ') {
                    at++;
                } else if (c == 'h' && isAddress(at)) {
                    at = address(at);
                } else if (isPlainLetter(c)) {
                    at = plain(at);
                } else if (isWord(c)) {
                    at = word(at);
                } else if ((c == '^' || c == '@') && at + 1 < text.length && isWord(text[at + 1])) {
                    at = handle(at);
                } else {
                    punctuation(c, at);
                    at++;
                }
            }
        }

        private boolean isAddress(int at) {
            return starts(at, "http://") || starts(at, "https://");
        }

        private boolean starts(int at, String with) {
            int i = 0;
            while (i < with.length() && at + i < text.length && text[at + i] == with.charAt(i)) {
                i++;
            }
            return i == with.length();
        }

        /** One word, however long, up to a blank. */
        private int address(int from) {
            int i = from;
            while (i < text.length && !Character.isWhitespace(text[i]) && text[i] != BREAK) {
                i++;
            }
            add(from, i, address);
            return i;
        }

        /** {@code ^AB} and {@code @name}: who writes and who is written to, in social media. */
        private int handle(int from) {
            int i = from + 1;
            while (i < text.length && (isWord(text[i]) || text[i] == '_')) {
                i++;
            }
            if (text[from] == '@') {
                add(from, i, name);
            }
            return i;
        }

        /** Most words: letters of English up to a space or a mark that ends a word. */
        private int plain(int from) {
            long hash = FIRST;
            int i = from;
            while (i < text.length && isPlainLetter(text[i])) {
                hash = (hash ^ text[i++]) * PRIME;
            }
            if (i < text.length && !isEnd(i) || i - from > LONGEST_WORD) {
                return word(from);
            }
            add(from, i, i, known(text, from, i, hash, isCapital(text[from]) ? NAME : -1));
            return i;
        }

        private boolean isCapital(char c) {
            return !sentence && Character.isUpperCase(c);
        }

        private boolean isEnd(int i) {
            char c = text[i];
            return c == ' ' || c == '\n' || c == ',' || c == '!' || c == '?' || c == '.' && (i + 1 == text.length || text[i + 1] == ' ' || text[i + 1] == '\n');
        }

        private void punctuation(char c, int at) {
            switch (c) {
                case '?' -> {
                    add(at, at + 1, questionMark);
                    ends(at + 1);
                }
                case '.', '!', ';', ':' -> ends(at + 1);
                case BREAK -> sentence = true;
                case '\n' -> {
                    if (isBlankLine(at + 1) || startsItem(at + 1)) {
                        sentence = true;
                    }
                }
                case '"', '\u201c', '\u201e', '\u00ab', '\u2018', '\'' -> quote(c, at);
                default -> {
                    // Other marks part words and nothing else.
                }
            }
        }

        /** A full stop within a number or an address does not get here. */
        private void ends(int next) {
            if (next >= text.length || !isWord(text[next])) {
                sentence = true;
            }
        }

        private boolean isBlankLine(int from) {
            int i = blanks(from);
            return i >= text.length || text[i] == '\n';
        }

        private boolean startsItem(int from) {
            int i = blanks(from);
            return i + 1 < text.length && "-*\u2022>".indexOf(text[i]) >= 0 && text[i + 1] == ' ';
        }

        private int blanks(int from) {
            int i = from;
            while (i < text.length && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || isInvisible(text[i]))) {
                i++;
            }
            return i;
        }

        private void quote(char c, int at) {
            if (at < quoteEnds) {
                return;
            }
            String closers = switch (c) {
                case '"' -> "\"";
                case '\u201c' -> "\u201d\"";
                case '\u201e' -> "\u201c\u201d\"";
                case '\u00ab' -> "\u00bb";
                case '\u2018' -> "\u2019";
                default -> "'";
            };
            boolean single = c == '\u2018' || c == '\'';
            if (single && at > 0 && Character.isLetterOrDigit(text[at - 1])) {
                return;
            }
            int most = Math.min(text.length, at + LONGEST_QUOTE);
            for (int i = at + 1; i < most; i++) {
                char next = text[i];
                if (next == BREAK || next == '\n' && i + 1 < text.length && text[i + 1] == '\n') {
                    return;
                }
                boolean withinWord = single && i + 1 < text.length && Character.isLetterOrDigit(text[i + 1]);
                if (closers.indexOf(next) >= 0 && !withinWord) {
                    quoteEnds = i;
                    return;
                }
            }
        }

        private int word(int from) {
            int length = 0;
            int digits = 0;
            int letters = 0;
            long hash = FIRST;
            boolean dotted = false;
            boolean at = false;
            int first = from;
            int last = from;
            int i = from;
            for (; i < text.length; i++) {
                char c = text[i];
                if (c >= '0' && c <= '9') {
                    digits++;
                } else if (isPlainLetter(c)) {
                    letters++;
                } else if (c == '\'' || c == '\u2019') {
                    if (i + 1 >= text.length || !Character.isLetter(text[i + 1])) {
                        break;
                    }
                    c = '\'';
                } else if (c == '@') {
                    at = true;
                } else if (isInvisible(c)) {
                    continue;
                } else if (c > 127 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)) {
                    letters++;
                } else if (isJoiner(c) && joins(i, digits > 0 || at)) {
                    dotted = true;
                } else {
                    break;
                }
                first = length == 0 ? i : first;
                last = i + 1;
                if (length < LONGEST_WORD) {
                    word[length++] = c;
                    hash = (hash ^ c) * PRIME;
                }
            }
            if (length > 0) {
                boolean capital = isCapital(word[0]);
                int shape = digits == 0 && !at && !dotted ? capital ? NAME : -1 : Shapes.of(new String(word, 0, length), digits, letters, at, capital);
                add(first, last, i, known(word, 0, length, hash, shape));
            }
            return Math.max(i, from + 1);
        }

        /** Between digits and in addresses, what parts words elsewhere joins them. */
        private boolean joins(int i, boolean number) {
            return i + 1 < text.length && Character.isLetterOrDigit(text[i + 1])
                && (number || text[i] == '.' && i > 0 && Character.isLowerCase(text[i + 1]) && Character.isLowerCase(text[i - 1]));
        }

        /** From its first to its last character that is seen; next is where the text goes on. */
        private void add(int from, int to, int next, Known found) {
            add(from, to, found.word());
            for (int[] one : found.more()) {
                add(from, to, one);
            }
            if (found.abbreviation() && next < text.length && text[next] == '.') {
                abbreviated = next;
            }
        }

        private void add(int from, int to, int[] one) {
            tokens.add(from, to, one, sentence && !(abbreviated >= 0 && from <= abbreviated + 2), from < quoteEnds);
            sentence = false;
            abbreviated = -1;
        }
    }

    private static boolean isPlainLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isWord(char c) {
        return isPlainLetter(c) || c >= '0' && c <= '9' || c > 127 && (Character.isLetterOrDigit(c) || isInvisible(c));
    }

    private static boolean isInvisible(char c) {
        return c == NOTHING || c == '\u061c' || c >= '\u200b' && c <= '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2060' && c <= '\u206f'
            || c >= '\ufe00' && c <= '\ufe0f' || c == '\ufeff';
    }

    private static boolean isJoiner(char c) {
        return c == '.' || c == ':' || c == '/' || c == '-' || c == '+' || c == ',' || c == '_';
    }
}
