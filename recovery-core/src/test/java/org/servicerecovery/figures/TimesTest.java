package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.play;
import static org.servicerecovery.model.RecoveryAction.beginContact;
import static org.servicerecovery.model.RecoveryAction.followUp;
import static org.servicerecovery.model.RecoveryAction.mood;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;

/** How long customers waited for an answer, an owner and a recovery. */
class TimesTest {
    private static final Spread NOTHING = new Spread(0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Spread one(Duration time, long without) {
        return new Spread(1, without, Optional.of(time), Optional.of(time), Optional.of(time), Optional.of(time));
    }

    /** Taken after so many minutes, and answered after as many more. */
    private static Play answered(int taken, int answered) {
        Play play = play().byEmail().passes(minutes(taken)).does(ANNA, TAKE_OWNERSHIP).passes(minutes(answered));
        return play.says(ANNA, Channel.EMAIL, followUp("anna", "call", play.in(minutes(600))), Play.act(REMARK));
    }

    @Test
    @Covers(bites = "A03")
    @DisplayName("A03: the first response counts from the opening to the first words of a person")
    void firstResponse() {
        assertEquals(one(minutes(30), 1), figures(answered(20, 10), play().byEmail().passes(minutes(45))).times().firstResponse());
        assertEquals(one(Duration.ZERO, 0), figures(play().byPhone()).times().firstResponse(),
            "whoever is received live has an answer at once");
    }

    @Test
    @Covers(passes = "A03")
    @DisplayName("A03: an automatic reply is no first response, and a later one changes nothing")
    void automaticReply() {
        Play play = play().byEmail().passes(minutes(1));
        play.attempt(Command.says(BOT, Channel.EMAIL, "We have your message.", SEND_AUTOMATIC_REPLY)).orThrow();
        assertEquals(1, figures(play).times().firstResponse().without());
        assertEquals(0, figures(play).times().firstResponse().measured());
        Play twice = answered(20, 10).passes(minutes(60)).does(ANNA, followUp("anna", "again", Play.START.plusSeconds(90_000)));
        twice.says(ANNA, Channel.EMAIL, REMARK);
        assertEquals(one(minutes(30), 0), figures(twice).times().firstResponse());
    }

    @Test
    @DisplayName("A03: an adopted case and a merged duplicate are left out of the times, and the adopted one is counted")
    void leftOutOfTimes() {
        Times times = figures(Stories.adopted(Facts.OWNER_NAMED, Facts.FIRST_RESPONSE_GIVEN), Stories.merged()).times();
        assertEquals(new Times(NOTHING, NOTHING, NOTHING, 1), times);
    }

    @Test
    @Covers(bites = "A06")
    @DisplayName("A06: the time to an owner is the time until somebody is named")
    void ownership() {
        assertEquals(one(minutes(20), 0), figures(answered(20, 10)).times().ownership());
    }

    @Test
    @Covers(passes = "A06")
    @DisplayName("A06: a case without an owner is not measured, and another owner later on changes nothing")
    void noOwner() {
        assertEquals(new Spread(0, 1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            figures(play().byEmail().passes(minutes(30))).times().ownership());
        Play handed = play().byEmail().passes(minutes(5)).does(ANNA, TAKE_OWNERSHIP)
            .does(ANNA, beginContact(Channel.PHONE)).passes(minutes(7)).transferred(Duration.ofDays(1));
        assertEquals("ben", handed.now().data().owner());
        assertEquals(one(minutes(5), 0), figures(handed).times().ownership());
    }

    private static Play recoveredAfter(Duration time) {
        return play().byPhone().listened().solved().passes(time).delivered().readyToClose().does(ANNA, CLOSE_AS_RECOVERED);
    }

    @Test
    @Covers(bites = "E23")
    @DisplayName("E23: the time to the recovery is that to the last closing as recovered")
    void recovery() {
        Play twice = recoveredAfter(Duration.ofDays(3)).passes(Duration.ofDays(1)).reopened();
        assertEquals(0, figures(twice).times().recovery().measured(), "reopened, it is not recovered any more");
        assertEquals(1, figures(twice).times().recovery().without());
        twice.does(ANNA, beginContact(Channel.PHONE)).listened().solved().delivered().readyToClose()
            .does(ANNA, CLOSE_AS_RECOVERED);
        assertEquals(one(Duration.ofDays(4), 0), figures(twice).times().recovery());
        assertEquals(one(Duration.ZERO, 0), figures(twice).times().ownership(), "whose it was from the beginning");
        twice.passes(Duration.ofDays(9)).does(ANNA, mood(Mood.CONTENT));
        assertEquals(one(Duration.ofDays(4), 0), figures(twice).times().recovery(), "a note after the end does not put it off");
        assertEquals(one(Duration.ofDays(3), 0), figures(recoveredAfter(Duration.ofDays(3))).times().recovery());
    }

    @Test
    @Covers(passes = "E23")
    @DisplayName("E23: other ends are no recovery")
    void noRecovery() {
        Times times = figures(play().unanswered(), play().unrecovered(), play().withdrawn(), play().referred(), play().byPhone()).times();
        assertEquals(new Spread(0, 5, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), times.recovery());
    }

    @Test
    void meanMedianNinetiethAndLongestAreThoseOfAPencil() {
        Play[] ten = IntStream.of(3, 1, 2, 10, 5, 4, 9, 6, 8, 7).mapToObj(minute -> answered(minute, 0)).toArray(Play[]::new);
        Duration half = minutes(5).plusSeconds(30);
        assertEquals(new Spread(10, 0, Optional.of(half), Optional.of(half), Optional.of(minutes(9)), Optional.of(minutes(10))),
            figures(ten).times().firstResponse());
        Play[] three = {answered(1, 0), answered(60, 0), answered(2, 0)};
        Optional<Duration> hour = Optional.of(minutes(60));
        assertEquals(new Spread(3, 0, Optional.of(minutes(21)), Optional.of(minutes(2)), hour, hour),
            figures(three).times().firstResponse());
    }

    @Test
    void theNinetiethPercentileIsTheShortestThatNineInTenDoNotExceed() {
        for (int size = 1; size <= 200; size++) {
            Spread spread = Spread.of(IntStream.rangeClosed(1, size).mapToObj(Duration::ofSeconds).toList(), 0);
            long ninetieth = spread.ninetieth().orElseThrow().toSeconds();
            assertTrue(10 * ninetieth >= 9L * size && 10 * (ninetieth - 1) < 9L * size, size + " durations: " + ninetieth);
        }
    }
}
