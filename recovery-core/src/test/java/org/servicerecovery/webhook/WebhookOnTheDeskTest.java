package org.servicerecovery.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.model.Step.ESCALATE;
import static org.servicerecovery.model.Step.TAKE_OWNERSHIP;
import static org.servicerecovery.webhook.Receiver.SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.servicerecovery.desk.Play;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.playbooks.Playbooks;

/** From a real desk to a real receiver. */
@Timeout(60)
class WebhookOnTheDeskTest {
    private final Receiver receiver;
    private final Play play;

    WebhookOnTheDeskTest() throws IOException {
        receiver = new Receiver();
        Play[] itself = new Play[1];
        Webhook webhook = Webhook.to("pager", receiver.uri("/hook")).secrets(SECRET).clock(() -> itself[0].instant()).build();
        play = Play.on(Playbooks.standard(), new InMemoryCaseStore(), desk -> desk.hook(webhook));
        itself[0] = play;
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private List<String> told() {
        return receiver.requests.stream().map(request -> {
            assertTrue(request.isSigned(play.instant(), SECRET) || request.isSigned(Play.START, SECRET), "signed when it was sent");
            try {
                JsonNode body = new ObjectMapper().readTree(request.body());
                return request.id() + " " + body.get("type").asText();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    @Test
    void anEscalationAndLapsesArriveOnceEachInOrder() {
        play.byEmail().does(ANNA, TAKE_OWNERSHIP, ESCALATE).after(Duration.ofHours(1)).ticks();
        assertEquals(play.heard.stream().map(event -> "c-1/" + event.sequence() + "/pager").toList(),
            receiver.requests.stream().map(Receiver.Request::id).toList());
        assertEquals("recovery.escalation", told().get(0).split(" ")[1]);
        assertTrue(told().size() > 1);
        assertTrue(told().stream().skip(1).allMatch(one -> one.split(" ")[1].equals("recovery.lapse")), told().toString());
        assertEquals(0, play.desk.hookFailures());
    }

    @Test
    void aReceiverThatFailedIsToldAgainUnderTheSameId() {
        receiver.answers(503, "not now");
        play.byPhone().does(ANNA, ESCALATE);
        assertEquals(1, receiver.requests.size());
        play.ticks();
        assertEquals(1, receiver.requests.size(), "not before its time");
        receiver.answers(200, "");
        play.after(Duration.ofSeconds(31)).ticks();
        assertEquals(List.of("c-1/2/pager recovery.escalation", "c-1/2/pager recovery.escalation"), told());
        assertEquals(receiver.requests.get(0).text(), receiver.requests.get(1).text());
        assertEquals(List.of(31L), List.of(timestamp(1) - timestamp(0)), "the time stamp is the attempt's");
        assertEquals(1, play.desk.hookFailures());
    }

    private long timestamp(int request) {
        return Long.parseLong(receiver.requests.get(request).headers().getFirst(WebhookSignature.TIMESTAMP_HEADER));
    }
}
