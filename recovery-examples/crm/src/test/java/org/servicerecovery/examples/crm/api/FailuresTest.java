package org.servicerecovery.examples.crm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** What fails on this side: told clearly, and without what is nobody's business. */
class FailuresTest {
    private static final String SECRET = "jdbc:postgresql://internal/crm?password=secret";

    private final ApiErrors errors = new ApiErrors(new ProblemWriter(new JsonMapper()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream noted = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(noted, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leave() {
        System.setOut(console);
    }

    private String noted() {
        return noted.toString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("POST", path);
    }

    @Test
    void aDatabaseThatIsGoneIsToldWithoutItsAddress() throws UnsupportedEncodingException {
        assertNotNull(errors.resolveException(request("/api/cases"), response, null, new DataAccessResourceFailureException(SECRET)));

        assertTrue(noted().contains(SECRET), this::noted);
        assertEquals(503, response.getStatus());
        assertEquals("application/problem+json", response.getContentType());
        assertTrue(response.getContentAsString().contains("with the same Idempotency-Key"));
        assertFalse(response.getContentAsString().contains("secret"));
    }

    @Test
    void whatNobodyForesawIsToldByAReference() throws UnsupportedEncodingException {
        assertNotNull(errors.resolveException(request("/api/cases"), response, null, new IllegalStateException(SECRET)));

        assertTrue(noted().contains(SECRET), this::noted);
        assertEquals(500, response.getStatus());
        String reference = new JsonMapper().readTree(response.getContentAsString()).path("properties").path("reference").asString();
        assertTrue(noted().contains("reference " + reference), this::noted);
        assertFalse(response.getContentAsString().contains("secret") || response.getContentAsString().contains("IllegalState"));
    }

    @Test
    void pagesAndSecurityAnswerForThemselves() {
        assertNull(errors.resolveException(request("/cases/1"), response, null, new IllegalStateException(SECRET)));
        assertNull(errors.resolveException(request("/apiary"), response, null, new IllegalStateException(SECRET)));
        assertNull(errors.resolveException(request("/api/cases"), response, null, new AccessDeniedException("no")));
        assertEquals(200, response.getStatus());
    }
}
