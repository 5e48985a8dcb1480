package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.TAKE_OWNERSHIP;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;

/** The mood before and after, per case and per contact. */
class MoodsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    /** One call with these readings, not ended. */
    private static Play call(Mood... readings) {
        return read(play().byPhone(), readings);
    }

    private static Play read(Play play, Mood... readings) {
        for (Mood reading : readings) {
            play.does(ANNA, RecoveryAction.mood(reading));
        }
        return play;
    }

    @Test
    @Covers(bites = "B52")
    @DisplayName("B52: first against last reading: calmer is better, by the steps between them")
    void better() {
        Moods.Change change = figures(call(Mood.BEYOND_IRATE, Mood.IRATE, Mood.CALM), call(Mood.CALM, Mood.UPSET),
            call(Mood.UPSET, Mood.UPSET)).moods().perCase();
        assertEquals(new Moods.Change(1, 1, 1, OptionalDouble.of((3 - 1) / 3.0), 0), change);
    }

    @Test
    @Covers(passes = "B52")
    @DisplayName("B52: fewer than two readings are left out, and a merged duplicate is left out unseen")
    void tooFewReadings() {
        Moods.Change change = figures(call(), call(Mood.IRATE), Stories.merged()).moods().perCase();
        assertEquals(new Moods.Change(0, 0, 0, OptionalDouble.empty(), 2), change);
    }

    @Test
    @DisplayName("B52: each contact that ended counts by itself, the attended opening as well")
    void perContact() {
        Play play = call(Mood.IRATE, Mood.UPSET).parted(WEEK).does(ANNA, beginContact(Channel.PHONE));
        read(play, Mood.CALM, Mood.UPSET).does(ANNA, endContact("again"));
        Moods moods = figures(play).moods();
        assertEquals(new Moods.Change(1, 0, 1, OptionalDouble.of(0), 0), moods.perContact());
        assertEquals(new Moods.Change(1, 0, 0, OptionalDouble.of(1), 0), moods.perCase(), "IRATE at first, UPSET in the end");
    }

    @Test
    @DisplayName("B52: readings outside a contact and a contact that goes on count for no contact")
    void noContact() {
        Play written = play().byEmail().does(MACRO, mood(Mood.IRATE)).does(ANNA, TAKE_OWNERSHIP).does(ANNA, beginContact(Channel.PHONE));
        read(written, Mood.CALM).parted(WEEK);
        Moods moods = figures(written, call(Mood.IRATE, Mood.CALM)).moods();
        assertEquals(new Moods.Change(0, 0, 0, OptionalDouble.empty(), 1), moods.perContact());
        assertEquals(new Moods.Change(2, 0, 0, OptionalDouble.of(2), 0), moods.perCase());
    }
}
