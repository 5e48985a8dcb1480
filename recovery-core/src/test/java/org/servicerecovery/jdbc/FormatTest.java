package org.servicerecovery.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseEvent.ClockChanges;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.RunningDeadline;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Waiver;

/**
 * The format, as databases out there have it. If a test fails here, do not change the lines of the file: whoever has stored cases
 * could no longer read them. Add lines for what is new.
 */
class FormatTest {
    /** Foreseen salts, each another: all bytes are 0 in the first, 1 in the second, and so on. */
    private static Payloads payloads() {
        int[] next = new int[1];
        return new Payloads(() -> {
            byte[] salt = new byte[16];
            Arrays.fill(salt, (byte) next[0]++);
            return salt;
        });
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = FormatTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<CaseEvent> events() {
        List<CaseEvent> events = new ArrayList<>();
        // The sample with every duty there is would fill the file.
        Samples.actions("anna", "some words").stream().filter(action -> !(action instanceof Duties.Absorb || action instanceof Actions.Migrate))
            .forEach(action -> events.add(Samples.bare(action)));
        events.add(Samples.bare(Samples.ABSORBED));
        events.add(Samples.full(RecoveryAction.of(Step.APOLOGISE), "anna", "some words"));
        return events;
    }

    /** With what came later, at the end. */
    private static List<CaseEvent> stored() {
        List<CaseEvent> events = events();
        events.add(Samples.bare(new Actions.Migrate(Samples.PLAYBOOK, "some words")));
        return events;
    }

    /** Two lines each: payload and personal part. */
    @Test
    void whatWasStoredOnceIsReadForEver() throws IOException {
        List<String> lines = lines("events-1.txt");
        List<CaseEvent> events = stored();
        assertEquals(2 * events.size(), lines.size());
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            assertEquals(event, payloads().read(event.caseId(), event.sequence(), lines.get(2 * i), lines.get(2 * i + 1)));
            assertEquals(Optional.empty(), Integrity.tampered(lines.get(2 * i), lines.get(2 * i + 1)));
        }
    }

    @Test
    void whatIsStoredNowIsWhatWasStored() throws IOException {
        List<String> written = new ArrayList<>();
        for (CaseEvent event : stored()) {
            Written one = payloads().write(event);
            written.add(one.payload());
            written.add(one.personal());
        }
        assertEquals(String.join("\n", lines("events-1.txt")), String.join("\n", written));
    }

    private static CaseEvent event(int sequence, String command, Actor actor, Instant recordedAt, RecoveryAction action, String row) {
        return new CaseEvent("C-1", sequence, command, actor, recordedAt, recordedAt, new PlaybookId("standard", "1", "ab12"), action,
            Optional.empty(), Duration.ZERO, row, sequence == 1 ? RecoveryState.AWAITING : RecoveryState.LISTENING, RecoveryState.LISTENING,
            Samples.WORDS.facts().none(), Samples.WORDS.facts().none(), Samples.WORDS.traits().none(), Samples.WORDS.traits().none(),
            List.of(), List.of(), List.of(), ClockChanges.NONE);
    }

    private static CaseEvent with(CaseEvent event, Instant occurredAt, String message, Duration spent, Set<Fact> sets, Set<Fact> clears,
                                  Set<Trait> traits, Set<Trait> attested, List<Waiver> waivers, ClockChanges clocks) {
        boolean bare = message.isEmpty();
        return new CaseEvent(event.caseId(), event.sequence(), event.commandId(), event.actor(), occurredAt, event.recordedAt(),
            event.playbook(), event.action(), bare ? Optional.empty() : Optional.of(new Message(Channel.PHONE, message)), spent, event.row(),
            event.from(), event.to(), Samples.WORDS.facts().of(sets), Samples.WORDS.facts().of(clears), Samples.WORDS.traits().of(traits),
            Samples.WORDS.traits().of(attested), waivers, bare ? List.of() : List.of("carrier-asked"), bare ? List.of() : List.of("dear"),
            clocks);
    }

    /** Written with an editor, the fields in any order, some of a later version; digests by another program. */
    private static List<CaseEvent> byHand() {
        Instant nine = Instant.parse("2026-01-05T09:00:00Z");
        Instant due = nine.plus(Duration.ofHours(4));
        CaseEvent opened = event(1, "open-1", Actor.agent("anna"), nine, new Actions.Open("customer-7",
            "The parcel never came.\nNot even a \"card\".", Channel.PHONE, Priority.HIGH, "north"), "opened");
        CaseEvent said = event(2, "say-1", Actor.supervisor("sue"), nine.plusMillis(60_500), RecoveryAction.of(Step.APOLOGISE), "apologised");
        CaseEvent given = event(3, "give", Actor.agent("anna"), nine.plusSeconds(3_600), RecoveryAction.goodwill("a voucher",
            new BigDecimal("12.50")), "given");
        CaseEvent lapsed = event(4, "tick", Actor.SYSTEM, Instant.parse("2026-01-06T10:00:00Z"), new Actions.Lapse("promise", 2, 1,
            Deadline.Rung.Kind.BREACH, "owner", Instant.parse("2026-01-06T09:00:00Z"), Optional.of(Traits.PROMISE_LAPSED)), "lapsed");
        return List.of(with(opened, nine, "", Duration.ZERO, Set.of(Facts.OPENED, Facts.OWNER_NAMED), Set.of(), Set.of(Traits.ATTENDED),
                Set.of(), List.of(), new ClockChanges(List.of(new RunningDeadline("answer", 0, nine, due, 0, nine.plusSeconds(7_200))),
                    List.of(), List.of())),
            with(said, said.recordedAt(), "I am sorry. \ud83d\ude00", Duration.ofSeconds(150), Set.of(Facts.APOLOGY_GIVEN),
                Set.of(Samples.ASKED), Set.of(Traits.FIRST_PERSON, Samples.DEAR), Set.of(Samples.DEAR),
                List.of(new Waiver("no-haste", Actor.supervisor("sue"), "the customer asked for it")), new ClockChanges(List.of(),
                    List.of(new RunningDeadline("answer", 0, nine, due, 1, Instant.MAX, Optional.of(nine.plusSeconds(30)))),
                    List.of("answer"))),
            with(given, nine.plusSeconds(1_800), "", Duration.ZERO, Set.of(), Set.of(), Set.of(), Set.of(), List.of(), ClockChanges.NONE),
            lapsed);
    }

    @Test
    void whatWasWrittenByHandIsRead() throws IOException {
        List<String> lines = lines("by-hand-1.txt");
        List<CaseEvent> events = byHand();
        assertEquals(2 * events.size(), lines.size());
        for (int i = 0; i < events.size(); i++) {
            assertEquals(events.get(i), payloads().read("C-1", i + 1, lines.get(2 * i), lines.get(2 * i + 1)));
            assertEquals(Optional.empty(), Integrity.tampered(lines.get(2 * i), lines.get(2 * i + 1)));
        }
    }

    @Test
    void aChangedSnapshotFormatGetsAnotherNumber() throws IOException {
        RecoveryCase now = RecoveryCase.blank(Samples.CASE, Samples.PLAYBOOK, Samples.WORDS);
        int sequence = 0;
        for (CaseEvent event : events()) {
            now = now.after(Samples.numbered(event, ++sequence));
        }
        String line = lines("snapshot-1.txt").get(0);
        assertEquals(line, payloads().writeSnapshot(now));
        assertEquals(now.snapshot(), payloads().readSnapshot(Samples.CASE, line).orElseThrow().snapshot());
    }
}
