package org.servicerecovery.examples.crm.people;

/** What somebody may do here beside serving customers. */
public enum Role {
    /** Serves customers. */
    AGENT,
    /** Sees every case, may waive what can be waived, and reassign. */
    SUPERVISOR
}
