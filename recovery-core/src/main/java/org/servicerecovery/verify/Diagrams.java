package org.servicerecovery.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reduced ordered binary decision diagrams (Bryant 1986): sets of configurations as shared graphs. A diagram is the number of
 * its root; equal sets have equal numbers. Variables are small numbers; who makes the sets says which is what. Not for use by
 * several threads.
 */
final class Diagrams {
    static final int EMPTY = 0;
    static final int ALL = 1;
    private static final int LEAF = Integer.MAX_VALUE;
    private static final int FAR = 1 << 20;
    private static final int AND = 1;
    private static final int OR = 2;
    private static final int WITHOUT = 3;

    private final int most;
    private int[] variable = new int[1 << 12];
    private int[] low = new int[1 << 12];
    private int[] high = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int[] buckets = new int[1 << 12];
    private int size = 2;
    private int[] cache = new int[4 << 16];

    /**
     * @param most how many nodes at the most, before it gives up
     */
    Diagrams(int most) {
        this.most = most;
        variable[EMPTY] = LEAF;
        variable[ALL] = LEAF;
        Arrays.fill(buckets, -1);
    }

    /** The diagrams grew beyond their bounds. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Integer> thickest;

        TooLarge(int nodes, List<Integer> thickest) {
            super("more than " + nodes + " nodes");
            this.thickest = thickest;
        }

        /** The variables on which most nodes branch. */
        List<Integer> thickest() {
            return thickest;
        }
    }

    int size() {
        return size;
    }

    /** Everything in which the variable has the value. */
    int literal(int var, boolean value) {
        return value ? node(var, EMPTY, ALL) : node(var, ALL, EMPTY);
    }

    int and(int one, int other) {
        return apply(AND, one, other);
    }

    int or(int one, int other) {
        return apply(OR, one, other);
    }

    int without(int one, int other) {
        return apply(WITHOUT, one, other);
    }

    int not(int diagram) {
        return apply(WITHOUT, ALL, diagram);
    }

    /** Forgets variables: everything that agrees with a member on all the others. */
    int forget(int diagram, BitSet vars) {
        return vars.isEmpty() ? diagram : walk(diagram, vars.length(), new IntMap(),
            (var, without, with) -> vars.get(var) ? or(without, with) : node(var, without, with));
    }

    /** Every member, with any of the variables made true. */
    int raised(int diagram, BitSet vars) {
        return vars.isEmpty() ? diagram : walk(diagram, vars.length(), new IntMap(),
            (var, without, with) -> node(var, without, vars.get(var) ? or(without, with) : with));
    }

    /** Every member, with any of the variables made false. */
    int lowered(int diagram, BitSet vars) {
        return vars.isEmpty() ? diagram : walk(diagram, vars.length(), new IntMap(),
            (var, without, with) -> node(var, vars.get(var) ? or(without, with) : without, with));
    }

    /** What remains to be asked when some variables are known. */
    int given(int diagram, BitSet ones, BitSet zeros) {
        int end = Math.max(ones.length(), zeros.length());
        return end == 0 ? diagram : given(diagram, ones, zeros, end, new IntMap());
    }

    private int given(int diagram, BitSet ones, BitSet zeros, int end, IntMap done) {
        int var = variable[diagram];
        if (var >= end) {
            return diagram;
        }
        int known = done.get(diagram);
        if (known >= 0) {
            return known;
        }
        int result;
        if (ones.get(var)) {
            result = given(high[diagram], ones, zeros, end, done);
        } else if (zeros.get(var)) {
            result = given(low[diagram], ones, zeros, end, done);
        } else {
            int without = given(low[diagram], ones, zeros, end, done);
            result = node(var, without, given(high[diagram], ones, zeros, end, done));
        }
        done.put(diagram, result);
        return result;
    }

    /** The same set in these diagrams. */
    int copied(Diagrams from, int diagram, IntMap done) {
        if (diagram <= ALL) {
            return diagram;
        }
        int known = done.get(diagram);
        if (known < 0) {
            int without = copied(from, from.low[diagram], done);
            known = node(from.variable[diagram], without, copied(from, from.high[diagram], done));
            done.put(diagram, known);
        }
        return known;
    }

    /** The variables on which membership depends. */
    BitSet support(int diagram) {
        BitSet support = new BitSet();
        support(diagram, support, new IntMap());
        return support;
    }

    private void support(int diagram, BitSet support, IntMap done) {
        if (diagram > ALL && done.get(diagram) < 0) {
            done.put(diagram, diagram);
            support.set(variable[diagram]);
            support(low[diagram], support, done);
            support(high[diagram], support, done);
        }
    }

    /** What remains of a set when the values of the first variables are those of a member. */
    int below(int diagram, BitSet member, int first) {
        int at = diagram;
        while (variable[at] < first) {
            at = member.get(variable[at]) ? high[at] : low[at];
        }
        return at;
    }

    /** How a node is made anew from what became of its branches. */
    private interface Remake {
        int node(int var, int without, int with);
    }

    private int walk(int diagram, int end, IntMap done, Remake remake) {
        if (variable[diagram] >= end) {
            return diagram;
        }
        int known = done.get(diagram);
        if (known >= 0) {
            return known;
        }
        int without = walk(low[diagram], end, done, remake);
        int with = walk(high[diagram], end, done, remake);
        int result = remake.node(variable[diagram], without, with);
        done.put(diagram, result);
        return result;
    }

    /** How many assignments of the variables the set has. */
    double count(int diagram, BitSet vars) {
        return count(diagram, vars, vars.nextSetBit(0), new HashMap<>());
    }

    private double count(int diagram, BitSet vars, int from, Map<Long, Double> done) {
        if (diagram == EMPTY) {
            return 0;
        }
        if (from < 0) {
            return 1;
        }
        long key = (long) diagram << 9 | from;
        Double known = done.get(key);
        if (known == null) {
            int rest = vars.nextSetBit(from + 1);
            known = variable[diagram] == from ? count(low[diagram], vars, rest, done) + count(high[diagram], vars, rest, done)
                : 2 * count(diagram, vars, rest, done);
            done.put(key, known);
        }
        return known;
    }

    /** The member that differs least from the wanted one, null if the set is empty; if several do, one with low variables false. */
    BitSet nearest(int diagram, BitSet wanted) {
        if (diagram == EMPTY) {
            return null;
        }
        IntMap away = new IntMap();
        away(diagram, wanted, away);
        BitSet member = (BitSet) wanted.clone();
        for (int at = diagram; at != ALL;) {
            boolean wants = wanted.get(variable[at]);
            boolean with = cost(high[at], wants ? 0 : 1, away) < cost(low[at], wants ? 1 : 0, away);
            member.set(variable[at], with);
            at = with ? high[at] : low[at];
        }
        return member;
    }

    private int away(int diagram, BitSet wanted, IntMap done) {
        if (diagram <= ALL || done.get(diagram) >= 0) {
            return cost(diagram, 0, done);
        }
        boolean wants = wanted.get(variable[diagram]);
        int without = away(low[diagram], wanted, done) + (wants ? 1 : 0);
        int with = away(high[diagram], wanted, done) + (wants ? 0 : 1);
        done.put(diagram, Math.min(without, with));
        return Math.min(without, with);
    }

    private static int cost(int diagram, int more, IntMap done) {
        return diagram == EMPTY ? FAR : more + (diagram == ALL ? 0 : done.get(diagram));
    }

    boolean contains(int diagram, BitSet member) {
        int at = diagram;
        while (at > ALL) {
            at = member.get(variable[at]) ? high[at] : low[at];
        }
        return at == ALL;
    }

    private int apply(int op, int one, int other) {
        switch (op) {
            case AND -> {
                if (one == other || other == ALL) {
                    return one;
                }
                if (one == ALL) {
                    return other;
                }
                if (one == EMPTY || other == EMPTY) {
                    return EMPTY;
                }
            }
            case OR -> {
                if (one == other || other == EMPTY) {
                    return one;
                }
                if (one == EMPTY) {
                    return other;
                }
                if (one == ALL || other == ALL) {
                    return ALL;
                }
            }
            default -> {
                if (one == other || one == EMPTY || other == ALL) {
                    return EMPTY;
                }
                if (other == EMPTY) {
                    return one;
                }
            }
        }
        int a = op != WITHOUT && one > other ? other : one;
        int b = op != WITHOUT && one > other ? one : other;
        int slot = (int) ((a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + op * 0x165667B19E3779F9L) >>> 40 & cache.length / 4 - 1) * 4;
        if (cache[slot] == op && cache[slot + 1] == a && cache[slot + 2] == b) {
            return cache[slot + 3];
        }
        int var = Math.min(variable[a], variable[b]);
        int without = apply(op, variable[a] == var ? low[a] : a, variable[b] == var ? low[b] : b);
        int with = apply(op, variable[a] == var ? high[a] : a, variable[b] == var ? high[b] : b);
        int result = node(var, without, with);
        cache[slot] = op;
        cache[slot + 1] = a;
        cache[slot + 2] = b;
        cache[slot + 3] = result;
        return result;
    }

    private int node(int var, int without, int with) {
        if (without == with) {
            return with;
        }
        int bucket = bucket(var, without, with);
        for (int at = buckets[bucket]; at >= 0; at = next[at]) {
            if (variable[at] == var && low[at] == without && high[at] == with) {
                return at;
            }
        }
        if (size == variable.length) {
            grow();
            bucket = bucket(var, without, with);
        }
        variable[size] = var;
        low[size] = without;
        high[size] = with;
        next[size] = buckets[bucket];
        buckets[bucket] = size;
        return size++;
    }

    private int bucket(int var, int without, int with) {
        return (int) ((var * 0x9E3779B97F4A7C15L + without * 0xC2B2AE3D27D4EB4FL + with * 0x165667B19E3779F9L) >>> 32) & buckets.length - 1;
    }

    private void grow() {
        if (size >= most) {
            throw new TooLarge(most, thickest());
        }
        int length = variable.length * 2;
        variable = Arrays.copyOf(variable, length);
        low = Arrays.copyOf(low, length);
        high = Arrays.copyOf(high, length);
        next = Arrays.copyOf(next, length);
        buckets = new int[length];
        Arrays.fill(buckets, -1);
        // Too small a memory of what was done makes large diagrams crawl.
        cache = new int[Math.max(cache.length, length)];
        for (int at = 2; at < size; at++) {
            int bucket = bucket(variable[at], low[at], high[at]);
            next[at] = buckets[bucket];
            buckets[bucket] = at;
        }
    }

    private List<Integer> thickest() {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int at = 2; at < size; at++) {
            nodes.merge(variable[at], 1, Integer::sum);
        }
        return nodes.keySet().stream().sorted(Comparator.comparing((Integer var) -> -nodes.get(var)).thenComparing(var -> var)).limit(8).toList();
    }
}
