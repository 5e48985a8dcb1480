package org.servicerecovery.examples.walkthrough;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys and values of one YAML mapping. Whatever is wrong with one becomes an error at its place. */
final class Fields {
    private final String file;
    private final String what;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param file  its name, for messages
     * @param what  what the mapping describes, for messages: "the case file", "an entry"
     * @param node  the mapping
     * @param known the keys that may stand in it
     * @throws CaseFileException if it is no mapping, or a key is unknown or stands there twice
     */
    Fields(String file, String what, Node node, Collection<String> known) {
        this.file = file;
        this.what = what;
        this.node = node;
        for (NodeTuple tuple : pairs(file, what, node)) {
            String key = Words.plain(text(file, "A key of " + what, tuple.getKeyNode()));
            if (!known.contains(key)) {
                throw new CaseFileException(place(file, tuple.getKeyNode()), capital(what) + " has no key \"" + key + "\". "
                    + Words.remedy(key, known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new CaseFileException(place(file, tuple.getKeyNode()), "The key \"" + key + "\" stands twice in " + what
                    + ". Keep one of them.");
            }
        }
    }

    private Fields(String file, String what, Node node, Map<String, Node> values) {
        this.file = file;
        this.what = what;
        this.node = node;
        this.values.putAll(values);
    }

    /** A single value that stands for the mapping with that one key. */
    static Fields only(String file, String what, String key, Node value) {
        return new Fields(file, what, value, Map.of(key, value));
    }

    /** The keys that stand there, in their order. */
    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Place place() {
        return place(file, node);
    }

    Place place(String key) {
        return has(key) ? place(file, values.get(key)) : place();
    }

    /** The value of a key that must be there. */
    Node node(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw new CaseFileException(place(), capital(what) + " needs \"" + key + ":\". Add it.");
        }
        return value;
    }

    /** The text of a key that must be there and must not be empty. */
    String text(String key) {
        String text = text(file, "\"" + key + "\"", node(key)).strip();
        if (text.isEmpty()) {
            throw error(key, "\"" + key + "\" is empty. Write something there, or leave the key out if it is not needed.");
        }
        return text;
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    boolean yes(String key) {
        String text = Words.plain(text(key));
        if (!Set.of("yes", "no", "true", "false").contains(text)) {
            throw error(key, "\"" + key + "\" takes yes or no, but was \"" + text + "\".");
        }
        return text.equals("yes") || text.equals("true");
    }

    Instant moment(String key, Instant after) {
        try {
            return Times.moment(text(key), after);
        } catch (DateTimeException | ArithmeticException e) {
            throw error(key, "\"" + text(key) + "\" is no date. " + Times.A_DATE + ", or how long after the entry before, such as +20m or +2 days.");
        }
    }

    Duration duration(String key) {
        try {
            return Times.duration(text(key));
        } catch (DateTimeException | ArithmeticException e) {
            throw error(key, "\"" + text(key) + "\" is no length of time. " + Times.A_DURATION + ".");
        }
    }

    <E extends Enum<E>> E word(String key, Class<E> kind, String called) {
        return word(file, node(key), kind, called);
    }

    /** The values of a list; a single value counts as a list of one. */
    List<Node> list(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? List.copyOf(sequence.getValue()) : List.of(value);
    }

    CaseFileException error(String key, String problem) {
        return new CaseFileException(place(key), problem);
    }

    static <E extends Enum<E>> E word(String file, Node node, Class<E> kind, String called) {
        String written = text(file, "A " + called, node);
        List<String> known = new ArrayList<>();
        for (E value : kind.getEnumConstants()) {
            if (value.name().equals(Words.constant(written))) {
                return value;
            }
            known.add(Words.plain(value.name()));
        }
        throw new CaseFileException(place(file, node), "There is no " + called + " \"" + written + "\". " + Words.remedy(written, known));
    }

    static List<NodeTuple> pairs(String file, String what, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new CaseFileException(place(file, node), capital(what) + " consists of \"key: value\" lines, but here stands "
                + kind(node) + ". Write it as key: value.");
        }
        return mapping.getValue();
    }

    static String text(String file, String what, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new CaseFileException(place(file, node), what + " is a text, but here stands " + kind(node)
                + ". Write one text; put it in quotes if it contains \": \" or begins with [ or {.");
        }
        return scalar.getValue();
    }

    static Place place(String file, Node node) {
        return node.getStartMark().map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1)).orElse(Place.of(file));
    }

    private static String kind(Node node) {
        return node instanceof MappingNode ? "a mapping" : node instanceof SequenceNode ? "a list" : "a text";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
