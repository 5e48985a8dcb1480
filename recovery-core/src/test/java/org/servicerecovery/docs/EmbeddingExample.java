package org.servicerecovery.docs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.servicerecovery.ConflictException;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.TickReport;
import org.servicerecovery.diagram.Mermaid;
import org.servicerecovery.figures.FiguresCollector;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.kernel.Offer;
import org.servicerecovery.kernel.Reason;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Duties;
import org.servicerecovery.model.Facts;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryAction;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Traits;
import org.servicerecovery.model.Waiver;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.Authority;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Delivery;
import org.servicerecovery.spi.EscalationHook;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The code that docs/embedding.md shows, between the marks. */
final class EmbeddingExample {
    private EmbeddingExample() {
    }

    /** Stands for the part of a host that writes to customers and to logs. */
    interface Crm {
        void showReasons(List<String> reasons);

        void send(String mailId, String text);

        void log(String text);
    }

    static RecoveryDesk desk(CaseStore store, Executor threads, InstantSource clock, Crm crm) {
        // [desk]
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard())
            .store(store)                                    // until told otherwise in memory
            .authority(Authority.upTo(BigDecimal.valueOf(30)))
            .hook(new LapseHook(crm))
            .executor(threads)                               // where hooks run; until told otherwise on the caller's thread
            .clock(clock)
            .build();
        desk.toothless().forEach(rule -> crm.log("bites only if somebody attests: " + rule));
        // [/desk]
        return desk;
    }

    // [hook]
    record LapseHook(Crm crm) implements EscalationHook {
        @Override
        public String name() {
            return "lapses";
        }

        @Override
        public void deliver(Delivery delivery) {
            if (delivery.event().action() instanceof Actions.Lapse lapse) {
                crm.log(delivery.key() + ": " + lapse.audience() + " must hear that " + lapse.deadline() + " was due at " + lapse.due());
            }
        }
    }
    // [/hook]

    static Decision mailArrives(RecoveryDesk desk, String messageId, Instant sentAt) {
        // [open]
        Actor inbox = Actor.macro("inbox");
        Decision opened = desk.open("case-" + messageId, Command.does(inbox,
                new Actions.Open("customer-7", "The parcel came broken.", Channel.EMAIL, Priority.HIGH, "parcels"),
                RecoveryAction.issue("the lamp in the parcel is broken"))
            .identified(messageId)      // the mail delivered twice opens one case
            .occurred(sentAt));         // deadlines count from when it happened
        // [/open]
        return opened;
    }

    static Decision adopt(RecoveryDesk desk, Actor carol, Instant nextMonday) {
        // [adopt]
        Decision adopted = desk.adopt("ticket-9", Command.does(carol, new Actions.Adopt("customer-8", "The invoice is wrong.",
            Channel.PHONE, Priority.NORMAL, "billing", "anna",
            Set.of(Facts.OWNER_NAMED, Facts.FIRST_RESPONSE_GIVEN, Facts.APOLOGY_GIVEN),
            List.of(new Duties.TakeOn(Step.SCHEDULE_FOLLOW_UP, "anna", "tell her what accounting found", nextMonday)))));
        // [/adopt]
        return adopted;
    }

    static Decision answer(RecoveryDesk desk, Crm crm, Actor anna, String caseId, String draft, String mailId, Instant tomorrow) {
        // [answer]
        Command mail = Command.says(anna, Channel.EMAIL, draft, List.of(
                RecoveryAction.of(Step.TAKE_OWNERSHIP),
                RecoveryAction.followUp(anna.id(), "tell her what the warehouse found", tomorrow),
                RecoveryAction.of(Step.APOLOGISE), RecoveryAction.of(Step.STATE_OWNERSHIP)))
            .attesting(Traits.APOLOGY_WORDS, Traits.FIRST_PERSON, Traits.NAMES_PROBLEM, Traits.UNCONDITIONAL, Traits.COMMITS_TO_HELP)
            .identified(mailId);

        Decision maybe = desk.preview(caseId, mail);                   // while the agent writes: nothing is written
        if (!maybe.isPermitted()) {
            crm.showReasons(maybe.reasons().stream().map(Object::toString).toList());
        }

        Decision done = desk.perform(caseId, mail);                    // when the agent sends it
        if (done.isPermitted()) {
            crm.send(mailId, draft);
        }
        // [/answer]
        return done;
    }

    static List<String> buttons(RecoveryDesk desk, String caseId, Actor anna) {
        List<String> buttons = new ArrayList<>();
        Set<Step> shown = EnumSet.of(Step.ESCALATE, Step.STATE_OWNERSHIP, Step.CONFIRM_STORY);
        // [offers]
        for (Offer offer : desk.offers(caseId, anna)) {
            if (shown.contains(offer.step())) {
                buttons.add(offer.step() + " " + offer.status() + " " + offer.reasons().stream().map(Reason::rule).toList());
            }
        }
        // [/offers]
        return buttons;
    }

    static String stale(RecoveryDesk desk, String caseId, Actor anna) {
        // [version]
        RecoveryCase seen = desk.find(caseId).orElseThrow();
        // … anna looks at it, and meanwhile a colleague escalates …
        desk.perform(caseId, Command.does(Actor.agent("ben"), RecoveryAction.note(Step.ESCALATE, "she called the press")));
        try {
            desk.perform(caseId, seen.version(), Command.does(anna, RecoveryAction.mood(Mood.CALM)));
        } catch (ConflictException e) {
            return e.getMessage();      // load again and let anna decide again
        }
        // [/version]
        return "";
    }

    static Decision waive(RecoveryDesk desk, String caseId, Actor anna) {
        // [waiver]
        Command confirm = Command.does(anna, RecoveryAction.of(Step.CONFIRM_STORY))
            .waiving(new Waiver("open-questions", Actor.supervisor("carol"), "she told it all unasked"));
        Decision decision = desk.perform(caseId, confirm);
        // [/waiver]
        return decision;
    }

    static ScheduledExecutorService schedule(RecoveryDesk desk, Crm crm) {
        // [tick]
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        scheduler.scheduleWithFixedDelay(() -> {
            try {
                TickReport report;
                do {
                    report = desk.tick(500);
                    report.problems().forEach(crm::log);
                } while (report.more() && report.problems().isEmpty());
            } catch (RuntimeException e) {
                crm.log("The tick failed: " + e);      // the scheduler would silently stop calling what throws
            }
        }, 0, 30, TimeUnit.SECONDS);
        // [/tick]
        return scheduler;
    }

    // [spring]
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Ticking {
        private final RecoveryDesk desk;
        private final Crm crm;

        Ticking(RecoveryDesk desk, Crm crm) {
            this.desk = desk;
            this.crm = crm;
        }

        @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
        void tick() {
            TickReport report;
            do {
                report = desk.tick(500);
                report.problems().forEach(crm::log);
            } while (report.more() && report.problems().isEmpty());
        }
    }
    // [/spring]

    // [table]
    static final String SCHEDULED_TASKS = """
        CREATE TABLE scheduled_tasks (
            task_name VARCHAR(100), task_instance VARCHAR(100), task_data BLOB, execution_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
            picked BOOLEAN NOT NULL, picked_by VARCHAR(50), last_success TIMESTAMP(6) WITH TIME ZONE, last_failure TIMESTAMP(6) WITH TIME ZONE,
            consecutive_failures INT, last_heartbeat TIMESTAMP(6) WITH TIME ZONE, version BIGINT NOT NULL,
            PRIMARY KEY (task_name, task_instance))
        """;
    // [/table]

    static Scheduler schedule(DataSource database, RecoveryDesk desk, Crm crm) {
        // [dbScheduler]
        RecurringTask<Void> tick = Tasks.recurring("recovery-tick", FixedDelay.ofSeconds(30)).execute((task, context) -> {
            TickReport report;
            do {
                report = desk.tick(500);
                report.problems().forEach(crm::log);
            } while (report.more() && report.problems().isEmpty());
        });
        Scheduler scheduler = Scheduler.create(database).startTasks(tick).threads(1).build();
        scheduler.start();
        // [/dbScheduler]
        return scheduler;
    }

    static String story(RecoveryDesk desk, String caseId) {
        // [story]
        String picture = Mermaid.sequence(desk.history(caseId));
        // [/story]
        return picture;
    }

    static RecoveryFigures figures(CaseStore store, List<Decision> refused, Crm crm) {
        // [figures]
        FiguresCollector collector = RecoveryFigures.collector();
        collector.trendAt(5, Duration.ofDays(30), trend -> crm.log(trend.cause() + ": " + trend.caseIds().size() + " cases"));
        store.histories(CaseQuery.all()).forEach(collector::add);
        refused.forEach(collector::refused);              // they are in no history: keep those that you want to count
        RecoveryFigures figures = collector.figures();
        crm.log(figures.report());
        // [/figures]
        return figures;
    }
}
