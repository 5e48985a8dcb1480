package org.servicerecovery.model;

/**
 * Input that no playbook could judge: null, blank, too long, with control characters, contradicting itself. The message
 * names the place, what was found and what to do. Nothing has been changed when it is thrown.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message names the place and the remedy
     */
    public InvalidInputException(String message) {
        super(message);
    }
}
