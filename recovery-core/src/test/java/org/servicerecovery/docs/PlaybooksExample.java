package org.servicerecovery.docs;

import static org.servicerecovery.playbooks.Phase.APOLOGISE;
import static org.servicerecovery.playbooks.Phase.EMPATHISE;
import static org.servicerecovery.playbooks.Phase.LISTEN;
import static org.servicerecovery.playbooks.Phase.SOLVE;
import static org.servicerecovery.playbooks.Phase.THANK;

import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Procedure;
import org.servicerecovery.verify.Difference;

/** What docs/playbooks.md shows. */
final class PlaybooksExample {
    private PlaybooksExample() {
    }

    static Playbook own() {
        // [own]
        Playbook heart = Procedure.named("heart", "1")
            .order("our handbook, page 3", LISTEN.called("hear"), EMPATHISE, APOLOGISE, SOLVE.called("respond"), THANK)
            .says("A12", "A14", "C20")                // and these rows of the rulebook, with the rules that carry them
            .builder().avoidingSmallErrors().build();
        // [/own]
        return heart;
    }

    static Difference compared() {
        // [compared]
        Difference difference = Difference.between(Playbooks.standard(), Playbooks.sixSteps());
        System.out.println(difference.report());
        // [/compared]
        return difference;
    }
}
