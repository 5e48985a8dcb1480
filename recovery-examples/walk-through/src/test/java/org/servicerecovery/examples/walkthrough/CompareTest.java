package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Difference;

/** Playbooks are compared with each other, and a name that there is not is told. */
class CompareTest {
    @Test
    void oneIsComparedWithTheStandardPlaybook() {
        Played played = Played.run("compare", "six-steps");

        assertEquals("", played.err());
        assertEquals(0, played.code());
        assertEquals(Difference.between(Playbooks.standard(), Playbooks.sixSteps()).report(), played.out());
        assertTrue(played.out().startsWith("From " + Playbooks.standard().id() + " to " + Playbooks.sixSteps().id() + "\n"), played.out());
        assertTrue(played.out().contains("recovery-mood-to-enter"), played.out());
        assertEquals(played.out(), Played.run("compare", "standard", "Six Steps").out());
    }

    @Test
    void twoAreComparedInTheOrderInWhichTheyAreNamed() {
        String there = Played.run("compare", "latte", "learn").out();
        String back = Played.run("compare", "learn", "latte").out();

        assertTrue(there.startsWith("From " + Playbooks.named("latte").id() + " to " + Playbooks.named("learn").id() + "\n"), there);
        assertTrue(back.startsWith("From " + Playbooks.named("learn").id() + " to " + Playbooks.named("latte").id() + "\n"), back);
        assertTrue(there.contains("\nGuardrails added\n  empathise-in-order: "), there);
        assertTrue(back.contains("\nGuardrails added\n  acknowledge-in-order: "), back);
    }

    @Test
    void nothingDiffersFromItself() {
        assertEquals("From " + Playbooks.standard().id() + " to " + Playbooks.standard().id() + "\nNothing differs.\n",
            Played.run("compare", "standard").out());
    }

    @Test
    void allOfThemAreShownInATable() {
        Played played = Played.run("compare", "all");

        assertEquals("", played.err());
        assertEquals(0, played.code());
        List<String> rows = played.out().lines().filter(line -> line.matches("  [a-z-]+ +[0-9a-f]{8}  .*")).toList();
        assertEquals(Playbooks.names(), rows.stream().map(row -> row.strip().split(" +")[0]).toList());
        rows.forEach(CompareTest::assertCounted);
        assertTrue(Arrays.stream(played.out().split("\n")).allMatch(line -> line.length() <= 100), played.out());
    }

    private static void assertCounted(String row) {
        String[] cells = row.strip().split(" +");
        Playbook playbook = Playbooks.named(cells[0]);
        int standard = Playbooks.standard().definition().guardrails().size();
        int rules = playbook.definition().guardrails().size();
        assertEquals(7, cells.length, row);
        assertTrue(playbook.id().toString().contains(cells[1]), row);
        assertEquals(rules, Integer.parseInt(cells[2]), row);
        assertEquals(playbook.definition().deadlines().size(), Integer.parseInt(cells[3]), row);
        assertEquals(rules, standard + Integer.parseInt(cells[4]) - Integer.parseInt(cells[5]), row);
        assertEquals(cells[0].equals("standard"), cells[4].equals("0") && cells[5].equals("0") && cells[6].equals("0"), row);
    }

    @Test
    void withoutANameTheyAreListedEachOnOneLine() {
        Played played = Played.run("compare");

        assertEquals(0, played.code());
        assertEquals(Playbooks.names(), played.out().lines().skip(1).map(line -> line.strip().split(" - ")[0]).toList());
        assertTrue(played.out().lines().skip(1).allMatch(line -> line.matches("  [a-z-]+ - .{20,}")), played.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nonsense | compare: There is no playbook \"nonsense\" to be compared. Known are: ",
        "six-stps | compare: There is no playbook \"six-stps\" to be compared. Did you mean \"six-steps\"? Known are: ",
        "standard sevn-steps | compare: There is no playbook \"sevn-steps\" to be compared. Did you mean \"seven-steps\"",
        "night-team | compare: There is no playbook \"night-team\" to be compared.",
        "all last | compare: \"all\" stands alone",
        "last all | compare: \"all\" stands alone",
        "last heard blast | One playbook or two at a time, but there are 4 arguments"})
    void anUnknownNameIsToldInOneLine(String arguments, String told) {
        Played played = Played.run(("compare " + arguments).split(" "));

        assertEquals(2, played.code());
        assertEquals("", played.out());
        assertEquals(1, played.err().lines().count(), played.err());
        assertTrue(played.err().startsWith(told), played.err());
        if (told.contains("There is no playbook")) {
            Playbooks.names().forEach(name -> assertTrue(played.err().contains(name), name));
        }
    }

    @Test
    void theHelpTellsOfIt() {
        String help = Played.run("--help").out();

        assertTrue(help.contains("compare NAME OTHER") && help.contains("compare all"), help);
    }
}
