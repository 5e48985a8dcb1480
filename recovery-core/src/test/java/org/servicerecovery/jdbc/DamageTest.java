package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;

/** Whatever happened to what was stored: it is read, or one kind of error says where and what to do. What is new is ignored. */
class DamageTest {
    /** Fields that are left out where there is nothing to say; without any other the event is unreadable. */
    private static final Set<String> LEFT_OUT = Set.of("occurredAt", "message", "spent", "sets", "clears", "traits", "attested", "waivers",
        "advised", "shadowed", "clocks", "started", "stopped", "met", "roles", "team", "duties", "issues", "means", "next", "pausedAt");
    private static final Set<String> LEFT_OUT_OF_SNAPSHOTS = Set.of("facts", "recordedAt", "customer", "problem", "team", "owner", "mood",
        "contact", "receiver", "acceptedBy", "mergedInto", "participants", "requests", "attempts", "channels", "questions", "reopenings",
        "apologyIn", "duties", "issues", "deadlines", "feelingActs", "fixActs", "feelingSeconds", "fixSeconds", "timed", "next",
        "pausedAt");
    private static final List<JsonNode> GARBAGE = List.of(NullNode.instance, BooleanNode.TRUE, BooleanNode.FALSE, IntNode.valueOf(0),
        IntNode.valueOf(-1), LongNode.valueOf(1L << 40), DoubleNode.valueOf(1.5), DecimalNode.valueOf(new BigDecimal("1E+400")),
        TextNode.valueOf(""), TextNode.valueOf(" "), TextNode.valueOf("garbage"), TextNode.valueOf("\u0000"),
        TextNode.valueOf("x".repeat(201)), TextNode.valueOf("1E99999999999"), JsonNodeFactory.instance.arrayNode(),
        JsonNodeFactory.instance.arrayNode().addNull(), JsonNodeFactory.instance.arrayNode().add(7), JsonNodeFactory.instance.objectNode(),
        JsonNodeFactory.instance.objectNode().putNull("x"));

    private final Payloads payloads = new Payloads(() -> new byte[16]);

    /** Empty if it is read all the same. */
    private Optional<UnreadableEventException> error(CaseEvent event, String payload, String personal) {
        try {
            assertNotNull(payloads.read(event.caseId(), event.sequence(), payload, personal));
            return Optional.empty();
        } catch (UnreadableEventException e) {
            String message = e.getMessage();
            assertTrue(message.startsWith("Event " + event.sequence() + " of case " + event.caseId() + " cannot be read. ")
                && message.contains("Restore what is stored") && e.getCause() != null, () -> message);
            return Optional.of(e);
        }
    }

    private Optional<UnreadableEventException> snapshotError(String caseId, String json) {
        try {
            assertNotNull(payloads.readSnapshot(caseId, json));
            return Optional.empty();
        } catch (UnreadableEventException e) {
            String message = e.getMessage();
            assertTrue(message.startsWith("The snapshot of case " + caseId + " cannot be read. ")
                && message.contains("Delete the snapshot") && e.getCause() != null, () -> message);
            return Optional.of(e);
        }
    }

