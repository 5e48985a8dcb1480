package org.servicerecovery.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;

/** An event as JSON, case and sequence included, so that a hash over it also notices events that changed places. */
final class EventJson {
    /** Raised only for what older versions must not read; they ignore fields that they do not know. */
    static final int FORMAT = 1;

    private EventJson() {
    }

    static void write(CaseEvent event, Writing to) {
        to.number("v", FORMAT).plain("case", event.caseId()).number("sequence", event.sequence()).plain("command", event.commandId())
            .part("actor", event.actor(), PartJson::actor).instant("recordedAt", event.recordedAt())
            .instantUnless(event.recordedAt(), "occurredAt", event.occurredAt()).part("playbook", event.playbook(), PartJson::playbook)
            .part("action", event.action(), ActionJson::write).partIfAny("message", event.message(), PartJson::message)
            .plainIfAny("spent", event.spent().equals(Duration.ZERO) ? "" : event.spent().toString())
            .plain("row", event.row()).one("from", event.from()).one("to", event.to())
            .terms("sets", event.sets()).terms("clears", event.clears()).terms("traits", event.traits()).terms("attested", event.attested())
            .terms("shown", event.shown())
            .parts("waivers", event.waivers(), PartJson::waiver).plains("advised", event.advised()).plains("shadowed", event.shadowed());
        if (!event.clocks().equals(ClockChanges.NONE)) {
            to.part("clocks", event.clocks(), PartJson::clocks);
        }
    }

    static CaseEvent read(String caseId, int sequence, Words words, Reading from) {
        if (from.number("v") != FORMAT) {
            throw from.wrong("v", "is " + from.number("v") + ", but this version reads format " + FORMAT + " only");
        }
        if (!from.text("case").equals(caseId) || from.number("sequence") != sequence) {
            throw from.wrong("sequence", "says that this is event " + from.number("sequence") + " of case " + from.text("case"));
        }
        List<Fact> sets = from.texts("sets", Words::fact);
        List<Fact> clears = from.texts("clears", Words::fact);
        List<Trait> traits = from.texts("traits", Words::trait);
        List<Trait> attested = from.texts("attested", Words::trait);
        List<Trait> shown = from.texts("shown", Words::trait);
        Vocabulary vocabulary = words.knowing(both(sets, clears), both(both(traits, attested), shown));
        Instant recordedAt = from.instant("recordedAt");
        Actor actor = from.part("actor", PartJson::actor);
        PlaybookId playbook = from.part("playbook", PartJson::playbook);
        RecoveryAction action = from.part("action", ActionJson::read);
        List<Waiver> waivers = from.parts("waivers", PartJson::waiver);
        return new CaseEvent(caseId, sequence, from.text("command"), actor, from.instantOr(recordedAt, "occurredAt"), recordedAt, playbook,
            action, from.partIfAny("message", PartJson::message), from.durationOrZero("spent"), from.text("row"),
            from.one(RecoveryState.class, "from"), from.one(RecoveryState.class, "to"), vocabulary.facts().of(sets),
            vocabulary.facts().of(clears), vocabulary.traits().of(traits), vocabulary.traits().of(attested),
            vocabulary.traits().of(shown), waivers,
            from.texts("advised", id -> id), from.texts("shadowed", id -> id),
            from.partIfAny("clocks", PartJson::clocks).orElse(ClockChanges.NONE));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
