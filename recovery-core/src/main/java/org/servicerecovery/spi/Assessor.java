package org.servicerecovery.spi;

import java.util.Set;
import org.servicerecovery.model.Trait;

/**
 * Finds traits of what is attempted: whatever is counted, compared, measured or looked up. What it finds is stored in the
 * event and never assessed again. Implementations must be safe for many threads and should look at nothing but the
 * situation and what the host knows; what they throw reaches the caller, and nothing is written.
 */
public interface Assessor {
    /**
     * Every trait that this assessor could ever find. At start the desk lists the guardrails that nobody's assessor can make
     * bite.
     *
     * @return never null
     */
    Set<Trait> finds();

    /**
     * Whether what it finds is shown by the words of a text, which is kept with the event beside what a person attests.
     *
     * @return false, unless told otherwise
     */
    default boolean readsText() {
        return false;
    }

    /**
     * Looks at one action.
     *
     * @param situation what is attempted, and on which case
     * @return the traits that hold, each one of {@link #finds()}; never null
     */
    Set<Trait> assess(Situation situation);
}
