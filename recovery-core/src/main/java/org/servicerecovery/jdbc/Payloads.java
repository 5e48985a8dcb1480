package org.servicerecovery.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.CaseSnapshot;
import org.servicerecovery.model.Fact;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.Vocabulary;

/** Events and snapshots as the texts that a store keeps, and back. Safe for many threads. */
final class Payloads {
    private static final int SALT_BYTES = 16;

    private final Supplier<byte[]> salts;
    private final Words words = new Words();

    Payloads() {
        this(salts(new SecureRandom()));
    }

    /** With salts from elsewhere, so that tests can foresee them. */
    Payloads(Supplier<byte[]> salts) {
        this.salts = salts;
    }

    private static Supplier<byte[]> salts(SecureRandom random) {
        return () -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return salt;
        };
    }

    /**
     * What is to be stored of an event. The salts differ each time, hence also the payload: write once, and hash what was written.
     *
     * @param event an event as the kernel makes them, without nulls
     * @return both texts, free of characters that UTF-8 has not
     */
    Written write(CaseEvent event) {
        ObjectNode payload = Json.object();
        Erasable.Sealer sealer = new Erasable.Sealer(salts);
        EventJson.write(event, Writing.to(payload, sealer));
        return new Written(Json.print(payload), sealer.personal());
    }

    /**
     * The event that was stored, equal to the one that was written; {@code (erased)} stands where a text or name was erased. Verifies
     * no digest: {@link Integrity} does.
     *
     * @param caseId   whose event it must be
     * @param sequence which it must be
     * @param payload  as it was written, possibly by a newer version that added fields: they are ignored
     * @param personal what is left of the personal part; null for nothing
     * @return the event
     * @throws UnreadableEventException if one of them cannot be understood, or is of another event
     */
    CaseEvent read(String caseId, int sequence, String payload, String personal) {
        try {
            ObjectNode tree = Json.parse("payload", payload);
            Erasable.restore(tree, personal == null ? Json.object() : Json.parse("personal part", personal));
            return EventJson.read(caseId, sequence, words, Reading.of(tree));
        } catch (InvalidInputException e) {
            throw UnreadableEventException.event(caseId, sequence, e);
        }
    }

    /**
     * A snapshot, with every text in the clear.
     *
     * @param snapshot the case
     * @return what {@link #readSnapshot} reads
     */
    String writeSnapshot(RecoveryCase snapshot) {
        ObjectNode tree = Json.object();
        SnapshotJson.write(snapshot.snapshot(), Writing.to(tree, Writing.CLEAR));
        return Json.print(tree);
    }

    /**
     * The case of which a snapshot was stored. Its vocabulary has the library's words and those of the host that were read so far: who
     * has the playbook takes {@link RecoveryCase#in} its vocabulary.
     *
     * @param caseId which case it must be
     * @param json   as it was written
     * @return empty if an older or a newer version wrote it: {@link #fold} the events instead
     * @throws UnreadableEventException if it cannot be understood, or is of another case
     */
    Optional<RecoveryCase> readSnapshot(String caseId, String json) {
        try {
            Reading from = Reading.of(Json.parse("snapshot", json));
            if (from.number("v") != SnapshotJson.FORMAT) {
                return Optional.empty();
            }
            CaseSnapshot read = SnapshotJson.read(caseId, words, from);
            return Optional.of(RecoveryCase.restored(read, words.knowing(read.facts(), List.of())));
        } catch (InvalidInputException e) {
            throw UnreadableEventException.snapshot(caseId, e);
        }
    }
}
