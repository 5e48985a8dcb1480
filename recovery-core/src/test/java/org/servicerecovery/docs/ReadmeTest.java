package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.testing.RecoveryFixture;

/** The README's examples run, and do what it says of them. */
class ReadmeTest {
    @Test
    void aPlainTransferIsRefusedAndAWarmOneWorks() {
        var printed = DocumentsTest.printed();

        assertTrue(printed.text().startsWith("no-plain-transfer refuses TRANSFER: "), printed.text());
        assertTrue(printed.text().contains("permitted: true, owner: ben\n"), printed.text());
        assertEquals(Step.TRANSFER, printed.history().get(printed.history().size() - 1).step());
    }

    @Test
    void theHostsOwnRuleBites() {
        ReadmeExample.fixture();
    }

    @Test
    void theHostsOwnLevelsHold() {
        var ours = ReadmeExample.ours();

        assertEquals(Level.REFUSE, ours.guardrail("second-apology").level());
        assertEquals(Level.ADVISE, ours.definition().teamLevels().get("night-team").get("asked-to-restate"));
        assertFalse(ours.id().fingerprint().equals(Playbooks.standard().id().fingerprint()));
    }

    @Test
    void theHostsOwnDeadlineRunsUntilTheHostsOwnFact() {
        var fixture = RecoveryFixture.on(ReadmeExample.ours()).givenCaseReadyFor(Step.CONFIRM_STORY);
        fixture.desk().perform(RecoveryFixture.CASE,
            Command.does(RecoveryFixture.OWNER, RecoveryAction.of(Step.CONFIRM_STORY))).orThrow();
        fixture.whenPasses(Duration.ofHours(1)).thenState(RecoveryState.SOLVING).thenNotDue("stop-payment");
        fixture.whenPasses(Duration.ofHours(2)).thenFellDue("stop-payment");
    }

    @Test
    void theHostsOwnAssessorFindsTheHostsOwnTrait() {
        var paged = new ArrayList<String>();
        var desk = ReadmeExample.desk(customer -> customer.equals("customer-7"), (key, text) -> paged.add(key));
        var anna = desk.as(Actor.agent("anna"));
        anna.open("case-1", "customer-7", "The money was taken twice.", Channel.PHONE).orThrow();
        anna.perform("case-1", RecoveryAction.note(Step.ESCALATE, "a lawyer wrote")).orThrow();

        assertEquals(List.of("case-1/2/pager"), paged);
        assertFalse(desk.toothless().contains("payment-stopped-first"));

        var attempt = RecoveryFixture.on(ReadmeExample.ours()).givenCase(RecoveryState.SOLVING, Facts.OWNER_NAMED)
            .whenAttempted(RecoveryAction.note(Step.DIAGNOSE, "a double booking"), Set.of(ReadmeExample.STOPS_PAYMENT));
        assertTrue(attempt.thenPermitted().decision().events().get(0).sets().contains(ReadmeExample.PAYMENT_STOPPED));
    }

    @Test
    void itIsShortAndNamesWhatIsThere() throws IOException {
        var readme = Documents.read("README.md");

        assertTrue(readme.lines().count() < 200, "The README has " + readme.lines().count() + " lines.");
        assertTrue(readme.contains("mvn -q -pl recovery-examples/walk-through -am compile exec:java"));
        assertTrue(readme.contains("mvn -B verify"));
        var heart = Pattern.compile("`([a-z]+/)?([A-Z]\\w+)\\.java`").matcher(readme).results()
            .map(file -> (file.group(1) == null ? "" : file.group(1)) + file.group(2) + ".java").toList();
        assertTrue(heart.size() >= 5, "The README names the heart's files.");
        for (var file : heart) {
            assertTrue(Files.exists(Documents.root().resolve("recovery-core/src/main/java/org/servicerecovery").resolve(file)), file);
        }
    }
}
