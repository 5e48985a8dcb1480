package org.servicerecovery.examples.walkthrough;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.memory.InMemoryCaseStore;

/** Whatever happens to a case file, the walk-through says so in its own words: it never falls over. */
class MangledFilesTest {
    private static final String ODD = ":-[]{}#&*!|>'\"%@`,?\t \u0000\u00e9\ud83d\ude00x0";
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"irate-caller.yaml", "angry-email.yaml", "silence.yaml", "broken-promise.yaml", "six-steps.yaml",
        "seven-strategies.yaml"})
    void neverThrowsAnythingButItsOwnException(String name) throws IOException {
        List<String> lines = lines(name);
        int sound = 0;
        int wrong = 0;
        for (int seed = 0; seed < 150; seed++) {
            String mangled = mangled(lines, new Random(seed));
            try {
                Player.play(CaseFileReader.read(name, mangled.getBytes(StandardCharsets.UTF_8)), new InMemoryCaseStore(), "case-1", NOWHERE);
                sound++;
            } catch (CaseFileException e) {
                assertTrue(e.getMessage().startsWith(name) && e.getMessage().endsWith(".") || e.getMessage().endsWith("?"), e.getMessage());
                wrong++;
            } catch (RuntimeException e) {
                throw new AssertionError(name + ", mangled with seed " + seed + ":\n" + mangled, e);
            }
        }
        // Both have to occur, or the test tries nothing.
        assertTrue(sound > 0 && wrong > 0, sound + " sound, " + wrong + " wrong");
    }

    private static String mangled(List<String> lines, Random random) {
        List<String> result = new ArrayList<>(lines);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(result.size());
            String line = result.get(at);
            switch (random.nextInt(6)) {
                case 0 -> result.remove(at);
                case 1 -> result.add(at, line);
                case 2 -> result.add(random.nextInt(result.size()), result.remove(at));
                case 3 -> result.set(at, "  " + line);
                case 4 -> {
                    int column = random.nextInt(line.length() + 1);
                    int odd = random.nextInt(ODD.length());
                    result.set(at, line.substring(0, column) + ODD.charAt(odd) + line.substring(Math.min(line.length(), column + random.nextInt(2))));
                }
                default -> result.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            }
        }
        return String.join("\n", result) + "\n";
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = WalkThrough.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
