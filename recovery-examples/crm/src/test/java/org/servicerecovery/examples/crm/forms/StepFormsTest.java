package org.servicerecovery.examples.crm.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.PeopleForTests;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;

class StepFormsTest {
    private static final Set<Step> BY_HAND_NEVER = Set.of(Step.OPEN, Step.ADOPT, Step.MERGE, Step.ABSORB, Step.MIGRATE, Step.REPORT_LAPSE,
        Step.SEND_AUTOMATIC_REPLY);
    private static final Fact PAYMENT_STOPPED = Fact.named("PAYMENT_STOPPED");
    /** The standard playbook has no fact of a company's own to be recorded. */
    private static final Playbook PLAYBOOK = Playbooks.like(Playbooks.standard(), "with-a-fact", "1").declares(PAYMENT_STOPPED)
        .replaceRow("SOLVING/DIAGNOSE").rows(Row.on(Step.DIAGNOSE).in(RecoveryState.SOLVING).sets(PAYMENT_STOPPED).as("stopping-payment"))
        .guardrail(Guardrail.named("payment-stopped-first").watches(Step.START_WORK).needs(PAYMENT_STOPPED).waivableBy("supervisor")
            .because("While the money still goes out, nothing is solved.").from("handbook")).build();
    private final People people = PeopleForTests.annaAndBen();
    private final StepForms forms = new StepForms(people, RecoveryDesk.inMemory(PLAYBOOK), ZoneId.of("Europe/London"));

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepThatAPersonTakesHasAFormAndTheFormGivesItsAction(Step step) {
        if (BY_HAND_NEVER.contains(step)) {
            assertFalse(StepForms.has(step));
            assertThrows(FormException.class, () -> forms.of(step));
            return;
        }
        StepForm form = forms.of(step);
        assertEquals(step, form.step());
        Map<String, String> filled = filled(form, true);
        assertEquals(step, forms.action(step, filled).step());
        assertEquals(step, forms.action(step, filled(form, false)).step());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whatIsMissingIsToldByItsField(Step step) {
        if (BY_HAND_NEVER.contains(step)) {
            return;
        }
        StepForm form = forms.of(step);
        List<String> needed = form.fields().stream().filter(Field::required).map(Field::name).toList();
        if (needed.isEmpty()) {
            assertEquals(step, forms.action(step, Map.of()).step());
            return;
        }
        FormException missing = assertThrows(FormException.class, () -> forms.action(step, Map.of()));
        assertEquals(needed, List.copyOf(missing.problems().keySet()));
        form.fields().stream().filter(Field::required).forEach(field -> assertTrue(missing.problems().get(field.name()).startsWith(field.label()),
            missing.problems().get(field.name())));
    }

    private static Map<String, String> filled(StepForm form, boolean all) {
        Map<String, String> values = new LinkedHashMap<>();
        form.fields().stream().filter(field -> all || field.required()).forEach(field -> values.put(field.name(), switch (field.kind()) {
            case TEXT, LONG_TEXT -> "the doors";
            case DATE_TIME -> "2026-12-01T14:30";
            case PERSON -> "ben";
            case CHOICE, FACT -> field.choices().get(0).value();
            case NUMBER -> "7";
            case YES_NO -> "no";
            case DUTY, ISSUE, ENTRY -> "3";
        }));
        return values;
    }

    @Test
    void dateIsReadInTheZoneOfTheScreenUnlessItSaysOtherwise() {
        assertEquals(Instant.parse("2026-07-01T13:30:00Z"), due("2026-07-01T14:30"));
        assertEquals(Instant.parse("2026-07-01T14:30:00Z"), due("2026-07-01T14:30:00Z"));
        assertEquals(Instant.parse("2026-07-01T12:30:00Z"), due("2026-07-01T14:30+02:00"));
    }

    private Instant due(String text) {
        return ((Duties.TakeOn) forms.action(Step.MAKE_PROMISE, Map.of("what", "the doors", "due", text))).due();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        FormException wrong = assertThrows(FormException.class,
            () -> forms.action(Step.SCHEDULE_FOLLOW_UP, Map.of("holder", "nobody", "what", "x".repeat(201), "due", "soon", "colour", "red")));
        assertEquals(List.of("colour", "holder", "what", "due"), List.copyOf(wrong.problems().keySet()));
        assertTrue(wrong.problems().get("holder").contains("anna, ben"), wrong.getMessage());
        assertTrue(wrong.problems().get("colour").contains("holder, what, due"), wrong.getMessage());
    }

    @Test
    void whatTheLibraryRejectsIsToldInItsWords() {
        FormException wrong = assertThrows(FormException.class, () -> forms.action(Step.OFFER_GOODWILL, Map.of("what", "a voucher", "amount", "-5")));
        assertTrue(wrong.problems().get("").contains("must not be negative"), wrong.getMessage());
        FormException more = assertThrows(FormException.class, () -> forms.action(Step.RECORD_ADVOCACY, Map.of("likelihood", "11")));
        assertTrue(more.problems().get("").contains("0 to 10"), more.getMessage());
    }

    @Test
    void lineEndsOfBrowsersBecomeOneCharacter() {
        assertEquals(RecoveryAction.note(Step.RECORD_STORY, "one\ntwo"), forms.action(Step.RECORD_STORY, Map.of("note", " one\r\ntwo ")));
    }
}
