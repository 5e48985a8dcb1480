package org.servicerecovery.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;

/** Draws a plan: a box for each stay in a state, in it the steps from top to bottom. */
final class WayPicture {
    private final StringBuilder text = new StringBuilder("flowchart LR\n");
    private final Map<RecoveryState, Integer> stays = new HashMap<>();
    private final List<String> boxes = new ArrayList<>();

    WayPicture(Plan plan) {
        List<PlanStep> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (i == 0 || steps.get(i).in() != steps.get(i - 1).in()) {
                open(steps.get(i).in());
            }
            boolean goesOn = i + 1 < steps.size() && steps.get(i + 1).in() == steps.get(i).in();
            text.append("        s").append(i).append("[\"").append(Mermaid.label(called(steps.get(i)))).append("\"]")
                .append(goesOn ? " --> s" + (i + 1) + "\n" : "\n");
            if (!goesOn) {
                text.append("    end\n");
            }
        }
        if (!steps.isEmpty()) {
            boxes.add(box(steps.get(steps.size() - 1).to()));
        }
        for (int i = 1; i < boxes.size(); i++) {
            text.append("    ").append(boxes.get(i - 1)).append(" --> ").append(boxes.get(i)).append('\n');
        }
        if (!steps.isEmpty()) {
            text.append("    ").append(boxes.get(boxes.size() - 1)).append("[\"").append(steps.get(steps.size() - 1).to()).append("\"]\n");
        }
    }

    String text() {
        return text.toString();
    }

    private void open(RecoveryState state) {
        boxes.add(box(state));
        text.append("    subgraph ").append(boxes.get(boxes.size() - 1)).append("[\"").append(state).append("\"]\n        direction TB\n");
    }

    /** Whoever comes back to a state gets another box. */
    private String box(RecoveryState state) {
        int stay = stays.merge(state, 1, Integer::sum);
        return stay == 1 ? state.name() : state.name() + "_" + stay;
    }

    private static String called(PlanStep step) {
        return Catalogue.phrase(step.step()) + (step.times() > 1 ? ", " + step.times() + " times" : "");
    }
}
