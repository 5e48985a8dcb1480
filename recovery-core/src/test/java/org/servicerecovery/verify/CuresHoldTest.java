package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * What a refusal says to do about it helps: its cures make the refused step permitted, none of them is superfluous, and each
 * reason's own do away with that reason. Where nothing makes the step permitted any more, something else is.
 */
class CuresHoldTest {
    private static final long SEED = 20260106;
    private static final int OF_EACH_STATE = 10_000;
    /** Reports are left out: nothing refuses them. */
    private static final List<Step> STEPS = Stream.of(Step.values()).filter(step -> !step.isReport()
        && Sample.STANDARD.definition().transitions().stream().anyMatch(row -> row.step() == step)).toList();

    private final Sample sample = new Sample(SEED);
    private final Tries tries = new Tries(SEED);

    /** An attempt, and what was said about it. */
    private record Attempt(RecoveryCase seen, Step step, Set<Trait> traits, Decision decision) {
        Set<Trait> repeated(List<Cure> cures) {
            Set<Trait> repeated = new LinkedHashSet<>(traits);
            cures.stream().filter(cure -> cure.kind() == Cure.Kind.WITH).forEach(cure -> repeated.addAll(cure.traits()));
            cures.stream().filter(cure -> cure.kind() == Cure.Kind.WITHOUT).forEach(cure -> repeated.removeAll(cure.traits()));
            return repeated;
        }

        @Override
        public String toString() {
            return Sample.told(seen) + " " + step + " with " + traits + ": " + decision;
        }
    }

    @Test
    void appliedTheCuresMakeTheRefusedStepPermittedOrElseSomethingElseIs() {
        int[] counts = new int[3];
        for (Map.Entry<Step, List<RecoveryCase>> entry : byStep(OF_EACH_STATE).entrySet()) {
            for (RecoveryCase seen : entry.getValue()) {
                Attempt attempt = refused(seen, entry.getKey());
                List<Cure> cures = attempt.decision().cures();
                boolean way = cures.stream().anyMatch(cure -> cure.kind() != Cure.Kind.INSTEAD);
                counts[attempt.decision().isPermitted() ? 0 : way ? 1 : 2]++;
                if (way) {
                    cure(attempt, cures);
                    reasons(attempt, cures);
                } else if (!attempt.decision().isPermitted()) {
                    instead(attempt, cures);
                }
            }
        }
        System.out.printf("Cures applied: %d refusals with a way, %d with something else instead, %d attempts permitted%n",
            counts[1], counts[2], counts[0]);
        assertTrue(counts[1] > 6 * OF_EACH_STATE && counts[2] > OF_EACH_STATE / 10, "too few refusals to say anything");
    }

    /** Grouped by the step that is attempted: the planner keeps what it found out about the latest goals. */
    private Map<Step, List<RecoveryCase>> byStep(int ofEachState) {
        Map<Step, List<RecoveryCase>> byStep = new EnumMap<>(Step.class);
        sample.ofEach(ofEachState).forEach(seen -> byStep.computeIfAbsent(tries.any(STEPS), step -> new ArrayList<>()).add(seen));
        return byStep;
    }

    /** Tried some times until it is refused, if it is. */
    private Attempt refused(RecoveryCase seen, Step step) {
        Attempt attempt = attempt(seen, step);
        for (int i = 0; i < 3 && attempt.decision().isPermitted(); i++) {
            attempt = attempt(seen, step);
        }
        return attempt;
    }

    private Attempt attempt(RecoveryCase seen, Step step) {
        Set<Trait> traits = tries.traits(seen.state(), step);
        return new Attempt(seen, step, traits, Sample.decide(seen, step, traits, Set.of()));
    }

    private static List<Cure> firsts(List<Cure> cures) {
        return cures.stream().filter(cure -> cure.kind() == Cure.Kind.FIRST).toList();
    }

    private static Optional<RecoveryCase> performed(RecoveryCase from, List<Cure> firsts) {
        Optional<RecoveryCase> seen = Optional.of(from);
        for (Cure cure : firsts) {
            seen = seen.flatMap(now -> Sample.after(now, cure.step(), cure.traits(), cure.facts(), cure.times()));
        }
        return seen;
    }

    private static void cure(Attempt attempt, List<Cure> cures) {
        List<Cure> firsts = firsts(cures);
        Set<Trait> repeated = attempt.repeated(cures);
        List<RecoveryCase> on = new ArrayList<>(List.of(attempt.seen()));
        for (Cure cure : firsts) {
            on.add(performed(on.get(on.size() - 1), List.of(cure)).orElseThrow(() -> new AssertionError(cure + " is refused; " + attempt + cures)));
        }
        assertTrue(permits(on.get(firsts.size()), attempt.step(), repeated), () -> attempt + "\nin spite of " + cures);
        // The kernel would believe in a calm that nobody earned, and in news that nobody told; who is told what to do first is told to earn and
        // to tell.
        boolean prudent = firsts.stream().anyMatch(cure -> cure.step() == Step.REPORT_MOOD) || attempt.traits().contains(Traits.NEWS_UNTOLD);
        for (int i = 0; i < firsts.size() && !prudent; i++) {
            Cure left = firsts.get(i);
            Optional<RecoveryCase> without = performed(on.get(i), firsts.subList(i + 1, firsts.size()));
            assertFalse(without.filter(seen -> permits(seen, attempt.step(), repeated)).isPresent(),
                () -> left + " is superfluous: " + attempt + cures);
        }
    }

