package org.servicerecovery.model;

import java.util.List;

/** A playbook that must not be used. Each problem names the row and the remedy; no playbook was built. */
public final class BrokenPlaybookException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    /**
     * @param playbook which playbook
     * @param problems what is wrong, at least one
     */
    public BrokenPlaybookException(String playbook, List<String> problems) {
        super("The playbook " + playbook + " cannot be used, for " + problems.size() + (problems.size() == 1 ? " reason:" : " reasons:")
            + problems.stream().map(problem -> "\n- " + problem).reduce("", String::concat));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return at least one sentence
     */
    public List<String> problems() {
        return problems;
    }
}
