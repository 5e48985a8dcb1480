package org.servicerecovery.jdbc;

import java.time.Instant;
import java.util.List;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.CaseSnapshot;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Ledger;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;

/** A case's snapshot as JSON, with every text in the clear: it is derived data, made anew when something is erased. */
final class SnapshotJson {
    /** Raised whenever an older or newer version would read something else than was written. */
    static final int FORMAT = 1;

    private SnapshotJson() {
    }

    static void write(CaseSnapshot snapshot, Writing to) {
        to.number("v", FORMAT).plain("case", snapshot.id()).part("playbook", snapshot.playbook(), PartJson::playbook)
            .one("state", snapshot.state()).terms("facts", snapshot.facts()).number("version", snapshot.version())
            .instantUnless(Instant.MIN, "recordedAt", snapshot.recordedAt()).part("data", snapshot.data(), SnapshotJson::data)
            .parts("duties", snapshot.ledger().duties(), PartJson::duty).parts("issues", snapshot.ledger().issues(), PartJson::issue)
            .parts("deadlines", snapshot.deadlines(), PartJson::clock)
            .numberUnlessZero("feelingActs", snapshot.feelingActs()).numberUnlessZero("fixActs", snapshot.fixActs())
            .numberUnlessZero("feelingSeconds", snapshot.feelingSeconds()).numberUnlessZero("fixSeconds", snapshot.fixSeconds())
            .partIfAny("timed", snapshot.timed(), SnapshotJson::timed);
    }

    static CaseSnapshot read(String caseId, Words words, Reading from) {
        if (!from.text("case").equals(caseId)) {
            throw from.wrong("case", "says that this is the snapshot of case " + from.text("case"));
        }
        List<Fact> facts = from.texts("facts", Words::fact);
        return new CaseSnapshot(caseId, from.part("playbook", PartJson::playbook), from.one(RecoveryState.class, "state"),
            words.knowing(facts, List.of()).facts().of(facts), from.number("version"), from.instantOr(Instant.MIN, "recordedAt"),
            from.part("data", SnapshotJson::data), new Ledger(from.parts("duties", PartJson::duty), from.parts("issues", PartJson::issue)),
            from.parts("deadlines", PartJson::clock), from.numberOrZero("feelingActs"), from.numberOrZero("fixActs"),
            from.numberOrZero("feelingSeconds"), from.numberOrZero("fixSeconds"), from.partIfAny("timed", SnapshotJson::timed));
    }

    private static void timed(CaseSnapshot.Timed timed, Writing to) {
        to.plain("command", timed.command()).flag("feelings", timed.feelings()).flag("fix", timed.fix());
    }

    private static CaseSnapshot.Timed timed(Reading from) {
        return new CaseSnapshot.Timed(from.text("command"), from.flag("feelings"), from.flag("fix"));
    }

    /** Most of it is empty most of the time, and left out. */
    private static void data(CaseData data, Writing to) {
        to.plainIfAny("customer", data.customer()).plainIfAny("problem", data.problem()).plainIfAny("team", data.team())
            .one("priority", data.priority()).instant("openedAt", data.openedAt()).one("channelIn", data.channelIn())
            .plainIfAny("owner", data.owner()).plainIfAny("mood", data.mood().map(Enum::name).orElse(""))
            .plainIfAny("contact", data.contact().map(Enum::name).orElse("")).plainIfAny("receiver", data.receiver())
            .plainIfAny("acceptedBy", data.acceptedBy()).plainIfAny("mergedInto", data.mergedInto())
            .plains("participants", data.participants()).plains("requests", data.requests()).numberUnlessZero("attempts", data.attempts())
            .enums("channels", data.channels()).numberUnlessZero("questions", data.questions())
            .numberUnlessZero("reopenings", data.reopenings()).plainIfAny("apologyIn", data.apologyIn());
    }

    private static CaseData data(Reading from) {
        return new CaseData(from.textOrEmpty("customer"), from.textOrEmpty("problem"), from.textOrEmpty("team"),
            from.one(Priority.class, "priority"), from.instant("openedAt"), from.one(Channel.class, "channelIn"), from.textOrEmpty("owner"),
            from.ifAny("mood", name -> from.one(Mood.class, name)), from.ifAny("contact", name -> from.one(Channel.class, name)),
            from.textOrEmpty("receiver"), from.textOrEmpty("acceptedBy"), from.textOrEmpty("mergedInto"),
            PartJson.set(from.texts("participants", who -> who)), from.texts("requests", what -> what), from.numberOrZero("attempts"),
            PartJson.set(from.ones(Channel.class, "channels")), from.numberOrZero("questions"), from.numberOrZero("reopenings"),
            from.textOrEmpty("apologyIn"));
    }
}
