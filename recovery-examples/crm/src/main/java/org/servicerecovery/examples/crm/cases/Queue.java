package org.servicerecovery.examples.crm.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.servicerecovery.examples.crm.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the queue from the CRM's index: what is most overdue first, page by page, each beginning after the last line of the one before. */
@Component
class Queue {
    private static final String SEEN = " AND (:all OR (c.owner = '' AND (c.team = '' OR c.team = :team))"
        + " OR EXISTS (SELECT 1 FROM crm_concern p WHERE p.case_id = c.case_id AND p.person = :me))";
    private final JdbcClient database;

    /** Where a page ends. */
    record Place(long due, String caseId) {
        static final Place START = new Place(Long.MIN_VALUE, "");

        /** As {@link #toString} told it; what makes no sense begins at the start. */
        static Place read(String text) {
            int dot = text.indexOf('.');
            try {
                return dot < 0 ? START : new Place(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
            } catch (NumberFormatException e) {
                return START;
            }
        }

        @Override
        public String toString() {
            return due + "." + caseId;
        }
    }

    Queue(JdbcClient database) {
        this.database = database;
    }

    List<Place> page(Person person, QueueFilter filter, Optional<String> after, Instant now, int limit) {
        Place start = after.map(Place::read).orElse(Place.START);
        return database.sql("SELECT c.due, c.case_id FROM crm_case c WHERE c.live = TRUE" + SEEN + only(filter)
                + " AND (c.due > :due OR (c.due = :due AND c.case_id > :id)) ORDER BY c.due, c.case_id LIMIT :limit")
            .param("all", person.isSupervisor()).param("team", person.team()).param("me", person.id()).param("now", now.getEpochSecond())
            .param("due", start.due()).param("id", start.caseId()).param("limit", limit)
            .query((row, number) -> new Place(row.getLong(1), row.getString(2))).list();
    }

    long count(Person person, QueueFilter filter, Instant now) {
        return database.sql("SELECT COUNT(*) FROM crm_case c WHERE c.live = TRUE" + SEEN + only(filter))
            .param("all", person.isSupervisor()).param("team", person.team()).param("me", person.id()).param("now", now.getEpochSecond())
            .query(Long.class).single();
    }

    private static String only(QueueFilter filter) {
        return switch (filter) {
            case ALL -> "";
            case MINE -> " AND EXISTS (SELECT 1 FROM crm_concern m WHERE m.case_id = c.case_id AND m.person = :me AND (m.active OR m.helps))";
            case UNOWNED -> " AND c.owner = ''";
            case LATE -> " AND c.due <= :now";
        };
    }
}
