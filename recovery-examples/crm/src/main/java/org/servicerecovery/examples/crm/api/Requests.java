package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.Step;

/** What clients send. Any part may be missing or null: {@link CommandReader} tells what must be there. */
final class Requests {
    private Requests() {
    }

    /** A command. */
    @Schema(name = "Command", description = "What one person does in one go, all or nothing, in the order given.")
    record Deed(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 100.") List<Doing> actions,
        @Schema(description = "The words that the customer receives. Every speaking step of the command is in them.") Words message,
        @Schema(description = "Names of traits that the signed-in person vouches for, such as FIRST_PERSON.") List<String> attested,
        @Schema(description = "Rules that the signed-in person lifts for this attempt.") List<Waiving> waivers,
        @Schema(description = "When it happened, if it is recorded later; absent for now.") Instant occurredAt) {
    }

    /** A case that begins. */
    @Schema(name = "NewCase", description = "The complaint of one customer.")
    record NewCase(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String customer,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What the customer brought, in words.") String problem,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "How the customer got in touch.") Channel channel,
        @Schema(description = "NORMAL if absent.") Priority priority,
        @Schema(description = "Whose case it is; everybody's if absent.") String team,
        @Schema(description = "What is known besides, such as REPORT_MOOD and REPORT_ISSUE.") List<Doing> actions,
        @Schema(description = "When the customer brought it, if it is recorded later; absent for now.") Instant occurredAt) {
    }

    /** One action. */
    @Schema(name = "Action", description = "A step with what its form asks for; GET …/offers lists the fields of each step.")
    record Doing(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Step step,
        @Schema(description = "By the names of the step's form: texts, numbers or truth values.", example = "{\"receiver\": \"ben\"}")
        Map<String, Object> fields) {
    }

    /** Words to the customer. */
    @Schema(name = "Message", description = "Words that the customer receives, in one message or stretch of talk.")
    record Words(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Channel channel,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100_000) String text) {
    }

    /** A waiver. */
    @Schema(name = "Waiver", description = "Lifts one rule for this attempt. It takes the role that the rule names, and stays visible for ever.")
    record Waiving(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String rule,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String reason) {
    }
}
