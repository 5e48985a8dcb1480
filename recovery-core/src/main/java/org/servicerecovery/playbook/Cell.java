package org.servicerecovery.playbook;

import java.util.ArrayList;
import java.util.List;
import org.servicerecovery.model.Level;
import org.servicerecovery.playbook.CompiledGuardrail.Combined;

/**
 * What one team's playbook says about one step in one state: the rows that may take it, and the guardrails that watch it.
 * This is the row evaluation that kernel and proof share. Immutable.
 */
public final class Cell {
    private final CompiledRow[] rows;
    private final List<CompiledGuardrail> refusing;
    private final List<CompiledGuardrail> telling;
    private final Combined refusal;
    private final Combined advice;
    private final Combined shadow;

    Cell(List<CompiledRow> rows, List<CompiledGuardrail> refusing, List<CompiledGuardrail> telling) {
        this.rows = rows.toArray(CompiledRow[]::new);
        this.refusing = List.copyOf(refusing);
        this.telling = List.copyOf(telling);
        this.refusal = CompiledGuardrail.combine(refusing);
        this.advice = CompiledGuardrail.combine(of(Level.ADVISE));
        this.shadow = CompiledGuardrail.combine(of(Level.SHADOW));
    }

    /**
     * The row that takes the step.
     *
     * @param f0 facts, bits 0 to 63
     * @param f1 facts, bits 64 to 127
     * @param t0 traits, bits 0 to 63
     * @param t1 traits, bits 64 to 127
     * @return null if there is none; never more than one applies
     */
    public CompiledRow row(long f0, long f1, long t0, long t1) {
        for (CompiledRow row : rows) {
            if (row.applies(f0, f1, t0, t1)) {
                return row;
            }
        }
        return null;
    }

    /**
     * Whether any guardrail refuses.
     *
     * @param f0 facts, bits 0 to 63
     * @param f1 facts, bits 64 to 127
     * @param t0 traits, bits 0 to 63
     * @param t1 traits, bits 64 to 127
     * @return true if at least one is violated
     */
    public boolean refuses(long f0, long f1, long t0, long t1) {
        return refusal.anyViolated(f0, f1, t0, t1);
    }

    /**
     * The guardrails that advise or are only recorded, and are violated.
     *
     * @param level ADVISE or SHADOW
     * @param f0    facts, bits 0 to 63
     * @param f1    facts, bits 64 to 127
     * @param t0    traits, bits 0 to 63
     * @param t1    traits, bits 64 to 127
     * @return their ids, in the order of the playbook
     */
    public List<String> violated(Level level, long f0, long f1, long t0, long t1) {
        if (telling.isEmpty() || !(level == Level.ADVISE ? advice : shadow).anyViolated(f0, f1, t0, t1)) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(2);
        for (CompiledGuardrail rule : telling) {
            if (rule.source().level() == level && rule.violated(f0, f1, t0, t1)) {
                ids.add(rule.source().id());
            }
        }
        return List.copyOf(ids);
    }

    private List<CompiledGuardrail> of(Level level) {
        return telling.stream().filter(rule -> rule.source().level() == level).toList();
    }

    /**
     * The rows, in the order of the playbook.
     *
     * @return an immutable list
     */
    public List<CompiledRow> rows() {
        return List.of(rows);
    }

    /**
     * The guardrails that refuse.
     *
     * @return an immutable list in the order of the playbook
     */
    public List<CompiledGuardrail> refusing() {
        return refusing;
    }

    /**
     * The guardrails that advise or are only recorded.
     *
     * @return an immutable list in the order of the playbook
     */
    public List<CompiledGuardrail> telling() {
        return telling;
    }
}
