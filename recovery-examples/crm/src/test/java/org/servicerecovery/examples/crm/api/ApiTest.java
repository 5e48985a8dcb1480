package org.servicerecovery.examples.crm.api;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The application, listening on a port, on an H2 database of its own, without demo cases; time stands still. One for all tests of the resources. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1",
    "crm.seed=false", "recovery.tick.enabled=false",
    "spring.main.banner-mode=off", "logging.level.root=warn"})
@Import(StandingClock.class)
abstract class ApiTest {
    static final String PASSWORD = "recovery";

    @LocalServerPort
    int port;
    Client anna;
    Client ben;
    Client carl;
    Client sara;

    @BeforeEach
    void signIn() {
        anna = Client.of(port, "anna", PASSWORD);
        ben = Client.of(port, "ben", PASSWORD);
        carl = Client.of(port, "carl", PASSWORD);
        sara = Client.of(port, "sara", PASSWORD);
    }
}
