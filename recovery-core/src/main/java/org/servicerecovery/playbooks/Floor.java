package org.servicerecovery.playbooks;

import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;

/**
 * The floor under every playbook: the ends with what each must imply, reopening, and the courtesy that holds until the last
 * word. The laws ({@code org.servicerecovery.verify.Laws}) make sure that nobody digs under it.
 */
final class Floor {
    /** Every step whose words the customer receives (B05). */
    static final Set<Step> SPEECH = speech();
    /** The words that count: everything said to the customer but a machine's own message. */
    static final Set<Step> HUMAN_SPEECH = without(SPEECH, SEND_AUTOMATIC_REPLY);
    /** Words to customers and to colleagues (B47). */
    static final Set<Step> WORDS = words();
    /** What is forgotten when a case is taken up again; the history, the apology and the acknowledgement stay. */
    private static final Fact[] FORGOTTEN = {SATISFACTION_ASKED, ANYTHING_ELSE_ASKED, CUSTOMER_SATISFIED, CUSTOMER_DISSATISFIED,
        ANSWER_OVERDUE, FOLLOWED_UP, FOLLOW_UP_SET, CONFIDENCE_RECORDED, ADVOCACY_RECORDED, OUTCOME_RECORDED, RESTATE_ASKED,
        OPEN_QUESTIONS_ASKED, STORY_RECORDED, PARAPHRASED, STORY_CONFIRMED, CUSTOMER_CONTRIBUTED, SOLUTION_PROPOSED, SOLUTION_AGREED,
        AGREEMENT_CONFIRMED, PLAN_EXPLAINED, DELIVERED, THANKED, THANKED_IN_WRITING, VALUED, ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED,
        CONDUCT_REVIEWED, PROOF_RECORDED, REFERRAL_RECORDED, CHECK_BACK_SET, WITHDRAWAL_REPORTED, COMPLAINT_RENEWED, HANDED_OVER, MOOD_READ,
        FEELINGS_TENDED, NO_RELIEF, SOLVING_BEGUN, WORK_STARTED, EXPLANATION_GIVEN, THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED, TEAM_FOLLOWED_UP};
    private static final Fact[] IN_FLIGHT = {TRANSFER_REQUESTED, RECEIVER_BRIEFED, RECEIVER_JOINED, RECEIVER_INTRODUCED,
        RECEIVER_ACCEPTED, CUSTOMER_HAS_FLOOR, CUSTOMER_WAITING, FOLLOW_UP_SET, DELIVERY_CHECK_OPEN};

    private Floor() {
    }

    static PlaybookBuilder laidFor(PlaybookBuilder builder) {
        return builder.rows(ends()).rows(reopening()).rows(EveryDesk.rows()).guardrails(guardrails())
            .guardrails(EveryDesk.guardrails()).deadlines(EveryDesk.deadlines());
    }

    /** What no playbook may leave out, lower or change. */
    static List<Guardrail> guardrails() {
        return Stream.concat(endings().stream(), courtesy().stream()).toList();
    }

