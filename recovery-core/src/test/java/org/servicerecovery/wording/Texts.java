package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several tests of this package need. */
final class Texts {
    static final Wording ENGLISH = Wording.in("en");
    static final Wording GERMAN = Wording.in("de");

    /** As people write them, in each format. */
    static final List<String> MESSAGES = List.of(
        "Dear Anna,\r\n\r\nI'm so sorry that your parcel never came. I'll find out today and call you by 5pm.\r\n\r\n"
            + "Best regards\r\nTom\r\n-- \r\nTom, ext. 12",
        "On Mon, 5 Jan 2026 at 10:00, Anna <anna@example.com> wrote:\n> It's your \u201ccompany policy\u201d again!!!\n>\n> > sorry\n\nSorry \ud83d\ude22",
        "<html><body><p>It&rsquo;s our <b>company policy</b>.<br>I can&#39;t help&nbsp;you.</p>"
            + "<blockquote>sorry</blockquote><script>sorry</script></body></html>",
        "# Sorry\n\nIt's our **company policy**, see [here](https://example.com):\n\n- `sorry`\n- \\*sorry\\* &amp; sorry\n\n> company policy\n",
        "Es tut mir leid, da\u00df Ihr Paket nicht kam \u2013 das ist leider \u201eFirmenpolitik\u201c. Ich k\u00fcmmere mich bis 14.30 Uhr darum.");

    private Texts() {
    }

    /** A phrase book in which the words of a phrase are written as the texts have them, its findings given in YAML. */
    static PhraseBook book(String... lines) {
        String yaml = "language: en\nstemmer: ENGLISH\ncontractions: {\"n't\": not, \"'ll\": will, \"it's\": it is}\nabbreviations: [mr, e.g]\n"
            + String.join("\n", lines) + "\n";
        return new PhraseBook(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "test");
    }

    /** A phrase book with one kind of finding, called x, with these further lines. */
    static PhraseBook finding(String... lines) {
        return book("findings:\n  - id: x\n    why: because\n" + Stream.of(lines).map(line -> "    " + line + "\n").collect(Collectors.joining()));
    }

    /** A phrase book with one phrase. */
    static PhraseBook phrase(String phrase) {
        return finding("phrases: ['" + phrase.replace("'", "''") + "']");
    }

    /** The words of everything that is found, each as it stands in the text. */
    static List<String> found(PhraseBook book, String text) {
        return new Reader(book, text, MailText.of(text)).read().stream().map(Finding::words).toList();
    }

    /** The words of what is found of a kind. */
    static List<String> words(Review review, String kind) {
        return review.findings().stream().filter(finding -> finding.kind().id().equals(kind)).map(Finding::words).toList();
    }

    /** Whatever was found stands where it is said to stand. */
    static void assertInPlace(Review review, Draft draft) {
        int last = 0;
        for (Finding finding : review.findings()) {
            assertTrue(last <= finding.start() && finding.start() < finding.end() && finding.end() <= draft.text().length(), finding::toString);
            assertEquals(draft.text().substring(finding.start(), finding.end()), finding.words());
            last = finding.start();
        }
    }
}
