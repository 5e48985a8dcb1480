package org.servicerecovery.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Channel.PHONE;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.sources.Order.Beat;
import org.servicerecovery.sources.Order.Move;

/** HEARD, LAST, LATTE, LEARN and BLAST are orders: told in order they end in RECOVERED, no letter comes early, none is left out. */
class AcronymsScriptTest {
    private static final Map<String, List<Step>> ACTS = Map.of("listen", List.of(RECORD_STORY), "acknowledge", List.of(ACKNOWLEDGE),
        "empathise", List.of(EMPATHISE, MIRROR_FEELINGS), "apologise", List.of(APOLOGISE), "solve",
        List.of(PROPOSE_SOLUTION, EXPLAIN_PLAN, START_WORK), "thank", List.of(THANK), "explain", List.of(EXPLAIN), "diagnose",
        List.of(RECORD_ROOT_CAUSE), "notify", List.of(NOTE_IMPROVEMENT));
    /** What the letters say, where it is not the plain word. */
    private static final Map<String, String> MEANT = Map.of("hear", "listen", "believe", "acknowledge", "resolve", "solve", "take-action",
        "solve", "respond", "solve", "satisfy", "solve");

    @ParameterizedTest
    @CsvSource({"heard, hear empathise apologise resolve diagnose", "last, listen apologise solve thank",
        "latte, listen acknowledge take-action thank explain", "learn, listen empathise apologise respond notify",
        "blast, believe listen apologise satisfy thank"})
    void itsLettersComeInThatOrderAndNoneIsLeftOut(String playbook, String letters) {
        List<String> names = List.of(letters.split(" "));
        Order order = new Order(() -> called(playbook), names.stream().map(AcronymsScriptTest::beat).toList(), ending(names));
        order.endsInRecovered();
        for (int i = 1; i < names.size(); i++) {
            order.swapped(names.get(i - 1), names.get(i), names.get(i) + "-in-order");
        }
        names.forEach(name -> order.skipped(name, "no-step-skipped"));
    }

    /** Proposed and explained is not solved yet: what comes after it waits until work has started. */
    @ParameterizedTest
    @CsvSource({"heard, hear empathise apologise, diagnose", "last, listen apologise, thank", "latte, listen acknowledge, thank",
        "learn, listen empathise apologise, notify", "blast, believe listen apologise, thank"})
    void aSolutionThatIsOnlyProposedIsNotYetASolution(String playbook, String before, String next) {
        Script script = called(playbook);
        Stream.of(before.split(" ")).flatMap(name -> acts(name).stream()).forEach(step -> line(step).in(script).passes());
        script.says("A new one comes, by courier.", PROPOSE_SOLUTION, EXPLAIN_PLAN).passes();
        line(acts(next).get(0)).in(script).refusedBy(next + "-in-order");
        script.does(START_WORK).passes();
        line(acts(next).get(0)).in(script).passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "latte", "blast"})
    void whoTakesTheComplaintBackIsThankedAllTheSame(String playbook) {
        Script script = called(playbook);
        script.says("Thank you.", THANK).refusedBy("thank-in-order");
        script.does(REPORT_WITHDRAWAL).passes();
        script.says("Thank you for telling us.", THANK).passes();
        script.does(RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).and(mood(Mood.CALM), endContact("it was in the cellar")).passes();
        script.does(CLOSE_AS_WITHDRAWN).passes();
        assertEquals(RecoveryState.WITHDRAWN, script.play.state());
    }

    private static Beat beat(String name) {
        return new Beat(name, List.of(), acts(name).stream().map(AcronymsScriptTest::line).toList());
    }

    private static List<Step> acts(String name) {
        return ACTS.get(MEANT.getOrDefault(name, name));
    }

    private static Move line(Step step) {
        return script -> step.isSpeech() ? script.says("as one says it", step) : script.does(step);
    }

    /** What every end asks for, but for the letters themselves. */
    private static Move[] ending(List<String> names) {
        List<Move> moves = new ArrayList<>(List.of(on -> on.does(RECORD_DELIVERY), on -> on.does(on.followUp(ANNA, 1)),
            Script::followsUp, on -> on.says("All well, Ms Smith? Anything else?", ASK_SATISFACTION, ASK_ANYTHING_ELSE),
            on -> on.does(answered(true, "yes")), on -> on.does(endContact("all is well")), on -> on.does(RECORD_CONFIDENCE)));
        Stream.of(THANK, RECORD_ROOT_CAUSE, NOTE_IMPROVEMENT).filter(step -> names.stream().noneMatch(name -> acts(name).contains(step)))
            .forEach(step -> moves.add(0, line(step)));
        moves.add(on -> on.does(CLOSE_AS_RECOVERED));
        return moves.toArray(Move[]::new);
    }

    private static Script called(String playbook) {
        Script script = Script.of(playbook);
        script.opens(ANNA, PHONE).passes();
        return script;
    }
}
