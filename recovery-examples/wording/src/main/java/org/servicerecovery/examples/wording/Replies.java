package org.servicerecovery.examples.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads canned replies as helpdesks export them: YAML, CSV, or text with blank lines between. */
final class Replies {
    /** Where the words of a reply stand, by the names that helpdesks give to it; the first that is there. */
    private static final List<String> TEXTS = List.of("content", "text", "body", "message", "reply", "html");
    private static final List<String> NAMES = List.of("name", "title", "subject", "shortcut", "id");

    private Replies() {
    }

    /** One of them. */
    record Reply(String name, String text) {
    }

    /**
     * @throws RepliesException if the file is not there, is not what its name says, or has no replies
     */
    static List<Reply> read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            List<Reply> replies = name.endsWith(".yml") || name.endsWith(".yaml") ? yaml(file) : name.endsWith(".csv") ? csv(file) : text(file);
            if (replies.isEmpty()) {
                throw new RepliesException(file + " has no replies. A reply is an entry with one of " + TEXTS + "; in a text, what stands between blank lines.");
            }
            return replies;
        } catch (java.nio.file.NoSuchFileException e) {
            throw new RepliesException("There is no file " + file + ".");
        } catch (java.nio.charset.MalformedInputException e) {
            throw new RepliesException(file + " is not UTF-8. Save it as UTF-8.");
        } catch (IOException | UncheckedIOException | YamlEngineException e) {
            throw new RepliesException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static List<Reply> yaml(Path file) throws IOException {
        Object all = new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(Files.readString(file));
        List<Reply> replies = new ArrayList<>();
        collect(all, "", replies);
        return replies;
    }

    /** Lists of entries, maps of named entries, entries within entries. */
    private static void collect(Object node, String name, List<Reply> replies) {
        if (node instanceof List<?> list) {
            list.forEach(one -> collect(one, name, replies));
        } else if (node instanceof String text && !name.isEmpty()) {
            replies.add(new Reply(name, text));
        } else if (node instanceof Map<?, ?> map) {
            Optional<Object> text = first(map, TEXTS);
            if (text.isPresent()) {
                replies.add(new Reply(first(map, NAMES).map(Object::toString).orElse(name), text.get().toString()));
            } else {
                map.forEach((key, value) -> collect(value, key.toString(), replies));
            }
        }
    }

    private static Optional<Object> first(Map<?, ?> map, List<String> keys) {
        return map.entrySet().stream().filter(entry -> entry.getValue() != null && keys.contains(entry.getKey().toString().toLowerCase(Locale.ROOT)))
            .min(Comparator.comparingInt(entry -> keys.indexOf(entry.getKey().toString().toLowerCase(Locale.ROOT)))).map(Map.Entry::getValue);
    }

    private static List<Reply> csv(Path file) throws IOException {
        String start = Files.readString(file).lines().findFirst().orElse("");
        char separator = start.chars().filter(c -> c == ';').count() > start.chars().filter(c -> c == ',').count() ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get();
        List<Reply> replies = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                Map<String, String> map = row.toMap();
                first(map, TEXTS).ifPresent(text -> replies.add(new Reply(first(map, NAMES).map(Object::toString)
                    .orElse("row " + row.getRecordNumber()), text.toString())));
            }
        }
        return replies;
    }

    private static List<Reply> text(Path file) throws IOException {
        List<Reply> replies = new ArrayList<>();
        for (String part : Files.readString(file).split("\\R\\s*\\R")) {
            if (!part.isBlank()) {
                replies.add(new Reply("reply " + (replies.size() + 1), part.strip()));
            }
        }
        return replies;
    }
}
