package org.servicerecovery;

/**
 * A case is on a playbook that the desk does not have: another version of it, or a changed table under the same version. Nothing was
 * written; the message says what to do. A case stays on its playbook until it is migrated.
 */
public final class PlaybookMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlaybookMismatchException(String message) {
        super(message);
    }
}
