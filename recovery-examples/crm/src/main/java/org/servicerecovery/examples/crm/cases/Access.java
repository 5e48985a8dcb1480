package org.servicerecovery.examples.crm.cases;

import java.util.LinkedHashSet;
import java.util.Set;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.RecoveryCase;
import org.springframework.stereotype.Component;

/** Who may see and handle which case: the one place that says so. */
@Component
public class Access {
    private final Concerns concerns;

    Access(Concerns concerns) {
        this.concerns = concerns;
    }

    /**
     * A supervisor all; an agent what concerns him or ever did, and what nobody of his team owns yet. A case without a team is everybody's.
     */
    public boolean may(Person person, RecoveryCase seen) {
        return person.isSupervisor() || isUnownedInTeam(person, seen.data()) || concerned(seen, false).contains(person.id())
            || concerns.has(seen.id(), person.id());
    }

    private static boolean isUnownedInTeam(Person person, CaseData data) {
        return data.owner().isEmpty() && (data.team().isEmpty() || data.team().equals(person.team()));
    }

    /** Whom the case concerns, as it stands: the owner, whoever was asked or accepted, holders of duties; or only those who have something to do. */
    static Set<String> concerned(RecoveryCase seen, boolean now) {
        CaseData data = seen.data();
        Set<String> people = new LinkedHashSet<>(now ? Set.of() : data.participants());
        people.add(data.owner());
        people.add(data.receiver());
        people.add(data.acceptedBy());
        seen.ledger().duties().stream().filter(duty -> !now || duty.status().isOpen()).map(Duty::holder).forEach(people::add);
        people.remove("");
        return people;
    }
}
