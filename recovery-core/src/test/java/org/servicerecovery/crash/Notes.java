package org.servicerecovery.crash;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What processes said before they were killed, one after the other. */
final class Notes {
    /**
     * A command that somebody meant to do.
     *
     * @param caseId on which case
     * @param id     of the command
     * @param at     when it was first sent
     */
    record Sent(String caseId, String id, Instant at) {
    }

    /** By the command's id, which is unique here. */
    final Map<String, Sent> sent = new LinkedHashMap<>();
    /** By the command's id: the sequence of its first event. */
    final Map<String, Integer> acknowledged = new LinkedHashMap<>();
    /** The sequences that a hook was told of, in the order of telling, by "case hook"; those told again stand there again. */
    final Map<String, List<Integer>> told = new LinkedHashMap<>();
    private Instant latest = Workload.START;

    void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "B" -> {
                // It began.
            }
            case "S" -> {
                latest = Instant.ofEpochSecond(Long.parseLong(words[3]));
                sent.putIfAbsent(words[2], new Sent(words[1], words[2], latest));
            }
            case "A" -> acknowledged.put(words[2], Integer.parseInt(words[3]));
            case "T" -> told(words[1], words[3], Integer.parseInt(words[2]));
            default -> fail("A process that was to be killed said: " + line);
        }
    }

    void told(String caseId, String hook, int sequence) {
        told.computeIfAbsent(caseId + " " + hook, key -> new ArrayList<>()).add(sequence);
    }

    /** What time it was when the last of them was killed. */
    Instant latest() {
        return latest;
    }
}
