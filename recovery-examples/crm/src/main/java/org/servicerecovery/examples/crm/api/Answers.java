package org.servicerecovery.examples.crm.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.playbook.Playbook;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers to commands. */
@Component
class Answers {
    static final String REPLAYED = "Idempotency-Replayed";

    private final Playbook playbook;

    Answers(RecoveryDesk desk) {
        this.playbook = desk.playbook();
    }

    /** What was done; a refusal becomes a problem with every reason. */
    OutcomeResource done(Decision decision) {
        if (decision.isPermitted()) {
            return OutcomeResource.of(decision, playbook);
        }
        List<Words.Because> reasons = Words.Because.of(decision.reasons(), playbook);
        String rules = decision.reasons().stream().map(Reason::rule).distinct().collect(Collectors.joining(", "));
        throw Problems.refused("Nothing was written. Refused by: " + rules + ". The cures tell what to do first.",
            Map.of("reasons", reasons, "cures", Words.Remedy.of(decision.cures())));
    }

    ResponseEntity<OutcomeResource> of(OutcomeResource done, ResponseEntity.BodyBuilder answer) {
        if (done.repeated()) {
            answer.header(REPLAYED, "true");
        }
        return answer.eTag(Version.tag(done.version())).body(done);
    }

    OutcomeResource.Preview preview(String caseId, int version, Decision decision) {
        return OutcomeResource.Preview.of(caseId, version, decision, playbook);
    }
}