    /** Every place in a tree, as the pointer of its parent and its name in it. */
    private static void places(JsonNode node, String at, BiConsumer<String, String> each) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(field -> {
                each.accept(at, field.getKey());
                places(field.getValue(), at + "/" + field.getKey(), each);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                each.accept(at, Integer.toString(i));
                places(array.get(i), at + "/" + i, each);
            }
        }
    }

    private static ObjectNode with(ObjectNode tree, String at, String name, JsonNode value) {
        ObjectNode changed = tree.deepCopy();
        JsonNode parent = changed.at(at);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return changed;
    }

    private static ObjectNode without(ObjectNode tree, String at, String name) {
        ObjectNode changed = tree.deepCopy();
        JsonNode parent = changed.at(at);
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
        return changed;
    }

    @Test
    void aMissingFieldIsNoticedUnlessItMayBeLeftOut() {
        Set<String> spared = new TreeSet<>();
        int[] tried = new int[1];
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            ObjectNode tree = Json.parse("payload", written.payload());
            places(tree, "", (at, name) -> {
                boolean inList = tree.at(at).isArray();
                // What can be left out of one action must be there in another: a duty's id is always written.
                boolean spares = inList || LEFT_OUT.contains(name) || Set.of("duty", "erasable", "digest").contains(name);
                Optional<UnreadableEventException> error = error(event, Json.print(without(tree, at, name)), written.personal());
                if (!spares) {
                    assertTrue(error.isPresent(), () -> event.action() + " is read without " + at + "/" + name);
                    String message = error.get().getMessage();
                    assertTrue(message.contains("The field " + at + "/" + name + " is missing."), () -> message);
                } else if (error.isEmpty()) {
                    spared.add(name);
                }
                tried[0]++;
            });
        }
        assertTrue(spared.containsAll(LEFT_OUT), () -> "not left out after all: " + LEFT_OUT + " but " + spared);
        assertTrue(tried[0] > 1_000, () -> "only " + tried[0]);
    }

    @Test
    void garbageInAnyPlaceIsNoticedOrHarmless() {
        int noticed = 0;
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            ObjectNode tree = Json.parse("payload", written.payload());
            List<String[]> all = new ArrayList<>();
            places(tree, "", (at, name) -> all.add(new String[] {at, name}));
            for (String[] place : all) {
                for (JsonNode garbage : GARBAGE) {
                    boolean text = garbage.isTextual() && (tree.at(place[0] + "/" + place[1]).isTextual()
                        || Erasable.kind(tree.at(place[0] + "/" + place[1])).isPresent());
                    boolean number = garbage.isInt() && tree.at(place[0] + "/" + place[1]).isInt();
                    boolean flag = garbage.isBoolean() && tree.at(place[0] + "/" + place[1]).isBoolean();
                    boolean list = garbage.isArray() && garbage.isEmpty() && tree.at(place[0] + "/" + place[1]).isArray();
                    boolean part = garbage.isObject() && (place[1].equals("clocks") || tree.at(place[0]).path("erasable").isTextual());
                    boolean inErasable = tree.at(place[0]).has("digest");
                    String damaged = Json.print(with(tree, place[0], place[1], garbage));
                    Optional<UnreadableEventException> error = error(event, damaged, written.personal());
                    if (!text && !number && !flag && !list && !part && !inErasable) {
                        assertTrue(error.isPresent(), () -> event.action() + " is read as " + damaged);
                    }
                    noticed += error.isPresent() ? 1 : 0;
                }
            }
        }
        int all = noticed;
        assertTrue(noticed > 10_000, () -> "only " + all);
    }

    @Test
    void aPersonalPartThatIsDamagedIsNoticed() {
        CaseEvent event = Samples.full(RecoveryAction.note(Step.RECORD_STORY, "some words"), "anna", "some words");
        Written written = payloads.write(event);
        ObjectNode tree = Json.parse("personal part", written.personal());
        places(tree, "", (at, name) -> {
            if (at.isEmpty()) {
                for (JsonNode garbage : GARBAGE) {
                    String damaged = Json.print(tree.deepCopy().set(name, garbage));
                    assertTrue(error(event, written.payload(), damaged).isPresent(), () -> damaged);
                }
            }
        });
        for (String text : List.of("", "null", "[]", "7", "{", "{}}", "{\"/a\":", "\u0000")) {
            assertTrue(error(event, written.payload(), text).isPresent(), text);
        }
        assertEquals(Optional.empty(), error(event, written.payload(), "{}"));
    }

    @Test
    void aTextThatBreaksOffIsNoticed() {
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            for (int length = 0; length < written.payload().length(); length += length < 50 ? 1 : 37) {
                assertTrue(error(event, written.payload().substring(0, length), written.personal()).isPresent());
            }
            for (int length = 0; length < written.personal().length(); length += length < 50 ? 1 : 37) {
                assertTrue(error(event, written.payload(), written.personal().substring(0, length)).isPresent());
            }
            assertTrue(error(event, written.payload() + "x", written.personal()).isPresent());
            assertTrue(error(event, written.payload().replaceFirst("\\{", "{\"v\":1,"), written.personal()).isPresent(), "said twice");
        }
        CaseEvent event = Samples.small().get(0);
        for (String text : new String[] {null, "null", "[]", "7", "\"x\"", "[".repeat(100_000), "{\"a\":".repeat(100_000), "\u0000"}) {
            assertTrue(error(event, text, null).isPresent(), text);
        }
    }

    @Test
    void whatIsNewIsIgnored() {
        ObjectNode news = Json.object().put("x", 1);
        news.putObject("deep").putArray("er").addNull().add(1.5).addObject().put("erasable", "voice").put("digest", "x");
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            ObjectNode tree = Json.parse("payload", written.payload());
            ObjectNode all = tree.deepCopy();
            places(tree, "", (at, name) -> {
                if (all.at(at) instanceof ObjectNode parent) {
                    parent.set("new in " + name, news);
                }
            });
            String personal = Json.print(Json.parse("personal part", written.personal()).set("/of/other", Json.object().put("a", 1)));
            assertEquals(event, payloads.read(event.caseId(), event.sequence(), Json.print(all), personal));
        }
    }

    @Test
    void anotherFormatIsNotReadAtAll() {
        CaseEvent event = Samples.small().get(0);
        Written written = payloads.write(event);
        for (int format : new int[] {2, 0, -1, Integer.MAX_VALUE}) {
            String other = written.payload().replace("\"v\":1,", "\"v\":" + format + ",");
            String message = error(event, other, written.personal()).orElseThrow().getMessage();
            assertTrue(message.contains("/v is " + format + ", but this version reads format 1 only")
                && message.contains("the version of this library that wrote it"), () -> message);
        }
    }

    @Test
    void anEventInTheWrongPlaceIsNoticed() {
        CaseEvent event = Samples.small().get(0);
        Written written = payloads.write(event);
        assertThrows(UnreadableEventException.class, () -> payloads.read("other", 17, written.payload(), written.personal()));
        UnreadableEventException error = assertThrows(UnreadableEventException.class,
            () -> payloads.read(Samples.CASE, 18, written.payload(), written.personal()));
        assertTrue(error.getMessage().startsWith("Event 18 of case " + Samples.CASE)
            && error.getMessage().contains("says that this is event 17 of case " + Samples.CASE), error::getMessage);
    }

    @Test
    void whatTheModelRefusesIsRefused() {
        CaseEvent event = Samples.bare(RecoveryAction.advocacy(7, ""));
        Written written = payloads.write(event);
        String message = error(event, written.payload().replace(":7,", ":11,"), null).orElseThrow().getMessage();
        assertTrue(message.contains("The likelihood to recommend must be 0 to 10, but was 11."), () -> message);
        String unknown = error(event, written.payload().replace("advocacy", "dance"), null).orElseThrow().getMessage();
        assertTrue(unknown.contains("The field /action/type is \"dance\", which is no action that this version knows."), () -> unknown);
        String state = error(event, written.payload().replace("AWAITING", "WAITING"), null).orElseThrow().getMessage();
        assertTrue(state.contains("/from is \"WAITING\", which is no RecoveryState that this version knows."), () -> state);
    }

    private static RecoveryCase full() {
        RecoveryCase now = RecoveryCase.blank(Samples.CASE, Samples.PLAYBOOK, Samples.WORDS);
        int sequence = 0;
        for (RecoveryAction action : Samples.actions("anna", "some words")) {
            if (!(action instanceof Duties.Absorb)) {
                now = now.after(Samples.numbered(Samples.full(action, "anna", "some words"), ++sequence));
            }
        }
        return now;
    }

    @Test
    void aDamagedSnapshotIsNoticedOrHarmless() {
        String json = payloads.writeSnapshot(full());
        ObjectNode tree = Json.parse("snapshot", json);
        List<String[]> all = new ArrayList<>();
        places(tree, "", (at, name) -> all.add(new String[] {at, name}));
        int noticed = 0;
        for (String[] place : all) {
            Optional<UnreadableEventException> missing = snapshotError(Samples.CASE, Json.print(without(tree, place[0], place[1])));
            boolean spares = tree.at(place[0]).isArray() || LEFT_OUT_OF_SNAPSHOTS.contains(place[1]) || place[1].equals("duty");
            assertTrue(spares || missing.isPresent(), () -> "read without " + place[0] + "/" + place[1]);
            for (JsonNode garbage : GARBAGE) {
                Optional<UnreadableEventException> error = snapshotError(Samples.CASE, Json.print(with(tree, place[0], place[1], garbage)));
                boolean same = garbage.getNodeType() == tree.at(place[0] + "/" + place[1]).getNodeType();
                assertTrue(same || place[1].equals("v") || error.isPresent(), () -> "read with " + garbage + " as " + place[0] + "/" + place[1]);
                noticed += error.isPresent() ? 1 : 0;
            }
        }
        int found = noticed;
        assertTrue(noticed > 1_000, () -> "only " + found);
        for (int length = 0; length < json.length(); length += 7) {
            assertTrue(snapshotError(Samples.CASE, json.substring(0, length)).isPresent());
        }
        assertTrue(snapshotError(Samples.CASE, null).isPresent());
        assertTrue(snapshotError("other", json).isPresent());
        ObjectNode news = tree.deepCopy();
        ((ObjectNode) news.put("new", 1).get("data")).putObject("new");
        assertEquals(full().snapshot(), payloads.readSnapshot(Samples.CASE, Json.print(news)).orElseThrow().snapshot());
    }

    @Test
    void aSnapshotOfAnotherFormatIsToBeMadeAnew() {
        String json = payloads.writeSnapshot(full());
        assertTrue(payloads.readSnapshot(Samples.CASE, json).isPresent());
        for (String other : List.of("0", "2", "99")) {
            assertEquals(Optional.empty(), payloads.readSnapshot(Samples.CASE, json.replaceFirst("\"v\":1", "\"v\":" + other)));
            assertEquals(Optional.empty(), payloads.readSnapshot(Samples.CASE, "{\"v\":" + other + "}"));
        }
    }
}
