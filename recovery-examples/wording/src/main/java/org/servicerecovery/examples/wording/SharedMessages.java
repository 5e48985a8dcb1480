package org.servicerecovery.examples.wording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.servicerecovery.wording.Draft;

/**
 * Real messages of agents, which are not the project's to ship: in a folder beside the repository, or wherever somebody has them. People said
 * of a hundred of them whether they apologise.
 */
final class SharedMessages {
    private static final String LABELLED = "agent-tweets-labelled.csv";
    private static final String TALKS = "conversations.csv";

    private SharedMessages() {
    }

    /** Where they are looked for: {@code recovery.data}, otherwise {@code shared/data} beside the repository. */
    static Path folder() {
        String told = System.getProperty("recovery.data", "");
        return (told.isEmpty() ? Path.of(System.getProperty("basedir", ""), "..", "..", "..", "shared", "data").toAbsolutePath().normalize() : Path.of(told))
            .resolve("wording");
    }

    static boolean areThere(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELLED)) && Files.isRegularFile(folder.resolve(TALKS));
    }

    /** The labelled ones. */
    static List<Example> labelled(Path folder) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (CSVRecord row : rows(folder.resolve(LABELLED))) {
            examples.add(new Example("apology", !row.get("Apologize").isEmpty(), Draft.of(row.get("text"))));
        }
        return examples;
    }

    /** Everything that agents wrote, each message once. */
    static List<String> byAgents(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : List.of(LABELLED, TALKS)) {
            for (CSVRecord row : rows(folder.resolve(file))) {
                if (row.get("inbound").equalsIgnoreCase("false")) {
                    texts.put(row.get("tweet_id"), row.get("text"));
                }
            }
        }
        return List.copyOf(texts.values());
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
