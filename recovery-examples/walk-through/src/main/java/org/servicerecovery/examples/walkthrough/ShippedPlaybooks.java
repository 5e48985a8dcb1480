package org.servicerecovery.examples.walkthrough;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.playbooks.Playbooks;

/** The playbooks that come with the library, as case files and arguments name them. */
final class ShippedPlaybooks {
    static final String STANDARD = "standard";
    private static final Map<String, String> ABOUT = Map.ofEntries(
        Map.entry(STANDARD, "what all five sources demand, their conflicts settled"),
        Map.entry("six-steps", "respond, own, apologise, solve, manage the feelings, verify; beyond irate only"),
        Map.entry("ten-steps", "acknowledge first, find out, fix or have fixed, agree, write it down, thank, learn"),
        Map.entry("seven-steps", "own, apologise, listen, clarify, solve, end positively, follow up"),
        Map.entry("small-errors", "no order, but what looks right and spoils a recovery is refused"),
        Map.entry("seven-strategies", "apologise, acknowledge, apologise again, hand over or fix, circle back"),
        Map.entry("heard", "hear, empathise, apologise, resolve, diagnose"),
        Map.entry("last", "listen, apologise, solve, thank"),
        Map.entry("latte", "listen, acknowledge, take action, thank, explain"),
        Map.entry("learn", "listen, empathise, apologise, respond, notify"),
        Map.entry("blast", "believe, listen, apologise, satisfy, thank"));

    private ShippedPlaybooks() {
    }

    /** Every name, the standard playbook's first. */
    static List<String> names() {
        return Playbooks.names();
    }

    /** Its first use builds and proves it, which takes a moment. */
    static Optional<Playbook> find(String written) {
        return names().stream().filter(name -> Words.plain(name).equals(Words.plain(written))).findFirst().map(Playbooks::named);
    }

    /** What it is about, in one line. */
    static String about(String name) {
        return ABOUT.getOrDefault(name, "");
    }

    static void list(Page page) {
        names().forEach(name -> page.text("  ", name + " - " + about(name)));
    }
}
