package org.servicerecovery.examples.crm.api;

/** Where the resources are. */
final class Paths {
    static final String API = "/api";
    static final String CASES = API + "/cases";
    static final String ONE = CASES + "/{id}";
    static final String REPORT = API + "/report";
    static final String DOCUMENT = API + "/openapi";

    private Paths() {
    }

    /** Case ids are the CRM's own, and need no escaping. */
    static String of(String caseId) {
        return CASES + "/" + caseId;
    }

    static String since(String caseId, int version) {
        return of(caseId) + "/history?after=" + version;
    }
}
