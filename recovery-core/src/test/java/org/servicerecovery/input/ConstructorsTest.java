package org.servicerecovery.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Act;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Outcomes;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Vocabulary;
import org.servicerecovery.model.Waiver;

/**
 * No record that a host fills in lets nulls, blanks or control characters through, and none answers them with anything but
 * {@link InvalidInputException}. The records are found by reflection, so that a new action is tested without being listed.
 */
class ConstructorsTest {
    /** A healthy instance of each, from which one component at a time is spoilt. */
    private static final Map<Class<?>, Record> HEALTHY = healthy();

    /** Texts that may be empty; every other text must say something. */
    private static final Set<String> MAY_BE_BLANK = Set.of("Act.note", "Open.problem", "Open.team", "Adopt.problem", "Adopt.team", "Adopt.owner",
        "EndContact.summary", "ReportAnswer.words", "RecordFact.note", "TakeOn.holder", "Discharge.evidence", "Renegotiate.what", "Settle.how",
        "HandOver.reason", "Involve.task", "Reopen.owner", "Correct.reason", "Confidence.note", "Advocacy.note", "Outcome.note");

    private static Map<Class<?>, Record> healthy() {
        Instant due = Play.START;
        List<Record> all = List.of(new Act(Step.GET_READY, "calm"), new Actions.Open("c", "p", Channel.PHONE, Priority.NORMAL, "t"),
            new Actions.Adopt("c", "p", Channel.PHONE, Priority.NORMAL, "t", "o", Set.of(Facts.OWNER_NAMED),
                List.of(new Duties.TakeOn(Step.MAKE_PROMISE, "h", "w", due))),
            new Actions.BeginContact(Channel.PHONE), new Actions.EndContact("s"), new Actions.ReportContact(Channel.EMAIL),
            new Actions.ReportMood(Mood.CALM), new Actions.ReportAnswer(true, "w"), new Actions.RecordAttempt(Channel.PHONE),
            new Actions.RecordLimits("l", false), new Actions.RecordFact(Fact.named("OWN"), "n"),
            new Actions.Lapse("answer", 0, 0, Deadline.Rung.Kind.BREACH, "owner", due, Optional.empty()),
            new Duties.TakeOn(Step.MAKE_PROMISE, "h", "w", due), new Duties.Discharge(Step.KEEP_PROMISE, 1, "e"),
            new Duties.Renegotiate(1, due, "w"), new Duties.Raise(Step.REPORT_ISSUE, "w"), new Duties.Settle(Step.RESOLVE_ISSUE, 1, "h"),
            new Duties.Goodwill("w", BigDecimal.ONE), new Duties.Absorb("d", List.of(), List.of()),
            new HandOvers.HandOver(Step.TRANSFER, "r", "w"), new HandOvers.Involve(Step.INVOLVE, "h", "t"), new HandOvers.Reopen("o"),
            new HandOvers.Correct(1, "r"), new HandOvers.Merge("o"), new Actions.Migrate(new PlaybookId("p", "1", "f"), "r"),
            new Outcomes.Confidence(true, "n"), new Outcomes.Advocacy(10, "n"),
            new Outcomes.Outcome(true, true, true, "n"), Actor.supervisor("sue"), new Message(Channel.PHONE, "t"),
            new Waiver("no-blame", Actor.supervisor("sue"), "r"), RecoveryCase.blank("c", new PlaybookId("p", "1", "f"),
                new Vocabulary(List.of(), List.of())).snapshot(), Command.does(Actor.agent("anna"), RecoveryAction.of(Step.GET_READY)));
        Map<Class<?>, Record> map = new HashMap<>();
        all.forEach(one -> map.put(one.getClass(), one));
        return map;
    }

