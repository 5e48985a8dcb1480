package org.servicerecovery.wording;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file of phrases as it was written: a language's, or what a host adds. Every mistake is told with its place. */
final class PhraseFile {
    private static final Set<String> KEYS = Set.of("language", "stemmer", "contractions", "common", "empty", "turned", "abbreviations", "groups", "findings");
    private static final Set<String> BLOCK_KEYS = Set.of("id", "against", "traits", "may", "traits-unless", "sources", "why", "better", "advice", "whole", "in-quotes",
        "unless-found", "phrases", "maybe", "unless", "unless-beside", "unless-anywhere");

    private final String name;
    private final Map<?, ?> file;

    private PhraseFile(String name, Map<?, ?> file) {
        this.name = name;
        this.file = file;
    }

    /**
     * @throws InvalidInputException if it is no YAML, or has what such a file does not have
     */
    static PhraseFile read(InputStream in, String name) {
        try {
            Object read = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
            PhraseFile file = new PhraseFile(name, map(read, name, "The file"));
            known(file.file, KEYS, name);
            if (file.findings().isEmpty()) {
                throw new InvalidInputException(name + " has no findings. Each is an entry of the list findings, with id, why and phrases.");
            }
            return file;
        } catch (YamlEngineException e) {
            throw new InvalidInputException(name + " is not YAML: " + e.getMessage());
        }
    }

    /** One phrase, and a better wording of its own. */
    record Line(String find, Optional<String> better) {
    }

    List<Block> findings() {
        List<Block> blocks = new ArrayList<>();
        for (Object one : list(file.get("findings"), name, "findings")) {
            blocks.add(new Block(map(one, name, "A finding")));
        }
        return blocks;
    }

    Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new HashMap<>();
        map(file.get("groups"), name, "groups").forEach((group, words) -> groups.put(group.toString(), strings(words, name, "The group " + group)));
        return groups;
    }

    Map<String, String> texts(String key) {
        Map<String, String> texts = new HashMap<>();
        map(file.get(key), name, key).forEach((from, to) -> texts.put(from.toString(), String.valueOf(to)));
        return texts;
    }

    Map<String, Integer> numbers(String key) {
        Map<String, Integer> numbers = new HashMap<>();
        map(file.get(key), name, key).forEach((word, number) -> {
            if (!(number instanceof Number)) {
                throw new InvalidInputException("In " + name + ", " + key + " gives no number to " + word + ".");
            }
            numbers.put(word.toString(), ((Number) number).intValue());
        });
        return numbers;
    }

    List<String> words(String key) {
        return strings(file.get(key), name, key);
    }

    String text(String key) {
        if (file.get(key) == null) {
            throw new InvalidInputException("In " + name + ", " + key + " is missing.");
        }
        return file.get(key).toString();
    }

    /** One of a few words. */
    <E extends Enum<E>> E one(String key, Class<E> of) {
        try {
            return Enum.valueOf(of, text(key));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("In " + name + ", " + key + " is " + text(key) + ", but must be one of "
                + java.util.Arrays.toString(of.getEnumConstants()) + ".");
        }
    }

    private static void known(Map<?, ?> map, Set<String> keys, String place) {
        for (Object key : map.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw new InvalidInputException("In " + place + ", there is no " + key + ". There are: " + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        }
    }

    private static Map<?, ?> map(Object value, String place, String what) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidInputException("In " + place + ", " + what + " must be a map (name: value), but was " + value + ".");
    }

    private static List<?> list(Object value, String place, String what) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new InvalidInputException("In " + place + ", " + what + " must be a list, but was " + value + ".");
    }

    private static List<String> strings(Object value, String place, String what) {
        return list(value, place, what).stream().map(String::valueOf).toList();
    }

    /** One kind of finding. */
    final class Block {
        private final Map<?, ?> block;
        private final String place;

        private Block(Map<?, ?> block) {
            this.block = block;
            place = name + ", finding " + block.get("id");
            known(block, BLOCK_KEYS, place);
        }

        String id() {
            return text("id");
        }

        List<Line> lines(String key) {
            List<Line> lines = new ArrayList<>();
            for (Object one : list(block.get(key), place, key)) {
                if (one instanceof Map<?, ?> own) {
                    known(own, Set.of("find", "better"), place);
                    if (own.get("find") == null) {
                        throw wrong("a phrase has a better wording, but not what is to be found. Write {find: …, better: …}.");
                    }
                    lines.add(new Line(String.valueOf(own.get("find")), Optional.ofNullable(own.get("better")).map(Object::toString)));
                } else {
                    lines.add(new Line(String.valueOf(one), Optional.empty()));
                }
            }
            return lines;
        }

        Entry entry() {
            Map<String, Set<Trait>> unless = new LinkedHashMap<>();
            map(block.get("traits-unless"), place, "traits-unless").forEach((other, more) -> unless.put(other.toString(), traits(more)));
            if (block.get("why") == null) {
                throw wrong("why is missing. A new finding needs one; to add to a finding that is there, write its id as it is there.");
            }
            FindingKind kind = new FindingKind(id(), flag("against"), traits(block.get("traits")), traits(block.get("may")), text("why"),
                strings(block.get("sources"), place, "sources"), optional("better"), optional("advice"));
            return new Entry(kind, Set.copyOf(strings(block.get("unless-found"), place, "unless-found")), flag("whole"), flag("in-quotes"), unless);
        }

        private Set<Trait> traits(Object names) {
            Set<Trait> traits = new LinkedHashSet<>();
            for (String wanted : strings(names, place, "traits")) {
                traits.add(Traits.all().stream().filter(trait -> trait.name().equals(wanted)).findFirst().orElseGet(() -> own(wanted)));
            }
            return traits;
        }

        /** A trait of the host's playbook; what looks like the library's is a slip. */
        private Trait own(String wanted) {
            if (wanted.startsWith("MAY_")) {
                throw wrong("there is no trait " + wanted + ". There are " + Traits.doubtful().stream().map(Trait::name).sorted().toList() + ".");
            }
            try {
                return Trait.named(wanted);
            } catch (InvalidInputException e) {
                throw wrong(e.getMessage());
            }
        }

        private boolean flag(String key) {
            return Boolean.TRUE.equals(block.get(key));
        }

        private String optional(String key) {
            return block.get(key) == null ? "" : text(key);
        }

        private String text(String key) {
            if (block.get(key) == null) {
                throw wrong(key + " is missing.");
            }
            return block.get(key).toString();
        }

        InvalidInputException wrong(String what) {
            return new InvalidInputException("In " + place + ": " + what);
        }
    }
}
