package org.servicerecovery.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Term;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * Reads the hand-written tables of this package: one entry per line, columns parted by bars, {@code #} begins a comment, an
 * indented line continues the one above. Strict, because a mistyped word would be a case that tests nothing.
 */
final class Table {
    private static final Map<String, Fact> FACTS = Facts.all().stream().collect(Collectors.toMap(Fact::name, Function.identity()));
    private static final Map<String, Trait> TRAITS = Traits.all().stream().collect(Collectors.toMap(Trait::name, Function.identity()));

    private Table() {
    }

    /** One entry and where it stands. */
    record Entry(String file, int line, List<String> columns) {
        String column(int index) {
            return columns.get(index);
        }

        IllegalArgumentException wrong(String message) {
            return new IllegalArgumentException(this + ": " + message);
        }

        Step step(String name) {
            return word(Step.values(), name, "step");
        }

        RecoveryState state(String name) {
            return word(RecoveryState.values(), name, "state");
        }

        private <E extends Enum<E>> E word(E[] all, String name, String what) {
            return Stream.of(all).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> wrong("there is no " + what + " " + name + "."));
        }

        Term term(String name) {
            Term term = FACTS.containsKey(name) ? FACTS.get(name) : TRAITS.get(name);
            if (term == null) {
                throw wrong("there is no fact or trait " + name + ".");
            }
            if (FACTS.containsKey(name) && TRAITS.containsKey(name)) {
                throw wrong(name + " is both a fact and a trait.");
            }
            return term;
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    static List<Entry> read(String file, int columns) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            int first = i + 1;
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith(" ")) {
                text += lines.get(++i);
            }
            Entry entry = new Entry(file, first, Arrays.stream(text.split("\\|", -1)).map(String::strip).toList());
            if (entry.columns().size() != columns) {
                throw entry.wrong("expected " + columns + " columns, found " + entry.columns().size() + ".");
            }
            entries.add(entry);
        }
        return entries;
    }

    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("[,\\s]+"));
    }

    /** The parts between commas; a comma inside a part is written with a backslash. */
    static List<String> list(String text) {
        return text.isEmpty() ? List.of()
            : Arrays.stream(text.split("(?<!\\\\),", -1)).map(part -> part.strip().replace("\\,", ",")).toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + " beside " + Table.class.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
