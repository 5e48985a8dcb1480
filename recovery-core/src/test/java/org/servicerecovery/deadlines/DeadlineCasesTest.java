package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.playbooks.Playbooks;

/** Every deadline of the standard playbook, keyed by its row: in which history it falls due, and in which it does not. */
class DeadlineCasesTest {

    static Stream<ClockCase> cases() {
        return ClockCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDeadlineDoesAsItsRowSays(ClockCase one) {
        one.story().accept(Playbooks.standard());
    }

    @Test
    void everyDeadlineHasCases() {
        Set<String> told = ClockCase.all().map(ClockCase::deadline).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = Playbooks.standard().definition().deadlines().stream().map(Deadline::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, told);
    }

    @Test
    void everySourceOfADeadlineHasACase() {
        List<String> without = new ArrayList<>();
        for (Deadline deadline : Playbooks.standard().definition().deadlines()) {
            for (String source : deadline.sources()) {
                if (ClockCase.all().noneMatch(one -> one.deadline().equals(deadline.id()) && one.rows().contains(source))) {
                    without.add(deadline.id() + " from " + source);
                }
            }
        }
        assertTrue(without.isEmpty(), () -> "without a case: " + without);
    }
}
