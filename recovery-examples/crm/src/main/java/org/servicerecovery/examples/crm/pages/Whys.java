package org.servicerecovery.examples.crm.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Cure;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.spi.Authority;
import org.springframework.stereotype.Component;

/** From the library's reasons to what the page shows: the sentence, where it comes from, what to do first, and who may waive it. */
@Component
class Whys {
    private final Playbook playbook;
    private final Authority authority;
    private final People people;

    Whys(RecoveryDesk desk, Authority authority, People people) {
        this.playbook = desk.playbook();
        this.authority = authority;
        this.people = people;
    }

    /** Without what to do first, which takes a search that a page cannot make for everything at once. */
    List<Why> brief(Person person, List<Reason> reasons) {
        return merged(reasons.stream().map(reason -> why(person, reason, List.of())).toList());
    }

    /** With what to do first. */
    List<Why> of(Person person, List<Reason> reasons, Places places) {
        return merged(reasons.stream()
            .map(reason -> why(person, reason, reason.cures().stream().map(cure -> remedy(cure, places)).toList())).toList());
    }

    /** A rule that refuses several acts of a message for the same cause is told once. */
    private static List<Why> merged(List<Why> whys) {
        Map<String, Why> merged = new LinkedHashMap<>();
        whys.forEach(why -> merged.merge(why.rule() + why.remedies(), why, Why::with));
        return List.copyOf(merged.values());
    }

    private Why why(Person person, Reason reason, List<Remedy> remedies) {
        Optional<String> role = reason.kind() == Reason.Kind.RULE ? playbook.guardrail(reason.rule()).waivableBy() : Optional.empty();
        return new Why(Labels.of(reason.step()), reason.rule(), reason.why(), String.join(", ", reason.sources()), remedies, role.isPresent(),
            role.filter(one -> authority.has(person.actor(), one)).isPresent(), role.map(this::holders).orElse(""));
    }

    private static Remedy remedy(Cure cure, Places places) {
        boolean another = cure.kind() == Cure.Kind.FIRST || cure.kind() == Cure.Kind.INSTEAD;
        return new Remedy(Labels.sentence(cure.toString()).replace(" (attested)", ""), another ? places.of(cure.step()) : "");
    }

    private String holders(String role) {
        String names = people.all().stream().filter(person -> authority.has(person.actor(), role)).map(Person::name)
            .collect(Collectors.joining(", "));
        return names.isEmpty() ? "a " + role : names;
    }
}
