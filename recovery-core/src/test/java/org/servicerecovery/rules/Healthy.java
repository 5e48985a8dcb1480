package org.servicerecovery.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.Table.Entry;

/**
 * What a well-handled case looks like when each step is taken, written by hand in {@code healthy.txt} and {@code words.txt} from the
 * rulebook; and in {@code healthy-elsewhere.txt} where another playbook than the standard one has it otherwise. It is never read off the
 * playbook: a rule that is lost there must be missed here.
 */
final class Healthy {
    private static final String UNPREPARED = "UNPREPARED";
    private static final Map<String, Healthy> WRITTEN = new ConcurrentHashMap<>();

    /** How a case usually is in each state, as often as it was said anew: the last word counts. */
    private final Map<RecoveryState, List<Phase>> phases = new EnumMap<>(RecoveryState.class);
    private final Map<String, List<Trait>> manners = new HashMap<>();
    private final Map<String, Set<Step>> groups = new HashMap<>();
    private final Map<String, Set<RecoveryState>> places = new HashMap<>();
    private final Map<String, List<String>> turns = new HashMap<>();
    private final Map<Step, Way> ways = new EnumMap<>(Step.class);

    /** How a step is usually taken: where, how the case differs from others of that phase, and what is true of the action. */
    private record Way(Entry entry, RecoveryState state, List<String> changes, Set<Trait> traits) {
    }

    private record Phase(Entry entry, List<String> words) {
    }

    private Healthy(String playbook) {
        for (Entry entry : Table.read("words.txt", 3)) {
            List<String> words = Table.words(entry.column(2));
            switch (entry.column(0)) {
                case "phase" -> phase(entry, entry.column(1), words);
                case "manner" -> manners.put(entry.column(1), traits(entry, words));
                case "steps" -> groups.put(entry.column(1), steps(entry, words));
                case "states" -> places.put(entry.column(1), states(entry, words));
                case "turn" -> turns.put(entry.column(1), words);
                default -> throw entry.wrong("expected phase, manner, steps, states or turn.");
            }
        }
        for (Entry entry : Table.read("healthy.txt", 4)) {
            Step step = entry.step(entry.column(0));
            if (ways.put(step, way(entry, entry.column(1), entry.column(2), entry.column(3))) != null) {
                throw entry.wrong("the step " + step + " is there twice.");
            }
        }
        for (Entry entry : Table.read("healthy-elsewhere.txt", 5)) {
            List<String> playbooks = Table.list(entry.column(0));
            if (!Playbooks.names().containsAll(playbooks)) {
                throw entry.wrong("not all of " + playbooks + " are shipped playbooks.");
            }
            if (playbooks.contains(playbook)) {
                elsewhere(entry);
            }
        }
        phases.keySet().forEach(this::phase);
    }

    /** As {@code standard} has it. */
    static Healthy written() {
        return of("standard");
    }

    /** As a shipped playbook has it. */
    static Healthy of(String playbook) {
        return WRITTEN.computeIfAbsent(playbook, Healthy::new);
    }

    private void elsewhere(Entry entry) {
        if (entry.column(1).equals("phase")) {
            phase(entry, entry.column(2), Table.words(entry.column(3)));
        } else {
            ways.put(entry.step(entry.column(1)), way(entry, entry.column(2), entry.column(3), entry.column(4)));
        }
    }

    private void phase(Entry entry, String state, List<String> words) {
        phases.computeIfAbsent(entry.state(state), key -> new ArrayList<>()).add(new Phase(entry, words));
    }

    private Set<Fact> phase(RecoveryState state) {
        return phase(state, phases.get(state).size() - 1);
    }

    /** A state that is said to be as itself is as it was said to be before. */
    private Set<Fact> phase(RecoveryState state, int version) {
        Phase phase = phases.get(state).get(version);
        Set<Fact> facts = new LinkedHashSet<>();
        for (String word : phase.words()) {
            if (word.startsWith("as:")) {
                RecoveryState other = phase.entry().state(word.substring(3));
                facts.addAll(other == state ? phase(state, version - 1) : phase(other));
            } else if (word.startsWith("-")) {
                if (!facts.remove(phase.entry().term(word.substring(1)))) {
                    throw phase.entry().wrong(word + " changes nothing.");
                }
            } else if (phase.entry().term(word) instanceof Fact fact) {
                facts.add(fact);
            } else {
                throw phase.entry().wrong(word + " is no fact.");
            }
        }
        return facts;
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

    private Way way(Entry entry, String state, String changes, String traits) {
        return new Way(entry, entry.state(state), Table.words(changes), new LinkedHashSet<>(traits(entry, Table.words(traits))));
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
            Set<RecoveryState> states = place.length == 1 ? EnumSet.of(way(asker, step).state())
                : states(asker, Table.words(place[1].strip()));
            situations.put(step, states.stream().map(state -> of(asker, step, state, prepared).changed(asker, changes, true)).toList());
        }
        return situations;
    }

    /** A well-handled case in some state; if prepared, made ready for the step, otherwise like any other in that state. */
    private Situation of(Entry asker, Step step, RecoveryState state, boolean prepared) {
        Way way = way(asker, step);
        Situation phase = new Situation(state, phase(state), way.traits());
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
