package org.servicerecovery.model;

import java.util.Set;

/**
 * Who acts. The host has authenticated this; the library believes it. Everybody — agents, supervisors, bots, macros, bulk
 * edits, administrators — uses the same door, and no kind or role goes round a guardrail.
 *
 * @param id    the host's stable identifier, one line, at most 200 characters
 * @param kind  a person, or which sort of machine
 * @param roles what the host's {@code Authority} may look at, for instance {@link #SUPERVISOR}; never null
 */
public record Actor(String id, Kind kind, Set<String> roles) {
    /** The role that the stock authority lets reassign, record proof and waive. */
    public static final String SUPERVISOR = "supervisor";
    /** Time itself: the author of everything that {@code tick} reports. */
    public static final Actor SYSTEM = new Actor("system", Kind.SYSTEM, Set.of());

    /** Persons and the sorts of machine that write to tickets. Only a person's words count as a response (B05). */
    public enum Kind {
        /** A human being. */
        PERSON,
        /** A program that converses. */
        BOT,
        /** A canned action or reply, a trigger, an automation. */
        MACRO,
        /** The library or the host itself, such as a clock or an import. */
        SYSTEM
    }

    /**
     * @throws InvalidInputException if the id is null, blank, too long or has control characters, or another part is null
     */
    public Actor {
        Texts.line("The actor's id", id);
        Texts.present("The actor's kind", kind);
        for (String role : Texts.list("The actor's roles", roles)) {
            Texts.line("A role of actor " + id, role);
        }
        roles = Set.copyOf(roles);
    }

    /**
     * A person who serves customers.
     *
     * @param id the host's identifier
     * @return the actor
     */
    public static Actor agent(String id) {
        return new Actor(id, Kind.PERSON, Set.of());
    }

    /**
     * A person who may reassign, record proof and waive what can be waived.
     *
     * @param id the host's identifier
     * @return the actor
     */
    public static Actor supervisor(String id) {
        return new Actor(id, Kind.PERSON, Set.of(SUPERVISOR));
    }

    /**
     * A conversing program.
     *
     * @param id the host's identifier
     * @return the actor
     */
    public static Actor bot(String id) {
        return new Actor(id, Kind.BOT, Set.of());
    }

    /**
     * A canned reply, trigger or bulk edit.
     *
     * @param id the host's identifier
     * @return the actor
     */
    public static Actor macro(String id) {
        return new Actor(id, Kind.MACRO, Set.of());
    }
}
