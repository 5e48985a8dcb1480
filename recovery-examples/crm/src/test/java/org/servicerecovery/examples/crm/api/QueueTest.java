package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.api.Client.Answer;

/** The queue page by page, and the figures of the report. */
class QueueTest extends ApiTest {
    @Test
    void thePagesOfTheQueueFollowEachOther() {
        List<String> opened = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            opened.add(ben.open("queue " + number).header("Location"));
        }
        List<String> listed = new ArrayList<>();
        int pages = 0;
        for (String next = "/api/cases?filter=MINE&limit=3"; !next.isEmpty(); pages++) {
            Answer page = ben.get(next);
            assertEquals(200, page.status(), page::toString);
            assertTrue(page.body().path("cases").size() <= 3, page::toString);
            listed.addAll(page.each("cases", "self"));
            next = page.text("next");
            assertEquals(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"", page.header("Link"));
        }

        assertTrue(pages >= 3, () -> "The pages list " + listed);
        assertTrue(listed.containsAll(opened), listed::toString);
        assertEquals(listed.size(), new HashSet<>(listed).size(), listed::toString);
    }

    @Test
    void aCaseWithoutAnOwnerWaitsForItsTeam() {
        String body = "{'customer': 'waiting', 'problem': 'broken', 'channel': 'EMAIL', 'team': 'billing'}";
        String path = sara.send(sara.command("/api/cases", 0, body)).header("Location");

        assertTrue(carl.get("/api/cases?filter=UNOWNED").each("cases", "self").contains(path));
        assertFalse(anna.get("/api/cases").each("cases", "self").contains(path));
        Answer taken = carl.send(carl.command(path + "/commands", 1, Client.action("TAKE_OWNERSHIP", "{}")));
        assertEquals(200, taken.status(), taken::toString);
        assertFalse(carl.get("/api/cases?filter=UNOWNED").each("cases", "self").contains(path));
        assertEquals("carl", carl.get(path).text("owner"));
    }

    @Test
    void theReportCountsCasesAndRefusals() {
        long before = refusals("no-plain-transfer");
        String id = anna.open("report").text("caseId");
        anna.does(id, 2, "TRANSFER", "{'receiver': 'ben'}");
        Answer report = anna.get("/api/report");

        assertEquals(200, report.status(), report::toString);
        assertTrue(report.body().path("cases").asLong() > 0, report::toString);
        assertEquals(before + 1, refusals("no-plain-transfer"));
        assertTrue(report.body().path("firstResponse").path("measured").asLong() > 0, report::toString);
        assertTrue(report.body().path("ends").has("RECOVERED"), report::toString);
    }

    private long refusals(String rule) {
        for (var one : anna.get("/api/report").body().path("refused")) {
            if (one.path("rule").asString().equals(rule)) {
                return one.path("attempts").asLong();
            }
        }
        return 0;
    }
}
