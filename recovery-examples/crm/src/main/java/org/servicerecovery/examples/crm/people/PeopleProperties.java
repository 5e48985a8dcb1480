package org.servicerecovery.examples.crm.people;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Who may sign in, from application.yml. A company would take them from its directory. */
@ConfigurationProperties("crm")
record PeopleProperties(List<Entry> people, String demoPassword) {
    PeopleProperties {
        people = people == null ? List.of() : List.copyOf(people);
        demoPassword = demoPassword == null ? "" : demoPassword;
    }

    /** One of them; the password is a bcrypt hash. */
    record Entry(String id, String name, Role role, String team, String password) {
        Person person() {
            return new Person(id, name, role, team == null ? "" : team);
        }
    }
}
