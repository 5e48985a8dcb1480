package org.servicerecovery.architecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares what users can see with the checked-in {@code api.txt}: a change of the public API is never an accident, and a review
 * sees it as a diff of that file.
 */
class PublicApiTest {

    private static final String WRITE = "mvn -q -pl recovery-core test -Dtest=PublicApiTest -Drecovery.write=true";

    @Test
    void publicApiIsAsCheckedIn() throws IOException {
        var base = Path.of(System.getProperty("basedir", ""));
        var file = base.resolve("api.txt");
        var actual = PublicApi.of(base.resolve("target/classes"));
        if (Boolean.getBoolean("recovery.write")) {
            Files.write(file, actual);
            return;
        }
        var difference = difference(Files.exists(file) ? Files.readAllLines(file) : List.of(), actual);
        if (!difference.isEmpty()) {
            fail("The public API differs from api.txt:\n\n" + String.join("\n", difference)
                    + "\n\nIf that is meant, write it down from the repository's root, and say why in the changelog:\n  " + WRITE);
        }
    }

    private static List<String> difference(List<String> expected, List<String> actual) {
        var before = statements(expected);
        var after = statements(actual);
        var lines = new ArrayList<String>();
        var all = new TreeSet<>(before);
        all.addAll(after);
        for (var statement : all) {
            if (!after.contains(statement)) {
                lines.add("- " + statement);
            } else if (!before.contains(statement)) {
                lines.add("+ " + statement);
            }
        }
        return lines;
    }

    /** Puts each member's type before it, so that a line can be read, and compared, on its own. */
    private static Set<String> statements(List<String> lines) {
        var statements = new LinkedHashSet<String>();
        var type = "";
        for (var line : lines) {
            if (line.startsWith(" ")) {
                statements.add(type + ": " + line.strip());
            } else {
                type = line.replaceFirst("^.*?(org\\.servicerecovery[\\w.$]*).*$", "$1");
                statements.add(type + "  " + line);
            }
        }
        return statements;
    }
}
