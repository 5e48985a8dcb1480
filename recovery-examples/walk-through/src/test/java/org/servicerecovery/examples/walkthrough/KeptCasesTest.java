package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.playbooks.Playbooks;

/** What is played is kept between runs, each of which opens and closes the file. */
class KeptCasesTest {
    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("kept").resolve("cases");
    }

    private Played run(String... args) {
        return Played.in(store(), args);
    }

    private static void done(Played played) {
        assertEquals("", played.err());
        assertEquals(0, played.code());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString).map(name -> name.replace('\\', '/')).toList();
        }
    }

    /** The ids that a list shows. */
    private static List<String> ids(Played played) {
        return played.lines().stream().filter(line -> line.startsWith("  ")).skip(1).map(line -> line.strip().split(" ")[0]).toList();
    }

    @Test
    void eachRunIsKeptUnderAnIdOfItsOwn() throws IOException {
        Played first = run("silence.yaml");
        Played before = run("history", "silence-1");
        Played second = run("silence.yaml");
        done(run("broken-promise.yaml"));

        done(first);
        done(second);
        assertEquals(first.out().replace("silence-1", "silence-2"), second.out());
        assertEquals(List.of("broken-promise-1", "silence-1", "silence-2"), ids(run("cases")));
        // The clocks of the open case that was kept before have not struck in a time that is not its own.
        assertEquals(before, run("history", "silence-1"));
        assertEquals(before.out().replace("silence-1", "silence-2").replace("=", ""), run("history", "silence-2").out().replace("=", ""));
        assertTrue(run("audit").out().endsWith("\nEvery history is as it was written.\n"));
        assertTrue(run("figures").out().startsWith("Recovery figures over 3 cases; "));
        assertEquals(List.of("kept/cases.mv.db"), files());
    }

    @Test
    void theyAreListedWithWhatMatters() {
        done(run("broken-promise.yaml"));
        done(run("silence.yaml"));

        List<String> lines = run("cases").lines();
        assertEquals("Kept in " + store() + ".mv.db: 2 cases.", String.join(" ", lines.subList(0, lines.indexOf(""))).replaceAll("\\s+", " "));
        String list = run("cases").out();
        assertTrue(list.contains("\n  case                   state        owner      customer           next due (UTC)        entries\n"), list);
        assertTrue(list.matches("(?s).*\n  broken-promise-1 +UNRECOVERED +Ravi +\\S.* - +\\d+\n.*"), list);
        assertTrue(list.matches("(?s).*\n  silence-1 +LISTENING +\\S.* \\d\\d:\\d\\d +\\d+\n.*"), list);
        assertEquals(List.of("broken-promise-1"), ids(run("cases", "--owner", "Ravi")));
        assertEquals(List.of("broken-promise-1"), ids(run("cases", "--state", "Unrecovered")));
        assertEquals(List.of("silence-1"), ids(run("cases", "--state", "open")));
        assertTrue(run("cases", "--owner", "Nobody Here").out().endsWith("\nNone of them is asked for here.\n"));
    }

    @Test
    void aLongListHasPages() throws IOException {
        Files.createDirectories(store().getParent());
        try (JdbcCaseStore kept = JdbcCaseStore.inFile(store())) {
            RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(kept).build();
            for (int i = 100; i < 100 + 2 * Bookkeeper.PAGE + 1; i++) {
                desk.as(Actor.agent("Maya Low")).open("case-" + i, "Cleo", "It broke.", Channel.PHONE).orThrow();
            }
        }
        List<String> seen = new ArrayList<>();
        Played page = run("cases", "--owner", "Maya Low");
        int pages = 1;
        for (; page.out().contains("The next ones: "); pages++) {
            seen.addAll(ids(page));
            String last = seen.get(seen.size() - 1);
            assertTrue(page.words().endsWith("The next ones: cases --owner 'Maya Low' --store " + store() + " --after " + last + " "), page.out());
            page = run("cases", "--owner", "Maya Low", "--after", last);
        }
        seen.addAll(ids(page));

        assertEquals(3, pages);
        assertEquals(2 * Bookkeeper.PAGE + 1, seen.stream().distinct().count());
    }

    @Test
    void whatHappenedIsToldAsItIsRecorded() {
        done(run("broken-promise.yaml"));

        Played told = run("history", "broken-promise-1");
        done(told);
        assertTrue(told.out().startsWith("\nbroken-promise-1\n================\nCustomer: "), told.out());
        assertTrue(told.words().contains("the clock "), told.out());
        assertTrue(told.words().contains(": keeping the promise, breach"), told.out());
        assertTrue(told.words().contains(" -> UNRECOVERED"), told.out());
        assertTrue(told.words().matches(".* It is UNRECOVERED, owned by Ravi, after \\d+ entries\\. "), told.out());
        assertTrue(told.lines().stream().allMatch(line -> line.length() <= 100), told.out());
    }

    @Test
    void whatWasChangedIsFound() throws SQLException {
        done(run("silence.yaml"));
        done(run("silence.yaml"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + store(), "sa", ""); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE recovery_event SET command_id = 'forged' WHERE case_id = 'silence-2' AND sequence = 3"));
        }

        Played audit = run("audit");
        assertEquals(1, audit.code());
        assertTrue(audit.out().contains("\n  - silence-2, entry 3: "), audit.out());
        assertFalse(audit.out().contains("silence-1"), audit.out());
        assertEquals(store() + ".mv.db: 1 case of 2 not as written. Compare with a backup.\n", audit.err());
    }

    @Test
    void whatCameOtherwiseThanExpectedIsKeptAsFarAsItCame() throws IOException {
        Path file = Files.writeString(folder.resolve("A case, mine.yaml"), """
            title: A small case
            customer: Cleo
            people: {Maya: agent}
            starts: 2026-03-02T09:00Z
            entries:
              - who: Cleo
                on: phone
                says: It broke.
                opens: It broke
                taken by: Maya
                expect: permitted
              - who: Maya
                does: [close as recovered]
                expect: permitted
              - wait: 3 days
            """);

        Played played = run(file.toString());

        assertEquals(1, played.code());
        assertTrue(played.words().contains("Kept as A-case-mine-1 in "), played.out());
        assertTrue(run("history", "A-case-mine-1").out().endsWith("\nIt is LISTENING, owned by Maya, after 1 entry.\n"));
    }

    @Test
    void aFileWithAMistakeLeavesNothingBehind() throws IOException {
        assertEquals(2, run("nowhere.yaml").code());
        assertEquals(2, run("cases").code());
        assertEquals(List.of(), files());
    }

    @Test
    void whereNothingIsKeptNothingIsMade() throws IOException {
        for (String command : List.of("cases", "audit", "figures", "history silence-1")) {
            Played played = run(command.split(" "));
            assertEquals(2, played.code());
            assertEquals(store() + ".mv.db: No cases are kept here. Play a case file first, or say where they are with \"--store FILE\".\n",
                played.err());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void theEndingOfTheFileMayBeNamed() throws IOException {
        done(run("silence.yaml"));

        assertEquals(List.of("silence-1"), ids(Played.in(Path.of(store() + ".mv.db"), "cases")));
        assertEquals(List.of("kept/cases.mv.db"), files());
    }

    /** H2 tells a lock of this process as it tells one of another. */
    @Test
    void aSecondWalkThroughAtOnceIsToldAndNothingIsLost() throws IOException {
        done(run("silence.yaml"));
        try (FileChannel other = FileChannel.open(Path.of(store() + ".mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertTrue(lock.isValid());
            for (String command : List.of("silence.yaml", "cases")) {
                Played second = run(command);
                assertEquals(2, second.code());
                assertEquals("", second.out());
                assertTrue(second.err().contains("is open in another process. Close that, "), second.err());
                assertTrue(second.err().endsWith(" \"--store FILE\" keeps them elsewhere.\n"), second.err());
                assertEquals(1, second.err().lines().count(), second.err());
            }
        }
        assertEquals(List.of("silence-1"), ids(run("cases")));
        done(run("audit"));
    }

    @Test
    void whatIsNoDatabaseIsToldAndLeftAlone() throws IOException {
        Path file = Files.createDirectories(store().getParent()).resolve("cases.mv.db");
        Files.writeString(file, "Dear diary, ".repeat(2_000));

        cannot(store(), "silence.yaml");
        cannot(store(), "cases");
        assertEquals("Dear diary, ".repeat(2_000), Files.readString(file));
        assertEquals(List.of("kept/cases.mv.db"), files());
    }

    @Test
    void whereNothingCanBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        cannot(file.resolve("cases"), "silence.yaml");
        assertEquals(List.of("file"), files());
    }

    private static void cannot(Path store, String command) {
        Played played = Played.in(store, command);
        assertEquals(2, played.code());
        assertEquals("", played.out());
        assertTrue(played.err().startsWith(store + ".mv.db: The cases cannot be kept here ("), played.err());
        assertTrue(played.err().endsWith(" \"--store FILE\" keeps them elsewhere.\n"), played.err());
        assertEquals(1, played.err().lines().count(), played.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "history silence-9 | history: No case \"silence-9\" is kept in ",
        "history | history: It is not said of which case. Write \"history CASE\"; \"cases\" lists them.",
        "history silence-1 silence-2 | One case at a time, but there are 3 arguments: [history, silence-1, silence-2]. \"cases\" lists them.",
        "cases silence-1 | \"cases\" is about all cases, but there are 2 arguments: [cases, silence-1]. Leave the others out; ",
        "cases --state solvin | cases: There is no state \"solvin\". Did you mean \"solving\"",
        "cases --after silence-9 | cases: No case \"silence-9\" is kept in ",
        "cases --owner | --owner: Nothing follows it. Write a value after it; \"--help\" shows which.",
        "cases --owner Ravi --owner Maya | --owner: It stands twice. Leave one out.",
        "audit --owner Ravi | --owner: Only \"cases\" knows it. Write for instance \"cases --owner …\".",
        "verify all | --store: \"verify\" keeps no cases. Leave the option out.",
        "cases --oner Ravi | \"cases\" is about all cases, but there are 3 arguments: [cases, --oner, Ravi]."})
    void aMistakeIsToldInOneLine(String arguments, String told) {
        done(run("last.yaml"));

        Played played = run(arguments.split(" "));
        assertEquals(2, played.code());
        assertEquals("", played.out());
        assertEquals(1, played.err().lines().count(), played.err());
        assertTrue(played.err().startsWith(told), played.err());
    }

    @Test
    void aFolderIsNoFile() {
        Played played = Played.in(folder, "silence.yaml");

        assertEquals(2, played.code());
        assertEquals("--store " + folder + ": This is no name of a file. Write for instance \"--store my-cases\".\n", played.err());
    }

    @Test
    void unlessToldOtherwiseTheyLieWhereMavenCleansUp() {
        Path usual = Kept.path(Optional.empty());

        assertTrue(usual.endsWith(Path.of("walk-through", "target", "cases")), usual.toString());
        assertNotEquals(usual, Kept.path(Optional.of("cases")));
    }
}