    private static List<Transition> ends() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(CLOSE_AS_RECOVERED).in(FOLLOWING_UP).goesTo(RECOVERED).clears(IN_FLIGHT).clears(CHECK_BACK_SET).rows());
        rows.addAll(Row.on(CLOSE_AS_UNRECOVERED).in(SOLVING).goesTo(UNRECOVERED).clears(IN_FLIGHT).clears(CHECK_BACK_SET).rows());
        rows.addAll(Row.on(CLOSE_AS_UNANSWERED).goesTo(UNANSWERED).clears(IN_FLIGHT).clears(CHECK_BACK_SET).rows());
        rows.addAll(Row.on(CLOSE_AS_WITHDRAWN).in(Row.OPEN).goesTo(WITHDRAWN).clears(IN_FLIGHT)
            .clears(CHECK_BACK_SET, PROMISE_OPEN, BAD_NEWS_OWED).rows());
        rows.addAll(Row.on(CLOSE_AS_REFERRED).goesTo(REFERRED).clears(IN_FLIGHT).rows());
        rows.addAll(Row.on(CHECK_BACK).in(REFERRED).when(CHECK_BACK_SET, LAST_CHECK_BACK).clears(CHECK_BACK_SET).as("last"));
        rows.addAll(Row.on(CHECK_BACK).in(REFERRED).when(CHECK_BACK_SET).unless(LAST_CHECK_BACK).as("one-of-several"));
        rows.addAll(Row.on(RECORD_PROOF).sets(PROOF_RECORDED).rows());
        rows.addAll(Row.on(SCHEDULE_CHECK_BACK).sets(CHECK_BACK_SET).rows());
        rows.addAll(Row.on(RECORD_REFERRAL).sets(REFERRAL_RECORDED).rows());
        rows.addAll(Row.on(HAND_OVER_PROMISES).when(PROMISE_OPEN).clears(PROMISE_OPEN).rows());
        return rows;
    }

    private static List<Transition> reopening() {
        List<Transition> rows = new ArrayList<>();
        rows.addAll(Row.on(REOPEN).in(Row.ENDS).unless(REOPENED).goesTo(LISTENING).sets(OWNER_NAMED, REOPENED).clears(FORGOTTEN)
            .as("first"));
        rows.addAll(Row.on(REOPEN).in(Row.ENDS).when(REOPENED).goesTo(LISTENING).sets(OWNER_NAMED, ESCALATED).clears(FORGOTTEN)
            .as("again"));
        return rows;
    }

    /** The rulebook's table of ends, column by column. Nobody may waive any of it. */
    private static List<Guardrail> endings() {
        return List.of(
            Guardrail.named("end-owner").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED)
                .needs(OWNER_NAMED)
                .because("A case ends in somebody's hands, never in nobody's.")
                .from("ends: owner", "A06", "B24"),
            Guardrail.named("end-after-follow-up").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED).in(open()).needs(FOLLOWED_UP)
                .because("No end goes round the follow-up: its holder has to have made the contact.")
                .from("ends: follow-up contact", "E25", "E28", "D12"),
            Guardrail.named("end-after-attempts").watches(CLOSE_AS_UNANSWERED).in(open()).needs(THREE_ATTEMPTS_MADE, TWO_CHANNELS_TRIED)
                .because("Silence is concluded only after three attempts, on two channels.")
                .from("ends: follow-up contact"),
            Guardrail.named("end-after-question").watches(CLOSE_AS_RECOVERED).in(open()).needs(SATISFACTION_ASKED, ANYTHING_ELSE_ASKED)
                .because("Whether all is well is known by asking, and so is whether anything else is left.")
                .from("ends: question asked", "A22", "C31"),
            Guardrail.named("end-after-question-on-delivery").watches(CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED).in(open()).when(DELIVERED)
                .needs(SATISFACTION_ASKED)
                .because("Something was delivered, so the customer has to be asked about it before the case ends.")
                .from("ends: question asked", "C30"),
            Guardrail.named("end-after-offer").watches(CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED).in(AWAITING, LISTENING, SOLVING).unless(DELIVERED)
                .needsAny(SOLUTION_PROPOSED, SATISFACTION_ASKED, RESTATE_ASKED, OPEN_QUESTIONS_ASKED)
                .because("Nothing was delivered, so a question or an offer to the customer has to stand at the end.")
                .from("ends: question asked"),
            Guardrail.named("end-satisfied").watches(CLOSE_AS_RECOVERED).in(open()).needs(CUSTOMER_SATISFIED)
                .because("Fixed is not recovered: only the customer's own yes is.")
                .from("ends: answer", "A22", "B51", "C33", "E27", "E31"),
            Guardrail.named("end-every-issue").watches(CLOSE_AS_RECOVERED).in(open()).bars(ISSUE_OPEN)
                .because("Every issue that the customer raised has to be settled.")
                .from("ends: answer", "C33"),
            Guardrail.named("end-confidence").watches(CLOSE_AS_RECOVERED).in(open()).needs(CONFIDENCE_RECORDED)
                .because("Recovery renews confidence; whether it did has to be on record.")
                .from("ends: answer", "E33"),
            Guardrail.named("end-after-silence").watches(CLOSE_AS_UNANSWERED).in(open()).needs(ANSWER_OVERDUE)
                .because("There is still time for the customer to answer.")
                .from("ends: answer", "B51"),
            Guardrail.named("end-dissatisfied").watches(CLOSE_AS_UNRECOVERED).in(open()).needs(CUSTOMER_DISSATISFIED)
                .because("A customer is persuadable until he has said that he is not satisfied.")
                .from("ends: answer", "B16"),
            Guardrail.named("end-withdrawn").watches(CLOSE_AS_WITHDRAWN).in(open()).needs(WITHDRAWAL_REPORTED)
                .because("Only the customer can take a complaint back.")
                .from("ends: answer"),
            Guardrail.named("end-promises").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED)
                .in(open()).bars(PROMISE_OPEN, BAD_NEWS_OWED)
                .because("A case does not end over an open promise, or over bad news that nobody told.")
                .from("ends: promises", "C29", "C25"),
            Guardrail.named("end-thanks").watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED).in(open()).needs(THANKED)
                .because("However it ended, the customer is thanked.")
                .from("ends: thanks, courtesy", "B41", "C26", "C28"),
            Guardrail.named("end-thanks-in-writing").watches(CLOSE_AS_UNANSWERED).in(open()).needs(THANKED_IN_WRITING)
                .because("The customer cannot be reached, so the thanks are sent in writing.")
                .from("ends: thanks, courtesy", "B41", "C28"),
            Guardrail.named("end-thanks-if-answered").watches(CLOSE_AS_WITHDRAWN).in(open()).when(FIRST_RESPONSE_GIVEN).needs(THANKED)
                .because("Whoever was answered is thanked, even when he withdraws.")
                .from("ends: thanks, courtesy", "C28"),
            Guardrail.named("end-proof").watches(CLOSE_AS_UNRECOVERED).in(open())
                .needs(PROOF_RECORDED, APOLOGY_GIVEN, ACKNOWLEDGED, ESCALATED)
                .because("That a customer cannot be won back takes proof, after an apology, an acknowledgement and an escalation.")
                .from("ends: proof", "B15", "B16"),
            Guardrail.named("proof-after-trying").watches(RECORD_PROOF).needs(APOLOGY_GIVEN, ACKNOWLEDGED, ESCALATED)
                .because("Before it is said that nothing more can be done, an apology, an acknowledgement and an escalation have to have"
                    + " been tried.")
                .from("ends: proof", "B16"),
            Guardrail.named("proof-by-authority").watches(RECORD_PROOF).needs(BY_SUPERVISOR)
                .because("That nothing more can be done is for a supervisor to put on record.")
                .from("ends: proof", "B16"),
            Guardrail.named("end-referral").watches(CLOSE_AS_REFERRED).in(open()).needs(REFERRAL_RECORDED, CHECK_BACK_SET)
                .because("A referral leaves a record of what the customer was told, and somebody who checks back.")
                .from("ends: proof", "ends: follow-up contact"),
            Guardrail.named("end-root-cause")
                .watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_REFERRED).in(open())
                .needs(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)
                .because("What caused it, and what to improve, is considered before the case ends.")
                .from("ends: root cause", "B48", "B50"),
            Guardrail.named("end-root-cause-if-answered").watches(CLOSE_AS_WITHDRAWN).in(open()).when(FIRST_RESPONSE_GIVEN)
                .needs(ROOT_CAUSE_CONSIDERED, IMPROVEMENT_NOTED)
                .because("What caused it, and what to improve, is considered even when the customer withdraws.")
                .from("ends: root cause", "B48", "B50"),
            Guardrail.named("end-no-open-contact")
                .watches(CLOSE_AS_RECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_WITHDRAWN, CLOSE_AS_REFERRED, MERGE)
                .in(LISTENING, SOLVING, DELIVERING, FOLLOWING_UP).bars(CONTACT_OPEN)
                .because("A conversation is still going on; end it properly first.")
                .from("D11", "every desk: contact"),
            Guardrail.named("hand-over-of-promises-told").watches(HAND_OVER_PROMISES).bars(BAD_NEWS_OWED)
                .because("Before promises go into other hands, the customer hears which of them broke.")
                .from("B34"),
            Guardrail.named("reopen-for-cause").watches(REOPEN).needs(COMPLAINT_RENEWED)
                .because("A case is reopened because the customer complains again, not by itself.")
                .from("ends: reopening"),
            Guardrail.named("merged").watches(Step.judged()).bars(MERGED)
                .because("This case is a duplicate; the original {original} goes on in its place.")
                .from("every desk: merge"));
    }

    /** Words stay courteous, positive and well-meant in every state, whoever speaks to whom. */
    private static List<Guardrail> courtesy() {
        return List.of(
            Guardrail.named("courteous-to-the-end").watches(WORDS).bars(DISCOURTEOUS)
                .because("Every word, to customers and about them, stays courteous to the end.")
                .from("C27", "B47", "C28"),
            Guardrail.named("right-attitude").watches(WORDS).bars(WRONG_ATTITUDE)
                .because("The words show ill will, and no rule kept makes up for that.")
                .from("E22"),
            Guardrail.named("positive-tone").watches(SPEECH).bars(NEGATIVE_TONE)
                .because("The tone towards the customer stays positive.")
                .from("C04"));
    }

    private static RecoveryState[] open() {
        return Row.OPEN.toArray(RecoveryState[]::new);
    }

    private static Set<Step> speech() {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        Arrays.stream(Step.values()).filter(Step::isSpeech).forEach(steps::add);
        return steps;
    }

    private static Set<Step> words() {
        Set<Step> steps = EnumSet.copyOf(SPEECH);
        Arrays.stream(Step.values()).filter(step -> step.kind() == Step.Kind.INTERNAL).forEach(steps::add);
        return steps;
    }

    static Set<Step> without(Set<Step> steps, Step one) {
        Set<Step> rest = EnumSet.copyOf(steps);
        rest.remove(one);
        return rest;
    }
}
