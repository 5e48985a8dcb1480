package org.servicerecovery.examples.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/** Stands in for the walk-through until it is written: says where a YAML file's root begins. */
public final class WalkThrough {

    private WalkThrough() {
    }

    /**
     * Starts it.
     *
     * @param args the path of a YAML file, relative to where the user stands; or nothing
     * @throws IOException when the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.out.println("The walk-through is not written yet.");
            return;
        }
        var settings = LoadSettings.builder().setLabel(args[0]).setUseMarks(true).build();
        try (var reader = Files.newBufferedReader(Path.of(args[0]))) {
            var root = new Compose(settings).composeReader(reader);
            System.out.println(root.flatMap(node -> node.getStartMark()).map(Object::toString).orElse("empty"));
        }
    }
}
