package org.servicerecovery.examples.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.memory.InMemoryCaseStore;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.playbooks.Playbooks;
import org.servicerecovery.spi.CaseStore;
import org.servicerecovery.spi.Loaded;

/**
 * How many bytes an open case takes in the store in memory. The heap is compared before and after many cases were brought
 * to the same point of the story through the desk; then their snapshots alone are put into a store without the log.
 * Command ids and texts are the host's and are not counted: all cases share them. Everything else is each case's own.
 *
 * @param snapshot snapshot and index of one case, with its id
 * @param clocks   how many clocks run on it
 * @param event    each event in the log beside them
 */
record Memory(long snapshot, int clocks, long event) {
    private static final int CASES = 50_000;
    /** So many of the story's commands were performed: in the middle of the first conversation. */
    private static final int TOLD = 15;
    private static final Instant DUE = Instant.now().plus(Duration.ofDays(300));

    /** Measures. Takes some seconds. */
    static Memory measured() {
        play(RecoveryDesk.inMemory(Playbooks.standard()), "to load the classes");
        long before = used();
        CaseStore store = new InMemoryCaseStore();
        RecoveryDesk desk = RecoveryDesk.builder(Playbooks.standard()).store(store).build();
        for (int i = 0; i < CASES; i++) {
            play(desk, "case-" + i);
        }
        long all = used() - before;
        CaseStore snapshots = new InMemoryCaseStore();
        for (int i = 0; i < CASES; i++) {
            RecoveryCase seen = store.load("case-" + i).orElseThrow();
            snapshots.append(Loaded.none(RecoveryCase.blank(seen.id(), seen.playbook(), seen.vocabulary())), List.of(), seen, List.of());
        }
        // The logs are let go.
        desk = null;
        store = null;
        long alone = used() - before;
        int clocks = snapshots.load("case-0").orElseThrow().deadlines().size();
        return new Memory(alone / CASES, clocks, (all - alone) / CASES / TOLD);
    }

    private static void play(RecoveryDesk desk, String id) {
        List<Command> story = Story.commands(DUE);
        desk.open(id, story.get(0)).orThrow();
        for (Command command : story.subList(1, TOLD)) {
            desk.perform(id, command).orThrow();
        }
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
