package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.note;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/** Feelings against fix, by acts and by told time. */
class BalanceTest {
    private static Balance balance(Play... plays) {
        return figures(plays).balance();
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Play spending(Play play, long minutes, Step... steps) {
        play.attempt(Play.saying(ANNA, Channel.PHONE, steps).spending(minutes(minutes))).orThrow();
        return play;
    }

    private static Play diagnosing(Play play, long minutes, int times) {
        RecoveryAction[] acts = Stream.generate(() -> note(DIAGNOSE, "the address was wrong")).limit(times).toArray(RecoveryAction[]::new);
        play.attempt(Command.does(ANNA, acts).attesting(Play.GOOD).spending(minutes(minutes))).orThrow();
        return play;
    }

    /** Withdrawn in the end, so that it is finished without anything of either kind. */
    private static Play withdrawn(Play play) {
        play.does(ANNA, REPORT_WITHDRAWAL).thanked();
        return play.does(ANNA, RecoveryAction.endContact("taken back")).does(ANNA, CLOSE_AS_WITHDRAWN);
    }

    @Test
    @Covers(bites = "D15")
    @DisplayName("D15: a finished case with as many emotion acts as acts on the fix counts, by hand: 5 and 4")
    void byActs() {
        // Apologise, acknowledge, empathise, mirror; empathise again: 5. Propose, explain the plan, start, deliver: 4.
        Balance figure = balance(play().recovered());
        assertEquals(5, figure.feelingActs());
        assertEquals(4, figure.fixActs());
        assertEquals(new Share(1, 1), figure.byActs());
        Balance equal = balance(diagnosing(play().byPhone().listened().solved(), 0, 1).delivered().readyToClose()
            .does(ANNA, CLOSE_AS_RECOVERED));
        assertEquals(equal.feelingActs(), equal.fixActs());
        assertEquals(new Share(1, 1), equal.byActs());
    }

    @Test
    @Covers(passes = "D15")
    @DisplayName("D15: a finished case with fewer emotion acts does not count, and one with none of either is left out")
    void fewerActs() {
        Play fewer = withdrawn(diagnosing(play().byPhone().listened(), 0, 5));
        Balance figure = balance(fewer, play().withdrawn());
        assertEquals(new Share(0, 1), figure.byActs());
        assertEquals(1, figure.withoutActs());
        assertEquals(4, figure.feelingActs());
        assertEquals(5, figure.fixActs());
    }

    @Test
    @DisplayName("D15: open cases and merged duplicates are left out")
    void openCases() {
        Balance figure = balance(play().byPhone().listened(), Stories.merged());
        assertEquals(new Balance(new Share(0, 0), 0, new Share(0, 0), 0, 0, 0, Duration.ZERO, Duration.ZERO, 1), figure);
    }

    @Test
    @Covers(bites = "A21")
    @DisplayName("A21: told time counts once for a command, and is shared where it served both")
    void byTime() {
        Play play = spending(play().byPhone(), 10, STATE_OWNERSHIP, APOLOGISE, ACKNOWLEDGE, EMPATHISE).listened();
        play.does(ANNA, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE)
            .does(ANNA, RecoveryAction.limits("nothing in the way", false));
        Balance figure = balance(withdrawn(spending(play, 6, EMPATHISE, MIRROR_FEELINGS, PROPOSE_SOLUTION)));
        assertEquals(minutes(10 + 4), figure.feelingTime(), "ten minutes for three acts are ten minutes, not thirty");
        assertEquals(minutes(2), figure.fixTime());
        assertEquals(new Share(1, 1), figure.byTime());
        assertEquals(0, figure.withoutTime());
    }

    @Test
    @Covers(passes = "A21")
    @DisplayName("A21: less time on feelings does not count, as much does, and a case without told time is left out")
    void lessTime() {
        Play less = withdrawn(diagnosing(spending(play().byPhone(), 9, APOLOGISE, ACKNOWLEDGE).listened(), 10, 1));
        Play equal = withdrawn(diagnosing(spending(play().byPhone(), 10, APOLOGISE, ACKNOWLEDGE).listened(), 10, 1));
        Play untold = withdrawn(spending(play().byPhone(), 30, REMARK));
        Balance figure = balance(less, equal, untold, play().recovered());
        assertEquals(new Share(1, 2), figure.byTime());
        assertEquals(2, figure.withoutTime(), "time for neither says nothing of either");
        assertEquals(minutes(19), figure.feelingTime());
        assertEquals(minutes(20), figure.fixTime());
    }
}
