package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;

/** One entry of a history. What is only recorded for whoever designs the playbook is not told. */
@Schema(name = "Entry", description = "What happened, once and for ever; a message makes one entry for each of its steps.")
record EntryResource(
    int sequence,
    @Schema(description = "The Idempotency-Key of the command that made it, or the CRM's own id.") String command,
    Step step, @Schema(description = "The step in words.") String words,
    @Schema(description = "The person's or machine's id.") String actor, Actor.Kind actorKind,
    @Schema(description = "When it happened.") Instant occurredAt, @Schema(description = "When it was recorded.") Instant recordedAt,
    RecoveryState from, RecoveryState to,
    @Schema(description = "The step's particulars.") Map<String, Object> particulars,
    @Schema(description = "The words that the customer received; absent if there were none.") Message message,
    @Schema(description = "Facts that it established.") List<Words.Word> sets,
    @Schema(description = "Facts that no longer hold.") List<Words.Word> clears,
    @Schema(description = "What the actor vouched for.") List<Words.Word> attested,
    @Schema(description = "Rules that were lifted for it.") List<Waived> waivers,
    @Schema(description = "Rules that advised against it.") List<String> advised,
    @Schema(description = "Deadlines that it met.") List<String> met) {

    /** A waiver that was used. */
    @Schema(name = "Waived", description = "A rule that was lifted.")
    record Waived(String rule, String by, String reason) {
    }

    static List<EntryResource> of(List<CaseEvent> events) {
        return events.stream().map(EntryResource::of).toList();
    }

    private static EntryResource of(CaseEvent event) {
        return new EntryResource(event.sequence(), event.commandId(), event.step(), Catalogue.phrase(event.step()), event.actor().id(),
            event.actor().kind(), event.occurredAt(), event.recordedAt(), event.from(), event.to(), particulars(event.action()),
            event.message().orElse(null), Words.Word.of(event.sets()), Words.Word.of(event.clears()), Words.Word.of(event.attested()),
            event.waivers().stream().map(waiver -> new Waived(waiver.guardrail(), waiver.by().id(), waiver.reason())).toList(), event.advised(),
            event.clocks().met());
    }

    /** Every action is a record: what it has beside its step, as plain values. */
    private static Map<String, Object> particulars(RecoveryAction action) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (RecordComponent part : action.getClass().getRecordComponents()) {
            if (part.getType() != Step.class) {
                Object value = plain(read(part, action));
                if (!"".equals(value)) {
                    told.put(part.getName(), value);
                }
            }
        }
        return told;
    }

    private static Object read(RecordComponent part, RecoveryAction action) {
        try {
            return part.getAccessor().invoke(action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The particulars of " + action.step() + " cannot be read", e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Term term) {
            return term.name();
        }
        if (value instanceof Collection<?> values) {
            List<Object> plain = new ArrayList<>();
            values.forEach(one -> plain.add(plain(one)));
            return plain;
        }
        return value;
    }
}
