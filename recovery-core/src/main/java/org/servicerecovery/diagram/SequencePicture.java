package org.servicerecovery.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Step;

/** Draws a history: words as arrows to whom they are for, everything else as notes over who did it. */
final class SequencePicture {
    private static final String CUSTOMER = "C";

    private final Map<String, String> people = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private String receiver = "";
    private String customer = "customer";

    SequencePicture(List<CaseEvent> history) {
        for (int i = 0; i < history.size(); i++) {
            int last = i;
            while (last + 1 < history.size() && together(history.get(i), history.get(last + 1))) {
                last++;
            }
            draw(history.subList(i, last + 1));
            i = last;
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("sequenceDiagram\n    actor ").append(CUSTOMER).append(" as ").append(Mermaid.label(customer))
            .append('\n');
        people.forEach((name, alias) -> text.append("    participant ").append(alias).append(" as ").append(Mermaid.label(name)).append('\n'));
        return text.append(lines).toString();
    }

    /** The acts of one message are one arrow. */
    private static boolean together(CaseEvent one, CaseEvent next) {
        return one.commandId().equals(next.commandId()) && one.step().isSpeech() && next.step().isSpeech() && one.to() == one.from();
    }

    private void draw(List<CaseEvent> events) {
        CaseEvent first = events.get(0);
        String actor = alias(first.actor().id());
        String what = events.stream().map(SequencePicture::told).collect(Collectors.joining(", "));
        if (first.action() instanceof Actions.Open open) {
            customer = open.customer();
            line(CUSTOMER + "->>" + actor, what);
        } else if (first.action() instanceof HandOvers.HandOver handOver) {
            receiver = handOver.receiver();
            line(actor + "->>" + alias(receiver), what);
        } else if (first.step() == Step.BRIEF_RECEIVER && !receiver.isEmpty()) {
            line(actor + "->>" + alias(receiver), what);
        } else if (first.step().isSpeech()) {
            line(actor + "->>" + CUSTOMER, what);
        } else if (first.step().isReport() && first.step() != Step.REPORT_LAPSE) {
            line(CUSTOMER + "-->>" + actor, what);
        } else {
            line("Note over " + actor, what);
        }
        CaseEvent last = events.get(events.size() - 1);
        if (last.from() != last.to()) {
            line("Note over " + CUSTOMER + "," + actor, last.to().name());
        }
    }

    private static String told(CaseEvent event) {
        if (event.action() instanceof Actions.Lapse lapse) {
            return "the deadline " + lapse.deadline() + ", " + lapse.kind() + ", for the " + lapse.audience();
        }
        if (event.action() instanceof Actions.Migrate migration) {
            return Catalogue.phrase(event.step()) + ", from " + migration.from().name() + " " + migration.from().version() + " to "
                + event.playbook().name() + " " + event.playbook().version();
        }
        if (event.action() instanceof Actions.ReportMood reading) {
            return Catalogue.phrase(event.step()) + ", " + reading.mood();
        }
        return Catalogue.phrase(event.step());
    }

    private void line(String who, String what) {
        lines.append("    ").append(who).append(": ").append(Mermaid.label(what)).append('\n');
    }

    private String alias(String name) {
        return people.computeIfAbsent(name, key -> "P" + (people.size() + 1));
    }
}
