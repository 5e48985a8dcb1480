package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.wording.Draft.Format.HTML;
import static org.servicerecovery.wording.Draft.Format.MARKDOWN;
import static org.servicerecovery.wording.Draft.Format.TEXT;
import static org.servicerecovery.wording.Texts.ENGLISH;
import static org.servicerecovery.wording.Texts.GERMAN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Traits;

/** Whole messages, and only sentences of which nobody doubts what they are. */
class WordingTest {
    private static final String NEGATIVE = "negative-phrase";
    private static final String APOLOGY = "apology";

    private static Review read(String text, Draft.Format format) {
        Draft draft = new Draft(text, format, "", "", "");
        Review review = ENGLISH.review(draft);
        Texts.assertInPlace(review, draft);
        return review;
    }

    private static List<String> found(String text, Draft.Format format, String kind) {
        return Texts.words(read(text, format), kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "I am sorry.; apology; sorry",
        "Sorry for any inconvenience caused.; cliche-apology; Sorry for any inconvenience caused",
        "That's not my department.; uninvolved; not my department",
        "I don't know.; negative-phrase; I don't know",
        "The warehouse forgot to send it.; blames-department; warehouse forgot to",
        "Calm down.; negative-phrase; Calm down",
        "I guarantee that this will never happen again.; overpromise; I guarantee that this will never happen again",
        "I'll call you tomorrow at 5pm.; next-step-with-date; I'll call you tomorrow at 5pm",
        "Is there anything else I can help with?; anything-else; Is there anything else I can help with?",
        "I understand why you're upset.; empathy; I understand why you're upset"})
    void whatIsFoundIsTheWordsInTheText(String text, String kind, String words) {
        String message = "Dear Ms Long,\n\n" + text + "\n\nBest wishes, Tom";
        Finding finding = read(message, TEXT).findings().stream().filter(one -> one.kind().id().equals(kind)).findFirst().orElseThrow();
        assertEquals(words, finding.words());
        assertEquals(message.indexOf(finding.words()), finding.start());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "Es tut mir leid.; apology; tut mir leid",
        "Das ist bei uns Firmenpolitik.; negative-phrase; Firmenpolitik",
        "Dafür bin ich nicht zuständig.; splits-ownership; ich nicht zuständig",
        "Ich verstehe, dass Sie verärgert sind.; names-feeling; verstehe, dass Sie verärgert sind"})
    void inGermanAsWell(String text, String kind, String words) {
        String message = "Sehr geehrte Frau Lang,\r\n\r\n" + text + "\r\n\r\nMit freundlichen Grüßen";
        Draft draft = Draft.of(message);
        Review review = GERMAN.review(draft);
        Texts.assertInPlace(review, draft);
        assertEquals(List.of(words), Texts.words(review, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I don't know.", "I don\u2019t know.", "I do not know.", "I dont know", "I DON'T KNOW!!!", "I don't\r\nknow.",
        "\u200fI don't know\u200f", "I do\u00adn't know",
        "hey \ud83d\ude00 i don't know \ud83d\ude00"})
    void howItIsWrittenMakesNoDifference(String text) {
        assertEquals(1, found(text, TEXT, NEGATIVE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"We never say 'company policy'.", "We never say \u201ccompany policy\u201d.",
        "You were told \"it's company policy\", and that was wrong.",
        "> It's company policy\n\nThanks for telling me.", "Thanks.\n\nOn Mon, 5 Jan 2026, Tom <tom@example.com> wrote:\n> It's company policy\n> so there",
        "Thanks.\r\n\r\nOn Mon, 5 Jan 2026, Tom\r\n<tom@example.com> wrote:\r\n\r\n> It's company policy\r\n",
        "Thanks.\n\n-----Original Message-----\nFrom: Tom\nSent: Monday\n\nIt's company policy",
            "Thanks.\n\n________________________________\nFrom: Tom <t@b.c>\n\nIt's company policy",
        "Danke.\n\nAm Mo., 5. Jan. 2026 um 10:00 schrieb Tom <tom@example.com>:\n> It's company policy",
        "Thanks.\n-- \nTom\nIt's company policy", "Thanks.\r\n--\r\nTom\r\nIt's company policy",
            "Thanks.\n\nSent from my phone, where it's company policy"})
    void whatOthersSaidIsNotWhatTheWriterSays(String text) {
        assertEquals(List.of(), found(text, TEXT, NEGATIVE));
    }

    @Test
    void whatIsAnsweredBelowAMarkedQuotationIsTheWritersOwn() {
        String text = "On Mon, Tom <tom@example.com> wrote:\n> sorry\n\nThat's our company policy.\n> sorry\nI don't know.";
        Review review = read(text, TEXT);
        assertEquals(List.of("our company policy", "I don't know"), Texts.words(review, NEGATIVE));
        assertEquals(List.of(), Texts.words(review, APOLOGY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I am not sorry.", "No need to apologise.", "You do not have to apologise."})
    void whoDoesNotApologiseDoesNot(String text) {
        assertEquals(List.of(), found(text, TEXT, APOLOGY));
    }

    // HTML

    @Test
    void htmlIsReadAsItIsShownAndFoundWhereItStands() {
        assertEquals(List.of("our <b>company</b>&nbsp;policy"), found("<p>That's our <b>company</b>&nbsp;policy</p>", HTML, NEGATIVE));
        assertEquals(List.of("our company policy"), found("<p><b><i>That&#39;s our company policy</i></b></p>", HTML, NEGATIVE));
        assertEquals(List.of("I&rsquo;m sorry"), found("<p>Oh, I&rsquo;m sorry &amp; sad</p>", HTML, "first-person-apology"));
        assertEquals(List.of("s&#111;rry"), found("<p>I am s&#111;rry</p>", HTML, APOLOGY));
        assertEquals(List.of("so&shy;rry"), found("<p>I am so&shy;rry</p>", HTML, APOLOGY));
        assertEquals(List.of("sorry"), found("<p>\ud83d\ude22 &#128546; I am sorry</p>", HTML, APOLOGY));
    }

    @Test
    void blocksOfHtmlPartSentencesAndSpansDoNot() {
        assertEquals(List.of(), found("<p>This is our company</p><p>Policy is everything</p>", HTML, NEGATIVE));
        assertEquals(List.of(), found("<table><tr><td>our company</td><td>policy</td></tr></table>", HTML, NEGATIVE));
        assertEquals(List.of(), found("<div>our company<blockquote>x</blockquote>policy</div>", HTML, NEGATIVE));
        assertEquals(1, found("<p>our <span>company</span>\r\n<span>policy</span></p>", HTML, NEGATIVE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<blockquote>It's company policy</blockquote>",
        "<blockquote><blockquote>It's company policy</blockquote>company policy</blockquote>",
        "<div class=\"gmail_quote\">On Monday Tom wrote:<div>It's company policy</div></div>",
            "<div class='gmail_signature'>It's company policy</div>",
        "<script>var a = \"It's company policy\";</script>", "<style>p { content: \"company policy\" }</style>", "<!-- It's company policy -->",
            "<p hidden>It's company policy</p>",
        "<p>We never say &ldquo;company policy&rdquo;</p>", "<p>We never say &quot;company policy&quot;</p>",
            "<p title=\"It's company policy\">Hi</p>"})
    void whatHtmlQuotesOrHidesIsNotSaid(String html) {
        Review review = read("<html><head><title>It's company policy</title></head><body><p>I'm sorry.</p>" + html + "</body></html>", HTML);
        assertEquals(List.of(), Texts.words(review, NEGATIVE));
        assertEquals(List.of("sorry"), Texts.words(review, APOLOGY));
    }

    // Markdown

    @Test
    void markdownIsReadAsItIsShownAndFoundWhereItStands() {
        assertEquals(List.of("our **company** policy"), found("That's our **company** policy.", MARKDOWN, NEGATIVE));
        assertEquals(List.of("our company policy"), found("**That's our company policy.**", MARKDOWN, NEGATIVE));
        assertEquals(List.of("our company \\*policy"), found("&nbsp;&quot;Well&quot; &amp; so: that's our company \\*policy\\*.", MARKDOWN, NEGATIVE));
        assertEquals(List.of("our [company policy"), found("It's our [company policy](https://example.com/sorry)", MARKDOWN, NEGATIVE));
        assertEquals(List.of("sorry"), found("&#128546; \ud83d\ude22 &bebe; I am sorry", MARKDOWN, APOLOGY));
        assertEquals(List.of("sorry", "sorry"), found("# I am sorry\n\n1. I am sorry\n2. a\n", MARKDOWN, APOLOGY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> It's company policy", "> It's\ncompany policy", "```\nIt's company policy\n```", "    It's company policy",
        "`It's company policy`",
        "- our company\n- policy", "# Our company\npolicy", "We never say \"company policy\".", "[a](https://example.com \"It's company policy\")"})
    void whatMarkdownQuotesOrShowsAsCodeIsNotSaid(String markdown) {
        Review review = read("I'm sorry.\r\n\r\n" + markdown + "\n\nThanks", MARKDOWN);
        assertEquals(List.of(), Texts.words(review, NEGATIVE));
        assertEquals(List.of("sorry"), Texts.words(review, APOLOGY));
    }

    @Test
    void theFormatOfAMessageIsSeen() {
        assertEquals(HTML, Draft.Format.of(" <p>I am sorry</p>\n"));
        assertEquals(HTML, Draft.Format.of("<!doctype html><p>I am sorry</p>"));
        for (String text : List.of("", "<", "<>", "<3 you", "a <b>c</b>", "<tom@example.com> wrote", "I am **sorry**")) {
            assertEquals(TEXT, Draft.Format.of(text), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFoundInNothing(Draft.Format format) {
        for (String text : List.of("", " ", "\r\n", "\u200b", "\ud83d\ude22")) {
            assertEquals(new Review(List.of(), Set.of(), List.of()), ENGLISH.review(new Draft(text, format, "Anna", "no parcel", "no parcel")));
        }
    }

    // Kinds and traits

    @Test
    void everyKindSaysWhyAndWhereItComesFromAndWhatSpeaksAgainstATextSaysWhatIsBetter() {
        for (FindingKind kind : Stream.of(ENGLISH, GERMAN).flatMap(wording -> wording.kinds().stream()).toList()) {
            assertFalse(kind.why().isBlank() || kind.sources().isEmpty(), kind::toString);
            assertTrue(kind.sources().stream().allMatch(source -> source.matches("[A-EK]\\d\\d?")), kind::toString);
            assertFalse(kind.against() && kind.better().isBlank() && kind.advice().isBlank(), kind::toString);
        }
    }

    @Test
    void everyLanguageComparesWithWhatTheCustomerSaid() {
        for (Wording wording : List.of(ENGLISH, GERMAN)) {
            assertTrue(wording.kinds().stream().map(FindingKind::id).toList().containsAll(
                List.of(Comparing.NAMES_PROBLEM, Comparing.OWN_WORDS, Comparing.COPIES, Comparing.BY_NAME)));
        }
    }

    @Test
    void aFindingShowsTheTraitsOfItsKind() {
        Review review = read("I am sorry. It's our company policy.", TEXT);
        assertTrue(review.traits().containsAll(Set.of(Traits.APOLOGY_WORDS, Traits.FIRST_PERSON, Traits.UNCONDITIONAL,
            Traits.NEGATIVE_PHRASE)), review::toString);
        assertEquals(List.of("our company policy"), review.against().stream().map(Finding::words).toList());
        assertFalse(read("I apologise if you feel that way.", TEXT).traits().contains(Traits.UNCONDITIONAL));
    }

    @Test
    void whatIsFoundIsAmongWhatCanBeFound() {
        Review review = read("I am sorry. It's our company policy. Calm down. That's not my department. The warehouse forgot it.", TEXT);
        assertTrue(ENGLISH.shows().containsAll(review.traits()));
    }

    // Silencing

    @Test
    void aKindThatIsSilencedIsKeptApartAndShowsNothing() {
        Wording silenced = ENGLISH.silencing(NEGATIVE, "our policies are the product");
        Draft draft = Draft.of("I am sorry. It's our company policy.");
        Review review = silenced.review(draft);
        assertEquals(List.of("our company policy"), review.silenced().stream().map(Finding::words).toList());
        assertEquals(List.of(), review.against());
        assertFalse(review.traits().contains(Traits.NEGATIVE_PHRASE));
        assertFalse(silenced.shows().contains(Traits.NEGATIVE_PHRASE));
        assertEquals(Map.of(NEGATIVE, "our policies are the product"), silenced.silenced());
        assertEquals(List.of(), ENGLISH.review(draft).silenced(), "the one it was made from hears of it still");
        assertEquals(2, silenced.silencing("jargon", "so are they").silenced().size());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void silencingNeedsAReason(String reason) {
        assertEquals("Say why jargon is not to be heard of.", assertThrows(InvalidInputException.class, () ->
            ENGLISH.silencing("jargon", reason)).getMessage());
    }

    @Test
    void badInputIsAnsweredWithWhatThereIs() {
        assertTrue(assertThrows(InvalidInputException.class, () -> ENGLISH.silencing("typos", "no")).getMessage()
            .startsWith("There is no finding typos. There are: apology, "));
        assertEquals("There are no phrases for the language fr. There are some for en and de.",
            assertThrows(InvalidInputException.class, () -> Wording.in("fr")).getMessage());
        assertThrows(InvalidInputException.class, () -> Wording.in(null));
        String needed = "A draft needs text, format, customer, problem and heard; leave empty what is not known.";
        Draft draft = Draft.of("");
        for (Executable wrong : List.<Executable>of(() -> Draft.of(null), () -> draft.in(null),
            () -> draft.to(null), () -> draft.about(null), () -> draft.answering(null))) {
            assertEquals(needed, assertThrows(InvalidInputException.class, wrong).getMessage());
        }
        assertEquals("draft", assertThrows(NullPointerException.class, () -> ENGLISH.review(null)).getMessage());
    }

    // Another reviewer

    @Test
    void twoReviewersFindWhatEitherOfThemFinds() {
        FindingKind own = new FindingKind("shouting", true, Set.of(Traits.DISCOURTEOUS), Set.of(), "why", List.of("house"), "", "");
        Reviewer shouting = draft -> new Review(List.of(new Finding(own, 5, 7, draft.text().substring(5, 7), true, "")), Set.of(Traits.DISCOURTEOUS), List.of());
        Reviewer both = ENGLISH.silencing("first-person-apology", "no").and(shouting);
        Review review = both.review(Draft.of("I AM SO SORRY"));
        assertEquals(List.of("SO", "SORRY"), review.findings().stream().map(Finding::words).toList());
        assertTrue(review.traits().containsAll(Set.of(Traits.APOLOGY_WORDS, Traits.DISCOURTEOUS)));
        assertFalse(review.silenced().isEmpty());
        assertTrue(both.shows().containsAll(ENGLISH.silencing("first-person-apology", "no").shows()));
        assertTrue(shouting.shows().contains(Traits.MAY_SHIFT_BLAME) && shouting.shows().contains(Traits.CLICHE)
            && !shouting.shows().contains(Traits.BY_PERSON),
            "who does not say what he finds may find all that is not computed");
    }

    // Comparing with the customer

    private static Review compared(String text, String customer, String problem, String heard) {
        Draft draft = Draft.of(text).to(customer).about(problem).answering(heard);
        Review review = ENGLISH.review(draft);
        Texts.assertInPlace(review, draft);
        return review;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear Anna, hello", "hello anna", "Dear Annabel and ANNA", "\u0130\u0130\u0130 Anna", "Dear Ms Long"})
    void whoIsCalledByAnyOfHisNamesIsCalledByName(String text) {
        assertEquals(1, Texts.words(compared(text, "Anna Long", "", ""), Comparing.BY_NAME).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear Annabel", "Dear Joanna", "Dear customer", "that is longer", "> Anna", ""})
    void otherwiseHeIsNot(String text) {
        assertEquals(List.of(), Texts.words(compared(text, "Anna Long", "", ""), Comparing.BY_NAME));
    }

    @Test
    void anApologyThatSharesAWordWithTheProblemNamesIt() {
        Review named = compared("Hello. I am sorry that your parcel is lost. Bye.", "", "The parcel never arrived", "");
        assertEquals(List.of("I am sorry that your parcel is lost"), Texts.words(named, Comparing.NAMES_PROBLEM));
        assertTrue(named.traits().contains(Traits.NAMES_PROBLEM));
        assertFalse(compared("I am sorry.", "", "The parcel never arrived", "").traits().contains(Traits.NAMES_PROBLEM));
        assertTrue(compared("Your parcel is lost. I am sorry.", "", "The parcel never arrived", "").traits().contains(Traits.NAMES_PROBLEM),
            "in the sentence before");
    }

    @Test
    void aSentenceThatApologisesTwiceNamesTheProblemOnce() {
        assertEquals(1, Texts.words(compared("Sorry, so sorry that your parcel is lost, sorry!", "", "The parcel never arrived",
            ""), Comparing.NAMES_PROBLEM).size());
        assertEquals(2, Texts.words(compared("Sorry for the parcel. Sorry for the parcel!", "", "The parcel never arrived",
            ""), Comparing.NAMES_PROBLEM).size());
    }

    @Test
    void sayingItAgainInOtherWordsIsARestatementAndTheSameWordsAreACopy() {
        String heard = "My parcel with the blue kettle was left in the rain by your driver";
        Review own = compared("So the driver put the kettle outside, and it got wet.", "", "", heard);
        assertTrue(own.traits().contains(Traits.OWN_WORDS));
        Review copy = compared(heard + ".", "", "", heard);
        assertEquals(List.of(heard), Texts.words(copy, Comparing.COPIES));
        assertFalse(copy.traits().contains(Traits.OWN_WORDS));
        assertEquals(List.of(), compared("Good morning, how are you?", "", "", heard).against());
    }

    @Test
    void comparedIsWhatHtmlShowsAndFoundWhereItStands() {
        Draft draft = new Draft("<div><p>I am sorry that your <b>parcel</b> is lost,&nbsp;Anna.</p></div>", HTML, "Anna",
            "The parcel never arrived", "");
        Review review = ENGLISH.review(draft);
        Texts.assertInPlace(review, draft);
        assertEquals(List.of("Anna"), Texts.words(review, Comparing.BY_NAME));
        assertEquals(List.of("I am sorry that your <b>parcel</b> is lost,&nbsp;Anna"), Texts.words(review, Comparing.NAMES_PROBLEM));
    }

    @Test
    void aNameIsFoundAsItIsWritten() {
        for (String text : List.of("Lieber Herr Wei\u00df, ", "LIEBER HERR WEI\u00df", "lieber herr wei\u00df")) {
            assertEquals(1, Texts.words(GERMAN.review(Draft.of(text).to("J\u00f6rg Wei\u00df")), Comparing.BY_NAME).size(), text);
        }
        assertEquals(List.of(), Texts.words(GERMAN.review(Draft.of("Das wei\u00df ich nicht.").to("J\u00f6rg Wei\u00df")), Comparing.BY_NAME));
        assertEquals(List.of("J\u00d6RG"), Texts.words(GERMAN.review(Draft.of("LIEBER J\u00d6RG").to("J\u00f6rg Wei\u00df")), Comparing.BY_NAME));
    }

    @Test
    void whoWritesInGermanIsComparedAsWell() {
        Draft draft = Draft.of("Liebe Anna, es tut mir leid, dass Ihr Paket nicht ankam.").to("Anna").about("Das Paket kam nie an.");
        Review review = GERMAN.review(draft);
        Texts.assertInPlace(review, draft);
        assertTrue(review.traits().containsAll(Set.of(Traits.ADDRESSES_BY_NAME, Traits.NAMES_PROBLEM)), review::toString);
    }
}
