package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.InvalidInputException;

/** What the notation of phrases means, and what takes back what a phrase finds. */
class PhrasesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "lost parcel; the lost parcel is here; lost parcel",
        "lose parcel; he loses parcels daily; loses parcels",
        "refund; Refunded!; Refunded",
        "=refund; a refund is due; refund",
        "refund*; the refundable part; refundable",
        "Refund; a refund is due; refund",
        "=gro\u00df; das ist gro\u00df; gro\u00df",
        "=gross; das ist gro\u00df; gro\u00df",
        "*bound; an outbound parcel; outbound",
        "parcel/letter lost; a letter lost; letter lost",
        "(lost parcel|damaged) today; damaged today; damaged today",
        "(lost parcel|damaged) today; lost parcel today; lost parcel today",
        "(lost|damaged (parcel|letter)) today; damaged letter today; damaged letter today",
        "[so] sorry; so sorry; so sorry",
        "[so] sorry; sorry; sorry",
        "[so|very much] sorry; very much sorry; very much sorry",
        "(so)? sorry; so sorry; so sorry",
        "I ..2 apologise; I apologise; I apologise",
        "I ..2 apologise; I do most humbly apologise; ",
        "I ..2 apologise; I do humbly apologise; I do humbly apologise",
        "I !not apologise; I hereby apologise; I hereby apologise",
        "not/never/no say; they never say; never say",
        "within <NUMBER> day; within 3 days; within 3 days",
        "by <TIME>; by 5pm; by 5pm",
        "self-evident; it is self-evident; self-evident",
        "I will not; I won't; ",
        "I will; I'll; I'll",
        "^ sorry; Sorry about that; Sorry",
        "late $; it came late; late",
        "^ late $; Late.; Late",
        "=yes =? $; Yes?; Yes?"})
    void eachElementFindsWhatItStandsFor(String phrase, String text, String found) {
        assertEquals(found == null ? List.of() : List.of(found), Texts.found(Texts.phrase(phrase), text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "lost parcel; a parcel lost",
        "lost parcel; lost. Parcel",
        "=refund; refunds are due",
        "refund*; a fund",
        "*bound; the boundary",
        "parcel/letter lost; parcel letter",
        "(lost parcel|damaged) today; lost today",
        "[so] sorry now; so now",
        "I ..2 apologise; apologise I",
        "I ..2 apologise; I say. Apologise",
        "I !not apologise; I not apologise",
        "I !not apologise; I apologise",
        "I !not/never apologise; I never apologise",
        "sorry !but; sorry",
        "within <NUMBER> day; within three days",
        "^ sorry; I am sorry",
        "late $; it came late today",
        "^ late $; too late",
        "late $; it came late, and broken"})
    void andNothingElse(String phrase, String text) {
        assertEquals(List.of(), Texts.found(Texts.phrase(phrase), text));
    }

    @Test
    void theBeginningAndTheEndAreThoseOfEachSentence() {
        assertEquals(List.of("Sorry", "Sorry"), Texts.found(Texts.phrase("^ sorry"), "Sorry for that. I am sorry! Sorry again."));
        assertEquals(List.of("late", "late"), Texts.found(Texts.phrase("late $"), "It is late. Late it is\n\nIt is late"));
    }

    @Test
    void aGroupStandsForItsMembersAndMayUseOthers() {
        PhraseBook book = Texts.book("groups: {us: [i, we], both: ['{us} all', us], all: ['({both}|{us})']}",
            "findings:", "  - {id: x, why: because, phrases: ['{all} apologise']}");
        for (String text : List.of("we apologise", "we all apologise", "us apologise", "I apologise")) {
            assertEquals(List.of(text), Texts.found(book, text));
        }
        assertEquals(List.of(), Texts.found(book, "they all apologise"));
    }

    @Test
    void whatOverlapsIsOneFinding() {
        PhraseBook book = Texts.finding("phrases: [a b, b c, d e]");
        assertEquals(List.of("a b c", "d e"), Texts.found(book, "a b c d e"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "a (b; at character 5, ')' is missing",
        "a [b; at character 5, ']' is missing",
        "a {b; at character 4, '}' is missing",
        "a {b}; at character 6, there is no group b",
        "a <AGE>; there is no shape <AGE>, only [NUMBER, TIME, DATE, EMAIL, URL, PHONE, NAME]",
        "a ..b; a number is missing after '..'",
        "a !b-c; a word with a hyphen is two words, and ! stands for one",
        "a/ b; at character 3, a word is missing; alternatives of more than a word, and groups, stand in (a b|{c})",
        "(a|); at character 4, a word is missing",
        "a ) b; at character 3",
        "a $ b; at character 4, this is not understood",
        "..3; every word can be left out",
        "[a] !b; every word can be left out"})
    void whatIsWrittenWronglyIsSaidWithItsPlaceAndWhatToDo(String phrase, String why) {
        InvalidInputException thrown = assertThrows(InvalidInputException.class, () -> Texts.phrase(phrase));
        assertTrue(thrown.getMessage().startsWith("In test, finding x: In \"" + phrase + "\"") && thrown.getMessage().contains(why), thrown.getMessage());
    }

    @Test
    void groupsHaveNoEndsOfSentencesAndDoNotStandInThemselves() {
        assertTrue(assertThrows(InvalidInputException.class, () -> grouped("{g: ['^ a']}"))
            .getMessage().contains("^ and $ stand in phrases, not in groups"));
        assertTrue(assertThrows(InvalidInputException.class, () -> grouped("{g: ['a {h}'], h: ['[{g}]']}"))
            .getMessage().contains("the group g stands in itself"));
    }

    private static PhraseBook grouped(String groups) {
        return Texts.book("groups: " + groups, "findings:", "  - {id: x, why: because, phrases: ['{g}']}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  - {id: x, phrases: [a]}", "  - {why: because, phrases: [a]}", "  - {id: x, why: because, traits: [happy]}",
        "  - {id: x, why: because, phrases: [{better: b}]}", "  - a"})
    void aFileThatLacksSomethingSaysWhat(String finding) {
        String said = assertThrows(InvalidInputException.class, () -> Texts.book("findings:", finding)).getMessage();
        assertTrue(said.startsWith("In test, finding ") || said.startsWith("In test, A finding must be a map"), said);
    }

    // Long sentences

    private static String words(int count) {
        return "w ".repeat(count);
    }

    @Test
    void aPhraseIsFoundWhereverItStandsInALongSentence() {
        PhraseBook book = Texts.phrase("a ..29 b");
        for (int before = 0; before < 200; before++) {
            String match = "a " + words(before % 30) + "b";
            assertEquals(List.of(match), Texts.found(book, words(before) + match + " " + words(150)), "after " + before);
        }
    }

    @Test
    void theEndsOfALongSentenceAreNotThoseOfItsPieces() {
        PhraseBook starts = Texts.phrase("^ a");
        PhraseBook ends = Texts.phrase("a $");
        for (int before = 1; before < 200; before++) {
            assertEquals(List.of(), Texts.found(starts, words(before) + "a " + words(100)));
            assertEquals(List.of(), Texts.found(ends, words(before) + "a " + words(1 + before % 70)));
            assertEquals(List.of("a"), Texts.found(ends, words(before) + "a"));
        }
        assertEquals(List.of("a"), Texts.found(starts, "a " + words(200) + "a " + words(200)));
    }

    // Objections

    @Test
    void whatOverlapsWithAnObjectionIsNone() {
        PhraseBook book = Texts.finding("phrases: [sorry]", "unless: [not sorry, sorry sight/state]");
        assertEquals(List.of("sorry"), Texts.found(book, "I am not sorry, it is a sorry sight, I am sorry"));
    }

    @Test
    void whatIsInASentenceWithAnObjectionIsNone() {
        PhraseBook book = Texts.finding("phrases: [sorry]", "unless-beside: [customer said]");
        assertEquals(List.of("Sorry"), Texts.found(book, "The customer said on the phone that he was sorry. Sorry! Sorry, the customer said."));
    }

    @Test
    void anObjectionReachesThroughAsLongASentenceAsThereIs() {
        PhraseBook book = Texts.finding("phrases: [sorry]", "unless-beside: [customer said]");
        for (int between = 0; between < 300; between += 7) {
            assertEquals(List.of(), Texts.found(book, "the customer said " + words(between) + "sorry"));
            assertEquals(List.of(), Texts.found(book, "sorry " + words(between) + "the customer said"));
            assertEquals(List.of("sorry"), Texts.found(book, "sorry " + words(between) + "the customer. Said"));
        }
    }

    @Test
    void anObjectionAnywhereInTheTextIsEnoughWhereItSaysSo() {
        PhraseBook book = Texts.finding("phrases: [sorry]", "unless-anywhere: [good news]");
        assertEquals(List.of(), Texts.found(book, "I am sorry.\n\nSo sorry. Here is the good news."));
        assertEquals(List.of("sorry"), Texts.found(book, "I am sorry. Good. News."));
    }

    @Test
    void oneKindMayStandForAnother() {
        PhraseBook book = Texts.book("findings:", "  - {id: x, why: because, phrases: [call you], unless-found: [y]}",
            "  - {id: y, why: because, phrases: ['call you today'], unless: ['not call you today']}");
        assertEquals(List.of("call you"), Texts.found(book, "I call you"));
        assertEquals(List.of("call you today"), Texts.found(book, "I call you today"));
        assertEquals(List.of("call you"), Texts.found(book, "I do not call you today"), "what was taken back was not found");
    }

    @Test
    void aKindOfTheWholeTextNeedsEachSentence() {
        PhraseBook book = Texts.finding("whole: true", "phrases: ['^ ..5 inconvenience ..5 $']");
        assertEquals(2, Texts.found(book, "Sorry for the inconvenience. We regret any inconvenience.").size());
        assertEquals(List.of(), Texts.found(book, "Sorry for the inconvenience. Your parcel is here."));
    }

    @Test
    void whatOnlyMayBeOneIsNotSureUnlessItOverlapsWithWhatIs() {
        PhraseBook book = Texts.finding("better: say less", "phrases: [{find: b c, better: say c}]", "maybe: [a b, d]");
        List<Finding> found = new Reader(book, "a b c d", "a b c d".toCharArray()).read();
        assertEquals(List.of("a b c", "d"), found.stream().map(Finding::words).toList());
        assertTrue(found.get(0).sure());
        assertEquals(List.of("say c", "say less"), found.stream().map(Finding::better).toList());
        assertFalse(found.get(1).sure());
    }

    @Test
    void whatIsQuotedIsNotSaidUnlessTheKindSaysSo() {
        assertEquals(List.of("sorry"), Texts.found(Texts.finding("phrases: [sorry]"), "You wrote \"sorry\" and I say sorry"));
        assertEquals(List.of("sorry", "sorry"), Texts.found(Texts.finding("in-quotes: true", "phrases: [sorry]"),
            "You wrote \"sorry\" and I say sorry"));
    }
}
