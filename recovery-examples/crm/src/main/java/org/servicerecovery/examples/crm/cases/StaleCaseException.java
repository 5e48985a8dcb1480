package org.servicerecovery.examples.crm.cases;

/** The case has changed since the person looked at it. Nothing was written. */
public final class StaleCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int seen;
    private final int now;

    StaleCaseException(String caseId, int seen, int now, Throwable cause) {
        super("Case " + caseId + " was seen at version " + seen + " and is at version " + now
            + " by now. Look at what happened since, and decide again.", cause);
        this.seen = seen;
        this.now = now;
    }

    /** The version that the person saw. */
    public int seen() {
        return seen;
    }

    /** The version that the case has. */
    public int now() {
        return now;
    }
}
