package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.playbooks.Playbooks;

class ShippedCasesTest {
    @ParameterizedTest
    @CsvSource({"irate-caller.yaml, ended as RECOVERED", "angry-email.yaml, is still open: SOLVING",
        "silence.yaml, is still open: LISTENING", "broken-promise.yaml, ended as UNRECOVERED"})
    void everyShippedCaseComesAsItsFileExpects(String name, String end) {
        playsAndEnds(name, end);
    }

    private static Played playsAndEnds(String name, String end) {
        Played played = Played.run(name);

        assertEquals("", played.err());
        assertEquals(0, played.code());
        assertTrue(played.words().contains("The case " + end), played.out());
        assertTrue(Arrays.stream(played.out().split("\n")).allMatch(line -> line.length() <= 100), played.out());
        String id = name.replace(".yaml", "-1");
        assertTrue(played.out().endsWith("\n\nKept as " + id + " in STORE/cases.mv.db.\n\"history " + id + "\" tells it again, \"cases\" lists what is"
            + " kept.\n"), played.out());
        return played;
    }

    /** Each procedure has a file of its name: the same customer, and what this procedure refuses and the others do not. */
    @ParameterizedTest
    @CsvSource({"six-steps, 'recovery-mood-to-enter, the-word-apologise, manage-feelings-in-order, verify-in-order'",
        "ten-steps, 'acknowledged-at-once, solution-verified, bad-news-before-promise, confirmation-lists-what-is-resolved'",
        "seven-steps, 'apologise-in-order, no-jumping-to-conclusions, clarify-in-order, no-negative-phrases, ask-after-delivery'",
        "seven-strategies, 'apology-first, let-them-finish, no-plain-transfer, giver-keeps-follow-up, ask-once'",
        "small-errors, 'no-e-mail-back-to-anger, never-call-us-back, feelings-with-solution, still-upset-means-back, conduct-reviewed'",
        "heard, 'apologise-in-order, no-step-skipped'", "last, 'solve-in-order, no-step-skipped'", "latte, explain-in-order",
        "learn, 'respond-in-order, no-step-skipped'", "blast, 'listen-in-order, satisfy-in-order'"})
    void everyProcedureHasItsCase(String playbook, String refusals) {
        CaseFile file = WalkThrough.shipped(playbook + ".yaml");
        assertEquals(Playbooks.named(playbook), file.playbook());
        assertEquals("Amina Haddad", file.customer());

        Played played = playsAndEnds(playbook + ".yaml", "ended as RECOVERED");
        String refused = played.words().substring(played.words().indexOf(" Refused: - "));
        List.of(refusals.split(", ")).forEach(rule -> assertTrue(refused.contains(rule), rule + ": " + refused));
        assertTrue(played.words().contains("Nothing is owed any more."), played.out());
    }

    @Test
    void noShippedPlaybookIsWithoutACase() {
        List<String> judged = WalkThrough.SHIPPED.stream().map(name -> WalkThrough.shipped(name).playbook().id().name()).distinct().toList();

        assertEquals(Set.copyOf(Playbooks.names()), Set.copyOf(judged));
    }

    @Test
    void whoIsOnlyIrateIsNotLetIntoTheSixSteps() {
        String words = Played.run("six-steps.yaml").words();

        assertTrue(words.contains("mood: irate REFUSED. Nothing was done, because: 1. recovery-mood-to-enter (A01, K11): "), words);
        assertTrue(words.contains("noted: the case is LISTENING; the mood is beyond irate; the owner is Elif"), words);
    }

    @Test
    void withoutArgumentsTheIrateCallerIsPlayedAndTheOthersAreListed() {
        Played played = Played.run();

        assertEquals(0, played.code());
        assertTrue(played.out().startsWith("\nThe third cold dinner\n"), played.out());
        assertTrue(played.out().contains("\nKept as irate-caller-1 in STORE/cases.mv.db.\n"), played.out());
        WalkThrough.SHIPPED.forEach(name -> assertTrue(played.out().contains("  " + name + " - "), name));
    }

    @Test
    void aPlainTransferIsRefusedWithReasonsSourcesAndCures() {
        String words = Played.run("irate-caller.yaml").words();

        assertTrue(words.contains("REFUSED. Nothing was done, because: 1. no-plain-transfer (E14, E15, E16, E17, E03): A customer is never"
            + " simply transferred"), words);
        assertTrue(words.contains("To be permitted: 1. apologise in the first person"), words);
        assertTrue(words.contains("5. brief the receiver done by the owner 6. join the conversation done by the asked receiver"), words);
        assertTrue(words.contains("8. then again: transfer the case to the receiver who was asked, with a dated follow-up held by the giver"),
            words);
        assertTrue(words.contains("- transfer the case: to Tom - vouching for: explaining the problem while the customer listens"
            + " PERMITTED: the owner is Tom"), words);
        assertTrue(words.contains("end-satisfied (ends: answer, A22, B51, C33, E27, E31): Fixed is not recovered"), words);
        assertTrue(words.contains("Nothing is owed any more."), words);
    }

