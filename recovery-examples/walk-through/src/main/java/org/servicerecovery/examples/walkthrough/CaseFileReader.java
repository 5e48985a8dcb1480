package org.servicerecovery.examples.walkthrough;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.examples.walkthrough.CaseFile.EndsAs;
import org.servicerecovery.examples.walkthrough.CaseFile.Entry;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads a case file, whole, before anything is played. Every mistake becomes a {@link CaseFileException} with its place. */
final class CaseFileReader {
    private static final List<String> KEYS = List.of("title", "about", "playbook", "customer", "people", "starts", "entries", "ends as");
    private static final int MOST_BYTES = 1_000_000;

    /** Who can stand under "people", and as whom the desk knows them. */
    private enum Role {
        AGENT, SUPERVISOR, BOT, MACRO;

        Actor of(String name) {
            return switch (this) {
                case AGENT -> Actor.agent(name);
                case SUPERVISOR -> Actor.supervisor(name);
                case BOT -> Actor.bot(name);
                case MACRO -> Actor.macro(name);
            };
        }
    }

    private final String file;

    private CaseFileReader(String file) {
        this.file = file;
    }

    static CaseFile read(Path path) {
        String file = path.toString();
        try {
            if (!Files.isRegularFile(path)) {
                throw new CaseFileException(Place.of(file), "There is no such file. Give the path of a case file, or none to see those"
                    + " that come with this example.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new CaseFileException(Place.of(file), "The file has more than " + MOST_BYTES + " bytes, too many for one case. Shorten it.");
            }
            return read(file, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new CaseFileException(Place.of(file), "The file cannot be read (" + e + "). Check that you may read it.");
        }
    }

    static CaseFile read(String file, byte[] bytes) {
        return new CaseFileReader(file).caseFile(decoded(file, bytes));
    }

    /** Only the title, without judging the rest: a list of titles need not build every playbook. */
    static String title(String file, byte[] bytes) {
        return new Fields(file, "a case file", new CaseFileReader(file).root(decoded(file, bytes)), KEYS).text("title");
    }

    /** UTF-8 or nothing: a wrong guess would show the customer's name wrong. */
    private static String decoded(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new CaseFileException(place(file, text.toString()), "The file is not in UTF-8: a character begins here that is none."
                + " Save it as UTF-8.");
        }
        return text.toString();
    }

    /** The place just behind a text that ends somewhere in the file. */
    private static Place place(String file, String before) {
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, lines + 1, before.length() - before.lastIndexOf('\n'));
    }

    private Node root(String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
            return new Compose(settings).composeString(text).orElseThrow(() -> new CaseFileException(new Place(file, 1, 1),
                "The file is empty. Begin with \"title: …\"; \"--help\" shows what a case file looks like."));
        } catch (MarkedYamlEngineException e) {
            // A quote that is never closed is missed at the end of the file, but mended where it opens.
            boolean unclosed = String.valueOf(e.getProblem()).contains("end of stream");
            Optional<Mark> mark = unclosed ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark().or(e::getContextMark);
            Place place = mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1)).orElse(Place.of(file));
            throw new CaseFileException(place, "This is not YAML: " + (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem()
                + ". Look at the indentation, and at texts that need quotes because they contain \": \" or begin with a special character.");
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length()))));
            throw new CaseFileException(place(file, before), String.format("Here stands the character U+%04X, which YAML does not allow."
                + " Remove it.", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new CaseFileException(Place.of(file), "This is not YAML: " + e.getMessage() + ". Compare it with a case file that comes with"
                + " this example.");
        } catch (StackOverflowError e) {
            throw new CaseFileException(Place.of(file), "Lists or mappings stand too deep in one another. A case file needs five levels.");
        }
    }

    private CaseFile caseFile(String text) {
        Fields fields = new Fields(file, "a case file", root(text), KEYS);
        String title = fields.text("title");
        Playbook playbook = playbook(fields);
        String customer = fields.text("customer");
        Map<String, Actor> people = people(fields, customer);
        OffsetDateTime starts = starts(fields);
        EntryReader reader = new EntryReader(file, playbook, customer, people, starts.toInstant());
        List<Entry> entries = new ArrayList<>();
        Instant at = starts.toInstant();
        fields.node("entries");
        for (Node node : fields.list("entries")) {
            Entry entry = reader.read(node, at);
            entries.add(entry);
            at = entry.at();
        }
        if (entries.isEmpty()) {
            throw fields.error("entries", "\"entries\" is empty. Begin with one in which the customer \"opens:\" the case.");
        }
        if (entries.stream().noneMatch(Entry::isToOpen)) {
            throw fields.error("entries", "Whoever opens the case here is expected to be refused, so there is never one. Add an entry with"
                + " \"opens:\" that is permitted.");
        }
        Optional<EndsAs> endsAs = fields.has("ends as")
            ? Optional.of(new EndsAs(fields.place("ends as"), fields.word("ends as", RecoveryState.class, "state"))) : Optional.empty();
        return new CaseFile(file, title, fields.text("about", ""), playbook, customer, people, starts, entries, endsAs);
    }

    private static Playbook playbook(Fields fields) {
        String name = fields.text("playbook", ShippedPlaybooks.STANDARD);
        return ShippedPlaybooks.find(name).orElseThrow(() -> fields.error("playbook", "There is no playbook \"" + name + "\". "
            + Words.remedy(name, ShippedPlaybooks.names())));
    }

    private static OffsetDateTime starts(Fields fields) {
        String written = fields.text("starts");
        try {
            OffsetDateTime starts = Times.date(written);
            if (starts.getYear() >= 1900 && starts.getYear() < 8000) {
                return starts;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw fields.error("starts", "\"" + written + "\" is no date between the years 1900 and 8000. " + Times.A_DATE + ".");
    }

    private Map<String, Actor> people(Fields fields, String customer) {
        Map<String, Actor> people = new LinkedHashMap<>();
        for (NodeTuple tuple : Fields.pairs(file, "\"people\"", fields.node("people"))) {
            String name = Fields.text(file, "A name", tuple.getKeyNode()).strip();
            Place place = Fields.place(file, tuple.getKeyNode());
            if (name.equals(customer)) {
                throw new CaseFileException(place, "\"" + name + "\" is the customer already. Give one of them another name.");
            }
            if (name.isEmpty() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
                throw new CaseFileException(place, "A name has 1 to 200 characters on one line. Write another one.");
            }
            if (people.put(name, Fields.word(file, tuple.getValueNode(), Role.class, "role").of(name)) != null) {
                throw new CaseFileException(place, "\"" + name + "\" stands twice under \"people\". Keep one.");
            }
        }
        if (people.isEmpty()) {
            throw fields.error("people", "Nobody stands under \"people\". Write at least one, such as \"Maya: agent\".");
        }
        return people;
    }
}
