package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.api.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Opening a case, reading it, and doing something about it. */
class CommandsTest extends ApiTest {
    @Test
    void aCaseIsOpenedAndReadWithItsVersion() {
        Answer opened = anna.open("opened");
        Answer read = anna.get(opened.header("Location"));

        assertEquals(201, opened.status(), opened::toString);
        assertEquals("/api/cases/" + opened.text("caseId"), opened.header("Location"));
        assertEquals("\"2\"", opened.header("ETag"));
        assertEquals(200, read.status(), read::toString);
        assertEquals("\"2\"", read.header("ETag"));
        assertEquals("LISTENING", read.text("state"));
        assertEquals("anna", read.text("owner"));
        assertEquals("IRATE", read.text("mood"));
        assertTrue(read.each("facts", "name").contains("MOOD_HOT"), read::toString);
        assertTrue(read.each("deadlines", "deadline").contains("recovery"), read::toString);
        assertEquals(304, anna.send(anna.to(opened.header("Location")).header("If-None-Match", "\"2\"")).status());
    }

    @Test
    void everyPartOfACaseIsWhereItSays() {
        Answer read = anna.get(anna.open("parts").header("Location"));
        Answer history = anna.get(read.body().path("links").path("history").asString());
        Answer offers = anna.get(read.body().path("links").path("offers").asString());
        Answer plan = anna.get(read.body().path("links").path("plan").asString());

        assertEquals(List.of("OPEN", "REPORT_MOOD"), history.each("entries", "step"));
        assertEquals(2, offers.body().path("version").asInt());
        JsonNode transfer = offer(offers, "TRANSFER");
        assertEquals("CLOSED", transfer.path("status").asString());
        assertEquals("no-plain-transfer", transfer.path("reasons").path(0).path("rule").asString());
        assertFalse(transfer.path("reasons").path(0).has("cures"));
        assertEquals("receiver", transfer.path("fields").path(0).path("name").asString());
        assertEquals("OPEN", offer(offers, "ESCALATE").path("status").asString());
        assertEquals("FOUND", plan.text("outcome"));
        assertEquals("CLOSE_AS_RECOVERED", plan.each("steps", "step").get(plan.body().path("steps").size() - 1));
    }

    @Test
    void theOfferOfOneStepTellsWhatToDoFirst() {
        String path = anna.open("one offer").header("Location");
        Answer transfer = anna.get(path + "/offers/TRANSFER");
        Answer unknown = anna.get(path + "/offers/JUMP");

        assertEquals(200, transfer.status(), transfer::toString);
        assertEquals("CLOSED", transfer.text("status"));
        assertEquals("REQUEST_TRANSFER", transfer.body().path("reasons").path(0).path("cures").path(0).path("step").asString());
        assertEquals(400, unknown.status(), unknown::toString);
        assertTrue(unknown.text("detail").contains("TAKE_OWNERSHIP"), unknown::toString);
        assertEquals(400, anna.get(path + "/offers/MERGE").status());
        assertEquals(404, carl.get(path + "/offers/TRANSFER").status());
    }

    private static JsonNode offer(Answer offers, String step) {
        return StreamSupport.stream(offers.body().path("offers").spliterator(), false).filter(one -> one.path("step").asString().equals(step))
            .findFirst().orElseThrow();
    }

    @Test
    void aMessageWithSeveralActsIsOneCommand() {
        String path = anna.open("message").header("Location");
        Answer said = anna.apologise(path);

        assertEquals(200, said.status(), said::toString);
        assertEquals("\"5\"", said.header("ETag"));
        assertEquals(List.of("GET_READY", "APOLOGISE", "ACKNOWLEDGE"), said.each("entries", "step"));
        assertTrue(anna.get(path).each("facts", "name").containsAll(List.of("APOLOGY_GIVEN", "ACKNOWLEDGED")));
    }

