package org.servicerecovery.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The events of an archived case as one compressed piece, every text as it was stored. */
final class Packing {
    private static final int FORMAT = 1;

    private Packing() {
    }

    static byte[] pack(List<EventRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeInt(rows.size());
            for (EventRow row : rows) {
                out.writeInt(row.sequence());
                text(out, row.commandId());
                text(out, row.hash());
                text(out, row.payload());
                out.writeBoolean(row.personal() != null);
                if (row.personal() != null) {
                    text(out, row.personal());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<EventRow> unpack(String caseId, byte[] packed) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new StoreException("The archive of case " + caseId + " has format " + format + ", and this version reads " + FORMAT
                    + ". Use the version of the library that wrote it.");
            }
            int size = in.readInt();
            List<EventRow> rows = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                rows.add(new EventRow(in.readInt(), text(in), text(in), text(in), in.readBoolean() ? text(in) : null));
            }
            return rows;
        } catch (IOException e) {
            throw new StoreException("The archive of case " + caseId + " is damaged (" + e.getMessage() + "). Restore it from a backup.");
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new IOException("it ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
