package org.servicerecovery.spi;

import java.util.List;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryCase;

/**
 * What one read brings for one command: the case, what the command did if it was accepted before, and what the store wants back when
 * something is appended. Immutable.
 *
 * @param snapshot the case; of version 0 if there is none yet
 * @param done     the events of the command, in order; empty if it is new
 * @param seal     the store's own, handed back unchanged with the append: for instance the hash of the last event; may be empty
 */
public record Loaded(RecoveryCase snapshot, List<CaseEvent> done, String seal) {
    /** Copies the list. */
    public Loaded {
        done = List.copyOf(done);
    }

    /**
     * A case that does not exist yet.
     *
     * @param blank of version 0
     * @return nothing was done about it, and there is no seal
     */
    public static Loaded none(RecoveryCase blank) {
        return new Loaded(blank, List.of(), "");
    }

    /**
     * The same, with the case in another vocabulary.
     *
     * @param same the case, equal but for its vocabulary
     * @return a copy
     */
    public Loaded with(RecoveryCase same) {
        return same == snapshot ? this : new Loaded(same, done, seal);
    }
}
