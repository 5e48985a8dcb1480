package org.servicerecovery.examples.crm.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.servicerecovery.examples.crm.forms.Labels;
import org.servicerecovery.examples.crm.people.People;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.Duty;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.Priority;
import org.servicerecovery.model.RecoveryState;
import org.servicerecovery.model.Step;
import org.springframework.stereotype.Component;

/** How the templates show dates, durations, people and the library's words. */
@Component("show")
public class Show {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
    private static final int LINE = 90;
    private static final int DAYS_ALONE = 3;

    private final InstantSource clock;
    private final ZoneId zone;
    private final People people;

    Show(InstantSource clock, ZoneId zone, People people) {
        this.clock = clock;
        this.zone = zone;
        this.people = people;
    }

    /** By the clock that everything is judged by. */
    public Instant now() {
        return clock.instant();
    }

    /** Day and time, as clocks show it here. */
    public String date(Instant when) {
        return DATE.format(when.atZone(zone));
    }

    /** In a form, the default of a date: the next full hour after so many days. */
    public String typed(int days) {
        return clock.instant().atZone(zone).plusDays(days).truncatedTo(ChronoUnit.HOURS).plusHours(1).toLocalDateTime().toString();
    }

    public String zone() {
        return zone.getId();
    }

    /** For example "in 2 h 10 min" or "3 days ago". */
    public String distance(Instant when) {
        Duration left = Duration.between(clock.instant(), when);
        return left.isNegative() ? duration(left.negated()) + " ago" : "in " + duration(left);
    }

    /** In the two largest units that matter. The script that counts down says it in the same words. */
    public String duration(Duration time) {
        long minutes = time.toMinutes();
        long hours = minutes / 60;
        long days = hours / 24;
        if (days >= DAYS_ALONE) {
            return days + " days";
        }
        if (days >= 1) {
            return days + " d" + rest(hours % 24, " h");
        }
        return hours >= 1 ? hours + " h" + rest(minutes % 60, " min") : minutes >= 1 ? minutes + " min" : "less than a minute";
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }

    public String duration(Optional<Duration> time) {
        return time.map(this::duration).orElse("–");
    }

    public String name(String person) {
        return person.isEmpty() ? "nobody" : person.equals("system") ? "The clock" : people.name(person);
    }

    public String state(RecoveryState state) {
        return Labels.of(state);
    }

    public String mood(Mood mood) {
        return Labels.of(mood);
    }

    public String channel(Channel channel) {
        return Labels.of(channel);
    }

    public String priority(Priority priority) {
        return Labels.of(priority);
    }

    public String step(Step step) {
        return Labels.of(step);
    }

    public String kind(Duty.Kind kind) {
        return Labels.of(kind);
    }

    public String status(Duty.Status status) {
        return Labels.of(status);
    }

    public String deadline(String id) {
        return Labels.deadline(id);
    }

    /** With a capital, and a full stop if there is none. */
    public String sentence(String phrase) {
        return Labels.sentence(phrase) + (phrase.endsWith(".") ? "" : ".");
    }

    /** The beginning of a text. */
    public String brief(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LINE ? line : line.substring(0, LINE).stripTrailing() + "…";
    }
}
