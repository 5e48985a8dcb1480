package org.servicerecovery.examples.crm.pages;

import java.util.Collection;
import java.util.List;
import org.servicerecovery.examples.crm.forms.StepForm;

/**
 * One step as it is shown: with its form, and closed with the reasons.
 *
 * @param form    what has to be filled in
 * @param open    whether it may be possible now, depending on what is filled in
 * @param pledges what the rules want vouched for
 * @param hints   what else the rules want of it, which is seen by itself
 * @param whys    why it is closed
 * @param told    whether they say what to do first
 */
public record Deed(StepForm form, boolean open, List<Pledge> pledges, List<String> hints, List<Why> whys, boolean told) {
    public Deed {
        pledges = List.copyOf(pledges);
        hints = List.copyOf(hints);
        whys = List.copyOf(whys);
    }

    /** The form's id on the page. */
    public String id() {
        return "step-" + form.step();
    }

    /** Nothing to fill in, and nothing to vouch for: a button will do. */
    public boolean isPlain() {
        return form.fields().isEmpty() && pledges.isEmpty() && hints.isEmpty();
    }

    /** Without what is asked of every act of a message, and told once. */
    Deed without(Collection<Pledge> common, Collection<String> once) {
        return new Deed(form, open, pledges.stream().filter(pledge -> !common.contains(pledge)).toList(),
            hints.stream().filter(hint -> !once.contains(hint)).toList(), whys, told);
    }
}
