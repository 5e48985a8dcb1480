package org.servicerecovery.examples.crm.cases;

/** There is no such case, or it is none of this person's business: the answer is the same, so that nobody learns anything by guessing. */
public final class NoSuchCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchCaseException(String caseId) {
        super("There is no case " + caseId + " that you may see. Check the address, or look for it in the queue.");
    }
}
