package org.servicerecovery.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.servicerecovery.docs.DocumentsTest;

/** Every line of every source is accounted for: something carries it, a case shows it bite, and another shows it let pass. */
class CoverageTest {
    private final Coverage coverage = new Coverage();

    @Test
    void everyRowIsCarriedAndShown() {
        assertEquals("", String.join("\n", coverage.missing()));
    }

    @Test
    void theAccountIsAsTheCodeHasIt() throws IOException {
        DocumentsTest.same("docs/rulebook-coverage.md", coverage.text("mvn -q -pl recovery-core test -Dtest=CoverageTest -Drecovery.write=true"));
    }

    @Test
    void whatIsSaidToCarryARowIsThere() {
        assertEquals(List.of(), Carrier.all().stream().filter(carrier -> !carrier.isThere()).toList());
        TreeSet<String> unknown = new TreeSet<>();
        Carrier.all().stream().map(Carrier::row).filter(row -> !Coverage.rows().contains(row)).forEach(unknown::add);
        assertEquals(new TreeSet<>(), unknown);
        assertEquals(166, Coverage.rows().size());
    }
}
