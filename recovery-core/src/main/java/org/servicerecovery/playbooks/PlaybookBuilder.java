package org.servicerecovery.playbooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.PlaybookDefinition;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Finding;
import org.servicerecovery.verify.Laws;
import org.servicerecovery.verify.Proof;
import org.servicerecovery.verify.Property;

/**
 * Composes a playbook from rows, guardrails and deadlines, and checks it in {@link #build()}. Every playbook stands on the
 * floor: the laws and the table of ends. Not for use by several threads.
 */
public final class PlaybookBuilder {
    private final String name;
    private final String version;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<Trait> traits = new LinkedHashSet<>();
    private Settings settings = Settings.STANDARD;
    private final List<Transition> transitions = new ArrayList<>();
    private final Map<String, Guardrail> guardrails = new LinkedHashMap<>();
    private final Map<String, Deadline> deadlines = new LinkedHashMap<>();
    private final Map<String, Map<String, Level>> teamLevels = new HashMap<>();
    private final Map<RecoveryState, Set<Fact>> standing = new EnumMap<>(RecoveryState.class);
    private final List<Property> properties = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    PlaybookBuilder(String name, String version) {
        this.name = name;
        this.version = version;
    }

    static PlaybookBuilder from(PlaybookDefinition definition, String name, String version) {
        PlaybookBuilder builder = new PlaybookBuilder(name, version);
        builder.facts.addAll(definition.hostFacts());
        builder.traits.addAll(definition.hostTraits());
        builder.settings = definition.settings();
        builder.transitions.addAll(definition.transitions());
        definition.guardrails().forEach(rule -> builder.guardrails.put(rule.id(), rule));
        definition.deadlines().forEach(deadline -> builder.deadlines.put(deadline.id(), deadline));
        definition.teamLevels().forEach((team, levels) -> builder.teamLevels.put(team, new HashMap<>(levels)));
        builder.standing.putAll(definition.standing());
        return builder;
    }

    /**
     * Declares facts of the host's own.
     *
     * @param more made with {@link Fact#named(String)}
     * @return this
     */
    public PlaybookBuilder declares(Fact... more) {
        facts.addAll(List.of(more));
        return this;
    }

    /**
     * Declares traits of the host's own.
     *
     * @param more made with {@link Trait#named(String)}
     * @return this
     */
    public PlaybookBuilder declares(Trait... more) {
        traits.addAll(List.of(more));
        return this;
    }

    /**
     * Other numbers.
     *
     * @param numbers the settings
     * @return this
     */
    public PlaybookBuilder settings(Settings numbers) {
        settings = numbers;
        return this;
    }

    /**
     * Adds rows, as {@link Row} makes them.
     *
     * @param rows the rows
     * @return this
     */
    public PlaybookBuilder rows(Collection<Transition> rows) {
        transitions.addAll(rows);
        return this;
    }

    /**
     * Replaces a row by others, for instance to let it set one more fact.
     *
     * @param id   of the row
     * @param rows what stands in its place, possibly nothing
     * @return this
     */
    public PlaybookBuilder replaceRow(String id, Transition... rows) {
        if (!transitions.removeIf(row -> row.id().equals(id))) {
            problems.add("There is no row " + id + " to be replaced. Rows are named STATE/STEP or STATE/STEP/variant.");
        }
        transitions.addAll(List.of(rows));
        return this;
    }

    /**
     * Adds guardrails. One of an id that is there already replaces it.
     *
     * @param rules the guardrails
     * @return this
     */
    public PlaybookBuilder guardrails(Collection<Guardrail> rules) {
        rules.forEach(rule -> guardrails.put(rule.id(), rule));
        return this;
    }

    /**
     * Adds a guardrail. One of an id that is there already replaces it.
     *
     * @param rule the guardrail
     * @return this
     */
    public PlaybookBuilder guardrail(Guardrail rule) {
        return guardrails(List.of(rule));
    }

    /**
     * Leaves a guardrail out.
     *
     * @param id of the guardrail
     * @return this
     */
    public PlaybookBuilder withoutGuardrail(String id) {
        if (guardrails.remove(id) == null) {
            problems.add("There is no guardrail " + id + " to be left out. Check the id.");
        }
        return this;
    }

    /**
     * Adds deadlines. One of an id that is there already replaces it.
     *
     * @param clocks the deadlines
     * @return this
     */
    public PlaybookBuilder deadlines(Collection<Deadline> clocks) {
        clocks.forEach(clock -> deadlines.put(clock.id(), clock));
        return this;
    }

    /**
     * Leaves a deadline out.
     *
     * @param id of the deadline
     * @return this
     */
    public PlaybookBuilder withoutDeadline(String id) {
        if (deadlines.remove(id) == null) {
            problems.add("There is no deadline " + id + " to be left out. Check the id.");
        }
        return this;
    }

    /**
     * Another default level for a guardrail.
     *
     * @param id    of the guardrail
     * @param level what a violation does
     * @return this
     */
    public PlaybookBuilder level(String id, Level level) {
        Guardrail rule = guardrails.get(id);
        if (rule == null) {
            problems.add("There is no guardrail " + id + " whose level could be " + level + ". Check the id.");
        } else {
            guardrails.put(id, rule.at(level));
        }
        return this;
    }

