package org.servicerecovery.examples.walkthrough;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.servicerecovery.examples.walkthrough.CaseFileException.Place;
import org.servicerecovery.figures.RecoveryFigures;
import org.servicerecovery.jdbc.BrokenLink;
import org.servicerecovery.jdbc.JdbcCaseStore;
import org.servicerecovery.model.Actions;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Catalogue;
import org.servicerecovery.model.Message;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.spi.CaseCount;
import org.servicerecovery.spi.CaseQuery;
import org.servicerecovery.spi.CaseSummary;

/** Tells of the cases that earlier runs kept. They have offsets of their own, so that all times are in UTC. */
final class Bookkeeper {
    static final int PAGE = 20;
    private static final String OPEN = "open";
    private static final String ROW = "  %-22s %-12s %-10s %-18s %-21s %7s";

    private final JdbcCaseStore store;
    private final Kept kept;
    private final PrintStream out;
    private final Page page;
    private final Phrases phrases = new Phrases(ZoneOffset.UTC);

    Bookkeeper(Kept kept, PrintStream out) {
        this.kept = kept;
        this.store = kept.store();
        this.out = out;
        this.page = new Page(out);
    }

    /** Lists them, a page at a time. */
    void cases(Arguments asked) {
        CaseQuery query = query(asked);
        List<CaseSummary> lines = store.find(query.atMost(PAGE + 1));
        long all = store.counts().stream().mapToLong(CaseCount::cases).sum();
        page.text("", "Kept in " + kept.file() + ": " + count(all, "case") + ".");
        if (lines.isEmpty()) {
            page.text("", all == 0 ? "" : "None of them is asked for here.");
            return;
        }
        page.blank();
        row("case", "state", "owner", "customer", "next due (UTC)", "entries");
        lines.stream().limit(PAGE).forEach(line -> row(line.id(), line.state(), line.owner().isEmpty() ? "-" : line.owner(), line.customer(),
            line.nextDue().equals(Instant.MAX) ? "-" : phrases.time(line.nextDue()), line.version()));
        page.blank();
        page.text("", lines.size() <= PAGE ? "\"history CASE\" tells one of them." : "The next ones: cases" + asked.filters()
            + " --after " + lines.get(PAGE - 1).id());
    }

    private void row(Object... cells) {
        out.println(String.format(Locale.ROOT, ROW, cells).stripTrailing());
    }

    private CaseQuery query(Arguments asked) {
        CaseQuery query = CaseQuery.all();
        Optional<String> state = asked.option(Arguments.STATE);
        if (state.isPresent()) {
            query = state.get().equals(OPEN) ? query.open() : query.in(state(state.get()));
        }
        if (asked.option(Arguments.OWNER).isPresent()) {
            query = query.ownedBy(asked.option(Arguments.OWNER).get());
        }
        return asked.option(Arguments.AFTER).isPresent() ? query.after(CaseSummary.of(find("cases", asked.option(Arguments.AFTER).get()))) : query;
    }

    private static RecoveryState state(String written) {
        List<String> states = Arrays.stream(RecoveryState.values()).map(RecoveryState::name).toList();
        if (!states.contains(Words.constant(written))) {
            throw new CaseFileException(Place.of("cases"), "There is no state \"" + written + "\". "
                + Words.remedy(written, Stream.concat(Stream.of(OPEN), states.stream().map(Words::plain)).toList()));
        }
        return RecoveryState.valueOf(Words.constant(written));
    }

    private RecoveryCase find(String command, String id) {
        return store.load(id).orElseThrow(() -> new CaseFileException(Place.of(command), "No case \"" + id + "\" is kept in " + kept.file()
            + ". \"cases\" lists those that are."));
    }

    /** Tells what happened to one of them, as it is recorded. */
    void history(String id) {
        RecoveryCase seen = find("history", id);
        page.heading(id);
        page.text("", "Customer: " + seen.data().customer() + ". Playbook: " + seen.playbook() + ". Times are in UTC.");
        String command = "";
        Optional<RecoveryState> state = Optional.empty();
        for (CaseEvent event : store.history(id)) {
            if (!event.commandId().equals(command)) {
                command = event.commandId();
                page.blank();
                page.text("", phrases.time(event.occurredAt()) + "  " + who(event)
                    + event.message().map(message -> ", " + phrases.on(message.channel())).orElse(""));
                page.text("  ", event.message().map(Message::text).map(text -> "\"" + text.strip().replaceAll("\\s+", " ") + "\"").orElse(""));
            }
            page.text("  ", event.sequence() + ". " + told(event) + (state.equals(Optional.of(event.to())) ? "" : " -> " + event.to()));
            state = Optional.of(event.to());
        }
        page.blank();
        page.text("", "It is " + seen.state() + (seen.data().owner().isEmpty() ? "" : ", owned by " + seen.data().owner()) + ", after "
            + (seen.version() == 1 ? "1 entry" : seen.version() + " entries") + ".");
    }

    /** What the customer does is reported, and not by anybody who acts. */
    private String who(CaseEvent event) {
        Actor actor = event.actor();
        return event.action() instanceof Actions.Lapse ? "the clock" : actor.kind() == Actor.Kind.SYSTEM ? "reported"
            : actor.id() + " (" + phrases.role(actor) + ")";
    }

    private String told(CaseEvent event) {
        String more = phrases.more(event.action());
        if (event.action() instanceof Actions.Lapse lapse) {
            String key = "deadline." + lapse.deadline();
            more = (Catalogue.has(key) ? Catalogue.text(key) : lapse.deadline()) + ", " + phrases.word(lapse.kind().name());
        }
        return phrases.step(event.action()) + (more.isEmpty() ? "" : ": " + more);
    }

    /**
     * Looks whether anything was changed since it was written.
     *
     * @return what was; empty if nothing
     */
    Optional<String> audit() {
        long all = 0;
        List<BrokenLink> broken = new ArrayList<>();
        CaseQuery pages = CaseQuery.all().withArchived();
        for (List<CaseSummary> lines = store.find(pages); !lines.isEmpty(); lines = store.find(pages.after(lines.get(lines.size() - 1)))) {
            all += lines.size();
            lines.forEach(line -> store.verifyHistory(line.id()).ifPresent(broken::add));
        }
        page.text("", "Every entry's hash covers the one before it. Audited: " + count(all, "case") + " in " + kept.file() + ".");
        if (broken.isEmpty()) {
            page.text("", "Every history is as it was written.");
            return Optional.empty();
        }
        broken.forEach(link -> page.text("  ", "- " + link.caseId() + ", entry " + link.sequence() + ": " + link.problem()));
        return Optional.of(kept.file() + ": " + count(broken.size(), "case") + " of " + all + " not as written. Compare with a backup.");
    }

    /** The figures over all of them. Refusals are in no history. */
    void figures() {
        out.print(RecoveryFigures.of(store).report());
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
