package org.servicerecovery.examples.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command prints, and what it says of mistakes. */
class WordingCommandTest {
    private static final String PUSHES = "If anything else goes wrong, feel free to call back.";
    private static final String GOOD = "I apologise that your parcel came broken. I will send a new one today.";

    @TempDir
    private Path folder;

    private record Run(int code, String text) {
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = WordingCommand.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void aListOfEntriesInYamlIsGoneThrough() throws IOException {
        Run run = run("replies", file("replies.yml", "- name: farewell\n  content: " + PUSHES + "\n- name: sorry\n  content: " + GOOD + "\n"));
        assertEquals(0, run.code());
        assertTrue(run.text().startsWith("farewell\n  \"") && run.text().contains("feel free to call back\""), run::text);
        assertTrue(run.text().contains("pushes-follow-up (D09") && run.text().contains("Better: "), run::text);
        assertTrue(run.text().contains("2 replies, 1 with something to think about"), run::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"farewell: \"%s\"\nsorry: \"%s\"\n", "replies:\n  farewell: {body: \"%s\"}\n  sorry: {body: \"%s\"}\n"})
    void namedEntriesInYamlAreGoneThrough(String shape) throws IOException {
        Run run = run("replies", file("replies.yaml", String.format(shape, PUSHES, GOOD)));
        assertTrue(run.text().startsWith("farewell\n"), run::text);
        assertTrue(run.text().contains("2 replies, 1 with"), run::text);
    }

    @ParameterizedTest
    @CsvSource({"','", ";"})
    void rowsOfCsvAreGoneThrough(String separator) throws IOException {
        Run run = run("replies", file("replies.csv", "id" + separator + "text\n7" + separator + "\"" + PUSHES + "\"\n8" + separator + "\"" + GOOD + "\"\n"));
        assertTrue(run.text().startsWith("7\n"), run::text);
        assertTrue(run.text().contains("2 replies, 1 with"), run::text);
    }

    @Test
    void partsOfATextAreGoneThrough() throws IOException {
        Run run = run("replies", file("replies.txt", GOOD + "\r\n\r\n" + PUSHES + "\n\n\n"));
        assertTrue(run.text().startsWith("reply 2\n"), run::text);
    }

    @Test
    void germanRepliesAreReadAsGerman() throws IOException {
        Run run = run("replies", file("replies.txt", "Das ist gegen unsere Firmenpolitik."), "de");
        assertTrue(run.text().contains("negative-phrase (C23"), run::text);
    }

    @Test
    void mistakesAreToldWithTheRemedy() throws IOException {
        Run missing = run("replies", folder.resolve("nothing.yml").toString());
        assertEquals(2, missing.code());
        assertTrue(missing.text().startsWith("There is no file "), missing::text);
        Run broken = run("replies", file("broken.yml", "- name: [\n"));
        assertEquals(2, broken.code());
        assertTrue(broken.text().contains("broken.yml"), broken::text);
        Run empty = run("replies", file("empty.yml", "[]"));
        assertTrue(empty.text().contains("has no replies"), empty::text);
        Files.write(folder.resolve("latin.txt"), new byte[] {'g', (byte) 0xfc, 't'});
        assertTrue(run("replies", folder.resolve("latin.txt").toString()).text().contains("Save it as UTF-8"));
        assertTrue(run("quality", "fr").text().contains("There are some for en and de"));
        assertEquals(2, run("reply").code());
        assertEquals(0, run().code());
    }

    @Test
    void oneMessageIsShownWithAllThatIsInIt() {
        Run run = run("say", PUSHES + " I apologise that your parcel came broken.");
        assertTrue(run.text().contains("- pushes-follow-up") && run.text().contains("+ first-person-apology"), run::text);
    }

    @Test
    void theReportHasEveryKindOfFindingThatMessagesWereWrittenFor() {
        Run run = run("quality");
        assertEquals(0, run.code());
        for (String kind : List.of("apology", "pushes-follow-up", "negative-phrase", "own-words", "jargon")) {
            assertTrue(run.text().contains("| " + kind + " |"), kind);
        }
        assertTrue(run.text().contains("Ordinary messages, pooled"), run::text);
        assertFalse(run("mistakes", "boilerplate").text().isEmpty());
    }
}
