package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a word, a sentence and a quotation, and where it stands. */
class TokenizerTest {
    private static final PhraseBook BOOK = Texts.phrase("i/we/do/not/will/it/is/sorry/cafe/<NUMBER>/<TIME>/<DATE>/<EMAIL>/<URL>/<PHONE>/<NAME>");
    private static final Tokenizer TOKENIZER = BOOK.tokenizer();

    private static Tokens tokens(String text) {
        return TOKENIZER.tokens(text.toCharArray());
    }

    /** The words as they stand in the text. */
    private static List<String> words(String text) {
        Tokens tokens = tokens(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            words.add(text.substring(tokens.start(i), tokens.end(i)));
        }
        return words;
    }

    /** The sentences, their words with a blank between. */
    private static List<String> sentences(String text) {
        Tokens tokens = tokens(text);
        List<String> words = words(text);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (tokens.beginsSentence(i)) {
                sentences.add(words.get(i));
            } else {
                sentences.set(sentences.size() - 1, sentences.get(sentences.size() - 1) + " " + words.get(i));
            }
        }
        return sentences;
    }

    private static String quoted(String text) {
        Tokens tokens = tokens(text);
        List<String> words = words(text);
        return IntStream.range(0, words.size()).filter(tokens::isQuoted).mapToObj(words::get).collect(Collectors.joining(" "));
    }

    /** Whether the only word of a text is that word of the phrases, or of that shape. */
    private static boolean is(String text, String phrase) {
        return Texts.found(Texts.phrase(phrase), text).equals(List.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"don't", "don\u2019t", "DON'T", "do\u00adn't", "don\u200b\u2019t"})
    void aContractionIsTheWordsItStandsForAndStandsWhereItStands(String written) {
        assertEquals(List.of("I", written, written, "see"), words("I " + written + " see"));
        assertEquals(List.of(written), Texts.found(Texts.phrase("do not"), "I " + written + " see"));
    }

    @Test
    void endingsOfContractionsAndWholeContractionsAreKnown() {
        assertEquals(List.of("We'll"), Texts.found(Texts.phrase("we will"), "We'll see"));
        assertEquals(List.of("It\u2019s"), Texts.found(Texts.phrase("it is"), "It\u2019s late"));
        assertEquals(List.of("customers"), Texts.found(Texts.phrase("customer"), "Our customers' parcels"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"so\u00adrry", "so\u200brry", "\u200fsorry\u200f", "\u2067sorry\u2069", "\u202esorry\u202c", "sorry\ufe0f",
        "\ufeffsorry", "SORRY", "\u061csorry"})
    void marksThatNobodySeesMakeNoDifference(String written) {
        String text = "so, " + written + ", yes";
        List<String> found = Texts.found(Texts.phrase("=sorry"), text);
        assertEquals(1, found.size());
        assertTrue(written.contains(found.get(0)));
        assertTrue(Character.isLetter(found.get(0).charAt(0)) && Character.isLetter(found.get(0).charAt(found.get(0).length() - 1)),
            "from letter to letter");
    }

    @Test
    void anAccentMayBeAMarkOfItsOwn() {
        assertEquals(List.of("cafe\u0301"), Texts.found(Texts.phrase("=caf\u00e9"), "The cafe\u0301 is shut"));
        assertEquals(List.of("caf\u00e9"), Texts.found(Texts.phrase("=caf\u00e9"), "The caf\u00e9 is shut"));
    }

    @Test
    void emojiPartWordsAndAreNone() {
        assertEquals(List.of("we", "are", "sorry", "sorry"), words("we are\ud83d\ude22sorry \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \u2764\ufe0fsorry\ud83d\udc4d"));
        assertEquals(1, sentences("we are \ud83d\ude22 sorry").size());
        assertTrue(words("\ud83d\ude22 \ud83d \ude22 \u200d \u200b").isEmpty());
    }

    @Test
    void hyphensSlashesAndDashesPartWords() {
        assertEquals(List.of("call", "back", "and", "or", "write", "soon", "yes"), words("call-back and/or write\u2013soon\u2014yes"));
        assertEquals(List.of("self-explanatory"), Texts.found(Texts.phrase("self-explanatory"), "It is self-explanatory."));
        assertEquals(List.of("self explanatory"), Texts.found(Texts.phrase("self-explanatory"), "It is self explanatory."));
    }

    @ParameterizedTest
    @CsvSource({"7, NUMBER", "12, NUMBER", "3.50, NUMBER", "'1,000', NUMBER", "24/7, NUMBER", "5pm, TIME", "14:30, TIME", "5.30pm, TIME",
        "09:15:00, TIME",
        "2026-01-05, DATE", "5/1/2026, DATE", "05.01.2026, DATE", "12/03, DATE", "3rd, DATE", "anna@example.com, EMAIL",
            "a.b@mail.example.org, EMAIL",
        "www.example.com, URL", "help.example.com, URL", "01632960123, PHONE", "01632-960-123, PHONE"})
    void whatCanBeSeenOfAWordIsItsShape(String written, Lexicon.Shape shape) {
        assertEquals(List.of(shape), Stream.of(Lexicon.Shape.values()).filter(one -> is(written, "<" + one + ">")).toList());
        assertEquals(List.of("by", written, "then"), words("by " + written + " then"));
    }

    @Test
    void aNameHasACapitalThoughNotAtTheBeginningOfASentence() {
        assertEquals(List.of("Tom"), Texts.found(Texts.phrase("<NAME>"), "Yesterday Tom called. Later he wrote."));
        assertEquals(List.of("\u00d6zlem"), Texts.found(Texts.phrase("<NAME>"), "Yesterday \u00d6zlem called."));
    }

    @Test
    void aFullStopWithinANumberAnAddressOrAnAbbreviationEndsNoSentence() {
        assertEquals(1, sentences("Mr. Smith paid 3.50 at example.com, e.g. today, to a@b.com by 5.30pm").size());
        assertEquals(List.of("It cost 3.50", "That is too much"), sentences("It cost 3.50. That is too much."));
        assertEquals(List.of("Write to a@b.com", "Thanks"), sentences("Write to a@b.com. Thanks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"One. Two", "One! Two", "One; two", "One: two", "One... two", "One.\nTwo", "One.\r\nTwo", "One\n\nTwo",
        "One\r\n\r\nTwo", "One\n \t\nTwo",
        "One\n- Two", "One\r\n* Two", "One\n\u2022 Two", "One\n\u200b\nTwo", "One\u2029Two", "One.\" Two", "One.) Two"})
    void sentencesEndAtMarksAtEmptyLinesAndBeforeItems(String text) {
        assertEquals(2, sentences(text).size(), () -> sentences(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"One, two", "One two", "One\ntwo", "One\r\ntwo", "One - two", "One (two)", "One \u2013 two", "One \"two\"",
        "One\u00a0two", "One\ttwo"})
    void otherMarksAndLinesThatWrapEndNone(String text) {
        assertEquals(1, sentences(text).size(), () -> sentences(text).toString());
        assertEquals(2, words(text).size());
    }

    @Test
    void aQuestionMarkIsAWordAtTheEndOfItsSentence() {
        assertEquals(List.of("Is it ?", "Yes"), sentences("Is it? Yes."));
        assertEquals(List.of("it?"), Texts.found(Texts.phrase("it =? $"), "Is it? It is."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"we say \"so it is\" here", "we say \u201cso it is\u201d here", "we say \u201eso it is\u201c here",
        "we say \u00abso it is\u00bb here",
        "we say \u2018so it is\u2019 here", "we say 'so it is' here", "we say \u201eso it is\u201d here", "we say \u201cso it is\" here"})
    void whatStandsInQuotationMarksOfAnySortIsQuoted(String text) {
        assertEquals("so it is", quoted(text));
    }

    @Test
    void anApostropheOpensNoQuotationAndClosesNone() {
        assertEquals("", quoted("the customers' parcel isn't the drivers' fault"));
        assertEquals("it isn't isn't so", quoted("we say 'it isn't so' here"));
    }

    @Test
    void aQuotationMarkThatIsNeverClosedQuotesNothing() {
        assertEquals("", quoted("we say \u201cso it is and go on"));
        assertEquals("", quoted("we say \u201cso it is\n\nand\u201d go on"));
        assertEquals("", quoted("we say \"" + "a ".repeat(300) + "\" and go on"), "nobody quotes so much");
        assertEquals("6", quoted("a 5\" pipe and a 6\" pipe").replaceAll("[^6]", ""));
    }

    @Test
    void aWordIsOneHoweverLongItIs() {
        String word = "donaudampfschifffahrtsgesellschaft".repeat(5);
        assertEquals(List.of("a", word, "b"), words("a " + word + " b"));
        assertEquals(List.of("a", word + "\u00e4", "b"), words("a " + word + "\u00e4 b"));
    }

    @Test
    void aTextOfNothingHasNoWords() {
        for (String text : List.of("", " ", "\n", "...", "\u200b", "\u2029", "\u00ad\u00ad", "--", "''")) {
            assertEquals(0, tokens(text).count(), () -> Arrays.toString(text.toCharArray()));
        }
        assertFalse(tokens("a").isQuoted(0));
    }
}
