package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/** Erasing takes texts and names away and changes nothing else; what was not erased is vouched for. */
class ErasingTest {
    /** The texts of events that are not about a person; every other text can be erased. A new text must be put here or be erasable. */
    private static final Set<String> KEPT = Set.of("CaseEvent.caseId", "CaseEvent.commandId", "CaseEvent.row", "PlaybookId.name",
        "PlaybookId.version", "PlaybookId.fingerprint", "Open.team", "Adopt.team", "Lapse.deadline", "Lapse.audience", "Absorb.duplicate",
        "Merge.original", "Waiver.guardrail", "RunningDeadline.deadline");

    private final Payloads payloads = new Payloads();

    private static String erase(Written written, BiPredicate<String, String> which) {
        return Erasing.erase(Samples.CASE, 17, written.payload(), written.personal(), which);
    }

    /** Every text in a record and the records below it, by the name of its component. */
    private static void texts(Object value, String name, Map<String, Set<String>> found) throws ReflectiveOperationException {
        if (value instanceof String text) {
            found.computeIfAbsent(name, key -> new TreeSet<>()).add(text);
        } else if (value instanceof Record owner) {
            for (RecordComponent component : owner.getClass().getRecordComponents()) {
                // Roles, and ids of guardrails and deadlines, are lists of texts; they are about nobody.
                if (!List.of("roles", "advised", "shadowed", "met").contains(component.getName())) {
                    texts(component.getAccessor().invoke(owner), owner.getClass().getSimpleName() + "." + component.getName(), found);
                }
            }
        } else if (value instanceof Collection<?> several) {
            for (Object one : several) {
                texts(one, name, found);
            }
        } else if (value instanceof Optional<?> maybe && maybe.isPresent()) {
            texts(maybe.get(), name, found);
        }
    }

