package org.servicerecovery.wording;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * Reads what is about to be said. The library's own reads phrases ({@link Wording}); a host may put another beside it or in its place, such
 * as a language model. Implementations must be safe for many threads, and what they throw reaches the caller.
 */
@FunctionalInterface
public interface Reviewer {
    /**
     * Reads one text.
     *
     * @param draft what is about to be said, and what it is to be compared with
     * @return what was found; never null
     */
    Review review(Draft draft);

    /**
     * Every trait that this reviewer could ever find.
     *
     * @return unless told otherwise, all that a person may attest and all that advice reads
     */
    default Set<Trait> shows() {
        return Stream.concat(Traits.all().stream().filter(Trait::attestable), Traits.doubtful().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * This one and another: what either of them finds.
     *
     * @param other who reads it as well
     * @return both in one
     */
    default Reviewer and(Reviewer other) {
        Reviewer first = this;
        return new Reviewer() {
            @Override
            public Review review(Draft draft) {
                return first.review(draft).and(other.review(draft));
            }

            @Override
            public Set<Trait> shows() {
                return Stream.concat(first.shows().stream(), other.shows().stream()).collect(Collectors.toUnmodifiableSet());
            }
        };
    }
}
