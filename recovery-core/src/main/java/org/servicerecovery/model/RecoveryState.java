package org.servicerecovery.model;

/**
 * Where a recovery stands. Open states are participles (somebody is doing it), ends are past participles. The set is
 * closed: a host's own business enters through declared {@link Fact facts}, not through states of its own.
 */
public enum RecoveryState {
    /** Reported, and nobody has answered yet. The only state in which a case may have no owner (A09). */
    AWAITING,
    /** The owner apologises, acknowledges, listens and clarifies, until the customer's story is confirmed. */
    LISTENING,
    /** A solution is being found together with the customer, until it is agreed. */
    SOLVING,
    /** What was agreed is being done. */
    DELIVERING,
    /** It is done; the customer is contacted again and asked. */
    FOLLOWING_UP,
    /** End: the customer said that all is well. */
    RECOVERED,
    /** End: the customer is not satisfied, and that nothing more can be done is on record with proof (B15, B16). */
    UNRECOVERED,
    /** End: asked, and no answer came. Silence is not satisfaction (B51). */
    UNANSWERED,
    /** End: the customer's own word that the complaint is taken back. */
    WITHDRAWN,
    /** End: somebody outside (ombudsman, partner, court) has it, and a check-back is scheduled. */
    REFERRED;

    /**
     * Whether the case is over. Only {@link Step#REOPEN} leaves an end.
     *
     * @return true for the five ends
     */
    public boolean isEnd() {
        return ordinal() >= RECOVERED.ordinal();
    }
}
