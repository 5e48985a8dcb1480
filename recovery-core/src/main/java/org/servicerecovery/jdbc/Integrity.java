package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.model.InvalidInputException;

/** Whether what is stored is what was written: a chain of hashes over the payloads, and the payloads' digests over the values. */
final class Integrity {
    private Integrity() {
    }

    /**
     * The next link of a case's chain: a changed, missing, added or moved payload changes every later one. Erasing changes none.
     *
     * @param previousHash that of the event before, empty for the first
     * @param payload      as it was written
     * @return SHA-256 over both, with a line feed between them, in 64 hexadecimal digits
     */
    static String hash(String previousHash, String payload) {
        MessageDigest sha = Erasable.sha256();
        sha.update(previousHash.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        return HexFormat.of().formatHex(sha.digest(payload.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Whether the values are those that the payload vouches for. Erased ones are not missed.
     *
     * @param payload  as it was written
     * @param personal what is left of the personal part; null for nothing
     * @return the first thing that is wrong, in a sentence that quotes no value; empty if nothing is
     */
    static Optional<String> tampered(String payload, String personal) {
        try {
            ObjectNode tree = Json.parse("payload", payload);
            ObjectNode values = personal == null ? Json.object() : Json.parse("personal part", personal);
            for (Map.Entry<String, JsonNode> entry : values.properties()) {
                Erasable.Value value = Erasable.Value.of(entry.getKey(), entry.getValue());
                Optional<JsonNode> sealed = Erasable.at(tree, entry.getKey()).filter(node -> Erasable.kind(node).isPresent());
                if (sealed.isEmpty()) {
                    return Optional.of("The personal part has a value for " + entry.getKey() + ", where the payload has none.");
                }
                if (!Erasable.matches(sealed.get(), value)) {
                    return Optional.of("The value of " + entry.getKey() + " is not the one that was written.");
                }
            }
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e.getMessage());
        }
    }
}
