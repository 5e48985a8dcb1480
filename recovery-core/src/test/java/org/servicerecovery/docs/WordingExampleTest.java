package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Review;
import org.servicerecovery.wording.Reviewer;

/** That docs/wording.md does what it says. */
class WordingExampleTest {
    @Test
    void aHostsPhrasesAreFoundAndWhatItSilencesIsKeptApart() {
        Reviewer ours = WordingExample.host(draft -> new Review(List.of(), Set.of(), List.of()));
        Review review = ours.review(Draft.of("We make it happen! Your ONT is with L2 now."));
        assertEquals(Set.of("our-slogan"), review.against().stream().map(finding -> finding.kind().id()).collect(Collectors.toSet()));
        assertEquals(Set.of("jargon"), review.silenced().stream().map(finding -> finding.kind().id()).collect(Collectors.toSet()));
    }

    @Test
    void inADeskTheGuardrailsAboutWordsAreNotToothless() {
        List<String> toothless = WordingExample.desk().toothless();
        assertFalse(toothless.contains("no-blame"), toothless::toString);
        assertTrue(toothless.stream().noneMatch(id -> id.startsWith("perhaps-")), toothless::toString);
    }
}
