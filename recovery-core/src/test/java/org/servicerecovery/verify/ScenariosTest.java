package org.servicerecovery.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Permitted;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The generated scenarios of the standard playbook, attempted on the kernel one by one. */
class ScenariosTest {
    private static final Playbook STANDARD = Playbooks.standard();
    private static final Scenarios ALL = Scenarios.of(STANDARD);

    /** What was seen to happen, and not what the scenarios say of themselves. */
    private static final Set<String> TAKEN = new HashSet<>();
    private static final Set<String> REFUSED = new HashSet<>();

    static {
        ALL.scenarios().forEach(ScenariosTest::play);
    }

    private static void play(Scenario scenario) {
        RecoveryCase seen = RecoveryCase.blank("case", STANDARD.id(), STANDARD.vocabulary());
        for (Scene scene : scenario.scenes()) {
            String where = scenario + ": " + scene;
            assertEquals(scene.in(), seen.state(), where);
            Decision decision = Replay.decide(STANDARD, seen, scene.step(), scene.traits(), scene.told(), scene.takenBack());
            assertEquals(scene.refusedBy(), Set.copyOf(decision.refusedBy()), where);
            if (decision instanceof Permitted permitted) {
                assertEquals(scene.row(), permitted.lastEvent().orElseThrow().row(), where);
                seen = permitted.after();
                TAKEN.add(scene.row());
            } else {
                decision.refusedBy().forEach(rule -> REFUSED.add(rule + " at " + scene.in() + "/" + scene.step()));
            }
            assertEquals(scene.to(), seen.state(), where);
        }
    }

    @Test
    void everyRowIsTaken() {
        Set<String> rows = STANDARD.definition().transitions().stream().filter(row -> row.step() != Step.MERGE).map(Transition::id)
            .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(rows, new TreeSet<>(TAKEN));
    }

    @Test
    void everyGuardrailRefusesWhereverItWatchesOrIsListedAsUnableTo() {
        Set<String> missing = new TreeSet<>();
        for (Guardrail rule : STANDARD.definition().guardrails()) {
            for (RecoveryState state : rule.states()) {
                for (Step step : rule.watches()) {
                    String place = rule.id() + " at " + state + "/" + step;
                    boolean shown = REFUSED.contains(place);
                    boolean listed = ALL.impossible().contains(place + " refuses");
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
        assertTrue(ALL.impossible().contains("merged at SOLVING/APOLOGISE refuses"), "a merged duplicate is outside the search");
        assertTrue(ALL.impossible().contains("owner-first at LISTENING/APOLOGISE refuses"), "nobody listens without an owner");
        assertFalse(ALL.impossible().contains("owner-first at LISTENING/APOLOGISE is kept"));
    }

    @Test
    void namesTellThemApart() {
        List<String> names = ALL.scenarios().stream().map(Scenario::name).toList();

        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(names.get(0).startsWith("1: open the case, "), names.get(0));
    }
}
