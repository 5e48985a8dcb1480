package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.SUE;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;

/** Refusals, advice, waivers and what was only recorded, by guardrail; and the deadlines that were missed. */
class RulesFigureTest {
    /** Confirmed without an open question, which Sue waived, and Sam as well. */
    private static Play waived() {
        Play play = play().byPhone();
        play.says(ANNA, Channel.PHONE, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE, ASK_TO_RESTATE);
        play.does(ANNA, RECORD_STORY, RECORD_FAILURE).says(ANNA, Channel.PHONE, PARAPHRASE).does(ANNA, mood(Mood.CALM));
        Waiver waiver = new Waiver("open-questions", SUE, "a train to catch");
        Waiver second = new Waiver("open-questions", Actor.supervisor("sam"), "the train leaves");
        play.attempt(Command.does(ANNA, of(CONFIRM_STORY)).attesting(Play.GOOD).waiving(waiver).waiving(second)).orThrow();
        return play;
    }

    @Test
    @Covers(bites = "D17")
    @DisplayName("D17: advice and waivers count by guardrail, the busiest first")
    void adviceAndWaivers() {
        Rules rules = figures(waived(), play().byPhone().listened().proposed(), play().byPhone().listened().proposed()).rules();
        assertEquals(List.of(new Rules.ByRule("second-apology", 0, 2, 0, 0), new Rules.ByRule("open-questions", 0, 0, 1, 0)),
            rules.byRule());
        assertEquals(0, rules.refusals());
    }

    @Test
    @Covers(passes = "D17")
    @DisplayName("D17: a conduct that nobody has to mind brings no findings, and a duplicate's are left out")
    void noFindings() {
        Play merged = Stories.merging(play().byPhone().listened().proposed().parted(Duration.ofDays(7)));
        RecoveryFigures figures = figures(play().byPhone().listened(), merged);
        assertEquals(1, figures.merged());
        assertEquals(List.of(), figures.rules().byRule());
    }

    @Test
    @DisplayName("D17: refusals are counted by every guardrail that refused, from the decisions that are handed in")
    void refusals() {
        FiguresCollector collector = RecoveryFigures.collector();
        Play play = play().byPhone();
        collector.refused(play.attempt(Play.saying(ANNA, Channel.PHONE, promise("a new parcel", play.in(Duration.ofDays(7))))));
        collector.refused(play.attempt(ANNA, RECORD_DELIVERY));
        collector.refused(play.attempt(Command.says(ANNA, Channel.PHONE, "will do",
            List.of(promise("a parcel", play.in(Duration.ofDays(7)))))));
        Rules rules = collector.figures().rules();
        assertEquals(3, rules.refusals());
        assertEquals(List.of(new Rules.ByRule("limits-before-promise", 2, 0, 0, 0), new Rules.ByRule("not-here", 1, 0, 0, 0),
            new Rules.ByRule("promise-feasible", 1, 0, 0, 0)), rules.byRule());
    }

    @Test
    @DisplayName("D17: a decision that permits is no refusal")
    void noRefusal() {
        FiguresCollector collector = RecoveryFigures.collector();
        Play play = play().byPhone();
        Command command = Command.does(ANNA, of(GET_READY)).attesting(Play.GOOD);
        collector.refused(play.attempt(command));
        collector.refused(play.attempt(command));
        assertEquals(new Rules(0, List.of(), new Share(0, 0)), collector.figures().rules());
    }

    @Test
    @DisplayName("D17: what a guardrail only recorded counts apart")
    void shadowed() {
        Play play = Play.on(Playbooks.like(Stories.STANDARD, "trial", "1").level("second-apology", Level.SHADOW).build());
        assertEquals(List.of(new Rules.ByRule("second-apology", 0, 0, 0, 1)),
            figures(play.byPhone().listened().proposed()).rules().byRule());
    }

    @Test
    @DisplayName("D17: an ended case with a review of the conduct counts")
    void reviewed() {
        assertEquals(new Share(1, 1), figures(play().withdrawn()).rules().reviewed());
    }

    @Test
    @DisplayName("D17: a review that was taken back does not count, and an open case is left out")
    void notReviewed() {
        Play takenBack = Stories.takingBack(play().byPhone().does(ANNA, REPORT_WITHDRAWAL).thanked(), REVIEW_CONDUCT);
        assertEquals(new Share(0, 0), figures(takenBack).rules().reviewed());
        Play unattended = play().byEmail().does(Play.MACRO, REPORT_WITHDRAWAL).does(ANNA, CLOSE_AS_WITHDRAWN);
        assertEquals(new Share(0, 1), figures(unattended).rules().reviewed());
    }

    @Test
    @Covers(bites = "A03")
    @DisplayName("A03: a first response that is late is a breach, each counted once with its case")
    void breach() {
        Play twice = play().byEmail().after(Duration.ofHours(1)).does(ANNA, TAKE_OWNERSHIP).after(Duration.ofHours(1));
        List<Breaches> breaches = figures(play().byEmail().after(Duration.ofMinutes(61)), twice).breaches();
        assertEquals(List.of(new Breaches("first-response", 2, 2), new Breaches("action-after-ownership", 1, 1)), breaches);
    }

    @Test
    @Covers(passes = "A03")
    @DisplayName("A03: a warning is no breach, nor is what nobody has ticked or a duplicate's")
    void noBreach() {
        Play merged = Stories.merging(play().byEmail().after(Duration.ofHours(2)));
        assertEquals(List.of(), figures(play().byEmail().after(Duration.ofMinutes(45)), play().byEmail().passes(Duration.ofDays(1)), merged)
            .breaches());
    }

    @Test
    @Covers(bites = "E23")
    @DisplayName("E23: a clock that recurs breaches several times in one case")
    void recurring() {
        Play slow = play().byPhone().listened().solved().after(Duration.ofDays(2)).after(Duration.ofDays(2));
        assertEquals(new Breaches("progress", 2, 1), figures(slow).breaches().get(0));
    }
}
