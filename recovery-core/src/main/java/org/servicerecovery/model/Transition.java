package org.servicerecovery.model;

import java.util.Set;

/**
 * A row of the playbook: in this state, on this step, when this holds, the case goes to that state and these facts are set
 * and cleared. Rows of one state and step exclude each other, which is checked when the playbook is built.
 *
 * @param id     stable within the playbook, for instance {@code LISTENING/APOLOGISE/again}
 * @param from   the state in which it applies
 * @param step   the step that it is for
 * @param when   facts and traits that must be present or absent
 * @param to     the state afterwards, often the same
 * @param sets   facts that hold afterwards
 * @param clears facts that no longer hold afterwards
 */
public record Transition(String id, RecoveryState from, Step step, Condition when, RecoveryState to, Set<Fact> sets,
                         Set<Fact> clears) {
    /**
     * @throws InvalidInputException if a part is null, or a fact is both set and cleared
     */
    public Transition {
        Texts.line("The row's id", id);
        Texts.present("The state of row " + id, from);
        Texts.present("The step of row " + id, step);
        Texts.present("The condition of row " + id, when);
        Texts.present("The next state of row " + id, to);
        sets = Condition.ordered(Texts.present("The facts set by row " + id, sets));
        clears = Condition.ordered(Texts.present("The facts cleared by row " + id, clears));
        for (Fact fact : sets) {
            if (clears.contains(fact)) {
                throw new InvalidInputException("Row " + id + " sets and clears " + fact + ". Decide for one.");
            }
        }
    }
}
