package org.servicerecovery.examples.crm.forms;

import java.util.Locale;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;

/** What screens call things. Steps, facts and traits have their phrases in the library's catalogue. */
public final class Labels {
    private Labels() {
    }

    public static String of(Step step) {
        return sentence(Catalogue.phrase(step));
    }

    public static String of(RecoveryState state) {
        return switch (state) {
            case AWAITING -> "Awaiting an answer";
            case LISTENING -> "Listening";
            case SOLVING -> "Solving";
            case DELIVERING -> "Delivering";
            case FOLLOWING_UP -> "Following up";
            case RECOVERED -> "Recovered";
            case UNRECOVERED -> "Unrecovered";
            case UNANSWERED -> "Unanswered";
            case WITHDRAWN -> "Withdrawn";
            case REFERRED -> "Referred";
        };
    }

    public static String of(Mood mood) {
        return mood == Mood.BEYOND_IRATE ? "Beyond irate" : plain(mood.name());
    }

    public static String of(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> "In person";
            case PHONE -> "Telephone";
            case SMS -> "Text message";
            case SOCIAL -> "Social media";
            case EMAIL -> "E-mail";
            default -> plain(channel.name());
        };
    }

    public static String of(Priority priority) {
        return plain(priority.name());
    }

    public static String of(Duty.Kind kind) {
        return plain(kind.name());
    }

    public static String of(Duty.Status status) {
        return switch (status) {
            case OPEN -> "Open";
            case UNTOLD -> "Broken, the customer has not been told";
            case BROKEN -> "Broken, the customer knows";
            case MET -> "Kept";
            case RELEASED -> "No longer owed";
            case HANDED_OVER -> "Handed over";
        };
    }

    /** A deadline by its id. */
    public static String deadline(String id) {
        return sentence(Catalogue.has("deadline." + id) ? Catalogue.text("deadline." + id) : id.replace('-', ' '));
    }

    /** With a capital. */
    public static String sentence(String phrase) {
        return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    private static String plain(String name) {
        return sentence(name.toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
