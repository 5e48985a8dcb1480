package org.servicerecovery.examples.walkthrough;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one run of the walk-through left behind. */
record Played(int code, String out, String err) {
    /** With an empty store of its own, which is gone afterwards; the output names it STORE. */
    static Played run(String... args) {
        if (args.length > 0 && Arguments.WITHOUT_CASES.contains(args[0])) {
            return plainly(args);
        }
        try {
            Path folder = Files.createTempDirectory("walk-through");
            try {
                Played played = in(folder.resolve("cases"), args);
                return new Played(played.code, played.out.replace(folder.toString(), "STORE"), played.err);
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Played in(Path store, String... args) {
        return plainly(Stream.concat(Stream.of(args), Stream.of("--store", store.toString())).toArray(String[]::new));
    }

    private static Played plainly(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = WalkThrough.run(args, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Played(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** The output without line breaks, because where a line breaks does not matter. */
    String words() {
        return out.replaceAll("\\s+", " ");
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
