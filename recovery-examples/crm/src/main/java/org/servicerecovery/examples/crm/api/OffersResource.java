package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.servicerecovery.examples.crm.forms.Field;
import org.servicerecovery.examples.crm.forms.StepForm;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;

/** What the signed-in person may do now. */
@Schema(name = "Offers", description = "Every step that a person can take, for the person who is signed in, as the case stands.")
record OffersResource(String caseId, int version, List<Offered> offers) {

    /** One step. */
    @Schema(name = "Offer", description = "Whether one step can be taken, and what its form asks for.")
    record Offered(
        Step step, @Schema(description = "The step in words.") String words,
        @Schema(description = "OPEN: whatever the particulars. IF: depending on the conditions and ways. CLOSED: for the reasons given.")
        Offer.Status status,
        @Schema(description = "Whether the step is words to the customer and belongs into a message.") boolean speech,
        @Schema(description = "What an action of this step has in its fields.") List<Entered> fields,
        @Schema(description = "What rules ask of the action, all of them.") List<Asked> conditions,
        @Schema(description = "What the action must have and lack: one of these must fit, unless there are none.") List<Fitting> ways,
        @Schema(description = "Why it is closed.") List<Words.Because> reasons) {

        /** In the list, without what removes each reason. */
        static Offered listed(Offer offer, StepForm form, Playbook playbook) {
            return of(offer, form, Words.Because.withoutCures(offer.reasons(), playbook));
        }

        static Offered whole(Offer offer, StepForm form, Playbook playbook) {
            return of(offer, form, Words.Because.of(offer.reasons(), playbook));
        }

        private static Offered of(Offer offer, StepForm form, List<Words.Because> reasons) {
            return new Offered(offer.step(), Catalogue.phrase(offer.step()), offer.status(), offer.step().isSpeech(),
                form.fields().stream().map(Entered::of).toList(), offer.conditions().stream().map(Asked::of).toList(),
                offer.ways().stream().map(way -> new Fitting(Words.Word.of(way.with()), Words.Word.of(way.without()))).toList(), reasons);
        }
    }

    /** One field of a form. */
    @Schema(name = "Field", description = "One thing to be told with a step.")
    record Entered(String name, String words, Field.Kind kind, boolean required,
                   @Schema(description = "What it can be; empty if it is not chosen from a list.") List<String> choices) {
        private static Entered of(Field field) {
            return new Entered(field.name(), field.label(), field.kind(), field.required(),
                field.choices().stream().map(choice -> choice.value()).toList());
        }
    }

    /** What one rule asks. */
    @Schema(name = "Condition", description = "What one rule asks of an action that has all of when and none of unless.")
    record Asked(String rule, List<Words.Word> when, List<Words.Word> unless, List<Words.Word> needs, List<Words.Word> needsAny,
                 List<Words.Word> bars, @Schema(description = "True if nothing helps once the rule applies.") boolean never) {
        private static Asked of(Offer.Requirement asked) {
            return new Asked(asked.rule(), Words.Word.of(asked.when()), Words.Word.of(asked.unless()), Words.Word.of(asked.needs()),
                Words.Word.of(asked.needsAny()), Words.Word.of(asked.bars()), asked.never());
        }
    }

    /** One way to take a step. */
    @Schema(name = "Way", description = "What an action must have and lack to fit.")
    record Fitting(List<Words.Word> with, List<Words.Word> without) {
    }
}
