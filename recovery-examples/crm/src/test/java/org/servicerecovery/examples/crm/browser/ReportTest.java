package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.servicerecovery.examples.crm.cases.Report;
import org.servicerecovery.figures.RootCauses;
import org.servicerecovery.model.RecoveryState;
import org.springframework.test.context.TestPropertySource;

/** The report of the demo cases: the charts are drawn, and say what the tables beside them say. */
@TestPropertySource(properties = "crm.seed=true")
class ReportTest extends BrowserTest {
    /** How many of the points of a chart have a colour. */
    private static final String DRAWN = "const canvas = arguments[0];"
        + " const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
        + " return points.filter((value, at) => at % 4 === 3 && value > 0).length";
    private static final String SHOWN = "return Chart.getChart(arguments[0]).data.datasets.map(set => set.data.join(' '))";

    @Test
    void theChartsSayWhatTheTablesSay() {
        Window sara = windows.of("sara").go("/report");
        Report report = cases.report();

        List<WebElement> charts = sara.driver().findElements(By.tagName("canvas"));
        assertEquals(2, charts.size());
        for (WebElement chart : charts) {
            assertTrue((Long) sara.driver().executeScript(DRAWN, chart) > 1000, "drawn: " + chart.getDomAttribute("data-table"));
            assertTrue(chart.getRect().width > 300 && chart.getRect().height > 150, "large enough: " + chart.getRect().getDimension());
        }

        List<String> ends = column(sara, "ends", 1);
        assertEquals(report.figures().ends().counts().values().stream().map(String::valueOf).toList(), ends);
        assertEquals(report.figures().ends().counts().get(RecoveryState.RECOVERED) + " of " + report.figures().ends().ended(),
            sara.text("recovered").replaceFirst(" \\(.*", ""));
        assertEquals(List.of(String.join(" ", ends)), sara.driver().executeScript(SHOWN, charts.get(0)));

        List<RootCauses.Cause> ranked = report.figures().rootCauses().ranked();
        assertFalse(ranked.isEmpty());
        List<String> causes = column(sara, "causes", 1);
        assertEquals(ranked.stream().map(cause -> String.valueOf(cause.share().count())).toList(), causes);
        List<String> shares = column(sara, "causes", 2);
        assertEquals("100", shares.get(shares.size() - 1), "with all causes it is all cases");
        assertEquals(List.of(String.join(" ", causes), String.join(" ", shares)), sara.driver().executeScript(SHOWN, charts.get(1)));

        WebElement transfer = sara.part("rules").findElement(By.cssSelector("[data-rule='no-plain-transfer']"));
        long refused = report.refused().stream().filter(one -> one.rule().equals("no-plain-transfer")).mapToLong(Report.RefusedBy::attempts).sum();
        assertEquals(String.valueOf(refused), transfer.findElements(By.tagName("td")).get(0).getText());
        assertTrue(refused > 0, "refused attempts are counted");
    }

    private static List<String> column(Window window, String table, int number) {
        return window.driver().findElement(By.id(table)).findElements(By.cssSelector("tbody tr")).stream()
            .map(row -> row.findElements(By.cssSelector("th, td")).get(number).getText()).toList();
    }
}
