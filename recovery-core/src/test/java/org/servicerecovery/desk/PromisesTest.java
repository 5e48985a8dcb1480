package org.servicerecovery.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Authority;

/** Promises are within authority, dated, kept with evidence and told when they break (B30–B34, C25, C29); gestures surprise. */
class PromisesTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Play play = Play.standard();

    private Decision promising(Actor actor) {
        return play.attempt(Play.saying(actor, Channel.PHONE, promise("a new parcel", play.in(WEEK))));
    }

    private Play promised() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        promising(ANNA).orThrow();
        return play;
    }

    private int open() {
        return play.open(Duty.Kind.PROMISE).id();
    }

    @Test
    void limitsAreFoundOutBeforeAnythingIsPromised() {
        play.byPhone();
        assertEquals(List.of("limits-before-promise"), promising(ANNA).refusedBy());
    }

    @Test
    void aKnownLimitIsToldBeforeAnythingIsPromised() {
        play.byPhone().does(ANNA, limits("no delivery on Sundays", true));
        assertEquals(List.of("bad-news-before-promise"), promising(ANNA).refusedBy());
        play.says(ANNA, Channel.PHONE, TELL_LIMIT);
        assertTrue(promising(ANNA).isPermitted());
    }

    @Test
    void aPromiseOutsideTheAuthorityOfWhoeverMakesItIsRefused() {
        Authority noParcels = (actor, action, seen) -> actor.equals(SUE) || !(action instanceof Duties.TakeOn duty
            && duty.what().contains("parcel"));
        Play strict = Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.authority(noParcels));
        strict.byPhone().does(ANNA, limits("nothing in the way", false));
        Command promise = Play.saying(ANNA, Channel.PHONE, promise("a new parcel", strict.in(WEEK)));
        assertEquals(List.of("promise-within-authority"), strict.attempt(promise).refusedBy());
        strict.says(SUE, Channel.PHONE, promise("a new parcel", strict.in(WEEK)));
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        assertEquals(List.of("machines-do-not-count", "promise-within-authority"), sorted(promising(BOT)));
    }

    private static List<String> sorted(Decision decision) {
        return decision.refusedBy().stream().sorted().toList();
    }

    @Test
    void aPromiseThatNobodyFoundFeasibleIsRefused() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        Command bare = Command.says(ANNA, Channel.PHONE, "you will have it", List.of(promise("a new parcel", play.in(WEEK))));
        assertEquals(List.of("promise-feasible"), play.attempt(bare).refusedBy());
    }

    @Test
    void aPromiseIsKeptWithEvidence() {
        promised();
        assertEquals(List.of("promise-kept-with-evidence"), play.attempt(ANNA, discharge(KEEP_PROMISE, open(), "")).refusedBy());
        play.does(ANNA, discharge(KEEP_PROMISE, open(), "receipt 17"));
        assertFalse(play.has(Facts.PROMISE_OPEN));
    }

    @Test
    void aContactEndsOnlyAfterTheOpenPromisesWereSaidAgain() {
        promised().does(ANNA, followUp("anna", "call", play.in(WEEK)));
        assertEquals(List.of("promises-restated"), play.attempt(ANNA, endContact("promised")).refusedBy());
        play.says(ANNA, Channel.PHONE, RESTATE_PROMISES).does(ANNA, endContact("promised"));
    }

    @Test
    void aPromiseIsRenegotiatedBeforeItIsDueAndNotAfter() {
        promised().passes(Duration.ofDays(6));
        play.says(ANNA, Channel.PHONE, renegotiate(open(), play.in(WEEK), "the new parcel, by train"));
        assertEquals("the new parcel, by train", play.open(Duty.Kind.PROMISE).what());
        play.after(WEEK.plusSeconds(1));
        Decision late = play.attempt(Play.saying(ANNA, Channel.PHONE, renegotiate(open(), play.in(WEEK), "")));
        assertEquals(List.of("renegotiate-in-time"), late.refusedBy());
        assertEquals(TELL_BROKEN_PROMISE, late.reasons().get(0).cures().get(0).step());
    }

    @Test
    void aBrokenPromiseIsToldBeforeAnythingElseGoesOn() {
        promised().does(ANNA, followUp("anna", "call", play.in(Duration.ofDays(20)))).after(WEEK);
        play.says(ANNA, Channel.PHONE, RESTATE_PROMISES);
        assertEquals(List.of("bad-news-at-once"), play.attempt(ANNA, endContact("said nothing of it")).refusedBy());
        assertEquals(List.of("bad-news-at-once"), promising(ANNA).refusedBy());
        assertEquals(List.of("tell-before-keeping-late"), play.attempt(ANNA, discharge(KEEP_PROMISE, open(), "receipt 17")).refusedBy());
        play.says(ANNA, Channel.PHONE, discharge(TELL_BROKEN_PROMISE, open(), ""));
        play.does(ANNA, discharge(KEEP_PROMISE, open(), "receipt 17")).does(ANNA, endContact("told and kept late"));
    }

    @Test
    void aPromiseInDoubtIsToldAtOnceThoughItIsNotDueYet() {
        promised().does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, open(), "sold out"));
        assertEquals(Duty.Status.UNTOLD, play.open(Duty.Kind.PROMISE).status());
        assertTrue(play.attempt(ANNA, endContact("hm")).refusedBy().contains("bad-news-at-once"));
        play.says(ANNA, Channel.PHONE, renegotiate(open(), play.in(Duration.ofDays(9)), ""));
        assertFalse(play.has(Facts.BAD_NEWS_OWED));
        assertEquals(Duty.Status.OPEN, play.open(Duty.Kind.PROMISE).status());
    }

    @Test
    void noCaseIsClosedOverAnOpenPromise() {
        play.byPhone().does(ANNA, limits("nothing in the way", false));
        promising(ANNA).orThrow();
        play.listened().proposed().agreed().does(ANNA, START_WORK).says(ANNA, Channel.PHONE, RESTATE_PROMISES);
        play.parted(WEEK).delivered().askedAgain().does(ANNA, answered(true, "yes")).thanked().does(ANNA, RECORD_CONFIDENCE);
        play.says(ANNA, Channel.PHONE, RESTATE_PROMISES).does(ANNA, endContact("all well"));
        assertEquals(List.of("end-promises"), play.attempt(ANNA, CLOSE_AS_RECOVERED).refusedBy());
        play.does(ANNA, discharge(KEEP_PROMISE, open(), "receipt 17"), Play.act(CLOSE_AS_RECOVERED));
    }

    @Test
    void aGestureStaysWithinAuthority() {
        acknowledged();
        assertEquals(List.of("goodwill-within-authority"), gesture(ANNA, "a voucher", 51).refusedBy());
        assertTrue(gesture(SUE, "a voucher", 500).isPermitted());
        assertTrue(gesture(ANNA, "a card", 0).isPermitted(), "it just needs to be (A29)");
    }

    @Test
    void aGestureIsNothingThatWasPromisedOrAskedFor() {
        acknowledged().does(ANNA, limits("nothing in the way", false), note(REPORT_REQUEST, "I want a Voucher at least"));
        promising(ANNA).orThrow();
        assertEquals(List.of("goodwill-unexpected"), gesture(ANNA, "A new parcel", 10).refusedBy());
        assertEquals(List.of("goodwill-unexpected"), gesture(ANNA, "a voucher", 10).refusedBy());
        assertTrue(gesture(ANNA, "flowers", 10).isPermitted());
    }

    @Test
    void aGestureComesAfterTheAcknowledgement() {
        play.byPhone();
        assertEquals(List.of("repair-after-acknowledging"), gesture(ANNA, "flowers", 10).refusedBy());
    }

    @Test
    void aGestureWithoutAWordOfAppreciationIsAdvisedAgainstAndDone() {
        acknowledged();
        Decision given = play.attempt(Command.says(ANNA, Channel.PHONE, "here", List.of(goodwill("flowers", BigDecimal.TEN))));
        assertEquals(List.of("goodwill-says-appreciated"), given.advice().stream().map(Reason::rule).toList());
    }

    @Test
    void overpromisingIsRefusedInAnyMessage() {
        play.byPhone();
        assertEquals(List.of("no-overpromising"),
            play.attempt(Play.saying(ANNA, Channel.PHONE, ACKNOWLEDGE).attesting(Traits.OVERPROMISES)).refusedBy());
    }

    @Test
    void whoeverPromisesHoldsThePromise() {
        promised();
        assertEquals("anna", play.open(Duty.Kind.PROMISE).holder());
        play.says(BEN, Channel.PHONE, promise("the money", play.in(WEEK)));
        assertEquals("ben", play.now().ledger().open(Duty.Kind.PROMISE).get(1).holder());
    }

    private Play acknowledged() {
        return play.byPhone().says(ANNA, Channel.PHONE, ACKNOWLEDGE);
    }

    private Decision gesture(Actor actor, String what, int amount) {
        return play.attempt(Play.saying(actor, Channel.PHONE, goodwill(what, BigDecimal.valueOf(amount))));
    }
}
