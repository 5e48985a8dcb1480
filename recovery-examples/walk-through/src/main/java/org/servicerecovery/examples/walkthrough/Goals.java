package org.servicerecovery.examples.walkthrough;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.examples.walkthrough.CaseFile.Goal;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads where a plan is to lead: {@code plan:} to a recovered customer, {@code plan: solving}, {@code plan: [followed up]}. */
final class Goals {
    private Goals() {
    }

    static Goal read(String file, Playbook playbook, Node node) {
        Map<String, Fact> known = new LinkedHashMap<>();
        playbook.vocabulary().facts().all().forEach(fact -> known.put(fact.name(), fact));
        if (node instanceof SequenceNode sequence) {
            List<Fact> facts = new ArrayList<>();
            for (Node one : sequence.getValue()) {
                String written = Fields.text(file, "A fact", one);
                Fact fact = known.get(Words.constant(written));
                if (fact == null) {
                    throw new CaseFileException(Fields.place(file, one), "There is no fact \"" + written + "\". "
                        + Words.remedy(written, known.keySet().stream().map(Words::plain).toList()));
                }
                facts.add(fact);
            }
            if (facts.isEmpty()) {
                throw new CaseFileException(Fields.place(file, node), "\"plan\" names no fact to lead to. Write for instance \"plan: [followed up]\","
                    + " or \"plan:\" alone for the plan to a recovered customer.");
            }
            return new Goal(Optional.empty(), facts);
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            return Goal.RECOVERED;
        }
        if (node instanceof ScalarNode scalar && known.containsKey(Words.constant(scalar.getValue()))) {
            throw new CaseFileException(Fields.place(file, node), "\"" + scalar.getValue() + "\" is a fact and no state. Facts stand in a list: write"
                + " \"plan: [" + scalar.getValue() + "]\".");
        }
        return new Goal(Optional.of(Fields.word(file, node, RecoveryState.class, "state")), List.of());
    }
}
