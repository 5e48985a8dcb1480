package org.servicerecovery.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.rules.Table.Entry;

/**
 * What a well-handled case looks like when each step is taken, written by hand in {@code healthy.txt} and {@code words.txt} from the rulebook. It is
 * never read off the playbook: a rule that is lost there must be missed here.
 */
final class Healthy {
    private static final String UNPREPARED = "UNPREPARED";
    private static final Healthy WRITTEN = new Healthy();

    private final Map<RecoveryState, Set<Fact>> phases = new EnumMap<>(RecoveryState.class);
    private final Map<String, List<Trait>> manners = new HashMap<>();
    private final Map<String, Set<Step>> groups = new HashMap<>();
    private final Map<String, Set<RecoveryState>> places = new HashMap<>();
    private final Map<String, List<String>> turns = new HashMap<>();
    private final Map<Step, Way> ways = new EnumMap<>(Step.class);

    /** How a step is usually taken: where, how the case differs from others of that phase, and what is true of the action. */
    private record Way(Entry entry, RecoveryState state, List<String> changes, Set<Trait> traits) {
    }

    private Healthy() {
        for (Entry entry : Table.read("words.txt", 3)) {
            List<String> words = Table.words(entry.column(2));
            switch (entry.column(0)) {
                case "phase" -> phase(entry, words);
                case "manner" -> manners.put(entry.column(1), traits(entry, words));
                case "steps" -> groups.put(entry.column(1), steps(entry, words));
                case "states" -> places.put(entry.column(1), states(entry, words));
                case "turn" -> turns.put(entry.column(1), words);
                default -> throw entry.wrong("expected phase, manner, steps, states or turn.");
            }
        }
        Table.read("healthy.txt", 4).forEach(this::way);
    }

    static Healthy written() {
        return WRITTEN;
    }

    private void phase(Entry entry, List<String> words) {
        Set<Fact> facts = new LinkedHashSet<>();
        for (String word : words) {
            if (word.startsWith("as:")) {
                facts.addAll(phases.get(entry.state(word.substring(3))));
            } else if (word.startsWith("-")) {
                if (!facts.remove(entry.term(word.substring(1)))) {
                    throw entry.wrong(word + " changes nothing.");
                }
            } else if (entry.term(word) instanceof Fact fact) {
                facts.add(fact);
            } else {
                throw entry.wrong(word + " is no fact.");
            }
        }
        phases.put(entry.state(entry.column(1)), facts);
    }

    private List<Trait> traits(Entry entry, List<String> words) {
        List<Trait> traits = new ArrayList<>();
        for (String word : words) {
            if (manners.containsKey(word)) {
                traits.addAll(manners.get(word));
            } else if (entry.term(word) instanceof Trait trait) {
                traits.add(trait);
            } else {
                throw entry.wrong(word + " is no trait.");
            }
        }
        return traits;
    }

    private void way(Entry entry) {
        Step step = entry.step(entry.column(0));
        Way way = new Way(entry, entry.state(entry.column(1)), Table.words(entry.column(2)),
            new LinkedHashSet<>(traits(entry, Table.words(entry.column(3)))));
        if (ways.put(step, way) != null) {
            throw entry.wrong("the step " + step + " is there twice.");
        }
    }

    /** The steps of a list such as {@code EVERYTHING_SAID THANK}, where a minus takes one out again. */
    private Set<Step> steps(Entry entry, List<String> words) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        for (String word : words) {
            boolean less = word.startsWith("-");
            String name = less ? word.substring(1) : word;
            Set<Step> some = groups.containsKey(name) ? groups.get(name) : EnumSet.of(entry.step(name));
            if (less ? !steps.removeAll(some) : !steps.addAll(some)) {
                throw entry.wrong(word + " changes nothing in this list of steps.");
            }
        }
        return steps;
    }

    /** The states of a list such as {@code OPEN_STATES}. */
    private Set<RecoveryState> states(Entry entry, List<String> words) {
        Set<RecoveryState> states = EnumSet.noneOf(RecoveryState.class);
        for (String word : words) {
            if (places.containsKey(word)) {
                states.addAll(places.get(word));
            } else {
                states.add(entry.state(word));
            }
        }
        return states;
    }

    /** The words of a change, with each named turn written out. */
    List<String> changes(List<String> words) {
        return words.stream().flatMap(word -> turns.containsKey(word) ? turns.get(word).stream() : List.of(word).stream()).toList();
    }

    /**
     * The situations that a line of a table speaks of, by step.
     *
     * @param where  steps, and the states if they are not those in which the steps are usually taken
     * @param change how the situation differs from a healthy one
     */
    Map<Step, List<Situation>> situations(Entry asker, String where, String change) {
        String[] place = where.split("@", -1);
        List<String> words = Table.words(change);
        boolean prepared = !words.contains(UNPREPARED);
        List<String> changes = changes(words.stream().filter(word -> !word.equals(UNPREPARED)).toList());
        Map<Step, List<Situation>> situations = new EnumMap<>(Step.class);
        for (Step step : steps(asker, Table.words(place[0]))) {
            Set<RecoveryState> states = place.length == 1 ? EnumSet.of(way(asker, step).state()) : states(asker, Table.words(place[1].strip()));
            situations.put(step, states.stream().map(state -> of(asker, step, state, prepared).changed(asker, changes, true)).toList());
        }
        return situations;
    }

    /** A well-handled case in some state; if prepared, made ready for the step, otherwise like any other in that state. */
    private Situation of(Entry asker, Step step, RecoveryState state, boolean prepared) {
        Way way = way(asker, step);
        Situation phase = new Situation(state, phases.get(state), way.traits());
        return phase.changed(way.entry(), prepared ? way.changes() : List.of(), false);
    }

    private Way way(Entry asker, Step step) {
        Way way = ways.get(step);
        if (way == null) {
            throw asker.wrong("healthy.txt does not say how " + step + " is taken.");
        }
        return way;
    }
}
