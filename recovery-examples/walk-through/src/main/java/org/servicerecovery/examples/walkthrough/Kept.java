package org.servicerecovery.examples.walkthrough;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.jdbc.StoreException;

/** Where played cases are kept between runs: an H2 database in a file. */
final class Kept implements AutoCloseable {
    /** H2 puts it behind the name of every database. */
    private static final String ENDING = ".mv.db";
    /** With it every file of H2 begins. */
    private static final String H2 = "H:2,";
    private static final String ELSEWHERE = " \"--store FILE\" keeps them elsewhere.";
    /** A case id has at most 200 characters, and a number follows. */
    private static final int LONGEST_NAME = 90;

    private final JdbcCaseStore store;
    private final Path file;

    private Kept(JdbcCaseStore store, Path file) {
        this.store = store;
        this.file = file;
    }

    /**
     * Opens it, and makes it if it is not there.
     *
     * @param named the file that the user named, with or without {@value #ENDING}; without one, it lies beside the compiled classes, where
     *              Maven cleans up
     * @throws CaseFileException if it cannot be opened
     */
    static Kept open(Optional<String> named) {
        Path path = path(named);
        Path file = path.resolveSibling(path.getFileName() + ENDING);
        lookAt(file);
        try {
            return new Kept(JdbcCaseStore.inFile(path), file);
        } catch (StoreException e) {
            // Its own remedy is to repeat the command; here none has been given yet.
            boolean mine = e.getCause() == null || e.getMessage().contains("another process");
            throw mine ? new CaseFileException(Place.of(file.toString()), e.getMessage() + ELSEWHERE) : cannot(file, e.getCause().getMessage());
        }
    }

    /** What H2 would put into pages of traces, on the terminal and beside the file. */
    private static void lookAt(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.isWritable(Files.exists(file) ? file : file.getParent())) {
                throw cannot(file, "it is write-protected");
            }
            if (Files.exists(file) && Files.size(file) > 0) {
                try (InputStream in = Files.newInputStream(file)) {
                    if (!new String(in.readNBytes(H2.length()), StandardCharsets.US_ASCII).equals(H2)) {
                        throw cannot(file, "it is no H2 database");
                    }
                }
            }
        } catch (IOException e) {
            throw cannot(file, e.toString());
        }
    }

    private static CaseFileException cannot(Path file, String why) {
        return new CaseFileException(Place.of(file.toString()), "The cases cannot be kept here (" + why.lines().collect(Collectors.joining(" "))
            + "). Check that it is a file of this example, and that you may write there." + ELSEWHERE);
    }

    /**
     * Opens it to look at what is there.
     *
     * @param named as with {@link #open}
     * @throws CaseFileException if nothing is kept there, or it cannot be opened
     */
    static Kept existing(Optional<String> named) {
        Path path = path(named);
        Path file = path.resolveSibling(path.getFileName() + ENDING);
        if (!Files.isRegularFile(file)) {
            throw new CaseFileException(Place.of(file.toString()), "No cases are kept here. Play a case file first, or say where they are with"
                + " \"--store FILE\".");
        }
        return open(named);
    }

    static Path path(Optional<String> named) {
        try {
            Path path = named.isPresent() ? Path.of(named.get().endsWith(ENDING) ? named.get().substring(0, named.get().length() - ENDING.length())
                : named.get()).toAbsolutePath().normalize() : beside();
            if (named.isPresent() && (named.get().isBlank() || path.getFileName() == null || Files.isDirectory(path))) {
                throw new CaseFileException(Place.of("--store " + named.get()), "This is no name of a file. Write for instance \"--store my-cases\".");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new CaseFileException(Place.of("--store " + named.orElseThrow()), "This is no path (" + e.getReason() + "). Write for instance"
                + " \"--store my-cases\".");
        }
    }

    private static Path beside() {
        try {
            return Path.of(Kept.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("cases");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("These classes come from no file", e);
        }
    }

    /** An id for a case that is about to be played: after the case file, and how often it was played. */
    String nextId(String caseFile) {
        String name = Path.of(caseFile).getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^\\p{L}\\p{N}._]+", "-");
        String cut = name.codePoints().limit(LONGEST_NAME).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> cut + "-" + number).filter(id -> store.load(id).isEmpty())
            .findFirst().orElseThrow();
    }

    JdbcCaseStore store() {
        return store;
    }

    /** With its ending, as it lies on the disk. */
    Path file() {
        return file;
    }

    @Override
    public void close() {
        store.close();
    }
}
