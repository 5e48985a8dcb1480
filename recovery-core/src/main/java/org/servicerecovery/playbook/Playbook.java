package org.servicerecovery.playbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Trigger;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Vocabulary;

/**
 * A procedure of service recovery: an immutable table of rows, guardrails and deadlines, checked when it was built, shared by
 * all cases and threads. It is made by {@code PlaybookBuilder.build()} only.
 */
public final class Playbook {
    private static final int STEPS = Step.values().length;
    private final PlaybookDefinition definition;
    private final PlaybookId id;
    private final Vocabulary vocabulary;
    private final Map<String, Guardrail> guardrails = new LinkedHashMap<>();
    private final Map<String, Deadline> deadlines = new LinkedHashMap<>();
    private final Map<Duty.Kind, Deadline> dutyDeadlines = new HashMap<>();
    private final Map<String, Cell[]> tables = new HashMap<>();
    private final Map<Fact, List<Transition>> setting = new HashMap<>();
    private final Map<Fact, List<Transition>> clearing = new HashMap<>();
    private final Map<Step, Set<RecoveryState>> states = new EnumMap<>(Step.class);
    private final Cell[] table;
    private final boolean pauses;

    private Playbook(PlaybookDefinition definition) {
        this.definition = definition;
        List<String> problems = new ArrayList<>(Structure.problems(definition));
        if (!problems.isEmpty()) {
            throw new BrokenPlaybookException(definition.name(), problems);
        }
        this.vocabulary = definition.vocabulary();
        this.id = new PlaybookId(definition.name(), definition.version(), Fingerprint.of(definition));
        definition.guardrails().forEach(rule -> guardrails.put(rule.id(), rule));
        definition.deadlines().forEach(deadline -> deadlines.put(deadline.id(), deadline));
        definition.deadlines().forEach(deadline -> deadline.duty().ifPresent(kind -> dutyDeadlines.put(kind, deadline)));
        for (Transition row : definition.transitions()) {
            row.sets().forEach(fact -> setting.computeIfAbsent(fact, key -> new ArrayList<>()).add(row));
            row.clears().forEach(fact -> clearing.computeIfAbsent(fact, key -> new ArrayList<>()).add(row));
            states.computeIfAbsent(row.step(), key -> EnumSet.noneOf(RecoveryState.class)).add(row.from());
        }
        setting.replaceAll((fact, rows) -> List.copyOf(rows));
        clearing.replaceAll((fact, rows) -> List.copyOf(rows));
        states.replaceAll((step, from) -> Collections.unmodifiableSet(from));
        this.pauses = definition.deadlines().stream().anyMatch(deadline -> deadline.pausedWhile().isPresent());
        this.table = compile(Map.of());
        definition.teamLevels().forEach((team, levels) -> tables.put(team, compile(levels)));
    }

    /**
     * Checks the rows and compiles them. Hosts use {@code Playbooks} and the builder, which add the laws and the proof.
     *
     * @param definition the rows
     * @param proof      what else must be checked: gives the problems it finds, none if the playbook is sound
     * @return the playbook
     * @throws BrokenPlaybookException with every problem that was found
     */
    public static Playbook build(PlaybookDefinition definition, Proof proof) {
        Playbook playbook = new Playbook(definition);
        List<String> problems = proof.problems(playbook);
        if (!problems.isEmpty()) {
            throw new BrokenPlaybookException(definition.name(), problems);
        }
        return playbook;
    }

    /** What is checked beyond the structure of the rows: the laws, and that every way leads to a recovered customer. */
    @FunctionalInterface
    public interface Proof {
        /**
         * Looks for problems.
         *
         * @param playbook compiled, and not yet given to anybody
         * @return each problem as a sentence that names the rows and the remedy
         */
        List<String> problems(Playbook playbook);
    }

