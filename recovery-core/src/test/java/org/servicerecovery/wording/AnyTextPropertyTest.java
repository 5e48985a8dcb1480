package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Texts that nobody wrote: thrown together, and real ones that were damaged. Nothing throws, and what is found is where it is said to be. */
class AnyTextPropertyTest {
    private static final String PROBLEM = "The parcel never came, and sorry is what I have heard for weeks.";
    private static final String MARKS = "\r\n\t .,;:!?-_*~`'\"()[]{}<>&#@/\\|=+%"
        + "\u00ad\u200b\u200d\u200f\u202e\u2066\u2029\u00a0\ufeff\u0301\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\u0130\u00df\u0000\u0007\ufffd";
    /** What means something to a reader of mail, HTML or Markdown. */
    private static final List<String> PIECES = List.of("sorry", "company policy", "I'm ", "we ", "not ", "<b>", "</b>", "<p>", "</div>",
        "<blockquote>", "</blockquote>", "<table>", "<script>", "<!--", "-->", "<![CDATA[", "<pre>\n", "<textarea>", "<svg>", "&amp;",
        "&shy;", "&#0;", "&#128546;", "&nbsp;", "&NotEqualTilde;", "**", "```", "    ", "\n> ", "\n- ", "\n1. ", "[a](b)", "![a", "\n\n",
        "\r\n", "-- \n", "On Monday Anna wrote:\n", "\ud83d\ude22", "\\", "n't", "5pm", "a@b.de ", "https://a.de/b ", "\u201e", "\u201c");

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> letters = Arbitraries.strings().withChars("aeinorst \n.").ofMaxLength(8);
        Arbitrary<String> marks = Arbitraries.strings().withChars(MARKS).ofMaxLength(5);
        Arbitrary<String> halves = Arbitraries.chars().range('\ud7ff', '\ue000').map(String::valueOf);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(4);
        return Arbitraries.frequencyOf(Tuple.of(4, letters), Tuple.of(4, marks), Tuple.of(1, halves),
                Tuple.of(1, any), Tuple.of(6, Arbitraries.of(PIECES)))
            .list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "20260105")
    void whateverIsWrittenIsReadAndWhatIsFoundIsThere(@ForAll("anything") String text, @ForAll Draft.Format format) {
        read(text, format, "Anna");
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, seed = "20260106")
    void whateverTheCustomerSaidCanBeComparedWith(@ForAll("anything") String text, @ForAll("anything") String said,
                                                 @ForAll("anything") String customer) {
        Draft draft = new Draft(text + Texts.MESSAGES.get(0), Draft.Format.TEXT, customer, said, said);
        Texts.assertInPlace(Texts.ENGLISH.review(draft), draft);
        Texts.assertInPlace(Texts.GERMAN.review(draft), draft);
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 999);
        Arbitrary<UnaryOperator<String>> damage = Combinators.combine(place, place, anything(), Arbitraries.of(Damage.values()))
            .as((from, to, piece, how) -> text -> how.done(text, from, to, piece));
        return Combinators.combine(Arbitraries.of(Texts.MESSAGES), damage.list().ofMaxSize(6)).as((message, all) -> {
            String text = message;
            for (UnaryOperator<String> one : all) {
                text = one.apply(text);
            }
            return text;
        });
    }

    /** What can happen to a message; places are thousandths of its length. */
    private enum Damage {
        CUT, PUT_IN, TWICE, ELSEWHERE;

        String done(String text, int one, int other, String piece) {
            int from = Math.min(one, other) * text.length() / 1000;
            int to = Math.min(text.length(), Math.max(one, other) * text.length() / 1000);
            String before = text.substring(0, from);
            String part = text.substring(from, to);
            String behind = text.substring(to);
            return switch (this) {
                case CUT -> before + behind;
                case PUT_IN -> before + piece + part + behind;
                case TWICE -> before + part + part + behind;
                case ELSEWHERE -> before + behind + part;
            };
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "20260105")
    void aDamagedMessageIsReadAndWhatIsFoundIsThere(@ForAll("damaged") String text, @ForAll Draft.Format format) {
        read(text, format, "Anna");
        read(text, Draft.Format.of(text), "");
    }

    private static void read(String text, Draft.Format format, String customer) {
        Draft draft = new Draft(text, format, customer, PROBLEM, PROBLEM);
        Review review = Texts.ENGLISH.review(draft);
        Texts.assertInPlace(review, draft);
        assertEquals(review, Texts.ENGLISH.review(draft), "the same each time");
        Texts.assertInPlace(Texts.GERMAN.review(draft), draft);
    }
}
