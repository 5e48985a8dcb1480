package org.servicerecovery.examples.boot;

import java.util.UUID;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.Actor;
import org.servicerecovery.model.Channel;
import org.servicerecovery.model.RecoveryAction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the host notes and what the desk notes of a complaint: in one transaction, both or neither. */
@Service
@Transactional
public class Complaints {
    private final RecoveryDesk desk;
    private final JdbcTemplate jdbc;

    Complaints(RecoveryDesk desk, JdbcTemplate jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    // [service]
    /** A refusal is a value: the host's own note stays. */
    public Decision passOn(String caseId, String from, String to) {
        note(caseId, from + " asked to pass it on to " + to);
        return desk.as(Actor.agent(from)).perform(caseId, RecoveryAction.transfer(to));
    }

    /** Here a refusal is an exception, and takes the note with it. */
    public Decision mustPassOn(String caseId, String from, String to) {
        return passOn(caseId, from, to).orThrow();
    }
    // [/service]

    // [take]
    public String receive(String customer, String text, Channel channel, String agent) {
        String caseId = "case-" + UUID.randomUUID();
        note(caseId, "received");
        desk.as(Actor.agent(agent)).open(caseId, customer, text, channel).orThrow();
        return caseId;
    }
    // [/take]

    private void note(String caseId, String text) {
        jdbc.update("INSERT INTO note (case_id, text) VALUES (?, ?)", caseId, text);
    }
}
