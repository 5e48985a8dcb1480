package org.servicerecovery.input;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Deadline.Rung.Kind;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Transition;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;

/** A playbook with a mistake is not built; the message names the row and the remedy. */
class BrokenPlaybooksTest {
    private static final Fact UNDECLARED = Fact.named("PARCEL_FOUND");

    private static PlaybookBuilder like() {
        return Playbooks.like(Playbooks.standard(), "own", "1");
    }

    private static void broken(PlaybookBuilder builder, String... named) {
        names(assertThrows(BrokenPlaybookException.class, builder::build).getMessage(), named);
    }

    private static void wrong(Executable making, String... named) {
        names(assertThrows(InvalidInputException.class, making).getMessage(), named);
    }

    private static void names(String message, String... named) {
        for (String part : named) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is not named in: " + message);
        }
    }

    @Test
    void twoRowsThatOverlap() {
        broken(like().rows(Row.on(PARK).in(RecoveryState.SOLVING).when(Facts.MOOD_HOT).as("hot")), "SOLVING/PARK", "SOLVING/PARK/hot",
            "can both apply to PARK in SOLVING", "Give one a condition that the other forbids");
    }

    @Test
    void twoRowsOfOneName() {
        broken(like().rows(List.of(new Transition("SOLVING/PARK", RecoveryState.SOLVING, PARK, Condition.ALWAYS, RecoveryState.SOLVING, Set.of(),
            Set.of()))), "SOLVING/PARK is there twice", "Rename or remove one");
    }

    @Test
    void aGuardrailThatWatchesAStepWhichDoesNotExist() {
        PlaybookBuilder builder = Playbooks.onTheFloor("own", "1")
            .guardrail(Guardrail.named("own-rule").watches(DIAGNOSE).needs(Facts.OWNER_NAMED).because("No.").from("house"));
        broken(builder, "own-rule watches DIAGNOSE", "Add a row, or do not watch it");
    }

    @Test
    void aGuardrailWhoseAlternativeDoesNotExist() {
        PlaybookBuilder builder = Playbooks.onTheFloor("own", "1").guardrail(Guardrail.named("own-rule").watches(ESCALATE).needs(Facts.OWNER_NAMED)
            .instead(DIAGNOSE).because("No.").from("house"));
        broken(builder, "own-rule names DIAGNOSE", "Add a row or name another");
    }

    @Test
    void aGuardrailThatWatchesAReport() {
        broken(like().guardrail(Guardrail.named("own-rule").watches(REPORT_MOOD).needs(Facts.OWNER_NAMED).because("No.").from("house")),
            "own-rule watches REPORT_MOOD", "never refused", "Watch the step of staff");
    }

    @Test
    void anUndeclaredFactOrTraitAnywhere() {
        String[] named = {"PARCEL_FOUND", "not declared", "Declare it on the builder"};
        broken(like().guardrail(Guardrail.named("own-rule").watches(PARK).needs(UNDECLARED).because("No.").from("house")), named);
        broken(like().guardrail(Guardrail.named("own-rule").watches(PARK).unless(Trait.named("PARCEL_FOUND")).bars(Facts.MOOD_HOT).because("No.")
            .from("house")), named);
        broken(like().rows(Row.on(PARK).in(RecoveryState.AWAITING).sets(UNDECLARED).rows()), named);
        broken(like().rows(Row.on(PARK).in(RecoveryState.AWAITING).when(UNDECLARED).rows()), named);
        broken(like().deadlines(List.of(Deadline.named("own-clock").startsWhen(UNDECLARED).metWith(PARK).within(Duration.ofHours(1))
            .at(100, Kind.BREACH, "owner").from("house"))), named);
        broken(like().deadlines(List.of(Deadline.named("own-clock").startsWith(PARK).metWhenNoLonger(UNDECLARED).within(Duration.ofHours(1))
            .at(100, Kind.BREACH, "owner").from("house"))), named);
    }

    @Test
    void aFactOfTheLibraryThatIsDeclaredAgainOrTooManyOfTheHosts() {
        broken(like().declares(Facts.MOOD_HOT), "MOOD_HOT is declared twice", "another name");
        Fact[] many = new Fact[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = Fact.named("OWN_" + i);
        }
        broken(like().declares(many), "128", "Declare at most");
    }

    @Test
    void whatIsNotThereToBeChanged() {
        broken(like().level("no-blam", Level.OFF), "no guardrail no-blam", "Check the id");
        broken(like().level("night", "no-blam", Level.OFF), "Team night", "no-blam");
        broken(like().withoutGuardrail("no-blam"), "no-blam");
        broken(like().withoutDeadline("nudg"), "nudg");
        broken(like().replaceRow("SOLVING/PRK"), "SOLVING/PRK", "STATE/STEP");
        wrong(() -> like().level(" ", "no-blame", Level.OFF), "team's name must not be blank");
    }

    @Test
    void aGuardrailThatCouldNotBite() {
        wrong(() -> Guardrail.named("own-rule").watches(PARK).from("house"), "own-rule", "neither needs nor bars");
        wrong(() -> Guardrail.named("own-rule").needs(Facts.OWNER_NAMED).from("house"), "own-rule watches no step");
        wrong(() -> Guardrail.named("own-rule").watches(PARK).needs(Facts.OWNER_NAMED).from(), "no source");
        wrong(() -> Guardrail.named("Own Rule").watches(PARK).needs(Facts.OWNER_NAMED).from("house"), "Own Rule", "no-plain-transfer");
        wrong(() -> Guardrail.named("own-rule").watches(PARK).when(Facts.MOOD_HOT).unless(Facts.MOOD_HOT).needs(Facts.OWNER_NAMED).from("house"),
            "MOOD_HOT", "Remove one");
    }

    @Test
    void aDeadlineThatCouldNotRun() {
        wrong(() -> Deadline.named("own-clock").metWith(PARK).within(Duration.ofHours(1)).at(100, Kind.BREACH, "owner").from("house"),
            "own-clock can never start");
        wrong(() -> Deadline.named("own-clock").startsWith(PARK).metWith(PARK).within(Priority.LOW, Duration.ofHours(1)).at(100, Kind.BREACH, "owner")
            .from("house"), "gives no time to NORMAL");
        wrong(() -> Deadline.named("own-clock").startsWith(PARK).metWith(PARK).within(Duration.ZERO).at(100, Kind.BREACH, "owner").from("house"),
            "positive length");
        wrong(() -> Deadline.named("own-clock").startsWith(PARK).metWith(PARK).within(Duration.ofHours(1)).from("house"), "exactly one rung");
        wrong(() -> Deadline.named("own-clock").startsWith(PARK).metWith(PARK).within(Duration.ofHours(1)).at(100, Kind.BREACH, "owner")
            .at(50, Kind.WARNING, "owner").from("house"), "order of time");
        wrong(() -> new Deadline.Rung(0, Kind.BREACH, "owner"), "1 to 100000");
        broken(like().deadlines(List.of(Deadline.named("own-clock").forEach(Duty.Kind.PROMISE).at(100, Kind.BREACH, "owner").from("house"))),
            "own-clock is the second one for duties of kind PROMISE");
    }

    @Test
    void aRowThatSetsAndClearsTheSame() {
        wrong(() -> Row.on(PARK).sets(Facts.MOOD_HOT).clears(Facts.MOOD_HOT).rows(), "sets and clears MOOD_HOT", "Decide for one");
    }

    @Test
    void aSentenceThatIsNowhere() {
        broken(like().guardrail(Guardrail.named("own-rule").watches(PARK).bars(Traits.SHIFTS_BLAME).from("house")), "own-rule", "because(");
    }
}
