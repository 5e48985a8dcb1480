package org.servicerecovery.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything public says what it is. Javadoc's own check for missing comments is off, because it asks a record's compact
 * constructor to repeat every parameter of the record.
 */
class DocumentedTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PUBLIC = Pattern.compile("\\s*(public|protected) .*[({;]\\s*$|\\s*(public|protected) .*\\(.*,\\s*$");

    @Test
    void everyPublicDeclarationHasAComment() throws IOException {
        List<String> bare = new ArrayList<>();
        int[] seen = new int[1];
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                look(file, Files.readAllLines(file), bare, seen);
            }
        }
        assertTrue(seen[0] > 300, "only " + seen[0] + " public declarations were found: the pattern no longer matches the code");
        assertEquals(List.of(), bare, "public declarations without a comment");
    }

    private static void look(Path file, List<String> lines, List<String> bare, int[] seen) {
        boolean hidden = lines.stream().noneMatch(line -> line.startsWith("public "));
        for (int i = 0; i < lines.size() && !hidden; i++) {
            if (!PUBLIC.matcher(lines.get(i)).matches()) {
                continue;
            }
            seen[0]++;
            int above = i - 1;
            while (above > 0 && lines.get(above).isBlank()) {
                above--;
            }
            String before = lines.get(above).strip();
            if (!before.endsWith("*/") && !before.startsWith("@")) {
                bare.add(SOURCES.relativize(file) + ":" + (i + 1) + " " + lines.get(i).strip());
            }
        }
    }
}
