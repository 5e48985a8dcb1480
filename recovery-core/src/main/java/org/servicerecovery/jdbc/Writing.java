package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.servicerecovery.model.Term;

/** A JSON object that is being written. Empty lists and parts are left out, as {@link Reading} expects. For one thread. */
final class Writing {
    /** Leaves every value where it is. */
    static final Seal CLEAR = (pointer, kind, value) -> TextNode.valueOf(value);

    /** What becomes of values that can be erased. */
    interface Seal {
        JsonNode seal(String pointer, String kind, String value);
    }

    private final ObjectNode node;
    private final String at;
    private final Seal seal;

    private Writing(ObjectNode node, String at, Seal seal) {
        this.node = node;
        this.at = at;
        this.seal = seal;
    }

    static Writing to(ObjectNode root, Seal seal) {
        return new Writing(root, "", seal);
    }

    /** A text that is never erased. */
    Writing plain(String name, String value) {
        node.put(name, value);
        return this;
    }

    /** A text that is never erased and usually empty. */
    Writing plainIfAny(String name, String value) {
        return value.isEmpty() ? this : plain(name, value);
    }

    Writing text(String name, String value) {
        return erasable(name, Erasable.TEXT, value);
    }

    Writing person(String name, String value) {
        return erasable(name, Erasable.PERSON, value);
    }

    Writing customer(String name, String value) {
        return erasable(name, Erasable.CUSTOMER, value);
    }

    private Writing erasable(String name, String kind, String value) {
        node.set(name, value.isEmpty() ? TextNode.valueOf("") : seal.seal(at + "/" + name, kind, value));
        return this;
    }

    Writing number(String name, int value) {
        node.put(name, value);
        return this;
    }

    Writing numberUnlessZero(String name, int value) {
        return value == 0 ? this : number(name, value);
    }

    Writing flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    Writing one(String name, Enum<?> value) {
        return plain(name, value.name());
    }

    Writing instant(String name, Instant value) {
        return plain(name, value.toString());
    }

    Writing instantUnless(Instant usual, String name, Instant value) {
        return value.equals(usual) ? this : instant(name, value);
    }

    Writing terms(String name, Collection<? extends Term> values) {
        return plains(name, values.stream().map(Term::name).toList());
    }

    Writing enums(String name, Collection<? extends Enum<?>> values) {
        return plains(name, values.stream().map(Enum::name).toList());
    }

    Writing plains(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(name)::add);
        }
        return this;
    }

    <T> Writing part(String name, T value, BiConsumer<T, Writing> writer) {
        writer.accept(value, new Writing(node.putObject(name), at + "/" + name, seal));
        return this;
    }

    <T> Writing partIfAny(String name, Optional<T> value, BiConsumer<T, Writing> writer) {
        value.ifPresent(there -> part(name, there, writer));
        return this;
    }

    <T> Writing parts(String name, List<T> values, BiConsumer<T, Writing> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            for (int i = 0; i < values.size(); i++) {
                writer.accept(values.get(i), new Writing(array.addObject(), at + "/" + name + "/" + i, seal));
            }
        }
        return this;
    }
}
