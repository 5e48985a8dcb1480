package org.servicerecovery.docs;

import static org.servicerecovery.model.Channel.*;
import static org.servicerecovery.model.Deadline.Rung.Kind.BREACH;
import static org.servicerecovery.model.Facts.*;
import static org.servicerecovery.model.RecoveryState.*;
import static org.servicerecovery.model.Step.*;
import static org.servicerecovery.model.Traits.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.servicerecovery.ActingDesk;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Trait;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.spi.Assessor;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.servicerecovery.spi.Situation;
import org.servicerecovery.testing.RecoveryFixture;

/** The code that the README shows, between the marks. */
final class ReadmeExample {
    private ReadmeExample() {
    }

    static List<CaseEvent> transfer() {
        // [transfer]
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());
        ActingDesk anna = desk.as(Actor.agent("anna"));
        anna.open("case-1", "customer-7", "The parcel came broken, twice.", PHONE, RecoveryAction.mood(Mood.IRATE));
        Decision plain = anna.perform("case-1", RecoveryAction.transfer("ben"));
        plain.reasons().forEach(System.out::println);

        anna.perform("case-1", GET_READY);
        anna.say("case-1", PHONE, "I apologise that it came broken twice. I see why you are angry, and I will do all I can.",
            Set.of(APOLOGY_WORDS, FIRST_PERSON, NAMES_PROBLEM, UNCONDITIONAL, SHOWS_UNDERSTANDING, COMMITS_TO_HELP), APOLOGISE, ACKNOWLEDGE);
        anna.perform("case-1", RecoveryAction.requestTransfer("ben"), RecoveryAction.of(BRIEF_RECEIVER));
        desk.as(Actor.agent("ben")).perform("case-1", JOIN);
        anna.say("case-1", PHONE, "Ben, the parcel came broken twice, and the party is on Saturday.",
            Set.of(EXPLAINS_PROBLEM), INTRODUCE_RECEIVER);
        anna.followUp("case-1", "ask whether the parcel arrived whole", Instant.now().plus(Duration.ofDays(2)));
        Decision warm = anna.perform("case-1", RecoveryAction.transfer("ben"));
        System.out.println("permitted: " + warm.isPermitted() + ", owner: " + desk.find("case-1").orElseThrow().data().owner());
        warm.advice().forEach(advice -> System.out.println("advice: " + advice.rule()));
        // [/transfer]
        return desk.history("case-1");
    }

    // [own]
    static final Fact PAYMENT_STOPPED = Fact.named("PAYMENT_STOPPED");
    static final Trait STOPS_PAYMENT = Trait.named("STOPS_PAYMENT");

    static Playbook ours() {
        return Playbooks.like(Playbooks.standard(), "our-shop", "1")
            .declares(PAYMENT_STOPPED).declares(STOPS_PAYMENT)
            .replaceRow("SOLVING/DIAGNOSE")
            .rows(Row.on(DIAGNOSE).in(SOLVING).when(STOPS_PAYMENT).sets(PAYMENT_STOPPED).as("stopping-payment"))
            .rows(Row.on(DIAGNOSE).in(SOLVING).unless(STOPS_PAYMENT).as("otherwise"))
            .guardrail(Guardrail.named("payment-stopped-first").watches(START_WORK).needs(PAYMENT_STOPPED)
                .waivableBy(Actor.SUPERVISOR).because("While the money still goes out, nothing is solved.").from("handbook 4.2"))
            .deadlines(List.of(Deadline.named("stop-payment").startsWhen(STORY_CONFIRMED).metWhen(PAYMENT_STOPPED)
                .within(Duration.ofHours(2)).at(100, BREACH, "supervisor").from("handbook 4.2")))
            .level("second-apology", Level.REFUSE).level("night-team", "asked-to-restate", Level.ADVISE)
            .build();
    }
    // [/own]

    /** Stands for what a host knows about money. */
    interface Payments {
        boolean stoppedFor(String customer);
    }

    // [assessor]
    record PaymentAssessor(Payments payments) implements Assessor {
        @Override
        public Set<Trait> finds() {
            return Set.of(STOPS_PAYMENT);
        }

        @Override
        public Set<Trait> assess(Situation situation) {
            boolean diagnoses = situation.action().step() == DIAGNOSE;
            return diagnoses && payments.stoppedFor(situation.recoveryCase().data().customer()) ? Set.of(STOPS_PAYMENT) : Set.of();
        }
    }
    // [/assessor]

    /** Stands for whatever wakes people. */
    interface Pager {
        void page(String key, String text);
    }

    record PagerHook(Pager pager) implements EscalationHook {
        @Override
        public String name() {
            return "pager";
        }

        @Override
        public void deliver(Delivery delivery) {
            pager.page(delivery.key(), delivery.event().step() + " " + delivery.event().caseId());
        }
    }

    static RecoveryDesk desk(Payments payments, Pager pager) {
        // [ports]
        RecoveryDesk desk = RecoveryDesk.builder(ours())
            .authority(Authority.upTo(BigDecimal.valueOf(30)))
            .assessor(new PaymentAssessor(payments))
            .hook(new PagerHook(pager))
            .build();
        // [/ports]
        return desk;
    }

    static void fixture() {
        // [fixture]
        RecoveryFixture.on(ours()).givenCaseReadyFor(START_WORK).without(PAYMENT_STOPPED)
            .whenAttempted(RecoveryAction.of(START_WORK)).thenRefusedByExactly("payment-stopped-first");
        // [/fixture]
    }
}
