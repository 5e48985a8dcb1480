package org.servicerecovery.jdbc;

/**
 * What is stored of a case cannot be understood: it is damaged, or a newer version of this library wrote it. Nothing was changed; the
 * message names the case, the event, what is wrong and what to do. It never contains a text that can be erased, unless the library
 * refuses that very text and quotes it.
 */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableEventException event(String caseId, int sequence, RuntimeException cause) {
        return new UnreadableEventException("Event " + sequence + " of case " + caseId + " cannot be read. " + cause.getMessage()
            + " Restore what is stored from a backup, or read it with the version of this library that wrote it.", cause);
    }

    static UnreadableEventException snapshot(String caseId, RuntimeException cause) {
        return new UnreadableEventException("The snapshot of case " + caseId + " cannot be read. " + cause.getMessage()
            + " Delete the snapshot: it is made anew of the case's events.", cause);
    }
}
