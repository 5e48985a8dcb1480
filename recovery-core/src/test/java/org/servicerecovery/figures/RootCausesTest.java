package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.figures.Stories.after;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.note;
import static org.servicerecovery.model.Step.RECORD_ROOT_CAUSE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;

/** Root causes, ranked. */
class RootCausesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static Play caused(Play play, String... causes) {
        play.byPhone();
        for (String cause : causes) {
            play.does(ANNA, note(RECORD_ROOT_CAUSE, cause));
        }
        return play;
    }

    private static Instant day(int number) {
        return Play.START.plus(DAY.multipliedBy(number));
    }

    @Test
    @Covers(bites = "B49")
    @DisplayName("B49: causes are ranked by their entries, with share, cases and dates")
    void ranked() {
        Play again = caused(after(DAY), "Late parcel").passes(DAY).does(ANNA, note(RECORD_ROOT_CAUSE, " late\u00a0 \n PARCEL\t"));
        Play two = caused(after(DAY.multipliedBy(4)), "late parcel", "broken link");
        RootCauses causes = figures(caused(play(), "wrong invoice"), again, two).rootCauses();
        assertEquals(List.of(new RootCauses.Cause("late parcel", new Share(3, 5), 2, day(1), day(4)),
            new RootCauses.Cause("broken link", new Share(1, 5), 1, day(4), day(4)),
            new RootCauses.Cause("wrong invoice", new Share(1, 5), 1, day(0), day(0))), causes.ranked());
        assertEquals(0, causes.unconsidered());
    }

    @Test
    @Covers(passes = "B49")
    @DisplayName("B49: what was taken back and what a duplicate says is no cause")
    void notRanked() {
        Play takenBack = Stories.takingBack(caused(play(), "late parcel"), RECORD_ROOT_CAUSE);
        RootCauses causes = figures(takenBack, Stories.merged()).rootCauses();
        assertEquals(List.of(), causes.ranked());
        assertEquals(1, causes.unconsidered());
    }

    @Test
    @Covers(bites = "B50")
    @DisplayName("B50: that no cause was found counts apart")
    void noneFound() {
        RootCauses causes = figures(caused(play(), "None  found"), caused(play(), "none found, but ask the carrier")).rootCauses();
        assertEquals(1, causes.noneFound());
        assertEquals(List.of("none found, but ask the carrier"), causes.ranked().stream().map(RootCauses.Cause::name).toList());
        assertEquals(new Share(1, 1), causes.ranked().get(0).share());
    }

    @Test
    @Covers(passes = "B50")
    @DisplayName("B50: a case in which nobody has considered a cause is counted, and one that found none is not")
    void unconsidered() {
        assertEquals(1, figures(play().byPhone()).rootCauses().unconsidered());
        assertEquals(0, figures(caused(play(), "none found")).rootCauses().unconsidered());
    }

    @Test
    void notesNameOneCauseWhateverTheirBlanksAndCase() {
        assertEquals(RootCauses.name("straße"), RootCauses.name("STRASSE"));
        assertEquals(RootCauses.name("caf\u00e9"), RootCauses.name("CAFE\u0301"));
        assertEquals("a b", RootCauses.name("\u3000A \u2003\u00a0 b "));
    }
}
