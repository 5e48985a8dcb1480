package org.servicerecovery.model;

/**
 * How the customer feels, in rising order. <em>Hot</em>, <em>recovery-level</em> and <em>still upset</em> all mean: at or
 * above the playbook's {@link Settings#recoveryMood() threshold}.
 */
public enum Mood {
    /** Pleased. */
    CONTENT,
    /** Matter-of-fact. */
    CALM,
    /** Unhappy and showing it. */
    UPSET,
    /** Angry. */
    IRATE,
    /** No longer just angry (A01). */
    BEYOND_IRATE;

    /**
     * Whether this mood is at or above another.
     *
     * @param threshold the mood to compare with, not null
     * @return true if at least as heated
     */
    public boolean atLeast(Mood threshold) {
        return ordinal() >= threshold.ordinal();
    }
}
