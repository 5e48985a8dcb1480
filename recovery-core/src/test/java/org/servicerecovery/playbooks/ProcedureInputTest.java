package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.playbooks.Phase.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** A mistake in a procedure is one exception that names it and the remedy; none is taken in silence. */
class ProcedureInputTest {
    private static Procedure own() {
        return Procedure.named("own", "1");
    }

    private static DynamicTest wrong(String what, Executable making, String... named) {
        return DynamicTest.dynamicTest(what, () -> names(assertThrows(InvalidInputException.class, making).getMessage(), named));
    }

    private static DynamicTest broken(String what, PlaybookBuilder builder, String... named) {
        return DynamicTest.dynamicTest(what, () -> names(assertThrows(BrokenPlaybookException.class, builder::build).getMessage(), named));
    }

    private static void names(String message, String... named) {
        for (String part : named) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not named in: " + message);
        }
    }

    @TestFactory
    Stream<DynamicTest> aProcedure() {
        return Stream.of(
            wrong("two phases of one name", () -> own().order("x", LISTEN, SOLVE, LISTEN), "listen", "own", "twice", "called("),
            wrong("a phase under the name of another", () -> own().order("x", LISTEN, SOLVE.called("listen")), "listen", "twice"),
            wrong("a phase without facts", () -> own().order("x", Phase.named("hug").takenBy(Step.EMPATHISE)), "hug", "own", "doneWhen("),
            wrong("a source that is none", () -> own().says("Z9"), "A to E", "Z9", "rules("),
            wrong("a source in small letters", () -> own().says("c20"), "c20"),
            wrong("a source of one digit", () -> own().says("A", "C2"), "C2"),
            wrong("a blank source", () -> own().says(" "), "A to E"),
            wrong("a name that is null", () -> Procedure.named(null, "1").builder().build(), "name"),
            wrong("a name that is blank", () -> Procedure.named(" ", "1").builder().build(), "name", "blank"),
            wrong("a version that is null", () -> Procedure.named("own", null).builder().build(), "version"),
            wrong("a version that is blank", () -> Procedure.named("own", "").builder().build(), "version", "blank"),
            broken("a phase done by a fact that nobody declared", own().order("x", LISTEN, SOLVE.doneWhen(Fact.named("HUGGED"))).builder(),
                "HUGGED",
                "not declared"),
            broken("a phase taken by a report", own().order("x", LISTEN, SOLVE.takenBy(Step.PROPOSE_SOLUTION, Step.REPORT_MOOD)).builder(),
                "solve-in-order", "REPORT_MOOD"),
            wrong("an order in which nothing is solved", () -> own().order("x", LISTEN, SOLVE.takenBy(Step.START_WORK)), "own",
                "Phase.SOLVE"),
            wrong("an order of one phase that does not solve", () -> own().order("x", THANK), "own", "nothing is solved"));
    }

    @TestFactory
    Stream<DynamicTest> aPhase() {
        return Stream.of(null, "", " ", "Hug", "hug me", "1st", "-hug", "hüg", "a".repeat(31)).flatMap(name -> Stream.of(
            wrong("named " + name, () -> Phase.named(name), "1 to 30 lower-case letters", String.valueOf(name)),
            wrong("called " + name, () -> SOLVE.called(name), "1 to 30 lower-case letters", String.valueOf(name))));
    }

    /** A mistyped row or rule, or an order from nowhere, would be a demand that is lost without a word. */
    @TestFactory
    Stream<DynamicTest> nothingIsTakenInSilence() {
        return Stream.of(
            wrong("a rule to be left out that is not there", () -> own().says("A").leavesOut("no-blam").builder(), "no-blam", "own", "[A]"),
            wrong("a rule of another source to be left out", () -> own().says("A").leavesOut("never-call-us-back").builder(),
                "never-call-us-back"),
            wrong("a rule of the floor to be left out", () -> own().says("A").leavesOut("end-satisfied").builder(), "end-satisfied"),
            wrong("a rule of the order to be left out", () -> own().order("x", LISTEN, SOLVE).leavesOut("solve-in-order").builder(),
                "solve-in-order"),
            wrong("an order from nowhere", () -> own().order(" ", LISTEN, SOLVE), "order", "own", "source"),
            wrong("an order from an empty place", () -> own().order("", LISTEN, SOLVE), "order", "source"),
            wrong("a hand-over's rules without one", () -> own().says("E").builder(), "own", "[E]", "handsOver()"),
            wrong("a row about a hand-over without one", () -> own().says("A", "B23").builder(), "[A, B23]", "handsOver()"),
            wrong("a confirmed story's rules without one", () -> own().says("C").builder(), "own", "[C]", "no-jumping-to-conclusions",
                "confirmsTheStory()"),
            wrong("a confirmed story's rules in one row", () -> own().says("C14").handsOver().builder(), "confirmsTheStory()"));
    }

    /** The rulebook has so many rows of each source, and no more. */
    @TestFactory
    Stream<DynamicTest> aRowThatTheRulebookDoesNotHave() {
        Stream<DynamicTest> beyond = Map.of("A", 30, "B", 53, "C", 33, "D", 17, "E", 33).entrySet().stream().flatMap(source ->
            Stream.of("00", String.valueOf(source.getValue() + 1), "99", "001").map(number -> source.getKey() + number)
                .map(row -> wrong(row, () -> own().says(row), row, "A to E")));
        Stream<DynamicTest> within = Stream.of("A01", "A30", "B01", "B52", "C01", "C33", "D01", "D17", "E02", "E33")
            .map(row -> DynamicTest.dynamicTest(row, () -> own().says(row)));
        return Stream.concat(beyond, within);
    }

    /** A law, a step or a figure is there without being asked for; to ask for it would change nothing. */
    @TestFactory
    Stream<DynamicTest> aRowThatNoRuleCarries() {
        return Stream.of("A16", "A19", "B26", "B49", "B53", "C22", "D02", "E01", "E29", "E30")
            .map(row -> wrong(row, () -> own().says(row), row, "law, a step or a figure", "rulebook-coverage"));
    }

    /** With what they ask for, or without the rules that ask for it, the same sources are taken. */
    @Test
    void whatIsAskedForIsAllThatIsAskedFor() {
        own().says("E").handsOver().builder();
        own().says("C").confirmsTheStory().builder();
        own().says("C").leavesOut("no-jumping-to-conclusions").builder();
        own().says("A", "D").builder();
    }

    @TestFactory
    Stream<DynamicTest> whatIsNull() {
        return Stream.of(
            wrong("a source", () -> own().says((String) null), "null"),
            wrong("a rule to be left out", () -> own().leavesOut((String) null), "null", "own"),
            wrong("where an order is from", () -> own().order(null, LISTEN, SOLVE), "own", "source"),
            wrong("a phase", () -> own().order("x", LISTEN, null), "null", "own"),
            wrong("a rule", () -> own().rules((Guardrail) null), "null", "own"),
            wrong("a step of a phase", () -> SOLVE.takenBy((Step) null), "null", "solve"),
            wrong("a state of a phase", () -> SOLVE.in((RecoveryState) null), "null", "solve"),
            wrong("a fact of a phase", () -> SOLVE.doneWhen((Fact) null), "null", "solve"),
            wrong("a source of a phase", () -> SOLVE.from((String) null), "null", "solve"),
            wrong("the steps of a phase", () -> new Phase("hug", null, Set.of(), Set.of(), false, List.of()), "null", "hug"),
            wrong("the states of a phase", () -> new Phase("hug", Set.of(), null, Set.of(), false, List.of()), "null", "hug"),
            wrong("the facts of a phase", () -> new Phase("hug", Set.of(), Set.of(), null, false, List.of()), "null", "hug"),
            wrong("the sources of a phase", () -> new Phase("hug", Set.of(), Set.of(), Set.of(), false, null), "null", "hug"));
    }

    /** No list at all, where a list of words is expected. */
    @TestFactory
    Stream<DynamicTest> whatIsNoListAtAll() {
        return Stream.of(
            wrong("sources", () -> own().says((String[]) null), "null"),
            wrong("rules to be left out", () -> own().leavesOut((String[]) null), "null"),
            wrong("phases", () -> own().order("x", (Phase[]) null), "null"),
            wrong("rules", () -> own().rules((Guardrail[]) null), "null"),
            wrong("steps of a phase", () -> SOLVE.takenBy((Step[]) null), "null"),
            wrong("states of a phase", () -> SOLVE.in((RecoveryState[]) null), "null"),
            wrong("facts of a phase", () -> SOLVE.doneWhen((Fact[]) null), "null"),
            wrong("sources of a phase", () -> SOLVE.from((String[]) null), "null"));
    }
}
