package org.servicerecovery.jdbc;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Waiver;

/** The parts of events and snapshots as JSON. Each pair of methods has the same fields in the same order. */
final class PartJson {
    private PartJson() {
    }

    static void actor(Actor actor, Writing to) {
        // Sorted, because the order of the set changes from one Java process to the next.
        to.person("id", actor.id()).one("kind", actor.kind()).plains("roles", actor.roles().stream().sorted().toList());
    }

    static Actor actor(Reading from) {
        return new Actor(from.text("id"), from.one(Actor.Kind.class, "kind"), set(from.texts("roles", role -> role)));
    }

    static void playbook(PlaybookId id, Writing to) {
        to.plain("name", id.name()).plain("version", id.version()).plain("fingerprint", id.fingerprint());
    }

    static PlaybookId playbook(Reading from) {
        return new PlaybookId(from.text("name"), from.text("version"), from.text("fingerprint"));
    }

    static void message(Message message, Writing to) {
        to.one("channel", message.channel()).text("text", message.text());
    }

    static Message message(Reading from) {
        return new Message(from.one(Channel.class, "channel"), from.text("text"));
    }

    static void waiver(Waiver waiver, Writing to) {
        to.plain("guardrail", waiver.guardrail()).part("by", waiver.by(), PartJson::actor).text("reason", waiver.reason());
    }

    static Waiver waiver(Reading from) {
        return new Waiver(from.text("guardrail"), from.part("by", PartJson::actor), from.text("reason"));
    }

    static void duty(Duty duty, Writing to) {
        to.number("id", duty.id()).one("kind", duty.kind()).person("holder", duty.holder()).text("what", duty.what())
            .instant("start", duty.start()).instant("due", duty.due()).one("status", duty.status());
    }

    static Duty duty(Reading from) {
        return new Duty(from.number("id"), from.one(Duty.Kind.class, "kind"), from.text("holder"), from.text("what"), from.instant("start"),
            from.instant("due"), from.one(Duty.Status.class, "status"));
    }

    static void issue(Issue issue, Writing to) {
        to.number("id", issue.id()).one("kind", issue.kind()).text("what", issue.what()).flag("open", issue.open());
    }

    static Issue issue(Reading from) {
        return new Issue(from.number("id"), from.one(Issue.Kind.class, "kind"), from.text("what"), from.flag("open"));
    }

    static void clock(RunningDeadline clock, Writing to) {
        to.plain("deadline", clock.deadline()).numberUnlessZero("duty", clock.duty()).instant("start", clock.start())
            .instant("due", clock.due()).number("rung", clock.rung()).instantUnless(Instant.MAX, "next", clock.next());
        clock.pausedAt().ifPresent(since -> to.instant("pausedAt", since));
    }

    static RunningDeadline clock(Reading from) {
        return new RunningDeadline(from.text("deadline"), from.numberOrZero("duty"), from.instant("start"), from.instant("due"),
            from.number("rung"), from.instantOr(Instant.MAX, "next"), from.ifAny("pausedAt", from::instant));
    }

    static void clocks(ClockChanges changes, Writing to) {
        to.parts("started", changes.started(), PartJson::clock).parts("stopped", changes.stopped(), PartJson::clock)
            .plains("met", changes.met());
    }

    static ClockChanges clocks(Reading from) {
        ClockChanges changes = new ClockChanges(from.parts("started", PartJson::clock), from.parts("stopped", PartJson::clock),
            from.texts("met", id -> id));
        return changes.equals(ClockChanges.NONE) ? ClockChanges.NONE : changes;
    }

    /** Immutable, in the order given. */
    static <T> Set<T> set(List<T> items) {
        return items.size() < 2 ? Set.copyOf(items) : Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }
}
