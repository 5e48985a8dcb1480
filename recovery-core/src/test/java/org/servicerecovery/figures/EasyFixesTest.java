package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BEN;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Facts;

/** Which problems were easy to solve. */
class EasyFixesTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private static EasyFixes easy(Play... plays) {
        return figures(plays).easyFixes();
    }

    private static Play delivering() {
        return play().byPhone().listened().solved();
    }

    /** In DELIVERING, with a parcel promised within a week. */
    private static Play promised() {
        Play play = play().byPhone().does(ANNA, limits("nothing in the way", false));
        play.says(ANNA, Channel.PHONE, promise("a new parcel", play.in(WEEK))).listened().proposed().agreed().does(ANNA, START_WORK);
        return play.says(ANNA, Channel.PHONE, RESTATE_PROMISES).parted(Duration.ofDays(9));
    }

    private static int openPromise(Play play) {
        return play.open(Duty.Kind.PROMISE).id();
    }

    @Test
    @Covers(bites = "A16")
    @DisplayName("A16: the first solution, delivered without any trouble, is an easy fix, and is set beside four in five")
    void easyFix() {
        assertEquals(new EasyFixes(new Share(2, 3), 0, 0), easy(delivering().delivered(), play().recovered(),
            delivering().does(ANNA, involve("carl", "the parcel")).delivered()));
        assertEquals(0.8, EasyFixes.EXPECTED);
    }

    static Map<String, Play> hard() {
        Map<String, Play> hard = new LinkedHashMap<>();
        hard.put("another proposal after a rejection", play().byPhone().listened().proposed().does(ANNA, REPORT_REJECTION)
            .says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION).agreed().does(ANNA, START_WORK).parted(WEEK).delivered());
        hard.put("two proposals", play().byPhone().listened().proposed().says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION).agreed()
            .does(ANNA, START_WORK).parted(WEEK).delivered());
        hard.put("rejected after all", delivering().delivered().does(ANNA, REPORT_REJECTION));
        hard.put("a dissatisfied answer", delivering().delivered().askedAgain().does(ANNA, answered(false, "no")));
        hard.put("a helper", delivering().does(ANNA, involve("carl", "the parcel")).delivered());
        hard.put("an escalation", delivering().does(ANNA, ESCALATE).delivered());
        hard.put("a follow-up that lapsed, which escalates", delivering().after(Duration.ofDays(8)).delivered());
        hard.put("a hand-over", handedOver());
        Play lapsed = promised().after(WEEK.plusHours(1));
        lapsed.does(ANNA, discharge(REPORT_PROMISE_RELEASED, openPromise(lapsed), "too late now"));
        hard.put("a promise that lapsed", lapsed.delivered());
        Play late = promised().passes(WEEK.plusHours(1));
        hard.put("a promise kept late, before any tick",
            late.does(ANNA, discharge(KEEP_PROMISE, openPromise(late), "receipt 17")).delivered());
        Play told = promised();
        told.does(ANNA, beginContact(Channel.PHONE)).does(ANNA, discharge(REPORT_PROMISE_IN_DOUBT, openPromise(told), "sold out"))
            .says(ANNA, Channel.PHONE, discharge(TELL_BROKEN_PROMISE, openPromise(told), ""));
        hard.put("a promise told to be broken", told.delivered());
        hard.put("a reopening", play().recovered().reopened());
        Play reassigned = delivering().does(BEN, ACCEPT_CASE).does(SUE, reassign("ben", "ill"));
        hard.put("a reassignment", reassigned.says(BEN, Channel.EMAIL, TELL_NEW_OWNER).does(BEN, RECORD_DELIVERY));
        return hard;
    }

    /** Anna releases the case to Ben, who delivers. */
    private static Play handedOver() {
        Play play = delivering().does(ANNA, beginContact(Channel.PHONE)).transferred(WEEK);
        return play.does(BEN, RECORD_DELIVERY);
    }

    @TestFactory
    @Covers(passes = "A16")
    @DisplayName("A16: no easy fix is what took more than the first solution")
    Stream<DynamicTest> noEasyFix() {
        return hard().entrySet().stream().map(entry -> DynamicTest.dynamicTest("A16: " + entry.getKey(),
            () -> assertEquals(new EasyFixes(new Share(0, 1), 0, 0), easy(entry.getValue()), entry.getKey())));
    }

    @Test
    @DisplayName("A16: what is not delivered, adopted or merged is left out")
    void leftOut() {
        EasyFixes figure = easy(delivering(), play().withdrawn(), Stories.adopted(Facts.OWNER_NAMED), Stories.merged());
        assertEquals(new EasyFixes(new Share(0, 0), 2, 1), figure);
        assertEquals(OptionalDouble.empty(), figure.share().value());
    }

    @Test
    @DisplayName("A16: entries that were taken back count as never made")
    void takenBack() {
        assertEquals(new EasyFixes(new Share(0, 0), 1, 0), easy(Stories.takingBack(delivering().delivered(), RECORD_DELIVERY)));
        Play helped = delivering().does(ANNA, involve("carl", "the parcel"));
        assertEquals(new EasyFixes(new Share(1, 1), 0, 0), easy(Stories.takingBack(helped, INVOLVE).delivered()));
    }

    @Test
    @DisplayName("A16: a promise kept in time, and one renegotiated in time, are not broken")
    void keptInTime() {
        Play kept = promised();
        kept.after(Duration.ofDays(6)).does(ANNA, discharge(KEEP_PROMISE, openPromise(kept), "receipt 17")).delivered();
        Play renegotiated = promised().does(ANNA, beginContact(Channel.PHONE));
        renegotiated.says(ANNA, Channel.PHONE, renegotiate(openPromise(renegotiated), renegotiated.in(Duration.ofDays(8)), ""));
        assertEquals(new EasyFixes(new Share(2, 2), 0, 0), easy(kept, renegotiated.delivered()));
        assertEquals(List.of("WARNING holder"), kept.rungs("promise-due"));
    }

    @Test
    @DisplayName("A16: a rejection before anything was proposed rejects no solution")
    void nothingRejected() {
        Play play = play().byPhone().listened().does(ANNA, REPORT_REJECTION).solved().delivered();
        assertEquals(new EasyFixes(new Share(1, 1), 0, 0), easy(play));
    }
}
