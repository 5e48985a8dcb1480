package org.servicerecovery.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.PlaybookBuilder;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Situation;

/** A host brings its own business: facts, traits, an assessor, guardrails, rows and deadlines beside the standard ones. */
class HostsOwnTest {
    private static final Fact CARRIER_ASKED = Fact.named("CARRIER_ASKED");
    private static final Fact FRAUD_CHECKED = Fact.named("FRAUD_CHECKED");
    private static final Trait HIGH_VALUE = Trait.named("HIGH_VALUE");

    private static final Playbook PARCELS = like().declares(CARRIER_ASKED, FRAUD_CHECKED).declares(HIGH_VALUE)
        .guardrail(Guardrail.named("carrier-asked").watches(START_WORK).needs(CARRIER_ASKED).because("The carrier has to be asked first.")
            .from("house rule 3"))
        .guardrail(Guardrail.named("fraud-checked").watches(PROPOSE_SOLUTION).when(HIGH_VALUE).needs(FRAUD_CHECKED)
            .because("A dear parcel is checked for fraud first.").from("house rule 7"))
        .deadlines(List.of(Deadline.named("carrier-answers").startsWhen(CARRIER_ASKED).metWith(START_WORK).within(Duration.ofHours(12))
            .at(100, Deadline.Rung.Kind.BREACH, "logistics").from("house rule 4")))
        .build();

    private static PlaybookBuilder like() {
        return Playbooks.like(Playbooks.standard(), "parcels", "1");
    }

    /** Looks at what the customer brought: whatever is looked up or measured is a trait. */
    private static final class DearParcels implements Assessor {
        @Override
        public Set<Trait> finds() {
            return Set.of(HIGH_VALUE);
        }

        @Override
        public Set<Trait> assess(Situation situation) {
            return situation.recoveryCase().data().problem().contains("watch") ? Set.of(HIGH_VALUE) : Set.of();
        }
    }

    private static Play desk() {
        return Play.on(PARCELS, new InMemoryCaseStore(), desk -> desk.assessor(new DearParcels()));
    }

    private static Play opened(String problem) {
        Play play = desk();
        play.desk.open(Play.CASE, Command.does(ANNA, new Actions.Open(Play.CUSTOMER, problem, Channel.PHONE,
            Priority.NORMAL, ""))).orThrow();
        return play;
    }

    @Test
    void aHostsGuardrailBitesOnAFactOfTheHost() {
        Play play = opened("the parcel never came").listened().proposed().agreed();
        var refused = play.attempt(ANNA, START_WORK);
        assertEquals(List.of("carrier-asked"), refused.refusedBy());
        assertEquals("The carrier has to be asked first.", refused.reasons().get(0).why());
        assertEquals(List.of("house rule 3"), refused.reasons().get(0).sources());
        assertTrue(refused.reasons().get(0).cures().stream().anyMatch(cure -> cure.step() == RECORD_FACT && cure.facts().contains(CARRIER_ASKED)));
        play.does(ANNA, established(CARRIER_ASKED, "asked on the telephone")).does(ANNA, START_WORK);
    }

    @Test
    void aHostsAssessorDecidesWhereAGuardrailApplies() {
        assertTrue(opened("the parcel never came").listened().proposed().has(Facts.SOLUTION_PROPOSED));
        Play dear = opened("the parcel with my watch never came").listened();
        dear.does(ANNA, RECORD_DESIRED_OUTCOME, RECORD_PRIORITY, DESIGNATE_CONCERN, TAKE_PERSPECTIVE);
        assertEquals(List.of("fraud-checked"), dear.attempt(Play.saying(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION)).refusedBy());
        dear.does(ANNA, established(FRAUD_CHECKED, "")).says(ANNA, Channel.PHONE, EMPATHISE, PROPOSE_SOLUTION);
    }

    @Test
    void whatAHostsAssessorFoundIsKeptInTheEvent() {
        Play dear = opened("the parcel with my watch never came").says(ANNA, Channel.PHONE, APOLOGISE);
        CaseEvent event = dear.desk.history(Play.CASE).get(1);
        assertTrue(event.traits().contains(HIGH_VALUE));
        assertFalse(event.attested().contains(HIGH_VALUE));
    }

    @Test
    void aHostsDeadlineRunsAndItsHookHears() {
        Play play = opened("the parcel never came").does(ANNA, established(CARRIER_ASKED, ""));
        assertTrue(play.clocks().contains("carrier-answers"));
        play.after(Duration.ofHours(12));
        assertEquals(List.of("BREACH logistics"), play.rungs("carrier-answers"));
        assertEquals(START.plus(Duration.ofHours(12)), play.heard.get(play.heard.size() - 1).occurredAt());
    }

