package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.examples.crm.api.Client.Answer;

/** What cannot be understood gets one clear answer, and changes nothing. */
class BadInputTest extends ApiTest {
    private String path;

    @BeforeEach
    void aCase() {
        path = anna.open("untouched").header("Location");
    }

    @AfterEach
    void nothingHasChanged() {
        assertEquals("\"2\"", anna.get(path).header("ETag"));
    }

    private Answer send(String body) {
        return anna.send(anna.command(path + "/commands", 2, body));
    }

    private static void isProblem(int status, String type, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"), answer::toString);
        assertEquals(Problems.TYPE + type, answer.text("type"), answer::toString);
        assertEquals(status, answer.body().path("status").asInt(), answer::toString);
        assertFalse(answer.text("title").isBlank() || answer.text("detail").isBlank() || answer.text("instance").isBlank(), answer::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{'actions': [                                                   | malformed-body | 1 | Unexpected end-of-input",
        "{'actions': [],~  'actions': []}                               | malformed-body | 2 | Duplicate",
        "{'actions': [{'step': 'ESCALATE', 'fields': {'note': 'x'}}]} {} | malformed-body | 1 | ",
        "[]                                                              | malformed-body | 1 | A JSON object",
        "'ESCALATE'                                                      | malformed-body | 1 | A JSON object",
        "{'actions': {}}                                                 | invalid-input  | 1 | /actions: It must be a list",
        "{'actions': [],~ 'wavers': []} | invalid-input | 2 | /wavers: There is no such field. There are: actions, attested, message",
        "{'actions': [{'step': 'JUMP'}]} | invalid-input | 1 | /actions/0/step: There is no \"JUMP\". It is one of TAKE_OWNERSHIP",
        "{'actions': [{'step': 3}]}                                      | invalid-input  | 1 | /actions/0/step",
        "{'message': {'channel': 'EMAIL', 'text': 5}}                    | invalid-input  | 1 | /message/text: It must be a text",
        "{'occurredAt': 'yesterday'}                                     | invalid-input  | 1 | /occurredAt: It must be a date and time such as"})
    void whatCannotBeReadIsToldWithItsPlace(String body, String type, int line, String detail) {
        Answer answer = send(body.replace('~', '\n'));

        isProblem(400, type, answer);
        assertEquals(line, answer.body().path("line").asInt(), answer::toString);
        assertTrue(answer.body().path("column").asInt() > 0, answer::toString);
        assertTrue(answer.text("detail").contains(detail == null ? "" : detail), answer::toString);
        assertFalse(answer.raw().body().contains("REDACTED") || answer.raw().body().contains("jackson"), answer::toString);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer answer = send("""
            {'actions': [{'step': 'TRANSFER', 'fields': {'reciever': 'ben'}}, {'step': 'MERGE'}, null, {}, {'step': 'PARK', 'fields': {'note': [1]}}],
             'message': {'text': 'Hello'}, 'attested': ['KIND', 'BY_OWNER'], 'waivers': [{'rule': 'no-such-rule', 'reason': 'why not'}]}""");

        isProblem(400, "invalid-input", answer);
        assertEquals(List.of("/actions/0/fields/reciever", "/actions/0/fields/receiver", "/actions/1", "/actions/2", "/actions/3", "/actions/4",
            "/message/channel", "/attested/0", "/attested/1", "/waivers/0"), answer.each("errors", "pointer"));
        List<String> details = answer.each("errors", "detail");
        assertTrue(details.get(0).contains("There are: receiver"), answer::toString);
        assertTrue(details.get(7).contains("FIRST_PERSON"), answer::toString);
        assertTrue(details.get(9).contains("open-questions"), answer::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'actions': []}", "{'actions': null}"})
    void aCommandWithoutActionsIsNone(String body) {
        Answer answer = send(body);

        isProblem(400, "invalid-input", answer);
        assertEquals(List.of("/actions"), answer.each("errors", "pointer"));
    }

    @Test
    void anEmptyBodyIsNone() {
        isProblem(400, "malformed-body", send(""));
        isProblem(400, "malformed-body", send("null"));
    }

    @Test
    void whatMakesNoSenseOnThisCaseIsTold() {
        Answer past = send("{'actions': [{'step': 'MAKE_PROMISE', 'fields': {'what': 'a new one', 'due': '2020-01-01T10:00:00Z'}}],"
            + " 'message': {'channel': 'PHONE', 'text': 'Soon.'}}");
        Answer none = send("{'actions': [{'step': 'KEEP_PROMISE', 'fields': {'duty': 77}}]}");

        isProblem(400, "invalid-input", past);
        assertTrue(past.text("detail").contains("Give a date that lies ahead"), past::toString);
        isProblem(400, "invalid-input", none);
        assertTrue(none.text("detail").contains("77"), none::toString);
    }

    @Test
    void aCaseWithoutACustomerOrAChannelIsNotOpened() {
        Answer customer = anna.send(anna.command("/api/cases", 0, "{'problem': 'broken', 'channel': 'EMAIL'}"));
        Answer channel = anna.send(anna.command("/api/cases", 0, "{'customer': 'c', 'problem': 'broken'}"));

        isProblem(400, "invalid-input", customer);
        assertEquals(List.of("/customer"), customer.each("errors", "pointer"));
        isProblem(400, "invalid-input", channel);
        assertEquals(List.of("/channel"), channel.each("errors", "pointer"));
    }

    @Test
    void withoutAVersionNothingIsDone() {
        isProblem(428, "version-missing", anna.send(anna.command(path + "/commands", 0, Client.action("PARK", "{}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "*", "\"two\"", "W/\"2\"", "\"2\", \"3\"", "\"0\"", "\"99999999999\""})
    void whatIsNoVersionIsToldSo(String tag) {
        isProblem(400, "invalid-input", anna.send(anna.command(path + "/commands", 0, Client.action("PARK", "{}")).header("If-Match", tag)));
    }

    @Test
    void withoutAKeyNothingIsDone() {
        HttpRequest.Builder command = anna.to(path + "/commands").header("Content-Type", "application/json").header("If-Match", "\"2\"")
            .POST(HttpRequest.BodyPublishers.ofString(Client.json(Client.action("PARK", "{}"))));
        HttpRequest.Builder opening = anna.to("/api/cases").header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Client.json("{'customer': 'c', 'problem': 'p', 'channel': 'EMAIL'}")));

        isProblem(400, "key-missing", anna.send(command));
        isProblem(400, "key-missing", anna.send(opening));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lapse recovery 0 0 after 2", "two words", ""})
    void aKeyThatTheDeskCouldUseItselfIsNotTaken(String key) {
        isProblem(400, "invalid-input", anna.send(anna.command(path + "/commands", 2, key, Client.action("PARK", "{}"))));
    }

    @Test
    void otherMediaTypesAreNotReadNorWritten() {
        HttpRequest.Builder form = anna.to(path + "/commands").header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", "form").header("If-Match", "\"2\"").POST(HttpRequest.BodyPublishers.ofString("step=PARK"));
        Answer read = anna.send(form);
        Answer written = anna.send(anna.to(path).header("Accept", "text/html"));

        isProblem(415, "media-type", read);
        assertTrue(read.text("detail").contains("application/json"), read::toString);
        isProblem(406, "media-type", written);
    }

    @Test
    void otherMethodsAndAddressesAreToldSo() {
        Answer method = anna.send(anna.to(path).DELETE());
        Answer address = anna.get("/api/nothing/here");

        isProblem(405, "method-not-allowed", method);
        assertEquals("GET", method.header("Allow"));
        isProblem(404, "no-such-resource", address);
        isProblem(400, "invalid-input", anna.get("/api/cases;a=b"));
    }

    @Test
    void parametersThatMakeNoSenseAreToldSo() {
        Map.of("filter=OURS", "LATE", "limit=many", "whole number", "limit=0", "1 to 200", "limit=201", "1 to 200", "after=there", "as it is")
            .forEach((parameter, remedy) -> {
                Answer answer = anna.get("/api/cases?" + parameter);
                isProblem(400, "invalid-input", answer);
                assertTrue(answer.text("detail").contains(remedy), answer::toString);
            });
        isProblem(400, "invalid-input", anna.get(path + "/history?after=then"));
        Answer unknown = anna.get("/api/cases?filtre=LATE");
        isProblem(400, "invalid-input", unknown);
        assertTrue(unknown.text("detail").contains("filtre") && unknown.text("detail").contains("after, filter, limit"), unknown::toString);
        isProblem(400, "invalid-input", anna.get("/api/report?from=2026-01-01"));
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        String large = Client.json(Client.action("PARK", "{'note': '" + "x".repeat(1_000_000) + "'}"));
        HttpRequest.Builder told = anna.command(path + "/commands", 2, large);
        HttpRequest.Builder untold = anna.to(path + "/commands").header("Content-Type", "application/json").header("Idempotency-Key", "large")
            .header("If-Match", "\"2\"").POST(HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));

        isProblem(413, "too-large", anna.send(told));
        isProblem(413, "too-large", anna.send(untold));
    }

    @Test
    void theLongestMessageIsNotTooLarge() {
        String escaped = "\\u00e9".repeat(100_000);
        Answer answer = anna.send(anna.command(path + "/preview", 0, "{'actions': [{'step': 'REMARK'}], 'message': {'channel': 'EMAIL', 'text': '"
            + escaped + "'}}"));
        Answer longer = anna.send(anna.command(path + "/preview", 0, "{'actions': [{'step': 'REMARK'}], 'message': {'channel': 'EMAIL', 'text': '"
            + "x".repeat(100_001) + "'}}"));

        assertEquals(200, answer.status(), () -> String.valueOf(answer.status()));
        isProblem(400, "invalid-input", longer);
        assertEquals(List.of("/message/text"), longer.each("errors", "pointer"));
    }

    @Test
    void aScriptInANameComesBackAsData() {
        Answer opened = anna.open("<script>alert(1)</script>");
        Answer read = anna.get(opened.header("Location"));

        assertEquals(201, opened.status(), opened::toString);
        assertEquals("application/json", read.header("Content-Type"));
        assertEquals("nosniff", read.header("X-Content-Type-Options"));
        assertEquals("<script>alert(1)</script>", read.text("customer"));
    }
}