    private static boolean permits(RecoveryCase seen, Step step, Set<Trait> traits) {
        return Sample.decide(seen, step, traits, Set.of()).isPermitted();
    }

    /** Each reason by itself: its cures are some of all cures, can be taken without the others, and do away with it. */
    private static void reasons(Attempt attempt, List<Cure> cures) {
        Set<Trait> repeated = attempt.repeated(cures);
        for (Reason reason : attempt.decision().reasons()) {
            List<Cure> own = reason.cures();
            assertTrue(cures.containsAll(firsts(own)), () -> reason + "\n" + attempt + cures);
            assertTrue(own.stream().anyMatch(cure -> cure.kind() != Cure.Kind.INSTEAD), () -> reason + "\n" + attempt + cures);
            RecoveryCase after = performed(attempt.seen(), firsts(own)).orElseThrow(() -> new AssertionError(reason + "\n" + attempt));
            assertFalse(Sample.decide(after, attempt.step(), repeated, Set.of()).refusedBy().contains(reason.rule()), () -> reason + "\n" + attempt);
        }
    }

    /** Something that is named instead can be done now; only a case that has ended may leave nothing to do. */
    private void instead(Attempt attempt, List<Cure> cures) {
        boolean now = cures.stream().anyMatch(cure -> sample.moves.from(attempt.seen().state()).stream()
            .anyMatch(move -> move.row().step() == cure.step() && sample.moves.sets.contains(move.permitted(), Sample.facts(attempt.seen()))));
        assertTrue(now || attempt.seen().state().isEnd(), () -> attempt + "\n" + cures);
        cures.stream().filter(cure -> !cure.traits().isEmpty()).forEach(cure ->
            assertTrue(performed(attempt.seen(), List.of(cure)).isPresent(), () -> cure + " is refused; " + attempt));
    }

    @Test
    void aDuplicateAsksForNothingAnyMore() {
        RecoveryCase open = sample.of(RecoveryState.SOLVING, 100).stream().filter(seen -> !seen.has(Facts.CONTACT_OPEN)).findFirst().orElseThrow();
        RecoveryCase merged = Sample.after(open, Step.MERGE, Set.of(Traits.SAME_CUSTOMER), Set.of()).orElseThrow();
        assertEquals(List.of(), Sample.decide(merged, Step.ESCALATE, Set.of(), Set.of()).cures());
    }

    @Test
    void whatAnAdviceSaysToDoIsPermittedAndSatisfiesIt() {
        Set<Step> watched = EnumSet.noneOf(Step.class);
        List<Guardrail> advising = Sample.STANDARD.definition().guardrails().stream().filter(rule -> rule.level() == Level.ADVISE).toList();
        advising.forEach(rule -> watched.addAll(rule.watches()));
        List<RecoveryCase> situations = sample.ofEach(60);
        Set<String> heeded = new TreeSet<>();
        for (Step step : watched) {
            for (RecoveryCase seen : situations) {
                Optional<Attempt> attempt = permitted(attempt(seen, step));
                attempt.ifPresent(made -> made.decision().advice().forEach(advice -> heeded.add(heeded(made, advice))));
            }
        }
        assertEquals(advising.stream().map(Guardrail::id).collect(Collectors.toCollection(TreeSet::new)), heeded,
            "every advice was given and heeded");
    }

    /** The attempt as it is permitted, after its cures where it is refused. */
    private static Optional<Attempt> permitted(Attempt attempt) {
        List<Cure> cures = attempt.decision().cures();
        Set<Trait> repeated = attempt.repeated(cures);
        return performed(attempt.seen(), firsts(cures))
            .map(after -> new Attempt(after, attempt.step(), repeated, Sample.decide(after, attempt.step(), repeated, Set.of())))
            .filter(made -> made.decision().isPermitted());
    }

    private static String heeded(Attempt attempt, Reason advice) {
        List<Cure> cures = advice.cures();
        RecoveryCase after = performed(attempt.seen(), firsts(cures)).orElseThrow(() -> new AssertionError(advice + "\n" + attempt));
        Decision again = Sample.decide(after, attempt.step(), attempt.repeated(cures), Set.of());
        assertTrue(again.isPermitted() && again.advice().stream().noneMatch(reason -> reason.rule().equals(advice.rule())),
            () -> attempt + "\n" + advice + "\n" + again);
        return advice.rule();
    }
}
