package org.servicerecovery.examples.wording;

/** Canned replies could not be read; the message says which and what to do. */
final class RepliesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RepliesException(String message) {
        super(message);
    }
}
