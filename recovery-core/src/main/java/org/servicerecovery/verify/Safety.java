package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.verify.Approach.Stride;

/** What must never come about, whatever anybody does. Searched backward from what is wrong to the blank case. */
final class Safety {
    private static final int MOST_NODES = 1 << 22;
    /** What somebody owes somebody, as long as any of its kind is open. */
    private static final Set<Fact> DUTIES = Set.of(Facts.FOLLOW_UP_SET, Facts.PROMISE_OPEN, Facts.DELIVERY_CHECK_OPEN, Facts.CHECK_BACK_SET,
        Facts.BAD_NEWS_OWED, Facts.ISSUE_OPEN);
    /** These end what is owed knowingly: begin anew, or pass it on with a record. */
    private static final Set<Step> SETTLING = EnumSet.of(Step.REOPEN, Step.HAND_OVER_PROMISES, Step.MERGE);

    private final Moves moves;
    private final Constants constants;
    private final List<Wrong> wrongs = new ArrayList<>();

    /**
     * Something wrong.
     *
     * @param property which property is violated
     * @param sentence what is wrong
     * @param where    the row or state that tells it from others with the same sentence
     * @param in       the state in which it is wrong, or in which the last move begins
     * @param set      the facts with which it is
     * @param last     the moves that end the story, none if being there is wrong
     * @param after    the facts with which the last move leaves the case
     */
    private record Wrong(String property, String sentence, String where, RecoveryState in, int set, List<Move> last,
                         int after) {
    }

    Safety(Moves moves) {
        this.moves = moves;
        this.constants = moves.constants();
        ownerStays();
        endsImply();
        reopenedWithOwner();
        dutiesStay();
    }

    /** One search tells whether anything can go wrong at all; only then each wrong is looked for. By what is wrong where. */
    Map<String, Finding> findings() {
        int[] goal = new int[RecoveryState.values().length];
        wrongs.forEach(wrong -> goal[wrong.in().ordinal()] = moves.sets.or(goal[wrong.in().ordinal()], wrong.set()));
        if (!moves.sets.contains(new Approach(moves, goal, moves.all(), constants, MOST_NODES).everything()[0], new BitSet())) {
            return Map.of();
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Wrong wrong : wrongs) {
            way(wrong.in(), wrong.set(), wrong.last(), wrong.after()).ifPresent(path -> findings.merge(wrong.where() + ": " + wrong.sentence(),
                found(wrong, path), (one, other) -> other.path().size() < one.path().size() ? other : one));
        }
        return findings;
    }

    private static Finding found(Wrong wrong, List<PathStep> path) {
        Set<String> blame = new TreeSet<>(wrong.last().stream().map(move -> move.row().id()).toList());
        if (blame.isEmpty() && !path.isEmpty()) {
            blame.add(path.get(path.size() - 1).row());
        }
        return new Finding(wrong.property(), wrong.sentence(), List.copyOf(blame), path);
    }

    /** The shortest history from the blank case into a configuration of the set, and one of the last moves; empty if there is none. */
    Optional<List<PathStep>> way(RecoveryState state, int set, List<Move> last, int after) {
        int[] goal = new int[RecoveryState.values().length];
        goal[state.ordinal()] = set;
        Optional<List<Stride>> way = new Approach(moves, goal, moves.all(), constants, MOST_NODES)
            .walk(RecoveryState.AWAITING, new BitSet(), (one, other) -> 0);
        return way.map(strides -> {
            List<PathStep> path = new ArrayList<>(strides.stream().map(moves::step).toList());
            BitSet end = strides.isEmpty() ? new BitSet() : strides.get(strides.size() - 1).after();
            last.stream().filter(move -> moves.sets.contains(move.permitted(), end)).findFirst()
                .ifPresent(move -> path.add(moves.step(new Stride(move, end, between(move, end, after), List.of()))));
            return path;
        });
    }

    /** What the facts are once some came or went with the action, so that the move leads into the set. */
    private BitSet between(Move move, BitSet before, int after) {
        int told = moves.told(moves.sets, move, move.standing(), before);
        return moves.sets.nearest(moves.sets.and(told, moves.sets.given(after, move.ones(), move.zeros())), before);
    }

    private void ownerStays() {
        for (RecoveryState state : EnumSet.range(RecoveryState.LISTENING, RecoveryState.FOLLOWING_UP)) {
            wrongs.add(new Wrong("owner-never-lost", "A case can be " + state + " while nobody owns it.", state.name(), state, unowned(),
                List.of(), Diagrams.ALL));
        }
    }

    private int unowned() {
        return moves.condition(new Condition(Set.of(), Set.of(Facts.OWNER_NAMED)));
    }

    private void endsImply() {
        for (EndsTable.Cell cell : EndsTable.cells()) {
            int good = Diagrams.EMPTY;
            for (Condition condition : cell.anyOf()) {
                good = moves.sets.or(good, moves.condition(condition));
            }
            String sentence = "A case can end as " + cell.end() + " without what the table of ends asks for under \"" + cell.column() + "\": "
                + cell.anyOf().stream().map(Safety::told).collect(Collectors.joining("; or ")) + ".";
            through("end-implies", sentence, moves.sets.without(moves.condition(cell.when()), good),
                move -> move.row().to() == cell.end() && !move.row().from().isEnd());
        }
    }

    private static String told(Condition condition) {
        String present = Catalogue.phrases(condition.present(), ", ");
        String absent = condition.absent().isEmpty() ? "" : "not " + Catalogue.phrases(condition.absent(), ", not ");
        return List.of(present, absent).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private void reopenedWithOwner() {
        through("reopened-with-owner", "A case can be taken up again while nobody owns it.", unowned(), move -> move.row().step() == Step.REOPEN);
    }

    /** What is owed is met one by one: only the last of its kind, an end, or who begins anew clears the fact. */
    private void dutiesStay() {
        for (Move move : moves.all()) {
            boolean lasts = move.row().when().present().stream().anyMatch(term -> term.name().startsWith("LAST_"));
            if (!lasts && !move.row().to().isEnd() && !move.row().from().isEnd() && !SETTLING.contains(move.row().step())) {
                move.row().clears().stream().filter(DUTIES::contains).sorted((one, other) -> one.name().compareTo(other.name())).forEach(duty ->
                    wrong("duty-never-lost", "To " + Catalogue.phrase(move.row().step()) + " can make what is owed vanish: "
                        + Catalogue.phrase(duty) + ".", move.row().id(), move.row().from(),
                        moves.sets.and(move.permitted(), moves.condition(Condition.ALWAYS.and(duty))), List.of(move), Diagrams.ALL));
            }
        }
    }

    /** By move, what it makes wrong. */
    private void through(String property, String sentence, int bad, Predicate<Move> last) {
        for (Move move : moves.all()) {
            if (last.test(move)) {
                wrong(property, sentence, move.row().id(), move.row().from(), moves.preimage(move, bad), List.of(move), bad);
            }
        }
    }

    private void wrong(String property, String sentence, String where, RecoveryState in, int set, List<Move> last, int after) {
        if (set != Diagrams.EMPTY) {
            wrongs.add(new Wrong(property, sentence, where, in, set, last, after));
        }
    }
}
