package org.servicerecovery.examples.crm.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was filled in makes no sense; nothing was done. For each field what is wrong and what to do; the name is empty for the form as a whole. */
public final class FormException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, String> problems;

    public FormException(Map<String, String> problems) {
        super(String.join(" ", problems.values()));
        this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** By field, in the order of the form. */
    public Map<String, String> problems() {
        return problems;
    }
}
