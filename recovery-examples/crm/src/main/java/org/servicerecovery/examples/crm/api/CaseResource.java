package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.CaseData;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Issue;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;

/** A case as it stands. What does not apply is left out. */
@Schema(name = "Case", description = "A case as it stands at one version; the ETag is that version. What does not apply is left out.")
record CaseResource(
    String id, int version, RecoveryState state, String customer, String problem,
    @Schema(description = "Absent if it is everybody's.") String team, Priority priority,
    @Schema(description = "Absent while nobody has taken the case.") String owner,
    @Schema(description = "The last reading; absent if there is none.") Mood mood,
    @Schema(description = "How the customer last got in touch.") Channel channelIn,
    @Schema(description = "The channel of the conversation under way.") Channel contact,
    @Schema(description = "Whom the owner asked to take over.") String receiver,
    @Schema(description = "The original, if this case is a duplicate.") String mergedInto,
    Instant openedAt, Instant recordedAt,
    @Schema(description = "What is established.") List<Words.Word> facts,
    @Schema(description = "Promises, follow-ups and checks that were ever taken on.") List<Owed> duties,
    @Schema(description = "Issues and unclear points that were ever raised.") List<Raised> issues,
    @Schema(description = "The clocks that run, the next one first.") List<Clock> deadlines,
    @Schema(description = "Which playbook judges it.") String playbook,
    @Schema(description = "Where its parts are.") Map<String, String> links) {

    /** A promise, a follow-up or a check. */
    @Schema(name = "Duty", description = "Something that one person owes by a date.")
    record Owed(int id, Duty.Kind kind, String holder, String what, Instant due, Duty.Status status) {
        private static Owed of(Duty duty) {
            return new Owed(duty.id(), duty.kind(), duty.holder(), duty.what(), duty.due(), duty.status());
        }
    }

    /** An issue or an unclear point. */
    @Schema(name = "Issue", description = "Something to be put right, or to be clarified.")
    record Raised(int id, Issue.Kind kind, String what, boolean open) {
        private static Raised of(Issue issue) {
            return new Raised(issue.id(), issue.kind(), issue.what(), issue.open());
        }
    }

    /** A clock. */
    @Schema(name = "Deadline", description = "A clock that runs.")
    record Clock(String deadline, @Schema(description = "What is due.") String words,
                 @Schema(description = "The duty that it is for; absent for the case itself.") Integer duty, Instant startedAt, Instant due,
                 @Schema(description = "When somebody hears of it next; absent if nobody does any more, or it is paused.") Instant next,
                 @Schema(description = "Since when it is paused.") Instant pausedAt) {
        private static Clock of(RunningDeadline clock) {
            String key = "deadline." + clock.deadline();
            return new Clock(clock.deadline(), Catalogue.has(key) ? Catalogue.text(key) : clock.deadline().replace('-', ' '),
                clock.duty() == 0 ? null : clock.duty(), clock.start(), clock.due(), clock.next().equals(Instant.MAX) ? null : clock.next(),
                clock.pausedAt().orElse(null));
        }
    }

    static CaseResource of(RecoveryCase seen) {
        CaseData data = seen.data();
        String self = Paths.of(seen.id());
        return new CaseResource(seen.id(), seen.version(), seen.state(), data.customer(), data.problem(), present(data.team()), data.priority(),
            present(data.owner()), data.mood().orElse(null), data.channelIn(), data.contact().orElse(null), present(data.receiver()),
            present(data.mergedInto()), data.openedAt(), seen.recordedAt(), Words.Word.of(seen.facts()),
            seen.ledger().duties().stream().map(Owed::of).toList(), seen.ledger().issues().stream().map(Raised::of).toList(),
            seen.deadlines().stream().sorted(Comparator.comparing(RunningDeadline::next).thenComparing(RunningDeadline::due)).map(Clock::of).toList(),
            seen.playbook().toString(), Map.of("self", self, "history", self + "/history", "offers", self + "/offers", "plan", self + "/plan",
                "commands", self + "/commands", "preview", self + "/preview"));
    }

    static String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
