package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * The steps that a source puts in a row, each with the lines by which it is taken, and what must hold of any such row: told in
 * order it ends in RECOVERED; of two neighbours the second is refused while the first is not done, and is fine once it is;
 * without one of them there is no recovery, whatever else is done.
 */
final class Order {
    private final Supplier<Script> start;
    private final List<Beat> beats;
    private final Move[] ending;

    /** Something that somebody says or does. */
    @FunctionalInterface
    interface Move {
        Script.Line in(Script script);
    }

    /**
     * One step of the row.
     *
     * @param name     what the source calls it
     * @param prepared what else is done for it where it can be, and is not what the order is about
     * @param taken    by which lines it is taken: these wait for the step before
     */
    record Beat(String name, List<Move> prepared, List<Move> taken) {
        static Beat of(String name, Move... taken) {
            return new Beat(name, List.of(), List.of(taken));
        }

        Beat after(Move... moves) {
            return new Beat(name, List.of(moves), taken);
        }
    }

    Order(Supplier<Script> start, List<Beat> beats, Move... ending) {
        this.start = start;
        this.beats = beats;
        this.ending = ending;
    }

    /** The row as the source has it; the last line of the ending closes the case. */
    void endsInRecovered() {
        Script script = told(beats.size());
        for (Move move : ending) {
            permitted(move, script);
        }
        assertEquals(RecoveryState.RECOVERED, script.play.state());
    }

    /** Exactly these rules refuse the first line of the second while the first is not done; done, nothing is in the way. */
    void swapped(String first, String second, String... rules) {
        int index = index(first);
        assertEquals(second, beats.get(index + 1).name(), "neighbours");
        Script script = told(index);
        Beat later = beats.get(index + 1);
        later.prepared().forEach(move -> move.in(script).attempted());
        later.taken().get(0).in(script).refusedBy(rules);
        for (Move move : later.taken()) {
            Decision early = move.in(script).attempted();
            assertTrue(early.refusedBy().contains(rules[0]), () -> move.in(script) + " is refused by " + early.refusedBy());
        }
        take(beats.get(index), script);
        take(later, script);
    }

    /** Everything else is tried, and it is no recovery. */
    void skipped(String left, String rule) {
        Script script = start.get();
        for (Beat beat : beats) {
            if (!beat.name().equals(left)) {
                beat.prepared().forEach(move -> move.in(script).attempted());
                beat.taken().forEach(move -> move.in(script).attempted());
            }
        }
        for (Move move : Arrays.copyOf(ending, ending.length - 1)) {
            move.in(script).attempted();
        }
        Decision end = script.does(Step.CLOSE_AS_RECOVERED).attempted();
        assertTrue(end.refusedBy().contains(rule), () -> "without " + left + " the end is refused by " + end.refusedBy());
        assertFalse(script.play.state() == RecoveryState.RECOVERED);
    }

    List<String> names() {
        return beats.stream().map(Beat::name).toList();
    }

    /** The first steps of the row, as the source has them. */
    private Script told(int steps) {
        Script script = start.get();
        IntStream.range(0, steps).mapToObj(beats::get).forEach(beat -> take(beat, script));
        return script;
    }

    /** What was prepared already is not done twice; but the step itself has to be possible. */
    private static void take(Beat beat, Script script) {
        beat.prepared().forEach(move -> move.in(script).attempted());
        beat.taken().forEach(move -> permitted(move, script));
    }

    private static void permitted(Move move, Script script) {
        Script.Line line = move.in(script);
        Decision decision = line.attempted();
        assertTrue(decision.isPermitted(), () -> line + " is refused by " + decision.refusedBy());
    }

    private int index(String name) {
        return new ArrayList<>(names()).indexOf(name);
    }
}
