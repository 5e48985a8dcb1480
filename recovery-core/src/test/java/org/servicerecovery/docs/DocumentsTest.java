package org.servicerecovery.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.playbooks.Playbooks;

/** What the documents show is what the code says and prints. */
public class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void theStandardPlaybookIsDescribedAsItIs() throws IOException {
        same("docs/standard.md", StandardDocument.standard(Playbooks.standard(), printed().history()));
        same("docs/standard-rows.md", StandardDocument.rows(Playbooks.standard()));
    }

    @Test
    void theShippedPlaybooksAreShownSideBySideAsTheyAre() throws IOException {
        same("docs/playbooks.md", PlaybooksDocument.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embedding.md", "docs/keeping-cases.md", "docs/proof.md", "docs/spring.md", "docs/wording.md"})
    void blocksAreAsTheCodeHasThem(String file) throws IOException {
        var shown = Documents.read(file);
        same(file, Documents.filled(shown, DocumentsTest::content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embedding.md", "docs/keeping-cases.md", "docs/proof.md", "docs/spring.md", "docs/wording.md"})
    void noBlockOfCodeOrPictureIsWrittenByHand(String file) throws IOException {
        var shown = Documents.read(file);
        var fromCode = Documents.marks(shown).size();
        var all = Pattern.compile("^```(java|mermaid|text|yaml)$", Pattern.MULTILINE).matcher(shown).results().count();
        assertTrue(fromCode > 0 && fromCode == all, file + " has " + all + " blocks, of which " + fromCode + " are marked to come from the code.");
    }

    /** From what editors are told of the settings. */
    @Test
    void theSettingsForSpringBootAreDescribedAsTheyAre() throws IOException {
        var settings = new ObjectMapper().readTree(Path.of(System.getProperty("basedir", ""),
            "target/classes/META-INF/spring-configuration-metadata.json").toFile()).get("properties");
        var rows = new StringBuilder();
        settings.forEach(one -> rows.append("| `").append(one.get("name").asText()).append("` | ")
            .append(one.has("defaultValue") ? "`" + one.get("defaultValue").asText() + "`" : "").append(" | ")
            .append(one.get("description").asText()).append(" |\n"));
        var shown = Documents.read("docs/spring.md");
        same("docs/spring.md", Pattern.compile("(\\| setting .*\n\\|---.*\n)(?:\\|.*\n)*").matcher(shown)
            .replaceAll(table -> Matcher.quoteReplacement(table.group(1) + rows)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(String file) throws IOException {
        var folder = Documents.root().resolve(file).getParent();
        var broken = LINK.matcher(Documents.read(file)).results().map(link -> link.group(1))
            .filter(target -> !Files.exists(folder.resolve(target))).toList();
        assertEquals(List.of(), broken, "Links of " + file + " that lead nowhere");
    }

    static Stream<String> documents() throws IOException {
        try (var docs = Files.walk(Documents.root().resolve("docs"))) {
            var files = docs.map(Documents.root()::relativize).map(Path::toString).map(file -> file.replace('\\', '/'))
                .filter(file -> file.endsWith(".md")).toList();
            return Stream.concat(Stream.of("README.md", "CHANGELOG.md"), files.stream());
        }
    }

    private static String content(String kind, String name) {
        try {
            return switch (kind) {
                case "code" -> Documents.code(name);
                case "file" -> Documents.file(name);
                case "picture" -> Mermaid.states(Playbooks.standard());
                case "output" -> switch (name) {
                    case "transfer" -> printed().text();
                    case "broken" -> printed(ProofExample::broken);
                    case "plan" -> printed(ProofExample::plan);
                    case "difference" -> printed(ProofExample::difference);
                    case "wording" -> printed(WordingExample::reading);
                    default -> EmbeddingTest.buttons();
                };
                default -> throw new IllegalArgumentException("A block is code, file, picture or output, but one is marked " + kind + ".");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Printed(String text, List<CaseEvent> history) {
    }

    /** What the README's first example prints. */
    static Printed printed() {
        List<CaseEvent> history = new ArrayList<>();
        return new Printed(printed(() -> history.addAll(ReadmeExample.transfer())), history);
    }

    private static String printed(Runnable example) {
        var console = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            example.run();
            return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void aHostsPropertyIsProven() {
        assertEquals("vips", ProofExample.property().id().name());
    }

    /** The document is as the code has it; if asked to, it is written. */
    public static void same(String file, String fromCode) throws IOException {
        if (Boolean.getBoolean("recovery.write")) {
            Files.writeString(Documents.root().resolve(file), fromCode, StandardCharsets.UTF_8);
            return;
        }
        var shown = Documents.read(file);
        if (!shown.equals(fromCode)) {
            fail(file + " is not as the code has it.\n" + firstDifference(shown, fromCode)
                + "\nIf that is meant, write it down from the repository's root:\n  " + Documents.WRITE);
        }
    }

    private static String firstDifference(String shown, String fromCode) {
        var before = shown.lines().toList();
        var after = fromCode.lines().toList();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            var one = i < before.size() ? before.get(i) : "(nothing)";
            var other = i < after.size() ? after.get(i) : "(nothing)";
            if (!one.equals(other)) {
                return "Line " + (i + 1) + "\n- " + one + "\n+ " + other;
            }
        }
        return "They differ in their last line's end.";
    }
}
