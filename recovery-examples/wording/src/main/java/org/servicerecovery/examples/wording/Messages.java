package org.servicerecovery.examples.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.servicerecovery.wording.Draft;
import org.servicerecovery.wording.FindingKind;
import org.servicerecovery.wording.Wording;

/** The labelled messages that come with this example: one file for each kind of finding. */
final class Messages {
    /** {@code + [problem: what went wrong] the message}, where what stands in brackets need not be there. */
    private static final Pattern LINE = Pattern.compile("([+-]) (?:\\[(problem|customer|name): ([^\\]]*)\\] ?)?(.*)");

    private Messages() {
    }

    /** Who saw them: those who wrote the phrases did, or nobody but those who measure. */
    enum Part {
        /** Messages that the phrases were worked on with. */
        WORKED_ON("worked-on"),
        /** Messages by other writers, which nobody who wrote phrases has seen. */
        UNSEEN("unseen");

        private final String folder;

        Part(String folder) {
            this.folder = folder;
        }
    }

    /** All of a language, by kind of finding in the order of the phrase file, harmless ones last; empty where nobody wrote any. */
    static List<Example> of(String language, Part part) {
        List<String> kinds = new ArrayList<>(Wording.in(language).kinds().stream().map(FindingKind::id).toList());
        kinds.add(Example.HARMLESS);
        return kinds.stream().flatMap(kind -> read(language, part, kind).stream()).toList();
    }

    private static List<Example> read(String language, Part part, String kind) {
        String name = "messages/" + part.folder + "/" + language + "/" + kind + ".txt";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                return List.of();
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    examples.add(example(kind, lines.get(i), name + ", line " + (i + 1)));
                }
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(String kind, String line, String place) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException(place + " begins with neither \"+ \" nor \"- \".");
        }
        Draft draft = Draft.of(parts.group(4).replace("\\n", "\n"));
        String besides = parts.group(3);
        if (besides != null) {
            draft = switch (parts.group(2)) {
                case "problem" -> draft.about(besides);
                case "customer" -> draft.answering(besides);
                default -> draft.to(besides);
            };
        }
        return new Example(kind, parts.group(1).equals("+"), draft);
    }
}
