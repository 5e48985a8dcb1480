package org.servicerecovery.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that a playbook consists of, as plain rows: what the builder collects, what is proven, and what the fingerprint
 * covers.
 *
 * @param name        for instance {@code standard}
 * @param version     of the rows
 * @param hostFacts   facts that the host declares
 * @param hostTraits  traits that the host declares
 * @param settings    the numbers
 * @param transitions the rows
 * @param guardrails  the rules, at their default levels
 * @param deadlines   the clocks
 * @param teamLevels  by team, by guardrail id: the level that differs from the default
 * @param standing    by open state: the facts without which a case cannot stand there (adopting, correcting)
 */
public record PlaybookDefinition(String name, String version, List<Fact> hostFacts, List<Trait> hostTraits, Settings settings,
                                 List<Transition> transitions, List<Guardrail> guardrails, List<Deadline> deadlines,
                                 Map<String, Map<String, Level>> teamLevels, Map<RecoveryState, Set<Fact>> standing) {
    /**
     * @throws InvalidInputException if the name or version is blank or a part is null
     */
    public PlaybookDefinition {
        Texts.line("The playbook's name", name);
        Texts.line("The playbook's version", version);
        hostFacts = copy("The host's facts", hostFacts);
        hostTraits = copy("The host's traits", hostTraits);
        Texts.present("The settings", settings);
        transitions = copy("The rows", transitions);
        guardrails = copy("The guardrails", guardrails);
        deadlines = copy("The deadlines", deadlines);
        teamLevels = Collections.unmodifiableMap(new TreeMap<>(Texts.present("The levels by team", teamLevels)));
        standing = Collections.unmodifiableMap(new TreeMap<>(Texts.present("The standing", standing)));
    }

    private static <T> List<T> copy(String place, Collection<T> items) {
        return List.copyOf(Texts.present(place, items));
    }

    /**
     * The words of this playbook.
     *
     * @return the standard ones and the host's
     * @throws InvalidInputException if a name is declared twice or there are too many
     */
    public Vocabulary vocabulary() {
        return new Vocabulary(hostFacts, hostTraits);
    }
}
