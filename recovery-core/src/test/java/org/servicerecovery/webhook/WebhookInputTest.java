package org.servicerecovery.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.webhook.Receiver.SECRET;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;

/** What a webhook cannot be made of is refused when it is built, with a message that names place and remedy and no secret. */
class WebhookInputTest {
    private static WebhookBuilder to(String uri) {
        return Webhook.to("pager", URI.create(uri)).secrets(SECRET).clock(() -> Events.WHEN);
    }

    private static String refused(WebhookBuilder builder) {
        return assertThrows(InvalidInputException.class, builder::build).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://receiver.example", "HTTPS://receiver.example:8443/a?b=c", "http://localhost:8080/a", "http://127.1.2.3/",
        "http://[::1]:80/", "https://[2001:db8::1]/"})
    void httpsAndLoopbackAreTaken(String uri) {
        assertEquals("pager", to(uri).build().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://receiver.example/", "http://localhost.example/", "http://127.0.0.1.example/", "http://10.0.0.1/",
        "http://[::2]/"})
    void plainHttpElsewhereMustBeAllowed(String uri) {
        assertTrue(refused(to(uri)).contains("allowPlainHttp()"));
        assertDoesNotThrow(() -> to(uri).allowPlainHttp().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hook", "receiver.example", "mailto:a@b.example", "ftp://receiver.example/", "file:///etc/passwd", "https:///hook",
        "https://under_score/", "https://receiver.example:0/", "https://receiver.example:65536/", "https://u:geheim@receiver.example/",
        "https://receiver.example/#part"})
    void otherAddressesAreRefused(String uri) {
        String message = refused(to(uri).allowPlainHttp());
        assertTrue(message.startsWith("The URI of webhook pager ("), message);
        assertFalse(message.contains("geheim"), message);
    }

    @Test
    void aQueryIsNeverShown() {
        String message = refused(to("http://receiver.example/hook?token=geheim"));
        assertTrue(message.contains("(http://receiver.example/hook)"), message);
        assertEquals("Webhook pager (https://receiver.example/hook)", to("https://receiver.example/hook?token=geheim").build().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "two\nlines"})
    void aNameIsNeeded(String name) {
        assertTrue(refused(Webhook.to(name, URI.create("https://receiver.example")).secrets(SECRET).clock(() -> Events.WHEN))
            .startsWith("The name of a webhook must "));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(refused(Webhook.to("pager", null)).contains("URI of webhook pager must not be null"));
        WebhookBuilder bare = Webhook.to("pager", URI.create("https://receiver.example"));
        assertTrue(refused(bare).startsWith("The secrets of webhook pager must be 1 to 8, but are 0"));
        assertTrue(refused(bare.secrets("nonsense")).startsWith("The secrets of webhook pager, number 1, must be whsec_"));
        assertTrue(refused(bare.secrets(SECRET)).contains("has no clock"));
        assertDoesNotThrow(bare.clock(() -> Events.WHEN)::build);
        assertThrows(InvalidInputException.class, () -> bare.secrets((String[]) null));
        assertThrows(InvalidInputException.class, () -> bare.clock(null));
        assertThrows(InvalidInputException.class, () -> bare.timeout(null));
        assertThrows(InvalidInputException.class, () -> bare.wanting(null));
        assertThrows(InvalidInputException.class, () -> bare.client(null));
    }

    @Test
    void aTimeoutHasBounds() {
        for (Duration timeout : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(11)}) {
            assertTrue(refused(to("https://receiver.example").timeout(timeout)).contains("timeout of webhook pager"), timeout.toString());
        }
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient follows = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        assertTrue(refused(to("https://receiver.example").client(follows)).contains("follows redirects"));
        assertDoesNotThrow(() -> to("https://receiver.example").client(HttpClient.newHttpClient()).build());
    }

    @Test
    void whatItWantsIsTheHooksDefaultUnlessTold() {
        var escalation = Events.of("c-1", RecoveryAction.note(Step.ESCALATE, "noted"), Facts.ESCALATED).event();
        var other = Events.of("c-1", RecoveryAction.of(Step.TAKE_OWNERSHIP)).event();
        Webhook usual = to("https://receiver.example").build();
        assertTrue(usual.wants(escalation));
        assertFalse(usual.wants(other));
        Webhook owners = to("https://receiver.example").wanting(event -> event.step() == Step.TAKE_OWNERSHIP).build();
        assertFalse(owners.wants(escalation));
        assertTrue(owners.wants(other));
    }
}
