package org.servicerecovery.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servicerecovery.deadlines.ClockCase.fell;
import static org.servicerecovery.deadlines.ClockCase.silent;
import static org.servicerecovery.deadlines.ClockCase.writes;
import static org.servicerecovery.desk.Play.ANNA;
import static org.servicerecovery.desk.Play.BOT;
import static org.servicerecovery.desk.Play.MACRO;
import static org.servicerecovery.desk.Play.START;
import static org.servicerecovery.model.RecoveryAction.*;
import static org.servicerecovery.model.Step.*;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.servicerecovery.desk.Play;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Priority;
import org.servicerecovery.playbook.Playbook;

/** Nobody waits unheard: the first response, the acknowledgement, every later message, and the case as a whole. */
final class ResponseClocks {
    private static final Duration LONG = Duration.ofDays(30);

    private ResponseClocks() {
    }

    static List<ClockCase> cases() {
        return List.of(
            new ClockCase("first-response", "A03, every desk: unattended", "falls due by priority, and climbs", ResponseClocks::firstResponseByPriority),
            new ClockCase("first-response", "E23", "is met by a person's holding response", playbook -> {
                Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP);
                silent(writes(play, Channel.EMAIL, SEND_HOLDING_RESPONSE).after(LONG), "first-response");
            }),
            new ClockCase("first-response", "A09", "never runs where a person took the call", playbook -> {
                Play play = Play.on(playbook).byPhone();
                assertFalse(play.clocks().contains("first-response"));
                silent(play.after(LONG), "first-response");
            }),
            new ClockCase("first-response", "B05", "is not met by a machine's message, nor by a change of owner", playbook -> {
                Play play = Play.on(playbook).byEmail().says(BOT, Channel.EMAIL, SEND_AUTOMATIC_REPLY).does(ANNA, TAKE_OWNERSHIP);
                play.says(MACRO, Channel.EMAIL, SEND_AUTOMATIC_REPLY).after(Duration.ofHours(1));
                fell(play, "first-response", START, "PT45M WARNING team", "PT1H BREACH supervisor");
            }),
            new ClockCase("acknowledgement", "B07", "falls due when nobody shows understanding", playbook -> {
                Play play = Play.on(playbook).byPhone().says(ANNA, Channel.PHONE, APOLOGISE).after(LONG);
                fell(play, "acknowledgement", START, "PT8H BREACH supervisor");
            }),
            new ClockCase("acknowledgement", "B07", "is met by the acknowledgement", playbook -> {
                Play play = Play.on(playbook).byPhone().passes(Duration.ofHours(7)).says(ANNA, Channel.PHONE, ACKNOWLEDGE);
                silent(play.after(LONG), "acknowledgement");
            }),
            new ClockCase("recovery", "B06", "falls due by priority, and climbs", ResponseClocks::recoveryByPriority),
            new ClockCase("recovery", "E23", "is met by every end", ResponseClocks::recoveryMetByEveryEnd),
            new ClockCase("recovery", "ends: reopening", "begins anew with a reopening", playbook -> {
                Play play = Play.on(playbook).withdrawn().passes(LONG).reopened();
                var since = play.instant();
                fell(play.after(LONG), "recovery", since, "PT192H WARNING owner", "PT240H BREACH supervisor", "PT360H ESCALATION manager");
            }),
            new ClockCase("customer-waiting", "A05", "unanswered time raises urgency", playbook -> {
                Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP);
                // A holding response stops the response clock, and this one runs on (K8).
                writes(play, Channel.EMAIL, SEND_HOLDING_RESPONSE);
                fell(play.after(LONG), "customer-waiting", START, "PT4H BREACH owner", "PT8H ESCALATION supervisor",
                    "PT16H ESCALATION manager");
            }),
            new ClockCase("customer-waiting", "E23", "is met by an answer, and runs again with the next message", playbook -> {
                Play play = Play.on(playbook).byEmail().does(ANNA, TAKE_OWNERSHIP);
                silent(writes(play, Channel.EMAIL, REMARK).after(LONG), "customer-waiting");
                play.does(MACRO, contacted(Channel.PORTAL));
                var since = play.instant();
                fell(play.after(Duration.ofHours(5)), "customer-waiting", since, "PT4H BREACH owner");
            }),
            new ClockCase("customer-waiting", "A05", "a second message while the first waits gives no new time", playbook -> {
                Play play = Play.on(playbook).byEmail().passes(Duration.ofHours(3)).does(MACRO, contacted(Channel.EMAIL));
                fell(play.after(Duration.ofHours(2)), "customer-waiting", START, "PT4H BREACH owner");
            }),
            new ClockCase("taken-up-again", "A05", "a complaint after the end is heard of until somebody takes it up", playbook -> {
                Play play = Play.on(playbook).withdrawn().does(MACRO, REPORT_RENEWAL).after(LONG);
                fell(play, "taken-up-again", START, "PT4H BREACH supervisor", "PT8H ESCALATION manager");
            }),
            new ClockCase("taken-up-again", "ends: reopening", "is met by reopening", playbook -> {
                Play play = Play.on(playbook).withdrawn().does(MACRO, answered(false, "it broke again")).does(ANNA, reopen(""));
                assertTrue(play.desk.history(Play.CASE).get(play.now().version() - 1).clocks().met().contains("taken-up-again"));
                silent(play.after(LONG), "taken-up-again");
            }));
    }

    private static Play opened(Playbook playbook, Priority priority) {
        return Play.on(playbook).of(priority).opened(MACRO, Channel.PORTAL);
    }

    private static void firstResponseByPriority(Playbook playbook) {
        fell(opened(playbook, Priority.LOW).after(LONG), "first-response", START, "PT3H WARNING team", "PT4H BREACH supervisor",
            "PT8H ESCALATION manager");
        fell(opened(playbook, Priority.NORMAL).after(LONG), "first-response", START, "PT45M WARNING team", "PT1H BREACH supervisor",
            "PT2H ESCALATION manager");
        fell(opened(playbook, Priority.HIGH).after(LONG), "first-response", START, "PT22M30S WARNING team", "PT30M BREACH supervisor",
            "PT1H ESCALATION manager");
        fell(opened(playbook, Priority.URGENT).after(LONG), "first-response", START, "PT11M15S WARNING team", "PT15M BREACH supervisor",
            "PT30M ESCALATION manager");
    }

    private static void recoveryByPriority(Playbook playbook) {
        Map<Priority, String[]> rungs = Map.of(
            Priority.LOW, new String[] {"PT268H48M WARNING owner", "PT336H BREACH supervisor", "PT504H ESCALATION manager"},
            Priority.NORMAL, new String[] {"PT192H WARNING owner", "PT240H BREACH supervisor", "PT360H ESCALATION manager"},
            Priority.HIGH, new String[] {"PT96H WARNING owner", "PT120H BREACH supervisor", "PT180H ESCALATION manager"},
            Priority.URGENT, new String[] {"PT38H24M WARNING owner", "PT48H BREACH supervisor", "PT72H ESCALATION manager"});
        rungs.forEach((priority, expected) -> fell(opened(playbook, priority).after(LONG), "recovery", START, expected));
    }

    private static void recoveryMetByEveryEnd(Playbook playbook) {
        Map<String, UnaryOperator<Play>> ends = new LinkedHashMap<>();
        ends.put("RECOVERED", Play::recovered);
        ends.put("UNANSWERED", Play::unanswered);
        ends.put("UNRECOVERED", Play::unrecovered);
        ends.put("WITHDRAWN", Play::withdrawn);
        ends.put("REFERRED", Play::referred);
        ends.forEach((end, way) -> {
            Play play = way.apply(Play.on(playbook));
            var last = play.desk.history(Play.CASE).get(play.now().version() - 1);
            assertEquals(end, last.to().name());
            assertTrue(last.clocks().met().contains("recovery"), end + " meets it");
            int heard = (int) ClockCase.heard(play, "recovery").count();
            play.after(LONG);
            assertEquals(heard, ClockCase.heard(play, "recovery").count(), end + " stops it");
            assertFalse(play.has(Facts.CUSTOMER_WAITING));
        });
    }
}
