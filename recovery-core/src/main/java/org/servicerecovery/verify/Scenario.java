package org.servicerecovery.verify;

import java.util.List;

/**
 * A generated history, from the blank case on: attempts that are permitted and lead on, and between them attempts that are
 * refused. Immutable.
 *
 * @param name   tells it from the others, and what happens in it
 * @param scenes in order
 */
public record Scenario(String name, List<Scene> scenes) {
    /** Copies the list. */
    public Scenario {
        scenes = List.copyOf(scenes);
    }

    @Override
    public String toString() {
        return name;
    }
}
