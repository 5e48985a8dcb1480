package org.servicerecovery.examples.walkthrough;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.jdbc.StoreException;
import org.servicerecovery.jdbc.UnreadableEventException;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;

/**
 * Plays a case file on the terminal: one case, taken through the desk entry by entry, and kept for later runs. Without arguments it
 * plays the irate caller. With {@code cases}, {@code history}, {@code audit} and {@code figures} it looks at what is kept. With
 * {@code verify} it shows that the library's playbooks are sound and what is found in others that are broken on purpose; with
 * {@code compare}, how two playbooks differ. The exit code is 0 if it was played and everything came as the file expects, or what was
 * to be found was found; 1 if something came otherwise, or a kept history was changed; 2 if the file or the arguments have a mistake,
 * or the cases cannot be kept, and then nothing was played.
 */
public final class WalkThrough {
    /** The case files that come with this example; the first is played when none is asked for. */
    static final List<String> SHIPPED = List.of("irate-caller.yaml", "angry-email.yaml", "silence.yaml", "broken-promise.yaml",
        "six-steps.yaml", "ten-steps.yaml", "seven-steps.yaml", "small-errors.yaml", "seven-strategies.yaml", "heard.yaml", "last.yaml",
        "latte.yaml", "learn.yaml", "blast.yaml");
    /** How many arguments may follow a command. */
    private static final Map<String, Integer> COMMANDS = Map.of("verify", 1, "compare", 2, "history", 1, "cases", 0, "audit", 0, "figures", 0);
    private static final String HELP = """
        Plays a case file: one customer's case, taken through the recovery desk entry by entry.

          (nothing)           plays irate-caller.yaml, which comes with this example
          FILE                plays that case file; a name from --list plays the one that comes with this example
          cases               lists the cases that earlier runs kept; --owner NAME, --state STATE (or open) and --after CASE choose
          history CASE        tells what happened to one of them
          audit               looks whether any history was changed since it was written
          figures             counts and measures over all of them
          compare NAME        tells how that playbook differs from the standard one
          compare NAME OTHER  tells how the second differs from the first
          compare all         shows in a table how much each differs from the standard one
          verify              lists playbooks that are broken on purpose, each with a mistake that a host might make
          verify NAME         shows what is wrong with that one, with the shortest story that shows it; "all" shows every one;
                              the name of a playbook which comes with the library shows that it is sound
          --store FILE        keeps the cases in that file, and looks for them there; otherwise they are in target/cases.mv.db of
                              this example until "mvn clean"
          --list              lists the case files that come with this example, and the playbooks by which they are judged
          --words             lists the words that case files use: steps, traits, facts, states, channels, moods
          --help              says this

        Exit code: 0 played, and everything came as the file expects (verify: what is broken was found to be broken;
        audit: nothing was changed); 1 something came otherwise (the line is named); 2 the file or the arguments have a mistake
        (line and column are named), or the cases cannot be kept where they should be, and nothing was played.

        A case file looks like this:

          title: The third cold dinner
          playbook: standard
          customer: Nora Lindqvist
          people: {Maya: agent, Tom: agent, Ines: supervisor}
          starts: 2026-03-02T09:00Z
          entries:
            - who: Nora Lindqvist
              on: phone
              says: This is the third dinner that comes cold!
              opens: The third delivery in a row arrived cold
              taken by: Maya
              mood: irate
            - who: Maya
              at: +2m
              does: [get ready]
              on: phone
              says: I am sorry that we brought you a third cold dinner.
              acts: [apologise]
              attests: [apology words, first person, names problem, unconditional]
              expect: permitted
            - wait: 3 days
            - plan:

        An entry is one thing that one person does, all or nothing, in the order in which it is written.
        "plan:" asks for the shortest permitted way from there to a recovered customer, "plan: following up" for the way to a
        state, "plan: [followed up, thanked]" for the way to where these facts hold. What can be done next is told in full, the
        rest by its names. A round is what is done in one go: a contact, or what lies between two. The plan follows every
        refusal too, and the end of a file whose case is still open.
        """;

    private WalkThrough() {
    }

