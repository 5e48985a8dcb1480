package org.servicerecovery.verify;

/** A small map from node to number, for one operation. */
final class IntMap {
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
