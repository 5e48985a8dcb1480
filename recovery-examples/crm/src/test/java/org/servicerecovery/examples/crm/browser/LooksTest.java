package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Every page can be used by everybody, on a desk and on a telephone: the demo cases have one in every state. */
@TestPropertySource(properties = "crm.seed=true")
class LooksTest extends BrowserTest {
    private static final int HEIGHT = 900;
    /** But for closed steps: unfolding all of these at once would look for the way to every one. Other tests look at some. */
    private static final String UNFOLD = "document.querySelectorAll('details:not(.closed)').forEach(one => one.open = true)";
    @Autowired
    private CaseStore store;

    @ParameterizedTest
    @ValueSource(ints = {Window.WIDE, Window.NARROW})
    void everyPageIsAccessibleAndFits(int width) {
        Map<RecoveryState, String> one = new TreeMap<>();
        store.find(CaseQuery.all().withArchived().atMost(CaseQuery.MOST)).forEach(line -> one.putIfAbsent(line.state(), line.id()));
        assertEquals(RecoveryState.values().length, one.size(), one::toString);

        List<String> faults = new ArrayList<>();
        Window window = windows.stranger();
        window.resize(width, HEIGHT);
        faults.addAll(Looks.faults(window.go("/sign-in")));
        window.signIn("sara");
        List<String> places = new ArrayList<>(List.of("/", "/cases/new", "/report", "/cases/no-such-case"));
        one.values().forEach(id -> places.add(at(id)));
        for (String place : places) {
            window.go(place);
            window.driver().executeScript(UNFOLD);
            faults.addAll(Looks.faults(window));
        }
        assertEquals("", String.join("\n", faults));
    }
}
