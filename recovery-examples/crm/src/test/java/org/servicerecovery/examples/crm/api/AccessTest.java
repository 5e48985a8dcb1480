package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.api.Client.Answer;

/** Who may do what: nobody without a name, and nobody to whose cases it does not belong. */
class AccessTest extends ApiTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Test
    void aStrangerIsAskedWhoHeIs() {
        for (Client stranger : List.of(Client.stranger(port), Client.of(port, "anna", "wrong"), Client.of(port, "nobody", PASSWORD))) {
            Answer answer = stranger.get("/api/cases");

            assertEquals(401, answer.status(), answer::toString);
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(answer.header("WWW-Authenticate").startsWith("Basic "), answer::toString);
            assertEquals("", answer.header("Location") + answer.header("Set-Cookie"));
            assertEquals(401, stranger.get("/api/nothing").status());
        }
    }

    @Test
    void nobodyGetsASession() {
        assertEquals("", anna.get("/api/cases").header("Set-Cookie"));
    }

    @Test
    void theCookieOfThePagesOpensNothingHere() {
        Client browser = Client.stranger(port);
        HttpResponse<String> page = browser.get("/sign-in").raw();
        Matcher token = TOKEN.matcher(page.body());
        assertTrue(token.find(), page::body);
        String before = cookie(page);
        Answer signedIn = browser.send(browser.to("/sign-in").header("Cookie", before).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=anna&password=" + PASSWORD + "&_csrf=" + token.group(1))));
        String session = cookie(signedIn.raw());

        assertEquals(302, signedIn.status(), signedIn::toString);
        // The session is good for pages …
        assertEquals(200, browser.send(browser.to("/").header("Cookie", session)).status());
        // … and for nothing else.
        Answer read = browser.send(browser.to("/api/cases").header("Cookie", session));
        Answer written = browser.send(browser.command("/api/cases", 0, "{'customer': 'c', 'problem': 'p', 'channel': 'EMAIL'}")
            .header("Cookie", session));
        assertEquals(401, read.status(), read::toString);
        assertEquals(401, written.status(), written::toString);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void aCaseOfOthersIsAsIfThereWereNone() {
        String path = anna.open("annas").header("Location");
        String body = Client.action("ESCALATE", "{'note': 'mine now'}");
        for (String part : List.of("", "/history", "/offers", "/plan")) {
            assertEquals(without(carl.get("/api/cases/0000000000000000" + part)), without(carl.get(path + part)), part);
        }
        Answer written = carl.send(carl.command(path + "/commands", 2, body));
        Answer previewed = carl.send(carl.command(path + "/preview", 0, body));

        assertEquals(without(carl.send(carl.command("/api/cases/0000000000000000/commands", 2, body))), without(written));
        assertEquals(404, written.status(), written::toString);
        assertEquals(404, previewed.status(), previewed::toString);
        assertFalse(carl.get("/api/cases").raw().body().contains("annas"));
        assertEquals("\"2\"", anna.get(path).header("ETag"));
        assertEquals(200, sara.get(path).status());
    }

    /** All of an answer but the address that was asked. */
    private static Map<String, Object> without(Answer answer) {
        return Map.of("status", answer.status(), "title", answer.text("title"), "detail", answer.text("detail"), "type", answer.text("type"));
    }

    @Test
    void nobodyReadsACaseByRepeatingItsCommand() {
        Answer opened = anna.send(anna.command("/api/cases", 0, "known-key", "{'customer': 'k', 'problem': 'p', 'channel': 'PHONE'}"));
        Answer same = carl.send(carl.command("/api/cases", 0, "known-key", "{'customer': 'k', 'problem': 'p', 'channel': 'PHONE'}"));

        assertEquals(201, same.status(), same::toString);
        assertFalse(opened.header("Location").equals(same.header("Location")), same::toString);
    }

    @Test
    void whoWasAskedSeesTheCaseAndJoins() {
        String path = anna.open("asked").header("Location");
        assertEquals(404, ben.get(path).status());
        Answer said = anna.apologise(path);
        assertEquals(200, said.status(), said::toString);
        Answer asked = anna.send(anna.command(path + "/commands", 5, """
            {'actions': [{'step': 'REQUEST_TRANSFER', 'fields': {'receiver': 'ben'}}, {'step': 'BRIEF_RECEIVER'}]}"""));
        assertEquals(200, asked.status(), asked::toString);

        assertTrue(ben.get("/api/cases?filter=MINE").each("cases", "self").contains(path));
        assertEquals("ben", ben.get(path).text("receiver"));
        Answer joined = ben.send(ben.command(path + "/commands", 7, Client.action("JOIN", "{}")));
        assertEquals(200, joined.status(), joined::toString);
        assertEquals("anna", ben.get(path).text("owner"));
        assertEquals(404, carl.get(path).status());
    }
}
