package org.servicerecovery.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.CaseCount;

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
    void theDeskPlaysMoreThanOneStoryOnEitherEngine() {
        for (String engine : List.of("direct", "spring")) {
            DeskBenchmark desk = new DeskBenchmark();
            desk.engine = engine;
            desk.build();
            for (int i = 0; i < 200; i++) {
                assertTrue(desk.command().isPermitted());
            }
            assertFalse(desk.refusedCommand(new DeskBenchmark.UnderWay()).isPermitted());
        }
    }

    @Test
    void bothReadersFindWhatIsInOrdinaryMessages() {
        WordingBenchmark wording = new WordingBenchmark();
        wording.length = 30_000;
        wording.write();
        assertTrue(wording.regularExpressions() > 0);
        assertTrue(wording.review() > wording.regularExpressions(), () -> wording.review() + " findings");
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

    @Test
    void everyDurableStepIsTaken() throws IOException {
        DurableBenchmark durable = new DurableBenchmark.Alone();
        DurableBenchmark.H2 h2 = new DurableBenchmark.H2WithHook();
        DurableBenchmark.PostgreSql postgresql = new DurableBenchmark.PostgreSqlWithHook();
        DurableBenchmark.Rival rival = new DurableBenchmark.Rival();
        h2.start();
        postgresql.start();
        rival.start();
        try {
            var walks = Stream.generate(DurableBenchmark.Walk::new).limit(3).toList();
            for (int i = 0; i < 2 * DurableBenchmark.STEPS; i++) {
                durable.h2(h2, walks.get(0));
                durable.postgresql(postgresql, walks.get(1));
                durable.flowableCmmn(rival, walks.get(2));
            }
            assertEquals(DurableBenchmark.STEPS, h2.desk().history("case-2").size());
            assertEquals(DurableBenchmark.STEPS, postgresql.desk().history("case-2").size());
            assertEquals(0, h2.desk().tick().delivered(), "the hook was told");
            assertEquals(0, postgresql.desk().tick().delivered(), "the hook was told");
            assertEquals(DurableBenchmark.STEPS - 1, rival.flowable().done(walks.get(2).caseId()));
        } finally {
            h2.stop();
            postgresql.stop();
            rival.stop();
        }
    }

    @Test
    void whatIsDueIsTicked() {
        for (String store : Crowd.STORES) {
            try (Crowd crowd = Crowd.of(store)) {
                Due due = new Due(crowd);
                due.grow(200);
                assertEquals(5, due.measured(5, 3).due());
                assertEquals(200 + 3 * 5, crowd.store().counts().stream().mapToLong(CaseCount::cases).sum(), crowd.name());
            }
        }
    }
}
