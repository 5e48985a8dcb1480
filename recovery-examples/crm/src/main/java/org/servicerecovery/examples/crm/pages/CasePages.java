package org.servicerecovery.examples.crm.pages;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.servicerecovery.examples.crm.cases.CaseView;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.QueueLine;
import org.servicerecovery.examples.crm.forms.Choice;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.verify.Plan;
import org.servicerecovery.verify.PlanStep;
import org.springframework.stereotype.Component;

/** Puts the page of a case together. */
@Component
class CasePages {
    private final Cases cases;
    private final Deeds deeds;
    private final Entries entries;
    private final StatesPicture picture;
    private final InstantSource clock;

    CasePages(Cases cases, Deeds deeds, Entries entries, StatesPicture picture, InstantSource clock) {
        this.cases = cases;
        this.deeds = deeds;
        this.entries = entries;
        this.picture = picture;
        this.clock = clock;
    }

    /** With what to do first for a closed step, if somebody asks. */
    CasePage of(Person person, CaseView view, Typed typed, Optional<Notice> notice, Optional<Step> asked) {
        RecoveryCase now = view.recoveryCase();
        List<Offer> offers = cases.offers(person, now.id());
        Places places = new Places(offers);
        List<Deed> all = deeds.of(person, view, offers, asked);
        List<Entry> history = new ArrayList<>(entries.of(view.history()));
        Collections.reverse(history);
        Plan plan = cases.plan(person, now.id());
        List<List<PlanLine>> lines = plan.contacts().stream().map(group -> group.stream().map(step -> line(step, places)).toList()).toList();
        return new CasePage(new QueueLine(now, clock.instant()), history, composer(now, all), groups(all), lines,
            plan.steps().isEmpty() ? Labels.sentence(plan.toString()) : "", picture.of(now.state()),
            now.data().receiver().equals(person.id()), typed, notice, UUID.randomUUID().toString());
    }

    Places places(Person person, String caseId) {
        return new Places(cases.offers(person, caseId));
    }

    /** What happened after a version. */
    List<Entry> since(CaseView view, int version) {
        return entries.of(view.history().subList(Math.min(version, view.history().size()), view.history().size()));
    }

    private static PlanLine line(PlanStep step, Places places) {
        String manner = Catalogue.manner(step.traits()).replace(" (attested)", "");
        String text = Labels.sentence(new PlanStep(step.in(), step.step(), step.to(), step.row(), Set.of(), step.facts(), step.times(),
            step.alternatives()).toString());
        return new PlanLine(text, manner, places.of(step.step()));
    }

    private static List<DeedGroup> groups(List<Deed> all) {
        List<DeedGroup> groups = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            List<Deed> here = all.stream().filter(deed -> !deed.form().step().isSpeech() && Theme.of(deed.form().step()) == theme).toList();
            groups.add(new DeedGroup(theme, here.stream().filter(Deed::open).toList(), here.stream().filter(deed -> !deed.open()).toList()));
        }
        return groups;
    }

    private static Composer composer(RecoveryCase now, List<Deed> all) {
        List<Deed> acts = all.stream().filter(deed -> deed.form().step().isSpeech() && deed.open()).toList();
        Set<Pledge> pledges = new LinkedHashSet<>();
        Set<String> hints = new LinkedHashSet<>();
        if (!acts.isEmpty()) {
            pledges.addAll(acts.get(0).pledges());
            hints.addAll(acts.get(0).hints());
        }
        acts.forEach(act -> {
            pledges.retainAll(act.pledges());
            hints.retainAll(act.hints());
        });
        return new Composer(acts.stream().map(act -> act.without(pledges, hints)).toList(),
            all.stream().filter(deed -> deed.form().step().isSpeech() && !deed.open()).toList(),
            all.stream().filter(deed -> deed.form().step() == Step.SCHEDULE_FOLLOW_UP && deed.open()).toList(), List.copyOf(pledges),
            List.copyOf(hints), Arrays.stream(Channel.values()).map(channel -> new Choice(channel.name(), Labels.of(channel))).toList(),
            channel(now));
    }

    /** The one of the conversation that is going on; without one, nothing can be said on a live channel. */
    private static Channel channel(RecoveryCase now) {
        Channel last = now.data().channelIn();
        return now.data().contact().orElse(last.twoWay() ? Channel.EMAIL : last);
    }
}
