package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.playbooks.Phase.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.desk.Play;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Proof;

/** A host's own order is one expression; it builds, proven, and refuses its steps when they are swapped. */
class OwnProcedureTest {
    private static final Playbook HEART = Procedure.named("heart", "1")
        .order("HEART", LISTEN.called("hear"), EMPATHISE, APOLOGISE, SOLVE.called("respond"), THANK).builder().build();

    /** Orders that nobody shipped: acronyms with variants of their own, and one with phases that are not in the library. */
    static Stream<List<Phase>> orders() {
        return Stream.of(List.of(LISTEN, EMPATHISE, APOLOGISE, SOLVE.called("respond"), THANK), List.of(LISTEN, THANK, APOLOGISE, SOLVE),
            List.of(LISTEN, EMPATHISE, APOLOGISE, SOLVE.called("problem-solve")),
            List.of(LISTEN, APOLOGISE, SOLVE.called("take-action"), VERIFY),
            List.of(ACKNOWLEDGE, APOLOGISE, Phase.named("alternative").takenBy(Step.PROPOSE_SOLUTION).doneWhen(SOLUTION_PROPOSED),
                Phase.named("action").takenBy(Step.START_WORK).doneWhen(WORK_STARTED), VERIFY.called("assurance")),
            List.of(Phase.named("ask-for-the-wish").takenBy(Step.RECORD_DESIRED_OUTCOME).doneWhen(DESIRED_OUTCOME_KNOWN), SOLVE, EMPATHISE,
                NOTIFY));
    }

    private static Playbook of(List<Phase> order) {
        return Procedure.named("own", "1").order("our house", order.toArray(Phase[]::new)).builder().build();
    }

    @Test
    void inOneExpressionANewAcronymIsAPlaybook() {
        assertEquals(List.of(), Proof.of(HEART).findings());
        List<String> own = HEART.definition().guardrails().stream().filter(rule -> rule.sources().contains("HEART")).map(rule -> rule.id())
            .toList();
        assertEquals(List.of("empathise-in-order", "apologise-in-order", "respond-in-order", "thank-in-order", "no-step-skipped"), own);
        assertEquals("The order of heart is to hear, then to empathise, and only then to apologise.",
            HEART.guardrail("apologise-in-order").why());
        assertTrue(Playbooks.names().stream().noneMatch(name -> Playbooks.named(name).id().fingerprint().equals(HEART.id().fingerprint())));
    }

    /** On a desk: whatever comes later is refused by its own phase and by nothing else, until its turn has come. */
    @Test
    void aCaseIsLedThroughItInOrderToTheGoodEnd() {
        Play play = Play.on(HEART).byPhone();
        List<Step> order = List.of(Step.RECORD_STORY, Step.EMPATHISE, Step.APOLOGISE, Step.PROPOSE_SOLUTION, Step.THANK);
        List<String> names = List.of("hear", "empathise", "apologise", "respond", "thank");
        for (int now = 0; now < order.size(); now++) {
            for (int later = now + 1; later < order.size(); later++) {
                assertEquals(List.of(names.get(later) + "-in-order"), attempt(play, order.get(later)).refusedBy(), names.get(later)
                    + " before " + names.get(now));
            }
            assertTrue(attempt(play, order.get(now)).isPermitted(), names.get(now));
            if (order.get(now) == Step.PROPOSE_SOLUTION) {
                assertEquals(List.of("thank-in-order"), attempt(play, Step.THANK).refusedBy(), "proposed is not yet solved");
                play.does(ANNA, Step.START_WORK);
            }
        }
        // What was done once may be done again.
        assertTrue(attempt(play, Step.APOLOGISE).isPermitted() && attempt(play, Step.EMPATHISE).isPermitted());
        play.parted(Duration.ofDays(7)).delivered().readyToClose().does(ANNA, Step.CLOSE_AS_RECOVERED);
        assertEquals(RecoveryState.RECOVERED, play.state());
    }

