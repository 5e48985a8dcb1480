package org.servicerecovery.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.HandOvers;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.spi.Delivery;

/** The body is a promise to receivers, so that it is written out here in full. */
class WebhookBodyTest {
    private static final RecoveryAction LAPSE = new Actions.Lapse("promise-kept", 2, 1, Deadline.Rung.Kind.BREACH, "owner",
        Instant.parse("2026-01-05T08:59:00Z"), Optional.empty());

    private static String body(Delivery delivery, boolean texts) {
        return new String(Body.of(delivery, texts), StandardCharsets.US_ASCII);
    }

    @Test
    void aLapse() {
        assertEquals("""
            {"type":"recovery.lapse","format":1,"timestamp":"2026-01-05T08:59:00Z","data":{"case":"c-1","sequence":3,"hook":"pager",\
            "playbook":"standard","playbookVersion":"1","recordedAt":"2026-01-05T09:00:00Z","step":"REPORT_LAPSE","from":"SOLVING",\
            "to":"SOLVING","sets":["ESCALATED"],"clears":[],"about":2,"lapse":{"deadline":"promise-kept","rung":1,"kind":"BREACH",\
            "audience":"owner","due":"2026-01-05T08:59:00Z"}}}""", body(Events.of("c-1", LAPSE, Facts.ESCALATED), false));
    }

    @Test
    void anEscalationWithTexts() {
        assertEquals("""
            {"type":"recovery.escalation","format":1,"timestamp":"2026-01-05T08:59:00Z","data":{"case":"c-1","sequence":3,"hook":"pager",\
            "playbook":"standard","playbookVersion":"1","recordedAt":"2026-01-05T09:00:00Z","step":"ESCALATE","from":"SOLVING",\
            "to":"SOLVING","sets":["ESCALATED"],"clears":[],"texts":{"actor":"anna","note":"tr\\u00E8s f\\u00E2ch\\u00E9e"}}}""",
            body(Events.of("c-1", RecoveryAction.note(Step.ESCALATE, "très fâchée"), Facts.ESCALATED), true));
    }

    @Test
    void withoutTextsNobodyIsNamedAndNothingQuoted() {
        RecoveryAction open = new Actions.Open("customer-7", "The lamp is broken.", Channel.EMAIL, Priority.HIGH, "parcels");
        String bare = body(Events.of("c-1", open), false);
        assertTrue(bare.startsWith("{\"type\":\"recovery.step\""), bare);
        for (String told : new String[] {"customer-7", "lamp", "anna"}) {
            assertFalse(bare.contains(told), bare);
            assertTrue(body(Events.of("c-1", open), true).contains(told), told);
        }
    }

    @Test
    void aRepetitionHasTheSameBytes() {
        Delivery first = Events.of("c-1", LAPSE);
        Delivery again = first.again(Events.WHEN.plus(Duration.ofHours(1)), "no network");
        assertEquals(body(first, true), body(again, true));
        assertEquals(Id.of(first), Id.of(again));
    }

    @Test
    void anIdFitsAHeaderAndNoTwoDeliveriesShareOne() {
        List<String> cases = List.of("c-1", "c/1", "c%2F1", "c.1", "c 1", "Fällé", "票", "😀", "\ud83d", "\ud83e", "?", "a,b;c=\"d\"");
        Set<String> ids = new HashSet<>();
        for (String caseId : cases) {
            String id = Id.of(Events.of(caseId, LAPSE));
            assertTrue(id.matches("[A-Za-z0-9_%-]+/3/pager"), id);
            assertTrue(ids.add(id), id);
        }
        assertEquals("c%2F1/3/pager", Id.of(Events.of("c/1", LAPSE)));
        assertEquals("F%C3%A4ll%C3%A9/3/pager", Id.of(Events.of("Fällé", LAPSE)));
    }

    @Test
    void halfACharacterInATextHarmsNothing() {
        String body = body(Events.of("c-\ud83d", RecoveryAction.note(Step.ESCALATE, "cut \ud83d"), Facts.ESCALATED), true);
        assertTrue(body.contains("\"note\":\"cut \\uD83D\""), body);
    }

    /** Every action with a text gives it: one that is added later must not be forgotten. */
    @Test
    void everyActionsTextIsFound() throws ReflectiveOperationException {
        Set<String> notWords = Set.of("customer", "team", "owner", "holder", "receiver", "helper", "deadline", "audience",
            "duplicate", "original");
        List<String> missing = new ArrayList<>();
        for (Class<?> type : RecoveryAction.class.getPermittedSubclasses()) {
            boolean wordy = Stream.of(type.getRecordComponents()).filter(part -> part.getType() == String.class)
                .map(RecordComponent::getName).anyMatch(name -> !notWords.contains(name));
            if (wordy != Words.hasWords(type)) {
                missing.add(type.getSimpleName());
            }
        }
        assertEquals(List.of(), missing);
        assertEquals("", Words.of(new HandOvers.Reopen("anna")));
    }
}
