package org.servicerecovery.docs;

import static org.servicerecovery.model.RecoveryState.LISTENING;
import static org.servicerecovery.model.RecoveryState.RECOVERED;
import static org.servicerecovery.model.Step.RECORD_DELIVERY;

import java.util.Set;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.BrokenPlaybookException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Condition;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.playbooks.Row;
import org.servicerecovery.verify.Difference;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.Property;
import org.servicerecovery.verify.Scenarios;

/** What docs/proof.md shows. */
final class ProofExample {
    private ProofExample() {
    }

    static void broken() {
        // [broken]
        Fact asked = Fact.named("CARRIER_ASKED");
        var edited = Playbooks.like(Playbooks.standard(), "parcels", "2").declares(asked)
            .replaceRow("LISTENING/RECORD_FAILURE",
                Row.on(Step.RECORD_FAILURE).in(LISTENING).sets(Facts.FAILURE_NAMED, asked).rows().get(0))
            .guardrail(Guardrail.named("carrier-asked").watches(RECORD_DELIVERY).needs(asked)
                .because("The carrier is asked before a delivery counts.").from("house rule 3"));
        for (var row : Playbooks.standard().definition().transitions()) {
            if (row.step() == Step.RECORD_FACT) {
                edited.replaceRow(row.id());             // this host has no screen for it
            }
        }
        try {
            edited.build();
        } catch (BrokenPlaybookException e) {
            System.out.println(e.getMessage());
        }
        // [/broken]
    }

    static Playbook property() {
        // [property]
        Fact vip = Fact.named("VIP");
        Fact called = Fact.named("MANAGER_CALLED");
        Playbook vips = Playbooks.like(Playbooks.standard(), "vips", "1").declares(vip, called)
            .guardrail(Guardrail.named("manager-calls-vips").watches(Step.CLOSE_AS_RECOVERED).when(vip).needs(called)
                .because("A manager calls a VIP before the case is closed.").from("house rule 9"))
            .never(new Property("vip-called", "A VIP's case can be closed without a manager's call.",
                RECOVERED, new Condition(Set.of(vip), Set.of(called))))
            .build();
        // [/property]
        return vips;
    }

    static void plan() {
        // [plan]
        RecoveryDesk desk = RecoveryDesk.inMemory(Playbooks.standard());
        var anna = desk.as(Actor.agent("anna"));
        anna.open("case-1", "customer-7", "The parcel came broken.", Channel.PHONE);
        Decision early = anna.perform("case-1", Step.CONFIRM_STORY);
        System.out.println(early.cures().size() + " things first, such as: " + early.cures().get(0));
        Plan plan = desk.plan("case-1");
        System.out.println(plan.length() + " steps to a recovered customer; the first of " + plan.contacts().size() + " rounds:");
        plan.contacts().get(0).forEach(System.out::println);
        // [/plan]
    }

    static void difference() {
        // [difference]
        Playbook before = Playbooks.standard();
        Playbook after = Playbooks.like(before, "standard", "2").level("plan-explained", Level.ADVISE).build();
        System.out.println(Difference.between(before, after).report());
        // [/difference]
    }

    static int scenarios() {
        // [scenarios]
        Scenarios all = Scenarios.of(Playbooks.standard());
        all.scenarios().forEach(scenario -> scenario.scenes().forEach(scene -> { /* attempt it on your engine */ }));
        // [/scenarios]
        return all.scenarios().size();
    }
}
