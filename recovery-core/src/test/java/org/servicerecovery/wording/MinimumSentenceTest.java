package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.Playbooks;

/**
 * The least that an acknowledgement says (B12) passes every check. The sentence itself is not the project's to ship: it is read from the rulebook
 * in a folder {@code shared} beside the repository, and where that is not, the test is reported as not run. What says the same in other words is
 * here.
 */
class MinimumSentenceTest {
    private static final Path RULEBOOK = Path.of(System.getProperty("basedir", ""), "..", "..", "shared", "RULEBOOK.md").toAbsolutePath();
    private static final Pattern SENTENCE = Pattern.compile("\\| B12 \\|[^|]*\\|[^|]*'(I understand [^|\"]*)'\"");

    @Test
    void theSentenceOfTheRulebookPasses() throws IOException {
        assumeTrue(Files.isRegularFile(RULEBOOK), () -> "Not run: the rulebook is not there. It would be looked for in "
            + RULEBOOK.normalize() + ".");
        Matcher row = SENTENCE.matcher(Files.readString(RULEBOOK));
        assertTrue(row.find(), "row B12 gives a sentence");
        passes(row.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I can see why that has upset you, and I'll do whatever I can to put it right.",
        "I can imagine how upsetting that was, and I'm going to do all I can to help you.",
        "You have every reason to be angry, and I will do everything in my power to help.",
        "I can understand why you are disappointed, and I will help you with this.",
        "I\u2019m with you: I understand how frustrating this is, and I\u2019ll do everything I can to help."})
    void whatSaysTheSamePasses(String sentence) {
        passes(sentence);
    }

    private static void passes(String sentence) {
        Review review = Texts.ENGLISH.review(Draft.of(sentence));
        assertEquals(List.of(), review.against());
        assertTrue(review.traits().containsAll(Set.of(Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP)), () -> "" + review.traits());
        Play play = Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.assessor(new TextAssessor(Texts.ENGLISH))).byPhone();
        Decision decision = play.attempt(Command.says(Play.ANNA, Channel.PHONE, sentence, Step.ACKNOWLEDGE));
        assertTrue(decision.isPermitted(), () -> "" + decision.reasons());
    }
}