    /**
     * Starts it.
     *
     * @param args the path of a case file, {@code verify} and what, one of the options that {@code --help} lists, or nothing
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Arguments asked = Arguments.of(args);
            List<String> words = asked.words();
            if (words.size() > 1 && words.size() > 1 + COMMANDS.getOrDefault(words.get(0), 0)) {
                err.println(tooMany(words));
                return 2;
            }
            if (!words.isEmpty() && words.get(0).startsWith("-") && !Arguments.WITHOUT_CASES.contains(words.get(0))) {
                err.println("There is no option " + words.get(0) + ". \"--help\" lists them.");
                return 2;
            }
            return failed(words.isEmpty() ? play(asked, SHIPPED.get(0), out) : run(asked, words.get(0), out), err);
        } catch (CaseFileException | StoreException | UnreadableEventException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static String tooMany(List<String> words) {
        String but = " at a time, but there are " + words.size() + " arguments: " + words + ". ";
        return switch (words.get(0)) {
            case "verify" -> "One playbook" + but + "\"verify all\" shows every broken one.";
            case "compare" -> "One playbook or two" + but + "\"compare all\" shows a table of all.";
            case "history" -> "One case" + but + "\"cases\" lists them.";
            case "cases", "audit", "figures" -> "\"" + words.get(0) + "\" is about all cases, but there are " + words.size() + " arguments: " + words
                + ". Leave the others out; \"--help\" lists the options.";
            default -> "One case file" + but + "Put a path with blanks in quotes.";
        };
    }

    private static Optional<String> run(Arguments asked, String what, PrintStream out) {
        switch (what) {
            case "--help", "-h" -> out.print(HELP);
            case "--list" -> list(out);
            case "--words" -> words(out);
            case "verify" -> {
                return Verifier.verify(asked.words().stream().skip(1).findFirst(), out);
            }
            case "compare" -> Comparer.compare(asked.words().subList(1, asked.words().size()), out);
            case "cases", "history", "audit", "figures" -> {
                return look(asked, what, out);
            }
            default -> {
                return play(asked, what, out);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> play(Arguments asked, String what, PrintStream out) {
        CaseFile file = file(what);
        try (Kept kept = Kept.open(asked.option(Arguments.STORE))) {
            String id = kept.nextId(file.name());
            Optional<String> failure = Player.play(file, kept.store(), id, out);
            Page page = new Page(out);
            page.blank();
            page.text("", "Kept as " + id + " in " + kept.file() + ".");
            page.text("", "\"history " + id + "\" tells it again, \"cases\" lists what is kept.");
            if (asked.words().isEmpty() && failure.isEmpty()) {
                page.blank();
                list(out);
            }
            return failure;
        }
    }

    private static Optional<String> look(Arguments asked, String what, PrintStream out) {
        if (what.equals("history") && asked.words().size() == 1) {
            throw new CaseFileException(Place.of(what), "It is not said of which case. Write \"history CASE\"; \"cases\" lists them.");
        }
        try (Kept kept = Kept.existing(asked.option(Arguments.STORE))) {
            Bookkeeper bookkeeper = new Bookkeeper(kept, out);
            switch (what) {
                case "cases" -> bookkeeper.cases(asked);
                case "history" -> bookkeeper.history(asked.words().get(1));
                case "figures" -> bookkeeper.figures();
                default -> {
                    return bookkeeper.audit();
                }
            }
        }
        return Optional.empty();
    }

    private static int failed(Optional<String> failure, PrintStream err) {
        failure.ifPresent(err::println);
        return failure.isPresent() ? 1 : 0;
    }

    private static CaseFile file(String what) {
        return SHIPPED.contains(what) ? shipped(what) : CaseFileReader.read(path(what));
    }

    private static Path path(String what) {
        try {
            return Path.of(what);
        } catch (InvalidPathException e) {
            throw new CaseFileException(Place.of(what), "This is no path (" + e.getReason() + "). Give the path of a case file.");
        }
    }

    static CaseFile shipped(String name) {
        return CaseFileReader.read(name, bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = WalkThrough.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside this class. Build the example again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static void list(PrintStream out) {
        Page page = new Page(out);
        page.text("", "Case files that come with this example (give a name as the argument, or the path of your own file):");
        SHIPPED.forEach(name -> page.text("  ", name + " - " + CaseFileReader.title(name, bytes(name))));
        page.blank();
        page.text("", "Playbooks that a case file can name (\"playbook: …\"; see \"compare NAME\" and \"verify NAME\"):");
        ShippedPlaybooks.list(page);
    }

    private static void words(PrintStream out) {
        Page page = new Page(out);
        page.text("", "steps: " + joined(Arrays.asList(Step.judged())));
        page.blank();
        page.text("", "traits to attest: " + joined(Traits.all().stream().filter(Trait::attestable).map(Trait::name).toList()));
        page.blank();
        page.text("", "facts to plan for: " + joined(Facts.all()));
        page.blank();
        page.text("", "states: " + joined(Arrays.asList(RecoveryState.values())));
        page.blank();
        page.text("", "channels: " + joined(Arrays.asList(Channel.values())));
        page.blank();
        page.text("", "moods: " + joined(Arrays.asList(Mood.values())));
    }

    private static String joined(List<?> constants) {
        return constants.stream().map(constant -> Words.plain(constant.toString())).collect(Collectors.joining(", "));
    }
}
