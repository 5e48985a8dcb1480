package org.servicerecovery.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A refusal, for those who prefer an exception. Thrown by {@link Decision#orThrow()} only; nothing was written. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Reason> reasons;

    /**
     * @param reasons every reason, at least one
     */
    public RefusedException(List<Reason> reasons) {
        super(reasons.stream().map(Reason::toString).collect(Collectors.joining("\n", "Refused:\n", "")));
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Why.
     *
     * @return at least one
     */
    public List<Reason> reasons() {
        return reasons;
    }
}
