package org.servicerecovery.playbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.verify.Laws;
import org.servicerecovery.verify.Proof;

/** Eleven playbooks are shipped, each built, proven and different from the others. */
class ShippedPlaybooksTest {
    private static final List<String> NAMES = List.of("standard", "six-steps", "ten-steps", "seven-steps", "small-errors",
        "seven-strategies", "heard", "last", "latte", "learn", "blast");

    static List<String> names() {
        return NAMES;
    }

    @Test
    void theseAreShippedAndTheStandardIsFirst() {
        assertEquals(NAMES, Playbooks.names());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void nothingIsFoundWrong(String name) {
        Playbook playbook = Playbooks.named(name);
        assertEquals(name, playbook.id().name());
        assertEquals("1", playbook.id().version());
        assertEquals(List.of(),
            Laws.problems(playbook, PlaybookBuilder.watching(Floor.guardrails(), Playbooks.like(playbook, "x", "1").taken())));
        Proof proof = Proof.of(playbook);
        assertEquals(List.of(), proof.findings());
        for (RecoveryState state : RecoveryState.values()) {
            assertTrue(proof.configurations().get(state) >= 1, () -> name + " never comes to " + state);
        }
    }

    @Test
    void eachHasItsOwnFingerprint() {
        Set<String> prints = NAMES.stream().map(name -> Playbooks.named(name).id().fingerprint()).collect(Collectors.toSet());
        assertEquals(NAMES.size(), prints.size());
    }

    /** Rows and rules are written in methods; written twice, they are the same. */
    @Test
    void builtAnewTheyAreTheSame() {
        List<Supplier<PlaybookBuilder>> builders = List.of(StandardPlaybook::builder, SixSteps::builder, TenSteps::builder,
            SevenSteps::builder, SmallErrors::builder, SevenStrategies::builder, Heard::builder, Last::builder, Latte::builder,
            Learn::builder, Blast::builder);
        assertEquals(NAMES.stream().map(name -> Playbooks.named(name).id()).toList(),
            builders.stream().map(builder -> Playbook.build(builder.get().definition(), playbook -> List.of()).id()).toList());
    }

    @Test
    void askedForTwiceItIsTheSameInstance() {
        List<Playbook> byMethod = List.of(Playbooks.standard(), Playbooks.sixSteps(), Playbooks.tenSteps(), Playbooks.sevenSteps(),
            Playbooks.smallErrors(), Playbooks.sevenStrategies());
        for (int i = 0; i < byMethod.size(); i++) {
            assertSame(Playbooks.named(NAMES.get(i)), byMethod.get(i));
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @NullSource
    @ValueSource(strings = {"nope", "", " ", "Standard", "six steps"})
    void aNameThatIsNotShippedListsThoseThatAre(String name) {
        String message = assertThrows(InvalidInputException.class, () -> Playbooks.named(name)).getMessage();
        assertEquals(List.of(), Stream.concat(NAMES.stream(), Stream.of(String.valueOf(name))).filter(part -> !message.contains(part))
            .toList());
    }

    @Test
    void theListOfNamesIsNobodysToChange() {
        assertThrows(UnsupportedOperationException.class, () -> Playbooks.names().add("nope"));
    }
}
