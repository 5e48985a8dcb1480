package org.servicerecovery.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Span;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

class TablesTest {
    private static final Playbook HOSTS = hosts();

    private static Playbook hosts() {
        Set<Step> speech = EnumSet.noneOf(Step.class);
        Stream.of(Step.values()).filter(Step::isSpeech).forEach(speech::add);
        speech.remove(Step.REMARK);
        return Playbooks.like(Playbooks.standard(), "hosts", "1")
            .guardrail(Guardrail.named("no-pipes").watches(speech).watches(Step.PARK).in(RecoveryState.LISTENING).when(Facts.MOOD_HOT)
                .unless(Traits.TWO_WAY)
                .needs(Facts.OWNER_NAMED, Traits.BY_OWNER).needsAny(Facts.ESCALATED, Traits.BY_SUPERVISOR).bars(Facts.MERGED)
                .waivableBy(Actor.SUPERVISOR).instead(Step.ESCALATE).because("One | two *three* <b> & `four`\\").from("our_book [1]"))
            .level("night", "no-pipes", Level.SHADOW)
            .deadlines(List.of(Deadline.named("soon").startsWhen(Facts.OPENED).metWhenNoLonger(Facts.CUSTOMER_WAITING)
                .metWith(Step.PARK, Step.REMARK)
                .within(Duration.ofDays(2)).within(Priority.URGENT, Duration.ofMinutes(90)).by("office|hours").pausedWhile("answer").recurring()
                .at(50, Deadline.Rung.Kind.WARNING, "owner").at(100, Deadline.Rung.Kind.BREACH, "boss").from("x")))
            .build();
    }

    @Test
    void aGuardrailIsToldInFull() {
        assertTrue(Tables.guardrails(HOSTS).contains("| `no-pipes` | every word to the customer but `REMARK`, and `PARK` | `LISTENING`"
            + " | `MOOD_HOT`, not *`TWO_WAY`* | `OWNER_NAMED`, *`BY_OWNER`* | `ESCALATED`, *`BY_SUPERVISOR`* | `MERGED` |"
            + " `REFUSE`, `SHADOW` in night | supervisor | `ESCALATE` | One \\| two \\*three\\* &lt;b> &amp; \\`four\\`\\\\ | our\\_book \\[1\\] |\n"), () -> Tables.guardrails(HOSTS));
    }

    @Test
    void aDeadlineIsToldInFull() {
        assertTrue(Tables.deadlines(HOSTS).contains("| `soon` | `OPENED` | no longer `CUSTOMER_WAITING`, on `PARK`, `REMARK` |  |"
            + " `LOW` 2 d, `NORMAL` 2 d, `HIGH` 2 d, `URGENT` 1 h 30 min |"
            + " by office\\|hours, pauses while `answer` runs, recurs | owner at 50 % (`WARNING`), boss at 100 % (`BREACH`) |  | x |\n"),
            () -> Tables.deadlines(HOSTS));
    }

    @Test
    void aSpanAndItsCalendarAreToldInWords() {
        Deadline.Builder legal = Deadline.named("legal").startsWhen(Facts.OPENED).metWith(Step.PARK).by("office").within(Span.businessDays(15))
            .within(Priority.HIGH, Span.businessDays(1)).within(Priority.URGENT, Span.of(Duration.ofHours(8))).survivingTheEnd();
        Deadline.Builder slow = Deadline.named("long").startsWhen(Facts.OPENED).metWith(Step.PARK).within(Span.months(6))
            .within(Priority.HIGH, Span.weeks(1)).within(Priority.URGENT, Span.days(10));
        String table = Tables.deadlines(Playbooks.like(Playbooks.standard(), "hosts", "1").deadlines(List.of(
            legal.at(100, Deadline.Rung.Kind.BREACH, "boss").from("x"), slow.at(100, Deadline.Rung.Kind.BREACH, "boss").from("x"))).build());
        assertTrue(table.contains("| `LOW` 15 business days, `NORMAL` 15 business days, `HIGH` 1 business day, `URGENT` 8 h |"
            + " by `office`, survives the end |"), table);
        assertTrue(table.contains("| `LOW` 6 months, `NORMAL` 6 months, `HIGH` 1 week, `URGENT` 10 calendar days | elapsed |"), table);
    }

    static Stream<String> tables() {
        return Stream.concat(Stream.of(Tables.guardrails(HOSTS), Tables.deadlines(HOSTS), Tables.settings(HOSTS)),
            Stream.of(RecoveryState.values()).map(state -> Tables.rows(HOSTS, state)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowHasAllColumns(String table) {
        var columns = table.lines().map(line -> line.replace("\\\\", "").replace("\\|", "").chars()
            .filter(sign -> sign == '|').count()).distinct().toList();

        assertEquals(1, columns.size(), table);
    }

    @Test
    void everythingIsInATable() {
        var definition = HOSTS.definition();

        assertEquals(definition.guardrails().size() + 2, Tables.guardrails(HOSTS).lines().count());
        assertEquals(definition.deadlines().size() + 2, Tables.deadlines(HOSTS).lines().count());
        assertEquals(definition.transitions().size(),
            Stream.of(RecoveryState.values()).mapToLong(state -> Tables.rows(HOSTS, state).lines().count() - 2).sum());
    }

    @Test
    void rowsAreInTheOrderOfTheSteps() {
        var steps = Tables.rows(HOSTS, RecoveryState.SOLVING).lines().skip(2).map(line -> Step.valueOf(line.split("`")[1])).toList();

        assertEquals(steps.stream().sorted().toList(), steps);
    }
}
