package org.servicerecovery.wording;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text as mail programs send it: earlier mail below or between, marked by {@code >} or by a heading, and a signature. */
final class MailText {
    /** Matched against single lines, whose length is bounded; no part of them can be matched in two ways. */
    private static final List<Pattern> EARLIER = List.of(
        Pattern.compile("-{2,} ?(Original Message|Forwarded message|Urspr\u00fcngliche Nachricht|Weitergeleitete Nachricht) ?-{2,}.*"),
        Pattern.compile("(On|Am) [^\\n]{0,240}(wrote|schrieb)[^\\n]{0,100}:"),
        Pattern.compile("_{10,}"),
        Pattern.compile("(From|Von): [^\\n]{1,200}[@<\\[].*"),
        Pattern.compile("(Sent from|Get Outlook|Gesendet von|Von meinem) [^\\n]{1,60}"));
    private static final int LONGEST_HEADING = 320;

    private MailText() {
    }

    /** What the writer says himself; the rest is blank, so that everything stands where it stood. */
    static char[] of(String text) {
        char[] own = text.toCharArray();
        int from = 0;
        while (from < own.length) {
            int end = text.indexOf('\n', from);
            int stop = end < 0 ? own.length : end;
            boolean earlier = isEarlier(text, from, stop);
            if (isSignature(text, from, stop) || earlier && !isMarkedBelow(text, stop)) {
                return Arrays.copyOf(own, from);
            }
            if (earlier || own[from] == '>') {
                Arrays.fill(own, from, stop, Tokenizer.BREAK);
            }
            from = stop + 1;
        }
        return own;
    }

    private static boolean isSignature(String text, int from, int to) {
        return text.startsWith("--", from) && text.substring(from, to).strip().equals("--");
    }

    /** Where each line of the earlier mail is marked, what stands below it is the writer's own again. */
    private static boolean isMarkedBelow(String text, int from) {
        int at = behindBlanks(text, from);
        int next = text.indexOf('\n', at);
        // The heading may be broken before its last words, which end in a colon.
        if (next > at && next - at < LONGEST_HEADING && text.substring(at, next).strip().endsWith(":")) {
            at = behindBlanks(text, next);
        }
        return text.startsWith(">", at);
    }

    private static int behindBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEarlier(String text, int from, int to) {
        char first = from < to ? text.charAt(from) : ' ';
        if (to - from > LONGEST_HEADING || "-OA_FVSG".indexOf(first) < 0) {
            return false;
        }
        String line = text.substring(from, to).strip();
        int next = text.indexOf('\n', to + 1);
        int stop = next < 0 ? text.length() : next;
        // Some mail programs break this heading before its last words.
        String two = to < text.length() && stop - to < LONGEST_HEADING ? line + " " + text.substring(to + 1, stop).strip() : line;
        return EARLIER.stream().anyMatch(pattern -> pattern.matcher(line).matches()) || EARLIER.get(1).matcher(two).matches();
    }
}