    /**
     * Another level for a guardrail in one team's cases.
     *
     * @param team  as named when the case is opened
     * @param id    of the guardrail
     * @param level what a violation does there
     * @return this
     */
    public PlaybookBuilder level(String team, String id, Level level) {
        if (team == null || team.isBlank()) {
            throw new InvalidInputException("A team's name must not be blank. For the default level, leave the team out.");
        }
        teamLevels.computeIfAbsent(team, key -> new HashMap<>()).put(id, level);
        return this;
    }

    /**
     * Adds what the small errors forbid: an e-mail back to an angry one, the follow-up left to the customer, a fix without feelings,
     * and nobody who looks back at it. What is here already refuses or advises at least as the library's rules do, in every team, and
     * nothing gets weaker: a rule of the same id that asks for less gets one {@code -as-well} beside it. Who may open a case stays
     * as it is.
     *
     * @return this
     */
    public PlaybookBuilder avoidingSmallErrors() {
        SmallErrors.strengthen(this);
        return this;
    }

    /** Adds a rule, in every team; beside the one of its id, under another, where that one asks for less. */
    void atLeast(Guardrail rule) {
        Guardrail here = guardrails.get(rule.id());
        if (here != null && !Library.asksNoLess(here, rule)) {
            atLeast(new Guardrail(rule.id() + "-as-well", rule.watches(), rule.states(), rule.when(), rule.needsAll(), rule.needsAny(), rule.bars(),
                rule.level(), rule.waivableBy(), rule.instead(), rule.why(), rule.sources()));
            return;
        }
        if (here == null || rule.level().compareTo(here.level()) < 0) {
            guardrails.put(rule.id(), here == null ? rule : here.at(rule.level()));
        }
        teamLevels.values().forEach(levels -> levels.computeIfPresent(rule.id(), (id, level) -> level.compareTo(rule.level()) > 0 ? null : level));
    }

    /** Adds a clock, unless there is one of its id or for its duties. */
    void atLeast(Deadline clock) {
        if (deadlines.values().stream().noneMatch(here -> here.id().equals(clock.id()) || here.duty().isPresent() && here.duty().equals(clock.duty()))) {
            deadlines.put(clock.id(), clock);
        }
    }

    /**
     * Without which facts a case cannot stand in a state, besides those of the states before it.
     *
     * @param state an open state
     * @param needs the facts
     * @return this
     */
    public PlaybookBuilder standing(RecoveryState state, Fact... needs) {
        standing.put(state, new LinkedHashSet<>(List.of(needs)));
        return this;
    }

    /**
     * Checks everything and makes the playbook: the structure of the rows, the laws, and the proof over every configuration that
     * can be reached. The proof takes about half a second the first time; it is remembered by fingerprint.
     *
     * @return the playbook
     * @throws BrokenPlaybookException with every problem that was found
     */
    public Playbook build() {
        PlaybookDefinition definition = definition();
        List<Guardrail> floor = watching(Floor.guardrails(), taken());
        return Playbook.build(definition, playbook -> {
            List<String> broken = Laws.problems(playbook, floor);
            Proof proof = !broken.isEmpty() ? null : properties.isEmpty() ? Proof.of(playbook) : Proof.of(playbook, properties);
            return proof == null ? broken : proof.findings().stream().map(Finding::toString).toList();
        });
    }

    /**
     * Adds something that must never come true of a case; {@link #build()} proves that it does not.
     *
     * @param more stated as facts that never come together in a state
     * @return this
     */
    public PlaybookBuilder never(Property... more) {
        properties.addAll(List.of(more));
        return this;
    }

    /**
     * What would be built, neither checked nor proven: for tools that look at a playbook which does not build, with
     * {@link Playbook#build} and {@link Proof}.
     *
     * @return the rows as they stand
     * @throws BrokenPlaybookException if something was to be changed that is not there
     */
    public PlaybookDefinition definition() {
        if (!problems.isEmpty()) {
            throw new BrokenPlaybookException(name, problems);
        }
        // The floor watches whole families of steps; a playbook that has only some of them is watched where it has them.
        Set<Step> taken = taken();
        List<String> floorIds = Floor.guardrails().stream().map(Guardrail::id).toList();
        List<Guardrail> rules = new ArrayList<>();
        guardrails.values().forEach(rule -> rules.addAll(floorIds.contains(rule.id()) ? watching(List.of(rule), taken) : List.of(rule)));
        return new PlaybookDefinition(name, version, List.copyOf(facts), List.copyOf(traits), settings, transitions, rules,
            List.copyOf(deadlines.values()), teamLevels, standing);
    }

    Set<Step> taken() {
        Set<Step> taken = EnumSet.noneOf(Step.class);
        transitions.forEach(row -> taken.add(row.step()));
        return taken;
    }

    /** Guardrails that watch whole families of steps, watching those that a playbook has. */
    static List<Guardrail> watching(List<Guardrail> rules, Set<Step> taken) {
        List<Guardrail> watching = new ArrayList<>();
        for (Guardrail rule : rules) {
            Set<Step> steps = new LinkedHashSet<>(rule.watches());
            steps.retainAll(taken);
            if (!steps.isEmpty()) {
                watching.add(rule.watching(steps));
            }
        }
        return watching;
    }
}
