package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.InvalidInputException;

/** How cases end, and what was saved. */
class EndsFigureTest {
    private static Play againWithdrawn(Play play) {
        play.reopened().does(ANNA, REPORT_WITHDRAWAL).does(ANNA, beginContact(Channel.PHONE)).thanked();
        return play.does(ANNA, endContact("taken back")).does(ANNA, CLOSE_AS_WITHDRAWN);
    }

    @Test
    void everyCaseStandsAtOneEndOrIsOpen() {
        Ends ends = figures(play().recovered(), play().recovered(), play().unanswered(), play().unrecovered(), play().withdrawn(),
            play().referred(), play().byEmail(), play().byPhone()).ends();
        assertEquals(Map.of(RECOVERED, 2L, UNANSWERED, 1L, UNRECOVERED, 1L, WITHDRAWN, 1L, REFERRED, 1L), ends.counts());
        assertEquals(List.of(RECOVERED, UNRECOVERED, UNANSWERED, WITHDRAWN, REFERRED), List.copyOf(ends.counts().keySet()));
        assertEquals(new Share(2, 6), ends.share(RECOVERED));
        assertEquals(2, ends.open());
        assertEquals(6, ends.ended());
    }

    @Test
    void aReopenedCaseIsCountedOnceAndWhereItStandsNow() {
        Ends ends = figures(play().recovered().reopened(), againWithdrawn(againWithdrawn(play().recovered()))).ends();
        assertEquals(1, ends.open());
        assertEquals(1, ends.counts().get(WITHDRAWN));
        assertEquals(0, ends.counts().get(RECOVERED));
        assertEquals(1, ends.reopenedOnce());
        assertEquals(1, ends.reopenedOften());
    }

    @Test
    void onlyAnEndHasAShare() {
        Ends ends = figures().ends();
        assertTrue(assertThrows(InvalidInputException.class, () -> ends.share(SOLVING)).getMessage().contains("SOLVING"));
        assertThrows(InvalidInputException.class, () -> ends.share(null));
        assertEquals(new Share(0, 0), ends.share(REFERRED));
    }

    @Test
    @Covers(bites = {"A22", "B51"})
    @DisplayName("A22, B51: silence is an end of its own")
    void silence() {
        Ends ends = figures(play().unanswered(), play().recovered()).ends();
        assertEquals(new Share(1, 2), ends.share(UNANSWERED));
    }

    @Test
    @Covers(passes = {"A22", "B51"})
    @DisplayName("A22, B51: silence is never counted as a recovery, and an answer is no silence")
    void noSilence() {
        assertEquals(0, figures(play().unanswered()).ends().counts().get(RECOVERED));
        assertEquals(0, figures(play().unanswered()).times().recovery().measured());
        assertEquals(0, figures(play().recovered()).ends().counts().get(UNANSWERED));
    }

    @Test
    @Covers(bites = "A30")
    @DisplayName("A30: the outcome counts on three dimensions")
    void savedOnThreeDimensions() {
        Play one = Stories.recovered(outcome(true, false, true, "stays"));
        Ends.Saved saved = figures(one, Stories.recovered(outcome(true, true, false, ""))).ends().saved();
        assertEquals(new Ends.Saved(new Share(2, 2), new Share(1, 2), new Share(1, 2), 0, 0), saved);
    }

    @Test
    @Covers(passes = "A30")
    @DisplayName("A30: only the last entry counts; a plain note, none, one taken back and one from before a reopening state nothing")
    void nothingStated() {
        Play changed = Stories.askedAgain().does(ANNA, outcome(true, true, true, ""), outcome(false, false, false, "on reflection"));
        assertEquals(new Ends.Saved(new Share(0, 1), new Share(0, 1), new Share(0, 1), 0, 0), figures(changed).ends().saved());
        Play takenBack = Stories.takingBack(Stories.askedAgain().does(ANNA, outcome(true, true, true, "")), RECORD_OUTCOME);
        Play reopened = Stories.recovered(outcome(true, true, true, "")).reopened();
        Ends.Saved saved = figures(play().recovered(), play().byPhone(), takenBack, reopened, Stories.merged()).ends().saved();
        assertEquals(new Ends.Saved(new Share(0, 0), new Share(0, 0), new Share(0, 0), 1, 3), saved);
    }
}
