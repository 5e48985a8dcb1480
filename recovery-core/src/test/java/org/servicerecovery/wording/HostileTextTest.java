package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that somebody made to break the reader. That the work grows with the length of a text and with nothing
 * else follows from how it is done: a text is cut into pieces of at most 63 words, and a piece costs no more than all steps of all phrases.
 * What can be counted of it without a clock is counted here: how many phrases are met in so much text. The steps that find none are not counted;
 * against an explosion of these there is only a time for 1 MB, and a very generous one.
 */
class HostileTextTest {
    private static final int SIZE = 1_000_000;
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String PROBLEM = "The parcel never came, and sorry is what I have heard for weeks.";

    private static final PhraseBook BOOK = PhraseBook.of("en");
    private static final long SEAM = 10_000;

    /** Names and texts: each of about 1 MB. */
    static Stream<Named<String>> hostile() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one word without end", "a".repeat(SIZE));
        texts.put("one number without end", "1".repeat(SIZE));
        texts.put("a number that goes on and on", "1.1,".repeat(SIZE / 4));
        texts.put("an address without end", "a@".repeat(SIZE / 2));
        texts.put("apostrophes in a word", "n't".repeat(SIZE / 3));
        texts.put("letters under marks", "a" + "\u0301".repeat(SIZE));
        texts.put("one sentence without end", "the parcel went to somebody else and ".repeat(SIZE / 37));
        texts.put("one sentence of filler words", "we ".repeat(SIZE / 3));
        texts.put("nothing but sorry", "sorry ".repeat(SIZE / 6));
        texts.put("nothing but sorry, a sentence each", "sorry. ".repeat(SIZE / 7));
        texts.put("words that wake the most phrases", busiest());
        texts.put("negated without end", "I am not never no not sorry ".repeat(SIZE / 28));
        texts.put("brackets", "(".repeat(SIZE));
        texts.put("ampersands", "&".repeat(SIZE));
        texts.put("entities", "&amp;".repeat(SIZE / 5));
        texts.put("entities that never end", "&amp".repeat(SIZE / 4));
        texts.put("quoted without end", ">".repeat(SIZE));
        texts.put("quoted again and again", "> ".repeat(SIZE / 2) + "sorry");
        texts.put("lines of quotations", ">>>> sorry\n".repeat(SIZE / 11));
        texts.put("stars", "*".repeat(SIZE));
        texts.put("stars and words", "*a **b ".repeat(SIZE / 7));
        texts.put("underscores and words", "_a __b_ ".repeat(SIZE / 8));
        texts.put("lists in lists", "- ".repeat(SIZE / 4) + "a\n" + "\n".repeat(SIZE / 2));
        texts.put("links that never end", "[a](".repeat(SIZE / 4));
        texts.put("pictures that never end", "![".repeat(SIZE / 2));
        texts.put("ticks", IntStream.range(1, 1400).mapToObj(i -> "`".repeat(i) + " ").reduce(new StringBuilder(), StringBuilder::append,
            StringBuilder::append).toString());
        texts.put("backslashes", "\\".repeat(SIZE));
        texts.put("quotation marks that open", "\u201c".repeat(SIZE));
        texts.put("quotation marks", "\"a ".repeat(SIZE / 3));
        texts.put("single quotation marks", "'a ".repeat(SIZE / 3));
        texts.put("empty lines", "\n".repeat(SIZE));
        texts.put("blanks", " ".repeat(SIZE));
        texts.put("lines of blanks", "\n \r\t".repeat(SIZE / 4));
        texts.put("marks without width", "\u200b".repeat(SIZE));
        texts.put("right to left", "\u202esorry\u202c ".repeat(SIZE / 8));
        texts.put("full stops", ".".repeat(SIZE));
        texts.put("question marks", "?".repeat(SIZE));
        texts.put("emoji", "\ud83d\ude22".repeat(SIZE / 2));
        texts.put("halves of emoji", "\ude22\ud83d".repeat(SIZE / 2));
        texts.put("headings of mail", ("On " + "a".repeat(200) + " wrote\n").repeat(SIZE / 210));
        texts.put("marked quotations without end", "Sent from a\n>\n".repeat(SIZE / 14));
        texts.put("headings of mail that never end", "From: " + "a".repeat(SIZE));
        texts.put("dashes", "-".repeat(SIZE));
        texts.put("lines of dashes", "-- a\n".repeat(SIZE / 5));
        texts.put("lines of underscores", "_________\n".repeat(SIZE / 10));
        texts.put("nested boxes", "<div>".repeat(100_000) + "sorry" + "</div>".repeat(100_000));
        texts.put("nested quotations of HTML", "<blockquote>".repeat(80_000) + ">");
        texts.put("quotations of HTML side by side", "<p><blockquote></blockquote>".repeat(SIZE / 28) + ">");
        texts.put("scripts side by side", "<p>a<script>a</script>".repeat(SIZE / 22) + ">");
        texts.put("tags that never close", "<b><p>".repeat(SIZE / 6) + ">");
        texts.put("tags that close crosswise", "<b><i></b></i>".repeat(SIZE / 14) + ">");
        texts.put("tables in tables", "<table><tr><td>".repeat(SIZE / 15) + ">");
        texts.put("text between tables", "<table>sorry".repeat(SIZE / 12) + ">");
        texts.put("attributes", "<p " + "a=b ".repeat(SIZE / 4) + ">sorry</p>");
        texts.put("comments", "<p><!--".repeat(SIZE / 7) + ">");
        texts.put("angles", "<".repeat(SIZE));
        return texts.entrySet().stream().map(text -> Named.of(text.getKey(), text.getValue()));
    }

    /** The words of real messages that are in the most sets of words, over and over, in changing order and one sentence. */
    private static String busiest() {
        Tokenizer tokenizer = PhraseBook.of("en").tokenizer();
        List<String> words = Stream.of(String.join(" ", Texts.MESSAGES).toLowerCase(Locale.ROOT).split("[^a-z]+")).distinct()
            .sorted(Comparator.comparingInt((String word) -> -tokenizer.tokens(word.toCharArray()).word(0).length)).limit(23).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < SIZE; i += 1 + i % 7) {
            text.append(words.get(i % words.size())).append(' ');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aMegabyteMadeToHurtIsReadInEveryFormat(String text) {
        for (Draft.Format format : Draft.Format.values()) {
            Draft draft = new Draft(text, format, "Anna", PROBLEM, PROBLEM);
            assertTimeoutPreemptively(GENEROUS, () -> Texts.assertInPlace(Texts.ENGLISH.review(draft), draft), format::name);
        }
    }

    /** Nothing is looked at again because of what follows: in a text that is twice as long, twice as many phrases are met and not more. */
    @ParameterizedTest
    @MethodSource("hostile")
    void aTextTwiceAsLongMeetsTwiceAsManyPhrases(String text) {
        String part = text.substring(0, SIZE / 20);
        long once = phrases(part);
        // Where two parts meet, words come together that are apart otherwise.
        assertTrue(phrases(part.repeat(2)) <= 2 * once + SEAM);
        assertTrue(phrases(part.repeat(8)) <= 8 * once + 7 * SEAM);
    }

    private static long phrases(String text) {
        long[] count = new long[1];
        BOOK.phrases().scan(BOOK.tokenizer().tokens(text.toCharArray()), (phrase, first, last) -> count[0]++);
        return count[0];
    }
}
