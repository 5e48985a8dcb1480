package org.servicerecovery.rules;

import java.util.List;
import java.util.function.BiConsumer;
import org.servicerecovery.playbooks.Playbooks;

/** The tables of cases, for the account of what carries which row. */
public final class CaseEvidence {
    private CaseEvidence() {
    }

    /**
     * Tells every case of every table.
     *
     * @param bites  given a row and the name of a case in which its rule bites
     * @param passes given a row and the name of a case in which its rule lets something pass
     */
    public static void tell(BiConsumer<String, String> bites, BiConsumer<String, String> passes) {
        for (RuleCase one : Playbooks.names().stream().flatMap(playbook -> RuleCase.of(playbook).stream()).toList()) {
            String change = String.join(" ", List.of(one.entry().column(3).split("\\s+")));
            String name = one.guardrail() + ": " + one.step() + (change.isBlank() ? "" : " " + change) + " (" + one.entry() + ")";
            if (one.isAboutNoRule()) {
                continue;
            }
            one.keys().forEach(row -> (one.bites() ? bites : passes).accept(row, name));
        }
    }
}