    @Test
    void afterEachRefusalThePlanIsToldOnce() {
        for (String name : WalkThrough.SHIPPED) {
            String[] refusals = Played.run(name).words().split("REFUSED\\. Nothing was done, because:");
            for (int i = 1; i < refusals.length; i++) {
                String until = refusals[i].split(" \\[\\d+] ")[0];
                if (until.contains("again: open the case")) {
                    continue; // there is no case yet
                }
                assertTrue(until.contains(" way to a recovered customer: "), name + ": " + until);
            }
            assertTrue(refusals.length > 1, name);
        }
        String words = Played.run("irate-caller.yaml").words();
        assertTrue(words.contains("The shortest way to a recovered customer: 39 steps in 2 rounds. Next, while it is LISTENING: 1. state ownership to"
            + " the customer committing to help, on a live two-way channel, while calm oneself (attested) 2. apologise (as above)"), words);
        assertTrue(words.contains("Then, while it is DELIVERING: record the delivery Then, while it is FOLLOWING_UP: "), words);
        assertTrue(words.contains("In another round, while it is FOLLOWING_UP: follow up; "), words);
        assertTrue(words.contains("; ask whether all is well; wait, and report the customer's answer; close as recovered"), words);
    }

    @Test
    void ofSeveralActionsThoseInOrderComeFirst() {
        String words = Played.run("irate-caller.yaml").words();

        assertTrue(words.contains("To be permitted: 1. on their own, as before: keep the promise; resolve the issue; record the delivery"
            + " 2. "), words);
        assertTrue(words.contains(". then again: close as recovered The shortest way"), words);
    }

    @Test
    void aBrokenPromiseIsKeptOnceTheCustomerWasTold() {
        assertTrue(Played.run("broken-promise.yaml").words().contains("To be permitted: 1. tell the customer that a promise broke"
            + " 2. then again: keep the promise"));
    }

    @Test
    void anEndedCaseHasNoWayButReopening() {
        assertTrue(Played.run("silence.yaml").words().contains("To be permitted: 1. wait, and report an issue that the customer raises (or report the"
            + " customer's answer, or report that the customer complains again) 2. then again: reopen The way to a recovered customer: the case has"
            + " ended; only reopening it leads on."));
    }

    @Test
    void aFileAsksForThePlanWhereItLikes() {
        String irate = Played.run("irate-caller.yaml").words();
        assertTrue(irate.contains("? Mon 2 Mar 2026 18:50 What leads on from here? The shortest way to DELIVERING: 2 steps in 1 round. Next,"
            + " while it is SOLVING: 1. explain how it will be fixed 2. go to work"), irate);
        String angry = Played.run("angry-email.yaml").words();
        assertTrue(angry.contains("The shortest way to where the customer was asked whether all is well, and the customer was asked whether there is"
            + " anything else: 4 steps in 1 round."), angry);
    }

    @ParameterizedTest
    @CsvSource({"irate-caller.yaml, false", "angry-email.yaml, true", "silence.yaml, true", "broken-promise.yaml, false"})
    void whatIsLeftIsToldAtTheEndOfAnOpenCase(String name, boolean open) {
        assertEquals(open, Played.run(name).words().contains("What is left: The shortest way to a recovered customer: "), name);
    }

    @Test
    void adviceIsToldAndSummedUp() {
        String words = Played.run("angry-email.yaml").words();

        assertTrue(words.contains("advice - second-apology (E12, E03, E19, K3): A second apology"), words);
        assertTrue(words.contains("Advised: - [10] Jonas: second-apology"), words);
        assertTrue(words.contains("Still owed: - follow up, held by Jonas, by Mon 20 Apr 2026 17:31: an answer about the two lost days"), words);
        assertTrue(words.contains("- an open issue: A day off work was lost twice"), words);
        assertTrue(words.contains("To be permitted: 1. begin a contact 2. then again: apologise; acknowledge the customer's position on a live"
            + " two-way channel, where the tone of voice is heard, but not: by e-mail The shortest way"), words);
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
        String list = Played.run("--list").out();
        assertTrue(list.contains("silence.yaml - Nobody answers"), list);
        Playbooks.names().forEach(name -> assertTrue(list.matches("(?s).*\n  " + name + " - [^\n]{20,}\n.*"), name + ": " + list));
        assertTrue(Arrays.stream(list.split("\n")).allMatch(line -> line.length() <= 100), list);
        assertTrue(Played.run("--words").words().contains("take ownership, decline"));
        assertTrue(Played.run("--words").words().contains("facts to plan for: opened, owner named"));
        assertEquals(0, Played.run("--words").code());

        Played wrong = Played.run("--lisst");
        assertEquals(2, wrong.code());
        assertEquals("There is no option --lisst. \"--help\" lists them.\n", wrong.err());

        Played two = Played.run("one.yaml", "two.yaml");
        assertEquals(2, two.code());
        assertEquals("One case file at a time, but there are 2 arguments: [one.yaml, two.yaml]. Put a path with blanks in quotes.\n",
            two.err());
    }

    @Test
    void theExampleInTheHelpCanBePlayed() {
        String help = Played.run("--help").out();
        String example = help.substring(help.indexOf("  title:"), help.indexOf("An entry is one thing")).replaceAll("(?m)^  ", "");

        CaseFile file = CaseFileReader.read("help.yaml", example.getBytes(StandardCharsets.UTF_8));

        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertTrue(Player.play(file, new InMemoryCaseStore(), "case-1", nowhere).isEmpty());
    }
}
