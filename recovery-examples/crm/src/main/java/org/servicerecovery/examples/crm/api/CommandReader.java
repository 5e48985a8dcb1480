package org.servicerecovery.examples.crm.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Guardrail;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbook.Playbook;
import org.springframework.stereotype.Component;

/** Makes the library's commands of what clients send, or says everything that is wrong with it. */
@Component
class CommandReader {
    private static final int MOST_ENTRIES = 100;
    /** No blanks: the ids under which the desk itself reports what fell due have some, and nobody may take one of those. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final Playbook playbook;
    private final StepForms forms;

    CommandReader(RecoveryDesk desk, StepForms forms) {
        this.playbook = desk.playbook();
        this.forms = forms;
    }

    static String key(String idempotencyKey) {
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw Problems.bad("invalid-input", "The header Idempotency-Key cannot be used",
                "It must be 1 to 200 visible ASCII characters without blanks. Send a new UUID for each command.");
        }
        return idempotencyKey;
    }

    Command deed(Person person, String key, Requests.Deed deed) {
        Wrong wrong = new Wrong();
        List<RecoveryAction> actions = actions(deed.actions(), wrong);
        if (deed.actions() == null || deed.actions().isEmpty()) {
            wrong.at("/actions", "Name at least one action.");
        }
        Optional<Message> message = Optional.ofNullable(deed.message()).flatMap(words -> message(words, wrong));
        Set<Trait> attested = new LinkedHashSet<>(each("/attested", deed.attested(), wrong, this::attested));
        List<Waiver> waivers = each("/waivers", deed.waivers(), wrong, waiving -> waiver(person, waiving));
        return wrong.orElse(() -> new Command(key, person.actor(), actions, message, attested, waivers, Optional.ofNullable(deed.occurredAt()),
            Duration.ZERO));
    }

    /** Under an id of its own, so that nothing is taken for a repetition. */
    Command preview(Person person, Requests.Deed deed) {
        return deed(person, UUID.randomUUID().toString(), deed);
    }

    /** Likewise, with words in it. */
    Command saying(Person person, Requests.Deed deed) {
        if (deed.message() == null) {
            throw Problems.fields(List.of(new Problems.FieldProblem("/message", "Send the words that are to be reviewed, with their channel.")));
        }
        return preview(person, deed);
    }

    Command opening(Person person, String key, Requests.NewCase body) {
        Wrong wrong = new Wrong();
        List<RecoveryAction> actions = new ArrayList<>();
        String customer = Objects.requireNonNullElse(body.customer(), "");
        if (customer.isBlank()) {
            wrong.at("/customer", "Say which customer, as you call him.");
        }
        if (body.channel() == null) {
            wrong.at("/channel", "Say how the customer got in touch.");
        }
        if (wrong.isNothing()) {
            wrong.of("", () -> actions.add(new Actions.Open(customer, Objects.requireNonNullElse(body.problem(), ""), body.channel(),
                Objects.requireNonNullElse(body.priority(), Priority.NORMAL), Objects.requireNonNullElse(body.team(), ""))));
        }
        actions.addAll(actions(body.actions(), wrong));
        return wrong.orElse(() -> new Command(key, person.actor(), actions, Optional.empty(), Set.of(), List.of(),
            Optional.ofNullable(body.occurredAt()), Duration.ZERO));
    }

    private List<RecoveryAction> actions(List<Requests.Doing> doings, Wrong wrong) {
        return each("/actions", doings, wrong, doing -> {
            if (doing.step() == null) {
                throw new InvalidInputException("Name the step, such as TAKE_OWNERSHIP.");
            }
            return forms.action(doing.step(), texts(doing.fields()));
        });
    }

    /** The forms take texts; numbers and truth values are as good. */
    private static Map<String, String> texts(Map<String, Object> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional.ofNullable(fields).orElse(Map.of()).forEach((name, value) -> {
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new InvalidInputException("The field " + name + " must be a text, a number or a truth value."
                    + " Leave it out if there is nothing to say.");
            }
            texts.put(name, value.toString());
        });
        return texts;
    }

    private static Optional<Message> message(Requests.Words words, Wrong wrong) {
        if (words.channel() == null) {
            wrong.at("/message/channel", "Say through which channel the customer receives it.");
            return Optional.empty();
        }
        return Optional.ofNullable(wrong.of("/message/text", () -> new Message(words.channel(), Objects.requireNonNullElse(words.text(), ""))));
    }

    private Trait attested(String name) {
        List<Trait> known = playbook.vocabulary().traits().all().stream().filter(Trait::attestable).toList();
        return known.stream().filter(trait -> trait.name().equals(name)).findFirst().orElseThrow(() -> new InvalidInputException(
            "There is no trait of this name that a person can attest. There are: " + known.stream().map(Trait::name).sorted()
                .collect(Collectors.joining(", ")) + "."));
    }

    private Waiver waiver(Person person, Requests.Waiving waiving) {
        List<Guardrail> rules = playbook.definition().guardrails();
        if (rules.stream().noneMatch(rule -> rule.id().equals(waiving.rule()))) {
            throw new InvalidInputException("There is no such rule. Those that can be waived: " + rules.stream()
                .filter(rule -> rule.waivableBy().isPresent()).map(Guardrail::id).sorted().collect(Collectors.joining(", ")) + ".");
        }
        return new Waiver(waiving.rule(), person.actor(), Objects.requireNonNullElse(waiving.reason(), ""));
    }

    private static <S, T> List<T> each(String place, List<S> sent, Wrong wrong, Function<S, T> meaning) {
        List<T> read = new ArrayList<>();
        List<S> all = Objects.requireNonNullElse(sent, List.of());
        if (all.size() > MOST_ENTRIES) {
            wrong.at(place, "There are " + all.size() + ", but at most " + MOST_ENTRIES + " are taken.");
            return read;
        }
        for (int i = 0; i < all.size(); i++) {
            S one = all.get(i);
            if (one == null) {
                wrong.at(place + "/" + i, "It must not be null.");
            } else {
                Optional.ofNullable(wrong.of(place + "/" + i, () -> meaning.apply(one))).ifPresent(read::add);
            }
        }
        return read;
    }
}
