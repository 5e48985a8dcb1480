package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;

/** The proof is symbolic and could be wrong in ways that the standard playbook does not show: small playbooks are enumerated beside it. */
class SmallPlaybooksTest {
    /** Enough for every build to meet most oddities; once, 2400 were tried, and 2000 for plans, and all agreed. */
    private static final int DRAWN = 40;

    /** What was made by hand, and what nobody would make: the lot is cast with the same seeds each time. */
    static Stream<SmallPlaybook> playbooks() {
        return Stream.concat(SmallPlaybooks.all().stream(), LongStream.range(0, DRAWN).mapToObj(DrawnPlaybooks::drawn));
    }

    private static Proof proof(SmallPlaybook small) {
        return Proof.of(small.compiled(), small.properties());
    }

    private static Set<String> expected(SmallPlaybook small) {
        Set<String> lines = new TreeSet<>();
        teams(small.definition()).forEach(team -> lines.addAll(expected(small, team)));
        return lines;
    }

    private static Set<String> expected(SmallPlaybook small, String team) {
        return Expected.findings(new Enumeration(small.definition(), team, false), new Enumeration(small.definition(), team, true),
            small.properties());
    }

    private static Set<String> teams(PlaybookDefinition definition) {
        Set<String> teams = new TreeSet<>(definition.teamLevels().keySet());
        teams.add("");
        return teams;
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theProofFindsWhatEnumerationFindsAtTheSameDepth(SmallPlaybook small) {
        Set<String> found = proof(small).findings().stream().map(Expected::line).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", expected(small)), String.join("\n", found));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void asManyConfigurationsAreReached(SmallPlaybook small) {
        Enumeration all = new Enumeration(small.definition(), "", false);
        Proof proof = Proof.of(small.compiled());

        for (RecoveryState state : RecoveryState.values()) {
            assertEquals(all.count(state), proof.configurations().get(state), state.name());
        }
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theSameGuardrailsNeverDecideAlone(SmallPlaybook small) {
        assertEquals(Expected.implied(new Enumeration(small.definition(), "", false)), Proof.of(small.compiled()).implied());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyPathThatIsShownCanBeTakenAndItsLastStepIsToBlame(SmallPlaybook small) {
        List<Enumeration> ways = new ArrayList<>();
        for (String team : teams(small.definition())) {
            ways.add(new Enumeration(small.definition(), team, false));
            ways.add(new Enumeration(small.definition(), team, true));
        }

        for (Finding finding : proof(small).findings()) {
            assertTrue(ways.stream().anyMatch(way -> canBeTaken(way, finding.path())), finding::toString);
            if (!finding.path().isEmpty()) {
                assertTrue(finding.blame().contains(finding.path().get(finding.path().size() - 1).row()), finding::toString);
                assertTrue(finding.blame().size() == 1 || finding.property().equals("recoverable"), finding::toString);
            }
        }
    }

    private static boolean canBeTaken(Enumeration way, List<PathStep> path) {
        RecoveryState state = RecoveryState.AWAITING;
        Set<Fact> facts = Set.of();
        for (PathStep step : path) {
            facts = way.taken(state, facts, step);
            if (facts == null) {
                return false;
            }
            state = step.to();
        }
        return true;
    }

    @Test
    void everyPropertyIsViolatedBySomeAndKeptByOthers() {
        List<Set<String>> found = SmallPlaybooks.all().stream().map(SmallPlaybooksTest::expected).toList();

        for (String property : List.of("owner-never-lost", "end-implies", "every-state-happens", "every-row-happens", "recoverable",
            "deadline-can-be-met", "every-guardrail-bites", "every-fact-is-used", "reopened-with-owner",
            "duty-never-lost", "every-refusal-has-a-cure")) {
            long violated = found.stream().filter(lines -> lines.stream().anyMatch(line -> line.startsWith(property))).count();
            assertTrue(violated >= 1 && violated < found.size(), property);
        }
        assertTrue(found.stream().filter(Set::isEmpty).count() >= 1, "a playbook without any mistake");
        assertTrue(found.size() >= 14, "at least fourteen");
    }

    @Test
    void whatOnlyATeamDoesIsSaidOfThatTeam() {
        SmallPlaybook nights = SmallPlaybooks.all().stream().filter(small -> small.toString().startsWith("nights:")).findFirst().orElseThrow();
        List<String> sentences = proof(nights).findings().stream().map(Finding::sentence).toList();

        for (String team : List.of("night", "strict")) {
            Set<String> lines = new TreeSet<>(expected(nights, team));
            lines.removeAll(expected(nights, ""));
            long said = sentences.stream().filter(sentence -> sentence.startsWith("In team " + team + ": ")).count();
            assertTrue(lines.size() >= 1 && said == lines.size(), () -> lines + " in " + sentences);
        }
    }

    static Stream<RecoveryState> states() {
        return Stream.of(RecoveryState.values());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateIsReachedInOneOfThem(RecoveryState state) {
        assertTrue(SmallPlaybooks.all().stream().anyMatch(small -> new Enumeration(small.definition(), "", false).count(state) > 0), state.name());
    }
}
