package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Proof;
import org.servicerecovery.verify.Property;

/** What is broken on purpose is found to be broken, in the way that is promised. */
class VerifyTest {
    /** Once for all tests: every proof takes its time. */
    private static final Played ALL = Played.run("verify", "all");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "asked-too-early | asked-in-the-follow-up | DELIVERING: record the delivery, and it is FOLLOWING_UP",
        "no-is-not-heard | no-end-against-a-no | report the customer's answer (no) 10. FOLLOWING_UP: close as recovered, and it is RECOVERED",
        "vip-without-call | no-vip-without-a-call | record a fact of the host's own told: vip",
        "night-team | apology-before-solving: In team night | LISTENING: confirm the story, and it is SOLVING",
        "reopened-without-owner | owner-never-lost | WITHDRAWN: reopen (first), and it is LISTENING",
        "second-time-never | recoverable | WITHDRAWN: reopen (first), and it is LISTENING",
        "waived-end | end-implies | end the contact (and the case), and it is RECOVERED the contact is summed up waived: all-done-when-hanging-up",
        "no-confidence | every-state-happens | No case can ever be RECOVERED",
        "calm-again | deadline-can-be-met | can start but never be met",
        "row-never-taken | every-row-happens | look at: LISTENING/STATE_OWNERSHIP/came-back",
        "rule-that-says-nothing | every-guardrail-bites | look at: story-before-the-end",
        "cheap-parcel | at sight | end-after-follow-up (ends: follow-up contact, E25, E28, D12) of the floor is missing or was changed",
        "forgotten-promise | at sight | Row DELIVERING/TRANSFER/with-promises clears PROMISE_OPEN",
        "two-rows-at-once | at sight | Rows SOLVING/DIAGNOSE and SOLVING/DIAGNOSE/stopping-payment can both apply"})
    void eachBrokenPlaybookShowsWhatItPromises(String name, String property, String shown) {
        String found = found(name);

        assertTrue(found.startsWith("What the host changed: ") && found.contains("What to do: "), found);
        assertTrue(found.contains(" " + property), found);
        assertTrue(found.contains(shown), found);
    }

    /** What is printed below a heading, without line breaks. */
    private static String found(String name) {
        String heading = "\n" + name + "\n" + "=".repeat(name.length()) + "\n";
        assertTrue(ALL.out().contains(heading), ALL.out());
        String rest = ALL.out().substring(ALL.out().indexOf(heading) + heading.length());
        return rest.split("\n[a-z-]+\n=+\n")[0].replaceAll("\\s+", " ");
    }

    @Test
    void allOfThemAreShownWithoutFailure() {
        assertEquals("", ALL.err());
        assertEquals(0, ALL.code());
        assertEquals(BrokenPlaybooks.all().size(), ALL.out().split("\n=+\n").length - 1);
        assertTrue(BrokenPlaybooks.all().size() >= 12);
        assertFits(ALL);
    }

    @Test
    void oneIsShownByItsName() {
        Played played = Played.run("verify", "forgotten-promise");

        assertEquals(0, played.code());
        assertTrue(played.words().startsWith(" forgotten-promise ===") && played.words().contains(found("forgotten-promise")), played.out());
    }

    @Test
    void withoutANameTheyAreListedEachOnOneLine() {
        Played played = Played.run("verify");

        assertEquals(0, played.code());
        BrokenPlaybooks.all().forEach(broken -> assertTrue(played.out().contains("\n  " + broken.name() + " - " + broken.wrong() + "\n"),
            broken.name()));
        Playbooks.names().forEach(name -> assertTrue(played.out().contains("\n  " + name + " - "), name));
        assertFits(played);
    }

    static List<String> shipped() {
        return Playbooks.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyPlaybookThatComesWithTheLibraryIsSound(String name) {
        Played played = Played.run("verify", name);

        assertEquals("", played.err());
        assertEquals(0, played.code());
        assertTrue(played.words().startsWith(" " + name + " ==="), played.out());
        assertTrue(played.words().contains("Sound: " + Playbooks.named(name) + ", "), played.out());
        assertTrue(played.words().matches(".*Proven in \\d+ ms, over [\\d.]+ \\* 10\\^\\d+ configurations.* FOLLOWING_UP [\\d.]+ \\* 10\\^.*"),
            played.out());
        Proof.of(Playbooks.named(name)).implied().forEach(rule -> assertTrue(played.words().contains(rule), rule));
        assertFits(played);
    }

    /** The host's own properties hold before the mistake is made, or the mistake would not be the cause. */
    @Test
    void whatTheHostAsksForHoldsInTheStandardPlaybook() {
        List<Property> properties = BrokenPlaybooks.all().stream().filter(broken -> broken.made().definition().hostFacts().isEmpty())
            .flatMap(broken -> broken.properties().stream()).toList();

        assertEquals(3, properties.size());
        assertEquals(List.of(), Proof.of(Playbooks.standard(), properties).findings());
    }

    @Test
    void anUnknownNameIsToldInOneLineWithEveryNameThereIs() {
        Played played = Played.run("verify", "nonsense");

        assertEquals(2, played.code());
        assertEquals("", played.out());
        assertEquals(1, played.err().lines().count());
        assertTrue(played.err().startsWith("verify: There is no playbook \"nonsense\" to be verified. Known are: "
            + String.join(", ", Playbooks.names()) + "; the broken ones: "), played.err());
        BrokenPlaybooks.all().forEach(broken -> assertTrue(played.err().contains(broken.name()), broken.name()));

        Played two = Played.run("verify", "night-team", "calm-again");
        assertEquals(2, two.code());
        assertTrue(two.err().startsWith("One playbook at a time"), two.err());
    }

    /** A demonstration that no longer demonstrates anything fails. */
    @Test
    void whatIsNotFoundIsAFailure() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        BrokenPlaybook mended = new BrokenPlaybook("mended", "recoverable", Playbooks.like(Playbooks.standard(), "ours", "1"), List.of(), "Nothing.",
            "nothing", "Nothing.");

        assertEquals(Optional.of("verify mended was to show recoverable, but what was found is []."), new Verifier(nowhere).broken(mended));
    }

    private static void assertFits(Played played) {
        assertTrue(Arrays.stream(played.out().split("\n")).allMatch(line -> line.length() <= 100), played.out());
    }
}
