package org.servicerecovery.spring;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.PlaybookId;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.servicerecovery.model.Transition;
import org.servicerecovery.spi.Engine;
import org.springframework.statemachine.config.ObjectStateMachineFactory;

/**
 * Runs a desk's cases on Spring Statemachine: every decided step is sent to a machine whose transitions are the playbook's rows, and the
 * command is written only if the machine took the decided rows, in order, and arrived in the decided state.
 *
 * <p>The decision is the kernel's alone. What the engine adds is a host's own listeners and actions, see {@link MachineCustomizer}, and
 * whatever else hosts do with Spring Statemachine. They run before the write and are speculative: side effects belong into hooks.
 *
 * <p>Safe for many threads, reactive ones among them: it waits for nothing. No machine belongs to a case: a few are kept per playbook, about as many as
 * there were commands at the same time, and set to where a case stands. A desk prepares it when it is built; one engine may serve several desks.
 */
public final class SpringEngine implements Engine {
    /** More than this many commands at once make machines that are thrown away afterwards; each takes about half a megabyte. */
    private static final int KEPT = 32;

    private final List<MachineCustomizer> customizers;
    private final Map<PlaybookId, Pool> pools = new ConcurrentHashMap<>();

    /**
     * An engine for any number of playbooks.
     *
     * @param customizers a host's own listeners and actions, asked in this order
     */
    public SpringEngine(MachineCustomizer... customizers) {
        this.customizers = List.of(customizers);
    }

    private record Pool(ObjectStateMachineFactory<RecoveryState, Step> factory, Queue<Walker> idle) {
        Walker take() {
            Walker walker = idle.poll();
            return walker != null ? walker : new Walker(factory);
        }
    }

    @Override
    public void prepare(PlaybookId playbook, List<Transition> rows) {
        pools.computeIfAbsent(playbook, id -> new Pool(new MachineTable(rows, customizers).factory(context -> {
        }), new LinkedBlockingQueue<>(KEPT)));
    }

    /**
     * Takes the decided rows.
     *
     * @param before  the case as it stood
     * @param decided the events about to be written, in order
     * @param after   the case as it will stand
     * @throws EngineDivergedException if the machine took another way, or the engine was not prepared for the playbook
     * @throws RuntimeException        whatever a host's own action threw
     */
    @Override
    public void walk(RecoveryCase before, List<CaseEvent> decided, RecoveryCase after) {
        PlaybookId playbook = decided.get(0).playbook();
        Pool pool = pools.get(playbook);
        if (pool == null) {
            throw new EngineDivergedException("The Spring engine does not know the rows of playbook " + playbook
                + ". Give it to the desk with engine(…), which prepares it for every playbook that the desk has.");
        }
        Walker walker = pool.take();
        walker.walk(before, decided);
        // One that failed is not given back: its machine may be anywhere.
        pool.idle().offer(walker);
    }
}
