package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.wording.Finding;
import org.servicerecovery.wording.Review;

/** What is found in a message before it is sent, and what the rules will say. */
@Schema(name = "Review", description = "What is found in a message, and what the rules say of the command as the case stands; nothing is written.")
record ReviewResource(
    String caseId, @Schema(description = "The version that was looked at.") int version,
    @Schema(description = "In the order of the text.") List<Found> findings,
    @Schema(description = "What the words show by themselves; nobody needs to attest it, and nobody can deny it.") List<Words.Word> shown,
    boolean permitted,
    @Schema(description = "Why it would be refused, without cures: a preview tells them.") List<Words.Because> reasons,
    @Schema(description = "What the person would hear although it would be done.") List<Words.Because> advice) {

    /** Wording that was found. */
    @Schema(name = "Finding", description = "Wording that was found in the text.")
    record Found(
        @Schema(description = "The kind of wording, such as cliche-apology.") String id,
        @Schema(description = "Where it begins in the text, in UTF-16 units.") int start, @Schema(description = "Where it ends, exclusive.") int end,
        @Schema(description = "The words there.") String words,
        @Schema(description = "What it is about, in one sentence.") String why,
        @Schema(description = "Lines of the rulebook.") List<String> sources,
        @Schema(description = "A sentence to say instead of the one that has these words, “…” standing for what only the writer knows. Absent where none is known.") String better,
        @Schema(description = "What to do, where no sentence can be given.") String advice,
        @Schema(description = "Whether it speaks against the text; otherwise it is good.") boolean against,
        @Schema(description = "Whether a rule may refuse it; what is not sure is only advised against.") boolean sure) {

        private static Found of(Finding finding) {
            return new Found(finding.kind().id(), finding.start(), finding.end(), finding.words(), finding.kind().why(), finding.kind().sources(),
                finding.better().isEmpty() ? null : finding.better(), finding.kind().advice().isEmpty() ? null : finding.kind().advice(), finding.kind().against(), finding.refuses());
        }
    }

    static ReviewResource of(String caseId, int version, Review review, Decision decision, Playbook playbook) {
        return new ReviewResource(caseId, version, review.findings().stream().map(Found::of).toList(), Words.Word.of(review.traits()),
            decision.isPermitted(), Words.Because.withoutCures(decision.reasons(), playbook),
            Words.Because.withoutCures(decision.advice(), playbook));
    }
}
