package org.servicerecovery.docs;

import java.io.InputStream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.Review;
import org.servicerecovery.wording.Reviewer;
import org.servicerecovery.wording.TextAssessor;
import org.servicerecovery.wording.Wording;

/** What docs/wording.md shows. */
final class WordingExample {
    private WordingExample() {
    }

    static void reading() {
        // [reading]
        Reviewer wording = Wording.in("en");             // loaded once, for all threads
        Review review = wording.review(Draft.of("Sorry if that upset you. It's against our policy, so feel free to call back any time."));
        review.against().forEach(finding -> System.out.println(finding.start() + "-" + finding.end() + " \"" + finding.words() + "\" "
            + finding.kind().id() + " " + finding.kind().sources() + ": " + finding.kind().why()));
        // [/reading]
    }

    static RecoveryDesk desk() {
        // [desk]
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).assessor(new TextAssessor(Wording.in("en"))).build();
        // [/desk]
        return desk;
    }

    static Reviewer host(Reviewer languageModel) {
        InputStream yaml = WordingExample.class.getResourceAsStream("our-phrases.yml");
        // [host]
        Reviewer ours = Wording.in("en").with(yaml, "our-phrases.yml")
            .silencing("jargon", "our customers are engineers")
            .and(languageModel);                         // whatever either of them finds
        // [/host]
        return ours;
    }
}
