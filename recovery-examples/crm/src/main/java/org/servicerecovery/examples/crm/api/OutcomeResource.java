package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Repeated;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;

/** What a command did. */
@Schema(name = "Outcome", description = "What a command did; the ETag is the version that it led to.")
record OutcomeResource(
    String caseId, int version, RecoveryState state,
    @Schema(description = "True if the command was done before, and nothing now.") boolean repeated,
    @Schema(description = "What happened.") List<EntryResource> entries,
    @Schema(description = "What the person should hear although it was done.") List<Words.Because> advice) {

    static OutcomeResource of(Decision permitted, Playbook playbook) {
        CaseEvent last = permitted.lastEvent().orElseThrow();
        return new OutcomeResource(last.caseId(), last.sequence(), last.to(), permitted instanceof Repeated, EntryResource.of(permitted.events()),
            Words.Because.of(permitted.advice(), playbook));
    }

    /** What a command would do. */
    @Schema(name = "Preview", description = "What a command would do, as the case stands; nothing is written.")
    record Preview(
        String caseId, @Schema(description = "The version that was looked at.") int version, boolean permitted,
        @Schema(description = "Where the case would stand; absent if it is refused.") RecoveryState state,
        @Schema(description = "Why it would be refused.") List<Words.Because> reasons,
        @Schema(description = "What would make it permitted, for all reasons together, in order.") List<Words.Remedy> cures,
        @Schema(description = "What the person would hear although it would be done.") List<Words.Because> advice) {

        static Preview of(String caseId, int version, Decision decision, Playbook playbook) {
            return new Preview(caseId, version, decision.isPermitted(), decision.lastEvent().map(CaseEvent::to).orElse(null),
                Words.Because.of(decision.reasons(), playbook), Words.Remedy.of(decision.cures()), Words.Because.of(decision.advice(), playbook));
        }
    }
}
