package org.servicerecovery.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduced ordered binary decision diagrams (Bryant 1986): sets of configurations as shared graphs. A diagram is the number of
 * its root; equal sets have equal numbers. Variables 0 to 127 are facts, 128 to 255 traits. Not for use by several threads.
 */
final class Diagrams {
    static final int EMPTY = 0;
    static final int ALL = 1;
    private static final int LEAF = Integer.MAX_VALUE;
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

    /** The proof grew beyond its bounds. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(int nodes) {
            super("more than " + nodes + " nodes");
        }
    }

    int size() {
        return size;
    }

    int variable(int diagram) {
        return variable[diagram];
    }

    int low(int diagram) {
        return low[diagram];
    }

    int high(int diagram) {
        return high[diagram];
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
        return vars.isEmpty() || diagram <= ALL ? diagram : forget(diagram, vars, vars.length(), new IntMap());
    }

    private int forget(int diagram, BitSet vars, int end, IntMap done) {
        if (variable[diagram] >= end) {
            return diagram;
        }
        int known = done.get(diagram);
        if (known >= 0) {
            return known;
        }
        int var = variable[diagram];
        int without = forget(low[diagram], vars, end, done);
        int with = forget(high[diagram], vars, end, done);
        int result = vars.get(var) ? or(without, with) : node(var, without, with);
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

    /** One member: the values of the variables that matter, null if the set is empty; the fewest trues first. */
    BitSet any(int diagram) {
        if (diagram == EMPTY) {
            return null;
        }
        BitSet member = new BitSet();
        for (int at = diagram; at != ALL;) {
            if (low[at] != EMPTY) {
                at = low[at];
            } else {
                member.set(variable[at]);
                at = high[at];
            }
        }
        return member;
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
            throw new TooLarge(most);
        }
        int length = variable.length * 2;
        variable = Arrays.copyOf(variable, length);
        low = Arrays.copyOf(low, length);
        high = Arrays.copyOf(high, length);
        next = Arrays.copyOf(next, length);
        buckets = new int[length];
        Arrays.fill(buckets, -1);
        for (int at = 2; at < size; at++) {
            int bucket = bucket(variable[at], low[at], high[at]);
            next[at] = buckets[bucket];
            buckets[bucket] = at;
        }
    }

    /** A small map from node to node, for one operation. */
    private static final class IntMap {
        private int[] keys = new int[64];
        private int[] values = new int[64];
        private int count;

        int get(int key) {
            for (int at = key * 0x9E3779B9 >>> 1 & keys.length - 1;; at = at + 1 & keys.length - 1) {
                if (keys[at] == 0 || keys[at] == key) {
                    return keys[at] == 0 ? -1 : values[at];
                }
            }
        }

        void put(int key, int value) {
            if (++count * 2 > keys.length) {
                int[] oldKeys = keys;
                int[] oldValues = values;
                keys = new int[oldKeys.length * 2];
                values = new int[oldKeys.length * 2];
                for (int i = 0; i < oldKeys.length; i++) {
                    if (oldKeys[i] != 0) {
                        insert(oldKeys[i], oldValues[i]);
                    }
                }
            }
            insert(key, value);
        }

        private void insert(int key, int value) {
            int at = key * 0x9E3779B9 >>> 1 & keys.length - 1;
            while (keys[at] != 0) {
                at = at + 1 & keys.length - 1;
            }
            keys[at] = key;
            values[at] = value;
        }
    }
}
