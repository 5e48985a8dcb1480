package org.servicerecovery.model;

/** What a violated guardrail does. The level may differ by team inside one playbook. */
public enum Level {
    /** The step is not done. */
    REFUSE,
    /** The step is done, the actor is told, and that is recorded. */
    ADVISE,
    /** The step is done and the violation recorded; nobody is told. */
    SHADOW,
    /** The guardrail is not evaluated. */
    OFF
}
