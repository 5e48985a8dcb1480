package org.servicerecovery.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.model.Step.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;

/** A desk that reads what is said: its guardrails about words bite on the words. */
class TextAssessorTest {
    private static final String GOOD = "I understand why you're upset and I'm going to do everything I can to help.";
    private static final String BAD = "I understand why you're upset. I will help you, but that's our company policy.";

    private static Play reading(Reviewer reviewer) {
        return Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.assessor(new TextAssessor(reviewer))).byPhone();
    }

    private static Command acknowledging(String text) {
        return Command.says(ANNA, Channel.PHONE, text, ACKNOWLEDGE);
    }

    private static Reviewer showing(Trait... traits) {
        return draft -> new Review(List.of(), Set.of(traits), List.of());
    }

    @Test
    void whatTheTextShowsIsRefusedWhateverIsAttested() {
        Play play = reading(Texts.ENGLISH);
        assertEquals(List.of("no-negative-phrases"), play.attempt(acknowledging(BAD)).refusedBy());
        assertEquals(List.of("no-negative-phrases"), play.attempt(acknowledging(BAD).attesting(Play.GOOD)).refusedBy(), "nobody attests it away");
        assertEquals(1, play.now().version(), "nothing was written");
        assertTrue(play.attempt(acknowledging(GOOD)).isPermitted());
    }

    @Test
    void anAttestationAddsWhatTheTextDoesNotShow() {
        String bland = "Thank you for calling, I have your letter here.";
        Play play = reading(Texts.ENGLISH);
        assertEquals(List.of("acknowledgement-says-enough"), play.attempt(acknowledging(bland)).refusedBy());
        assertTrue(play.attempt(acknowledging(bland).attesting(Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP)).isPermitted());
        assertEquals(List.of("no-negative-phrases"), play.attempt(acknowledging(GOOD).attesting(Traits.NEGATIVE_PHRASE)).refusedBy());
    }

    @Test
    void whatIsShownAndWhatIsAttestedAreBothKept() {
        Play play = reading(Texts.ENGLISH);
        CaseEvent event = play.attempt(acknowledging(GOOD).attesting(Traits.COMMITS_TO_HELP, Traits.ATTENTIVE)).orThrow().events().get(0);
        assertEquals(event, play.desk.history(Play.CASE).get(1));
        assertEquals(Set.of(Traits.COMMITS_TO_HELP, Traits.ATTENTIVE), Set.copyOf(event.attested()));
        assertTrue(event.shown().containsAll(Set.of(Traits.COMMITS_TO_HELP, Traits.SHOWS_UNDERSTANDING)), () -> "" + event.shown());
        assertFalse(event.shown().contains(Traits.ATTENTIVE) || event.shown().contains(Traits.BY_PERSON), () -> "" + event.shown());
        assertTrue(event.traits().containsAll(event.shown()) && event.traits().containsAll(event.attested()));
    }

    @Test
    void withoutAReaderNothingIsShown() {
        Play play = Play.standard().byPhone().says(ANNA, Channel.PHONE, ACKNOWLEDGE);
        assertTrue(play.desk.history(Play.CASE).stream().allMatch(event -> event.shown().isEmpty()));
    }

    @Test
    void theMessageIsComparedWithItsCase() {
        Play play = reading(Texts.ENGLISH);
        CaseEvent event = play.attempt(Command.says(ANNA, Channel.PHONE, "I'm so sorry that your parcel never arrived.", APOLOGISE)).orThrow().events().get(0);
        assertTrue(event.shown().containsAll(Set.of(Traits.APOLOGY_WORDS, Traits.FIRST_PERSON, Traits.UNCONDITIONAL,
            Traits.NAMES_PROBLEM)), () -> "" + event.shown());
    }

    @Test
    void aMessageInHtmlIsReadAsItIsShown() {
        Play play = reading(Texts.ENGLISH);
        assertEquals(List.of("no-negative-phrases"), play.attempt(acknowledging("<p>" + GOOD + " It&#39;s <b>company</b> policy.</p>")).refusedBy());
        assertTrue(play.attempt(acknowledging("<p>" + GOOD + "</p><blockquote>It's company policy.</blockquote>")).isPermitted());
    }

    @Test
    void whatIsDoubtfulOnlyAdvises() {
        Trait[] shown = Stream.concat(Traits.doubtful().stream(), Stream.of(Traits.SHOWS_UNDERSTANDING,
            Traits.COMMITS_TO_HELP)).toArray(Trait[]::new);
        Decision decision = reading(showing(shown)).attempt(acknowledging("what was said"));
        assertTrue(decision.isPermitted());
        assertTrue(decision.events().get(0).advised().containsAll(List.of("perhaps-blame", "perhaps-personal", "perhaps-negative")));
    }

    @Test
    void aPlaybookThatRefusesByADoubtCannotBeBuilt() {
        PlaybookBuilder builder = Playbooks.like(Playbooks.standard(), "harsh", "1").guardrail(
            Guardrail.named("no-doubt").watches(REMARK).bars(Traits.MAY_SHIFT_BLAME).because("No blame.").from("house rule 1"));
        BrokenPlaybookException thrown = assertThrows(BrokenPlaybookException.class, builder::build);
        assertTrue(thrown.getMessage().contains("Guardrail no-doubt refuses by MAY_SHIFT_BLAME, of which no reader of texts is sure. Let it advise."),
            thrown.getMessage());
    }

    @Test
    void nobodyAttestsADoubt() {
        assertThrows(InvalidInputException.class, () -> reading(Texts.ENGLISH).attempt(acknowledging(GOOD).attesting(Traits.MAY_SHIFT_BLAME)));
    }

    static Stream<Playbook> playbooks() {
        return Playbooks.names().stream().map(Playbooks::named);
    }

    /** Of what texts could show, the phrases do not look for an ill will that keeps all rules. */
    @ParameterizedTest
    @MethodSource("playbooks")
    void whatTextsShowIsReadInEveryPlaybook(Playbook playbook) {
        List<String> bare = RecoveryDesk.inMemory(playbook).toothless();
        List<String> left = new ArrayList<>(RecoveryDesk.builder(playbook).assessor(new TextAssessor(Texts.ENGLISH)).build().toothless());
        left.remove("right-attitude");
        assertEquals(List.of(), left);
        assertTrue(bare.contains("courteous-to-the-end"), "without a reader it bites only on what is attested");
    }

    /** B47. */
    @Test
    void aNoteBetweenColleaguesIsReadAsWell() {
        Play play = reading(Texts.ENGLISH);
        play.attempt(Command.says(ANNA, Channel.PHONE, GOOD, STATE_OWNERSHIP)).orThrow();
        play.attempt(ANNA, RecoveryAction.involve("tom", "find the parcel")).orThrow();
        assertEquals(List.of("courteous-to-the-end"), play.attempt(ANNA, RecoveryAction.note(NUDGE, "Find the parcel, you useless idiot.")).refusedBy());
        CaseEvent event = play.attempt(ANNA, RecoveryAction.note(NUDGE, "Find the parcel by 5pm, please.")).orThrow().events().get(0);
        assertFalse(event.shown().contains(Traits.DISCOURTEOUS));
    }

    @Test
    void theCustomersOwnWordsAreNotTheReadersBusiness() {
        List<String> read = new ArrayList<>();
        Play play = Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.assessor(new TextAssessor(draft -> {
            read.add(draft.text());
            return new Review(List.of(), Set.of(), List.of());
        }))).byPhone();
        assertEquals(List.of(), read, "an opening says nothing");
        play.says(ANNA, Channel.PHONE, STATE_OWNERSHIP, ACKNOWLEDGE, APOLOGISE);
        assertEquals(List.of("what was said"), read, "one message is read once, however much it does");
    }

    @Test
    void anAssessorIsSilentOnlyWhereItsReviewerIs() {
        Reviewer silenced = Texts.ENGLISH.silencing("negative-phrase", "house style");
        assertTrue(reading(silenced).attempt(acknowledging(BAD)).isPermitted());
        assertEquals(List.of("no-negative-phrases"), reading(silenced.and(showing(Traits.NEGATIVE_PHRASE))).attempt(acknowledging(BAD)).refusedBy());
    }

    @Test
    void aReviewerThatThrowsReachesTheCallerAndNothingIsWritten() {
        boolean[] down = new boolean[1];
        Play play = reading(draft -> {
            if (down[0]) {
                throw new IllegalStateException("the model is down");
            }
            return Texts.ENGLISH.review(draft);
        });
        down[0] = true;
        assertEquals("the model is down", assertThrows(IllegalStateException.class, () -> play.attempt(acknowledging(GOOD))).getMessage());
        assertEquals(1, play.now().version());
        assertEquals(1, play.desk.history(Play.CASE).size());
        down[0] = false;
        assertTrue(play.attempt(acknowledging(GOOD)).isPermitted());
    }

    @Test
    void anAssessorNeedsAReviewer() {
        assertEquals("reviewer", assertThrows(NullPointerException.class, () -> new TextAssessor(null)).getMessage());
        assertEquals(List.of("no-plain-transfer"), reading(Texts.ENGLISH).attempt(BEN, RecoveryAction.transfer("tom")).refusedBy().stream()
            .filter("no-plain-transfer"::equals).toList(), "what is not about words is judged as before");
    }
}
