package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;

/** Whether everybody can use a page as it is now, and it fits into the window. */
final class Looks {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final int NODES = 3;

    private Looks() {
    }

    static void assertGood(Window window) {
        assertEquals(List.of(), faults(window));
    }

    /** Empty if there are none. */
    static List<String> faults(Window window) {
        String place = window.driver().getCurrentUrl();
        List<String> faults = new ArrayList<>();
        if ((Boolean) window.driver().executeScript("return document.documentElement.scrollWidth > window.innerWidth")) {
            faults.add(place + " is wider than the window");
        }
        for (Rule rule : new AxeBuilder().withTags(RULES).analyze(window.driver()).getViolations()) {
            faults.add(place + " " + rule.getId() + ": " + rule.getHelp() + "\n" + String.join("\n",
                rule.getNodes().stream().limit(NODES).map(node -> "    " + node.getHtml() + "\n    " + node.getFailureSummary()).toList()));
        }
        return faults;
    }
}
