package org.servicerecovery.examples.walkthrough;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.servicerecovery.examples.walkthrough.CaseFile.Expectation;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.playbook.Playbook;

/** Reads what has to come of an entry: {@code permitted}, {@code refused by [end-owner]}, {@code fell due [promise-due]}. */
final class Expectations {
    private static final Pattern EXPECTATION = Pattern.compile("(permitted|refused by|refused|advised by|fell due)(.*)", Pattern.DOTALL);

    private final Playbook playbook;

    Expectations(Playbook playbook) {
        this.playbook = playbook;
    }

    Optional<Expectation> read(Fields fields) {
        if (!fields.has("expect")) {
            return Optional.empty();
        }
        Place place = fields.place("expect");
        Matcher written = EXPECTATION.matcher(fields.text("expect").strip());
        if (!written.matches()) {
            throw fields.error("expect", "What is expected is one of: permitted; refused; refused by [rules]; advised by [rules]; fell due"
                + " [deadlines].");
        }
        Expectation.Kind kind = Expectation.Kind.valueOf(Words.constant(written.group(1)));
        Set<String> ids = Arrays.stream(written.group(2).replaceAll("[\\[\\]\\s]+", " ").split("[, ]+")).filter(id -> !id.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
        if ((kind == Expectation.Kind.PERMITTED || kind == Expectation.Kind.REFUSED) != ids.isEmpty()) {
            throw fields.error("expect", ids.isEmpty() ? "\"" + kind.words() + "\" needs names, such as \"" + kind.words() + " [end-owner]\"."
                : "\"" + kind.words() + "\" takes no names. Write \"refused by " + ids + "\" or leave them out.");
        }
        List<String> known = new ArrayList<>(kind == Expectation.Kind.FELL_DUE
            ? playbook.definition().deadlines().stream().map(Deadline::id).toList()
            : playbook.definition().guardrails().stream().map(Guardrail::id).toList());
        if (kind == Expectation.Kind.REFUSED_BY) {
            known.addAll(List.of(Reason.NOT_HERE, Reason.WAIVER));
        }
        ids.forEach(id -> known(place, kind == Expectation.Kind.FELL_DUE ? "deadline" : "guardrail", id, known));
        return Optional.of(new Expectation(place, kind, ids));
    }

    static void known(Place place, String what, String id, List<String> known) {
        if (!known.contains(id)) {
            throw new CaseFileException(place, "There is no " + what + " \"" + id + "\". " + Words.remedy(id, known));
        }
    }
}
