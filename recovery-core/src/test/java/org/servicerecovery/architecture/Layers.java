package org.servicerecovery.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of packages: a row may use only the rows below it, and packages that share a row do not use each other. A package's
 * own sub-packages belong to it.
 */
final class Layers {

    static final String ROOT = "org.servicerecovery";

    /** From the top down. The empty name is the root package. */
    private static final List<List<String>> ROWS = List.of(
            List.of("spring", "testing", "compliance", "diagram", "figures"),
            List.of(""),
            List.of("jdbc", "memory", "wording", "calendar", "webhook"),
            List.of("kernel"),
            List.of("playbooks"),
            List.of("verify"),
            List.of("playbook"),
            List.of("spi"),
            List.of("model"));

    private static final Map<String, Integer> ROW_OF = IntStream.range(0, ROWS.size()).boxed()
            .flatMap(row -> ROWS.get(row).stream().map(name -> Map.entry(name, row)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private Layers() {
    }

    /** The layer a package belongs to: {@code kernel} for {@code org.servicerecovery.kernel.x}; empty for a package of others. */
    static Optional<String> layerOf(String packageName) {
        if (packageName.equals(ROOT)) {
            return Optional.of("");
        }
        if (!packageName.startsWith(ROOT + ".")) {
            return Optional.empty();
        }
        return Optional.of(packageName.substring(ROOT.length() + 1).split("\\.")[0]);
    }

    static boolean isInTheTable(String layer) {
        return ROW_OF.containsKey(layer);
    }

    static boolean mayUse(String layer, String other) {
        return layer.equals(other) || ROW_OF.get(layer) < ROW_OF.get(other);
    }

    /** Patterns of the given layers' packages, as ArchUnit reads them. */
    static String[] packagesOf(String... layers) {
        Function<String, String> pattern = layer -> layer.isEmpty() ? ROOT : ROOT + "." + layer + "..";
        return List.of(layers).stream().map(pattern).toArray(String[]::new);
    }
}
