package org.servicerecovery.examples.crm.forms;

import static org.servicerecovery.examples.crm.forms.Field.of;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.servicerecovery.examples.crm.forms.Field.Kind;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.Step;

/** The fields of each step: those of the record that carries it. */
final class Fields {
    private static final List<Choice> LIVE = channels(Channel::twoWay);
    private static final List<Choice> ALL = channels(channel -> true);
    private static final List<Choice> MOODS = Arrays.stream(Mood.values()).map(mood -> new Choice(mood.name(), Labels.of(mood))).toList();

    private Fields() {
    }

    static List<Field> needed(Step step) {
        return switch (step) {
            case BEGIN_CONTACT -> List.of(of("channel", "On which live channel", Kind.CHOICE).from(LIVE));
            case END_CONTACT -> List.of(of("summary", "What was said, for the record", Kind.LONG_TEXT));
            case REPORT_CONTACT -> List.of(of("channel", "How the customer got in touch", Kind.CHOICE).from(ALL));
            case RECORD_ATTEMPT -> List.of(of("channel", "Where the customer was not reached", Kind.CHOICE).from(ALL));
            case REPORT_MOOD -> List.of(of("mood", "How the customer feels now", Kind.CHOICE).from(MOODS));
            case REPORT_ANSWER -> List.of(of("satisfied", "Is the customer satisfied with the whole handling?", Kind.YES_NO),
                of("words", "In the customer's words", Kind.LONG_TEXT).optional());
            case RECORD_LIMITS -> List.of(of("limits", "What can and what cannot be done here", Kind.LONG_TEXT),
                of("anyLimit", "Must the customer hear that something cannot be done?", Kind.YES_NO));
            case RECORD_FACT -> List.of(of("fact", "Which fact", Kind.FACT), of("note", "How one can tell", Kind.LONG_TEXT).optional());
            case REPORT_ISSUE -> List.of(of("what", "What the customer wants put right", Kind.LONG_TEXT));
            case RAISE_UNCLEAR_POINT -> List.of(of("what", "What is unclear", Kind.LONG_TEXT));
            case RESOLVE_ISSUE -> List.of(of("issue", "Which issue", Kind.ISSUE), of("how", "How it was settled", Kind.LONG_TEXT).optional());
            case CLARIFY_POINT -> List.of(of("issue", "Which point", Kind.ISSUE), of("how", "What is clear now", Kind.LONG_TEXT).optional());
            case MAKE_PROMISE -> List.of(of("what", "What is promised", Kind.TEXT), of("due", "By when", Kind.DATE_TIME));
            case SCHEDULE_FOLLOW_UP, SCHEDULE_CHECK_BACK -> List.of(of("holder", "Who makes the contact", Kind.PERSON),
                of("what", "About what", Kind.TEXT), of("due", "By when", Kind.DATE_TIME));
            case KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED ->
                List.of(of("duty", duty(step), Kind.DUTY), of("evidence", evidence(step), Kind.LONG_TEXT).optional());
            case RENEGOTIATE_PROMISE -> List.of(of("duty", "Which promise", Kind.DUTY), of("due", "The new date", Kind.DATE_TIME),
                of("what", "The new wording, if it changes", Kind.TEXT).optional());
            case OFFER_GOODWILL -> List.of(of("what", "What the customer gets", Kind.TEXT),
                of("amount", "Its value in money (0 if it has none)", Kind.NUMBER));
            case REQUEST_TRANSFER -> List.of(of("receiver", "Which colleague is to take over", Kind.PERSON));
            case TRANSFER -> List.of(of("receiver", "To which colleague", Kind.PERSON));
            case REASSIGN -> List.of(of("receiver", "To which colleague", Kind.PERSON),
                of("reason", "Why the owner cannot act any more", Kind.TEXT));
            case INVOLVE -> List.of(of("helper", "Which colleague helps", Kind.PERSON), of("task", "With what", Kind.TEXT).optional());
            case DISMISS_HELPER -> List.of(of("helper", "Which colleague may go", Kind.PERSON));
            case REOPEN -> List.of(of("owner", "Who owns it, if nobody does", Kind.PERSON).optional());
            case CORRECT -> List.of(of("entry", "Which entry is wrong", Kind.ENTRY), of("reason", "Why it was wrong", Kind.TEXT));
            case RECORD_CONFIDENCE -> List.of(of("renewed", "Would the customer rely on us again?", Kind.YES_NO),
                of("note", "How one can tell", Kind.LONG_TEXT).optional());
            case RECORD_ADVOCACY -> List.of(of("likelihood", "How likely to recommend us, 0 to " + Outcomes.MOST_LIKELY, Kind.NUMBER),
                of("note", "The customer's words", Kind.LONG_TEXT).optional());
            case RECORD_OUTCOME -> List.of(of("account", "Is the account saved?", Kind.YES_NO),
                of("relationship", "Is the relationship whole again?", Kind.YES_NO),
                of("business", "Does the customer go on buying?", Kind.YES_NO), of("note", "How one can tell", Kind.LONG_TEXT).optional());
            default -> note(step);
        };
    }

    /** Words to the customer are in the message; what says nothing by itself needs a note, and some other steps may have one. */
    private static List<Field> note(Step step) {
        if (Act.needsNote(step)) {
            return List.of(of("note", noted(step), Kind.LONG_TEXT));
        }
        return switch (step) {
            case BRIEF_RECEIVER, NUDGE, FOLLOW_UP_WITH_TEAM, DECLINE, PARK, START_WORK, RECORD_DELIVERY, REPORT_CONTRIBUTION, REPORT_AGREEMENT,
                REPORT_REJECTION, REPORT_WITHDRAWAL, REPORT_RENEWAL -> List.of(of("note", noted(step), Kind.LONG_TEXT).optional());
            default -> List.of();
        };
    }

    private static String noted(Step step) {
        return switch (step) {
            case BRIEF_RECEIVER -> "What the receiver was told";
            case NUDGE, FOLLOW_UP_WITH_TEAM -> "Whom, and what was said";
            case DECLINE, PARK, ESCALATE -> "Why";
            case RECORD_DELIVERY -> "What was delivered";
            case START_WORK -> "What is being done";
            case RECORD_ADDRESS -> "Where the customer can be written to";
            case RECORD_NEED -> "Which need";
            case RECORD_STORY -> "The customer's story";
            case RECORD_FEELING, REPORT_WITHDRAWAL, REPORT_RENEWAL, REPORT_REJECTION, REPORT_AGREEMENT -> "In the customer's words";
            case RECORD_ROOT_CAUSE -> "The cause, in the words used before; or: none found";
            default -> "In words";
        };
    }

    private static String duty(Step step) {
        return switch (step) {
            case FOLLOW_UP -> "Which follow-up";
            case CHECK_DELIVERY -> "Which delivery";
            case CHECK_BACK -> "Which check-back";
            default -> "Which promise";
        };
    }

    private static String evidence(Step step) {
        return step == Step.KEEP_PROMISE ? "How one can tell that it was delivered" : "What came of it";
    }

    private static List<Choice> channels(Predicate<Channel> which) {
        return Arrays.stream(Channel.values()).filter(which).map(channel -> new Choice(channel.name(), Labels.of(channel))).toList();
    }
}
