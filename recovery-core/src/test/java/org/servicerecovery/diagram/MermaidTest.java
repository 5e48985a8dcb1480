package org.servicerecovery.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.testing.RecoveryFixture;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;

class MermaidTest {
    private static final Pattern ARROW = Pattern.compile("^    (\\S+) --> (\\S+) : (.+)$", Pattern.MULTILINE);
    private static final Pattern NOTE = Pattern.compile("note right of (\\w+)\n +(.*) to one of (.*)\n");
    private static final Map<String, List<String>> GROUPS = Map.of(
        "OPEN_CASES", List.of("AWAITING", "LISTENING", "SOLVING", "DELIVERING", "FOLLOWING_UP"),
        "OWNED_CASES", List.of("LISTENING", "SOLVING", "DELIVERING", "FOLLOWING_UP"),
        "ENDED_CASES", List.of("RECOVERED", "UNRECOVERED", "UNANSWERED", "WITHDRAWN", "REFERRED"));

    static Stream<Playbook> playbooks() {
        return Stream.of(Playbooks.standard(), floor(), odd());
    }

    /** What is under every playbook is no procedure yet, and not proven; it can be drawn all the same. */
    private static Playbook floor() {
        PlaybookDefinition whole = Playbooks.standard().definition();
        List<Transition> ends = whole.transitions().stream().filter(row -> row.step() == Step.OPEN || row.to().isEnd() || row.from().isEnd()).toList();
        return Playbook.build(new PlaybookDefinition("floor", "1", List.of(), List.of(), whole.settings(), ends, List.of(), List.of(), Map.of(),
            Map.of()), playbook -> List.of());
    }

