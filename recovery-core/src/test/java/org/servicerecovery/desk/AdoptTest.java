package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.model.Facts.*;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** A ticket that is under way elsewhere: what is attested counts, what is not counts as absent, what has to happen here cannot be told. */
class AdoptTest {
    private static final Set<Fact> SOLVING = Set.of(OWNER_NAMED, APOLOGY_GIVEN, ACKNOWLEDGED, STORY_RECORDED, PARAPHRASED, STORY_CONFIRMED);

    private final Play play = Play.standard();

    private Decision adopt(Actor actor, String owner, Set<Fact> attested, Duties.TakeOn... duties) {
        return play.desk.adopt(Play.CASE, Command.does(actor, new Actions.Adopt(Play.CUSTOMER, "the parcel never came", Channel.EMAIL,
            Priority.NORMAL, "", owner, attested, List.of(duties))));
    }

    private static Set<Fact> and(Set<Fact> facts, Fact... more) {
        Set<Fact> all = new LinkedHashSet<>(facts);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void aCaseStandsAsFarAsItsAttestedFactsCarryIt() {
        assertStands(RecoveryState.AWAITING, "", Set.of());
        assertStands(RecoveryState.LISTENING, "anna", Set.of(OWNER_NAMED));
        assertStands(RecoveryState.SOLVING, "anna", SOLVING);
        assertStands(RecoveryState.DELIVERING, "anna", and(SOLVING, SOLUTION_PROPOSED, SOLUTION_AGREED, PLAN_EXPLAINED, WORK_STARTED));
        assertStands(RecoveryState.FOLLOWING_UP, "anna", and(SOLVING, SOLUTION_PROPOSED, SOLUTION_AGREED, PLAN_EXPLAINED, WORK_STARTED, DELIVERED));
    }

    @Test
    void aGapInWhatIsKnownKeepsTheCaseBack() {
        assertStands(RecoveryState.LISTENING, "anna", and(Set.of(OWNER_NAMED), APOLOGY_GIVEN, STORY_CONFIRMED, DELIVERED));
        assertStands(RecoveryState.AWAITING, "", Set.of(APOLOGY_GIVEN, ACKNOWLEDGED));
    }

    private static void assertStands(RecoveryState state, String owner, Set<Fact> attested) {
        AdoptTest one = new AdoptTest();
        one.adopt(ANNA, owner, attested).orThrow();
        assertEquals(state, one.play.state());
        assertTrue(one.play.now().facts().containsAll(attested));
        assertEquals(attested.size() + 1, one.play.now().facts().size(), "only OPENED besides");
        assertEquals(owner, one.play.now().data().owner());
    }

    @Test
    void followUpQuestionAnswerAndProofCanNeverBeAttested() {
        for (Fact fact : List.of(FOLLOWED_UP, FOLLOW_UP_SET, SATISFACTION_ASKED, ANYTHING_ELSE_ASKED, CUSTOMER_SATISFIED, CUSTOMER_DISSATISFIED,
            ANSWER_OVERDUE, PROOF_RECORDED, PROMISE_OPEN, REFERRAL_RECORDED, MERGED, OPENED, CONTACT_OPEN, MOOD_READ, WITHDRAWAL_REPORTED)) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, () -> adopt(ANNA, "", Set.of(fact)));
            assertTrue(refused.getMessage().contains(fact.name()) && refused.getMessage().contains("counts as absent"), refused.getMessage());
        }
        assertTrue(play.desk.find(Play.CASE).isEmpty());
    }

    @Test
    void noAttestableFactIsAloneEnoughForAnyEnd() {
        Set<Fact> everything = new LinkedHashSet<>(Facts.all().stream().filter(Fact::attestable).toList());
        adopt(ANNA, "anna", everything).orThrow();
        for (Step end : List.of(Step.CLOSE_AS_RECOVERED, Step.CLOSE_AS_UNRECOVERED, Step.CLOSE_AS_UNANSWERED, Step.CLOSE_AS_WITHDRAWN,
            Step.CLOSE_AS_REFERRED)) {
            assertTrue(!play.attempt(ANNA, end).isPermitted(), () -> end + " of an adopted case");
        }
    }

    @Test
    void toVouchTakesAuthority() {
        assertEquals(List.of("adopt-with-authority"), adopt(BOT, "", Set.of()).refusedBy());
        assertTrue(play.desk.find(Play.CASE).isEmpty());
    }

    @Test
    void openDutiesComeAlongWithHoldersDatesAndClocks() {
        adopt(ANNA, "anna", Set.of(OWNER_NAMED), new Duties.TakeOn(Step.MAKE_PROMISE, "ben", "a new parcel", play.in(Duration.ofDays(3))),
            new Duties.TakeOn(Step.SCHEDULE_FOLLOW_UP, "", "call", play.in(Duration.ofDays(5)))).orThrow();
        assertTrue(play.has(PROMISE_OPEN) && play.has(FOLLOW_UP_SET));
        assertEquals("ben", play.open(Duty.Kind.PROMISE).holder());
        assertEquals("anna", play.open(Duty.Kind.FOLLOW_UP).holder());
        assertTrue(play.clocks().containsAll(List.of("promise-due", "follow-up-due")));
        play.after(Duration.ofDays(4));
        assertTrue(play.has(BAD_NEWS_OWED));
        play.does(ANNA, RecoveryAction.discharge(Step.FOLLOW_UP, play.open(Duty.Kind.FOLLOW_UP).id(), "called"));
    }

    @Test
    void anOwnerAndTheFactOfOneGoTogether() {
        assertThrows(InvalidInputException.class, () -> adopt(ANNA, "anna", Set.of()));
        assertThrows(InvalidInputException.class, () -> adopt(ANNA, "", Set.of(OWNER_NAMED)));
    }

    @Test
    void theLogSaysWhoVouchedForWhat() {
        adopt(ANNA, "anna", SOLVING).orThrow();
        var event = play.desk.history(Play.CASE).get(0);
        assertEquals(ANNA, event.actor());
        assertEquals(SOLVING, ((Actions.Adopt) event.action()).attested());
        assertTrue(event.sets().containsAll(SOLVING));
    }

    @Test
    void aCaseIsAdoptedOnlyAtItsBeginning() {
        play.byEmail();
        RuntimeException refused = assertThrows(RuntimeException.class, () -> adopt(ANNA, "", Set.of()));
        assertTrue(refused.getMessage().contains("already"), refused.getMessage());
    }
}
