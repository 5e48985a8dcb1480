package org.servicerecovery.examples.crm.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.CaseView;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.kernel.Offer.Requirement;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.Level;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Component;

/** From the library's offers to what the page shows. */
@Component
class Deeds {
    /** What goes without saying where a person fills in a form. */
    private static final Set<Trait> GIVEN = Set.of(Traits.RECEIVED, Traits.BY_PERSON, Traits.WITHIN_AUTHORITY, Traits.HELD_BY_EMPLOYEE,
        Traits.HAS_EVIDENCE, Traits.HAS_REASON, Traits.HAS_SUMMARY, Traits.CORRECTABLE, Traits.BY_FOLLOW_UP_HOLDER, Traits.RECEIVER_MATCHES);
    private static final Comparator<Trait> ORDER = Comparator.comparing(Trait::name);

    private final StepForms forms;
    private final Playbook playbook;
    private final Whys whys;

    Deeds(StepForms forms, RecoveryDesk desk, Whys whys) {
        this.forms = forms;
        this.playbook = desk.playbook();
        this.whys = whys;
    }

    /**
     * Every step that a person takes by hand, in the library's order.
     *
     * @param asked of which closed step the page tells what to do first
     */
    List<Deed> of(Person person, CaseView view, List<Offer> offers, Optional<Step> asked) {
        Places places = new Places(offers);
        List<Deed> deeds = new ArrayList<>();
        for (Offer offer : offers) {
            // A fact is recorded only where the company declares some.
            boolean nothingToRecord = offer.step() == Step.RECORD_FACT && playbook.definition().hostFacts().isEmpty();
            boolean told = asked.filter(offer.step()::equals).isPresent();
            if (StepForms.has(offer.step()) && !nothingToRecord) {
                List<Why> reasons = told ? whys.of(person, offer.reasons(), places) : whys.brief(person, offer.reasons());
                deeds.add(new Deed(forms.of(offer.step(), view.recoveryCase(), view.history()), offer.status() != Offer.Status.CLOSED,
                    pledges(offer, view), hints(offer), reasons, told));
            }
        }
        return deeds;
    }

    /** What the rules in force want vouched for, and what advice would like: an offer tells only of what refuses. */
    private List<Pledge> pledges(Offer offer, CaseView view) {
        Map<Trait, Pledge> pledges = new LinkedHashMap<>();
        offer.conditions().stream().flatMap(Deeds::wanted).filter(Trait::attestable).sorted(ORDER)
            .forEach(trait -> pledges.put(trait, pledge(trait, true)));
        playbook.definition().guardrails().stream().filter(rule -> advises(rule, offer.step(), view))
            .flatMap(rule -> rule.needsAll().stream()).filter(Trait.class::isInstance).map(Trait.class::cast).filter(Trait::attestable)
            .forEach(trait -> pledges.putIfAbsent(trait, pledge(trait, false)));
        return List.copyOf(pledges.values());
    }

    private static boolean advises(Guardrail rule, Step step, CaseView view) {
        return rule.level() == Level.ADVISE && rule.watches().contains(step) && rule.states().contains(view.recoveryCase().state());
    }

    private static Stream<Trait> wanted(Requirement condition) {
        return Stream.concat(condition.needs().stream(), condition.needsAny().stream());
    }

    private static Pledge pledge(Trait trait, boolean demanded) {
        return new Pledge(trait.name(), Labels.sentence(Catalogue.phrase(trait).replace(" (attested)", "")), demanded);
    }

    /** What else the rules want of it, which the library sees by itself: the channel, another act of the same message. */
    private List<String> hints(Offer offer) {
        return offer.conditions().stream().map(this::hint).filter(hint -> !hint.isEmpty()).distinct().sorted().toList();
    }

    private String hint(Requirement condition) {
        String all = phrases(condition.needs(), "", ", ");
        String any = phrases(condition.needsAny(), "", " or ");
        String needed = all + (all.isEmpty() || any.isEmpty() ? "" : ", ") + any;
        String asked = condition.never() ? "not possible now. " + playbook.guardrail(condition.rule()).why()
            : needed.isEmpty() ? "" : "needed: " + needed;
        String when = Stream.of(phrases(condition.when(), "", " and "), phrases(condition.unless(), "not ", " and ")).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" and "));
        return asked.isEmpty() || when.isEmpty() ? asked : "if " + when + ": " + asked;
    }

    private static String phrases(Set<Trait> traits, String before, String join) {
        return traits.stream().filter(Deeds::isSeen).map(trait -> before + Catalogue.phrase(trait)).sorted().collect(Collectors.joining(join));
    }

    private static boolean isSeen(Trait trait) {
        return !trait.attestable() && !GIVEN.contains(trait);
    }
}
