package org.servicerecovery.examples.crm.forms;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Component;

/** From a step to what has to be filled in for it, and from what was filled in to the library's action. For pages and REST alike. */
@Component
public class StepForms {
    /** These are not done step by step: a case is opened by a form of its own, the rest only by the library or an import. */
    private static final Set<Step> ELSEWHERE = EnumSet.of(Step.OPEN, Step.ADOPT, Step.MERGE, Step.ABSORB, Step.MIGRATE, Step.REPORT_LAPSE,
        Step.SEND_AUTOMATIC_REPLY);

    private final People people;
    private final Playbook playbook;
    private final ZoneId zone;

    public StepForms(People people, RecoveryDesk desk, ZoneId zone) {
        this.people = people;
        this.playbook = desk.playbook();
        this.zone = zone;
    }

    /** Whether a person can take it on a case. */
    public static boolean has(Step step) {
        return !ELSEWHERE.contains(step);
    }

    /**
     * What has to be filled in, without choices that only a case knows.
     *
     * @throws FormException if nobody takes this step by hand
     */
    public StepForm of(Step step) {
        return new StepForm(check(step), Labels.of(step), Fields.needed(step).stream().map(this::everywhere).toList());
    }

    /** What has to be filled in on this case, with all choices. */
    public StepForm of(Step step, RecoveryCase seen, List<CaseEvent> history) {
        return new StepForm(check(step), Labels.of(step), Fields.needed(step).stream().map(this::everywhere)
            .map(field -> here(step, field, seen, history)).toList());
    }

    private static Step check(Step step) {
        if (!has(step)) {
            throw new FormException(Map.of("", "The step " + step + " is not taken by hand. Choose another."));
        }
        return step;
    }

    private Field everywhere(Field field) {
        return switch (field.kind()) {
            case PERSON -> field.from(people.all().stream().map(person -> new Choice(person.id(), person.name())).toList());
            case FACT -> field.from(playbook.definition().hostFacts().stream()
                .map(fact -> new Choice(fact.name(), Labels.sentence(Catalogue.phrase(fact)))).toList());
            default -> field;
        };
    }

    private static Field here(Step step, Field field, RecoveryCase seen, List<CaseEvent> history) {
        return switch (field.kind()) {
            case DUTY -> field.from(seen.ledger().open(new Duties.Discharge(discharging(step), 1, "").kind()).stream()
                .map(duty -> new Choice(String.valueOf(duty.id()), duty.what())).toList());
            case ISSUE -> field.from(seen.ledger().open(new Duties.Settle(step, 1, "").kind()).stream()
                .map(issue -> new Choice(String.valueOf(issue.id()), issue.what())).toList());
            case ENTRY -> field.from(history.stream().filter(event -> event.step().isCorrectable())
                .map(event -> new Choice(String.valueOf(event.sequence()), event.sequence() + ": " + Labels.of(event.step()))).toList());
            default -> field;
        };
    }

    private static Step discharging(Step step) {
        return step == Step.RENEGOTIATE_PROMISE ? Step.KEEP_PROMISE : step;
    }

    /**
     * The library's action.
     *
     * @param values by the name of the field; what is missing counts as empty
     * @throws FormException if a value is missing or cannot be understood, or there is no such field; with all problems at once
     */
    public RecoveryAction action(Step step, Map<String, String> values) {
        List<Field> fields = of(step).fields();
        Map<String, String> problems = new LinkedHashMap<>();
        values.keySet().stream().filter(name -> fields.stream().noneMatch(field -> field.name().equals(name))).sorted()
            .forEach(name -> problems.put(name, "“" + Labels.of(step) + "” has no entry " + name + ". There are: " + names(fields) + "."));
        Values read = new Values(fields, values, zone, problems);
        fields.forEach(read::check);
        if (!problems.isEmpty()) {
            throw new FormException(problems);
        }
        try {
            return action(step, read);
        } catch (InvalidInputException e) {
            throw new FormException(Map.of("", e.getMessage()));
        }
    }

    private static String names(List<Field> fields) {
        return fields.isEmpty() ? "none" : fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    private RecoveryAction action(Step step, Values of) {
        return switch (step) {
            case BEGIN_CONTACT -> RecoveryAction.beginContact(Channel.valueOf(of.text("channel")));
            case END_CONTACT -> RecoveryAction.endContact(of.text("summary"));
            case REPORT_CONTACT -> RecoveryAction.contacted(Channel.valueOf(of.text("channel")));
            case RECORD_ATTEMPT -> RecoveryAction.notReached(Channel.valueOf(of.text("channel")));
            case REPORT_MOOD -> RecoveryAction.mood(Mood.valueOf(of.text("mood")));
            case REPORT_ANSWER -> RecoveryAction.answered(of.yes("satisfied"), of.text("words"));
            case RECORD_LIMITS -> RecoveryAction.limits(of.text("limits"), of.yes("anyLimit"));
            case RECORD_FACT -> new Actions.RecordFact(Fact.named(of.text("fact")), of.text("note"));
            case REPORT_ISSUE, RAISE_UNCLEAR_POINT -> new Duties.Raise(step, of.text("what"));
            case RESOLVE_ISSUE, CLARIFY_POINT -> new Duties.Settle(step, of.whole("issue"), of.text("how"));
            case MAKE_PROMISE -> RecoveryAction.promise(of.text("what"), of.time("due"));
            case SCHEDULE_FOLLOW_UP, SCHEDULE_CHECK_BACK -> new Duties.TakeOn(step, of.text("holder"), of.text("what"), of.time("due"));
            case KEEP_PROMISE, FOLLOW_UP, CHECK_DELIVERY, CHECK_BACK, TELL_BROKEN_PROMISE, REPORT_PROMISE_IN_DOUBT, REPORT_PROMISE_RELEASED ->
                RecoveryAction.discharge(step, of.whole("duty"), of.text("evidence"));
            case RENEGOTIATE_PROMISE -> RecoveryAction.renegotiate(of.whole("duty"), of.time("due"), of.text("what"));
            case OFFER_GOODWILL -> RecoveryAction.goodwill(of.text("what"), new BigDecimal(of.text("amount")));
            case REQUEST_TRANSFER, TRANSFER, REASSIGN -> new HandOvers.HandOver(step, of.text("receiver"), of.text("reason"));
            case INVOLVE, DISMISS_HELPER -> new HandOvers.Involve(step, of.text("helper"), of.text("task"));
            case REOPEN -> RecoveryAction.reopen(of.text("owner"));
            case CORRECT -> RecoveryAction.correct(of.whole("entry"), of.text("reason"));
            case RECORD_CONFIDENCE -> new Outcomes.Confidence(of.yes("renewed"), of.text("note"));
            case RECORD_ADVOCACY -> new Outcomes.Advocacy(of.whole("likelihood"), of.text("note"));
            case RECORD_OUTCOME -> new Outcomes.Outcome(of.yes("account"), of.yes("relationship"), of.yes("business"), of.text("note"));
            default -> of.text("note").isEmpty() ? RecoveryAction.of(step) : RecoveryAction.note(step, of.text("note"));
        };
    }
}
