package org.servicerecovery.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.figures.Stories.after;
import static org.servicerecovery.figures.Stories.figures;
import static org.servicerecovery.figures.Stories.ofOneCustomer;
import static org.servicerecovery.figures.Stories.play;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.servicerecovery.coverage.Covers;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Step;

/** Customers who complain again. */
class RepeatsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    @Covers(bites = "B53")
    @DisplayName("B53: a customer with several cases is a repeater, by hand: 3 cases of one, 1 of another")
    void repeaters() {
        Repeats repeats = RecoveryFigures.of(Stream.of(Stories.of(play().byPhone(), "a", "ann"), Stories.of(play().withdrawn(), "b", "ann"),
            Stories.of(Stories.adopted(), "c", "ann"), Stories.of(play().recovered(), "d", "bob"))).repeats();
        assertEquals(new Repeats(new Share(1, 2), OptionalDouble.of(3), new Share(0, 3)), repeats);
    }

    @Test
    @DisplayName("B53: a case after a recovery of the same customer is a recurrence, whichever is handed in first")
    void recurrence() {
        Play later = after(DAY).byPhone();
        assertEquals(new Share(1, 2), ofOneCustomer(play().recovered(), later).repeats().recurrences());
        assertEquals(new Share(1, 2), ofOneCustomer(later, play().recovered()).repeats().recurrences());
        assertEquals(new Share(1, 2), ofOneCustomer(play().recovered().reopened(), later).repeats().recurrences(),
            "also if reopened since");
    }

    @Test
    @Covers(passes = "B53")
    @DisplayName("B53: one case each is no repetition; a duplicate is none, and a reopening is none")
    void noRepeaters() {
        assertEquals(new Repeats(new Share(0, 2), OptionalDouble.empty(), new Share(0, 2)),
            figures(play().recovered(), after(DAY).byPhone()).repeats());
        assertEquals(new Repeats(new Share(0, 1), OptionalDouble.empty(), new Share(0, 1)),
            ofOneCustomer(play().recovered().passes(DAY).reopened(), Stories.merged()).repeats());
    }

    @Test
    @DisplayName("B53: a case before the recovery, after another end, or adopted is no recurrence")
    void noRecurrence() {
        Play slow = play().byPhone().listened().solved().passes(DAY.multipliedBy(3)).delivered().readyToClose()
            .does(Play.ANNA, Step.CLOSE_AS_RECOVERED);
        assertEquals(new Share(0, 2), ofOneCustomer(slow, after(DAY).byPhone()).repeats().recurrences());
        assertEquals(new Share(0, 2), ofOneCustomer(play().withdrawn(), after(DAY).byPhone()).repeats().recurrences());
        assertEquals(new Share(0, 1), ofOneCustomer(play().recovered(), Stories.adopted()).repeats().recurrences());
    }
}
