package org.servicerecovery.memory;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import org.servicerecovery.model.CaseEvent;

/**
 * A list to which one thread at a time appends while others read what was there before: readers know how far to read from
 * the snapshot that was published after the append. Cells are never overwritten.
 */
final class GrowingLog extends AbstractList<CaseEvent> {
    private volatile CaseEvent[] events = new CaseEvent[8];
    private int size;

    @Override
    public boolean addAll(Collection<? extends CaseEvent> more) {
        CaseEvent[] array = events;
        if (size + more.size() > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more.size(), array.length + (array.length >> 1)));
        }
        for (CaseEvent event : more) {
            array[size++] = event;
        }
        events = array;
        return !more.isEmpty();
    }

    @Override
    public CaseEvent get(int index) {
        return events[index];
    }

    @Override
    public int size() {
        return size;
    }
}
