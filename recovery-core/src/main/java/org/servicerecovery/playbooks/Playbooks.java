package org.servicerecovery.playbooks;

import org.servicerecovery.playbook.Playbook;

/** The playbooks that come with the library, and where to start one of your own. Safe for many threads. */
public final class Playbooks {
    private Playbooks() {
    }

    /** Built on first use, once. */
    private static final class Standard {
        static final Playbook PLAYBOOK = StandardPlaybook.builder().build();
    }

    /**
     * The standard procedure: what the five sources demand of a single case, their conflicts settled.
     *
     * @return always the same instance
     */
    public static Playbook standard() {
        return Standard.PLAYBOOK;
    }

    /**
     * A playbook of your own that starts as another one: add rows, guardrails and deadlines, change levels.
     *
     * @param base    for instance {@link #standard()}
     * @param name    of the new one
     * @param version of the new one
     * @return a builder
     */
    public static PlaybookBuilder like(Playbook base, String name, String version) {
        return PlaybookBuilder.from(base.definition(), name, version);
    }

    /**
     * A playbook of your own that starts with the floor only: the laws, the table of ends, and what every desk needs.
     *
     * @param name    of the new one
     * @param version of the new one
     * @return a builder
     */
    public static PlaybookBuilder onTheFloor(String name, String version) {
        return Floor.laidFor(new PlaybookBuilder(name, version));
    }
}