    /** One component of one record. */
    record Place(Class<?> type, RecordComponent component) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + component.getName();
        }
    }

    private static List<Place> places() {
        return HEALTHY.keySet().stream().sorted(Comparator.comparing(Class::getName))
            .flatMap(type -> Arrays.stream(type.getRecordComponents()).map(component -> new Place(type, component))).toList();
    }

    @Provide
    Arbitrary<Place> textPlaces() {
        return Arbitraries.of(places().stream().filter(place -> place.component().getType() == String.class).toList());
    }

    @Provide
    Arbitrary<String> control() {
        Arbitrary<Character> bad = Arbitraries.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        return Arbitraries.strings().alpha().ofMaxLength(20).flatMap(before -> bad.flatMap(one ->
            Arbitraries.strings().alpha().ofMaxLength(20).map(after -> before + one + after)));
    }

    /** The error, or empty if it was accepted; anything but the one kind of error fails the test. */
    private static Optional<InvalidInputException> made(Place place, Object value) {
        try {
            RecordComponent[] components = place.type().getRecordComponents();
            Object[] arguments = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = components[i].getName().equals(place.component().getName()) ? value : components[i].getAccessor().invoke(HEALTHY.get(place.type()));
            }
            place.type().getDeclaredConstructor(types).newInstance(arguments);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidInputException expected) {
                return Optional.of(expected);
            }
            throw new AssertionError(place + " answers " + value + " with " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyActionHasAHealthyInstanceHere() {
        Set<String> actions = Stream.of(RecoveryAction.class.getPermittedSubclasses()).map(Class::getName).collect(Collectors.toSet());
        actions.removeAll(HEALTHY.keySet().stream().map(Class::getName).toList());
        assertEquals(Set.of(), actions);
    }

    @Test
    void noComponentMayBeNull() {
        List<String> accepted = new ArrayList<>();
        for (Place place : places()) {
            if (!place.component().getType().isPrimitive() && made(place, null).isEmpty()) {
                accepted.add(place.toString());
            }
        }
        assertEquals(List.of(), accepted, "null is accepted by");
    }

    @Test
    void noListOrSetMayHaveANullInIt() {
        List<String> accepted = new ArrayList<>();
        for (Place place : places()) {
            Class<?> type = place.component().getType();
            if (type == List.class || type == Set.class) {
                Object holed = type == List.class ? Collections.singletonList(null) : Collections.singleton(null);
                if (made(place, holed).isEmpty()) {
                    accepted.add(place.toString());
                }
            }
        }
        assertEquals(List.of(), accepted, "a null inside is accepted by");
    }

    @Test
    void aTextIsBlankOnlyWhereThereMayBeNothingToSay() {
        List<String> accepted = new ArrayList<>();
        for (Place place : places()) {
            if (place.component().getType() == String.class && made(place, " ").isEmpty()) {
                accepted.add(place.toString());
            }
        }
        assertEquals(MAY_BE_BLANK.stream().sorted().toList(), accepted.stream().sorted().toList());
    }

    @Test
    void aTextInAListOrSetIsCheckedLikeAnyOther() {
        for (Place place : places()) {
            Type type = place.component().getGenericType();
            if (type instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] == String.class) {
                for (String bad : List.of("", " ", "a\u0000b", "x".repeat(201))) {
                    assertTrue(made(place, Set.of(bad)).isPresent(), () -> place + " accepts \"" + bad + "\"");
                }
            }
        }
    }

    @Property(tries = 3_000, seed = "20260105")
    void noTextMayHaveControlCharacters(@ForAll("textPlaces") Place place, @ForAll("control") String bad) {
        Optional<InvalidInputException> error = made(place, bad);
        assertTrue(error.isPresent(), () -> place + " accepts a control character");
        assertTrue(error.get().getMessage().contains("U+"), () -> error.get().getMessage());
    }

    @Property(tries = 500, seed = "20260105")
    void noTextMayBeEndless(@ForAll("textPlaces") Place place) {
        Optional<InvalidInputException> error = made(place, "x".repeat(100_001));
        assertTrue(error.isPresent(), () -> place + " accepts 100,001 characters");
        assertTrue(error.get().getMessage().contains("100001 characters"), () -> error.get().getMessage());
    }

    @Test
    void anErrorNamesThePlace() {
        for (Place place : places()) {
            if (place.component().getType() == String.class) {
                String message = made(place, null).orElseThrow().getMessage();
                assertTrue(message.length() > 20 && message.endsWith("."), () -> place + ": " + message);
            }
        }
    }
}
