package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.GuardrailChange.Kind;

/** A difference as plain text, part by part; a part that is empty is left out. */
final class DifferenceReport {
    private static final int MOST_IDS = 12;

    private final Difference difference;
    private final Playbook first;
    private final Playbook second;
    private final List<String> lines = new ArrayList<>();

    DifferenceReport(Difference difference, Playbook first, Playbook second) {
        this.difference = difference;
        this.first = first;
        this.second = second;
    }

    String text() {
        lines.add("From " + first.id() + " to " + second.id());
        if (difference.isEmpty()) {
            lines.add("Nothing differs.");
            return String.join("\n", lines) + "\n";
        }
        guardrails("Guardrails that got weaker", Kind.WEAKER);
        guardrails("Guardrails that got stronger", Kind.STRONGER);
        guardrails("Guardrails that got weaker here and stronger there", Kind.OTHER);
        guardrails("Guardrails added", Kind.ADDED);
        guardrails("Guardrails removed", Kind.REMOVED);
        part("Teams", difference.levels().stream().map(LevelChange::toString).toList());
        ids("Rows", difference.rows());
        ids("Deadlines", difference.deadlines());
        part("Settings", difference.settings());
        history("Only " + first.id() + " allows", difference.allowedOnlyByFirst());
        history("Only " + second.id() + " allows", difference.allowedOnlyBySecond());
        history("Both allow, and the case stands differently", difference.partsWays());
        part("Not decided", difference.undecided());
        boolean same = difference.allowedOnlyByFirst().isEmpty() && difference.allowedOnlyBySecond().isEmpty()
            && difference.partsWays().isEmpty() && difference.undecided().isEmpty();
        part("Histories", same ? List.of("No history differs, however long.") : List.of());
        return String.join("\n", lines) + "\n";
    }

    private void guardrails(String title, Kind kind) {
        List<String> texts = difference.guardrails().stream().filter(change -> change.kind() == kind).map(GuardrailChange::toString).toList();
        if (!texts.isEmpty()) {
            title(title);
            texts.forEach(text -> lines.add(text));
        }
    }

    private void ids(String title, IdChanges changes) {
        List<String> texts = new ArrayList<>();
        ids(texts, "added", changes.added());
        ids(texts, "removed", changes.removed());
        ids(texts, "changed", changes.changed());
        part(title, texts);
    }

    private static void ids(List<String> texts, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            String more = ids.size() > MOST_IDS ? " and " + (ids.size() - MOST_IDS) + " more" : "";
            texts.add(ids.size() + " " + what + ": " + String.join(", ", ids.subList(0, Math.min(MOST_IDS, ids.size()))) + more);
        }
    }

    private void part(String title, List<String> texts) {
        if (!texts.isEmpty()) {
            title(title);
            texts.forEach(text -> lines.add(Telling.wrapped("  " + text)));
        }
    }

    private void history(String title, Optional<?> history) {
        history.ifPresent(shown -> {
            title(title);
            lines.add(shown.toString());
        });
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
    }
}
