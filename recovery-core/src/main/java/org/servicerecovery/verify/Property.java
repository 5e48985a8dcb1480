package org.servicerecovery.verify;

import java.util.Objects;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;

/**
 * Something of the host's own that must never come true of a case: for instance a recovered VIP without a manager's call.
 *
 * @param name     lower-case words joined by hyphens
 * @param sentence what is wrong if it does come true
 * @param in       the state in which it must not
 * @param never    the facts, present and absent, that must not come together there
 */
public record Property(String name, String sentence, RecoveryState in, Condition never) {
    /**
     * @throws InvalidInputException if the name or sentence is blank
     */
    public Property {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(never, "never");
        if (name == null || name.isBlank() || sentence == null || sentence.isBlank()) {
            throw new InvalidInputException("A property needs a name and a sentence that says what is wrong when it comes true.");
        }
    }
}