    @Test
    void aRefusalNamesEveryRuleAndWritesNothing() {
        String id = anna.open("refused").text("caseId");
        Answer refused = anna.does(id, 2, "TRANSFER", "{'receiver': 'ben'}");

        assertEquals(422, refused.status(), refused::toString);
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertEquals(Problems.TYPE + "refused", refused.text("type"));
        assertEquals(List.of("no-plain-transfer", "giver-keeps-follow-up"), refused.each("reasons", "rule"));
        JsonNode plain = refused.body().path("reasons").path(0);
        assertEquals("TRANSFER", plain.path("step").asString());
        assertFalse(plain.path("because").asString().isBlank());
        assertEquals("E14", plain.path("sources").path(0).asString());
        assertEquals("INSTEAD", plain.path("cures").path(0).path("kind").asString());
        assertEquals("REQUEST_TRANSFER", plain.path("cures").path(0).path("step").asString());
        assertEquals("\"2\"", anna.get("/api/cases/" + id).header("ETag"));
    }

    @Test
    void aPreviewTellsTheSameAndWritesNothing() {
        String path = anna.open("preview").header("Location");
        Answer refused = anna.send(anna.command(path + "/preview", 0, Client.action("TRANSFER", "{'receiver': 'ben'}")));
        Answer permitted = anna.send(anna.command(path + "/preview", 0, Client.action("REPORT_WITHDRAWAL", "{}")));

        assertEquals(200, refused.status(), refused::toString);
        assertFalse(refused.body().path("permitted").asBoolean(true));
        assertEquals(List.of("no-plain-transfer", "giver-keeps-follow-up"), refused.each("reasons", "rule"));
        assertFalse(refused.body().path("cures").isEmpty());
        assertTrue(permitted.body().path("permitted").asBoolean(false), permitted::toString);
        assertEquals("\"2\"", anna.get(path).header("ETag"));
    }

    @Test
    void aRepetitionGivesTheFirstOutcomeAgain() {
        String id = anna.open("repeated").text("caseId");
        String path = "/api/cases/" + id + "/commands";
        String key = UUID.randomUUID().toString();
        String body = Client.action("ESCALATE", "{'note': 'she called the press'}");
        Answer first = anna.send(anna.command(path, 2, key, body));
        anna.does(id, 3, "REPORT_MOOD", "{'mood': 'UPSET'}");
        Answer again = anna.send(anna.command(path, 2, key, body));

        assertEquals(200, first.status(), first::toString);
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals(200, again.status(), again::toString);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertTrue(again.body().path("repeated").asBoolean(false));
        assertEquals(first.body().path("entries"), again.body().path("entries"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(4, anna.get("/api/cases/" + id).body().path("version").asInt());
    }

    @Test
    void twoRequestsAtOnceWithOneKeyAreDoneOnce() {
        String id = anna.open("at once").text("caseId");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 8).mapToObj(number -> anna.sendAtOnce(anna.command(
            "/api/cases/" + id + "/commands", 2, key, Client.action("ESCALATE", "{'note': 'at once'}")))).toList();
        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers::toString);
        assertEquals(7, answers.stream().filter(answer -> answer.header("Idempotency-Replayed").equals("true")).count());
        assertEquals(3, anna.get("/api/cases/" + id).body().path("version").asInt());
    }

