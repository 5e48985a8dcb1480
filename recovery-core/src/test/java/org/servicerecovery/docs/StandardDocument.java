package org.servicerecovery.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.diagram.Tables;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/** The two documents that describe the standard playbook, written from it. */
final class StandardDocument {
    private static final String GENERATED = "<!-- Written from the code; do not edit. After a change of the playbook:\n     " + Documents.WRITE
        + " -->\n\n";

    private StandardDocument() {
    }

    static String standard(Playbook playbook, List<CaseEvent> warmTransfer) {
        return GENERATED + "# The standard playbook\n\n"
            + "What the library's own procedure says, as it is in the code: the picture of its states, its numbers, every guardrail, every\n"
            + "deadline. What happens in each state, row by row, is in [standard-rows.md](standard-rows.md).\n\n"
            + "| | |\n|---|---|\n| name and version | `" + playbook.id().name() + "` `" + playbook.id().version() + "` |\n| fingerprint | `"
            + playbook.id().fingerprint() + "` |\n| in it | " + counts(playbook) + " |\n\n"
            + "The fingerprint changes with everything that can change a verdict: rows, guardrails, levels, deadlines, numbers.\n\n"
            + "## The states\n\nRows that keep the state are left out; that is most of them.\n\n"
            + fenced("mermaid", Mermaid.states(playbook))
            + "## The warm transfer\n\nThe case of the README, drawn from its history. Until the last arrow anna owns the case.\n\n"
            + fenced("mermaid", Mermaid.sequence(warmTransfer))
            + "## The numbers\n\n" + Tables.settings(playbook)
            + "\n## The guardrails\n\n"
            + "Facts stand upright, traits in italics. A guardrail judges the steps that it *watches* in the states named by *in*, if what\n"
            + "*when* says holds. It is violated if anything of *needs* is missing, if nothing of *any of* is there, or if anything of *bars*\n"
            + "is there. *Open* are the states from AWAITING to FOLLOWING_UP, *ended* the five others.\n\n"
            + Tables.guardrails(playbook)
            + "\n## The deadlines\n\n"
            + "A deadline starts and is met when the named fact becomes true, is no longer true, or the step is taken. The lengths are this\n"
            + "library's and elapsed time; a host sets its own.\n\n"
            + Tables.deadlines(playbook);
    }

    static String rows(Playbook playbook) {
        StringBuilder text = new StringBuilder(GENERATED).append("# The rows of the standard playbook\n\n")
            .append("What can happen in each state, in which order of steps the screen lists them. A row applies when what *when* says holds:\n")
            .append("facts upright, as they are before the step; traits in italics, as they are of the step. Whether the step may be taken is\n")
            .append("then a matter of the guardrails in [standard.md](standard.md). An empty *goes to* means that the state stays.\n");
        for (RecoveryState state : RecoveryState.values()) {
            text.append("\n## ").append(state).append("\n\n").append(Tables.rows(playbook, state));
        }
        return text.toString();
    }

    private static String counts(Playbook playbook) {
        List<Transition> rows = playbook.definition().transitions();
        List<Guardrail> rules = playbook.definition().guardrails();
        Set<Step> steps = rows.stream().map(Transition::step).collect(Collectors.toSet());
        String levels = Stream.of(Level.values()).filter(level -> rules.stream().anyMatch(rule -> rule.level() == level))
            .map(level -> rules.stream().filter(rule -> rule.level() == level).count() + " " + level).collect(Collectors.joining(", "));
        List<String> counts = new ArrayList<>(List.of(RecoveryState.values().length + " states", steps.size() + " steps",
            Facts.all().size() + " facts", Traits.all().size() + " traits", rows.size() + " rows",
            rules.size() + " guardrails (" + levels + ")", playbook.definition().deadlines().size() + " deadlines"));
        return String.join(", ", counts);
    }

    private static String fenced(String language, String text) {
        return "```" + language + "\n" + text + "```\n\n";
    }
}
