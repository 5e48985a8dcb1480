package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spring.EngineTrial;

/** The generated scenarios of every shipped playbook, attempted on the kernel one by one, and on Spring Statemachine. */
class ScenariosTest {
    private static final Set<Trait> MERGING = Set.of(Traits.SAME_CUSTOMER);
    private static final Map<String, Played> PLAYED = new HashMap<>();

    /** What was seen to happen, and not what the scenarios say of themselves. */
    private record Played(Playbook playbook, Scenarios all, Set<String> taken, Set<String> refused, EngineTrial engines) {
        static Played of(String name) {
            return PLAYED.computeIfAbsent(name, key -> {
                Playbook playbook = Playbooks.named(key);
                Played played = new Played(playbook, Scenarios.of(playbook), new HashSet<>(), new HashSet<>(), new EngineTrial(playbook));
                played.all.scenarios().forEach(played::play);
                return played;
            });
        }

        private void play(Scenario scenario) {
            RecoveryCase seen = RecoveryCase.blank("case", playbook.id(), playbook.vocabulary());
            for (Scene scene : scenario.scenes()) {
                String where = playbook.id() + " " + scenario + ": " + scene;
                assertEquals(scene.in(), seen.state(), where);
                Decision decision = Replay.decide(playbook, seen, scene.step(), scene.traits(), scene.told(), scene.takenBack());
                assertEquals(scene.refusedBy(), Set.copyOf(decision.refusedBy()), where);
                engines.agrees(seen, scene.step(), decision);
                // Scenarios leave merging out: what is a duplicate is outside of the search.
                engines.agrees(seen, Step.MERGE, Replay.decide(playbook, seen, Step.MERGE, MERGING, Set.of(), Set.of()));
                if (decision instanceof Permitted permitted) {
                    assertEquals(scene.row(), permitted.lastEvent().orElseThrow().row(), where);
                    seen = permitted.after();
                    taken.add(scene.row());
                } else {
                    decision.refusedBy().forEach(rule -> refused.add(rule + " at " + scene.in() + "/" + scene.step()));
                }
                assertEquals(scene.to(), seen.state(), where);
            }
        }
    }

    static List<String> playbooks() {
        return Playbooks.names();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyRowIsTaken(String name) {
        Played played = Played.of(name);
        Set<String> rows = played.playbook.definition().transitions().stream().filter(row -> row.step() != Step.MERGE).map(Transition::id)
            .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(rows, new TreeSet<>(played.taken));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void springStatemachineTakesEveryRowAndRefusesWhateverIsRefused(String name) {
        Played played = Played.of(name);
        Set<String> rows = played.playbook.definition().transitions().stream().map(Transition::id).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(rows, played.engines.rows());
        assertTrue(played.engines.refusals().containsAll(played.refused));
        System.out.println(played.playbook.id() + " on both engines: " + rows.size() + " rows taken, " + played.engines.refusals().size()
            + " refusals of a guardrail at a state and step");
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyGuardrailRefusesWhereverItWatchesOrIsListedAsUnableTo(String name) {
        Played played = Played.of(name);
        Set<String> missing = new TreeSet<>();
        for (Guardrail rule : played.playbook.definition().guardrails()) {
            for (RecoveryState state : rule.states()) {
                for (Step step : rule.watches()) {
                    String place = rule.id() + " at " + state + "/" + step;
                    boolean shown = played.refused.contains(place);
                    boolean listed = played.all.impossible().contains(place + " refuses");
                    assertFalse(shown && listed, place + " is listed as impossible, and happened");
                    if (rule.level() == Level.REFUSE && !shown && !listed && step != Step.MERGE) {
                        missing.add(place);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void whatIsListedAsImpossibleIsSo() {
        List<String> impossible = Played.of("standard").all.impossible();
        assertTrue(impossible.contains("merged at SOLVING/APOLOGISE refuses"), "a merged duplicate is outside the search");
        assertTrue(impossible.contains("owner-first at LISTENING/APOLOGISE refuses"), "nobody listens without an owner");
        assertFalse(impossible.contains("owner-first at LISTENING/APOLOGISE is kept"));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void namesTellThemApart(String name) {
        List<String> names = Played.of(name).all.scenarios().stream().map(Scenario::name).toList();

        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(names.get(0).startsWith("1: open the case, "), names.get(0));
    }
}
