package org.servicerecovery.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which of two playbooks' rows, or deadlines, are not the same.
 *
 * @param added   ids that only the second playbook has
 * @param removed ids that only the first playbook has
 * @param changed ids under which the playbooks have different things
 */
public record IdChanges(List<String> added, List<String> removed, List<String> changed) {
    /** Copies the lists. */
    public IdChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static <T> IdChanges between(List<T> first, List<T> second, Function<T, String> id) {
        Map<String, T> now = new LinkedHashMap<>();
        second.forEach(item -> now.put(id.apply(item), item));
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (T item : first) {
            T other = now.remove(id.apply(item));
            if (other == null) {
                removed.add(id.apply(item));
            } else if (!other.equals(item)) {
                changed.add(id.apply(item));
            }
        }
        return new IdChanges(List.copyOf(now.keySet()), removed, changed);
    }

    /**
     * Whether everything is the same.
     *
     * @return true if all three lists are empty
     */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
