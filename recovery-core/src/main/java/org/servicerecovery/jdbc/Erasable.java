package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.servicerecovery.model.InvalidInputException;

/**
 * A text or name that can be erased: in the payload {@code {"erasable":kind,"digest":…}}, the digest being over a random salt and the
 * value; in the personal part, under its JSON pointer, {@code [salt, value]}. So the payload vouches for the value without containing
 * it. Knows nothing of events, and hence copes with whatever a newer version keeps in this way.
 */
final class Erasable {
    /** Any text. */
    static final String TEXT = "text";
    /** The host's identifier of a customer. */
    static final String CUSTOMER = "customer";
    /** Whoever acts, owns, owes or helps. */
    static final String PERSON = "person";
    /** What is read where a value was erased. */
    static final String ERASED = "(erased)";

    private static final String KIND = "erasable";
    private static final String DIGEST = "digest";

    /** One entry of the personal part. */
    record Value(String salt, String text) {
        static Value of(String pointer, JsonNode entry) {
            if (entry.isArray() && entry.size() >= 2 && entry.get(0).isTextual() && entry.get(1).isTextual()) {
                return new Value(entry.get(0).textValue(), entry.get(1).textValue());
            }
            throw new InvalidInputException("The personal part's entry " + pointer + " must be a list of salt and value.");
        }
    }

    private Erasable() {
    }

    /** Puts values apart while they are written. For one thread. */
    static final class Sealer implements Writing.Seal {
        private final Supplier<byte[]> salts;
        private final ObjectNode personal = Json.object();

        Sealer(Supplier<byte[]> salts) {
            this.salts = salts;
        }

        @Override
        public JsonNode seal(String pointer, String kind, String value) {
            byte[] salt = salts.get();
            personal.putArray(pointer).add(base64(salt)).add(value);
            return Json.object().put(KIND, kind).put(DIGEST, digest(salt, value));
        }

        /** Null if nothing was put apart. */
        String personal() {
            return personal.isEmpty() ? null : Json.print(personal);
        }
    }

    /** Puts every value back into the tree, or {@link #ERASED} where there is none any more. Verifies nothing. */
    static void restore(ObjectNode payload, ObjectNode personal) {
        restore(payload, "", personal);
    }

    private static void restore(JsonNode node, String at, ObjectNode personal) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isContainerNode()) {
                    String pointer = at + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
                    if (kind(field.getValue()).isPresent()) {
                        field.setValue(value(pointer, personal));
                    } else {
                        restore(field.getValue(), pointer, personal);
                    }
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (kind(array.get(i)).isPresent()) {
                    array.set(i, value(at + "/" + i, personal));
                } else if (array.get(i).isContainerNode()) {
                    restore(array.get(i), at + "/" + i, personal);
                }
            }
        }
    }

    private static TextNode value(String pointer, ObjectNode personal) {
        JsonNode entry = personal.get(pointer);
        return TextNode.valueOf(entry == null ? ERASED : Value.of(pointer, entry).text());
    }

    /** What stands at a JSON pointer, if anything. */
    static Optional<JsonNode> at(ObjectNode payload, String pointer) {
        try {
            return Optional.of(payload.at(pointer)).filter(node -> !node.isMissingNode());
        } catch (IllegalArgumentException e) {
            // It is no pointer.
            return Optional.empty();
        }
    }

    /** The kind of value that stands here; empty if what stands here is no such value. */
    static Optional<String> kind(JsonNode node) {
        return node.isObject() && node.path(KIND).isTextual() && node.path(DIGEST).isTextual() ? Optional.of(node.get(KIND).textValue())
            : Optional.empty();
    }

    /** Whether the value is the one that was written here. */
    static boolean matches(JsonNode sealed, Value value) {
        try {
            return sealed.get(DIGEST).textValue().equals(digest(Base64.getDecoder().decode(value.salt()), value.text()));
        } catch (IllegalArgumentException e) {
            // The salt is no base64.
            return false;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not.", e);
        }
    }

    private static String digest(byte[] salt, String value) {
        MessageDigest sha = sha256();
        sha.update(salt);
        return base64(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without the padding, which says nothing and would be stored millions of times. */
    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
