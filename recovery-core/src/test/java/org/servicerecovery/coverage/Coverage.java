package org.servicerecovery.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.servicerecovery.deadlines.ClockCase;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.rules.CaseEvidence;
import org.servicerecovery.verify.Law;

/** What carries each of the rulebook's 166 rows, in which playbooks, and the cases that show it. */
final class Coverage {
    /** How many rows each source has. */
    private static final Map<String, Integer> SOURCES = new LinkedHashMap<>();
    private static final int SHOWN = 3;

    static {
        SOURCES.put("A", 30);
        SOURCES.put("B", 53);
        SOURCES.put("C", 33);
        SOURCES.put("D", 17);
        SOURCES.put("E", 33);
    }

    private final Map<String, Map<String, Set<String>>> carriers = new LinkedHashMap<>();
    private final Evidence evidence = new Evidence();

    Coverage() {
        rows().forEach(row -> carriers.put(row, new LinkedHashMap<>()));
        for (String name : Playbooks.names()) {
            for (Guardrail rule : Playbooks.named(name).definition().guardrails()) {
                rule.sources().forEach(row -> carries(row, "guardrail `" + rule.id() + "`", name));
            }
            for (Deadline clock : Playbooks.named(name).definition().deadlines()) {
                clock.sources().forEach(row -> carries(row, "deadline `" + clock.id() + "`", name));
            }
            for (Law law : Law.values()) {
                law.rows().forEach(row -> carries(row, "law `" + law + "`", name));
            }
            Carrier.all().forEach(carrier -> carries(carrier.row(), carrier.kind() + " `" + carrier.name() + "`", name));
        }
        CaseEvidence.tell(evidence::bites, evidence::passes);
        ClockCase.all().forEach(one -> {
            Set<Boolean> shown = one.shown(Playbooks.standard());
            String name = one.deadline() + " " + one.what() + " (deadline case)";
            one.rows().forEach(row -> {
                if (shown.contains(true)) {
                    evidence.bites(row, name);
                }
                if (shown.contains(false)) {
                    evidence.passes(row, name);
                }
            });
        });
        tests();
    }

    static List<String> rows() {
        return SOURCES.entrySet().stream().flatMap(source -> IntStream.rangeClosed(1, source.getValue())
            .mapToObj(number -> String.format("%s%02d", source.getKey(), number))).toList();
    }

    private void carries(String row, String carrier, String playbook) {
        if (carriers.containsKey(row)) {
            carriers.get(row).computeIfAbsent(carrier, key -> new LinkedHashSet<>()).add(playbook);
        }
    }

    private void tests() {
        for (Class<?> type : testClasses()) {
            for (Method method : type.getDeclaredMethods()) {
                Covers covers = method.getAnnotation(Covers.class);
                if (covers != null) {
                    String name = type.getSimpleName() + "." + method.getName();
                    List.of(covers.bites()).forEach(row -> evidence.bites(row, name));
                    List.of(covers.passes()).forEach(row -> evidence.passes(row, name));
                }
            }
        }
    }

    private static List<Class<?>> testClasses() {
        try {
            Path root = Path.of(Coverage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> types = new ArrayList<>();
                for (Path file : files.filter(path -> path.toString().endsWith("Test.class")).sorted().toList()) {
                    String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.').replaceFirst("\\.class$", "");
                    types.add(Class.forName(name, false, Coverage.class.getClassLoader()));
                }
                return types;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("The test classes cannot be listed", e);
        }
    }

    /** Rows that nothing carries, or that no case shows. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        carriers.forEach((row, by) -> {
            if (by.isEmpty()) {
                missing.add(row + " is carried by nothing");
            }
            if (evidence.biting(row).isEmpty()) {
                missing.add(row + " has no case in which it bites");
            }
            if (evidence.passing(row).isEmpty()) {
                missing.add(row + " has no case in which it lets something pass");
            }
        });
        return missing;
    }

    /** The document. */
    String text(String how) {
        StringBuilder text = new StringBuilder("<!-- Written from the code and its cases; do not edit. After a change:\n     " + how + " -->\n\n"
            + "# What carries each row of the rulebook\n\n"
            + "The rulebook has 166 rows from five sources: A six steps, B ten steps, C seven steps, D small errors, E seven strategies. Each\n"
            + "row is carried by something that can refuse, remind, permit, be counted, or not be built; the cases that show it are written by hand, in\n"
            + "`recovery-core/src/test`: lines of the tables in `resources/…/rules`, deadline cases, or tests. At most " + SHOWN + " of each are named.\n"
            + "A line of a table begins with a well-handled case of the phase and names what is different: `-X` is missing, `+X` is there, words in\n"
            + "capitals such as `IN_ANGER` stand for several (`words.txt`), `UNPREPARED` for a case to which nothing was done towards the step.\n\n"
            + "| row | what carries it | where it bites | where it does not |\n|---|---|---|---|\n");
        carriers.forEach((row, by) -> text.append("| ").append(row).append(" | ")
            .append(by.entrySet().stream().map(one -> one.getKey() + " " + in(one.getValue())).collect(Collectors.joining("<br>"))).append(" | ")
            .append(shown(evidence.biting(row))).append(" | ").append(shown(evidence.passing(row))).append(" |\n"));
        return text.toString();
    }

    private static String in(Set<String> playbooks) {
        return playbooks.size() == Playbooks.names().size() ? "(all)" : "(" + String.join(", ", playbooks) + ")";
    }

    /** One case for each rule first, so that all that carry the row are seen. */
    private static String shown(List<String> names) {
        Map<String, String> first = new LinkedHashMap<>();
        names.forEach(name -> first.putIfAbsent(name.replaceFirst("[: ].*", ""), name));
        Set<String> chosen = new LinkedHashSet<>(first.values());
        chosen.addAll(names);
        String more = names.size() > SHOWN ? "<br>and " + (names.size() - SHOWN) + " more" : "";
        return chosen.stream().limit(SHOWN).map(name -> name.replace("_", "\\_").replace("|", "\\|")).collect(Collectors.joining("<br>")) + more;
    }
}
