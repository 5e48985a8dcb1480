package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.Table.Entry;

/** Where each permitted step leads, and what it sets and clears, compared with the hand-written {@code effects.txt}: every row. */
class TransitionRowsTest {
    private final Playbook standard = Playbooks.standard();
    private final Set<String> taken = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyRowDoesWhatItShould() {
        for (Entry entry : Table.read("effects.txt", 4)) {
            Healthy.written().situations(entry, entry.column(0), entry.column(1)).forEach((step, situations) ->
                situations.forEach(situation -> judge(entry, step, situation)));
        }
        assertEquals("", String.join("\n", wrong));
        Set<String> rows = standard.definition().transitions().stream().map(Transition::id).collect(Collectors.toCollection(TreeSet::new));
        rows.removeAll(taken);
        assertEquals(Set.of(), rows, "rows that no line of effects.txt takes");
    }

    private void judge(Entry entry, Step step, Situation situation) {
        String place = entry + " " + step + " in " + situation.state();
        Decision decision = situation.attempt(standard, step);
        if (!decision.isPermitted()) {
            wrong.add(place + " is refused by " + decision.refusedBy());
            return;
        }
        CaseEvent event = decision.events().get(0);
        taken.add(event.row());
        RecoveryState to = entry.column(2).equals("stays") ? situation.state() : entry.state(entry.column(2));
        String expected = to + " " + new TreeSet<>(Healthy.written().changes(Table.words(entry.column(3))));
        Set<String> effects = new TreeSet<>();
        event.sets().stream().map(Fact::name).forEach(name -> effects.add("+" + name));
        event.clears().stream().map(Fact::name).forEach(name -> effects.add("-" + name));
        if (!expected.equals(event.to() + " " + effects)) {
            wrong.add(place + " (" + event.row() + ") should lead to " + expected + " and leads to " + event.to() + " " + effects);
        }
    }
}
