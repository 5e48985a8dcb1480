package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.Table.Entry;

/**
 * Where each permitted step leads, and what it sets and clears, compared with the hand-written {@code effects.txt}: every row of
 * {@code standard}; and with {@code effects-elsewhere.txt}, every row that another shipped playbook has otherwise.
 */
class TransitionRowsTest {
    static Stream<String> others() {
        return Differing.others();
    }

    @Test
    void everyRowDoesWhatItShould() {
        Effects effects = new Effects(Playbooks.standard());
        for (Entry entry : Table.read("effects.txt", 4)) {
            effects.compare(entry, entry.column(0), entry.column(1), entry.column(2), entry.column(3));
        }
        effects.demandEach(Playbooks.standard().definition().transitions());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everyRowThatDiffersFromTheStandardDoesWhatItShould(String name) {
        Playbook playbook = Playbooks.named(name);
        Effects effects = new Effects(playbook);
        for (Entry entry : Table.read("effects-elsewhere.txt", 5)) {
            List<String> playbooks = Table.list(entry.column(0));
            assertEquals(List.of(), playbooks.stream().filter(one -> others().noneMatch(one::equals)).toList(), entry::toString);
            if (playbooks.contains(name)) {
                effects.compare(entry, entry.column(1), entry.column(2), entry.column(3), entry.column(4));
            }
        }
        Set<Transition> standard = new HashSet<>(Playbooks.standard().definition().transitions());
        List<Transition> own = playbook.definition().transitions().stream().filter(row -> !standard.contains(row)).toList();
        assertFalse(own.isEmpty(), "what it has otherwise");
        effects.demandEach(own);
    }
}
