package org.servicerecovery.examples.crm.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Step;

/** Where on the page of a case a step is taken. */
final class Places {
    private final Set<Step> open = EnumSet.noneOf(Step.class);
    private final Set<Step> shown = EnumSet.noneOf(Step.class);

    Places(List<Offer> offers) {
        for (Offer offer : offers) {
            shown.add(offer.step());
            if (offer.status() != Offer.Status.CLOSED) {
                open.add(offer.step());
            }
        }
    }

    /** The address within the page; empty if the step is not taken by hand. */
    String of(Step step) {
        if (!shown.contains(step) || !StepForms.has(step)) {
            return "";
        }
        if (!open.contains(step)) {
            return "#closed-" + step;
        }
        return (step.isSpeech() ? "#say-act-" : "#step-") + step;
    }
}
