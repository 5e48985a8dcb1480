package org.servicerecovery.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.diagram.Tables;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.verify.Difference;
import org.servicerecovery.verify.GuardrailChange;
import org.servicerecovery.verify.Plan;

/** The document that shows the shipped playbooks side by side, written from them. */
final class PlaybooksDocument {
    private static final Set<String> FLOOR = Playbooks.onTheFloor("floor", "1").definition().guardrails().stream().map(Guardrail::id)
        .collect(Collectors.toSet());
    private static final String NO_ORDER = "none";

    private PlaybooksDocument() {
    }

    static String text() {
        StringBuilder text = new StringBuilder("<!-- Written from the code; do not edit. After a change of a playbook:\n     " + Documents.WRITE
            + " -->\n\n# The playbooks side by side\n\n"
            + "Eleven playbooks come with the library: `standard`, which settles the conflicts of its five sources; one for each source, with\n"
            + "its own order and nothing that its source does not say; and five procedures that are known by their initials. All stand on the\n"
            + "same floor, take the same rules from the same place, and are proven when they are built. `Playbooks.named(\"six-steps\")` gives\n"
            + "one. What differs, all of it, is told by the walk-through's `compare six-steps`, or in code:\n\n");
        code(text, "compared");
        text.append("A procedure of your own with an order of its own is one expression, and proven like the others:\n\n");
        code(text, "own");
        text.append("The phases are constants of `Phase`, some of which share their names with steps: import one of the two by its class. A phase of your own\n"
                + "is `Phase.named(\"assure\").takenBy(steps).doneWhen(facts)`. `handsOver()` adds the warm transfer, `confirmsTheStory()` lets nothing be\n"
                + "proposed before the customer confirmed the story, `leavesOut(ids)` and `rules(guardrails)` are for what you read otherwise. Which rows of\n"
                + "the rulebook there are, and the guardrails that carry them, is in [the account](rulebook-coverage.md); why each is a rule is in [the\n"
                + "standard playbook](standard.md).\n\n"
                + "`avoidingSmallErrors()` adds the rules of `small-errors` to any playbook and weakens nothing; who may open a case stays as it is.\n\n"
                + "## Side by side\n\n")
            .append("| playbook | order | who enters | without an apology | passes a case on | guardrails beside the floor | deadlines |\n")
            .append("|---|---|---|---|---|---|---|\n");
        Playbooks.names().forEach(name -> row(text, Playbooks.named(name)));
        text.append("\nThe floor adds ").append(FLOOR.size()).append(" guardrails to each. A customer counts as upset from UPSET on, in `six-steps` from"
            + " BEYOND\\_IRATE on.\n"
            + "The states are those of [the standard playbook](standard.md) in all of them. Only `standard` and `seven-steps` let the customer confirm\n"
            + "the story; in the others the first proposal leads from LISTENING to SOLVING.\n");
        Playbooks.names().stream().skip(1).forEach(name -> section(text, Playbooks.named(name)));
        return text.toString();
    }

