package org.servicerecovery.playbooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.playbook.Playbook;

/** The playbooks that come with the library, and where to start one of your own. Safe for many threads. */
public final class Playbooks {
    private Playbooks() {
    }

    private static final Map<String, Supplier<PlaybookBuilder>> SHIPPED = new LinkedHashMap<>();
    private static final Map<String, Playbook> BUILT = new ConcurrentHashMap<>();

    static {
        SHIPPED.put("standard", StandardPlaybook::builder);
        SHIPPED.put("six-steps", SixSteps::builder);
        SHIPPED.put("ten-steps", TenSteps::builder);
        SHIPPED.put("seven-steps", SevenSteps::builder);
        SHIPPED.put("small-errors", SmallErrors::builder);
        SHIPPED.put("seven-strategies", SevenStrategies::builder);
        SHIPPED.put("heard", Heard::builder);
        SHIPPED.put("last", Last::builder);
        SHIPPED.put("latte", Latte::builder);
        SHIPPED.put("learn", Learn::builder);
        SHIPPED.put("blast", Blast::builder);
    }

    /**
     * The standard procedure: what the five sources demand of a single case, their conflicts settled.
     *
     * @return always the same instance
     */
    public static Playbook standard() {
        return named("standard");
    }

    /**
     * The six steps: respond rapidly, own, apologise, solve, manage the feelings, verify. For customers who are beyond irate.
     *
     * @return always the same instance
     */
    public static Playbook sixSteps() {
        return named("six-steps");
    }

    /**
     * The ten steps: acknowledge at once, understand, fix it or see that it is fixed, agree, confirm, thank, learn.
     *
     * @return always the same instance
     */
    public static Playbook tenSteps() {
        return named("ten-steps");
    }

    /**
     * The seven steps: own, apologise, listen, clarify, solve, end positively, follow up.
     *
     * @return always the same instance
     */
    public static Playbook sevenSteps() {
        return named("seven-steps");
    }

    /**
     * The small errors: no order, but what looks right and spoils a recovery is refused. To add this to another playbook, see
     * {@link PlaybookBuilder#avoidingSmallErrors()}.
     *
     * @return always the same instance
     */
    public static Playbook smallErrors() {
        return named("small-errors");
    }

    /**
     * The seven strategies: apologise, acknowledge, apologise again, hand over in a three-way conversation or fix it, circle back.
     *
     * @return always the same instance
     */
    public static Playbook sevenStrategies() {
        return named("seven-strategies");
    }

    /**
     * A shipped playbook by its name. It is built, and proven, when it is first asked for.
     *
     * @param name one of {@link #names()}
     * @return always the same instance
     * @throws InvalidInputException if no shipped playbook has that name; the message lists them
     */
    public static Playbook named(String name) {
        if (!SHIPPED.containsKey(name)) {
            throw new InvalidInputException("There is no playbook " + name + ". Use one of " + String.join(", ", names()) + ".");
        }
        return BUILT.computeIfAbsent(name, key -> SHIPPED.get(key).get().build());
    }

    /**
     * The shipped playbooks: the standard procedure, those of the five sources, and five that are known by their initials:
     * {@code heard}, {@code last}, {@code latte}, {@code learn}, {@code blast}.
     *
     * @return their names, the standard procedure's first
     */
    public static List<String> names() {
        return List.copyOf(SHIPPED.keySet());
    }

    /**
     * A playbook of your own that starts as another one: add rows, guardrails and deadlines, change levels.
     *
     * @param base    for instance {@link #standard()}
     * @param name    of the new one
     * @param version of the new one
     * @return a builder
     */
    public static PlaybookBuilder like(Playbook base, String name, String version) {
        return PlaybookBuilder.from(base.definition(), name, version);
    }

    /**
     * A playbook of your own that starts with the floor only: the laws, the table of ends, and what every desk needs.
     *
     * @param name    of the new one
     * @param version of the new one
     * @return a builder
     */
    public static PlaybookBuilder onTheFloor(String name, String version) {
        return Floor.laidFor(new PlaybookBuilder(name, version));
    }
}
