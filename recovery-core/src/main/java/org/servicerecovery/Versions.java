package org.servicerecovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbook.Playbook;

/** The playbook for new cases, and those that cases under way are still on. */
final class Versions {
    private static final String REMEDY = " with alsoKnows(…), which recovery.earlier does in a Spring Boot application, or migrate the case.";

    private final Playbook current;
    private final List<Playbook> others;

    Versions(Playbook current, List<Playbook> others) {
        this.current = current;
        this.others = List.copyOf(others);
        List<PlaybookId> ids = new ArrayList<>(List.of(current.id()));
        for (Playbook other : others) {
            for (PlaybookId id : ids) {
                if (sameVersion(id, other.id())) {
                    throw new InvalidInputException("The desk was given two playbooks called " + id.name() + " " + id.version()
                        + ". Give a changed table a version of its own, and each version once.");
                }
            }
            ids.add(other.id());
        }
    }

    Playbook current() {
        return current;
    }

    /** The playbook that a case is on. */
    Playbook of(RecoveryCase seen) {
        PlaybookId id = seen.playbook();
        Playbook known = find(id);
        if (known != null) {
            return known;
        }
        Optional<PlaybookId> changed = here().filter(mine -> sameVersion(id, mine)).findFirst();
        if (changed.isPresent()) {
            throw new PlaybookMismatchException("Case " + seen.id() + " is on playbook " + id + ", but the table of that name and version has"
                + " changed since: this desk has " + changed.get() + ". Give the changed table a version of its own, keep the old one" + REMEDY);
        }
        throw new PlaybookMismatchException("Case " + seen.id() + " is on playbook " + id + ", which this desk does not have: it has "
            + here().map(PlaybookId::toString).collect(Collectors.joining(", ")) + ". Hand that version in" + REMEDY);
    }

    /** Null if the desk does not have it. */
    Playbook find(PlaybookId id) {
        if (id == current.id() || id.equals(current.id())) {
            return current;
        }
        for (Playbook other : others) {
            if (other.id().equals(id)) {
                return other;
            }
        }
        return null;
    }

    private Stream<PlaybookId> here() {
        return Stream.concat(Stream.of(current), others.stream()).map(Playbook::id);
    }

    private static boolean sameVersion(PlaybookId one, PlaybookId other) {
        return one.name().equals(other.name()) && one.version().equals(other.version());
    }
}
