package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.servicerecovery.model.InvalidInputException;

/**
 * A JSON object that is being read. Fields that nobody asks for are ignored. Every method throws {@link InvalidInputException} if the
 * field is not what it must be; the message names it by its JSON pointer and quotes no text that can be erased. For one thread.
 */
final class Reading {
    private final ObjectNode node;
    private final String at;

    private Reading(ObjectNode node, String at) {
        this.node = node;
        this.at = at;
    }

    static Reading of(ObjectNode root) {
        return new Reading(root, "");
    }

    /** The error that a field gives; for checks of the caller's own. */
    InvalidInputException wrong(String name, String what) {
        return new InvalidInputException("The field " + at + "/" + name + " " + what + ".");
    }

    boolean has(String name) {
        return node.has(name);
    }

    private JsonNode field(String name, String what, Predicate<JsonNode> fits) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw wrong(name, "is missing");
        }
        if (!fits.test(field)) {
            throw wrong(name, "must be " + what + ", but is " + Json.kind(field));
        }
        return field;
    }

    private <T> T parsed(String name, String what, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw caused(wrong(name, "must be " + what + ", but is " + shown(text)), e);
        }
    }

    /** In quotes, and not endless: it ends up in a log. */
    static String shown(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }

    private static InvalidInputException caused(InvalidInputException wrong, RuntimeException cause) {
        wrong.initCause(cause);
        return wrong;
    }

    String text(String name) {
        return field(name, "a text", JsonNode::isTextual).textValue();
    }

    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    int number(String name) {
        return field(name, "a whole number of at most 32 bits", found -> found.isIntegralNumber() && found.canConvertToInt()).intValue();
    }

    int numberOrZero(String name) {
        return has(name) ? number(name) : 0;
    }

    boolean flag(String name) {
        return field(name, "true or false", JsonNode::isBoolean).booleanValue();
    }

    Instant instant(String name) {
        return parsed(name, "an instant such as 2026-01-05T09:00:00Z", Instant::parse);
    }

    Instant instantOr(Instant usual, String name) {
        return has(name) ? instant(name) : usual;
    }

    Duration durationOrZero(String name) {
        Duration duration = has(name) ? parsed(name, "a duration such as PT5M", Duration::parse) : Duration.ZERO;
        if (duration.isNegative()) {
            throw wrong(name, "must not be negative, but is " + duration);
        }
        return duration;
    }

    BigDecimal decimal(String name) {
        return parsed(name, "a decimal number in quotes", BigDecimal::new);
    }

    <E extends Enum<E>> E one(Class<E> type, String name) {
        return enumerated(type, name, text(name));
    }

    private <E extends Enum<E>> E enumerated(Class<E> type, String name, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw caused(wrong(name, "is " + shown(text) + ", which is no " + type.getSimpleName() + " that this version knows"), e);
        }
    }

    /** The name of a fact, trait or the like. */
    <T> T named(String name, Function<String, T> namer) {
        return namer.apply(text(name));
    }

    <T> T part(String name, Function<Reading, T> reader) {
        return reader.apply(new Reading((ObjectNode) field(name, "an object", JsonNode::isObject), at + "/" + name));
    }

    <T> Optional<T> ifAny(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    <T> Optional<T> partIfAny(String name, Function<Reading, T> reader) {
        return ifAny(name, there -> part(there, reader));
    }

    /** Empty if it was left out. */
    <T> List<T> parts(String name, Function<Reading, T> reader) {
        return items(name, "an object", JsonNode::isObject, (item, place) -> reader.apply(new Reading((ObjectNode) item, place)));
    }

    /** Empty if they were left out. */
    <T> List<T> texts(String name, Function<String, T> reader) {
        return items(name, "a text", JsonNode::isTextual, (item, place) -> reader.apply(item.textValue()));
    }

    /** Empty if they were left out. */
    <E extends Enum<E>> List<E> ones(Class<E> type, String name) {
        return texts(name, text -> enumerated(type, name, text));
    }

    private interface Item<T> {
        T read(JsonNode item, String place);
    }

    private <T> List<T> items(String name, String what, Predicate<JsonNode> fits, Item<T> reader) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode array = field(name, "a list", JsonNode::isArray);
        List<T> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (!fits.test(item)) {
                throw wrong(name + "/" + i, "must be " + what + ", but is " + Json.kind(item));
            }
            items.add(reader.read(item, at + "/" + name + "/" + i));
        }
        return List.copyOf(items);
    }
}
