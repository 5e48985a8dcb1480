package org.servicerecovery.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Span;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/**
 * What a playbook says, as tables in Markdown: facts upright, traits in italics, rows in the playbook's order. The same
 * playbook gives the same text, with lines ended by a line feed. Safe for many threads.
 */
public final class Tables {
    private static final Set<RecoveryState> OPEN = EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP);
    private static final Set<RecoveryState> OWNED = EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP);
    private static final Set<RecoveryState> ENDS = EnumSet.range(RecoveryState.RECOVERED, RecoveryState.REFERRED);
    /** How many steps may be left out or added beside a kind of steps before the list is written out. */
    private static final int FEW = 3;

    private Tables() {
    }

    /**
     * Every guardrail: what it watches where and when, what it needs and bars, and why.
     *
     * @param playbook any
     * @return a table
     */
    public static String guardrails(Playbook playbook) {
        Markdown table = new Markdown("id", "watches", "in", "when", "needs", "any of", "bars", "level", "waivable by", "instead", "why",
            "sources");
        for (Guardrail rule : playbook.definition().guardrails()) {
            table.row(Markdown.code(rule.id()), steps(rule.watches()), states(rule.states()), Markdown.condition(rule.when()),
                Markdown.terms(rule.needsAll()), Markdown.terms(rule.needsAny()), Markdown.terms(rule.bars()),
                level(playbook.definition(), rule), rule.waivableBy().map(Markdown::plain).orElse("nobody"),
                rule.instead().map(step -> Markdown.code(step.name())).orElse(""), Markdown.plain(rule.why()),
                Markdown.plain(String.join(", ", rule.sources())));
        }
        return table.text();
    }

    /**
     * Every deadline: what starts and what meets it, how long it gives, and who hears of it.
     *
     * @param playbook any
     * @return a table
     */
    public static String deadlines(Playbook playbook) {
        Markdown table = new Markdown("id", "starts", "met", "ends unmet", "gives", "calendar", "tells", "the breach means", "sources");
        for (Deadline deadline : playbook.definition().deadlines()) {
            String starts = deadline.duty().map(kind -> "each " + Markdown.code(kind.name())).orElse(triggers(deadline.startsOn()));
            String met = deadline.duty().map(kind -> "the duty is met").orElse(triggers(deadline.metBy()));
            String unmet = deadline.duty().map(kind -> "the duty is no longer owed").orElse(triggers(deadline.voidedBy()));
            table.row(Markdown.code(deadline.id()), starts, met, unmet, given(deadline), calendar(deadline), ladder(deadline),
                deadline.means().map(Markdown::term).orElse(""), Markdown.plain(String.join(", ", deadline.sources())));
        }
        return table.text();
    }

    /**
     * The numbers by which traits are assessed.
     *
     * @param playbook any
     * @return a table
     */
    public static String settings(Playbook playbook) {
        Settings settings = playbook.settings();
        return new Markdown("setting", "value")
            .row("a customer counts as upset from", Markdown.code(settings.recoveryMood().name()))
            .row("open questions that a story takes", String.valueOf(settings.openQuestions()))
            .row("failed attempts that are enough", String.valueOf(settings.attempts()))
            .row("a gesture of money falls short below", settings.appreciationThreshold().stripTrailingZeros().toPlainString()).text();
    }

    /**
     * What can happen in a state: every row from there.
     *
     * @param playbook any
     * @param state    which
     * @return a table
     */
    public static String rows(Playbook playbook, RecoveryState state) {
        Markdown table = new Markdown("step", "when", "goes to", "sets", "clears");
        List<Transition> rows = new ArrayList<>(playbook.definition().transitions());
        rows.removeIf(row -> row.from() != state);
        // By step, as the screen lists them; rows of one step stay in the playbook's order.
        rows.sort((one, other) -> one.step().compareTo(other.step()));
        for (Transition row : rows) {
            table.row(Markdown.code(row.step().name()), Markdown.condition(row.when()),
                row.to() == row.from() ? "" : Markdown.code(row.to().name()), Markdown.terms(row.sets()), Markdown.terms(row.clears()));
        }
        return table.text();
    }

    private static String level(PlaybookDefinition definition, Guardrail rule) {
        List<String> levels = new ArrayList<>(List.of(Markdown.code(rule.level().name())));
        definition.teamLevels().forEach((team, byRule) -> {
            if (byRule.containsKey(rule.id())) {
                levels.add(Markdown.code(byRule.get(rule.id()).name()) + " in " + Markdown.plain(team));
            }
        });
        return String.join(", ", levels);
    }

    private static String states(Set<RecoveryState> states) {
        if (states.size() == RecoveryState.values().length) {
            return "any";
        }
        return states.equals(OPEN) ? "open" : states.equals(OWNED) ? "open, with an owner" : states.equals(ENDS) ? "ended"
            : Markdown.names(states);
    }

    /** A long list is told as a kind of step and what differs from it; nothing is left out. */
    private static String steps(Set<Step> watched) {
        Map<String, Set<Step>> kinds = new LinkedHashMap<>();
        kinds.put("every word to the customer", kind(Step.Kind.SPEECH));
        kinds.put("every word to customers and colleagues", kind(Step.Kind.SPEECH, Step.Kind.INTERNAL));
        kinds.put("every step", EnumSet.copyOf(Arrays.asList(Step.judged())));
        for (Map.Entry<String, Set<Step>> kind : kinds.entrySet()) {
            List<Step> missing = kind.getValue().stream().filter(step -> !watched.contains(step)).toList();
            List<Step> more = watched.stream().filter(step -> !kind.getValue().contains(step)).toList();
            if (missing.size() + more.size() < FEW) {
                return kind.getKey() + (missing.isEmpty() ? "" : " but " + Markdown.names(missing))
                    + (more.isEmpty() ? "" : ", and " + Markdown.names(more));
            }
        }
        return Markdown.names(watched);
    }

    private static Set<Step> kind(Step.Kind... kinds) {
        return Arrays.stream(Step.judged()).filter(step -> Arrays.asList(kinds).contains(step.kind()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    private static String triggers(Set<Trigger> triggers) {
        List<String> facts = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Trigger trigger : triggers) {
            if (trigger instanceof Trigger.Becomes becomes) {
                facts.add(Markdown.term(becomes.fact()));
            } else if (trigger instanceof Trigger.Ceases ceases) {
                facts.add("no longer " + Markdown.term(ceases.fact()));
            } else if (trigger instanceof Trigger.Taken taken) {
                steps.add(taken.step());
            }
        }
        return Markdown.joined(List.of(String.join(", ", facts), steps.isEmpty() ? "" : "on " + Markdown.names(steps)), ", ");
    }

    private static String given(Deadline deadline) {
        if (deadline.duty().isPresent()) {
            return "until the duty's date";
        }
        Set<Span> lengths = Set.copyOf(deadline.length().values());
        if (lengths.size() == 1) {
            return told(deadline.length(Priority.NORMAL));
        }
        return Arrays.stream(Priority.values()).map(priority -> Markdown.code(priority.name()) + " " + told(deadline.length(priority)))
            .collect(Collectors.joining(", "));
    }

    private static String told(Span length) {
        String one = switch (length.unit()) {
            case TIME -> "";
            case DAYS -> "calendar day";
            case BUSINESS_DAYS -> "business day";
            case WEEKS -> "week";
            case MONTHS -> "month";
        };
        return one.isEmpty() ? told(length.time()) : length.count() + " " + one + (length.count() == 1 ? "" : "s");
    }

    private static String told(Duration length) {
        List<String> parts = List.of(part(length.toDays(), "d"), part(length.toHoursPart(), "h"), part(length.toMinutesPart(), "min"),
            part(length.toSecondsPart(), "s"), part(length.toMillisPart(), "ms"));
        return Markdown.joined(parts, " ");
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private static String calendar(Deadline deadline) {
        String name = deadline.calendar().equals(Deadline.ELAPSED) ? Deadline.ELAPSED : "by " + Markdown.words(deadline.calendar());
        return Markdown.joined(List.of(name, deadline.pausedWhile().map(id -> "pauses while " + Markdown.code(id) + " runs").orElse(""),
            deadline.recurs() ? "recurs" : "", deadline.survivesEnd() ? "survives the end" : ""), ", ");
    }

    private static String ladder(Deadline deadline) {
        return deadline.ladder().stream().map(rung -> Markdown.plain(rung.audience()) + " at " + rung.percent() + " % ("
            + Markdown.code(rung.kind().name()) + ")").collect(Collectors.joining(", "));
    }
}
