package org.servicerecovery.examples.crm.people;

import org.servicerecovery.model.Actor;

/** Somebody who signs in here. The team is empty for those who belong to none. */
public record Person(String id, String name, Role role, String team) {
    /** As the library knows this person. */
    public Actor actor() {
        return isSupervisor() ? Actor.supervisor(id) : Actor.agent(id);
    }

    public boolean isSupervisor() {
        return role == Role.SUPERVISOR;
    }
}
