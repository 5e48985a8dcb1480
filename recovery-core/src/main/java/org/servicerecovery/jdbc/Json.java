package org.servicerecovery.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.servicerecovery.model.InvalidInputException;

/** JSON as text and as tree. Safe for many threads. */
final class Json {
    /** Strict: what says a thing twice, or goes on after its end, is damaged. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String print(ObjectNode tree) {
        try {
            return escaped(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be printed as JSON: " + e.getMessage(), e);
        }
    }

    /**
     * The tree of a JSON object.
     *
     * @throws InvalidInputException if the text is null or anything else; the message quotes nothing of it
     */
    static ObjectNode parse(String what, String text) {
        if (text == null) {
            throw new InvalidInputException("The " + what + " is missing.");
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            InvalidInputException broken = new InvalidInputException("The " + what + " is no valid JSON"
                + (e.getLocation() == null ? "." : " from character " + e.getLocation().getCharOffset() + " on."));
            broken.initCause(e);
            throw broken;
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidInputException("The " + what + " must be a JSON object, but is " + kind(tree) + ".");
    }

    /** What a value is, in words, without quoting it. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> "nothing";
        };
    }

    /** Half of a surrogate pair is a legal character of a Java text, but would not survive UTF-8: it is written as an escape. */
    private static String escaped(String json) {
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                out = out == null ? new StringBuilder(json.length() + 16).append(json, 0, i) : out;
                out.append("\\u").append(Integer.toHexString(c));
            } else if (out != null) {
                out.append(c);
            }
            if (pair) {
                i++;
                if (out != null) {
                    out.append(json.charAt(i));
                }
            }
        }
        return out == null ? json : out.toString();
    }
}
