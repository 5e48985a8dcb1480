package org.servicerecovery.jdbc;

/** The case is in the archive: it can be read and verified there, but nothing can be done about it until it is taken out. */
public final class ArchivedCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchivedCaseException(String caseId) {
        super("Case " + caseId + " is archived. Take it out with unarchive(\"" + caseId + "\") before anything is done about it.");
    }
}
