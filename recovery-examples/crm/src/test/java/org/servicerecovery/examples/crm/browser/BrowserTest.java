package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Trait;
import org.servicerecovery.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The application on a port, with an H2 file of its own, where time stands still; and browser windows that look at it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:file:./target/browser/${random.uuid};WRITE_DELAY=0", "crm.seed=false", "recovery.tick.enabled=false",
    "spring.main.banner-mode=off", "logging.level.root=warn", "logging.level.org.openqa.selenium.devtools=error"})
@Import(Afternoon.class)
abstract class BrowserTest {
    @LocalServerPort
    private int port;
    @RegisterExtension
    final Windows windows = new Windows(() -> port);
    @Autowired
    Cases cases;
    @Autowired
    People people;
    @Autowired
    RecoveryDesk desk;
    @Autowired
    SettableClock clock;

    @BeforeAll
    static void browserRequired() {
        Chromium.required();
    }

    Person person(String who) {
        return people.find(who).orElseThrow();
    }

    /** Somebody takes the call of an irate customer, and owns the case. */
    String irateCall(String who, String customer) {
        return opened(person(who).actor(), customer, Channel.PHONE, Mood.IRATE);
    }

    /** An e-mail that nobody has taken yet. */
    String email(String customer) {
        return opened(Actor.macro("inbox"), customer, Channel.EMAIL, Mood.UPSET);
    }

    private String opened(Actor actor, String customer, Channel channel, Mood mood) {
        String id = cases.idFor(person("anna"), UUID.randomUUID().toString());
        String problem = "Both lamps arrived broken.";
        desk.open(id, Command.does(actor, new Actions.Open(customer, problem, channel, Priority.HIGH, "shop"), RecoveryAction.issue(problem),
            RecoveryAction.mood(mood))).orThrow();
        return id;
    }

    /** Done without the pages, to have a case to begin with; all that the rules want vouched for is. */
    void does(String who, String caseId, RecoveryAction... actions) {
        done(caseId, Command.does(person(who).actor(), actions));
    }

    void says(String who, String caseId, String words, Step... acts) {
        done(caseId, Command.says(person(who).actor(), Channel.PHONE, words, acts));
    }

    private void done(String caseId, Command command) {
        Set<Step> steps = command.actions().stream().map(RecoveryAction::step).collect(Collectors.toSet());
        Trait[] wanted = desk.playbook().definition().guardrails().stream().filter(rule -> rule.watches().stream().anyMatch(steps::contains))
            .flatMap(rule -> Stream.concat(rule.needsAll().stream(), rule.needsAny().stream()))
            .filter(Trait.class::isInstance).map(Trait.class::cast).filter(Trait::attestable).distinct().toArray(Trait[]::new);
        desk.perform(caseId, command.attesting(wanted)).orThrow();
    }

    /** The steps on record, in order. */
    List<Step> steps(String caseId) {
        return desk.history(caseId).stream().map(CaseEvent::step).toList();
    }

    int version(String caseId) {
        return desk.find(caseId).orElseThrow().version();
    }

    static void assertDone(Window window) {
        assertTrue(window.text("notice").startsWith("Done, and on record."), () -> window.text("notice"));
    }

    static String at(String caseId) {
        return "/cases/" + caseId;
    }
}
