package org.servicerecovery.examples.crm.forms;

import java.util.List;
import org.servicerecovery.model.Step;

/** What a step needs to be filled in; no fields if it only needs to be done. */
public record StepForm(Step step, String title, List<Field> fields) {
    public StepForm {
        fields = List.copyOf(fields);
    }
}
