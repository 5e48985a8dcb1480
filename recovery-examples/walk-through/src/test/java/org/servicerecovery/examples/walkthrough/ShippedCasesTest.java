package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedCasesTest {
    @ParameterizedTest
    @CsvSource({"irate-caller.yaml, ended as RECOVERED", "angry-email.yaml, is still open: SOLVING",
        "silence.yaml, is still open: LISTENING", "broken-promise.yaml, ended as UNRECOVERED"})
    void everyShippedCaseComesAsItsFileExpects(String name, String end) {
        Played played = Played.run(name);

        assertEquals("", played.err());
        assertEquals(0, played.code());
        assertTrue(played.words().contains("The case " + end), played.out());
        assertTrue(Arrays.stream(played.out().split("\n")).allMatch(line -> line.length() <= 100), played.out());
    }

    @Test
    void withoutArgumentsTheIrateCallerIsPlayedAndTheOthersAreListed() {
        Played played = Played.run();

        assertEquals(0, played.code());
        assertTrue(played.out().startsWith("\nThe third cold dinner\n"), played.out());
        WalkThrough.SHIPPED.forEach(name -> assertTrue(played.out().contains("  " + name + " - "), name));
    }

    @Test
    void aPlainTransferIsRefusedWithReasonsSourcesAndCures() {
        String words = Played.run("irate-caller.yaml").words();

        assertTrue(words.contains("REFUSED. Nothing was done, because: 1. no-plain-transfer (E14, E15, E16, E17, E03): A customer is never"
            + " simply transferred"), words);
        assertTrue(words.contains("instead: request a warm transfer"), words);
        assertTrue(words.contains("- transfer the case: to Tom - vouching for: explaining the problem while the customer listens"
            + " PERMITTED: the owner is Tom"), words);
        assertTrue(words.contains("end-satisfied (ends: answer, A22, B51, C33, E27, E31): Fixed is not recovered"), words);
        assertTrue(words.contains("Nothing is owed any more."), words);
    }

    @Test
    void adviceIsToldAndSummedUp() {
        String words = Played.run("angry-email.yaml").words();

        assertTrue(words.contains("advice - second-apology (E12, E03, E19, K3): A second apology"), words);
        assertTrue(words.contains("Advised: - [10] Jonas: second-apology"), words);
        assertTrue(words.contains("Still owed: - follow up, held by Jonas, by Mon 20 Apr 2026 17:31: an answer about the two lost days"), words);
        assertTrue(words.contains("- an open issue: A day off work was lost twice"), words);
        assertTrue(words.contains("instead: begin a contact"), words);
    }

    @Test
    void clocksStrikeAtTheirOwnTimeAndHooksHear() {
        String words = Played.run("broken-promise.yaml").words();

        assertTrue(words.contains("* Fri 8 May 2026 18:00 overdue: keeping the promise, \"The bicycle ready with a new brake hose\" (Ravi),"
            + " by Fri 8 May 2026 18:00 from now on: the customer has not been told of a broken promise heard by: supervisor"), words);
        assertTrue(words.contains("from now on: the case was escalated heard by: supervisor"), words);
        assertTrue(words.contains("- [19] Ravi: record the proof that nothing more can be done - by proof-by-authority"), words);
    }

    @Test
    void theSameFileTellsTheSameStoryEveryTime() {
        assertEquals(Played.run("silence.yaml").out(), Played.run("silence.yaml").out());
    }

    @Test
    void noColours() {
        WalkThrough.SHIPPED.forEach(name -> assertFalse(Played.run(name).out().contains("\u001b"), name));
    }

    @Test
    void optionsAreExplained() {
        assertTrue(Played.run("--help").out().contains("Exit code: 0"));
        assertTrue(Played.run("--list").out().contains("silence.yaml - Nobody answers"));
        assertTrue(Played.run("--words").words().contains("take ownership, decline"));
        assertEquals(0, Played.run("--words").code());

        Played wrong = Played.run("--lisst");
        assertEquals(2, wrong.code());
        assertEquals("There is no option --lisst. \"--help\" lists them.\n", wrong.err());

        assertEquals(2, Played.run("one.yaml", "two.yaml").code());
    }

    @Test
    void theExampleInTheHelpCanBePlayed() {
        String help = Played.run("--help").out();
        String example = help.substring(help.indexOf("  title:"), help.indexOf("An entry is one thing")).replaceAll("(?m)^  ", "");

        CaseFile file = CaseFileReader.read("help.yaml", example.getBytes(StandardCharsets.UTF_8));

        assertTrue(Player.play(file, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)).isEmpty());
    }
}
