package org.servicerecovery.examples.crm.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.servicerecovery.examples.crm.people.Person;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ids of new cases. They follow from who opens the case by which command, so that a form sent twice opens one case; and from a secret of this
 * installation, so that nobody can guess them.
 */
@Component
class CaseIds {
    private static final String SECRET = "case-id-secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;
    private final JdbcClient database;

    CaseIds(JdbcClient database) {
        this.database = database;
    }

    String of(Person person, String commandId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] all = mac.doFinal((person.id() + '\n' + commandId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ", which every Java must have.", e);
        }
    }

    private String secret() {
        return database.sql("SELECT content FROM crm_setting WHERE name = ?").param(SECRET).query(String.class).optional().orElseGet(this::make);
    }

    private String make() {
        try {
            database.sql("INSERT INTO crm_setting (name, content) VALUES (?, ?)").params(SECRET, UUID.randomUUID().toString()).update();
        } catch (DuplicateKeyException e) {
            // Another node made one a moment earlier: that is the secret of all.
            return secret();
        }
        return secret();
    }
}
