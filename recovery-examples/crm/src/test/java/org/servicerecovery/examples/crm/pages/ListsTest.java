package org.servicerecovery.examples.crm.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.servicerecovery.examples.crm.cases.QueueFilter;
import org.servicerecovery.examples.crm.cases.QueueLine;
import org.servicerecovery.examples.crm.cases.QueuePage;

class ListsTest extends Browsing {
    @Test
    void queueIsReadPageByPageWithNothingTwiceAndWhatIsLateFirst() {
        List<QueueLine> lines = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            QueuePage page = cases.queue(person("sara"), QueueFilter.ALL, after, 3);
            lines.addAll(page.lines());
            after = page.next();
        } while (after.isPresent());
        List<String> ids = lines.stream().map(line -> line.recoveryCase().id()).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(cases.count(person("sara"), QueueFilter.ALL), ids.size());
        List<Boolean> late = lines.stream().map(line -> !line.late().isEmpty()).toList();
        assertTrue(late.contains(true) && late.contains(false), "the demo has both");
        assertFalse(late.subList(late.indexOf(false), late.size()).contains(true), "late ones come first: " + late);
    }

    @Test
    void filtersLeaveWhatTheySay() {
        assertTrue(cases.queue(person("anna"), QueueFilter.UNOWNED, Optional.empty(), 50).lines().stream()
            .allMatch(line -> line.recoveryCase().data().owner().isEmpty()));
        assertTrue(cases.queue(person("anna"), QueueFilter.LATE, Optional.empty(), 50).lines().stream().noneMatch(line -> line.late().isEmpty()));
        assertTrue(cases.queue(person("ben"), QueueFilter.MINE, Optional.empty(), 50).lines().stream()
            .anyMatch(line -> line.recoveryCase().data().receiver().equals("ben")), "the one that he is asked to take over");
        assertTrue(cases.queue(person("carl"), QueueFilter.ALL, Optional.empty(), 50).lines().stream()
            .noneMatch(line -> line.recoveryCase().data().team().equals("shop") && line.recoveryCase().data().owner().isEmpty()), "another team's");
    }

    @Test
    void everyListIsShown() throws Exception {
        for (String who : List.of("anna", "ben", "carl", "sara")) {
            for (String address : List.of("/", "/?filter=mine", "/?filter=unowned", "/?filter=late", "/?filter=nonsense&after=nonsense",
                "/cases/new", "/report")) {
                assertEquals(200, look(who, address).getResponse().getStatus(), who + " " + address);
            }
        }
        assertTrue(text(look("ben", "/")).contains("You are asked to take this case over."));
    }

    @Test
    void reportHasTheFiguresAndEveryChartItsTable() throws Exception {
        String report = text(look("anna", "/report"));
        assertTrue(report.contains("21 of 26"), "recovered of those that ended");
        assertTrue(report.matches("(?s).*The courier leaves parcels at the wrong door</th>\\s*<td[^>]*>9</td>.*"), "the most frequent cause");
        assertTrue(report.matches("(?s).*data-rule=\"no-plain-transfer\".*"), "what refuses");
        assertTrue(report.contains("data-table=\"causes\"") && report.contains("id=\"causes\""), "the table of the chart");
    }
}
