package org.servicerecovery;

/**
 * The command does not fit what is stored: another version than expected, a command id that stands for something else, a
 * case that is there already, a clock that went back. Nothing was written; the message says what to do.
 */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictException(String message) {
        super(message);
    }
}
