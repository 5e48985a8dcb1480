package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Histories.Found;

/**
 * How one playbook differs from another: which guardrails got weaker or stronger, and the shortest history that one allows and
 * the other refuses, in both directions. For instance an edited playbook beside the one that is in use.
 * <p>
 * Histories are found, not sampled: if there is none, no sequence of actions tells the two apart, however long. They compare rows
 * and guardrails at their default levels, with nothing waived; both playbooks are given the same actions with the same traits.
 * What {@link #settings() settings} and {@link #levels() team levels} change is named and not followed. Immutable.
 */
public final class Difference {
    private static final int MOST_NODES = 1 << 23;

    private final Playbook first;
    private final Playbook second;
    private final Definitions definitions;
    private final List<GuardrailChange> guardrails;
    private final Optional<OneSided> onlyFirst;
    private final Optional<OneSided> onlySecond;
    private final Optional<Parting> parting;
    private final List<String> undecided = new ArrayList<>();

    private Difference(Playbook first, Playbook second, int nodes) {
        this.first = first;
        this.second = second;
        definitions = new Definitions(first.definition(), second.definition());
        guardrails = List.copyOf(new Strictness(first, second).changes());
        if (first.id().fingerprint().equals(second.id().fingerprint())) {
            onlyFirst = Optional.empty();
            onlySecond = Optional.empty();
            parting = Optional.empty();
            return;
        }
        Histories histories = new Histories(first, second, nodes);
        onlyFirst = found(histories.to(SideBySide.ONLY_FIRST), "a history that only the first allows")
            .map(found -> Telling.oneSided(found.both(), found.leaps().orElseThrow(), true));
        onlySecond = found(histories.to(SideBySide.ONLY_SECOND), "a history that only the second allows")
            .map(found -> Telling.oneSided(found.both(), found.leaps().orElseThrow(), false));
        parting = found(histories.parting(), "a history after which the case stands differently")
            .map(found -> Telling.parting(found.both(), found.leaps().orElseThrow()));
    }

    private Optional<Found> found(Found found, String what) {
        if (!found.isCertain()) {
            String known = found.leaps().isPresent() ? "Whether there is a shorter one than that shown of " + found.leaps().get().size()
                + " steps was not decided within bounds" : "Whether there is one was not decided within bounds";
            undecided.add("Looking for " + what + ": " + known + "; none has " + found.looked() + " steps or fewer. It turns on "
                + String.join(", ", definitions.facts()) + ".");
        }
        return found.leaps().isPresent() ? Optional.of(found) : Optional.empty();
    }

    /**
     * Compares two playbooks. It takes from a tenth of a second to some ten seconds, and up to some 300 MB of memory for a while.
     *
     * @param first  for instance the one in use
     * @param second for instance its next version
     * @return how the second differs from the first
     */
    public static Difference between(Playbook first, Playbook second) {
        return between(first, second, MOST_NODES);
    }

    static Difference between(Playbook first, Playbook second, int nodes) {
        return new Difference(first, second, nodes);
    }

    /**
     * The guardrails that are not the same, by what they do and not by how they are written.
     *
     * @return in the order of the first playbook, then those added; without those that do the same
     */
    public List<GuardrailChange> guardrails() {
        return guardrails;
    }

    /**
     * Where a team's own levels make a difference.
     *
     * @return by team, then in the order of the first playbook
     */
    public List<LevelChange> levels() {
        return definitions.levels();
    }

    /**
     * The rows that are not the same.
     *
     * @return ids
     */
    public IdChanges rows() {
        return definitions.rows();
    }

    /**
     * The deadlines that are not the same, whatever their sources.
     *
     * @return ids
     */
    public IdChanges deadlines() {
        return definitions.deadlines();
    }

    /**
     * The numbers, the standing of the states and the host's own words that are not the same.
     *
     * @return each as a line such as {@code attempts: 3, now 5}
     */
    public List<String> settings() {
        return definitions.settings();
    }

    /**
     * The shortest history that the first playbook takes entirely, and the second all but the last step.
     *
     * @return empty if there is none, or none was found, see {@link #undecided()}
     */
    public Optional<OneSided> allowedOnlyByFirst() {
        return onlyFirst;
    }

    /**
     * The shortest history that the second playbook takes entirely, and the first all but the last step.
     *
     * @return empty if there is none, or none was found, see {@link #undecided()}
     */
    public Optional<OneSided> allowedOnlyBySecond() {
        return onlySecond;
    }

    /**
     * The shortest history that both take and after which the case stands differently.
     *
     * @return empty if there is none, or none was found, see {@link #undecided()}
     */
    public Optional<Parting> partsWays() {
        return parting;
    }

    /**
     * What could not be decided, because the search grew beyond its bounds.
     *
     * @return sentences that name the facts on which it turns; empty if every history is the shortest, and every absence proven
     */
    public List<String> undecided() {
        return List.copyOf(undecided);
    }

    /**
     * Whether nothing differs but names, versions, sentences and sources.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return guardrails.isEmpty() && levels().isEmpty() && rows().isEmpty() && deadlines().isEmpty() && settings().isEmpty()
            && onlyFirst.isEmpty() && onlySecond.isEmpty() && parting.isEmpty() && undecided.isEmpty();
    }

    /**
     * All of it in words, for people: what changed, then the histories as numbered steps.
     *
     * @return plain text in lines of at most 120 characters
     */
    public String report() {
        return new DifferenceReport(this, first, second).text();
    }

    @Override
    public String toString() {
        return report();
    }
}
