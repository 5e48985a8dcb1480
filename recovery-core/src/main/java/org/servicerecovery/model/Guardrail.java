package org.servicerecovery.model;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule, as data: which steps it watches in which states, when it applies, what it needs and what it bars. Violated, it
 * refuses, advises or is only recorded, by its {@link Level}. It never holds code, which is what makes refusals
 * explainable, offers listable, playbooks provable and fingerprints complete.
 *
 * @param id         stable and unique in the playbook, lower-case words joined by hyphens
 * @param watches    the steps that it judges, at least one
 * @param states     the states in which it judges them, at least one
 * @param when       facts and traits that must be present or absent for the rule to apply
 * @param needsAll   terms that must all hold
 * @param needsAny   terms of which at least one must hold, unless empty
 * @param bars       terms of which none may hold
 * @param level      what a violation does, where no team says otherwise
 * @param waivableBy the role that may waive it for one attempt, or empty if nobody may
 * @param instead    the step to take instead, where one exists
 * @param why        one sentence for the person who was refused; a playbook does not take a blank one
 * @param sources    rows of the rulebook (such as {@code E14}) or the host's own references, at least one
 */
public record Guardrail(String id, Set<Step> watches, Set<RecoveryState> states, Condition when, Set<Term> needsAll,
                        Set<Term> needsAny, Set<Term> bars, Level level, Optional<String> waivableBy,
                        Optional<Step> instead, String why, List<String> sources) {
    /**
     * @throws InvalidInputException if a part is null, nothing is watched, nothing is needed or barred, or no source is given
     */
    public Guardrail {
        if (id == null || !id.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new InvalidInputException("A guardrail's id must be 2 to 60 lower-case letters, digits or hyphens, but was "
                + Texts.shown(id) + ". Name it like no-plain-transfer.");
        }
        String place = "Guardrail " + id;
        watches = Condition.ordered(Texts.present("What " + id + " watches", watches));
        states = Condition.ordered(Texts.present("The states of " + id, states));
        Texts.present("When " + id + " applies", when);
        needsAll = Condition.ordered(Texts.present("What " + id + " needs", needsAll));
        needsAny = Condition.ordered(Texts.present("What " + id + " needs any of", needsAny));
        bars = Condition.ordered(Texts.present("What " + id + " bars", bars));
        Texts.present("The level of " + id, level);
        Texts.present("Who may waive " + id, waivableBy);
        Texts.present("The alternative of " + id, instead);
        Texts.optional("The sentence of " + id, why, Texts.SHORT * 2);
        sources = List.copyOf(Texts.present("The sources of " + id, sources));
        if (watches.isEmpty() || states.isEmpty()) {
            throw new InvalidInputException(place + " watches no step in any state. Say which, with watches(…) and in(…).");
        }
        if (needsAll.isEmpty() && needsAny.isEmpty() && bars.isEmpty()) {
            throw new InvalidInputException(place + " neither needs nor bars anything, so it could not be violated. Use needs(…), needsAny(…) or bars(…).");
        }
        if (sources.isEmpty()) {
            throw new InvalidInputException(place + " has no source. Say where the rule comes from, with from(…).");
        }
    }

    /**
     * The same rule at another level.
     *
     * @param other the level
     * @return a new guardrail
     */
    public Guardrail at(Level other) {
        return new Guardrail(id, watches, states, when, needsAll, needsAny, bars, other, waivableBy, instead, why, sources);
    }

    /**
     * The same rule, watching other steps.
     *
     * @param steps at least one
     * @return a new guardrail
     * @throws InvalidInputException if there is none
     */
    public Guardrail watching(Set<Step> steps) {
        return new Guardrail(id, steps, states, when, needsAll, needsAny, bars, level, waivableBy, instead, why, sources);
    }

    /**
     * Starts a guardrail that refuses, in every state, and that nobody may waive, until told otherwise.
     *
     * @param id stable and unique in the playbook
     * @return a builder
     */
    public static Builder named(String id) {
        return new Builder(id);
    }

    /** Writes a guardrail as one readable sentence. Not for use by several threads. */
    public static final class Builder {
        private final String id;
        private final Set<Step> watches = new LinkedHashSet<>();
        private Set<RecoveryState> states = EnumSet.allOf(RecoveryState.class);
        private Condition when = Condition.ALWAYS;
        private final Set<Term> needsAll = new LinkedHashSet<>();
        private final Set<Term> needsAny = new LinkedHashSet<>();
        private final Set<Term> bars = new LinkedHashSet<>();
        private Level level = Level.REFUSE;
        private Optional<String> waivableBy = Optional.empty();
        private Optional<Step> instead = Optional.empty();
        private String why = "";

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Adds steps to be judged.
         *
         * @param steps at least one
         * @return this
         */
        public Builder watches(Step... steps) {
            watches.addAll(List.of(steps));
            return this;
        }

        /**
         * Adds steps to be judged.
         *
         * @param steps at least one
         * @return this
         */
        public Builder watches(Set<Step> steps) {
            watches.addAll(steps);
            return this;
        }

        /**
         * Judges in these states only.
         *
         * @param only at least one
         * @return this
         */
        public Builder in(RecoveryState... only) {
            states = new LinkedHashSet<>(List.of(only));
            return this;
        }

        /**
         * Applies only when these hold.
         *
         * @param terms facts and traits
         * @return this
         */
        public Builder when(Term... terms) {
            when = when.and(terms);
            return this;
        }

        /**
         * Applies only when none of these holds.
         *
         * @param terms facts and traits
         * @return this
         */
        public Builder unless(Term... terms) {
            when = when.without(terms);
            return this;
        }

        /**
         * Needs all of these.
         *
         * @param terms facts and traits
         * @return this
         */
        public Builder needs(Term... terms) {
            needsAll.addAll(List.of(terms));
            return this;
        }

        /**
         * Needs at least one of these. With a fact and a trait it reads: before or with.
         *
         * @param terms facts and traits
         * @return this
         */
        public Builder needsAny(Term... terms) {
            needsAny.addAll(List.of(terms));
            return this;
        }

        /**
         * Bars each of these.
         *
         * @param terms facts and traits
         * @return this
         */
        public Builder bars(Term... terms) {
            bars.addAll(List.of(terms));
            return this;
        }

        /**
         * The step is done all the same, and the actor is told.
         *
         * @return this
         */
        public Builder advises() {
            level = Level.ADVISE;
            return this;
        }

        /**
         * May be waived for one attempt.
         *
         * @param role the role that the host's authority must find
         * @return this
         */
        public Builder waivableBy(String role) {
            waivableBy = Optional.of(role);
            return this;
        }

        /**
         * Names the step to take instead.
         *
         * @param step the alternative
         * @return this
         */
        public Builder instead(Step step) {
            instead = Optional.of(step);
            return this;
        }

        /**
         * The sentence for the person who is refused.
         *
         * @param sentence one sentence, at most 400 characters
         * @return this
         */
        public Builder because(String sentence) {
            why = sentence;
            return this;
        }

        /**
         * Ends the sentence.
         *
         * @param sources where the rule comes from, at least one
         * @return the guardrail
         * @throws InvalidInputException if the guardrail could not bite or lacks a source
         */
        public Guardrail from(String... sources) {
            return new Guardrail(id, watches, states, when, needsAll, needsAny, bars, level, waivableBy, instead, why,
                List.of(sources));
        }
    }
}
