package org.servicerecovery.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;

/**
 * Draws states and what leads from one to another. To stay readable it draws one arrow where a step leads from every state of
 * a group to the same state, and a note where a step leads from one state to many.
 */
final class StatePicture {
    private static final String START = "[*]";
    private static final int MANY = 3;

    /** States that share arrows. A larger group comes before the one that it contains. */
    private enum Group {
        ENDED("ended", EnumSet.range(RecoveryState.RECOVERED, RecoveryState.REFERRED)),
        OPEN("open", EnumSet.range(RecoveryState.AWAITING, RecoveryState.FOLLOWING_UP)),
        OWNED("with an owner", EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP));

        private final String title;
        private final Set<RecoveryState> states;

        Group(String title, Set<RecoveryState> states) {
            this.title = title;
            this.states = states;
        }

        /** Not the bare name: it must differ from every state's. */
        private String node() {
            return name() + "_CASES";
        }
    }

    private record Arrow(String from, String to) {
    }

    private final Map<Step, List<Transition>> rows = new EnumMap<>(Step.class);
    private final Map<Arrow, List<String>> arrows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    StatePicture(Playbook playbook) {
        playbook.definition().transitions().forEach(row -> rows.computeIfAbsent(row.step(), step -> new ArrayList<>()).add(row));
        rows.forEach((step, all) -> {
            List<Transition> first = all.stream().filter(StatePicture::starts).toList();
            List<Transition> moves = all.stream().filter(row -> !starts(row) && row.from() != row.to()).toList();
            start(step, first);
            if (scatters(moves)) {
                note(step, moves);
            } else {
                move(step, moves);
            }
        });
    }

    String text() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        group(text, Group.OPEN, "    ");
        group(text, Group.ENDED, "    ");
        arrows.forEach((arrow, labels) -> text.append("    ").append(arrow.from()).append(" --> ").append(arrow.to()).append(" : ")
            .append(Mermaid.label(String.join(" or ", labels))).append('\n'));
        text.append("    ").append(Group.ENDED.node()).append(" --> ").append(START).append('\n');
        notes.forEach(text::append);
        return text.toString();
    }

    private static void group(StringBuilder text, Group group, String indent) {
        text.append(indent).append("state \"").append(group.title).append("\" as ").append(group.node()).append(" {\n");
        Set<RecoveryState> inner = group == Group.OPEN ? Group.OWNED.states : Set.of();
        group.states.stream().filter(state -> !inner.contains(state))
            .forEach(state -> text.append(indent).append("    ").append(state).append('\n'));
        if (!inner.isEmpty()) {
            group(text, Group.OWNED, indent + "    ");
        }
        text.append(indent).append("}\n");
    }

    /** A row that asks for a case that is not there yet begins one. */
    private static boolean starts(Transition row) {
        return row.when().absent().contains(Facts.OPENED);
    }

    private void start(Step step, List<Transition> first) {
        Set<RecoveryState> to = targets(first);
        if (to.containsAll(Group.OPEN.states)) {
            arrow(START, Group.OPEN.node(), Catalogue.phrase(step));
            return;
        }
        to.forEach(state -> arrow(START, state.name(), phrase(step, first.stream().filter(row -> row.to() == state).toList(), to.size() > 1)));
    }

    private static Set<RecoveryState> targets(List<Transition> rows) {
        return rows.stream().map(Transition::to).collect(Collectors.toCollection(() -> EnumSet.noneOf(RecoveryState.class)));
    }

    private static boolean scatters(List<Transition> moves) {
        return Arrays.stream(RecoveryState.values())
            .anyMatch(state -> targets(moves.stream().filter(row -> row.from() == state).toList()).size() >= MANY);
    }

    private void note(Step step, List<Transition> moves) {
        RecoveryState last = moves.get(moves.size() - 1).from();
        String states = targets(moves).stream().map(Enum::name).collect(Collectors.joining(", "));
        notes.add("    note right of " + last + "\n        " + Mermaid.label(Catalogue.phrase(step) + " - leads, as the facts allow, to one of "
            + states) + "\n    end note\n");
    }

    private void move(Step step, List<Transition> moves) {
        for (RecoveryState to : targets(moves)) {
            List<Transition> there = moves.stream().filter(row -> row.to() == to).toList();
            Set<RecoveryState> from = there.stream().map(Transition::from)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecoveryState.class)));
            String phrase = phrase(step, there, mayLeadElsewhere(step, from, to));
            for (Group group : Group.values()) {
                if (from.containsAll(group.states)) {
                    arrow(group.node(), to.name(), phrase);
                    from.removeAll(group.states);
                }
            }
            from.forEach(state -> arrow(state.name(), to.name(), phrase));
        }
    }

    private boolean mayLeadElsewhere(Step step, Set<RecoveryState> from, RecoveryState to) {
        return rows.get(step).stream().anyMatch(row -> from.contains(row.from()) && row.to() != to);
    }

    private static String phrase(Step step, List<Transition> there, boolean oneOfSeveral) {
        Set<String> variants = new LinkedHashSet<>();
        for (Transition row : there) {
            String plain = row.from() + "/" + row.step() + "/";
            if (row.id().startsWith(plain)) {
                variants.add(row.id().substring(plain.length()));
            }
        }
        return Catalogue.phrase(step) + (oneOfSeveral && !variants.isEmpty() ? " (" + String.join(", ", variants) + ")" : "");
    }

    private void arrow(String from, String to, String label) {
        arrows.computeIfAbsent(new Arrow(from, to), key -> new ArrayList<>()).add(label);
    }
}
