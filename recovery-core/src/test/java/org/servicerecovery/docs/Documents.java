package org.servicerecovery.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repository's documents, and the blocks in them that come from the code. Such a block follows a mark that tells its kind
 * and its name: {@code <!-- code: ReadmeExample.transfer -->}.
 */
final class Documents {
    /** From the repository's root. */
    static final String WRITE = "mvn -q -pl recovery-core test -Dtest=DocumentsTest -Drecovery.write=true";
    private static final Path CORE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("(<!-- (\\w+): ([\\w./#-]+) -->\n```(\\w+)\n)(.*?)(```\n)", Pattern.DOTALL);

    private Documents() {
    }

    static Path root() {
        return CORE.getParent();
    }

    static String read(String file) throws IOException {
        Path path = root().resolve(file);
        return Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8).replace("\r\n", "\n") : "";
    }

    /** The same document with every marked block as the code has it. */
    static String filled(String document, BinaryOperator<String> contentOfKindAndName) {
        return BLOCK.matcher(document).replaceAll(block -> Matcher.quoteReplacement(block.group(1)
            + contentOfKindAndName.apply(block.group(2), block.group(3)) + block.group(6)));
    }

    static List<String> marks(String document) {
        List<String> marks = new ArrayList<>();
        BLOCK.matcher(document).results().forEach(block -> marks.add(block.group(2) + ": " + block.group(3)));
        return marks;
    }

    /** The lines between {@code // [region]} and {@code // [/region]} of a class of this package, moved to the left margin. */
    static String code(String name) throws IOException {
        String type = name.substring(0, name.indexOf('.'));
        return region(CORE.resolve("src/test/java/org/servicerecovery/docs/" + type + ".java"), name.substring(name.indexOf('.') + 1));
    }

    /** A whole file of the repository, or what stands in a region of it: {@code folder/file#region}. */
    static String file(String name) throws IOException {
        int region = name.indexOf('#');
        return region < 0 ? read(name) : region(root().resolve(name.substring(0, region)), name.substring(region + 1));
    }

    private static String region(Path file, String region) throws IOException {
        String source = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        int from = source.indexOf("// [" + region + "]\n");
        int to = source.indexOf("// [/" + region + "]");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There is no region " + region + " in " + file.getFileName() + ". Mark it with // [" + region
                + "] and // [/" + region + "].");
        }
        String lines = source.substring(source.indexOf('\n', from) + 1, source.lastIndexOf('\n', to) + 1);
        // Without its last line's end, which would count as a line without indentation.
        return lines.stripTrailing().stripIndent() + "\n";
    }
}
