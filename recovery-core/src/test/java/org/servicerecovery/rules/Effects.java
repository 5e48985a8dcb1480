package org.servicerecovery.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.rules.Table.Entry;

/** Where the permitted steps of a playbook lead, and what they set and clear, compared with hand-written lines. */
final class Effects {
    private final Playbook playbook;
    private final Healthy healthy;
    private final Set<String> taken = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    Effects(Playbook playbook) {
        this.playbook = playbook;
        healthy = Healthy.of(playbook.id().name());
    }

    /** A line: steps and states, what is otherwise than usual, where the case goes, what is set and cleared. */
    void compare(Entry entry, String where, String change, String to, String expected) {
        healthy.situations(entry, where, change).forEach((step, situations) ->
            situations.forEach(situation -> judge(entry, step, situation, to, expected)));
    }

    private void judge(Entry entry, Step step, Situation situation, String to, String expected) {
        String place = entry + " " + step + " in " + situation.state();
        Decision decision = situation.attempt(playbook, step);
        if (!decision.isPermitted()) {
            wrong.add(place + " is refused by " + decision.refusedBy());
            return;
        }
        CaseEvent event = decision.events().get(0);
        taken.add(event.row());
        RecoveryState state = to.equals("stays") ? situation.state() : entry.state(to);
        String should = state + " " + new TreeSet<>(healthy.changes(Table.words(expected)));
        Set<String> effects = new TreeSet<>();
        event.sets().stream().map(Fact::name).forEach(name -> effects.add("+" + name));
        event.clears().stream().map(Fact::name).forEach(name -> effects.add("-" + name));
        if (!should.equals(event.to() + " " + effects)) {
            wrong.add(place + " (" + event.row() + ") should lead to " + should + " and leads to " + event.to() + " " + effects);
        }
    }

    /** Nothing was otherwise than written, and each of these rows was taken by a line. */
    void demandEach(List<Transition> rows) {
        assertEquals("", String.join("\n", wrong));
        Set<String> untaken = rows.stream().map(Transition::id).collect(Collectors.toCollection(TreeSet::new));
        untaken.removeAll(taken);
        assertEquals(Set.of(), untaken, "rows that no line takes");
    }
}
