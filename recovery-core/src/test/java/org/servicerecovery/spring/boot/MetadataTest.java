package org.servicerecovery.spring.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.servicerecovery.playbooks.Playbooks;

/** What editors offer while somebody writes application.yml: every setting, the shipped playbooks, and their guardrails. */
class MetadataTest {
    private static final Path CORE = Path.of(System.getProperty("basedir", ""));
    private static final Path HINTS = CORE.resolve("src/main/resources/META-INF/additional-spring-configuration-metadata.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hintsNameTheShippedPlaybooksAndTheirGuardrails() throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(hints()).replace("\r\n", "\n") + "\n";
        if (Boolean.getBoolean("recovery.write")) {
            Files.writeString(HINTS, text, StandardCharsets.UTF_8);
            return;
        }
        assertEquals(text, Files.readString(HINTS, StandardCharsets.UTF_8).replace("\r\n", "\n"), "If the playbooks were meant to change, write"
            + " the hints down from the repository's root:\n  mvn -q -pl recovery-core test -Dtest=MetadataTest -Drecovery.write=true");
    }

    private static ObjectNode hints() {
        ObjectNode file = JSON.createObjectNode();
        file.putArray("properties").addObject().put("name", "recovery.playbook").put("defaultValue", "standard");
        Map<String, String> guardrails = new TreeMap<>();
        ArrayNode hints = file.putArray("hints");
        ObjectNode playbooks = hints.addObject().put("name", "recovery.playbook");
        ArrayNode names = playbooks.putArray("values");
        Playbooks.names().forEach(name -> {
            names.addObject().put("value", name);
            Playbooks.named(name).definition().guardrails().forEach(rule -> guardrails.putIfAbsent(rule.id(), rule.why()));
        });
        // A Playbook bean has a name of its own.
        playbooks.putArray("providers").addObject().put("name", "any");
        ObjectNode levels = hints.addObject().put("name", "recovery.levels.keys");
        ArrayNode ids = levels.putArray("values");
        guardrails.forEach((id, why) -> ids.addObject().put("value", id).put("description", why));
        levels.putArray("providers").addObject().put("name", "any");
        return file;
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        JsonNode metadata = JSON.readTree(CORE.resolve("target/classes/META-INF/spring-configuration-metadata.json").toFile());
        Map<String, String> described = new LinkedHashMap<>();
        metadata.get("properties").forEach(setting -> described.put(setting.get("name").asText(), setting.path("description").asText()));
        List<String> bare = new ArrayList<>();
        described.forEach((name, text) -> {
            if (!text.endsWith(".")) {
                bare.add(name);
            }
        });
        assertEquals(List.of(), bare, "settings that editors say nothing about");
        assertEquals(17, described.size(), described.keySet()::toString);
        assertEquals(2, metadata.get("hints").size());
    }
}
