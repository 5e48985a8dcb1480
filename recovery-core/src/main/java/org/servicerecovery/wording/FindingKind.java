package org.servicerecovery.wording;

import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Trait;

/**
 * A kind of wording that is looked for.
 *
 * @param id      such as {@code cliche-apology}
 * @param against whether it speaks against the text
 * @param traits  which traits of the action it shows; may be empty
 * @param may     what it shows where it is not sure, or never sure enough to refuse: only advice reads these; may be empty
 * @param why     one sentence
 * @param sources rows of the rulebook, such as {@code A12}
 * @param better  a sentence to say instead in most such places, with "…" for what only the writer knows; empty where none is known or needed
 * @param advice  what to do where no sentence can be given; empty where none is needed
 */
public record FindingKind(String id, boolean against, Set<Trait> traits, Set<Trait> may, String why, List<String> sources, String better,
                          String advice) {
    /** Copies what is handed in. */
    public FindingKind {
        traits = Set.copyOf(traits);
        may = Set.copyOf(may);
        sources = List.copyOf(sources);
    }
}