    private static Decision attempt(Play play, Step step) {
        return step.isSpeech() ? play.attempt(Play.saying(ANNA, Channel.PHONE, step)) : play.attempt(ANNA, step);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void everyStepOfAnOrderWaitsForEverythingBeforeIt(List<Phase> order) {
        Playbook playbook = of(order);
        assertEquals(List.of(), Proof.of(playbook).findings());
        waits(playbook, order);
    }

    /** Drawn orders: whoever listens does so before the solving, the rest comes as it likes. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySensibleOrderBuildsProven(int seed) {
        Random random = new Random(seed);
        List<Phase> order = new ArrayList<>(List.of(LISTEN, ACKNOWLEDGE, EMPATHISE, APOLOGISE, EXPLAIN, THANK, DIAGNOSE, NOTIFY));
        Collections.shuffle(order, random);
        order = new ArrayList<>(order.subList(0, 2 + random.nextInt(6)));
        int heard = order.indexOf(LISTEN) + 1;
        order.add(heard + random.nextInt(order.size() + 1 - heard), SOLVE);
        if (random.nextBoolean()) {
            order.add(VERIFY);
        }
        waits(of(order), order);
    }

    private static void waits(Playbook playbook, List<Phase> order) {
        int refused = 0;
        for (int i = 1; i < order.size(); i++) {
            Set<Fact> before = new LinkedHashSet<>();
            order.subList(0, i).forEach(phase -> before.addAll(phase.done()));
            String rule = order.get(i).name() + "-in-order";
            for (Step step : order.get(i).takenBy()) {
                for (RecoveryState state : playbook.statesOf(step)) {
                    assertTrue(!new Drawn(state, step, before, Set.of()).judgedBy(playbook).refusedBy().contains(rule), rule
                        + " though all is done");
                    for (Fact missing : before) {
                        Set<Fact> less = new LinkedHashSet<>(before);
                        less.remove(missing);
                        assertTrue(new Drawn(state, step, less, Set.of()).judgedBy(playbook).refusedBy().contains(rule), rule + " without "
                            + missing);
                        refused++;
                    }
                }
            }
        }
        Set<Fact> all = new LinkedHashSet<>();
        order.forEach(phase -> all.addAll(phase.done()));
        for (Fact missing : all) {
            Set<Fact> less = new LinkedHashSet<>(all);
            less.remove(missing);
            assertTrue(new Drawn(RecoveryState.FOLLOWING_UP, Step.CLOSE_AS_RECOVERED, less, Set.of()).judgedBy(playbook).refusedBy()
                .contains("no-step-skipped"), "no-step-skipped without " + missing);
        }
        assertTrue(refused > 0, "something waited");
    }

    /** Listening after solving, asking before it, or waiting for what never happens: no customer could be recovered. */
    @Test
    void anOrderThatNoCaseCanKeepIsNotBuilt() {
        Phase never = Phase.named("hug").takenBy(Step.THANK).doneWhen(STORY_CONFIRMED);
        // Whatever was heard before is owed anew with the proposal, and listening is over: the end itself stays shut.
        notBuilt("no-step-skipped", "listen-in-order", SOLVE, LISTEN);
        notBuilt("solve-in-order", "verify-in-order", VERIFY, SOLVE);
        // What never happens is asked for by two rules: neither is in the way alone.
        notBuilt("", "solve-in-order", APOLOGISE, never, SOLVE);
    }

    private static void notBuilt(String named, String notNamed, Phase... order) {
        String message = assertThrows(BrokenPlaybookException.class, () -> of(List.of(order))).getMessage();
        assertTrue(message.contains("the customer can no longer be recovered"), message);
        assertTrue(message.contains(named) && !message.contains(notNamed), message);
    }

    /** No order, no sources: the floor and what every desk needs. The floor's rules are not the procedure's to leave out. */
    @Test
    void whoDemandsNothingStandsOnTheFloorAndNobodyLeavesItOut() {
        Playbook bare = Procedure.named("bare", "1").builder().build();
        for (String id : Floor.guardrails().stream().map(rule -> rule.id()).toList()) {
            Procedure sly = Procedure.named("bare", "1").says("A", "B", "C", "D", "E").confirmsTheStory().handsOver().leavesOut(id);
            assertTrue(assertThrows(InvalidInputException.class, sly::builder).getMessage().contains(id), id);
        }
        List<String> ids = bare.definition().guardrails().stream().map(rule -> rule.id()).toList();
        assertTrue(ids.containsAll(Floor.guardrails().stream().map(rule -> rule.id()).toList()));
        assertTrue(bare.definition().guardrails().stream().allMatch(rule -> Floor.guardrails().stream()
            .anyMatch(floor -> floor.id().equals(rule.id()))
            || rule.sources().stream().anyMatch(source -> source.startsWith("every desk") || source.startsWith("ends"))));
    }

    /** Each letter of the rulebook's sources brings its rules, and a row only its own. */
    @Test
    void aProcedureSaysWhatItsSourcesSay() {
        List<String> plain = ids(Procedure.named("x", "1").confirmsTheStory().handsOver());
        assertEquals(List.of("story-paraphrased", "in-own-words"),
            minus(ids(Procedure.named("x", "1").says("C20").confirmsTheStory()), plain));
        assertEquals(List.of("in-own-words"), minus(ids(Procedure.named("x", "1").says("C20").leavesOut("story-paraphrased")
            .confirmsTheStory()), plain));
        for (String letter : List.of("A", "B", "C", "D", "E")) {
            List<String> rules = minus(ids(Procedure.named("x", "1").says(letter).confirmsTheStory().handsOver()), plain);
            List<String> library = Library.guardrails().stream()
                .filter(rule -> rule.sources().stream().anyMatch(row -> row.matches(letter + "[0-9]{2}")))
                .map(rule -> rule.id()).toList();
            assertEquals(List.of(), minus(minus(library, plain), rules), "what source " + letter + " says and is not there");
            assertEquals(List.of(), minus(rules, library), "what is there and source " + letter + " does not say");
        }
    }

    private static List<String> ids(Procedure procedure) {
        return procedure.builder().definition().guardrails().stream().map(rule -> rule.id()).toList();
    }

    private static List<String> minus(List<String> all, List<String> less) {
        return all.stream().filter(id -> !less.contains(id)).toList();
    }
}
