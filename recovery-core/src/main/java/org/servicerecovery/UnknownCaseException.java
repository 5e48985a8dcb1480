package org.servicerecovery;

/** There is no case of that id. Nothing was written. */
public final class UnknownCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCaseException(String caseId) {
        super("There is no case " + caseId + ". Open or adopt it first, or check the id.");
    }
}
