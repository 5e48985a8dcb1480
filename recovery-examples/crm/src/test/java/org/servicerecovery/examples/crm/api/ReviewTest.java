package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.api.Client.Answer;
import tools.jackson.databind.JsonNode;

/** A message is read before it is sent. */
class ReviewTest extends ApiTest {
    private static final String COLD = "It is against company policy. Feel free to call back any time.";
    private String path;

    @BeforeEach
    void aCase() {
        path = anna.open("reviewed", "CALM").header("Location");
    }

    private static String says(String step, String text) {
        return "{'actions': [{'step': '" + step + "'}], 'message': {'channel': 'PHONE', 'text': '" + text + "'}}";
    }

    private Answer review(Client who, String body) {
        return who.send(who.command(path + "/review", 0, body));
    }

    @Test
    void everyFindingIsToldWithItsPlace() {
        Answer answer = review(anna, says("REMARK", COLD));

        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.each("findings", "id").containsAll(List.of("negative-phrase", "pushes-follow-up")), answer::toString);
        JsonNode first = StreamSupport.stream(answer.body().path("findings").spliterator(), false)
            .filter(one -> one.path("id").asString().equals("negative-phrase")).findFirst().orElseThrow();
        assertEquals(first.path("words").asString(), COLD.substring(first.path("start").asInt(), first.path("end").asInt()));
        assertTrue(first.path("words").asString().contains("against company policy"), answer::toString);
        assertTrue(first.path("against").asBoolean(false) && first.path("sure").asBoolean(false), answer::toString);
        assertFalse(first.path("why").asString("").isBlank() || first.path("better").asString("").isBlank() || first.path("sources").isEmpty());
    }

    @Test
    void whatTheRulesWillSayIsWhatTheySay() {
        Answer foretold = review(anna, says("REMARK", COLD));
        Answer refused = anna.send(anna.command(path + "/commands", 2, says("REMARK", COLD)));

        assertFalse(foretold.body().path("permitted").asBoolean(true), foretold::toString);
        assertEquals(422, refused.status(), refused::toString);
        assertEquals(refused.each("reasons", "rule"), foretold.each("reasons", "rule"));
        assertFalse(foretold.body().path("reasons").path(0).has("cures"), foretold::toString);
        assertEquals("\"2\"", anna.get(path).header("ETag"));
    }

    @Test
    void whatTheWordsShowNobodyHasToAttest() {
        String body = says("APOLOGISE", "I apologise that the parcel came broken, twice.");
        Answer foretold = review(anna, body);
        Answer said = anna.send(anna.command(path + "/commands", 2, body));

        assertTrue(foretold.each("shown", "name").containsAll(List.of("APOLOGY_WORDS", "FIRST_PERSON", "UNCONDITIONAL")), foretold::toString);
        assertTrue(foretold.body().path("permitted").asBoolean(false), foretold::toString);
        assertEquals(200, said.status(), said::toString);
    }

    @Test
    void whatCannotBeReviewedIsTold() {
        Answer silent = review(anna, Client.action("REMARK", "{}"));
        Answer longer = review(anna, says("REMARK", "x".repeat(100_001)));
        Answer unknown = review(anna, "{'actions': [{'step': 'REMARK'}], 'text': 'Hello'}");

        assertEquals(400, silent.status(), silent::toString);
        assertEquals(List.of("/message"), silent.each("errors", "pointer"));
        assertEquals(List.of("/message/text"), longer.each("errors", "pointer"));
        assertEquals(400, unknown.status(), unknown::toString);
        assertEquals(200, review(anna, says("REMARK", "x".repeat(100_000))).status());
        assertEquals(404, review(carl, says("REMARK", COLD)).status());
        assertEquals(401, review(Client.stranger(port), says("REMARK", COLD)).status());
    }
}
