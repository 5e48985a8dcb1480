package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Waiver;

/**
 * Whatever a host may get wrong, the proof objects, and the kernel really goes the way that the proof shows. One test does
 * both, because a proof takes its time and only so many are remembered.
 */
class BrokenVariantsTest {
    private static final String WAIVED = " It takes a waiver.";

    private static final List<BrokenVariant> VARIANTS = BrokenVariants.all();

    static List<BrokenVariant> variants() {
        return VARIANTS;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theProofNamesWhatIsWrongAndTheKernelGoesThatWay(BrokenVariant variant) {
        List<Finding> findings = Proof.of(variant.playbook()).findings();

        findings.forEach(BrokenVariantsTest::readable);
        findings.forEach(finding -> holds(variant, finding));
        assertTrue(findings.stream().anyMatch(finding -> tells(variant, finding)),
            () -> variant.broken() + " But " + variant.property() + " is not among " + findings);
    }

    @Test
    void everyPropertyIsBrokenInSeveralWaysAndNoVariantIsThereTwice() {
        Set<String> fingerprints = new HashSet<>();
        Set<String> properties = new TreeSet<>();
        for (BrokenVariant variant : VARIANTS) {
            assertTrue(fingerprints.add(variant.playbook().id().fingerprint()), variant::toString);
            properties.add(variant.property());
        }

        assertTrue(fingerprints.size() >= 36, () -> fingerprints.size() + " variants");
        assertEquals(Set.of("owner-never-lost", "reopened-with-owner", "duty-never-lost", "end-implies", "recoverable", "every-state-happens",
            "every-row-happens", "deadline-can-be-met", "every-guardrail-bites", "every-refusal-has-a-cure", "every-fact-is-used"), properties);
    }

    /** A whole sentence, in words and not in code, and somewhere to look. */
    private static void readable(Finding finding) {
        String sentence = finding.sentence();
        assertTrue(sentence.matches("[A-Z][^\\[\\]{}@]{20,500}\\.") && !sentence.contains("null") && !sentence.contains("  "), sentence);
        assertFalse(finding.blame().isEmpty(), finding::toString);
        finding.blame().forEach(blamed -> assertFalse(blamed.isBlank(), finding::toString));
    }

    /** What holds only for a team or with waivers is refused otherwise; a bad end is the last step, and nothing leads out of a dead end. */
    private static void holds(BrokenVariant variant, Finding finding) {
        Replayed replay = replayed(variant, finding);
        assertEquals("", replay.refusal(), finding::toString);
        if (finding.property().equals("end-implies")) {
            PathStep last = finding.path().get(finding.path().size() - 1);
            assertTrue(last.to().isEnd() && !last.from().isEnd(), finding::toString);
        }
        if (finding.property().equals("recoverable")) {
            assertEquals(Plan.Outcome.LOST, Planner.of(variant.playbook()).plan(replay.end()).outcome(), finding::toString);
        }
        if (finding.sentence().contains(WAIVED)) {
            assertFalse(Replayed.of(variant.playbook(), team(variant, finding), List.of(), finding.path()).accepted(), finding::toString);
        }
        if (!team(variant, finding).isEmpty() && !finding.path().isEmpty()) {
            assertFalse(Replayed.of(variant.playbook(), "", waivers(variant, finding), finding.path()).accepted(), finding::toString);
        }
    }

    private static Replayed replayed(BrokenVariant variant, Finding finding) {
        return Replayed.of(variant.playbook(), team(variant, finding), waivers(variant, finding), finding.path());
    }

    private static String team(BrokenVariant variant, Finding finding) {
        return finding.sentence().startsWith("In team " + variant.team() + ": ") ? variant.team() : "";
    }

    private static List<Waiver> waivers(BrokenVariant variant, Finding finding) {
        return !finding.sentence().contains(WAIVED) ? List.of() : variant.playbook().definition().guardrails().stream()
            .filter(rule -> rule.waivableBy().isPresent()).map(rule -> new Waiver(rule.id(), Actor.supervisor("sue"), "asked for")).toList();
    }

    private static boolean tells(BrokenVariant variant, Finding finding) {
        boolean named = finding.sentence().contains(variant.named()) || finding.blame().stream().anyMatch(blamed -> blamed.contains(variant.named()));
        return named && finding.property().equals(variant.property()) && team(variant, finding).equals(variant.team())
            && finding.sentence().contains(WAIVED) == variant.waived()
            && variant.shown().map(end -> end.test(replayed(variant, finding).end())).orElse(true);
    }
}
