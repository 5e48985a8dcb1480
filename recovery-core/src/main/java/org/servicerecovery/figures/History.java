package org.servicerecovery.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/**
 * The whole history of one case, checked. Whatever is wrong with it is found here, before any figure has counted anything of it.
 */
final class History {
    private final List<CaseEvent> events;
    private final Set<Integer> takenBack = new HashSet<>();
    private final String customer;

    private History(List<CaseEvent> events, String customer) {
        this.events = events;
        this.customer = customer;
        for (CaseEvent event : events) {
            if (event.action() instanceof HandOvers.Correct correct) {
                takenBack.add(correct.sequence());
            }
        }
    }

    /** Checks it; the place says which history it is until its case is known. */
    static History of(List<CaseEvent> given, String place) {
        if (given == null) {
            throw new InvalidInputException(place + " is null. Hand in the events of one case, the oldest first.");
        }
        List<CaseEvent> events = new ArrayList<>(given);
        if (events.isEmpty()) {
            throw new InvalidInputException(place + " is empty. Hand in the events of one case, the oldest first, and leave out what has"
                + " none.");
        }
        CaseEvent first = events.get(0);
        if (first == null || first.caseId() == null) {
            throw new InvalidInputException(place + " begins with an event that is null or of no case. Hand in every event as it was"
                + " stored.");
        }
        String customer = customer(first.action());
        if (first.sequence() != 1 || customer.isEmpty()) {
            throw new InvalidInputException("The history of case " + first.caseId() + " begins with event " + first.sequence()
                + ", not with OPEN or ADOPT as event 1. Hand in the whole history.");
        }
        for (int i = 0; i < events.size(); i++) {
            check(first, events.get(i), i + 1);
        }
        return new History(events, customer);
    }

    private static String customer(RecoveryAction action) {
        return action instanceof Actions.Open open ? open.customer() : action instanceof Actions.Adopt adopt ? adopt.customer() : "";
    }

    private static void check(CaseEvent first, CaseEvent event, int place) {
        String history = "The history of case " + first.caseId() + " has ";
        if (event == null) {
            throw new InvalidInputException(history + "null as event " + place + ". Hand in every event as it was stored.");
        }
        if (!first.caseId().equals(event.caseId())) {
            throw new InvalidInputException(history + "an event of case " + event.caseId() + " as event " + place
                + ". Hand in the events of each case by themselves.");
        }
        if (event.sequence() != place) {
            throw new InvalidInputException(history + "event " + event.sequence() + " where event " + place
                + " belongs. Hand in the events in their order, without gaps.");
        }
        if (Stream.of(event.action(), event.commandId(), event.occurredAt(), event.spent(), event.from(), event.to(), event.sets(),
            event.traits(), event.waivers(), event.advised(), event.shadowed()).anyMatch(Objects::isNull)) {
            throw new InvalidInputException(history + "an event " + place + " that is incomplete. Hand in every event as it was stored.");
        }
        if (event.occurredAt().isBefore(first.occurredAt())) {
            throw new InvalidInputException(history + "an event " + place + " of " + event.occurredAt() + ", before it was opened at "
                + first.occurredAt() + ". Check the dates.");
        }
    }

    String caseId() {
        return events.get(0).caseId();
    }

    String customer() {
        return customer;
    }

    /** An adopted case began elsewhere, and nobody here knows when. */
    boolean adopted() {
        return events.get(0).step() == Step.ADOPT;
    }

    boolean merged() {
        return events.stream().anyMatch(event -> event.sets().contains(Facts.MERGED));
    }

    Instant opened() {
        return events.get(0).occurredAt();
    }

    RecoveryState state() {
        return events.get(events.size() - 1).to();
    }

    /** Every event, in order. */
    List<CaseEvent> events() {
        return events;
    }

    /** The entries that no later entry takes back, in order. */
    Stream<CaseEvent> standing() {
        return events.stream().filter(event -> !takenBack.contains(event.sequence()));
    }

    Optional<CaseEvent> first(Predicate<CaseEvent> which) {
        return events.stream().filter(which).findFirst();
    }

    Optional<CaseEvent> last(Predicate<CaseEvent> which) {
        return events.stream().filter(which).reduce((one, later) -> later);
    }

    /** The last entry of the step that stands and that no reopening has outdated. */
    Optional<RecoveryAction> current(Step step) {
        int since = last(event -> event.step() == Step.REOPEN).map(CaseEvent::sequence).orElse(0);
        return standing().filter(event -> event.step() == step && event.sequence() > since).reduce((one, later) -> later)
            .map(CaseEvent::action);
    }

    /** Whether this event is the closing of a case as recovered, and not a later note on it. */
    static boolean recovers(CaseEvent event) {
        return event.to() == RecoveryState.RECOVERED && event.from() != RecoveryState.RECOVERED;
    }
}