    private static void code(StringBuilder text, String region) {
        try {
            text.append("```java\n").append(Documents.code("PlaybooksExample." + region)).append("```\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder text, Playbook playbook) {
        List<Guardrail> rules = playbook.definition().guardrails();
        cells(text, "[`" + playbook.id().name() + "`](#" + (playbook.id().name().equals("standard") ? "the-playbooks-side-by-side" : playbook.id().name())
                + ")", order(playbook), entry(rules), withoutApology(playbook),
            takes(playbook, Step.TRANSFER) ? "yes" : "only a supervisor reassigns",
            String.valueOf(rules.stream().filter(rule -> !FLOOR.contains(rule.id())).count()),
            String.valueOf(playbook.definition().deadlines().size()));
    }

    private static void cells(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** As the last rule of the order says it. */
    private static String order(Playbook playbook) {
        return playbook.definition().guardrails().stream().filter(rule -> rule.id().endsWith("-in-order")).reduce((one, other) -> other)
            .map(rule -> rule.why().replaceFirst(".* is to ", "").replace(", and only then to ", ", then to ").replace(", then to ", " → ")
                .replaceFirst("\\.$", ""))
            .orElse(playbook.id().name().equals("standard") ? "apology, acknowledgement and feelings in any order, all before the story is confirmed"
                : NO_ORDER);
    }

    private static String entry(List<Guardrail> rules) {
        return rules.stream().filter(rule -> rule.watches().contains(Step.OPEN) && !FLOOR.contains(rule.id()))
            .map(rule -> rule.why()).collect(Collectors.joining(" "));
    }

    /** What becomes of a case that is solved without an apology. */
    private static String withoutApology(Playbook playbook) {
        return Stream.of(Level.REFUSE, Level.ADVISE).filter(level -> playbook.definition().guardrails().stream().anyMatch(rule ->
                rule.level() == level && !FLOOR.contains(rule.id()) && rule.needsAll().contains(Facts.APOLOGY_GIVEN)))
            .findFirst().map(level -> level == Level.REFUSE ? "refused" : "advised against").orElse("permitted");
    }

    private static boolean takes(Playbook playbook, Step step) {
        return playbook.definition().transitions().stream().anyMatch(row -> row.step() == step);
    }

    private static void section(StringBuilder text, Playbook playbook) {
        Difference difference = Difference.between(Playbooks.standard(), playbook);
        text.append("\n## ").append(playbook.id().name()).append("\n\nThe shortest proper way from a telephone call to a recovered customer:\n\n```mermaid\n")
            .append(way(playbook)).append("```\n\n");
        list(text, "Rules that `standard` does not have, or has otherwise", changed(difference, GuardrailChange.Kind.ADDED,
            GuardrailChange.Kind.STRONGER, GuardrailChange.Kind.WEAKER, GuardrailChange.Kind.OTHER));
        list(text, "Rules that only `standard` has", changed(difference, GuardrailChange.Kind.REMOVED));
        list(text, "Clocks", playbook.definition().deadlines().stream().map(Deadline::id));
        history(text, "The shortest history that only `standard` allows:", difference.allowedOnlyByFirst().map(Object::toString));
        history(text, "The shortest history that only `" + playbook.id().name() + "` allows:", difference.allowedOnlyBySecond().map(Object::toString));
        if (!difference.undecided().isEmpty()) {
            text.append(String.join("\n", difference.undecided())).append("\n\n");
        }
        if (!playbook.settings().equals(Playbooks.standard().settings())) {
            text.append("Its numbers:\n\n").append(Tables.settings(playbook)).append('\n');
        }
    }

    private static Stream<String> changed(Difference difference, GuardrailChange.Kind... kinds) {
        Set<GuardrailChange.Kind> wanted = new HashSet<>(List.of(kinds));
        return difference.guardrails().stream().filter(change -> wanted.contains(change.kind())).map(GuardrailChange::guardrail);
    }

    private static void list(StringBuilder text, String title, Stream<String> ids) {
        String listed = ids.map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        text.append(title).append(": ").append(listed.isEmpty() ? "none" : listed).append(".\n\n");
    }

    private static void history(StringBuilder text, String title, Optional<String> told) {
        told.ifPresent(steps -> text.append(title).append("\n\n```\n").append(steps).append("\n```\n\n"));
    }

    private static String way(Playbook playbook) {
        RecoveryDesk desk = RecoveryDesk.inMemory(playbook);
        desk.as(Actor.agent("anna")).open("case", "customer", "It came broken.", Channel.PHONE, RecoveryAction.mood(Mood.BEYOND_IRATE)).isPermitted();
        if (desk.find("case").isEmpty()) {
            throw new IllegalStateException(playbook.id() + " does not let a case be opened on the telephone");
        }
        Plan plan = desk.plan("case");
        if (plan.outcome() != Plan.Outcome.FOUND) {
            throw new IllegalStateException(playbook.id() + " knows no way: " + plan);
        }
        return Mermaid.way(plan);
    }
}
