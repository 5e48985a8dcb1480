package org.servicerecovery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.spi.Delivery;

/**
 * The body that {@link Webhook} documents. It is made of the delivery's event alone, so that every repetition has the same bytes. The
 * form in which a store keeps events is another one: it may change with the store, this one is a promise to receivers.
 */
final class Body {
    /** Raised only for what receivers must not take for the old one: new fields are not that. */
    static final int FORMAT = 1;

    /** Pure ASCII: a receiver that reads and writes the text in another character set still verifies the same bytes. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Body() {
    }

    static byte[] of(Delivery delivery, boolean texts) {
        CaseEvent event = delivery.event();
        ObjectNode root = MAPPER.createObjectNode().put("type", type(event)).put("format", FORMAT)
            .put("timestamp", event.occurredAt().toString());
        ObjectNode data = root.putObject("data").put("case", event.caseId()).put("sequence", event.sequence()).put("hook", delivery.hook())
            .put("playbook", event.playbook().name()).put("playbookVersion", event.playbook().version())
            .put("recordedAt", event.recordedAt().toString())
            .put("step", event.step().name()).put("from", event.from().name()).put("to", event.to().name());
        names(data, "sets", event.sets());
        names(data, "clears", event.clears());
        if (event.action().about() != 0) {
            data.put("about", event.action().about());
        }
        if (event.action() instanceof Actions.Lapse lapse) {
            data.putObject("lapse").put("deadline", lapse.deadline()).put("rung", lapse.rung()).put("kind", lapse.kind().name())
                .put("audience", lapse.audience()).put("due", lapse.due().toString());
        }
        if (texts) {
            texts(data.putObject("texts"), event);
        }
        return print(root);
    }

    static String type(CaseEvent event) {
        if (event.step() == Step.REPORT_LAPSE) {
            return "recovery.lapse";
        }
        return event.sets().contains(Facts.ESCALATED) ? "recovery.escalation" : "recovery.step";
    }

    private static void texts(ObjectNode texts, CaseEvent event) {
        texts.put("actor", event.actor().id());
        putIfAny(texts, "customer", Words.customer(event.action()));
        putIfAny(texts, "note", Words.of(event.action()));
        event.message().ifPresent(message ->
            texts.putObject("message").put("channel", message.channel().name()).put("text", message.text()));
    }

    private static void putIfAny(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void names(ObjectNode node, String name, Collection<? extends Term> terms) {
        ArrayNode array = node.putArray(name);
        terms.forEach(term -> array.add(term.name()));
    }

    private static byte[] print(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsString(tree).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be printed as JSON: " + e.getMessage(), e);
        }
    }
}
