package org.servicerecovery.wording;

import java.util.regex.Pattern;

/** What can be seen of a word with digits, dots or an at sign in it. */
final class Shapes {
    private static final int PHONE_DIGITS = 7;
    /** Matched against words, whose length is bounded. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?[-./]\\d\\d?[-./](\\d{4}|\\d\\d)|\\d\\d?/\\d\\d?|\\d\\d?\\.\\d\\d?\\.|\\d\\d?(st|nd|rd|th)");
    private static final Pattern TIME = Pattern.compile("\\d\\d?:\\d\\d(:\\d\\d)?([ap]m)?|\\d\\d?([.:]\\d\\d)?[ap]m");
    private static final String ALWAYS = "24/7";

    private Shapes() {
    }

    /** The ordinal of the shape, or -1. */
    static int of(String written, int digits, int letters, boolean at, boolean name) {
        String word = written.toLowerCase(java.util.Locale.ROOT);
        if (at && word.indexOf('.') > 0) {
            return Lexicon.Shape.EMAIL.ordinal();
        }
        if (digits == 0) {
            return word.indexOf('.') > 0 ? Lexicon.Shape.URL.ordinal() : name ? Lexicon.Shape.NAME.ordinal() : -1;
        }
        if (TIME.matcher(word).matches()) {
            return Lexicon.Shape.TIME.ordinal();
        }
        if (DATE.matcher(word).matches() && !word.equals(ALWAYS)) {
            return Lexicon.Shape.DATE.ordinal();
        }
        if (letters > 0) {
            return word.startsWith("www.") || word.startsWith("http") ? Lexicon.Shape.URL.ordinal() : -1;
        }
        return digits >= PHONE_DIGITS ? Lexicon.Shape.PHONE.ordinal() : Lexicon.Shape.NUMBER.ordinal();
    }
}
