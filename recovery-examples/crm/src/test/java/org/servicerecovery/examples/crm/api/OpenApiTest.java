package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.api.Client.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document says what the resources do. */
class OpenApiTest extends ApiTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private JsonNode document() {
        Answer document = Client.stranger(port).get(Paths.DOCUMENT);
        assertEquals(200, document.status(), document::toString);
        assertTrue(document.text("openapi").startsWith("3."), document::toString);
        return document.body();
    }

    @Test
    void itDescribesExactlyTheResourcesThatThereAre() {
        Set<String> described = new TreeSet<>();
        document().path("paths").properties().forEach(path -> path.getValue().propertyNames().forEach(method ->
            described.add(method.toUpperCase() + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        controllers.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().equals(Paths.class.getPackageName())) {
                mapping.getMethodsCondition().getMethods().forEach(verb -> mapping.getPatternValues().forEach(path -> there.add(verb + " " + path)));
            }
        });

        assertEquals(there, described);
        assertTrue(described.contains("POST /api/cases/{id}/commands"), described::toString);
    }

    @Test
    void whatItCallsRequiredIsRequired() {
        List<String> required = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
            operation.getValue().path("parameters").forEach(parameter -> {
                if (parameter.path("required").asBoolean(false) && parameter.path("in").asString().equals("header")) {
                    required.add(operation.getKey() + " " + path.getKey() + " " + parameter.path("name").asString());
                }
            })));
        String id = anna.open("required").text("caseId");
        String escalate = Client.action("ESCALATE", "{'note': 'x'}");
        Map<String, String> bodies = Map.of("/api/cases", "{'customer': 'c', 'problem': 'p', 'channel': 'EMAIL'}",
            "/api/cases/{id}/commands", escalate, "/api/cases/{id}/preview", escalate);
        List<String> found = new ArrayList<>();
        bodies.forEach((path, body) -> List.of("Idempotency-Key", "If-Match").forEach(header -> {
            var request = anna.to(path.replace("{id}", id)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Client.json(body)));
            Map.of("Idempotency-Key", "required-" + path.length(), "If-Match", "\"2\"").forEach((name, value) -> {
                if (!name.equals(header)) {
                    request.header(name, value);
                }
            });
            Answer answer = anna.send(request);
            if (answer.status() >= 400) {
                assertTrue(answer.text("detail").contains(header), answer::toString);
                assertTrue(document().path("paths").path(path).path("post").path("responses").has(String.valueOf(answer.status())), answer::toString);
                found.add("post " + path + " " + header);
            }
        }));

        assertEquals(new TreeSet<>(found), new TreeSet<>(required));
        assertEquals(3, required.size(), required::toString);
    }

    @Test
    void everyOperationTellsWhatCanGoWrong() {
        JsonNode document = document();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(entry -> {
            String name = entry.getKey() + " " + path.getKey();
            JsonNode operation = entry.getValue();
            assertFalse(operation.path("summary").asString("").isBlank(), name);
            JsonNode responses = operation.path("responses");
            assertTrue(responses.has("401"), name);
            assertEquals(path.getKey().contains("{id}"), responses.has("404"), name);
            assertEquals(entry.getKey().equals("post"), responses.has("413") && responses.has("415"), name);
            responses.properties().forEach(response -> {
                JsonNode content = response.getValue().path("content");
                String type = response.getKey().startsWith("2") ? "application/json" : "application/problem+json";
                assertTrue(content.has(type) && content.size() == 1, name + " " + response);
                assertTrue(content.path(type).path("schema").has("$ref"), name + " " + response);
            });
            operation.path("parameters").forEach(parameter -> assertFalse(parameter.path("name").asString().equals("person"), name));
        }));
        assertTrue(document.path("paths").path("/api/cases/{id}/commands").path("post").path("responses").has("412"));
        assertEquals("basic", document.path("components").path("securitySchemes").path("basic").path("scheme").asString());
    }

    @Test
    void everySchemaThatIsReferredToIsThere() {
        JsonNode document = document();
        Set<String> referred = new TreeSet<>();
        document.findValues("$ref").forEach(reference -> referred.add(reference.asString().substring("#/components/schemas/".length())));

        assertFalse(referred.isEmpty());
        referred.forEach(schema -> assertTrue(document.path("components").path("schemas").has(schema), schema));
    }

    @Test
    void itsSchemasNameTheFieldsThatAreSent() {
        JsonNode schemas = document().path("components").path("schemas");
        Answer read = anna.get(anna.open("schema").header("Location"));
        Answer refused = anna.does(read.text("id"), 2, "TRANSFER", "{'receiver': 'ben'}");

        read.body().propertyNames().forEach(name -> assertTrue(schemas.path("Case").path("properties").has(name), name));
        refused.body().propertyNames().forEach(name -> assertTrue(schemas.path("Problem").path("properties").has(name), name));
        refused.body().path("reasons").path(0).propertyNames().forEach(name -> assertTrue(schemas.path("Reason").path("properties").has(name), name));
        assertEquals(List.of("actions"), texts(schemas.path("Command").path("required")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