    @Test
    void everyTextAndNameOfEveryActionCanBeErased() throws ReflectiveOperationException {
        Map<String, Set<String>> before = new HashMap<>();
        Map<String, Set<String>> after = new HashMap<>();
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            texts(event, "", before);
            texts(payloads.read(event.caseId(), event.sequence(), written.payload(), erase(written, (kind, value) -> true)), "", after);
        }
        assertEquals(before.keySet(), after.keySet());
        assertTrue(before.keySet().containsAll(KEPT), () -> "gone from the model: " + KEPT);
        for (Map.Entry<String, Set<String>> component : after.entrySet()) {
            if (KEPT.contains(component.getKey())) {
                assertEquals(before.get(component.getKey()), component.getValue(), component.getKey());
            } else {
                assertTrue(Set.of("", Erasable.ERASED).containsAll(component.getValue())
                    && component.getValue().contains(Erasable.ERASED), () -> component.toString());
            }
        }
    }

    @Test
    void everyTextHasItsKind() {
        List<String> kinds = new ArrayList<>();
        RecoveryAction action = new HandOvers.HandOver(Step.REASSIGN, "receiver", "the reason");
        Written written = payloads.write(Samples.full(action, "who", "words"));
        erase(written, (kind, value) -> kinds.add(kind + " " + value));
        assertEquals(List.of("person who", "person receiver", "text the reason", "text words.", "person who", "text who",
            "person who", "text again"), kinds);
        kinds.clear();
        Written opening = payloads.write(Samples.bare(new Actions.Open("customer-7", "no parcel",
            Channel.PHONE, Priority.NORMAL, "")));
        erase(opening, (kind, value) -> kinds.add(kind + " " + value));
        assertEquals(List.of("person system", "customer customer-7", "text no parcel"), kinds);
    }

    @Test
    void onlyWhatIsAskedForIsErased() {
        CaseEvent event = Samples.full(new Act(Step.GET_READY, "words"), "anna", "words");
        Written written = payloads.write(event);
        String left = erase(written, (kind, value) -> kind.equals("person") && value.equals("anna"));
        CaseEvent read = payloads.read(Samples.CASE, 17, written.payload(), left);
        assertEquals(new Actor(Erasable.ERASED, event.actor().kind(), event.actor().roles()), read.actor());
        assertEquals(event.action(), read.action());
        assertEquals(event.message(), read.message());
        assertEquals(Erasable.ERASED, read.waivers().get(0).by().id());
        assertEquals("anna", read.waivers().get(0).reason());
        assertEquals(Optional.empty(), Integrity.tampered(written.payload(), left));
        assertSame(left, Erasing.erase(Samples.CASE, 17, written.payload(), left, (kind, value) -> false));
        assertNull(Erasing.erase(Samples.CASE, 17, written.payload(), left, (kind, value) -> true));
        assertNull(Erasing.erase(Samples.CASE, 17, written.payload(), null, (kind, value) -> true));
    }

    @Test
    void whatANewerVersionWroteIsErasedAndKeptLikeAnythingElse() {
        String payload = "{\"v\":1,\"new\":[{\"a~/b\":{\"erasable\":\"voice\",\"digest\":\"x\"}},7],\"old\":1}";
        String personal = "{\"/new/0/a~0~1b\":[\"AAAA\",\"hm\",{\"more\":1}],\"/gone\":[\"AAAA\",\"stray\"]}";
        List<String> kinds = new ArrayList<>();
        assertSame(personal, Erasing.erase("c", 1, payload, personal, (kind, value) -> !kinds.add(kind + " " + value)));
        assertEquals(List.of("voice hm", " stray"), kinds);
        assertEquals("{\"/new/0/a~0~1b\":[\"AAAA\",\"hm\",{\"more\":1}]}",
            Erasing.erase("c", 1, payload, personal, (kind, value) -> value.equals("stray")));
    }

    @Test
    void aChangedValueIsNoticed() {
        int noticed = 0;
        for (CaseEvent event : Samples.small()) {
            Written written = payloads.write(event);
            assertEquals(Optional.empty(), Integrity.tampered(written.payload(), written.personal()));
            assertEquals(Optional.empty(), Integrity.tampered(written.payload(), null));
            ObjectNode personal = Json.parse("personal part", written.personal());
            for (Map.Entry<String, JsonNode> entry : personal.properties()) {
                ObjectNode changed = personal.deepCopy();
                ((ArrayNode) changed.get(entry.getKey())).set(1, entry.getValue().get(1).textValue() + "!");
                Optional<String> found = Integrity.tampered(written.payload(), Json.print(changed));
                assertTrue(found.isPresent() && found.get().contains(entry.getKey()) && !found.get().contains("some words"),
                    () -> found.toString());
                changed.putArray(entry.getKey()).add("AAAA").add(entry.getValue().get(1));
                assertTrue(Integrity.tampered(written.payload(), Json.print(changed)).isPresent(), "another salt");
                changed.putArray(entry.getKey()).add("***").add(entry.getValue().get(1));
                assertTrue(Integrity.tampered(written.payload(), Json.print(changed)).isPresent(), "no salt");
                changed.put(entry.getKey(), "x");
                assertTrue(Integrity.tampered(written.payload(), Json.print(changed)).isPresent(), "no list");
                noticed++;
            }
        }
        assertTrue(noticed > 60, "only " + noticed);
    }

    @Test
    void aValueThatBelongsNowhereIsNoticed() {
        Written written = payloads.write(Samples.bare(RecoveryAction.of(Step.JOIN)));
        for (String pointer : List.of("/nowhere", "/row", "/actor", "", "no pointer", "/action/step", "/advised/99999999999")) {
            String personal = "{\"" + pointer + "\":[\"AAAA\",\"secret\"]}";
            Optional<String> found = Integrity.tampered(written.payload(), personal);
            assertTrue(found.isPresent() && found.get().contains(pointer) && !found.get().contains("secret"), () -> pointer + ": " + found);
        }
        assertTrue(Integrity.tampered("{", null).isPresent());
        assertTrue(Integrity.tampered(written.payload(), "[").isPresent());
    }

    @Test
    void theChainOfHashesCoversEveryPayload() {
        // As sha256sum says.
        assertEquals("485b9eb825ec1af263a7b01789b68bf62e7a80d8ac9c9c5eca554c310c6349b9", Integrity.hash("", "{\"v\":1}"));
        assertEquals("768b84b31ba5fb7596bb6043d876273d8b02e2d86b5debed4025caf48cc4eb58",
            Integrity.hash("abc", "{\"\u00fc\":\"\ud83d\ude00\"}"));
        String first = Integrity.hash("", "{\"v\":1}");
        assertNotEquals(first, Integrity.hash("", "{\"v\":2}"));
        assertNotEquals(Integrity.hash(first, "x"), Integrity.hash("", "x"));
        // The line feed keeps the two apart.
        assertNotEquals(Integrity.hash("a", "b"), Integrity.hash("", "ab"));
        assertNotEquals(Integrity.hash("", "\u00e4"), Integrity.hash("", "a"));
    }
}