    private Cell[] compile(Map<String, Level> levels) {
        int steps = Step.values().length;
        int size = RecoveryState.values().length * steps;
        List<List<CompiledRow>> rows = lists(size);
        List<List<CompiledGuardrail>> refusing = lists(size);
        List<List<CompiledGuardrail>> telling = lists(size);
        for (Transition row : definition.transitions()) {
            rows.get(row.from().ordinal() * steps + row.step().ordinal()).add(new CompiledRow(row, vocabulary, touched(row)));
        }
        for (Guardrail rule : definition.guardrails()) {
            Guardrail here = rule.at(levels.getOrDefault(rule.id(), rule.level()));
            if (here.level() == Level.OFF) {
                continue;
            }
            CompiledGuardrail compiled = new CompiledGuardrail(here, vocabulary);
            for (RecoveryState state : rule.states()) {
                for (Step step : rule.watches()) {
                    (here.level() == Level.REFUSE ? refusing : telling).get(state.ordinal() * steps + step.ordinal()).add(compiled);
                }
            }
        }
        Cell[] cells = new Cell[size];
        for (int i = 0; i < size; i++) {
            cells[i] = new Cell(rows.get(i), refusing.get(i), telling.get(i));
        }
        return cells;
    }

    private List<Deadline> touched(Transition row) {
        if (row.step().tellsFacts()) {
            return definition.deadlines();
        }
        Set<Deadline> touched = new LinkedHashSet<>();
        for (Deadline deadline : definition.deadlines()) {
            List<Trigger> triggers = new ArrayList<>(deadline.startsOn());
            triggers.addAll(deadline.metBy());
            triggers.addAll(deadline.voidedBy());
            for (Trigger trigger : triggers) {
                if (trigger instanceof Trigger.Taken taken && taken.step() == row.step()
                    || trigger instanceof Trigger.Becomes becomes && row.sets().contains(becomes.fact())
                    || trigger instanceof Trigger.Ceases ceases && row.clears().contains(ceases.fact())) {
                    touched.add(deadline);
                }
            }
        }
        return List.copyOf(touched);
    }

    private static <T> List<List<T>> lists(int size) {
        List<List<T>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    /**
     * Name, version and fingerprint.
     *
     * @return never null
     */
    public PlaybookId id() {
        return id;
    }

    /**
     * The facts and traits that it knows.
     *
     * @return never null
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Its numbers.
     *
     * @return never null
     */
    public Settings settings() {
        return definition.settings();
    }

    /**
     * Every row as it was written.
     *
     * @return never null
     */
    public PlaybookDefinition definition() {
        return definition;
    }

    /**
     * What it says about a step in a state.
     *
     * @param team  whose levels apply; a team without levels of its own has the default ones
     * @param state where the case stands
     * @param step  what is attempted
     * @return never null, possibly without any row
     */
    public Cell cell(String team, RecoveryState state, Step step) {
        Cell[] cells = tables.isEmpty() || team.isEmpty() ? table : tables.getOrDefault(team, table);
        return cells[state.ordinal() * STEPS + step.ordinal()];
    }

    /**
     * A guardrail by its id, at its default level.
     *
     * @param guardrail the id
     * @return the rule
     * @throws InvalidInputException if there is none
     */
    public Guardrail guardrail(String guardrail) {
        Guardrail rule = guardrails.get(guardrail);
        if (rule == null) {
            throw new InvalidInputException("The playbook " + id + " has no guardrail " + guardrail + ". It has: "
                + String.join(", ", guardrails.keySet()) + ".");
        }
        return rule;
    }

    /**
     * A deadline by its id.
     *
     * @param deadline the id
     * @return empty if this playbook has none of that id (a log may come from another version)
     */
    public Optional<Deadline> deadline(String deadline) {
        return Optional.ofNullable(deadlines.get(deadline));
    }

    /**
     * The deadline that every duty of a kind has.
     *
     * @param kind which duties
     * @return empty if such duties have none
     */
    public Optional<Deadline> deadline(Duty.Kind kind) {
        return Optional.ofNullable(dutyDeadlines.get(kind));
    }

    /**
     * Whether any deadline pauses while the customer has the ball.
     *
     * @return false if every clock runs until it is stopped
     */
    public boolean pauses() {
        return pauses;
    }

    /**
     * The rows that set or clear a fact; where cures come from.
     *
     * @param fact which
     * @param sets true for the rows that set it, false for those that clear it
     * @return in the order of the playbook
     */
    public List<Transition> rowsFor(Fact fact, boolean sets) {
        return (sets ? setting : clearing).getOrDefault(fact, List.of());
    }

    /**
     * In which states a step can be taken at all; what "not here" and cures name.
     *
     * @param step which
     * @return in the order of the states; empty if the playbook does not have the step
     */
    public Set<RecoveryState> statesOf(Step step) {
        return states.getOrDefault(step, Set.of());
    }

    @Override
    public String toString() {
        return "playbook " + id;
    }
}
