package org.servicerecovery.examples.crm.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody who signs in here. */
@Component
public class People {
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final String demoPassword;

    People(PeopleProperties properties) {
        demoPassword = properties.demoPassword();
        for (PeopleProperties.Entry entry : properties.people()) {
            if (byId.put(entry.id(), entry.person()) != null) {
                throw new IllegalStateException("There are two people called " + entry.id() + " under crm.people. Give each an id of their own.");
            }
        }
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order of the configuration. */
    public List<Person> all() {
        return List.copyOf(byId.values());
    }

    public List<Person> supervisors() {
        return byId.values().stream().filter(Person::isSupervisor).toList();
    }

    /** What screens call an actor: the name, or the id of a machine or of somebody who has left. */
    public String name(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    /** What everybody's password is in the demo; empty, and then the sign-in page names nobody. */
    public String demoPassword() {
        return demoPassword;
    }
}
