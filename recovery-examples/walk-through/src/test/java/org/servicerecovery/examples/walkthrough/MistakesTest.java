package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake gives one error with line and column, and nothing is played. */
class MistakesTest {
    private static final String SOUND = """
        title: A small case
        customer: Cleo
        people: {Maya: agent, Tom: agent, Ines: supervisor}
        starts: 2026-03-02T09:00Z
        entries:
          - who: Cleo
            on: phone
            says: It broke.
            opens: It broke
            taken by: Maya
            raises: {first: It broke}
          - who: Maya
            at: +10m
            on: phone
            says: I am sorry that it broke.
            acts: [apologise]
            attests: [apology words]
            expect: refused by [sincere-apology]
          - who: Maya
            does:
              - schedule follow up: {what: call, by: +2d, label: call}
          - wait: 3 days
            expect: fell due [follow-up-due, acknowledgement]
        """;

    @TempDir
    private Path folder;

    private static Arguments mistake(String line, String instead, int atLine, int atColumn, String told) {
        return Arguments.of(line, instead, atLine, atColumn, told);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
            mistake("title: A small case", "titel: A small case", 1, 1, "has no key \"titel\". Did you mean \"title\""),
            mistake("title: A small case", "title: \"A small case", 1, 8, "This is not YAML"),
            mistake("title: A small case", "title: {A: small case}", 1, 8, "\"title\" is a text, but here stands a mapping"),
            mistake("title: A small case", "title: ''", 1, 8, "\"title\" is empty"),
            mistake("title: A small case", "title: A\ntitle: B", 2, 1, "The key \"title\" stands twice"),
            mistake("title: A small case", "about: nothing", 1, 1, "A case file needs \"title:\""),
            mistake("title: A small case", "title: A\nplaybook: standart", 2, 11, "There is no playbook \"standart\"."
                + " Did you mean \"standard\"? Known are: blast, heard, last, latte, learn, seven-steps, seven-strategies, six-steps,"
                + " small-errors, standard, ten-steps."),
            mistake("title: A small case", "title: A\nplaybook: seven-step", 2, 11, "Did you mean \"seven-steps\"? Known are: "),
            mistake("title: A small case", "title: A\nplaybook: [heard]", 2, 11, "\"playbook\" is a text, but here stands a list"),
            mistake("title: A small case", "title: A\nplaybook: ''", 2, 11, "\"playbook\" is empty"),
            // Each playbook has rules of its own, and a file can name only those.
            mistake("title: A small case", "title: A\nplaybook: heard", 19, 13, "There is no guardrail \"sincere-apology\". Known are, for"),
            mistake("title: A small case", "title: A\nplaybook: seven-steps", 24, 13,
                "There is no deadline \"acknowledgement\". Known are: "),
            mistake("title: A small case", "title: A\nends as: recoverd", 2, 10, "There is no state \"recoverd\". Did you mean \"recovered\""),
            mistake("customer: Cleo", "customer: Maya", 3, 10, "\"Maya\" is the customer already"),
            mistake("Tom: agent", "Tom: boss", 3, 28, "There is no role \"boss\". Did you mean \"bot\"? Known are: agent, bot, macro, supervisor."),
            mistake("Tom: agent", "Maya: agent", 3, 23, "\"Maya\" stands twice"),
            mistake("starts: 2026-03-02T09:00Z", "starts: 2nd of March", 4, 9, "is no date"),
            mistake("starts: 2026-03-02T09:00Z", "starts: 2026-02-30T09:00Z", 4, 9, "is no date"),
            mistake("starts: 2026-03-02T09:00Z", "starts: 2026-03-02T09:00", 4, 9, "offset from UTC"),
            mistake("    opens: It broke\n", "", 6, 5, "Add \"opens:\""),
            mistake("taken by: Maya", "taken by: Maya\n    expect: refused", 13, 10,
                "Nothing can be done before there is a case"),
            mistake("taken by: Maya", "taken by: Mya", 10, 15, "Nobody called \"Mya\" is under \"people\". Did you mean \"Maya\"?"),
            mistake("who: Maya\n    at", "who: Mia\n    at", 12, 10, "Nobody called \"Mia\""),
            mistake("who: Maya\n    at", "who: [Maya]\n    at", 12, 10, "\"who\" is a text, but here stands a list"),
            mistake("at: +10m", "at: in a moment", 13, 9, "\"in a moment\" is no date"),
            mistake("at: +10m", "at: 2026-03-01T09:00Z", 13, 9, "Entries stand in the order of time"),
            mistake("at: +10m", "at: +200 weeks", 13, 9, "more than three years after the start"),
            mistake("at: +10m\n    on: phone", "at: +10m\n    on: fone", 14, 9, "There is no channel \"fone\". Did you mean \"phone\""),
            mistake("at: +10m\n    on: phone\n", "at: +10m\n", 14, 11, "Add for instance \"on: phone\""),
            mistake("acts: [apologise]", "acts: [appologize]", 16, 12, "There is no step \"appologize\". Did you mean \"apologise\""),
            mistake("acts: [apologise]", "acts: [apologise, {make promise: x}]", 16, 38, "needs \"by:\""),
            mistake("acts: [apologise]", "acts: [make promise]", 16, 12, "takes more than the step alone"),
            mistake("acts: [apologise]", "acts: [apologise, {keep promise: call}]", 16, 24, "Nothing before this line has the label \"call\""),
            mistake("acts: [apologise]", "acts: [apologise, {resolve issue: frist}]", 16, 24, "Did you mean \"first\"?"),
            mistake("acts: [apologise]", "acts: [apologise, {follow up: first}]", 16, 24, "is the label of \"report issue\", but \"follow up\" is about"),
            mistake("acts: [apologise]", "acts: [apologise, open]", 16, 23, "The case is opened by the first entry"),
            mistake("acts: [apologise]", "acts: [apologise, report lapse]", 16, 23, "Write \"- wait: 3 days\""),
            mistake("acts: [apologise]", "acts: [apologise, merge]", 16, 23, "nothing can be merged"),
            mistake("acts: [apologise]", "acts: [{apologise: x, thank: y}]", 16, 12, "An act is one step, but here are 2"),
            mistake("acts: [apologise]", "acts: [{offer goodwill: {what: cake, amount: ten}}]", 16, 50, "\"ten\" is no amount"),
            mistake("acts: [apologise]", "acts: [{transfer: Timo}]", 16, 23, "Nobody called \"Timo\""),
            mistake("acts: [apologise]", "acts: [record story]", 16, 12, "takes more than the step alone"),
            mistake("attests: [apology words]", "attests: [apology word]", 17, 15, "Did you mean \"apology words\""),
            mistake("attests: [apology words]", "attests: [by owner]", 17, 15, "cannot be attested"),
            mistake("attests: [apology words]", "waives: [{rule: sincere, by: Ines, why: x}]", 17, 21, "There is no guardrail \"sincere\""),
            mistake("attests: [apology words]", "waives: [{rule: sincere-apology, by: Ines}]", 17, 14, "A waiver needs \"why:\""),
            mistake("attests: [apology words]", "spends: long", 17, 13, "\"long\" is no length of time"),
            mistake("expect: refused by [sincere-apology]", "expect: refuse", 18, 13, "What is expected is one of"),
            mistake("expect: refused by [sincere-apology]", "expect: refused by [sincer-apology]", 18, 13, "Did you mean \"sincere-apology\""),
            mistake("    says: I am sorry that it broke.\n", "", 15, 11, "\"acts\" is what words do, but nothing is said here"),
            mistake("by: +2d, label: call", "by: -2d, label: call", 21, 46, "is no date"),
            mistake("by: +2d, label: call", "by: 2026-01-01T00:00Z, label: call", 21, 46, "not after this entry's time"),
            mistake("by: +2d, label: call", "by: +2d, label: first", 21, 9, "The label \"first\" is given twice"),
            mistake("wait: 3 days", "wait: three days", 22, 11, "\"three days\" is no length of time"),
            mistake("wait: 3 days", "wait: 3 days\n    who: Maya", 23, 5, "An entry that waits has no key \"who\""),
            mistake("  - wait: 3 days", "  - wait 3 days\n  -\n    wait: 3 days", 22, 5, "An entry consists of \"key: value\" lines"),
            mistake("  - wait: 3 days", "  - who: Cleo\n    does: [apologise]\n  - wait: 3 days", 23, 12, "is done by staff, not by the customer"),
            mistake("  - wait: 3 days", "  - who: Cleo\n  - wait: 3 days", 22, 5, "The customer does nothing here"),
            mistake("  - wait: 3 days", "  - who: Cleo\n    mood: cross\n  - wait: 3 days", 23, 11, "There is no mood \"cross\""),
            mistake("  - wait: 3 days", "  - who: Cleo\n    agrees: perhaps\n  - wait: 3 days", 23, 13, "takes yes or no"),
            mistake("  - wait: 3 days", "  - who: Cleo\n    attests: [complains]\n  - wait: 3 days", 23, 5,
                "An entry of the customer has no key \"attests\""),
            mistake("  - wait: 3 days", "  - who: Cleo\n    opens: again\n  - wait: 3 days", 23, 12, "The case is open already"),
            mistake("  - wait: 3 days", "  - who: Maya\n  - wait: 3 days", 22, 5, "Nothing is said or done here"),
            mistake("  - wait: 3 days", "  - who: Maya\n    does: [{follow up: call}, {follow up: call}]\n  - wait: 3 days", 22, 5,
                "This entry cannot be played. FOLLOW_UP names duty"),
            mistake("  - wait: 3 days", "  - plan: deliverin\n  - wait: 3 days", 22, 11, "There is no state \"deliverin\". Did you mean"
                + " \"delivering\""),
            mistake("  - wait: 3 days", "  - plan: followed up\n  - wait: 3 days", 22, 11, "is a fact and no state. Facts stand in a list"),
            mistake("  - wait: 3 days", "  - plan: [thanked, folowed up]\n  - wait: 3 days", 22, 21, "There is no fact \"folowed up\". Did you mean"
                + " \"followed up\""),
            mistake("  - wait: 3 days", "  - plan: [thanked, [valued]]\n  - wait: 3 days", 22, 21, "A fact is a text, but here stands a list"),
            mistake("  - wait: 3 days", "  - plan: []\n  - wait: 3 days", 22, 11, "\"plan\" names no fact"),
            mistake("  - wait: 3 days", "  - plan: {to: solving}\n  - wait: 3 days", 22, 11, "A state is a text, but here stands a mapping"),
            mistake("  - wait: 3 days", "  - plan: solving\n    who: Maya\n  - wait: 3 days", 23, 5, "An entry that asks for the plan has no key"
                + " \"who\""),
            mistake("entries:", "entries:\n  - plan:", 6, 5, "There is no plan before there is a case"),
            mistake("title: A small case", "title: A\u0007", 1, 9, "U+0007"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesLineAndColumnAndTheRemedy(String line, String instead, int atLine, int atColumn, String told) throws IOException {
        assertTrue(SOUND.contains(line), line);
        Path file = write(SOUND.replace(line, instead));

        Played played = Played.run(file.toString());

        assertTrue(played.err().contains(told), played.err());
        assertTrue(played.err().startsWith(file + ":" + atLine + ":" + atColumn + ": "), played.err());
        assertEquals(2, played.code());
        assertEquals("", played.out());
        assertEquals(1, played.err().lines().count(), played.err());
    }

    @Test
    void theFileWithoutMistakesPlays() throws IOException {
        Played played = Played.run(write(SOUND).toString());

        assertEquals("", played.err());
        assertEquals(0, played.code());
    }

    @Test
    void aPlanIsAskedForInEveryWayOfWritingIt() throws IOException {
        String plans = "  - plan:\n  - plan: RECOVERED\n  - plan: following-up\n  - plan: [Followed Up, THANKED]\n  - plan: awaiting\n";
        Played played = Played.run(write(SOUND.replace("  - wait: 3 days", plans + "  - wait: 3 days")).toString());

        assertEquals("", played.err());
        String words = played.words();
        assertEquals(5, words.split("What leads on from here\\?").length - 1, words);
        assertTrue(words.contains("here? The shortest way to FOLLOWING_UP: "), words);
        assertTrue(words.contains("here? The shortest way to where the follow-up was made by its holder, and the customer was thanked: "), words);
        assertTrue(words.contains("here? The way to AWAITING: no permitted way leads there any more."), words);
    }

    @Test
    void somethingThatNeverCameToBeIsFoundBeforeAnythingIsPlayed() throws IOException {
        Path file = write(SOUND.replace("  - wait: 3 days", "  - who: Tom\n    does:\n"
            + "      - make promise: {what: a new one, by: +1d, label: new one}\n  - who: Tom\n    does: [{keep promise: new one}]\n"
            + "  - wait: 3 days"));

        Played played = Played.run(file.toString());

        assertEquals("", played.out());
        assertEquals(file + ":26:13: \"new one\" never came to be, because the entry at line 22 was refused. Mend that entry, or leave this act"
            + " out.\n", played.err());
    }

    @Test
    void aFailedExpectationEndsTheRunAndNamesTheLine() throws IOException {
        Path file = write(SOUND.replace("refused by [sincere-apology]", "permitted"));

        Played played = Played.run(file.toString());

        assertEquals(1, played.code());
        assertEquals(file + ":18:13: Expected was: permitted, but it was refused by [sincere-apology].\n", played.err());
        assertTrue(played.out().contains("[2] "), played.out());
        assertFalse(played.out().contains("[3] "), played.out());
    }

    @Test
    void whatFellDueIsExpectedExactly() throws IOException {
        Path file = write(SOUND.replace("fell due [follow-up-due, acknowledgement]", "fell due [follow-up-due]"));

        assertEquals(file + ":23:13: Expected was: fell due [follow-up-due], but what fell due was [acknowledgement, follow-up-due].\n",
            Played.run(file.toString()).err());
    }

    @Test
    void theEndIsExpectedToo() throws IOException {
        Path file = write(SOUND + "ends as: recovered\n");

        Played played = Played.run(file.toString());

        assertEquals(1, played.code());
        assertEquals(file + ":24:10: The case was to end as RECOVERED, but it is LISTENING.\n", played.err());
    }

    @Test
    void whoeverIsNotLetInOpensItLater() throws IOException {
        String refused = "  - {who: Cleo, on: phone, opens: It broke, taken by: Maya, mood: calm, expect: 'refused by [upset-or-complaining]'}\n";
        String again = "  - {who: Cleo, on: phone, opens: It broke, taken by: Maya, mood: calm, attests: [complains], expect: permitted}\n";
        String head = SOUND.substring(0, SOUND.indexOf("  - who")).replace("customer:", "playbook: Small Errors\ncustomer:");

        Played twice = Played.run(write(head + refused + "  - wait: 1 day\n" + again).toString());
        assertEquals("", twice.err());
        assertTrue(twice.words().contains("REFUSED. Nothing was done, because: 1. upset-or-complaining (D01, K11): "), twice.out());
        assertTrue(twice.words().contains("noted: the case is LISTENING; the mood is calm; the owner is Maya"), twice.out());

        Path never = write(head + refused);
        Played once = Played.run(never.toString());
        assertEquals(2, once.code());
        assertEquals(never + ":7:3: Whoever opens the case here is expected to be refused, so there is never one. Add an entry with \"opens:\""
            + " that is permitted.\n", once.err());
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("nowhere.yaml");

        Played played = Played.run(file.toString());

        assertEquals(2, played.code());
        assertTrue(played.err().startsWith(file + ": There is no such file."), played.err());
        assertTrue(Played.run(folder.toString()).err().contains("There is no such file"), "a folder is no file");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = write("# nothing but a remark\n");

        assertTrue(Played.run(file.toString()).err().startsWith(file + ":1:1: The file is empty."));
        assertTrue(Played.run(write("").toString()).err().contains(":1:1: The file is empty."));
    }

    @Test
    void bytesThatAreNoUtf8() {
        CaseFileException e = assertThrows(CaseFileException.class,
            () -> CaseFileReader.read("a.yaml", "title: A\ncustomer: Zoë".getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals("a.yaml:2:13: The file is not in UTF-8: a character begins here that is none. Save it as UTF-8.", e.getMessage());
    }

    @Test
    void listsThatStandTooDeepInOneAnother() {
        CaseFileException e = assertThrows(CaseFileException.class,
            () -> CaseFileReader.read("a.yaml", "[".repeat(200_000).getBytes(StandardCharsets.UTF_8)));

        assertEquals("a.yaml", e.place().file());
    }

    @Test
    void aFileThatIsTooLong() throws IOException {
        Path file = write("#".repeat(1_000_001));

        assertTrue(Played.run(file.toString()).err().contains("more than 1000000 bytes"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("case.yaml"), text);
    }
}
