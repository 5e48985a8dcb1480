package org.servicerecovery.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** That the benchmarks still measure what they say. Nothing here is timed. */
class BenchmarksTest {
    @Test
    void acceptedStepsAreAccepted() {
        KernelBenchmark kernel = new KernelBenchmark();
        for (KernelBenchmark.What what : KernelBenchmark.What.values()) {
            for (int clocks : new int[] {3, 12}) {
                KernelBenchmark.Accepted state = new KernelBenchmark.Accepted();
                state.what = what;
                state.clocks = clocks;
                state.rehearse();
                assertTrue(kernel.accept(state).isPermitted(), what + " with " + clocks + " clocks");
            }
        }
    }

    @Test
    void aWholeRecoveryEndsRecovered() {
        KernelBenchmark.Whole state = new KernelBenchmark.Whole();
        state.rehearse();
        assertTrue(new KernelBenchmark().acceptWholeRecovery(state).isPermitted());
        var scenes = Rehearsal.wholeStory();
        assertEquals(RecoveryState.RECOVERED, Rehearsal.event(scenes.get(scenes.size() - 1)).to());
    }

    @Test
    void theRefusalIsOne() {
        KernelBenchmark kernel = new KernelBenchmark();
        KernelBenchmark.Refused state = new KernelBenchmark.Refused();
        state.rehearse();
        assertFalse(kernel.refuse(state).isPermitted());
        assertTrue(kernel.refuseWithReasons(state).stream().anyMatch(reason -> reason.rule().equals("no-plain-transfer")));
    }

    @Test
    void theProofIsOneAndThePlanLeadsFromTheVeryBeginning() {
        ProofBenchmark proofs = new ProofBenchmark();
        ProofBenchmark.Planned planned = new ProofBenchmark.Planned();
        assertTrue(proofs.prove().findings().isEmpty());
        assertEquals(proofs.coldBuild().id().fingerprint(), proofs.buildAgain().id().fingerprint());
        assertEquals(proofs.coldFirstPlan(planned), proofs.plan(planned));
        assertTrue(proofs.plan(planned).length() > 30, () -> proofs.plan(planned).toString());
        assertFalse(proofs.cures(planned).isEmpty());
    }

    @Test
    void theDeskPlaysMoreThanOneStory() {
        DeskBenchmark desk = new DeskBenchmark();
        for (int i = 0; i < 200; i++) {
            assertTrue(desk.command().isPermitted());
        }
        assertFalse(desk.refusedCommand(new DeskBenchmark.UnderWay()).isPermitted());
    }

    @Test
    void theToyHasFortyOneRowsAndTheSwitchAgreesWithThem() {
        assertEquals(41, Toy.ROWS.size());
        for (RecoveryState state : RecoveryState.values()) {
            for (Step step : Step.values()) {
                var row = Toy.ROWS.stream().filter(one -> one.from() == state && one.step() == step).findFirst();
                HandWritten.Case after = HandWritten.after(new HandWritten.Case(state, 1), step);
                if (row.isEmpty()) {
                    assertNull(after);
                } else {
                    assertEquals(row.get().to(), after.state());
                }
            }
        }
    }

    @Test
    void everyRivalWalksItsWholeWay() {
        RivalsBenchmark rivals = new RivalsBenchmark();
        RivalsBenchmark.Stateless stateless = new RivalsBenchmark.Stateless();
        stateless.build();
        RivalsBenchmark.SpringToy toy = new RivalsBenchmark.SpringToy();
        toy.build();
        RivalsBenchmark.SpringFull full = new RivalsBenchmark.SpringFull();
        full.build();
        HandWritten.Case byHand = new HandWritten.Case(RecoveryState.LISTENING, 1);
        for (Step step : Toy.WALK) {
            byHand = HandWritten.after(byHand, step);
            assertEquals(byHand.state(), rivals.stateless4j(stateless));
            assertEquals(byHand.state(), rivals.springToyRunning(toy));
        }
        assertEquals(RecoveryState.LISTENING, byHand.state());
        for (Scene scene : Rehearsal.wholeStory()) {
            RecoveryState to = Rehearsal.event(scene).to();
            assertEquals(to, rivals.springFullRunning(full));
        }
        for (Scene scene : Rehearsal.wholeStory()) {
            assertEquals(Rehearsal.event(scene).to(), rivals.springFullReset(full));
        }
        rivals.springToyReset(toy);
        rivals.springToyRestored(toy);
    }
}