    /** Rows of a host's own: a step that changes the state in some states only, with a name that Mermaid would stumble over. */
    private static Playbook odd() {
        return Playbooks.like(Playbooks.standard(), "odd", "1").replaceRow("SOLVING/DIAGNOSE").replaceRow("DELIVERING/DIAGNOSE")
            .rows(Row.on(Step.DIAGNOSE).in(RecoveryState.SOLVING).when(Traits.VERIFIED).goesTo(RecoveryState.LISTENING).as("a: b; --> \"c\" %% #1"))
            .rows(Row.on(Step.DIAGNOSE).in(RecoveryState.SOLVING).unless(Traits.VERIFIED).as("otherwise"))
            .rows(Row.on(Step.DIAGNOSE).in(RecoveryState.DELIVERING).goesTo(RecoveryState.SOLVING).rows()).build();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theArrowsAreTheRowsThatChangeTheState(Playbook playbook) {
        var rows = playbook.definition().transitions().stream().filter(row -> row.from() != row.to() && !row.when().absent().contains(Facts.OPENED))
            .map(row -> row.from() + " " + row.to()).collect(Collectors.toCollection(TreeSet::new));
        var picture = Mermaid.states(playbook);

        var drawn = new TreeSet<String>();
        ARROW.matcher(picture).results().filter(arrow -> !arrow.group(1).equals("[*]")).forEach(arrow ->
            states(arrow.group(1)).forEach(from -> states(arrow.group(2)).forEach(to -> drawn.add(from + " " + to))));
        var noted = new TreeSet<String>();
        NOTE.matcher(picture).results().forEach(note -> {
            for (var to : note.group(3).split(", ")) {
                assertTrue(rows.stream().anyMatch(row -> row.endsWith(" " + to)), to);
                rows.stream().filter(row -> row.endsWith(" " + to) && !drawn.contains(row)).forEach(noted::add);
            }
        });
        assertTrue(rows.containsAll(drawn), () -> "drawn, but no row: " + drawn.stream().filter(arrow -> !rows.contains(arrow)).toList());
        drawn.addAll(noted);
        assertEquals(rows, drawn);
    }

    private static List<String> states(String node) {
        return GROUPS.getOrDefault(node, List.of(node));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyLineIsSyntax(Playbook playbook) {
        var line = Pattern.compile("stateDiagram-v2| +state \"[a-z ]+\" as [A-Z]+_CASES \\{| +}| +[A-Z_]+| +(\\[\\*]|[A-Z_]+) --> (\\[\\*]|[A-Z_]+)"
            + "( : (?:[\\p{L}\\p{N} ,.'()/_-]|#\\d+;)+)?| +note right of [A-Z_]+| +end note| {8}(?:[\\p{L}\\p{N} ,.'()/_-]|#\\d+;)+");

        Mermaid.states(playbook).lines().forEach(text -> assertTrue(line.matcher(text).matches(), text));
    }

    @Test
    void aVariantIsNamedWhereItDecides() {
        var picture = Mermaid.states(odd());

        assertTrue(picture.contains("SOLVING --> LISTENING : diagnose (a#58; b#59; --#62; #34;c#34; #37;#37; #35;1)\n"), picture);
        assertTrue(picture.contains("DELIVERING --> SOLVING : diagnose"), picture);
        assertTrue(picture.contains("[*] --> LISTENING : open the case (attended)\n"), picture);
        assertFalse(picture.contains("reopen ("), picture);
    }

    @Test
    void theSameTwiceIsTheSameText() {
        assertEquals(Mermaid.states(Playbooks.standard()), Mermaid.states(Playbooks.like(Playbooks.standard(), "copy", "1").build()));
    }

    @Test
    void aHistoryIsDrawn() {
        var desk = RecoveryDesk.inMemory(Playbooks.standard());
        var anna = desk.as(Actor.agent("anna; <b>"));
        anna.open("1", "customer: 7", "It broke.", Channel.PHONE, RecoveryAction.mood(Mood.CALM)).orThrow();
        anna.say("1", Channel.PHONE, "I apologise that it broke. I see, and I will help.", Set.of(Traits.APOLOGY_WORDS, Traits.FIRST_PERSON,
            Traits.NAMES_PROBLEM, Traits.UNCONDITIONAL, Traits.SHOWS_UNDERSTANDING, Traits.COMMITS_TO_HELP), Step.APOLOGISE, Step.ACKNOWLEDGE)
            .orThrow();
        anna.perform("1", RecoveryAction.requestTransfer("ben"), RecoveryAction.of(Step.BRIEF_RECEIVER)).orThrow();
        desk.as(Actor.agent("ben")).perform("1", Step.JOIN).orThrow();

        assertEquals("""
            sequenceDiagram
                actor C as customer#58; 7
                participant P1 as anna#59; #60;b#62;
                participant P2 as ben
                C->>P1: open the case
                Note over C,P1: LISTENING
                C-->>P1: read the mood, CALM
                P1->>C: apologise, acknowledge the customer's position
                P1->>P2: request a warm transfer
                P1->>P2: brief the receiver
                Note over P2: join the conversation
            """, Mermaid.sequence(desk.history("1")));
    }

    @Test
    void whatFellDueIsDrawn() {
        var fixture = RecoveryFixture.on(Playbooks.standard()).givenHistory(Command.does(Actor.macro("inbox"),
            new Actions.Open("customer-7", "It broke.", Channel.PORTAL, Priority.NORMAL, "")));
        fixture.whenPasses(Duration.ofHours(1));

        assertTrue(Mermaid.sequence(fixture.desk().history(RecoveryFixture.CASE))
            .endsWith("    Note over P2: the deadline first-response, BREACH, for the supervisor\n"));
    }

    /** A box for each stay in a state; who comes back to a state gets another box. */
    @Test
    void aWayIsDrawnStateByState() {
        Plan plan = new Plan(Plan.Outcome.FOUND, List.of(step(RecoveryState.LISTENING, Step.ASK_OPEN_QUESTION, RecoveryState.LISTENING, 2),
            step(RecoveryState.LISTENING, Step.CONFIRM_STORY, RecoveryState.SOLVING, 1),
            step(RecoveryState.SOLVING, Step.CORRECT, RecoveryState.LISTENING, 1),
            step(RecoveryState.LISTENING, Step.CONFIRM_STORY, RecoveryState.SOLVING, 1)));
        assertEquals("""
            flowchart LR
                subgraph LISTENING["LISTENING"]
                    direction TB
                    s0["ask an open question, 2 times"] --> s1
                    s1["confirm the story"]
                end
                subgraph SOLVING["SOLVING"]
                    direction TB
                    s2["take back a wrong entry"]
                end
                subgraph LISTENING_2["LISTENING"]
                    direction TB
                    s3["confirm the story"]
                end
                LISTENING --> SOLVING
                SOLVING --> LISTENING_2
                LISTENING_2 --> SOLVING_2
                SOLVING_2["SOLVING"]
            """, Mermaid.way(plan));
        assertEquals("flowchart LR\n", Mermaid.way(new Plan(Plan.Outcome.LOST, List.of())));
    }

    private static PlanStep step(RecoveryState in, Step step, RecoveryState to, int times) {
        return new PlanStep(in, step, to, "row", Set.of(), Set.of(), times, List.of());
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertEquals("sequenceDiagram\n    actor C as customer\n", Mermaid.sequence(List.of()));
    }
}