    @Test
    void aHostsRowLetsAStepOfTheLibrarySetAFactOfTheHost() {
        // Whoever involves a helper has asked the carrier: the standard row is replaced by one that says so.
        PlaybookBuilder builder = like().declares(CARRIER_ASKED).guardrail(
            Guardrail.named("carrier-asked").watches(START_WORK).needs(CARRIER_ASKED).because("Ask the carrier.").from("house rule 3"));
        for (var row : Playbooks.standard().definition().transitions().stream().filter(one -> one.step() == INVOLVE).toList()) {
            builder.replaceRow(row.id());
        }
        Playbook asking = builder.rows(Row.on(INVOLVE).sets(Facts.HELPERS_INVOLVED, CARRIER_ASKED).clears(Facts.TEAM_FOLLOWED_UP).rows()).build();
        Play play = Play.on(asking).byPhone().says(ANNA, Channel.PHONE, STATE_OWNERSHIP).does(ANNA, involve("carrier", "find it"));
        assertTrue(play.has(CARRIER_ASKED));
    }

    @Test
    void aHostsFactMayBeAttestedWhenACaseIsAdopted() {
        Play play = desk();
        play.desk.adopt(Play.CASE, Command.does(ANNA, new Actions.Adopt(Play.CUSTOMER, "no parcel", Channel.EMAIL,
            Priority.NORMAL, "", "", Set.of(CARRIER_ASKED), List.of()))).orThrow();
        assertTrue(play.has(CARRIER_ASKED));
        assertTrue(play.clocks().contains("carrier-answers"));
    }

    @Test
    void whatIsNotDeclaredIsAMistakeThatNamesTheRemedy() {
        Play standard = Play.standard().byPhone();
        InvalidInputException fact = assertThrows(InvalidInputException.class, () -> standard.attempt(ANNA, established(CARRIER_ASKED, "")));
        assertTrue(fact.getMessage().contains("CARRIER_ASKED") && fact.getMessage().contains("Declare it on the builder"), fact.getMessage());
        InvalidInputException trait = assertThrows(InvalidInputException.class,
            () -> standard.attempt(Command.does(ANNA, Play.act(GET_READY)).attesting(HIGH_VALUE)));
        assertTrue(trait.getMessage().contains("HIGH_VALUE"), trait.getMessage());
        assertEquals(1, standard.now().version());
    }

    @Test
    void theDeskListsWhatNobodysAssessorCanMakeBite() {
        Play bare = Play.on(PARCELS);
        assertTrue(bare.desk.toothless().containsAll(List.of("fraud-checked", "no-blame", "plain-words")), () -> "" + bare.desk.toothless());
        assertFalse(bare.desk.toothless().contains("no-plain-transfer"), "that one reads the case");
        assertFalse(bare.desk.toothless().contains("carrier-asked"));
        Play assessed = desk();
        assertFalse(assessed.desk.toothless().contains("fraud-checked"));
        assertTrue(assessed.desk.toothless().contains("no-blame"));
        Play reading = Play.on(PARCELS, new InMemoryCaseStore(), desk -> desk.assessor(new Assessor() {
            @Override
            public Set<Trait> finds() {
                return Set.of(Traits.SHIFTS_BLAME);
            }

            @Override
            public Set<Trait> assess(Situation situation) {
                return situation.command().message().filter(said -> said.text().contains("the carrier's fault")).isPresent()
                    ? Set.of(Traits.SHIFTS_BLAME) : Set.of();
            }
        })).byPhone();
        assertFalse(reading.desk.toothless().contains("no-blame"));
        assertEquals(List.of("no-blame"), reading.attempt(Command.says(ANNA, Channel.PHONE,
            "That is the carrier's fault.", REMARK)).refusedBy());
    }

    @Test
    void anAssessorThatThrowsReachesTheCallerAndNothingIsWritten() {
        Play play = Play.on(PARCELS, new InMemoryCaseStore(), desk -> desk.assessor(new Assessor() {
            @Override
            public Set<Trait> finds() {
                return Set.of();
            }

            @Override
            public Set<Trait> assess(Situation situation) {
                throw new IllegalStateException("the scoring service is down");
            }
        }));
        assertThrows(IllegalStateException.class, play::byPhone);
        assertTrue(play.desk.find(Play.CASE).isEmpty());
    }

    @Test
    void theHostsOwnRowsAreInTheFingerprint() {
        assertNotEquals(Playbooks.standard().id().fingerprint(), PARCELS.id().fingerprint());
    }
}
