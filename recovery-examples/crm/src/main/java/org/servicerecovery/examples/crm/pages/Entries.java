package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Component;

/** Tells a history as people read it: what was done in one go is one entry. */
@Component
class Entries {
    private final Playbook playbook;
    private final Show show;

    Entries(RecoveryDesk desk, Show show) {
        this.playbook = desk.playbook();
        this.show = show;
    }

    /** In order. */
    List<Entry> of(List<CaseEvent> history) {
        List<Entry> entries = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= history.size(); i++) {
            if (i == history.size() || !history.get(i).commandId().equals(history.get(begin).commandId())) {
                entries.add(entry(history.subList(begin, i)));
                begin = i;
            }
        }
        return entries;
    }

    private Entry entry(List<CaseEvent> together) {
        CaseEvent first = together.get(0);
        CaseEvent last = together.get(together.size() - 1);
        List<String> advised = together.stream().flatMap(event -> event.advised().stream()).distinct().map(this::why).toList();
        List<String> waived = together.stream().flatMap(event -> event.waivers().stream()).distinct()
            .map(waiver -> "“" + why(waiver.guardrail()) + "” was waived by " + show.name(waiver.by().id()) + ": " + waiver.reason()).toList();
        return new Entry(first.sequence(), kind(together), show.name(first.actor().id()), first.occurredAt(),
            together.stream().map(this::told).toList(), first.message(), advised, waived, last.to() == first.from() ? "" : Labels.of(last.to()));
    }

    private static Entry.Kind kind(List<CaseEvent> together) {
        if (together.get(0).step() == Step.REPORT_LAPSE) {
            return Entry.Kind.CLOCK;
        }
        boolean opened = together.get(0).step() == Step.OPEN;
        return together.get(0).message().isPresent() ? Entry.Kind.MESSAGE
            : opened || together.stream().allMatch(event -> event.step().isReport()) ? Entry.Kind.CUSTOMER : Entry.Kind.INTERNAL;
    }

    private String why(String rule) {
        return playbook.definition().guardrails().stream().filter(one -> one.id().equals(rule)).map(one -> one.why()).findFirst().orElse(rule);
    }

    private String told(CaseEvent event) {
        if (event.action() instanceof Actions.Lapse lapse) {
            String due = lapse.kind() == Deadline.Rung.Kind.WARNING ? " is due " : " was due ";
            return Labels.deadline(lapse.deadline()) + due + show.date(lapse.due()) + ": the " + lapse.audience() + " has to hear of it";
        }
        String more = String.join(" · ", particulars(event.action()).filter(Objects::nonNull).filter(part -> !part.isBlank()).toList());
        return Labels.of(event.step()) + (more.isEmpty() ? "" : ": " + more);
    }

    private Stream<String> particulars(RecoveryAction action) {
        if (action instanceof Act act) {
            return Stream.of(act.note());
        } else if (action instanceof Actions.Open open) {
            return Stream.of(open.problem(), Labels.of(open.channel()), Labels.of(open.priority()) + " priority");
        } else if (action instanceof Actions.Adopt adopt) {
            return Stream.of(adopt.problem(), Labels.of(adopt.channel()));
        } else if (action instanceof Actions.BeginContact contact) {
            return Stream.of(Labels.of(contact.channel()));
        } else if (action instanceof Actions.EndContact contact) {
            return Stream.of(contact.summary());
        } else if (action instanceof Actions.ReportContact contact) {
            return Stream.of(Labels.of(contact.channel()));
        } else if (action instanceof Actions.ReportMood mood) {
            return Stream.of(Labels.of(mood.mood()));
        } else if (action instanceof Actions.ReportAnswer answer) {
            return Stream.of(answer.satisfied() ? "yes" : "no", answer.words());
        } else if (action instanceof Actions.RecordAttempt attempt) {
            return Stream.of(Labels.of(attempt.channel()));
        } else if (action instanceof Actions.RecordLimits limits) {
            return Stream.of(limits.limits());
        }
        return owed(action);
    }

    private Stream<String> owed(RecoveryAction action) {
        if (action instanceof Duties.TakeOn duty) {
            return Stream.of(duty.what(), "by " + show.date(duty.due()), duty.holder().isEmpty() ? "" : show.name(duty.holder()));
        } else if (action instanceof Duties.Discharge discharge) {
            return Stream.of(discharge.evidence());
        } else if (action instanceof Duties.Renegotiate promise) {
            return Stream.of(promise.what(), "now by " + show.date(promise.due()));
        } else if (action instanceof Duties.Raise raise) {
            return Stream.of(raise.what());
        } else if (action instanceof Duties.Settle settle) {
            return Stream.of(settle.how());
        } else if (action instanceof Duties.Goodwill gesture) {
            return Stream.of(gesture.what(), gesture.amount().toPlainString());
        } else if (action instanceof HandOvers.HandOver handOver) {
            return Stream.of("to " + show.name(handOver.receiver()), handOver.reason());
        } else if (action instanceof HandOvers.Involve involve) {
            return Stream.of(show.name(involve.helper()), involve.task());
        } else if (action instanceof HandOvers.Correct correct) {
            return Stream.of("entry " + correct.sequence(), correct.reason());
        } else if (action instanceof Outcomes.Confidence confidence) {
            return Stream.of(confidence.renewed() ? "renewed" : "not renewed", confidence.note());
        } else if (action instanceof Outcomes.Advocacy advocacy) {
            return Stream.of(advocacy.likelihood() + " of " + Outcomes.MOST_LIKELY, advocacy.note());
        } else if (action instanceof Outcomes.Outcome outcome) {
            return Stream.of(saved("account", outcome.account()), saved("relationship", outcome.relationship()),
                saved("business", outcome.business()), outcome.note());
        }
        return Stream.of();
    }

    private static String saved(String what, boolean yes) {
        return what + (yes ? " saved" : " lost");
    }
}
