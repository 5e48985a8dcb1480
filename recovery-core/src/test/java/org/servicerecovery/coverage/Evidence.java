package org.servicerecovery.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The hand-written cases that speak of a row: those in which it bites, and those in which it lets something pass. */
final class Evidence {
    private final Map<String, Set<String>> bites = new TreeMap<>();
    private final Map<String, Set<String>> passes = new TreeMap<>();

    void bites(String row, String name) {
        bites.computeIfAbsent(row, key -> new LinkedHashSet<>()).add(name);
    }

    void passes(String row, String name) {
        passes.computeIfAbsent(row, key -> new LinkedHashSet<>()).add(name);
    }

    List<String> biting(String row) {
        return new ArrayList<>(bites.getOrDefault(row, Set.of()));
    }

    List<String> passing(String row) {
        return new ArrayList<>(passes.getOrDefault(row, Set.of()));
    }
}