    @Test
    void aCaseOpenedTwiceAtOnceWithOneKeyIsOneCase() {
        String key = UUID.randomUUID().toString();
        String body = "{'customer': 'once', 'problem': 'broken', 'channel': 'EMAIL'}";
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 6)
            .mapToObj(number -> anna.sendAtOnce(anna.command("/api/cases", 0, key, body))).toList();
        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count(), answers::toString);
        assertEquals(5, answers.stream().filter(answer -> answer.status() == 200 && answer.header("Idempotency-Replayed").equals("true")).count());
        assertEquals(1, answers.stream().map(answer -> answer.header("Location")).distinct().count());
        assertEquals(409, anna.send(anna.command("/api/cases", 0, key, body.replace("once", "twice"))).status());
    }

    @Test
    void aKeyUsedForSomethingElseIsAConflict() {
        String id = anna.open("key").text("caseId");
        String path = "/api/cases/" + id + "/commands";
        String key = UUID.randomUUID().toString();
        anna.send(anna.command(path, 2, key, Client.action("ESCALATE", "{'note': 'one'}")));
        Answer other = anna.send(anna.command(path, 3, key, Client.action("ESCALATE", "{'note': 'another'}")));

        assertEquals(409, other.status(), other::toString);
        assertEquals(3, anna.get("/api/cases/" + id).body().path("version").asInt());
    }

    @Test
    void whoeverSawAnOldVersionHearsWhatHappenedSince() {
        String id = anna.open("stale").text("caseId");
        anna.does(id, 2, "ESCALATE", "{'note': 'meanwhile'}");
        Answer stale = anna.does(id, 2, "REPORT_MOOD", "{'mood': 'CALM'}");
        Answer since = anna.get(stale.text("happened"));

        assertEquals(412, stale.status(), stale::toString);
        assertEquals("\"3\"", stale.header("ETag"));
        assertTrue(stale.header("Link").contains(stale.text("happened")), stale::toString);
        assertEquals(List.of("ESCALATE"), since.each("entries", "step"));
        assertEquals(3, anna.get("/api/cases/" + id).body().path("version").asInt());
    }

    @Test
    void aSupervisorWaivesAndAnAgentIsToldWhoMay() {
        String body = """
            {'actions': [{'step': 'CONFIRM_STORY'}],
             'waivers': [{'rule': 'asked-to-restate', 'reason': 'she told it unasked'}, {'rule': 'open-questions', 'reason': 'she told it all'}]}""";
        String sarasCase = heard(sara);
        String annasCase = heard(anna);
        Answer waived = sara.send(sara.command(sarasCase + "/commands", 10, body));
        Answer refused = anna.send(anna.command(annasCase + "/commands", 10, body));

        assertEquals(200, waived.status(), waived::toString);
        assertEquals("SOLVING", waived.text("state"));
        JsonNode last = sara.get(sarasCase + "/history?after=10").body().path("entries").path(0);
        assertEquals("sara", last.path("waivers").path(0).path("by").asString());
        assertEquals("she told it unasked", last.path("waivers").path(0).path("reason").asString());
        assertEquals(422, refused.status(), refused::toString);
        assertTrue(refused.each("reasons", "rule").containsAll(List.of("asked-to-restate", "open-questions", "waiver")), refused::toString);
        assertEquals("supervisor", refused.body().path("reasons").path(0).path("waivableBy").asString());
        assertTrue(refused.each("reasons", "because").stream().anyMatch(why -> why.contains("anna may not waive")), refused::toString);
        assertEquals(10, anna.get(annasCase).body().path("version").asInt());
    }

    /** A case in which only the questions to the customer are missing before the story can be confirmed. */
    private static String heard(Client owner) {
        String path = owner.open("heard", "CALM").header("Location");
        Answer said = owner.send(owner.command(path + "/commands", 2, """
            {'actions': [{'step': 'APOLOGISE'}, {'step': 'ACKNOWLEDGE'}, {'step': 'STATE_OWNERSHIP'}, {'step': 'EMPATHISE'}, {'step': 'PARAPHRASE'}],
             'message': {'channel': 'PHONE', 'text': 'I apologise that it came broken twice. I see why you are angry, and I am here to help today.'},
             'attested': ['APOLOGY_WORDS', 'FIRST_PERSON', 'NAMES_PROBLEM', 'UNCONDITIONAL', 'SHOWS_UNDERSTANDING', 'COMMITS_TO_HELP', 'OWN_WORDS',
                          'AGENT_CALM']}"""));
        assertEquals(200, said.status(), said::toString);
        Answer heard = owner.send(owner.command(path + "/commands", 7, """
            {'actions': [{'step': 'RECORD_STORY', 'fields': {'note': 'Twice broken.'}},
                         {'step': 'RECORD_FAILURE', 'fields': {'note': 'Packed badly.'}},
                         {'step': 'REPORT_MOOD', 'fields': {'mood': 'CALM'}}], 'attested': ['ATTENTIVE']}"""));
        assertEquals(200, heard.status(), heard::toString);
        return path;
    }
}
