package org.servicerecovery.docs;

import static java.time.DayOfWeek.SATURDAY;
import static org.servicerecovery.model.Deadline.Rung.Kind.BREACH;
import static org.servicerecovery.model.Deadline.Rung.Kind.WARNING;
import static org.servicerecovery.model.Facts.FIRST_RESPONSE_GIVEN;
import static org.servicerecovery.model.Facts.OPENED;
import static org.servicerecovery.model.Step.CLOSE_AS_RECOVERED;
import static org.servicerecovery.model.Step.CLOSE_AS_REFERRED;
import static org.servicerecovery.model.Step.CLOSE_AS_UNANSWERED;
import static org.servicerecovery.model.Step.CLOSE_AS_UNRECOVERED;
import static org.servicerecovery.model.Step.CLOSE_AS_WITHDRAWN;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.servicerecovery.Migration;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.calendar.OpeningHours;
import org.servicerecovery.jdbc.BrokenLink;
import org.servicerecovery.jdbc.Erased;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Objection;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Deadline;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Span;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.BusinessCalendar;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseSummary;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.webhook.Webhook;
import org.servicerecovery.webhook.WebhookSignature;

/** What docs/keeping-cases.md shows. */
final class KeepingExample {
    private KeepingExample() {
    }

    static JdbcCaseStore embedded(Path folder) {
        // [embedded]
        JdbcCaseStore store = JdbcCaseStore.inFile(folder.resolve("cases"));      // makes cases.mv.db; close it when the process ends
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(store).build();
        // [/embedded]
        desk.tick();
        return store;
    }

    static RecoveryDesk shared(DataSource pool, Playbook playbook, Executor threads) {
        // [shared]
        JdbcCaseStore.createSchema(pool);          // or give the script in the jar to Flyway or Liquibase
        RecoveryDesk desk = RecoveryDesk.builder(playbook)
            .store(JdbcCaseStore.over(pool))
            .executor(threads)                     // hooks run there, so that one that hangs holds up no agent
            .claimsLast(Duration.ofMinutes(2))     // what a node had claimed when it died, another does after that
            .build();
        // [/shared]
        return desk;
    }

    static Decision joining(DataSource pool, JdbcCaseStore store, RecoveryDesk desk, String caseId, Command command) throws SQLException {
        // [joining]
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            // … the host's own writes on the connection …
            Decision decision = store.joining(connection, () -> desk.perform(caseId, command));
            connection.commit();                   // now, or not at all: both go together
            return decision;
        }
        // [/joining]
    }

    static List<String> lists(JdbcCaseStore store, Instant now) {
        // [lists]
        CaseQuery late = CaseQuery.all().open().ownedBy("anna").atLeast(Mood.IRATE).dueBy(now).dueFirst().atMost(50);
        List<CaseSummary> page = store.find(late);
        List<CaseSummary> next = page.isEmpty() ? page : store.find(late.after(page.get(page.size() - 1)));
        // [/lists]
        List<String> ids = new ArrayList<>();
        page.forEach(line -> ids.add(line.id()));
        next.forEach(line -> ids.add(line.id()));
        return ids;
    }

    static List<BrokenLink> upkeep(JdbcCaseStore store, Instant now, String customer) {
        // [upkeep]
        int archived = store.archive(now.minus(Duration.ofDays(365)));          // ended and untouched for a year
        Erased erased = store.eraseCustomer(customer);                          // erased.open() names what is still under way
        List<BrokenLink> broken = store.find(CaseQuery.all().withArchived()).stream()
            .flatMap(line -> store.verifyHistory(line.id()).stream()).toList();
        // [/upkeep]
        assert archived >= 0 && erased != null;
        return broken;
    }

    static int letters(RecoveryDesk desk) {
        // [letters]
        for (Delivery letter : desk.deadLetters(100)) {
            System.err.println(letter.key() + " failed " + letter.attempts() + " times: " + letter.problem());
            desk.release(letter);                  // tried again at the next tick; desk.discard(letter) gives it up
        }
        // [/letters]
        return desk.deadLetters(100).size();
    }

    static BusinessCalendar office() {
        // [calendar]
        BusinessCalendar office = OpeningHours.named("office", ZoneId.of("Europe/Berlin"))
            .onWeekdays("08:00-18:00").open(SATURDAY, "09:00-13:00").breaks("12:00-12:30")
            .holidays(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26)).open(LocalDate.of(2026, 12, 24), "08:00-12:00")
            .build();
        // [/calendar]
        return office;
    }

    static Playbook ours() {
        // [deadlines]
        Playbook ours = Playbooks.like(Playbooks.standard(), "our-bank", "2").deadlines(List.of(
            Deadline.named("first-answer").startsWhen(OPENED).metWhen(FIRST_RESPONSE_GIVEN)
                .by("office").within(Span.of(Duration.ofHours(4))).at(75, WARNING, "team").at(100, BREACH, "supervisor").from("handbook 2"),
            Deadline.named("eight-weeks").startsWhen(OPENED)      // the law's clock: it never pauses
                .metWith(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_WITHDRAWN, CLOSE_AS_REFERRED)
                .by("office").within(Span.weeks(8)).at(90, WARNING, "owner").at(100, BREACH, "manager").from("DISP 1.6"),
            Deadline.named("our-work").startsWhen(OPENED)         // ours: it pauses while the customer has the ball
                .metWith(CLOSE_AS_RECOVERED, CLOSE_AS_UNRECOVERED, CLOSE_AS_UNANSWERED, CLOSE_AS_WITHDRAWN, CLOSE_AS_REFERRED)
                .by("office").within(Span.businessDays(10)).pausedWhile("answer").at(100, BREACH, "supervisor").from("handbook 3")))
            .build();
        // [/deadlines]
        return ours;
    }

    static Decision migrate(RecoveryDesk desk, String caseId, Actor supervisor) {
        // [migrate]
        Migration migration = desk.previewMigration(caseId);        // every event is judged again, and nothing is written
        for (Objection objection : migration.objections()) {
            System.err.println(objection.sequence() + " " + objection.step() + ": " + objection.rules() + " " + objection.why());
        }
        Decision moved = desk.migrate(migration, supervisor, "version 2 is in force since March", "move-" + caseId);
        // [/migrate]
        return moved;
    }

    static Webhook webhook(URI address, String secret) {
        // [webhook]
        Webhook pager = Webhook.to("pager", address)
            .secrets(secret)                       // whsec_ and 24 to 64 random bytes in base64
            .clock(InstantSource.system())
            .build();
        // [/webhook]
        return pager;
    }

    static boolean receive(String secret, String id, String timestamp, byte[] body, String signature, Instant now) {
        // [receive]
        boolean genuine = WebhookSignature.of(secret).verify(id, timestamp, body, signature, now);       // false: answer 401
        // [/receive]
        return genuine;
    }
}
