package org.servicerecovery.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Settings;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;

/**
 * Something that carries a row and does not name it itself.
 *
 * @param row  of the rulebook
 * @param kind step, trait, fact, setting, figure or property
 * @param name as the code calls it
 */
record Carrier(String row, String kind, String name) {

    static List<Carrier> all() {
        try (InputStream in = Carrier.class.getResourceAsStream("carriers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|")).map(parts -> new Carrier(parts[0].strip(), parts[1].strip(), parts[2].strip())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the code has it. */
    boolean isThere() {
        return switch (kind) {
            case "step" -> Stream.of(Step.values()).anyMatch(step -> step.name().equals(name));
            case "trait" -> Traits.all().stream().anyMatch(trait -> trait.name().equals(name));
            case "fact" -> Facts.all().stream().anyMatch(fact -> fact.name().equals(name));
            case "setting" -> Stream.of(Settings.class.getRecordComponents()).anyMatch(part -> part.getName().equals(name));
            case "figure" -> Stream.of(RecoveryFigures.class.getRecordComponents()).anyMatch(part -> part.getName().equals(name));
            case "property" -> name.equals("recoverable");
            default -> false;
        };
    }
}
