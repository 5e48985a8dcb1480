package org.servicerecovery.examples.walkthrough;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;

/**
 * What the user typed.
 *
 * @param words   a command and what follows it, or a case file
 * @param options by name, with their values
 */
record Arguments(List<String> words, Map<String, String> options) {
    static final String STORE = "--store";
    static final String OWNER = "--owner";
    static final String STATE = "--state";
    static final String AFTER = "--after";
    /** Commands that neither keep cases nor look at those that are kept. */
    static final Set<String> WITHOUT_CASES = Set.of("verify", "compare", "--help", "-h", "--list", "--words");
    private static final Set<String> ALL = Set.of(STORE, OWNER, STATE, AFTER);

    /**
     * Tells options from the rest, wherever they stand.
     *
     * @throws CaseFileException if an option has no value, stands twice, or does not go with the command
     */
    static Arguments of(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            if (!ALL.contains(name)) {
                words.add(name);
            } else if (i + 1 == args.length || ALL.contains(args[i + 1])) {
                throw new CaseFileException(Place.of(name), "Nothing follows it. Write a value after it; \"--help\" shows which.");
            } else if (options.put(name, args[++i]) != null) {
                throw new CaseFileException(Place.of(name), "It stands twice. Leave one out.");
            }
        }
        Arguments arguments = new Arguments(List.copyOf(words), options);
        String command = words.isEmpty() ? "" : words.get(0);
        for (String name : options.keySet()) {
            if (name.equals(STORE) ? WITHOUT_CASES.contains(command) : !command.equals("cases")) {
                throw new CaseFileException(Place.of(name), name.equals(STORE) ? "\"" + command + "\" keeps no cases. Leave the option out."
                    : "Only \"cases\" knows it. Write for instance \"cases " + name + " …\".");
            }
        }
        return arguments;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The options that the next page needs too, as they are to be typed. */
    String filters() {
        StringBuilder typed = new StringBuilder();
        options.forEach((name, value) -> typed.append(name.equals(AFTER) ? "" : " " + name + " "
            + (value.matches("\\S+") ? value : "'" + value + "'")));
        return typed.toString();
    }
}
