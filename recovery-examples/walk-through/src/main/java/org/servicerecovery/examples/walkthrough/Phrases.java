package org.servicerecovery.examples.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/** Puts the library's words into English phrases. */
final class Phrases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneOffset offset;

    Phrases(ZoneOffset offset) {
        this.offset = offset;
    }

    String time(Instant instant) {
        return TIME.format(instant.atOffset(offset));
    }

    String duration(Duration duration) {
        long days = duration.toDays();
        return (days > 0 ? days + (days == 1 ? " day " : " days ") : "") + duration.toHoursPart() + " h " + duration.toMinutesPart() + " min";
    }

    String role(Actor actor) {
        return actor.kind() != Actor.Kind.PERSON ? word(actor.kind().name()) : actor.roles().contains(Actor.SUPERVISOR) ? "supervisor" : "agent";
    }

    String on(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> "in person";
            case VIDEO -> "on video";
            case PHONE -> "on the phone";
            case CHAT -> "in a chat";
            case SMS -> "by text message";
            case SOCIAL -> "in a social network";
            case EMAIL -> "by e-mail";
            case PORTAL -> "on the portal";
            case LETTER -> "by letter";
        };
    }

    String word(String constant) {
        return Words.plain(constant);
    }

    String status(Duty.Status status) {
        return status == Duty.Status.UNTOLD ? "it broke, and the customer does not know" : "it broke, and the customer knows";
    }

    /** What a step is called; a report is a report, and the page need not say so each time. */
    String step(RecoveryAction action) {
        return action.step() == Step.REPORT_MOOD ? "mood" : Catalogue.phrase(action.step()).replaceFirst("^report (that )?", "");
    }

    /** What matters of its particulars, on one line; empty if it has none. */
    String more(RecoveryAction action) {
        String more = "";
        if (action instanceof Act act) {
            more = act.note();
        } else if (action instanceof Actions.Open open) {
            more = open.problem();
        } else if (action instanceof Actions.BeginContact begin) {
            more = on(begin.channel());
        } else if (action instanceof Actions.EndContact end) {
            more = end.summary();
        } else if (action instanceof Actions.ReportContact contact) {
            more = on(contact.channel());
        } else if (action instanceof Actions.ReportMood reading) {
            more = word(reading.mood().name());
        } else if (action instanceof Actions.ReportAnswer answer) {
            more = answer.satisfied() ? "yes" : "no";
        } else if (action instanceof Actions.RecordAttempt attempt) {
            more = on(attempt.channel());
        } else if (action instanceof Actions.RecordLimits limits) {
            more = limits.limits() + (limits.anyLimit() ? " (the customer must be told)" : "");
        } else if (action instanceof Duties.TakeOn duty) {
            more = (duty.holder().isEmpty() ? "" : duty.holder() + ", ") + duty.what() + ", by " + time(duty.due());
        } else if (action instanceof Duties.Discharge discharge) {
            more = discharge.evidence();
        } else if (action instanceof Duties.Renegotiate promise) {
            more = promise.what() + " by " + time(promise.due());
        } else if (action instanceof Duties.Raise raise) {
            more = raise.what();
        } else if (action instanceof Duties.Settle settle) {
            more = settle.how();
        } else if (action instanceof Duties.Goodwill gesture) {
            more = gesture.what() + ", worth " + gesture.amount().toPlainString();
        } else if (action instanceof HandOvers.HandOver handOver) {
            more = "to " + handOver.receiver() + (handOver.reason().isEmpty() ? "" : ", " + handOver.reason());
        } else if (action instanceof HandOvers.Involve helper) {
            more = helper.helper() + (helper.task().isEmpty() ? "" : ", " + helper.task());
        } else if (action instanceof HandOvers.Reopen reopen) {
            more = reopen.owner();
        } else if (action instanceof HandOvers.Correct correct) {
            more = "entry " + correct.sequence() + ", " + correct.reason();
        }
        return more.strip().replaceAll("\\s+", " ");
    }
}
